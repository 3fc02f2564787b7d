"""Make the first real authority and its administrator, by questions or by options; no demonstration data."""

import getpass
import os
import sys

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError, call_command
from django.db import transaction

from cms.core.dates import today
from cms.core.models import Authority, FocalPoint, RoleHolder, Unit, User
from cms.core.roles import Role

REASON = "Lập cơ quan bằng lệnh setup_authority"
#: Option → the model field that names, explains and checks it.
AUTHORITY = {
    "code": "code",
    "case_prefix": "case_prefix",
    "name": "name",
    "short_name": "short_name",
    "kind": "kind",
    "letter_place": "letter_place",
    "letter_symbol": "letter_symbol",
    "address": "address",
    "phone": "phone",
    "email": "email",
}
FOCAL = {
    "focal_officer": "officer_name",
    "focal_post": "officer_post",
    "focal_place": "place",
    "focal_hours": "hours",
}
ADMIN = {"admin_username": "username", "admin_name": "first_name", "admin_email": "email"}


class Command(BaseCommand):
    help = "Lập cơ quan thật đầu tiên và tài khoản quản trị. Phần nào không nêu bằng tùy chọn thì lệnh sẽ hỏi."

    def add_arguments(self, parser):
        for options, model in ((AUTHORITY, Authority), (FOCAL, FocalPoint), (ADMIN, User)):
            for option, name in options.items():
                field = model._meta.get_field(name)
                codes = ", ".join(code for code, _label in field.choices or ())
                parser.add_argument(
                    flag(option), help=f"{field.verbose_name}: {codes}" if codes else field.verbose_name
                )
        parser.add_argument("--focal-unit", help="tên đơn vị đầu mối; có thể nhập sau trong trang quản trị")
        parser.add_argument("--no-input", action="store_false", dest="interactive", help="không hỏi gì thêm")

    def handle(self, *, interactive, **given):
        self.given = given
        self.interactive = interactive and sys.stdin.isatty()
        try:
            authority, unit, focal_point = self.authority()
            admin = self.administrator()
            with transaction.atomic():
                save(authority, unit, focal_point, admin)
                call_command("build_default_site", stdout=self.stdout)
        except (EOFError, KeyboardInterrupt) as error:
            raise CommandError("Đã dừng. Lệnh không thay đổi gì.") from error
        except ValidationError as error:
            raise CommandError([f"{said} Lệnh không thay đổi gì." for said in error.messages]) from error
        self.stdout.write(f"Đã lập {authority.name} (mã {authority.code}) và tài khoản {admin.username}.")
        if unit is None:
            self.stdout.write(
                "Cơ quan chưa nhận yêu cầu. Hãy vào trang quản trị, nhập đơn vị đầu mối và người làm đầu mối, "
                "rồi chọn “đang nhận yêu cầu”."
            )

    def authority(self):
        """The authority, and its focal unit and officer where they are known already."""
        authority = Authority(is_open=False)  # until there is a focal point nobody would read what citizens send
        self.fill(authority, {"code": "code"})
        if Authority.objects.filter(code=authority.code).exists():
            raise CommandError(f"Cơ quan có mã “{authority.code}” đã có. Lệnh không thay đổi gì.")
        self.fill(authority, AUTHORITY)
        unit_name = self.given["focal_unit"]
        if unit_name is None and self.interactive:
            unit_name = input("Tên đơn vị đầu mối (Enter để nhập sau): ").strip()
        if not unit_name:
            return authority, None, None
        point = FocalPoint(address=authority.address, phone=authority.phone, email=authority.email)
        self.fill(point, FOCAL)
        authority.is_open = True
        return authority, Unit(code="dau-moi", name=unit_name, is_focal=True), point

    def administrator(self):
        admin = User(is_staff=True, is_superuser=True)
        self.fill(admin, ADMIN)
        if User.objects.filter(username=admin.username).exists():
            raise CommandError(f"Tên đăng nhập “{admin.username}” đã có người dùng. Lệnh không thay đổi gì.")
        admin.set_password(self.password(admin))
        return admin

    def fill(self, record, options):
        """Take each value from its option or from a question, checked by the model's own field."""
        missing = [flag(option) for option in options if self.given[option] is None]
        if missing and not self.interactive:
            raise CommandError(f"Còn thiếu: {', '.join(missing)}.")
        for option, name in options.items():
            setattr(record, name, self.value(record, option, record._meta.get_field(name)))

    def value(self, record, option, field):
        """One checked value. A wrong option ends the command; a wrong answer is asked for again."""
        while True:
            given = self.given[option]
            text = question(field) if given is None else given
            try:
                if not text.strip():
                    raise ValidationError("Không được để trống.")
                self.given[option] = field.clean(text.strip(), record)
            except ValidationError as error:
                complaint = " ".join(error.messages)
                if given is not None:
                    raise CommandError(f"{flag(option)}: {complaint}") from error
                self.stderr.write(complaint)
            else:
                return self.given[option]

    def password(self, admin):
        """From MB_ADMIN_PASSWORD or a hidden question, never from an option: the list of processes shows options."""
        password = os.environ.get("MB_ADMIN_PASSWORD")
        if password is None and not self.interactive:
            raise CommandError("Còn thiếu mật khẩu: hãy đặt biến môi trường MB_ADMIN_PASSWORD.")
        while True:
            text = getpass.getpass("Mật khẩu của quản trị: ") if password is None else password
            try:
                validate_password(text, admin)
                if password is None and getpass.getpass("Nhập lại mật khẩu: ") != text:
                    raise ValidationError("Hai lần nhập không giống nhau.")
            except ValidationError as error:
                complaint = " ".join(error.messages)
                if password is not None:
                    raise CommandError(f"MB_ADMIN_PASSWORD: {complaint}") from error
                self.stderr.write(complaint)
            else:
                return text


def flag(option):
    return "--" + option.replace("_", "-")


def question(field):
    """Ask for one value in the words of its field."""
    hints = [str(field.help_text)] if field.help_text else []
    hints += [f"{code}: {label}" for code, label in field.choices or ()]
    return input("\n  ".join([f"{field.verbose_name}", *hints]) + "\n> ")


def save(authority, unit, focal_point, admin):
    """Everything or nothing; each row of history says by which command and for whom."""
    admin.full_clean(exclude=["password"])
    admin.save()
    authority.full_clean()
    authority.save(reason=REASON, by=admin)
    if unit is not None:
        unit.authority = authority
        unit.full_clean()
        unit.save(reason=REASON, by=admin)
        focal_point.unit = unit
        focal_point.full_clean()
        focal_point.save(reason=REASON, by=admin)
    held = RoleHolder(user=admin, role=Role.ADMINISTRATOR, authority=authority, since_on=today())
    held.full_clean()
    held.save(reason=REASON, by=admin)

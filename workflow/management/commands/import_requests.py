"""Bring running cases and this year's register into one authority: first looked at, then written, all or nothing."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from cms.core.errors import DomainError
from cms.core.models import Authority, User
from workflow.management.arguments import existing
from workflow.services import import_table, importing


class Command(BaseCommand):
    help = (
        "Nhập hồ sơ đang xử lý và sổ của năm nay từ XLSX hoặc CSV. Mặc định chỉ kiểm tra và báo lỗi từng dòng; "
        "thêm --apply để ghi. Dòng có mã hồ sơ ngoài đã vào sổ thì bỏ qua. Không gửi thư cho ai. "
        f"Các cột: {', '.join(import_table.TITLES)}. Bắt buộc: {', '.join(import_table.REQUIRED)}."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="tệp .xlsx, hoặc .csv dùng UTF-8 với dấu phẩy hay chấm phẩy")
        parser.add_argument("--authority", required=True, metavar="MÃ", help="mã cơ quan trong địa chỉ trang")
        parser.add_argument("--by", required=True, metavar="TÊN", help="tên đăng nhập của người nhập")
        parser.add_argument(
            "--source", default="", metavar="NƠI", help="nơi cấp mã, cho dòng không ghi, ví dụ: Sổ giấy 2026"
        )
        parser.add_argument("--apply", action="store_true", help="ghi thật; không có thì chỉ kiểm tra")

    def handle(self, *, file, authority, by, source, apply, **options):
        try:
            reading = import_table.read(file.name, file.read_bytes(), source)
            report = importing.bring_in(
                authority=existing(Authority, "cơ quan có mã", code=authority),
                rows=reading.rows,
                slips=reading.slips,
                by=existing(User, "tài khoản", username=by),
                at=timezone.now(),
                apply=apply,
            )
        except ValidationError as error:
            raise CommandError(error.messages[0]) from error
        except (DomainError, OSError) as error:
            raise CommandError(str(error)) from error
        self.tell(reading, report, apply)

    def tell(self, reading, report, apply):
        for title in reading.ignored:
            self.stdout.write(f"Cột “{title}” không dùng đến.")
        for slip in sorted(report.slips, key=lambda slip: slip.line):
            self.stdout.write(str(slip))
        self.stdout.write(f"Mới: {report.new}. Đã có trong sổ: {report.doubles}. Lỗi: {len(report.slips)}.")
        if report.slips:
            raise CommandError("Chưa ghi gì. Hãy sửa các dòng trên rồi nhập lại.")
        if not apply:
            self.stdout.write("Mới kiểm tra, chưa ghi gì. Thêm --apply để ghi.")
        elif report.codes:
            self.stdout.write(f"Đã ghi {len(report.codes)} hồ sơ, từ {report.codes[0]} đến {report.codes[-1]}.")
            self.stdout.write("Người dân nhận mã tra cứu tại quầy, bằng việc “Cấp lại mã tra cứu”.")

"""Write the register of one authority to a file: outcomes and dates for other systems, or the whole for the office."""

from pathlib import Path

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from cms.core.errors import DomainError
from cms.core.models import Authority, User
from workflow import register
from workflow.choices import Status
from workflow.management.arguments import day, existing


class Command(BaseCommand):
    help = (
        "Xuất sổ theo dõi của một cơ quan ra XLSX, CSV hoặc PDF để in, theo đuôi tệp. "
        "Không có dữ liệu cá nhân, trừ khi nêu --personal. Mỗi lần xuất được ghi vào nhật ký."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="tệp sẽ ghi, đuôi .xlsx, .csv hoặc .pdf")
        parser.add_argument("--authority", required=True, metavar="MÃ", help="mã cơ quan trong địa chỉ trang")
        parser.add_argument("--by", required=True, metavar="TÊN", help="người xuất; chỉ phần người này được xem")
        parser.add_argument("--from", dest="first", type=day, metavar="NGÀY", help="nhận từ ngày, dd/mm/yyyy")
        parser.add_argument("--to", dest="last", type=day, metavar="NGÀY", help="nhận đến ngày, dd/mm/yyyy")
        parser.add_argument(
            "--status", action="append", default=[], choices=Status.values, help="trạng thái; nêu được nhiều lần"
        )
        parser.add_argument(
            "--delimiter", choices=(",", ";"), default=",", help="dấu phân cách của CSV; mặc định dấu phẩy"
        )
        parser.add_argument("--personal", action="store_true", help="kèm dữ liệu cá nhân")
        parser.add_argument("--reason", required=True, help="xuất sổ để làm gì; được ghi vào nhật ký")

    def handle(self, *, file, authority, by, first, last, status, delimiter, personal, reason, **options):
        office, person = existing(Authority, "cơ quan có mã", code=authority), existing(User, "tài khoản", username=by)
        kind = file.suffix.lower().removeprefix(".").upper()
        part = file.with_name(file.name + ".part")
        try:
            with open(part, "wb") as target:
                written = register.export(
                    target,
                    authority=office,
                    by=person,
                    at=timezone.now(),
                    filters=register.Filters(first, last, tuple(status)),
                    kind=kind,
                    delimiter=delimiter,
                    personal=personal,
                    reason=reason,
                )
            part.replace(file)
        except (DomainError, OSError) as error:
            part.unlink(missing_ok=True)
            raise CommandError(str(error)) from error
        self.stdout.write(f"Đã xuất {written} hồ sơ vào {file}.")

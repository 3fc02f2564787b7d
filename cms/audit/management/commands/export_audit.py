import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from cms.audit import exporting
from cms.audit.record import SYSTEM, record


class Command(BaseCommand):
    help = (
        "Xuất toàn bộ nhật ký ra tệp JSON từng dòng, có chữ ký trên đầu chuỗi; kiểm bằng chương trình kiểm chứng riêng."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", default="-", help="Tên tệp; bỏ trống hoặc “-” thì in ra màn hình.")

    def handle(self, *, file, **options):
        at = timezone.now()
        if file != "-" and Path(file).exists():
            raise CommandError(f"Đã có tệp {file}. Hãy chọn tên khác.", returncode=2)
        with transaction.atomic():
            record("record.exported", by=SYSTEM, at=at, data={"door": "command"})
        pieces = exporting.signed_export(at=at)
        if file == "-":
            for piece in pieces:
                sys.stdout.buffer.write(piece)
            return
        with Path(file).open("xb") as target:
            target.writelines(pieces)

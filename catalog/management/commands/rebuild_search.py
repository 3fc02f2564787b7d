from django.core.management.base import BaseCommand
from django.utils import timezone

from catalog import entries, file_texts


class Command(BaseCommand):
    help = (
        "Lập lại toàn bộ mục tìm kiếm từ những gì đang công khai, và bỏ những gì không còn công khai. "
        "Chạy sau khi nâng cấp; chạy lại bao nhiêu lần cũng được."
    )

    def add_arguments(self, parser):
        parser.add_argument("--read-files", action="store_true", help="đọc luôn các tệp đang chờ tiến trình nền")

    def handle(self, *, read_files, **options):
        there, dropped = entries.rebuild()
        self.stdout.write(f"Đã lập {there} mục, bỏ {dropped} mục không còn công khai.")
        read = 0
        while read_files and (count := file_texts.read_waiting(timezone.now())):
            read += count
        if read_files:
            self.stdout.write(f"Đã đọc {read} tệp.")

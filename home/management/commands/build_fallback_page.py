from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from home.fallback import FOLDER, build


class Command(BaseCommand):
    help = "Ghi trang dự phòng (HTML tĩnh và biểu mẫu) để máy chủ trung chuyển hiện khi trang tạm ngừng."

    def add_arguments(self, parser):
        parser.add_argument("folder", nargs="?", default="", help="thư mục; mặc định là thư mục du-phong trong dữ liệu")

    def handle(self, *, folder, verbosity, **options):
        written = build(Path(folder) if folder else Path(settings.DATA_DIR) / FOLDER)
        if verbosity:
            self.stdout.write(f"Đã ghi {len(written)} tệp vào {written[0].parent}")

"""manage.py draw_rights: write docs/rights.md from the tables that say who may do what."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from home.rights.page import rights_page

PAGE = Path(settings.BASE_DIR) / "docs" / "rights.md"


class Command(BaseCommand):
    help = "Viết lại docs/rights.md từ các bảng quyền."

    def handle(self, *args, **options):
        PAGE.write_text(rights_page(), encoding="utf-8", newline="\n")
        self.stdout.write(f"Đã ghi {PAGE.name}.")

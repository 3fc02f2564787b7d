from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.core.models import Authority
from home.default_site import build


class Command(BaseCommand):
    help = (
        "Dựng trang công khai ban đầu: trang chủ, mục Tiếp cận thông tin của từng cơ quan, các trang hướng dẫn. "
        "Chạy lại chỉ thêm trang còn thiếu, không đổi trang đã có."
    )

    def add_arguments(self, parser):
        parser.add_argument("--site-name", default="", help="tên trang, ví dụ “Tiếp cận thông tin tỉnh Bình Minh”")
        parser.add_argument(
            "--authority", action="append", metavar="MÃ", help="chỉ dựng mục của cơ quan có mã này; ghi được nhiều lần"
        )
        parser.add_argument(
            "--demo", action="store_true", help="điền nội dung giả định, chỉ cho bản dùng thử của tỉnh Bình Minh"
        )

    def handle(self, *, site_name, authority, demo, **options):
        known = set(Authority.objects.open().values_list("code", flat=True))
        if unknown := sorted(set(authority or ()) - known):
            raise CommandError(f"Không có cơ quan đang nhận yêu cầu mang mã {', '.join(unknown)}.")
        if demo and not settings.DEMONSTRATION:
            raise CommandError("Nội dung giả định không điền vào cấu hình thật (cms.settings.production).")
        built = build(site_name, authority, _filling() if demo else None)
        for title in built.added:
            self.stdout.write(f"Đã thêm: {title}")
        for words in built.drafts:
            self.stdout.write(f"Chưa đăng, còn là bản nháp. {words}")
        if not built.added:
            self.stdout.write("Trang đã đủ, không thêm gì.")


def _filling():
    from home.demo import fill

    return fill

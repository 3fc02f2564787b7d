"""Fill an empty installation with an invented province, to be looked at and tried; never a real one."""

import time

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from cms.core.models import Authority
from workflow.management.demo import province
from workflow.management.demo.places import PLACES


class Command(BaseCommand):
    help = "Nạp một tỉnh giả định với hồ sơ ở mọi bước, để xem và dùng thử. Chạy lại không đổi gì. Không dùng cho dữ liệu thật."

    def handle(self, **options):
        if not settings.DEMONSTRATION:
            raise CommandError("Dữ liệu dùng thử không nạp vào cấu hình thật (cms.settings.production).")
        ours = {place.code for place in PLACES}
        known = set(Authority.objects.values_list("code", flat=True))
        if known & ours:
            self.stdout.write("Tỉnh giả định đã có. Không đổi gì.")
            return
        if known:
            raise CommandError("Đã có cơ quan khác trong cơ sở dữ liệu. Dữ liệu dùng thử chỉ nạp vào nơi trống.")
        began = time.monotonic()
        with transaction.atomic():
            loaded = province.load(timezone.now())
        province.write_down(loaded)
        seconds = time.monotonic() - began
        self.stdout.write(f"Đã nạp {len(PLACES)} cơ quan, {len(loaded.cases)} hồ sơ trong {seconds:.0f} giây.")
        self.stdout.write(f"Mật khẩu chung của mọi tài khoản dùng thử: {province.SHARED}")
        for account in loaded.accounts:
            self.stdout.write(f"  {account['role']}: {account['username']} ({account['name']})")

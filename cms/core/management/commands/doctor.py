"""Khám: what is well, what is not, and what to do about it."""

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from cms.core import doctor


class Command(BaseCommand):
    help = (
        "Khám hệ thống: bí mật, phiên bản, dữ liệu, tệp, nhật ký, lịch, thư, tiến trình nền, sao lưu; nói phải làm gì."
    )
    requires_system_checks = ()

    def handle(self, **options):
        found = doctor.examine(timezone.now())
        for title, findings in found.items():
            self.stdout.write(f"{title}\n")
            for one in findings:
                self.stdout.write(f"  {one.state:<6} {one.told}\n")
                if one.remedy:
                    self.stdout.write(f"         → {one.remedy}\n")
        wrong = sum(one.state == doctor.State.ILL for findings in found.values() for one in findings)
        if wrong:
            raise CommandError(f"Có {wrong} chỗ phải sửa.")
        self.stdout.write("Không có chỗ nào phải sửa.\n")

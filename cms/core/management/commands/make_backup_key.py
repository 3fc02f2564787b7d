"""The pair of keys of the backup: one half stays here, the other must never lie on this server."""

from django.core.management import BaseCommand


class Command(BaseCommand):
    help = "Tạo cặp khóa sao lưu: in khóa công khai cho MB_BACKUP_RECIPIENT và khóa mở, phải cất ngoài máy chủ này."
    requires_system_checks = ()

    def handle(self, **options):
        import pyrage

        identity = pyrage.x25519.Identity.generate()
        self.stdout.write(f"MB_BACKUP_RECIPIENT={identity.to_public()}\n")
        self.stdout.write("Khóa mở, chép vào hai nơi ngoài máy chủ (mất khóa này thì không mở được bản sao lưu):\n")
        self.stdout.write(f"{identity}\n")

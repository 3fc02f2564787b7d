import base64
import secrets

from django.core.management.base import BaseCommand

from cms.audit.checkpoint import origin
from cms.audit.notes import SecretKey


class Command(BaseCommand):
    help = "Tạo một khóa ký điểm kiểm chứng (Ed25519) cho biến MB_CHECKPOINT_KEYS. Lệnh chỉ in ra, không lưu ở đâu."

    def handle(self, **options):
        seed = secrets.token_bytes(32)
        self.stdout.write(f"Khóa bí mật, đặt đứng đầu MB_CHECKPOINT_KEYS: {base64.b64encode(seed).decode()}")
        self.stdout.write(f"Khóa công khai, giao cho người giữ điểm kiểm chứng: {SecretKey(origin(), seed).public}")

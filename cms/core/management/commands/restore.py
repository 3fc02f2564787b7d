"""From one set, its key and the secrets to a system that goes on where the set was made."""

import shutil
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command

from cms.core.backup import database, manifest, sets


class Command(BaseCommand):
    help = "Khôi phục một bản sao lưu vào hệ thống còn trống, đối chiếu từng bảng, từng tệp, rồi khám (doctor)."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="tệp minhbach-….tar.age")
        parser.add_argument("--identity", type=Path, required=True, help="tệp chứa khóa mở (AGE-SECRET-KEY-…)")

    def handle(self, *, file, identity, **options):
        self.must_be_empty()
        data = Path(settings.DATA_DIR)
        data.mkdir(parents=True, exist_ok=True)
        try:
            with tempfile.TemporaryDirectory(dir=data) as work:
                told = sets.unpack(file, identity.read_text("utf-8"), Path(work))
                self.stdout.write(f"Đã mở bản sao lưu {told['made_at']}: đủ {len(told['files'])} tệp, đúng từng tệp.\n")
                for name, root in manifest.folders().items():
                    self.move(Path(work) / name, root)
                database.put_back(Path(work) / told["database"])
        except (sets.BackupError, database.NoDatabase, OSError) as error:
            raise CommandError(f"Chưa khôi phục được. {error}") from error
        self.compare(told)
        call_command("doctor", stdout=self.stdout)

    def must_be_empty(self):
        if database.tables(database.fetch):
            raise CommandError("Cơ sở dữ liệu đã có bảng. Chỉ khôi phục vào cơ sở dữ liệu trống, để không ghi đè gì.")
        for root in manifest.folders().values():
            if root.exists() and any(root.iterdir()):
                raise CommandError(f"Thư mục {root} không trống. Chỉ khôi phục vào thư mục trống, để không ghi đè gì.")

    def move(self, source, root):
        if not source.exists():
            return
        root.mkdir(parents=True, exist_ok=True)
        for path in source.iterdir():
            shutil.move(path, root / path.name)

    def compare(self, told):
        now = manifest.of_database(database.fetch)
        wrong = [name for name, rows in told["rows"].items() if now["rows"].get(name) != rows]
        if wrong or now["facts"] != told["facts"] or now["migrations"] != told["migrations"]:
            raise CommandError(
                f"Khôi phục xong nhưng không khớp bản sao lưu: {', '.join(wrong) or 'nhật ký, phiên bản'}."
            )
        if manifest.of_secrets() != told["secrets"]:
            raise CommandError("MB_PEPPER không phải của hệ thống cũ: mọi mã tra cứu sẽ không mở được. Hãy đặt lại.")
        total = sum(told["rows"].values())
        self.stdout.write(f"Khớp bản sao lưu: {len(told['rows'])} bảng, {total} dòng; nhật ký và bí mật đúng.\n")

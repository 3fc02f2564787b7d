"""Make a set, carry it to the other places, and let go what is no longer kept."""

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from cms.core.backup import keeping, sets
from cms.core.backup.database import NoDatabase
from cms.core.display import file_size


class Command(BaseCommand):
    help = "Sao lưu cơ sở dữ liệu, tệp công khai và tệp riêng thành một tệp mã hóa; chép sang nơi khác; dọn bản cũ."

    def add_arguments(self, parser):
        parser.add_argument(
            "--list", action="store_true", dest="only_list", help="chỉ liệt kê các bản đang có, soát lại từng bản"
        )

    def handle(self, *, only_list, **options):
        if not keeping.folders():
            raise CommandError("Chưa khai MB_BACKUP_FOLDERS: ít nhất một thư mục, cách nhau bằng dấu phẩy.")
        if only_list:
            self.show()
        else:
            self.make()

    def make(self):
        try:
            kept = sets.make(keeping.folders()[0], timezone.now())
        except (sets.BackupError, NoDatabase, OSError) as error:
            raise CommandError(f"Chưa sao lưu được. {error}") from error
        self.stdout.write(f"Đã sao lưu: {kept.path} ({file_size(kept.size)})\n")
        failed = keeping.carry(kept)
        for folder in failed:
            self.stderr.write(f"Không chép được sang {folder}. Hãy xem ổ đĩa đó còn nối và còn chỗ không.\n")
        if gone := keeping.prune(timezone.now()):
            self.stdout.write(f"Đã dọn {gone} bản cũ.\n")
        if failed:
            raise CommandError("Bản sao lưu chưa có đủ ở mọi nơi.")

    def show(self):
        for folder in keeping.folders():
            self.stdout.write(f"{folder}\n")
            there = sets.found_in(folder)
            for kept in there:
                state = "nguyên vẹn" if kept.is_whole else "ĐÃ HỎNG"
                made = f"{timezone.localtime(kept.made_at):%d/%m/%Y %H:%M}"
                self.stdout.write(f"  {made}  {file_size(kept.size):>10}  {state}  {kept.path.name}\n")
            if not there:
                self.stdout.write("  chưa có bản nào\n")

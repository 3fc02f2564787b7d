import json
import re
import sys
from dataclasses import asdict
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cms.audit.chain import Head
from cms.audit.notes import PublicKey, notes_in_file
from cms.audit.signed_points import Points
from cms.audit.verify import BATCH, WORDS, verify


class Command(BaseCommand):
    help = "Kiểm tra nhật ký: chuỗi niêm phong, đầu chuỗi, dòng lịch sử và lý do đi kèm."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="In kết quả dạng JSON.")
        parser.add_argument("--against", metavar="SỐ:DẤU", help="So với một đầu chuỗi đã giữ từ trước, ví dụ 120:9f86…")
        parser.add_argument(
            "--checkpoint", nargs="*", default=[], metavar="TỆP", help="Tệp điểm kiểm chứng đã giữ: .txt, hoặc thư .eml"
        )
        parser.add_argument("--key", action="append", default=[], help="Khóa công khai tin cậy, hoặc tệp chứa khóa")
        parser.add_argument("--batch", type=int, default=BATCH, help="Số bản ghi đọc mỗi lượt.")

    def handle(self, *, against, batch, **options):
        kept = [note for name in options["checkpoint"] for note in _notes(name)]
        keys = [key for given in options["key"] for key in _keys(given)]
        head = _head(against) if against else None
        result = verify(against=head, batch=max(1, batch), points=Points(kept, keys))
        self.stdout.write(_as_json(result) if options["json"] else _as_text(result))
        if result.problem:
            sys.exit(1)


def _head(text: str) -> Head:
    if not re.fullmatch(r"\d+:[0-9a-fA-F]{64}", text):
        raise CommandError("--against cần dạng SỐ:DẤU, dấu niêm gồm 64 chữ số thập lục phân.", returncode=2)
    seq, _, digest = text.partition(":")
    return Head(int(seq), bytes.fromhex(digest))


def _notes(name: str) -> list[str]:
    try:
        found = notes_in_file(Path(name).read_bytes())
    except OSError as error:
        raise CommandError(f"Không đọc được {name}.", returncode=2) from error
    if not found:
        raise CommandError(f"Không có điểm kiểm chứng nào trong {name}.", returncode=2)
    return found


def _keys(given: str) -> list[PublicKey]:
    """A key as it was typed, or every key in a file that may hold other words."""
    try:
        words = [given] if "+" in given else Path(given).read_text("utf-8").split()
        found = [PublicKey.read(word) for word in words if word.count("+") >= 2]
    except (OSError, ValueError) as error:
        raise CommandError(f"Không đọc được khóa công khai: {given}.", returncode=2) from error
    if not found:
        raise CommandError(f"Không có khóa công khai nào trong {given}.", returncode=2)
    return found


def _as_json(result) -> str:
    problem = result.problem and asdict(result.problem)
    return json.dumps(
        {
            "ok": problem is None,
            "entries": result.count,
            "rows": result.rows,
            "erased": result.erased,
            "head": {"seq": result.head.seq, "hash": result.head.hash.hex()},
            "problem": problem,
            "checked_at": timezone.now().isoformat(),
        },
        ensure_ascii=False,
    )


def _as_text(result) -> str:
    if result.problem is None:
        return (
            f"Nhật ký nguyên vẹn: {result.count} bản ghi, {result.rows} dòng lịch sử khớp"
            f" (trong đó {result.erased} chỗ đã xóa theo thủ tục).\n"
            f"Đầu chuỗi: {result.head.seq}:{result.head.hash.hex()}"
        )
    problem = result.problem
    return (
        f"NHẬT KÝ KHÔNG KHỚP tại bản ghi số {problem.seq}: {WORDS[problem.kind]}"
        + (f" ({problem.detail})" if problem.detail else "")
        + f" [{problem.kind}].\n"
        f"Phần trước đó khớp: {result.count} bản ghi, đầu {result.head.seq}:{result.head.hash.hex()}"
    )

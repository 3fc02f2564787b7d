"""Whatever somebody with all rights on the database does to the record, a kept checkpoint shows it (SC16).

Each row: what was done, how, what `verify_audit` says on the database, what the stand-alone program says on an export.
Both are given one checkpoint that was kept elsewhere, and the public key.
"""

import base64
import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from cms.audit import chain, checkpoint, exporting, verify_export
from cms.audit.models import Checkpoint, CheckpointKey, Entry, EntryNote, Head
from cms.audit.record import record
from tests.audit import test_verify as intruder
from tests.audit.triggers import lifted

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 2, tzinfo=UTC)
#: The entry that the intruder is after; the kept checkpoint covers it.
WANTED = 6
INTRUDERS_KEY = base64.b64encode(b"i" * 32).decode()


def act(number):
    with transaction.atomic():
        record("request.refused" if number % 2 else "request.accepted", at=AT, data={"number": number})


@pytest.fixture
def kept(tmp_path):
    """Twelve entries; the checkpoint over ten of them stands in a mail that an auditor kept, with the public key."""
    for number in range(4):
        act(number)
    checkpoint.make("HOUR", AT)
    for number in range(5):
        act(number)
    point = checkpoint.make("LETTER", AT + timedelta(minutes=5))
    mail = f"Subject: Diem kiem chung\nContent-Type: text/plain; charset=utf-8\n\nGiữ thư này.\n\n{point.text}"
    (tmp_path / "thu.eml").write_text(mail, "utf-8")
    (tmp_path / "khoa.txt").write_text(f"Khóa: \n{checkpoint.signing_key().public}\n", "utf-8")
    return tmp_path


# --- what the intruder does --------------------------------------------------------------------------------------


def insert(seq):
    """A forged entry where `seq` stands, on the right hash; the others move up."""
    for later in range(Head.objects.get().seq, seq - 1, -1):
        intruder.renumber(later, later + 1)
    entry, payload = Entry.objects.get(seq=seq + 1), payloads()[seq - 1] | {"kind": "request.withdrawn"}
    entry.seq, entry.kind, entry.payload = seq, payload["kind"], chain.canonical_json(payload)
    entry.hash = chain.seal(bytes.fromhex(entry.prev_hash), entry.payload).hex()
    entry.save(force_insert=True)


def seal_everything_again(payloads):
    """The whole record anew from these payloads, numbered and hashed rightly, with the head: all but the signatures."""
    Entry.objects.all().delete()
    head = chain.Head()
    for seq, payload in enumerate(payloads, 1):
        sealed = chain.canonical_json(payload | {"seq": seq})
        digest = chain.seal(head.hash, sealed)
        columns = {"kind": payload["kind"], "at": datetime.fromisoformat(payload["at"])}
        Entry(seq=seq, prev_hash=head.hash.hex(), hash=digest.hex(), payload=sealed, **columns).save(force_insert=True)
        head = chain.Head(seq, digest)
    Head.objects.update(seq=head.seq, hash=head.hash.hex())


def payloads():
    return [json.loads(bytes(payload)) for payload in Entry.objects.order_by("seq").values_list("payload", flat=True)]


def rewrite(change):
    """Everything with right hashes but without the key; the checkpoints that tell against it are deleted."""

    def tamper(seq):
        told = payloads()
        change(told, seq - 1)
        seal_everything_again(told)
        Checkpoint.objects.all().delete()

    return tamper


def edit(told, place):
    told[place]["kind"] = "request.withdrawn"


def swap(told, place):
    told[place], told[place + 1] = told[place + 1], told[place]


def rewrite_and_leave_the_checkpoints(seq):
    told = payloads()
    edit(told, seq - 1)
    seal_everything_again(told)


def rewrite_and_sign_with_another_key(seq):
    rewrite(edit)(seq)
    CheckpointKey.objects.all().delete()
    from django.conf import settings

    settings.CHECKPOINT_KEYS = [INTRUDERS_KEY]
    key = checkpoint.signing_key()
    row = CheckpointKey.objects.create(key_id=key.public.id, name=key.name, raw=key.public.raw.hex(), adopted_at=AT)
    head = checkpoint.stored_head()
    lines = [key.name, head.seq, base64.b64encode(head.hash).decode(), f"time {checkpoint.written(AT)}", "number 1"]
    point = {"seq": head.seq, "hash": head.hash.hex(), "at": AT, "key": row, "cause": "HOUR"}
    Checkpoint.objects.create(number=1, text=key.sign(lines), **point)


def cut_with_the_head(seq):
    """As an older copy would look: the end is gone, head and checkpoints fit."""
    Checkpoint.objects.filter(seq__gte=seq).delete()
    intruder.cut_tail(seq)
    last = Entry.objects.latest("seq")
    Head.objects.update(seq=last.seq, hash=last.hash)


def restore_older_copy_and_go_on(seq):
    cut_with_the_head(seq)
    for number in range(20, 32):
        act(number)


def delete_a_checkpoint(seq):
    Checkpoint.objects.filter(number=1).delete()


def delete_the_last_checkpoint(seq):
    Checkpoint.objects.filter(number=2).delete()


def edit_a_checkpoint(seq):
    Checkpoint.objects.filter(number=1).update(text="khác")


def sign_anew_what_was_signed(seq):
    Checkpoint.objects.filter(number=1).update(at=AT - timedelta(days=1))


TABLE = [
    # what was done                              how                                       verify_audit, stand-alone
    ("sửa một bản ghi", intruder.edit_payload, "EDITED", "EDITED"),
    ("sửa một byte", intruder.edit_one_byte, "EDITED", "EDITED"),
    ("sửa rồi niêm lại riêng bản ghi ấy", intruder.edit_and_seal_again, "DETACHED", "DETACHED"),
    ("xóa một bản ghi", intruder.delete, "MISSING", "MISSING"),
    ("xóa rồi dồn số", intruder.delete_and_close_up, "MISSING", "MISSING"),
    ("chèn một bản ghi", insert, "INSERTED", "INSERTED"),
    ("đổi chỗ hai bản ghi", intruder.swap, "REORDERED", "REORDERED"),
    ("cắt đuôi", intruder.cut_tail, "CUT", "CUT"),
    ("cắt đuôi, lùi đầu chuỗi", cut_with_the_head, "ROLLED_BACK", "ROLLED_BACK"),
    ("đưa bản cũ về rồi dùng tiếp", restore_older_copy_and_go_on, "REWRITTEN", "REWRITTEN"),
    ("viết lại tất cả: sửa", rewrite(edit), "REWRITTEN", "REWRITTEN"),
    ("viết lại tất cả: xóa", rewrite(lambda told, place: told.pop(place)), "ROLLED_BACK", "ROLLED_BACK"),
    ("viết lại tất cả: chèn", rewrite(lambda told, place: told.insert(place, told[0])), "REWRITTEN", "REWRITTEN"),
    ("viết lại tất cả: đổi chỗ", rewrite(swap), "REWRITTEN", "REWRITTEN"),
    ("viết lại, để nguyên điểm kiểm chứng", rewrite_and_leave_the_checkpoints, "REWRITTEN", "REWRITTEN"),
    ("viết lại, ký bằng khóa khác", rewrite_and_sign_with_another_key, "REWRITTEN", "FORGED"),
    ("xóa một điểm kiểm chứng", delete_a_checkpoint, "CHECKPOINT_MISSING", None),
    ("xóa điểm kiểm chứng cuối", delete_the_last_checkpoint, "CHECKPOINT_MISSING", None),
    ("sửa chữ ký một điểm kiểm chứng", edit_a_checkpoint, "FORGED", "FORGED"),
    ("sửa cột của một điểm kiểm chứng", sign_anew_what_was_signed, "FORGED", None),
]


def on_the_database(kept):
    out = StringIO()
    words = ["--checkpoint", str(kept / "thu.eml"), "--key", str(kept / "khoa.txt"), "--json"]
    status = 0
    try:
        call_command("verify_audit", *words, stdout=out)
    except SystemExit as ended:
        status = ended.code
    problem = json.loads(out.getvalue())["problem"]
    assert status == (1 if problem else 0)
    return problem and problem["kind"]


def export_to(kept):
    file = kept / "nhat-ky.jsonl"
    file.write_bytes(b"".join(exporting.signed_export(at=AT + timedelta(hours=1))))
    return file


def alone(kept, file, capsys, *more):
    words = [str(file), "--key", str(kept / "khoa.txt"), "--checkpoint", str(kept / "thu.eml"), "--json", *more]
    status = verify_export.main(words)
    said = json.loads(capsys.readouterr().out)
    assert status == (0 if said["ok"] else 1)
    return said.get("kind")


@pytest.mark.parametrize(
    ("tamper", "by_database", "by_export"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_tampering_shows_against_a_kept_checkpoint(kept, capsys, settings, tamper, by_database, by_export):
    assert (on_the_database(kept), alone(kept, export_to(kept), capsys)) == (None, None)
    settings.CHECKPOINT_KEYS = list(settings.CHECKPOINT_KEYS)  # the intruder's own choice ends with the test
    with lifted():
        tamper(WANTED)
    assert on_the_database(kept) == by_database
    assert alone(kept, export_to(kept), capsys) == by_export


def test_restored_older_copy_shows(kept, capsys):
    """Not made to look old: the very rows of an earlier day, put back."""
    names = [model._meta.db_table for model in (Entry, EntryNote, Head, Checkpoint, CheckpointKey)]
    with lifted(), connection.cursor() as cursor:
        cut_with_the_head(8)
        for name in names:
            cursor.execute(f"CREATE TEMP TABLE copy_of_{name} AS SELECT * FROM {name}")
    for number in range(40, 48):
        act(number)
    late = checkpoint.make("HOUR", AT + timedelta(hours=2))
    (kept / "thu.eml").write_text(late.text, "utf-8")
    assert (on_the_database(kept), alone(kept, export_to(kept), capsys)) == (None, None)
    with lifted(), connection.cursor() as cursor:
        for name in (*names[1:2], names[3], names[4], names[0], names[2]):
            cursor.execute(f"DELETE FROM {name}")
        for name in (names[0], names[1], names[2], names[4], names[3]):
            cursor.execute(f"INSERT INTO {name} SELECT * FROM copy_of_{name}")
    assert on_the_database(kept) == "ROLLED_BACK"
    assert alone(kept, export_to(kept), capsys) == "ROLLED_BACK"


def test_last_matching_checkpoint_narrows_the_place(kept, capsys):
    (kept / "thu.eml").write_text(
        "\n".join(Checkpoint.objects.order_by("number").values_list("text", flat=True)), "utf-8"
    )
    first = Checkpoint.objects.get(number=1)
    with lifted():
        rewrite(edit)(WANTED)
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("verify_audit", "--checkpoint", str(kept / "thu.eml"), "--key", str(kept / "khoa.txt"), stdout=out)
    assert f"còn khớp đến bản ghi {first.seq}" in out.getvalue()
    words = [str(export_to(kept)), "--key", str(kept / "khoa.txt"), "--checkpoint", str(kept / "thu.eml")]
    assert verify_export.main(words) == 1
    assert f"còn khớp đến bản ghi {first.seq}" in capsys.readouterr().out


def test_checkpoint_of_another_key_proves_nothing(kept, capsys):
    forged = checkpoint.SecretKey(checkpoint.origin(), b"i" * 32).sign(
        [checkpoint.origin(), "3", base64.b64encode(b"x" * 32).decode(), "time 2026-11-23T02:00:00Z", "number 1"]
    )
    (kept / "thu.eml").write_text(forged, "utf-8")
    assert on_the_database(kept) == "FORGED"
    assert alone(kept, export_to(kept), capsys) == "FORGED"


def test_later_key_counts_because_the_first_one_signed_it(kept, capsys, settings):
    settings.CHECKPOINT_KEYS = [base64.b64encode(b"n" * 32).decode(), *settings.CHECKPOINT_KEYS]
    act(30)
    checkpoint.make("HOUR", AT + timedelta(hours=1))
    assert (on_the_database(kept), alone(kept, export_to(kept), capsys)) == (None, None)
    with lifted():
        CheckpointKey.objects.filter(name=checkpoint.origin()).exclude(endorsement="").update(endorsement="")
    assert on_the_database(kept) == "FORGED"


# --- the file itself ---------------------------------------------------------------------------------------------


def changed(change):
    def tamper(lines):
        place = next(n for n, line in enumerate(lines) if json.loads(line).get("seq") == WANTED)
        change(lines, place)

    return tamper


def edit_line(lines, place):
    lines[place] = lines[place].replace(b"request.", b"request_")


def move_line(lines, place):
    lines[place], lines[place + 1] = lines[place + 1], lines[place]


def drop_checkpoints(lines, place):
    lines[:] = [line for line in lines if b'{"checkpoint"' not in line]


def break_line(lines, place):
    lines[place] = b'{"seq": [}\n'


FILE_TABLE = [
    ("sửa một dòng", changed(edit_line), "EDITED"),
    ("làm hỏng một dòng", changed(break_line), "EDITED"),
    ("bỏ một dòng", changed(lambda lines, place: lines.pop(place)), "MISSING"),
    ("chép một dòng thành hai", changed(lambda lines, place: lines.insert(place, lines[place])), "INSERTED"),
    ("đổi chỗ hai dòng", changed(move_line), "REORDERED"),
    ("bỏ dòng chữ ký", changed(lambda lines, place: lines.pop()), "CUT"),
    ("bỏ phần đuôi", changed(lambda lines, place: lines.__delitem__(slice(place, -1))), "CUT"),
    ("bỏ điểm kiểm chứng trong tệp", changed(drop_checkpoints), "FORGED"),
]


@pytest.mark.parametrize(("tamper", "kind"), [row[1:] for row in FILE_TABLE], ids=[row[0] for row in FILE_TABLE])
def test_changed_file_shows(kept, capsys, tamper, kind):
    file = export_to(kept)
    lines = file.read_bytes().splitlines(keepends=True)
    tamper(lines)
    file.write_bytes(b"".join(lines))
    assert alone(kept, file, capsys) == kind


def test_selection_is_checked_entry_by_entry(kept, capsys):
    file = kept / "trich-luc.jsonl"
    file.write_bytes(b"".join(exporting.signed_export(Entry.objects.filter(kind="request.refused"), at=AT)))
    assert alone(kept, file, capsys) is None
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:-2] + lines[-1:]))
    assert alone(kept, file, capsys) == "FORGED"
    with lifted():
        intruder.edit_payload(WANTED + WANTED % 2)
    file.write_bytes(b"".join(exporting.signed_export(Entry.objects.filter(seq__gt=5), at=AT)))
    assert alone(kept, file, capsys) == "EDITED"


def test_program_stands_alone(kept):
    """One file, another folder, no site packages: nothing of this site and nothing to install."""
    file, program = export_to(kept), kept / "kiem-chung.py"
    program.write_bytes(Path(verify_export.__file__).read_bytes())
    words = [str(file), "--key", str(kept / "khoa.txt"), "--checkpoint", str(kept / "thu.eml")]
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(program), *words], cwd=kept, capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Nhật ký nguyên vẹn" in done.stdout.decode()
    assert "1 điểm kiểm chứng đã giữ đều khớp" in done.stdout.decode()


@pytest.mark.parametrize("missing", ["thu.eml", "khoa.txt", "nhat-ky.jsonl"])
def test_program_says_what_it_could_not_read(kept, capsys, missing):
    file = export_to(kept)
    (kept / missing).unlink()
    words = [str(file), "--key", str(kept / "khoa.txt"), "--checkpoint", str(kept / "thu.eml")]
    assert verify_export.main(words) == 2
    assert "Không đọc được" in capsys.readouterr().err

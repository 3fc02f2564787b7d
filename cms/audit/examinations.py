"""What the record can say of its health, and what a backup keeps of it."""

from cms.audit.verify import WORDS, verify
from cms.core.backup import manifest
from cms.core.doctor import examined, ill, well


def connect():
    """Register with the doctor and with the backup."""
    examined("Nhật ký", of_chain)
    manifest.also("record", head)


def head(fetch):
    """Number and seal of the last entry: a restored record that ends elsewhere is another one."""
    return [list(row) for row in fetch("SELECT seq, hash FROM audit_head ORDER BY id")]


def of_chain(at):
    result = verify()
    if result.problem:
        told = WORDS.get(result.problem.kind, result.problem.kind)
        yield ill(
            f"Nhật ký sai từ bản ghi {result.problem.seq}: {told}.", "Chạy manage.py verify_audit; báo người giám sát."
        )
    else:
        yield well(f"Nhật ký liền mạch: {result.count} bản ghi, {result.rows} dòng lịch sử.")

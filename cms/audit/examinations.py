"""What the record can say of its health, and what a backup keeps of it."""

from cms.audit import witnesses
from cms.audit.verify import WORDS, verify
from cms.core.backup import manifest
from cms.core.doctor import examined, ill, note, well


def connect():
    """Register with the doctor and with the backup."""
    examined("Nhật ký", of_chain)
    examined("Điểm kiểm chứng", of_witnesses)
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


def of_witnesses(at):
    """Whether somebody outside keeps what proves the record."""
    standing = witnesses.standing(at)
    if standing.warning:
        yield ill(standing.warning, "Mở trang Điểm kiểm chứng; xem CHECKPOINT_MAILBOXES, CHECKPOINT_URLS.")
    elif not witnesses.configured():
        yield note(
            "Chưa có nơi nào ngoài máy chủ giữ điểm kiểm chứng.", "Đặt CHECKPOINT_MAILBOXES hoặc CHECKPOINT_URLS."
        )
    else:
        told = f"{standing.last_success_at:%d/%m/%Y}" if standing.last_success_at else "chưa có, vẫn trong ngày đầu"
        yield well(f"Nơi khác nhận điểm kiểm chứng gần nhất: {told}.")

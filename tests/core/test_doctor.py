"""The doctor: each examination finds what it is there for, and says what to do; a healthy installation passes."""

import io
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from cms.audit.examinations import of_chain
from cms.audit.models import Entry
from cms.audit.record import record
from cms.core import doctor, examinations, heartbeat, strays
from cms.core.doctor import State
from cms.core.models import Mail
from cms.law.examinations import of_calendar
from tests.audit.triggers import lifted
from tests.factories.core import UserFactory
from tests.factories.moments import moment

pytestmark = pytest.mark.django_db
AT = moment("22/11/2026 09:00")


def worst(examination, at=AT):
    """The states found, the worst first, and the words."""
    found = list(examination(at))
    assert all(bool(one.remedy) == (one.state != State.WELL) for one in found), "what is not well names its remedy"
    states = [one.state for one in found]
    return max(states, key=list(State).index), " ".join(one.told for one in found)


def test_secrets(settings):
    settings.DEMONSTRATION, settings.PEPPER = False, "ngan"
    assert worst(examinations.of_secrets)[0] == State.ILL
    settings.PEPPER, settings.FIELD_KEYS = "x" * 32, []
    assert "MB_FIELD_KEYS" in worst(examinations.of_secrets)[1]
    settings.FIELD_KEYS = ["khóa"]
    assert worst(examinations.of_secrets)[0] == State.WELL


def test_versions(settings, monkeypatch):
    assert worst(examinations.of_versions)[0] == State.WELL
    monkeypatch.setattr(examinations.MigrationExecutor, "migration_plan", lambda *args: [1, 2])
    assert "2 bước" in worst(examinations.of_versions)[1]


def test_files_gone_and_changed(monkeypatch):
    monkeypatch.setattr(strays, "_named", lambda: iter([("aa/con", "0" * 64), ("aa/mat", "0" * 64)]))
    root = examinations.settings.PRIVATE_ROOT
    (root / "aa").mkdir(parents=True, exist_ok=True)
    (root / "aa/con").write_bytes(b"khac")
    state, told = worst(examinations.of_files)
    assert state == State.ILL
    assert "Thiếu 1 tệp mà hồ sơ có ghi: aa/mat" in told
    assert "1 tệp đã khác lúc được giữ: aa/con" in told
    (root / "aa/con").unlink()


def test_disk_nearly_full(monkeypatch):
    monkeypatch.setattr(examinations.shutil, "disk_usage", lambda path: (100, 92, 8))
    assert "còn trống 8%" in worst(examinations.of_files)[1]


def test_worker_and_mail(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    assert "chưa chạy lần nào" in worst(examinations.of_worker)[1]
    heartbeat.beat(AT - timedelta(hours=1))
    assert "im lặng" in worst(examinations.of_worker)[1]
    heartbeat.beat(AT)
    assert worst(examinations.of_worker)[0] == State.WELL
    mail = {
        "kind": "a",
        "to": "a@b.vn",
        "subject": "a",
        "text": "a",
        "created_at": AT - timedelta(hours=2),
        "next_try_at": AT,
    }
    Mail.objects.create(message_id="1", **mail)
    Mail.objects.create(message_id="2", failed_at=AT, **mail)
    assert worst(examinations.of_worker) == (
        State.ILL,
        "Tiến trình nền đang chạy. 1 thư chờ gửi quá một giờ. 1 thư bỏ cuộc trong một ngày qua.",
    )


def test_scanner(settings, monkeypatch):
    settings.CLAMD_ADDRESS = ""
    assert worst(examinations.of_scanner)[0] == State.NOTE
    settings.CLAMD_ADDRESS = "127.0.0.1:1"
    assert worst(examinations.of_scanner)[0] == State.ILL


def test_chain():
    user = UserFactory()
    record("account.signed_in", subject=user, by=user)
    assert worst(of_chain)[0] == State.WELL
    with lifted():
        Entry.objects.update(actor_id=None)
    assert worst(of_chain)[0] == State.ILL


@pytest.mark.parametrize(
    ("day", "state"),
    [("30/09/2026", State.WELL), ("01/10/2026", State.NOTE), ("01/12/2026", State.ILL), ("01/03/2035", State.ILL)],
)
def test_calendar_of_the_next_year(day, state):
    assert worst(of_calendar, moment(day))[0] == state


def test_an_examination_that_breaks_is_a_finding(monkeypatch):
    monkeypatch.setattr(doctor, "_examinations", {"Thử": lambda at: 1 / 0})
    assert doctor.examine(AT)["Thử"][0].state == State.ILL


def test_command_ends_with_an_error_where_something_is_ill(monkeypatch):
    monkeypatch.setattr(doctor, "_examinations", {"Đĩa": lambda at: [doctor.ill("Đĩa đầy.", "Dọn đĩa.")]})
    told = io.StringIO()
    with pytest.raises(CommandError, match="Có 1 chỗ phải sửa"):
        call_command("doctor", stdout=told)
    assert told.getvalue() == "Đĩa\n  HỎNG   Đĩa đầy.\n         → Dọn đĩa.\n"
    monkeypatch.setattr(doctor, "_examinations", {"Đĩa": lambda at: [doctor.well("Đĩa còn chỗ.")]})
    call_command("doctor", stdout=told)
    assert "Không có chỗ nào phải sửa" in told.getvalue()


def test_every_room_has_its_examinations():
    assert {"Bí mật", "Phiên bản", "Tệp và đĩa", "Nhật ký", "Lịch làm việc", "Sao lưu"} <= set(
        doctor.examine(timezone.now())
    )

"""One digest an officer and working morning: what presses, what waits for this very person, and nothing personal."""

import pytest

from cms.core import periodic
from cms.core.models import Mail
from tests.factories import remedies as make_remedies
from tests.factories.core import make_house
from tests.factories.moments import moment
from tests.factories.workflow import Case, paper
from workflow import tasks
from workflow.choices import DecisionKind
from workflow.tasks import digests

pytestmark = pytest.mark.django_db
MONDAY = moment("16/11/2026 07:05")


@pytest.fixture
def house():
    return make_house()


def digest_of(user):
    return Mail.objects.filter(kind="digest", to=user.email).first()


def test_own_overdue_case_is_told(house):
    case = Case.sent(house, "02/11/2026").accept()  # due on Monday 16/11
    digests.send(moment("18/11/2026 07:05"))
    message = digest_of(house.officer)
    assert message.subject == "Việc hôm nay, 18/11/2026: 1 quá hạn"
    assert f"- {case.now.code}: quá hạn 2 ngày, hạn thứ Hai 16/11/2026; đến lượt ông/bà xử lý" in message.text


def test_last_day_is_told_as_such(house):
    case = Case.sent(house, "02/11/2026").accept()
    digests.send(MONDAY)
    assert f"{case.now.code}: hết hạn hôm nay" in digest_of(house.officer).text


def test_due_soon_counts_working_days_across_a_holiday(house):
    """Due on Wednesday 25/11; Tuesday 24/11 is off, so on Friday 20/11 two working days are left."""
    case = Case.sent(house, "12/11/2026").accept()
    digests.send(moment("20/11/2026 07:05"))
    assert f"{case.now.code}: còn 2 ngày làm việc, hạn thứ Tư 25/11/2026" in digest_of(house.officer).text


def test_case_with_time_left_is_only_told_to_whose_turn_it_is(house):
    case = Case.sent(house, "16/11/2026 06:00").accept()
    digests.send(MONDAY)
    assert f"ĐANG CHỜ ÔNG/BÀ\n- {case.now.code}: đến lượt ông/bà xử lý" in digest_of(house.officer).text
    assert digest_of(house.second_officer) is None


def test_unaccepted_case_is_told_to_every_focal_officer(house):
    """Not clicking wins no day (readings.md 8.3)."""
    case = Case.sent(house, "02/11/2026")
    digests.send(moment("18/11/2026 07:05"))
    for officer in (house.officer, house.second_officer, house.head):
        assert f"{case.now.code}: quá hạn 2 ngày" in digest_of(officer).text


def test_signer_registry_and_unit_hear_of_their_turn(house):
    proposed = Case.sent(house, "12/11/2026 08:00").accept().propose_extension()
    signed = Case.sent(house, "12/11/2026 09:00").accept().propose_extension().approve(DecisionKind.EXTENSION)
    asked = Case.sent(house, "12/11/2026 10:00").accept().collect()
    digests.send(MONDAY)
    assert f"{proposed.now.code}: chờ ông/bà ký duyệt" in digest_of(house.signer).text
    assert f"{signed.now.code}: có văn bản chờ phát hành" in digest_of(house.registry).text
    assert f"{asked.now.code}: đến lượt ông/bà xử lý" in digest_of(house.originator).text


def test_nobody_signs_what_they_proposed(house):
    house.give(house.officer, "SIGNER")
    case = Case.sent(house, "12/11/2026").accept().propose_extension()
    digests.send(MONDAY)
    assert case.now.code not in (digest_of(house.officer).text if digest_of(house.officer) else "")


def test_waiting_for_the_citizen_is_nobodys_turn(house):
    Case.sent(house, "02/11/2026").ask_for_supplement()
    digests.send(moment("18/11/2026 07:05"))
    assert not Mail.objects.filter(kind="digest").exists()


def test_supervisor_and_stranger_are_told_nothing(house):
    Case.sent(house, "02/11/2026").accept()
    digests.send(moment("18/11/2026 07:05"))
    told = set(Mail.objects.filter(kind="digest").values_list("to", flat=True))
    assert told.isdisjoint({house.auditor.email, house.justice.email, house.stranger.email, house.editor.email})


def test_other_authority_is_never_told(house):
    other = make_house()
    Case.sent(house, "02/11/2026").accept()
    digests.send(moment("18/11/2026 07:05"))
    assert digest_of(other.officer) is None


def test_nothing_personal_is_told(house):
    Case.entered(house, "02/11/2026", name="Hà Thị Mộc Miên", facts=paper(on="02/11/2026")).accept()
    digests.send(moment("18/11/2026 07:05"))
    for message in Mail.objects.filter(kind="digest"):
        assert "Mộc Miên" not in message.subject + message.text
        assert "quy hoạch" not in message.text


def test_one_a_person_and_day_however_often_it_runs(house):
    Case.sent(house, "02/11/2026").accept()
    for hour in ("07:00", "07:01", "11:30", "23:59"):
        digests.send(moment(f"18/11/2026 {hour}"))
    assert Mail.objects.filter(kind="digest", to=house.officer.email).count() == 1
    digests.send(moment("19/11/2026 07:00"))
    assert Mail.objects.filter(kind="digest", to=house.officer.email).count() == 2


def test_restarted_worker_doubles_no_digest(house):
    Case.sent(house, "02/11/2026").accept()
    for _ in range(3):
        periodic.Round().run_due(moment("18/11/2026 08:00"))
    assert Mail.objects.filter(kind="digest", to=house.officer.email).count() == 1


@pytest.mark.parametrize(
    ("morning", "is_told"),
    [
        pytest.param("18/11/2026 07:00", True, id="thứ Tư"),
        pytest.param("21/11/2026 07:00", False, id="thứ Bảy"),
        pytest.param("24/11/2026 07:00", False, id="Ngày Văn hóa Việt Nam"),
        pytest.param("22/08/2026 07:00", True, id="thứ Bảy làm bù"),
    ],
)
def test_only_on_working_mornings(house, morning, is_told):
    Case.sent(house, "03/08/2026").accept()
    tasks.tell_officers(moment(morning))
    assert (digest_of(house.officer) is not None) is is_told


def test_person_who_left_is_told_nothing(house):
    Case.sent(house, "02/11/2026").accept()
    house.officer.is_active = False
    house.officer.save()
    digests.send(moment("18/11/2026 07:05"))
    assert digest_of(house.officer) is None


def test_reading_does_not_grow_with_the_cases(house, django_assert_max_num_queries):
    for _ in range(6):
        Case.sent(house, "02/11/2026").accept()
    desk = digests.queues.Desk.of(house.officer, moment("18/11/2026").date())
    with django_assert_max_num_queries(10):
        assert len(digests.words_for(desk)["overdue"]) == 6


def test_complaints_are_told_to_whose_turn_it_is_and_denunciations_to_the_few(house):
    case = make_remedies.refused(house)
    late = make_remedies.entered(case)  # to be accepted by Thursday 10/12
    secret = make_remedies.entered(case, "DENUNCIATION", by=house.registry, received_on="08/12/2026")
    digests.send(moment("11/12/2026 07:05"))
    assert f"- {late.code}: khiếu nại quá hạn 1 ngày, hạn thứ Năm 10/12/2026" in digest_of(house.officer).text
    assert secret.code not in digest_of(house.officer).text
    assert f"- {secret.code}: tố cáo chờ ông/bà" in digest_of(house.head_of_authority).text
    digests.send(moment("16/12/2026 07:05"))
    text = Mail.objects.filter(kind="digest", to=house.head_of_authority.email).latest("pk").text
    assert f"- {secret.code}: tố cáo còn 1 ngày làm việc" in text

"""Who read personal data: opening is recorded once a day; unusual reading is flagged the same day and closed by another."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from cms.audit.models import Entry
from cms.audit.verify import verify
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Mail
from cms.core.roles import Role
from tests.factories import corrections as make_corrections
from tests.factories.moments import moment
from tests.factories.workflow import Case, case_in
from workflow.choices import ReadingRule, ReadingVerdict
from workflow.models import ReadingFlag
from workflow.services import citizen, readings, retention
from workflow.services.reading_rules import RULES, Day, Reading

pytestmark = pytest.mark.django_db

A_DAY = "10/11/2026"  # a Tuesday
RULE = {rule.code: rule for rule in RULES}


def reading(case="1", kind="request.read", at="10/11/2026 10:00"):
    return Reading(kind, str(case), moment(at))


def cases(number):
    return tuple(reading(n) for n in range(number))


@pytest.mark.parametrize(
    ("code", "day", "count"),
    [
        (ReadingRule.MANY, Day(cases(19)), 0),
        (ReadingRule.MANY, Day(cases(20)), 20),
        (ReadingRule.MANY, Day(cases(20), usual=7), 0),
        (ReadingRule.MANY, Day(cases(24), usual=8), 24),
        (ReadingRule.MANY, Day(cases(5) * 10), 0),
        (ReadingRule.FOREIGN, Day(cases(5), own=frozenset("0")), 0),
        (ReadingRule.FOREIGN, Day(cases(6), own=frozenset("0")), 5),
        (ReadingRule.OFF_HOURS, Day((reading(at="10/11/2026 05:59"),) * 3), 3),
        (ReadingRule.OFF_HOURS, Day((reading(at="10/11/2026 21:00"),) * 3), 3),
        (ReadingRule.OFF_HOURS, Day((reading(at="10/11/2026 06:00"), reading(at="10/11/2026 20:59")) * 3), 0),
        (ReadingRule.OFF_HOURS, Day(cases(3), is_working=False), 3),
        (ReadingRule.UNMASKING, Day((reading(kind="request.identity_shown"),) * 4), 0),
        (ReadingRule.UNMASKING, Day((reading(kind="request.identity_shown"),) * 5), 5),
        (ReadingRule.FOREIGN, Day((reading("", kind="register.exported"),) * 9), 0),
    ],
)
def test_each_rule_counts_what_its_words_say(code, day, count):
    assert RULE[code].found(day) == count


def test_every_rule_has_words_and_is_one_of_the_choices():
    assert {rule.code for rule in RULES} == set(ReadingRule)
    assert all(str(rule.least) in str(rule.says) for rule in RULES)


def test_opening_a_case_is_recorded_once_a_day(house):
    case = Case.sent(house)
    for when in ("10/11/2026 09:00", "10/11/2026 17:00", "11/11/2026 09:00"):
        readings.opened(case.now, "request.read", by=house.officer, at=moment(when))
    readings.opened(case.now, "request.read", by=house.head, at=moment("10/11/2026 09:00"))
    assert Entry.objects.filter(kind="request.read").count() == 3


def test_reading_under_seal_says_so(house):
    case = case_in("PROVIDED", house)
    act = retention.propose(info_request=case.now, kind="SEAL", reason="Đến lúc", by=house.officer, at=case.at)
    retention.decide(act=act, agree=True, by=house.head_of_authority, at=case.at)
    readings.opened(case.now, "request.read", by=house.data_officer, at=case.at)
    assert b'"sealed":true' in bytes(Entry.objects.get(kind="request.read").payload)


@pytest.mark.parametrize(("who", "recorded"), [("officer", 1), ("auditor", 0)])
def test_the_page_of_a_case_records_who_reads_names(house, client, who, recorded):
    case = Case.sent(house)
    client.force_login(getattr(house, who), backend="django.contrib.auth.backends.ModelBackend")
    for _ in range(2):
        assert client.get(reverse("desk:case", args=[case.now.code])).status_code == 200
    assert Entry.objects.filter(kind="request.read").count() == recorded


def test_the_page_of_a_correction_records_it_too(house, client):
    correction = make_corrections.reported(house)
    client.force_login(house.officer, backend="django.contrib.auth.backends.ModelBackend")
    client.get(reverse("desk:correction", args=[correction.code]))
    assert Entry.objects.get(kind="correction.read").subject_id == str(correction.pk)


def read_all(person, stories, at):
    for story in stories:
        readings.opened(story.now, "request.read", by=person, at=moment(at))


def flags():
    return [(flag.person, flag.rule, flag.count) for flag in ReadingFlag.objects.order_by("pk")]


def test_reading_outside_ones_work_is_flagged_the_same_day_and_told(house):
    stories = [Case.sent(house) for _ in range(6)]
    house.signer.is_active = True
    read_all(house.signer, stories, "10/11/2026 10:00")
    read_all(house.officer, stories, "10/11/2026 10:00")  # the focal unit's own work
    assert readings.flag(moment("10/11/2026 11:00")) == 1
    assert flags() == [(house.signer, ReadingRule.FOREIGN, 6)]
    mails = Mail.objects.filter(kind="reading_flagged")
    assert {mail.to for mail in mails} == {
        one.email for one in (house.data_officer, house.auditor, house.head_of_authority)
    }
    for mail in mails:
        assert stories[0].now.code not in mail.subject + mail.text
        assert "Mến" not in mail.subject + mail.text
    assert readings.flag(moment("10/11/2026 12:00")) == 0
    assert mails.count() == 3
    read_all(house.signer, [Case.sent(house)], "10/11/2026 15:00")
    assert readings.flag(moment("11/11/2026 08:00")) == 0  # the same flag, with what it counts now
    assert flags() == [(house.signer, ReadingRule.FOREIGN, 7)]
    assert verify().problem is None


def test_who_has_worked_on_a_case_reads_what_is_theirs(house):
    stories = [Case.sent(house).accept().review().propose_to_provide().approve() for _ in range(5)]
    read_all(house.signer, stories, "10/11/2026 10:00")
    assert readings.flag(moment("10/11/2026 11:00")) == 0


def test_the_person_concerned_is_not_told(house):
    house.give(house.signer, Role.DATA_OFFICER)
    read_all(house.signer, [Case.sent(house) for _ in range(5)], "10/11/2026 10:00")
    readings.flag(moment("10/11/2026 11:00"))
    assert house.signer.email not in set(Mail.objects.filter(kind="reading_flagged").values_list("to", flat=True))


@pytest.mark.parametrize("at", ["08/11/2026 10:00", "10/11/2026 23:30"])
def test_a_sunday_and_a_night_are_flagged(house, at):
    read_all(house.officer, [Case.sent(house) for _ in range(3)], at)
    readings.flag(moment(at) + timedelta(minutes=20))
    assert (house.officer, ReadingRule.OFF_HOURS, 3) in flags()


def test_many_unmaskings_are_flagged(house):
    case = Case.sent(house)
    for _ in range(5):
        citizen.unmask_identity(
            info_request=case.now, reason="Đối chiếu", by=house.officer, at=moment("10/11/2026 10:00")
        )
    readings.flag(moment("10/11/2026 11:00"))
    assert flags() == [(house.officer, ReadingRule.UNMASKING, 5)]


def test_ones_own_habit_is_what_more_is_measured_by(house, monkeypatch):
    monkeypatch.setattr(readings, "RULES", [_lowered(RULE[ReadingRule.MANY], least=4)])
    stories = [Case.sent(house) for _ in range(6)]
    read_all(house.officer, stories[:1], "05/11/2026 10:00")
    read_all(house.officer, stories[:3], "06/11/2026 10:00")
    read_all(house.officer, stories, "10/11/2026 10:00")
    assert readings.flag(moment("10/11/2026 11:00")) == 1
    assert ReadingFlag.objects.get().usual == 2


def _lowered(rule, **changes):
    from dataclasses import replace

    return replace(rule, **changes)


def test_reading_under_a_code_that_is_no_authority_is_left_alone(house):
    from cms.audit.record import record

    for _ in range(9):
        with transaction.atomic():
            record("register.exported", by=house.officer, authority="khong-con", at=moment("08/11/2026 10:00"))
    assert readings.flag(moment("08/11/2026 11:00")) == 0


# --- looking at it -----------------------------------------------------------------------------------------------
@pytest.fixture
def flag(house):
    read_all(house.signer, [Case.sent(house) for _ in range(5)], "10/11/2026 10:00")
    readings.flag(moment("10/11/2026 11:00"))
    return ReadingFlag.objects.get()


def test_somebody_else_closes_it_with_a_reason(house, flag):
    words = {"verdict": ReadingVerdict.EXPLAINED, "reason": "Ký hồ sơ tồn", "at": moment("10/11/2026 15:00")}
    house.give(house.signer, Role.DATA_OFFICER)
    for by in (house.signer, house.officer, house.auditor, house.administrator):
        with pytest.raises(NotAllowed):
            readings.close(flag=flag, by=by, **words)
    for more, says in (({"verdict": "?"}, "Chọn một kết luận"), ({"reason": " "}, "Ghi lý do")):
        with pytest.raises(DomainError, match=says):
            readings.close(flag=flag, by=house.data_officer, **words | more)
    readings.close(flag=flag, by=house.data_officer, **words)
    with pytest.raises(DomainError, match="đã được kết luận"):
        readings.close(flag=flag, by=house.head_of_authority, **words)
    assert Entry.objects.latest("seq").kind == "reading.closed"
    assert readings.flag(moment("10/11/2026 16:00")) == 0
    assert verify().problem is None


def test_the_database_itself_wants_another_person(house, flag):
    flag.closed_by, flag.closed_at, flag.verdict, flag.reason = flag.person, timezone.now(), "EXPLAINED", "Tôi đọc"
    with pytest.raises(IntegrityError), transaction.atomic():
        flag.save()


def test_pages_show_who_read_how_much_and_the_flag_is_closed_there(house, flag, client):
    def enter(person):
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    url, one = reverse("desk:readings"), reverse("desk:reading_flag", args=[flag.pk])
    period = {"tu": "09/11/2026", "den": "10/11/2026"}
    for reader in (house.auditor, house.data_officer, house.head_of_authority, house.administrator):
        words = enter(reader).get(url, period).content.decode()
        assert "Nguyễn Văn Ký" in words
        assert "5 hồ sơ" in words
        assert enter(reader).get(one).status_code == 200
    assert "Ghi kết luận" not in enter(house.auditor).get(one).content.decode()
    assert enter(house.auditor).post(one, {"verdict": "EXPLAINED", "reason": "x"}).status_code == 403
    assert Entry.objects.latest("seq").kind == "attempt.refused"
    for person in (house.officer, house.signer):
        assert enter(person).get(url).status_code == 404
        assert enter(person).get(one).status_code == 404
    me = enter(house.data_officer)
    assert "phải từ ngày" in me.get(url, {"tu": "10/11/2026", "den": "09/11/2026"}).content.decode()
    assert me.post(one, {"verdict": "", "reason": ""}).status_code == 422
    assert me.post(one, {"verdict": "NOT_EXPLAINED", "reason": "Không có việc"}).status_code == 302
    assert me.post(one, {"verdict": "EXPLAINED", "reason": "Lại"}).status_code == 422
    assert "Không có việc" in me.get(one).content.decode()
    assert me.get(reverse("desk:reading_flag", args=[flag.pk + 1])).status_code == 404

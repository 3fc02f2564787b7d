"""A day off more or less, a year confirmed: which open requests move, which promise is kept, who may do it."""

import json
from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.db.models import QuerySet

from cms.audit.models import Entry
from cms.audit.verify import verify
from cms.core.errors import NotAllowed, StaleView
from cms.core.models import Mail
from cms.law import services as law
from cms.law.choices import DayCode
from cms.law.errors import AdoptionError, SecondPersonNeeded
from cms.law.models import CalendarYear
from cms.law.workdays import SpecialDay
from tests.factories.core import make_house, make_person
from tests.factories.moments import day, moment
from tests.factories.workflow import Case
from workflow.models import InformationRequest
from workflow.services import calendar_changes
from workflow.services.moved_dates import Effect

pytestmark = pytest.mark.django_db

NOW = moment("21/11/2026")
MONDAY, SATURDAY, CULTURE_DAY = date(2026, 11, 23), date(2026, 11, 28), date(2026, 11, 24)
MONDAY_OFF = {MONDAY: SpecialDay(MONDAY, DayCode.SWAPPED_OFF, "Nghỉ hoán đổi")}
SATURDAY_WORKED = {SATURDAY: SpecialDay(SATURDAY, DayCode.SWAPPED_WORK, "Làm bù")}
SWAP = MONDAY_OFF | SATURDAY_WORKED


@pytest.fixture
def house(db):
    return make_house()


@pytest.fixture
def second(house):
    """Another administrator."""
    return make_person("Phan Thị Nhì", "ADMINISTRATOR", authority=house.authority)


@pytest.fixture
def propose(house):
    def propose(changes, notice="15/TB-BNV"):
        return law.propose_day_change(
            changes=changes, notice_number=notice, reason="Hoán đổi ngày làm việc", by=house.administrator, at=NOW
        )

    return propose


@pytest.fixture
def draft(house):
    return law.propose_calendar_year(year=2027, by=house.administrator, at=NOW)


def rows(outlook):
    return {row.info_request.pk: (row.effect, row.before, row.after) for row in outlook.rows}


def last_entries(case):
    entries = Entry.objects.filter(subject_type="workflow.informationrequest", subject_id=str(case.pk))
    return list(entries.order_by("seq").values_list("kind", flat=True))


# --- what moves, by which law ----------------------------------------------------------------------------------------
#: sent on, delivery, due now, the changed days, due then, effect, why
CASES = [
    pytest.param(
        "11/11/2026", "DOWNLOAD", "23/11/2026", MONDAY_OFF, "25/11/2026", Effect.LATER,
        "Hết 12 ngày vào 23/11; nghỉ 23/11 và 24/11.", id="L26: ngày cuối thành ngày nghỉ",
    ),
    pytest.param(
        "16/11/2026", "DOWNLOAD", "30/11/2026", SATURDAY_WORKED, "30/11/2026", Effect.KEPT,
        "Tính ra thứ Bảy 28/11/2026, nhưng đã báo thứ Hai 30/11/2026: không rút ngắn.",
        id="L26: thứ Bảy cuối thành ngày làm bù, giữ ngày đã báo",
    ),
    pytest.param(
        "12/11/2026", "DOWNLOAD", "25/11/2026", {CULTURE_DAY: None}, "25/11/2026", Effect.KEPT,
        "Tính ra thứ Ba 24/11/2026, nhưng đã báo thứ Tư 25/11/2026: không rút ngắn.",
        id="L26: bỏ một ngày nghỉ, giữ ngày đã báo",
    ),
    pytest.param(
        "06/11/2026", "DOWNLOAD", "18/11/2026", SWAP, "18/11/2026", Effect.SAME, "", id="L26: hết hạn trước các ngày đổi",
    ),
    pytest.param(
        "19/11/2026", "DOWNLOAD", "01/12/2026", SWAP, "01/12/2026", Effect.SAME, "", id="L26: ngày đổi nằm giữa thời hạn",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("sent", "delivery", "due", "changes", "then", "effect", "why"), CASES)
def test_request_under_another_calendar(house, sent, delivery, due, changes, then, effect, why):
    case = Case.sent(house, on=sent, delivery=delivery)
    assert case.now.due_on == day(due)
    outlook = calendar_changes.preview(law.calendar_with(changes))
    assert rows(outlook) == {case.pk: (effect, day(due), day(then))}
    assert outlook.rows[0].why == why
    assert [row.info_request.pk for row in outlook.moved] == ([] if effect is Effect.SAME else [case.pk])
    assert case.now.due_on == day(due)


#: Under the 2016 law: complete on, delivery, due now, changed days, due then, why
OLD_LAW = [
    pytest.param(
        "PAPER_BY_POST", "09/11/2026", "01/12/2026", MONDAY_OFF, "02/12/2026", Effect.LATER, "23/11 không còn được đếm.",
        id="L16: một ngày làm việc ít đi",
    ),
    pytest.param(
        "PAPER_BY_POST", "09/11/2026", "01/12/2026", SATURDAY_WORKED, "01/12/2026", Effect.KEPT,
        "Tính ra thứ Hai 30/11/2026, nhưng đã báo thứ Ba 01/12/2026: không rút ngắn.", id="L16: thêm một ngày làm bù",
    ),
    pytest.param(
        "PAPER_BY_POST", "09/11/2026", "01/12/2026", SWAP, "01/12/2026", Effect.SAME, "", id="L16: hoán đổi trong thời hạn",
    ),
]  # fmt: skip


@pytest.fixture
def old_law(house):
    def old_law(delivery, complete_on, **fields):
        """Sent on the last day of the 2016 law; complete by its supplement."""
        case = Case.sent(house, on="31/08/2026", delivery=delivery, **fields).ask_for_supplement()
        return case.on(complete_on).supply()

    return old_law


@pytest.mark.parametrize(("delivery", "complete_on", "due", "changes", "then", "effect", "why"), OLD_LAW)
def test_request_of_the_old_law_counts_working_days(old_law, delivery, complete_on, due, changes, then, effect, why):
    case = old_law(delivery, complete_on)
    assert case.now.due_on == day(due)
    outlook = calendar_changes.preview(law.calendar_with(changes))
    assert rows(outlook) == {case.pk: (effect, day(due), day(then))}
    assert outlook.rows[0].why == why


def test_days_gained_and_lost_are_both_named(old_law):
    """Two days off against one Saturday worked: the term ends a day later, and both reasons stand there."""
    tuesday = date(2026, 12, 1)
    case = old_law("PAPER_BY_POST", "09/11/2026")
    changes = SWAP | {tuesday: SpecialDay(tuesday, DayCode.HOLIDAY, "Nghỉ lễ")}
    row = calendar_changes.preview(law.calendar_with(changes)).moved[0]
    assert (row.info_request.pk, row.after) == (case.pk, date(2026, 12, 2))
    assert row.why == "23/11 và 01/12 không còn được đếm; 28/11 được đếm."


def test_date_nobody_was_told_may_come_sooner(house):
    """The only dates that ever come sooner are those that no requester knows."""
    case = Case.sent(house, on="16/11/2026")
    quiet = case.now
    quiet.told_due_on = None
    quiet.save(by=house.officer)
    row = calendar_changes.preview(law.calendar_with(SATURDAY_WORKED)).rows[0]
    assert (row.effect, row.after) == (Effect.EARLIER, SATURDAY)
    assert row.why == "Hết 12 ngày vào 28/11, nay là ngày làm việc."


def test_extension_runs_on_from_a_term_that_moved(house):
    case = Case.sent(house, on="11/11/2026").on("20/11/2026").accept().extended(5)
    assert case.now.due_on == date(2026, 11, 30)  # 28/11 is a Saturday
    row = calendar_changes.preview(law.calendar_with(MONDAY_OFF)).rows[0]
    assert (row.effect, row.before, row.after) == (Effect.SAME, date(2026, 11, 30), date(2026, 11, 30))
    wednesday = date(2026, 11, 25)
    more = MONDAY_OFF | {wednesday: SpecialDay(wednesday, DayCode.HOLIDAY, "Nghỉ lễ")}
    row = calendar_changes.preview(law.calendar_with(more)).rows[0]
    assert (row.effect, row.after) == (Effect.LATER, date(2026, 12, 1))
    assert row.why == "Hết 12 ngày vào 23/11; nghỉ 23/11, 24/11 và 25/11."


def test_extension_alone_may_move(house):
    case = Case.sent(house, on="06/11/2026").on("17/11/2026").accept().extended(5)
    assert case.now.due_on == MONDAY
    row = calendar_changes.preview(law.calendar_with(MONDAY_OFF)).rows[0]
    assert (row.after, row.why) == (date(2026, 11, 25), "Hết 5 ngày vào 23/11; nghỉ 23/11 và 24/11.")


def test_closed_and_waiting_requests_do_not_stand_in_the_preview(house):
    Case.sent(house, on="11/11/2026").withdraw()
    Case.sent(house, on="11/11/2026").ask_for_supplement()
    assert calendar_changes.preview(law.calendar_with(MONDAY_OFF)).rows == ()


def test_preview_costs_the_same_however_many_are_open(house, django_assert_num_queries):
    Case.sent(house, on="11/11/2026")
    calendar_changes.preview(law.calendar_with(SWAP))
    for on in ("11/11/2026", "16/11/2026", "31/08/2026"):
        Case.sent(house, on=on)
    wanted = law.calendar_with(SWAP)
    with django_assert_num_queries(3):  # the calendar's fingerprints, the requests, their extensions
        calendar_changes.preview(wanted)


# --- applying --------------------------------------------------------------------------------------------------------
def test_second_person_applies_and_requests_move(house, second, propose):
    late, kept, same = (Case.sent(house, on=on) for on in ("11/11/2026", "16/11/2026", "19/11/2026"))
    change = propose(SWAP)
    seen = calendar_changes.preview_change(change)
    assert [seen.count(effect) for effect in (Effect.LATER, Effect.KEPT, Effect.SAME)] == [1, 1, 1]
    version = late.now.version

    outlook = calendar_changes.apply(change=change, by=second, at=NOW, seen=seen.token)

    assert outlook.token == seen.token
    assert outlook.told == 1
    moved = late.now
    assert (moved.due_on, moved.told_due_on, moved.version) == (date(2026, 11, 25), date(2026, 11, 25), version + 1)
    assert (kept.now.due_on, same.now.due_on) == (date(2026, 11, 30), date(2026, 12, 1))
    entry = Entry.objects.get(kind="request.due_date_moved")
    assert (entry.subject_id, entry.actor_id, entry.note.reason) == (str(late.pk), second.pk, "Hoán đổi ngày làm việc")
    data = json.loads(bytes(entry.payload))["data"]
    assert data == {"before": "2026-11-23", "due_on": "2026-11-25", "notice": "15/TB-BNV", "rule": "Luật 01/2026/QH16"}
    row = moved.history.order_by("-history_id").first()
    assert (row.history_user, row.history_change_reason, row.due_on) == (second, "Hoán đổi ngày làm việc", moved.due_on)
    told = Mail.objects.get(kind="date_moved")
    assert (told.about, "25/11/2026" in told.text) == (moved.code, True)
    assert "request.due_date_moved" not in last_entries(kept) + last_entries(same)
    assert verify().problem is None


def test_day_of_the_first_notice_moves_though_the_due_date_does_not(house, second, propose, old_law):
    """Luật 2016, Điều 31.2: three working days to tell the time limit; a swap moves that day alone."""
    case = old_law("PAPER_BY_POST", "18/11/2026")
    assert (case.now.notice_due_on, case.now.due_on) == (MONDAY, date(2026, 12, 10))
    calendar_changes.apply(change=propose(SWAP), by=second, at=NOW)
    assert (case.now.notice_due_on, case.now.due_on) == (date(2026, 11, 25), date(2026, 12, 10))
    assert last_entries(case)[-1] == "request.due_date_settled"
    assert not Mail.objects.filter(kind="date_moved").exists()


def test_promise_made_under_a_kept_date_is_not_kept_twice(house, second, propose):
    """Once the Saturday is worked, a change elsewhere does not list the kept case again."""
    Case.sent(house, on="16/11/2026")
    calendar_changes.apply(change=propose(SATURDAY_WORKED), by=second, at=NOW)
    assert calendar_changes.preview(law.calendar_with(MONDAY_OFF)).count(Effect.KEPT) == 0


def test_nothing_moves_when_the_proposer_applies(house, propose):
    case, change = Case.sent(house, on="11/11/2026"), propose(MONDAY_OFF)
    with pytest.raises(SecondPersonNeeded, match="Cần người thứ hai"):
        calendar_changes.apply(change=change, by=house.administrator, at=NOW)
    with pytest.raises(NotAllowed):
        calendar_changes.apply(change=change, by=house.officer, at=NOW)
    assert case.now.due_on == MONDAY
    assert law.current_calendar().is_working(MONDAY)


def test_preview_that_is_no_longer_true_applies_nothing(house, second, propose):
    change = propose(MONDAY_OFF)
    seen = calendar_changes.preview_change(change).token
    case = Case.sent(house, on="11/11/2026")
    with pytest.raises(StaleView, match="Chưa áp dụng gì"):
        calendar_changes.apply(change=change, by=second, at=NOW, seen=seen)
    change.refresh_from_db()
    assert (change.state, case.now.due_on, law.current_calendar().is_working(MONDAY)) == ("PROPOSED", MONDAY, True)


def test_request_that_does_not_move_leaves_the_preview_true(house, second, propose):
    """A busy office receives requests all day; only what would move makes a preview old."""
    change = propose(MONDAY_OFF)
    seen = calendar_changes.preview_change(change).token
    Case.sent(house, on="20/11/2026")
    assert calendar_changes.apply(change=change, by=second, at=NOW, seen=seen).told == 0


def test_change_is_applied_once(second, propose):
    change = propose(MONDAY_OFF)
    calendar_changes.apply(change=change, by=second, at=NOW)
    with pytest.raises(AdoptionError, match="đã được quyết định"):
        calendar_changes.apply(change=change, by=second, at=NOW)


# --- a year ----------------------------------------------------------------------------------------------------------
def test_confirming_a_year_counts_its_requests_anew(house, second, draft):
    """Sent on 20/12/2026, 12 days end on 01/01/2027: provisional until the year's days are confirmed."""
    moved, settled, before = (Case.sent(house, on=on) for on in ("20/12/2026", "29/12/2026", "01/12/2026"))
    assert (moved.now.due_on, moved.now.due_is_provisional) == (date(2027, 1, 1), True)
    assert (settled.now.due_on, settled.now.due_is_provisional) == (date(2027, 1, 11), True)
    seen = calendar_changes.preview_year(draft)
    assert rows(seen) == {
        moved.pk: (Effect.LATER, date(2027, 1, 1), date(2027, 1, 4)),
        settled.pk: (Effect.SETTLED, date(2027, 1, 11), date(2027, 1, 11)),
        before.pk: (Effect.SAME, date(2026, 12, 14), date(2026, 12, 14)),
    }
    assert seen.rows[2].why == "Ngày không đổi, không còn là tạm tính."

    calendar_changes.confirm_year(year=draft, source="20/TB-BNV", by=second, at=NOW, seen=seen.token)

    assert (moved.now.due_on, moved.now.due_is_provisional) == (date(2027, 1, 4), False)
    assert (settled.now.due_on, settled.now.due_is_provisional) == (date(2027, 1, 11), False)
    assert [mail.about for mail in Mail.objects.filter(kind="date_moved")] == [moved.now.code]
    assert last_entries(moved)[-1] == "request.due_date_moved"
    assert last_entries(settled)[-1] == "request.due_date_settled"
    assert last_entries(before)[-1] == "request.submitted"
    assert Entry.objects.get(kind="request.due_date_moved").note.reason == "Lịch năm 2027: 20/TB-BNV"
    assert verify().problem is None


def test_draft_changed_after_it_was_seen_is_not_confirmed(house, second, draft):
    seen = calendar_changes.preview_year(draft).token
    law.add_day(year=draft, day=SpecialDay(date(2027, 2, 8), DayCode.HOLIDAY, "Tết"), by=house.administrator, at=NOW)
    with pytest.raises(StaleView):
        calendar_changes.confirm_year(year=draft, source="20/TB-BNV", by=second, at=NOW, seen=seen)
    draft.refresh_from_db()
    assert draft.state == "DRAFT"


def test_who_entered_the_year_does_not_confirm_it(house, draft):
    with pytest.raises(SecondPersonNeeded):
        calendar_changes.confirm_year(year=draft, source="20/TB-BNV", by=house.administrator, at=NOW)


# --- sent at the very moment -----------------------------------------------------------------------------------------
def test_request_counted_by_the_old_calendar_is_caught_up_with(house, second, propose):
    case = Case.sent(house, on="11/11/2026")
    change = propose(MONDAY_OFF)
    law.apply_day_change(change=change, by=second, at=NOW)  # as if the request had been written a moment later
    assert case.now.due_on == MONDAY
    assert calendar_changes.catch_up(moment("21/11/2026 10:00")) == 1
    assert case.now.due_on == date(2026, 11, 25)
    entry = Entry.objects.get(kind="request.due_date_moved")
    assert (entry.actor_id, entry.note.reason) == (None, "Vào sổ đúng lúc lịch thay đổi")
    assert calendar_changes.catch_up(moment("21/11/2026 11:00")) == 0


def test_catching_up_rests_while_the_calendar_rests(house, draft, second):
    # What is shipped counts as confirmed when the database was made, which was just now.
    QuerySet(CalendarYear).exclude(pk=draft.pk).update(confirmed_at=moment("01/01/2026"))
    Case.sent(house, on="20/12/2026")
    assert calendar_changes.catch_up(NOW) == 0
    law.confirm_calendar_year(year=draft, source="20/TB-BNV", by=second, at=NOW)
    assert calendar_changes.catch_up(moment("23/11/2026")) == 0
    assert calendar_changes.catch_up(moment("21/11/2026 12:00")) == 1
    assert not InformationRequest.objects.get().due_is_provisional


# --- two at once -----------------------------------------------------------------------------------------------------
@pytest.mark.django_db(transaction=True)
def test_two_who_apply_at_once_give_one_change_and_one_sentence():
    house = make_house()
    others = [make_person(f"Người {n}", "ADMINISTRATOR", authority=house.authority) for n in (1, 2)]
    case = Case.sent(house, on="11/11/2026")
    change = law.propose_day_change(
        changes=MONDAY_OFF, notice_number="15/TB-BNV", reason="Hoán đổi", by=house.administrator, at=NOW
    )
    start, said = Barrier(2), []

    def act(person):
        try:
            start.wait(timeout=10)
            said.append(calendar_changes.apply(change=change, by=person, at=NOW).told)
        except Exception as slip:
            said.append(str(slip))
        finally:
            connection.close()

    people = [Thread(target=act, args=(person,)) for person in others]
    for person in people:
        person.start()
    for person in people:
        person.join(timeout=60)
    assert sorted(map(str, said)) == ["1", "Thay đổi này đã được quyết định."]
    assert case.now.due_on == date(2026, 11, 25)
    assert Entry.objects.filter(kind="request.due_date_moved").count() == 1

"""One line per act, with before and after, at the same cost however much happened."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.audit.erasure import erase
from cms.audit.kinds import name_kinds, name_of
from cms.audit.models import EntryNote
from cms.audit.record import CITIZEN, record, refused
from cms.audit.timeline import timeline
from cms.core.models import RoleHolder, Unit, User
from cms.core.roles import Role

pytestmark = pytest.mark.django_db
AT = datetime(2036, 11, 12, 2, 30, tzinfo=UTC)


@pytest.fixture
def signer(authority):
    user = User.objects.create(username="minh.tq", first_name="Trần Quang Minh")
    RoleHolder(user=user, role=Role.SIGNER, authority=authority, since_on="2026-01-05").save()
    assert user.has_role(Role.SIGNER)
    return user


def act(kind, subject, *things, by, **words):
    """Save things and record it in one transaction, as a service does."""
    with transaction.atomic():
        for thing in things:
            thing.save(by=by if by != CITIZEN else None, reason=words.get("reason", ""))
        rows = [row for thing in things for row in thing.saved_rows()]
        return record(kind, subject=subject, by=by, at=AT, rows=rows, **words)


def said(line):
    return [(change.label, change.before, change.after) for change in line.changes]


def test_line_says_who_in_which_role_why_and_what_changed(authority, signer):
    authority.supplement_days, authority.is_remote = 15, True
    entry = act("authority.changed", authority, authority, by=signer, reason="Theo quy chế mới")
    line = timeline(authority)[-1]
    assert (line.seq, line.hash, line.at, line.kind) == (entry.seq, entry.hash, AT, "authority.changed")
    assert (line.person, line.role, line.reason) == ("Trần Quang Minh", "Người ký", "Theo quy chế mới")
    assert not line.is_refused
    assert said(line) == [
        ("hạn bổ sung do quy chế đặt (ngày)", "", "15"),
        ("vùng sâu, vùng xa, đi lại khó khăn", "Không", "Có"),
    ]


def test_change_is_counted_from_the_row_before_not_from_the_last(authority, signer):
    for name in ("Xã Một", "Xã Hai", "Xã Ba"):
        authority.short_name = name
        act("authority.changed", authority, authority, by=signer)
    names = [said(line) for line in timeline(authority)[-3:]]
    assert names == [
        [("tên ngắn", "Xã Suối Vàng", "Xã Một")],
        [("tên ngắn", "Xã Một", "Xã Hai")],
        [("tên ngắn", "Xã Hai", "Xã Ba")],
    ]


def test_other_things_of_the_case_show_what_was_filled_in(authority, signer):
    holding = RoleHolder(
        user=signer, role=Role.AUDITOR, authority=authority, since_on="2026-02-01", until_on=date(2026, 12, 31)
    )
    act("authority.watched", authority, holding, by=signer)
    line = timeline(authority)[-1]
    assert {change.thing for change in line.changes} == {"vai trò được giao"}
    assert said(line) == [
        ("người", "", "Trần Quang Minh"),
        ("vai trò", "", "Kiểm tra, giám sát"),
        ("từ ngày", "", "01/02/2026"),
        ("đến hết ngày", "", "31/12/2026"),
    ]


def test_new_case_is_not_repeated_field_by_field(authority, signer):
    unit = Unit(authority=authority, code="vp", name="Văn phòng")
    unit.save()
    record("unit.made", subject=unit, by=signer, rows=unit.saved_rows())
    assert [said(line) for line in timeline(unit)] == [[]]


def test_thing_that_went_away_changes_nothing_here(authority, signer):
    unit = Unit.objects.create(authority=authority, code="vp", name="Văn phòng")
    unit.saved_rows()
    with transaction.atomic():
        unit.delete()
        record("unit.removed", subject=authority, by=signer, rows=unit.saved_rows())
    assert said(timeline(authority)[-1]) == []


def test_moment_is_shown_on_the_wall_of_the_office(signer):
    signer.date_joined = datetime(2026, 11, 12, 18, 30, tzinfo=UTC)
    act("account.corrected", signer, by=signer)
    signer.save()
    record("account.corrected", subject=signer, by=signer, rows=[signer.history.latest("history_id")])
    assert said(timeline(signer)[-1])[0][2] == "01:30 13/11/2026"


def test_refused_attempt_is_a_line_of_its_own(authority, signer):
    refused("authority.closed", subject=authority, by=signer, reason="Người trình không được tự ký.")
    line = timeline(authority)[-1]
    assert (line.kind, line.is_refused, line.reason) == ("authority.closed", True, "Người trình không được tự ký.")
    assert line.changes == []
    assert line.data == {}


def test_citizen_and_system_are_named(authority):
    record("request.sent", subject=authority, by=CITIZEN)
    record("request.lapsed", subject=authority)
    assert [line.person for line in timeline(authority)[-2:]] == ["Người yêu cầu", "Hệ thống"]


def test_person_whose_account_is_gone_keeps_the_name_of_the_account(authority):
    user = User.objects.create(username="nghi.viec")
    record("request.extended", subject=authority, by=user)
    assert timeline(authority)[-1].person == "nghi.viec"


def test_clock_set_back_is_told(authority):
    record("request.sent", subject=authority, at=AT)
    record("request.accepted", subject=authority, at=AT - timedelta(hours=2))
    assert timeline(authority)[-1].clock_behind == 7200


def test_other_subjects_stay_out(authority, signer):
    unit = Unit.objects.create(authority=authority, code="vp", name="Văn phòng")
    record("unit.made", subject=unit, by=signer)
    assert "unit.made" not in {line.kind for line in timeline(authority)}


# --- personal words ----------------------------------------------------------------------------------------------


def test_personal_words_show_that_they_changed_only(save_unit):
    unit, _first = save_unit(name="Tổ của bà Mai")
    save_unit(unit, name="Tổ của ông Bình")
    (change,) = timeline(unit)[-1].changes
    assert (change.label, change.before, change.after, change.is_personal) == ("tên đơn vị", "", "", True)
    (change,) = timeline(unit, personal=True)[-1].changes
    assert (change.before, change.after) == ("Tổ của bà Mai", "Tổ của ông Bình")


def test_name_of_a_person_pointed_to_is_personal(save_unit, authority, signer):
    unit, _first = save_unit(name="Tổ của bà Mai")
    holding = RoleHolder(user=signer, role=Role.SIGNER, authority=authority, unit=unit, since_on="2026-01-05")
    act("authority.staffed", authority, holding, by=signer)

    def unit_of(line):
        return next(change for change in line.changes if change.field == "unit")

    assert unit_of(timeline(authority)[-1]).after == ""
    assert unit_of(timeline(authority, personal=True)[-1]).after == "Tổ của bà Mai"


def test_erased_reason_is_told_as_erased(save_unit, officer):
    unit, _first = save_unit(name="Tổ của bà Mai", reason="Bà Mai xin chuyển")
    erase("unit.erased", subject=unit, by=officer, at=timezone.now(), reason="Hết hạn lưu")
    lines = timeline(unit, personal=True)
    assert [(line.reason, line.is_reason_erased, line.is_erasure) for line in lines] == [
        ("", True, False),
        ("Hết hạn lưu", False, True),
    ]
    assert EntryNote.objects.filter(reason__contains="Mai").count() == 0


# --- cost --------------------------------------------------------------------------------------------------------


def grow(authority, signer, acts):
    unit = Unit.objects.create(authority=authority, code=f"u{Unit.objects.count()}", name="Văn phòng")
    for number in range(acts):
        authority.supplement_days = number + 1
        unit.name = f"Văn phòng {number}"
        holding = RoleHolder(user=signer, role=Role.SIGNER, authority=authority, unit=unit, since_on="2026-01-05")
        act("authority.changed", authority, authority, unit, holding, by=signer, reason=f"Lần {number}")
        refused("authority.closed", subject=authority, by=signer, reason="Không được")


def test_same_statements_however_much_happened(authority, signer):
    counts = []
    for acts in (1, 12):
        grow(authority, signer, acts)
        with CaptureQueriesContext(connection) as queries:
            lines = timeline(authority)
        counts.append(len(queries))
    assert len(lines) >= 26
    assert counts == [3, 3]


def test_nothing_happened_yet(authority):
    assert timeline(Unit(pk=1, authority=authority)) == []


# --- names of kinds ----------------------------------------------------------------------------------------------


def test_kinds_have_names():
    assert name_of("account.signed_in") == "Đăng nhập"
    assert name_of("wagtail.publish") != "wagtail.publish"
    assert name_of("never.heard") == "never.heard"
    name_kinds({"unit.saved": "Lưu đơn vị"})
    assert name_of("unit.saved") == "Lưu đơn vị"

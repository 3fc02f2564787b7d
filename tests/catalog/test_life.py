"""The life of an item: draft, first check, second check and publication, update, correction, end, withdrawal."""

import pytest
from django.utils import timezone

from catalog.choices import InfoClass, ItemState, VersionKind
from catalog.completeness import Incomplete
from catalog.models import InformationItem
from catalog.services import checking, drafts, publishing
from cms.audit.models import Entry
from cms.core.errors import DomainError, NotAllowed, StaleView
from tests.factories import catalog as make
from tests.factories.moments import day, moment


def kinds(item):
    rows = Entry.objects.filter(subject_type="catalog.informationitem", subject_id=str(item.pk)).order_by("seq")
    return list(rows.values_list("kind", flat=True))


def test_saving_drafts_writes_no_history_row_and_every_act_one_entry(house):
    item = make.draft(house)
    for n in range(3):
        item = drafts.edit(
            item=item,
            seen=item.version,
            facts={"title": f"Bảng giá đất, bản nháp {n}"},
            by=house.originator,
            at=make.AT,
        )
    assert item.history.count() == 0
    assert item.revisions.count() == 4
    item = make.checked(house, item=item)
    assert item.history.count() == 0
    item = publishing.publish(item=item, seen=item.version, by=house.officer, at=make.AT)
    assert item.history.count() == 1
    assert item.title == "Bảng giá đất, bản nháp 2"
    assert kinds(item) == ["item.entered", *["item.drafted"] * 3, "item.checked", "item.published"]


def test_publication_correction_withdrawal_write_one_history_row_each(house):
    item = make.published(house)
    item = drafts.propose_correction(
        item=item,
        seen=item.version,
        wrong="5,2 triệu đồng/m²",
        right="5,7 triệu đồng/m²",
        reason="Gõ nhầm bảng 3",
        facts={"number": "64A/QĐ-UBND"},
        by=house.originator,
        at=make.AT,
    )
    assert (item.history.count(), item.number) == (1, "64/QĐ-UBND"), "what is public stays until the second person"
    item = make.published(house, item=item, at=moment("17/11/2026"))
    assert (item.history.count(), item.number, item.corrected_on) == (2, "64A/QĐ-UBND", day("17/11/2026"))
    wrong, right = item.versions.order_by("number")
    assert (wrong.facts["number"], right.facts["number"]) == ("64/QĐ-UBND", "64A/QĐ-UBND")
    assert (right.kind, right.wrong, right.right) == (
        VersionKind.CORRECTION,
        "5,2 triệu đồng/m²",
        "5,7 triệu đồng/m²",
    )
    assert (right.checked_by, right.published_by) == (house.originator, house.officer)
    item = publishing.withdraw(
        item=item, seen=item.version, reason="Văn bản đã bị thay thế", by=house.head, at=moment("18/11/2026")
    )
    assert (item.history.count(), item.state, item.live) == (3, ItemState.WITHDRAWN, False)
    assert kinds(item)[-4:] == ["item.correction_drafted", "item.checked", "item.corrected", "item.withdrawn"]


def test_the_first_checker_never_publishes(house):
    house.give(house.originator, "FOCAL_OFFICER")
    item = make.checked(house)
    with pytest.raises(NotAllowed, match="người khác"):
        publishing.publish(item=item, seen=item.version, by=make.as_now(house.originator), at=make.AT)
    assert not InformationItem.objects.get(pk=item.pk).live


@pytest.mark.parametrize("role", ["ORIGINATING_UNIT", "SIGNER", "REGISTRY", "EDITOR", "ADMINISTRATOR", "AUDITOR"])
def test_only_the_focal_unit_looks_a_second_time(house, role):
    item = make.checked(house)
    with pytest.raises(NotAllowed):
        publishing.publish(item=item, seen=item.version, by=house.by_role[role], at=make.AT)


def test_a_change_after_the_check_needs_a_new_check(house):
    item = make.checked(house)
    item = drafts.edit(item=item, seen=item.version, facts={"number": "65/QĐ-UBND"}, by=house.editor, at=make.AT)
    with pytest.raises(DomainError, match="chưa kiểm tra"):
        publishing.publish(item=item, seen=item.version, by=house.officer, at=make.AT)


def test_who_looked_at_an_older_view_changes_nothing(house):
    item = make.checked(house)
    seen = item.version
    drafts.edit(item=item, seen=seen, facts={"number": "65/QĐ-UBND"}, by=house.editor, at=make.AT)
    with pytest.raises(StaleView):
        publishing.publish(item=item, seen=seen, by=house.officer, at=make.AT)


@pytest.mark.parametrize(
    ("facts", "links", "field"),
    [
        pytest.param({}, (), "files", id="không tệp, không đường dẫn"),
        pytest.param({"category": ""}, None, "category", id="không nhóm"),
        pytest.param({"created_on": None}, None, "created_on", id="không ngày"),
        pytest.param({"forms": " "}, None, "forms", id="không hình thức"),
        pytest.param({"info_class": "ON_REQUEST"}, None, "info_class", id="theo yêu cầu"),
        pytest.param({"digitising": "NOT_YET"}, None, "paper_place", id="giấy, không nơi giữ"),
        pytest.param({"names_people": True}, None, "permitted_fields", id="tên người, không nói cột"),
        pytest.param(
            {"info_class": "CONDITIONAL", "conditional_kind": "PRIVACY", "consent_of": "Người liên quan"},
            None,
            "info_class",
            id="có điều kiện mà kèm đường dẫn",
        ),
    ],
)
def test_an_incomplete_item_passes_nobody(house, facts, links, field):
    more = {} if links is None else {"links": links}
    item = make.draft(house, **more, **{k: v for k, v in facts.items() if k != "created_on"})
    if "created_on" in facts:
        item = drafts.edit(item=item, seen=None, facts={"created_on": None}, by=house.originator, at=make.AT)
    with pytest.raises(Incomplete) as caught:
        checking.check(item=item, seen=None, no_secret=True, no_personal=True, by=house.originator, at=make.AT)
    assert caught.value.field == field


def test_publishing_late_stays_late(house):
    item = make.published(house, at=moment("30/11/2026"))
    assert (item.due_on, item.is_late) == (day("20/11/2026"), True)
    item = drafts.edit(item=item, seen=None, facts={"summary": "Thêm bảng 4"}, by=house.originator, at=make.AT)
    item = make.published(house, item=item, at=moment("02/12/2026"))
    assert (item.published_on, item.updated_on, item.is_late) == (day("30/11/2026"), day("02/12/2026"), True)


@pytest.mark.parametrize(
    ("facts", "due_on"),
    [
        pytest.param({"created_on": day("13/11/2026")}, day("20/11/2026"), id="05 ngày làm việc"),
        pytest.param({"term_amount": 10, "term_unit": "CALENDAR_DAY"}, day("23/11/2026"), id="luật riêng"),
        pytest.param({"term_amount": 0, "term_unit": "IMMEDIATE"}, day("13/11/2026"), id="ngay"),
        pytest.param({"event_on": day("02/11/2026")}, day("09/11/2026"), id="từ sự kiện khác"),
        pytest.param({"info_class": "MAY_PUBLISH"}, None, id="không buộc công khai"),
        pytest.param({"created_on": day("01/06/2017")}, None, id="trước khi có luật"),
    ],
)
def test_due_date_by_the_working_calendar(house, facts, due_on):
    assert make.draft(house, **facts).due_on == due_on


def test_what_the_new_law_newly_requires_is_due_by_its_transition(house):
    from cms.law.services import rule_set_on

    old = {"created_on": day("10/03/2025"), "rule_set": rule_set_on(day("16/11/2026")), "category": "PUB26_T"}
    item = make.draft(house, **old)
    assert (item.due_on, item.due_article) == (day("01/03/2027"), item.rule_set.rules.cite("Điều 31.3"))


def test_many_titles_at_once_are_acts_of_their_own(house):
    items = [make.checked(house, number=f"{n}/QĐ") for n in range(3)]
    unchecked = make.draft(house, number="9/QĐ")
    listed = [(item, item.version) for item in [*items, unchecked]]
    done, left = publishing.publish_listed(listed=listed, by=house.officer, at=make.AT)
    assert [item.pk for item in done] == [item.pk for item in items]
    assert [item.pk for item, _why in left] == [unchecked.pk]
    assert Entry.objects.filter(kind="item.published").count() == 3
    assert [item.history.count() for item in items] == [1, 1, 1]


def test_an_end_is_an_end_for_the_public_before_any_job_runs(house):
    from catalog import access, queries

    item = make.published(house, until_on=day("20/11/2026"))
    assert queries.public_items(house.authority, day("20/11/2026")).count() == 1
    assert queries.public_items(house.authority, day("21/11/2026")).count() == 0
    assert access.has_left(item, day("21/11/2026"))
    assert publishing.expire_due(moment("21/11/2026 00:10")) == 1
    assert publishing.expire_due(moment("21/11/2026 00:20")) == 0
    item.refresh_from_db()
    assert (item.state, item.expired_on, item.live) == (ItemState.EXPIRED, day("20/11/2026"), False)


def test_a_locked_item_waits_for_whoever_holds_it(house):
    item = drafts.hold(item=make.draft(house), seen=None, by=house.editor, at=make.AT)
    with pytest.raises(NotAllowed, match="đang giữ"):
        make.checked(house, item=item)
    item = drafts.let_go(item=item, seen=item.version, by=house.editor, at=make.AT)
    assert make.published(house, item=item).live


def test_approved_for_later_goes_public_at_its_time(house):
    later = timezone.now() + timezone.timedelta(days=1)
    item = make.checked(house)
    item = publishing.publish(item=item, seen=item.version, by=house.officer, at=timezone.now(), go_live_at=later)
    assert (item.live, item.history.count()) == (False, 0)
    assert publishing.publish_due(timezone.now()) == 0
    # The schedule looks at the clock, so the time is moved, not the clock.
    item.go_live_at = timezone.now() - timezone.timedelta(minutes=1)
    item.save_quietly()
    assert publishing.publish_due(timezone.now()) == 1
    item.refresh_from_db()
    assert (item.live, item.current_version.published_by) == (True, house.officer)


def test_what_cannot_be_published_at_its_time_goes_back_and_hinders_no_other(house):
    late, fine = (make.checked(house, number=f"{n}/QĐ") for n in range(2))
    for item in (late, fine):
        item.approved_by, item.approved_at, item.go_live_at = house.officer, make.AT, make.AT
        item.save_quietly()
    late.checked_revision.content["until_on"] = "2020-01-01"
    late.checked_revision.save()
    assert publishing.publish_due(timezone.now()) == 1
    late.refresh_from_db()
    assert (late.live, late.approved_by, late.checked_by) == (False, None, None)
    assert kinds(late)[-1] == "item.returned"


def test_a_change_ends_what_was_approved_for_later(house):
    later = timezone.now() + timezone.timedelta(days=1)
    item = publishing.publish(
        item=make.checked(house), seen=None, by=house.officer, at=timezone.now(), go_live_at=later
    )
    item = drafts.edit(item=item, seen=None, facts={"number": "1/QĐ"}, by=house.editor, at=timezone.now())
    assert item.approved_by is None
    assert not item.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_codes_are_never_given_twice(house):
    codes = [make.draft(house).code for _ in range(3)]
    prefix = house.authority.case_prefix
    assert codes == [f"{prefix}-0001", f"{prefix}-0002", f"{prefix}-0003"]


def test_a_conditional_item_says_only_that_it_exists(house):
    item = make.conditional(house)
    assert (item.live, item.info_class, item.has_content) == (True, InfoClass.CONDITIONAL, False)

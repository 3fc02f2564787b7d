"""Nhật ký: what is in a grant and nothing else, by person, unit, kind, time and case; page after page, at a fixed cost."""

from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from lxml import html

from cms.audit import kinds, log, saved_views
from cms.audit.models import Entry, SavedLogView
from cms.audit.record import record
from cms.core.errors import DomainError
from cms.core.models import RoleHolder
from cms.core.roles import Role
from tests.factories.core import UserFactory, give_role, make_house, make_person
from tests.factories.workflow import Case
from workflow.services import citizen

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 12, 2, 30, tzinfo=UTC)
URL = "/admin/nhat-ky/"


@pytest.fixture
def house():
    return make_house()


@pytest.fixture
def enter(client):
    def enter(person):
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


def act(kind, *, by=None, authority="", at=None, subject=None, **words):
    with transaction.atomic():
        return record(kind, by=by, authority=authority, at=at, subject=subject, **words)


def shown(response) -> list[int]:
    assert response.status_code == 200
    return [int(one.text) for one in html.fromstring(response.content).xpath("//td[5]/a")]


def test_log_holds_the_grant_and_nothing_else(house, enter):
    elsewhere = make_house()
    own = act("request.accepted", by=house.officer, authority=house.authority)
    theirs = act("request.accepted", by=elsewhere.officer, authority=elsewhere.authority)
    came, away = (act("account.signed_in", by=one, subject=one) for one in (house.officer, elsewhere.officer))
    failed = act("account.sign_in_failed", by="CITIZEN", subject=house.officer)
    system = act("system.started")
    for person in (house.auditor, house.justice, house.head_of_authority, house.administrator, house.data_officer):
        found = shown(enter(person).get(URL))
        assert {own.seq, came.seq, failed.seq} <= set(found), person
        assert not {theirs.seq, away.seq, system.seq} & set(found), person
        assert found == sorted(found, key=lambda seq: (Entry.objects.get(seq=seq).at, seq), reverse=True)


def test_without_a_grant_there_is_no_log(house, enter):
    seq = act("request.accepted", by=house.officer, authority=house.authority).seq
    grant = RoleHolder.objects.get(user=house.auditor)
    grant.until_on = (timezone.now() - timedelta(days=2)).date()
    grant.save()
    for person in (house.auditor, house.officer, house.signer, house.editor):
        for url in (URL, f"{URL}{seq}/", f"{URL}cach-xem/"):
            # Who holds no role at all is asked to sign in as somebody else.
            expected = 302 if person == house.auditor else 404
            assert enter(person).get(url).status_code == expected, (person, url)


def test_entry_of_another_authority_is_not_there(house, enter):
    theirs = act("request.accepted", by=None, authority=make_house().authority)
    assert enter(house.auditor).get(f"{URL}{theirs.seq}/").status_code == 404
    assert enter(house.auditor).get(f"{URL}{10**30}/").status_code == 404


def test_page_says_under_which_decision_and_until_when_one_may_look(house, enter):
    give_role(house.auditor, Role.JUSTICE, house.authority, until_on=date(2099, 3, 31))
    words = enter(house.auditor).get(URL).content.decode()
    assert "đến hết 31/03/2099" in words
    assert "Việc xem nhật ký cũng được ghi lại" in words


def test_looking_is_recorded_once_a_day_for_each_way_of_looking(house, enter):
    for _ in range(2):
        enter(house.auditor).get(URL)
        enter(house.auditor).get(URL, {"viec": "doc"})
    looked = Entry.objects.filter(kind="log.read", actor_id=house.auditor.pk)
    assert looked.count() == 2
    assert {entry.authority_code for entry in looked} == {house.authority.code}


def test_narrowed_by_person_unit_kind_period_and_case(house, enter):
    case, other = Case.sent(house, on="03/11/2026").accept(), Case.sent(house, on="04/11/2026")
    asked = act("request.reviewing", by=house.originator, authority=house.authority, at=case.at, subject=case.now)
    citizen.unmask_identity(info_request=case.now, reason="Đối chiếu", by=house.head, at=case.at)
    read = Entry.objects.latest("seq").seq
    accepted = Entry.objects.get(kind="request.accepted").seq
    me, lan = enter(house.auditor), house.officer.pk
    assert shown(me.get(URL, {"nguoi": lan})) == [accepted]
    assert shown(me.get(URL, {"don-vi": house.land_unit.pk})) == [asked.seq]
    assert {accepted, read} <= set(shown(me.get(URL, {"don-vi": house.focal_unit.pk})))
    assert shown(me.get(URL, {"viec": "doc"})) == [read]
    assert shown(me.get(URL, {"ho-so": case.now.code.lower(), "nguoi": lan})) == [accepted]
    assert shown(me.get(URL, {"ho-so": other.now.code, "nguoi": lan})) == []
    assert shown(me.get(URL, {"ho-so": "SV-000000-9999"})) == []
    day = timezone.localtime(case.at)
    assert accepted in shown(me.get(URL, {"tu": f"{day:%d/%m/%Y}", "den": f"{day:%d/%m/%Y}"}))
    before = day - timedelta(days=1)
    assert accepted not in shown(me.get(URL, {"den": f"{before:%d/%m/%Y}"}))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"tu": "31/02/2026"}, "Ngày này không có trong lịch"),
        ({"tu": "12/11/2026", "den": "11/11/2026"}, "phải từ ngày 12/11/2026"),
        ({"nguoi": "9" * 400}, "Chọn một dòng trong danh sách"),
        ({"nguoi": "\0"}, "Lỗi:"),
        ({"viec": "khong-co"}, "Chọn một việc trong danh sách"),
        ({"ho-so": "x" * 100}, "quá dài"),
    ],
)
def test_what_was_typed_wrong_is_said_at_its_field(house, enter, query, words):
    response = enter(house.auditor).get(URL, query)
    assert response.status_code == 200
    assert words in response.content.decode()


def test_another_authoritys_person_cannot_be_asked_for(house, enter):
    response = enter(house.auditor).get(URL, {"nguoi": make_house().officer.pk})
    assert "Chọn một dòng trong danh sách" in response.content.decode()


def test_pages_follow_one_another_without_gap_or_double(house, enter, monkeypatch):
    monkeypatch.setattr(log.page, "__defaults__", ("", 7))
    made = [
        act("request.noted", by=house.officer, authority=house.authority, at=AT + timedelta(seconds=n // 3))
        for n in range(20)
    ]
    made += [
        act("account.signed_in", by=house.officer, subject=house.officer, at=AT + timedelta(seconds=n))
        for n in range(6)
    ]
    me, seen, url = enter(house.auditor), [], f"{URL}?nguoi={house.officer.pk}"
    while url:
        response = me.get(url)
        seen += shown(response)
        older = html.fromstring(response.content).xpath(
            "//a[contains(@class,'button') and contains(., 'Cũ hơn')]/@href"
        )
        url = older[0] if older else ""
    assert sorted(seen) == sorted(entry.seq for entry in made)


@pytest.mark.parametrize("cursor", ["x", "YXQgMjAyNi0xMS0xMiAx", "%00", "é" * 300])
def test_place_that_nobody_gave_out_is_the_beginning(house, enter, cursor):
    seq = act("request.noted", by=house.officer, authority=house.authority).seq
    assert seq in shown(enter(house.auditor).get(URL, {"sau": cursor}))


def test_reading_costs_the_same_however_much_happened(house, enter):
    counts = []
    for _turn in range(2):
        for n in range(10):
            act(
                "request.noted", by=house.officer, authority=house.authority, subject=house.authority, reason=f"Lần {n}"
            )
            Case.sent(house)
        me = enter(house.auditor)
        me.get(URL)
        with CaptureQueriesContext(connection) as queries:
            assert shown(me.get(URL))
        counts.append(len(queries))
    assert counts[1] <= counts[0]


def test_words_about_a_requester_are_read_by_who_handles_cases_alone(house, enter):
    case = Case.sent(house)
    told = act("request.noted", by=house.officer, authority=house.authority, subject=case.now, reason="Bà Mến đã gọi")
    citizen.unmask_identity(info_request=case.now, reason="Đối chiếu giấy tờ", by=house.officer, at=case.at)
    reading = Entry.objects.latest("seq")
    for person, reads in ((house.auditor, False), (house.administrator, False), (house.head_of_authority, True)):
        for url in (URL, f"{URL}{told.seq}/"):
            assert ("Bà Mến" in enter(person).get(url).content.decode()) is reads, (person, url)
        assert "Đối chiếu giấy tờ" in enter(person).get(f"{URL}{reading.seq}/").content.decode()


def test_entry_shows_all_it_holds_and_whether_its_seal_is_right(house, enter):
    assert house.officer.has_role(Role.FOCAL_OFFICER)
    case = Case.sent(house).accept()
    entry = Entry.objects.get(kind="request.accepted")
    words = enter(house.auditor).get(f"{URL}{entry.seq}/").content.decode()
    for said in (
        "Trần Thị Lan",
        "Cán bộ đầu mối",
        "Đơn vị đầu mối",
        case.now.code,
        entry.hash,
        "đúng với dấu niêm",
        "Điều",
    ):
        assert said in words
    assert "Mến" not in words


def test_person_in_a_unit_acts_for_it(house, enter):
    assert house.originator.has_role(Role.ORIGINATING_UNIT)
    seq = act("request.noted", by=house.originator, authority=house.authority).seq
    assert "Phòng Đất đai" in enter(house.auditor).get(f"{URL}{seq}/").content.decode()


def test_saved_views_are_ones_own(house, enter):
    me = enter(house.auditor)
    assert me.post(reverse("log:saved"), {"name": "Ai xem", "query": "viec=doc&sau=xyz&la=1"}).status_code == 302
    (kept,) = saved_views.of(house.auditor)
    assert (kept.name, kept.query) == ("Ai xem", "viec=doc")
    assert "Ai xem" in me.get(URL).content.decode()
    enter(house.justice).post(reverse("log:drop", args=[kept.pk]))
    assert SavedLogView.objects.count() == 1
    enter(house.auditor).post(reverse("log:drop", args=[kept.pk]))
    assert not SavedLogView.objects.exists()


@pytest.mark.parametrize(
    ("name", "query"), [("", "viec=doc"), ("x" * 41, "viec=doc"), ("Tên", ""), ("Tên", "la=1"), (" \0", "viec=doc")]
)
def test_view_that_cannot_be_kept_says_why(house, enter, name, query):
    with pytest.raises(DomainError):
        saved_views.keep(name=name, query=query, by=house.auditor)
    assert enter(house.auditor).post(reverse("log:saved"), {"name": name, "query": query}).status_code == 422


def test_a_dozen_views_are_enough(house):
    for n in range(saved_views.MOST):
        saved_views.keep(name=f"Cách {n}", query="viec=doc", by=house.auditor)
    saved_views.keep(name="Cách 1", query="viec=quyen", by=house.auditor)
    with pytest.raises(DomainError, match="12 cách xem"):
        saved_views.keep(name="Thêm nữa", query="viec=doc", by=house.auditor)


def test_every_named_kind_stands_in_a_group_or_shows_in_the_whole():
    grouped = {kind for name, _label in kinds.groups() for kind in kinds.of_group(name)}
    assert {"request.accepted", "role.created", "rule_set.adopted", "item.published", "wagtail.edit"} <= grouped
    assert kinds.of_group("khong-co") == ()


def test_superuser_sees_every_authority(house, enter):
    seqs = {act("request.noted", authority=one.authority).seq for one in (house, make_house())}
    assert seqs <= set(shown(enter(UserFactory(is_superuser=True, is_staff=True)).get(URL)))


def test_grant_over_several_authorities_can_be_narrowed_to_one(house, enter):
    other = make_house()
    give_role(house.justice, Role.JUSTICE, other.authority)
    here, there = (act("request.noted", authority=one.authority).seq for one in (house, other))
    me = enter(house.justice)
    assert {here, there} <= set(shown(me.get(URL)))
    narrowed = set(shown(me.get(URL, {"co-quan": other.authority.code})))
    assert there in narrowed
    assert here not in narrowed


# --- the story of one thing --------------------------------------------------------------------------------------
def test_rights_of_a_person_read_as_one_story(house, enter):
    person = make_person("Hồ Thị Mới", authority=house.authority)
    held = give_role(person, Role.REGISTRY, house.authority)
    held.until_on = date(2027, 1, 31)
    held.save(by=house.administrator, reason="Hết đợt biệt phái")
    url = reverse("log:story", args=["core.user", str(person.pk)])
    for reader in (house.administrator, house.auditor):
        words = enter(reader).get(url).content.decode()
        for said in ("Giao vai trò", "Sửa vai trò", "Hết đợt biệt phái", "31/01/2027", "Văn thư"):
            assert said in words
    assert enter(house.officer).get(url).status_code == 404
    assert enter(make_house().administrator).get(url).status_code == 404
    account = enter(house.administrator).get(reverse("tai-khoan_modeladmin_inspect", args=[person.pk]))
    assert url in account.content.decode()


@pytest.mark.parametrize("tail", ["core.user/abc/", "core.user/99999999999999999999999/", "auth.group/1/", "x.y/1/"])
def test_story_of_nothing_is_not_there(house, enter, tail):
    assert enter(house.auditor).get(f"{URL}{tail}").status_code == 404


def test_story_of_a_case_keeps_personal_words_from_a_supervisor(house, enter):
    case = Case.sent(house).ask_for_supplement(missing="Số nhà của bà Mến")
    url = reverse("log:story", args=["workflow.informationrequest", str(case.pk)])
    assert "Mến" in enter(house.officer).get(url).content.decode()
    words = enter(house.auditor).get(url).content.decode()
    assert "Đề nghị bổ sung" in words
    assert "Mến" not in words


def test_address_of_a_colleague_is_shown_to_readers_of_the_log_alone(house, enter):
    case = Case.sent(house)
    act("request.noted", by=house.officer, authority=house.authority, subject=case.now, address="10.9.8.7")
    url = reverse("log:story", args=["workflow.informationrequest", str(case.pk)])
    assert "10.9.8.7" in enter(house.auditor).get(url).content.decode()
    assert "10.9.8.7" not in enter(house.officer).get(url).content.decode()


def test_filter_bar_keeps_what_was_chosen_when_one_reads_on(house, enter, monkeypatch):
    monkeypatch.setattr(log.page, "__defaults__", ("", 2))
    for _ in range(4):
        act("request.noted", by=house.officer, authority=house.authority)
    page = html.fromstring(enter(house.auditor).get(URL, {"nguoi": house.officer.pk}).content)
    (older,) = page.xpath("//a[contains(., 'Cũ hơn')]/@href")
    assert parse_qs(urlsplit(older).query)["nguoi"] == [str(house.officer.pk)]

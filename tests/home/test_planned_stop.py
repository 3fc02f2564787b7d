"""A stop is announced seven working days before, by two people, and readers are told (D224 Điều 13.1.a)."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.audit.models import Entry
from cms.core.errors import DomainError, NotAllowed
from cms.core.models.authority import AuthorityKind
from cms.core.roles import Role
from home import tasks
from home.models.planned_stop import PlannedStop, StopKind, StopState
from home.stops import services
from home.stops.banner import banners
from home.stops.notice import earliest_start
from tests.factories.core import AuthorityFactory, FocalPointFactory, make_house, make_person
from tests.factories.moments import day, moment
from tests.home.moderating import seat


@pytest.fixture
def house(db):
    cache.clear()
    yield make_house(kind=AuthorityKind.PROVINCE, code="tinh-binh-minh")
    cache.clear()


def propose(house, *, starts="10/12/2026 18:00", returns="10/12/2026 22:00", at="23/11/2026", by=None, **more):
    words = {
        "authority": house.authority,
        "kind": StopKind.PLANNED,
        "services": "gửi và tra cứu yêu cầu",
        "reason": "Bảo trì máy chủ",
    }
    moments = {"starts_at": moment(starts), "returns_at": moment(returns), "at": moment(at)}
    return services.propose(**words | moments | more, by=by or house.editor)


# 24/11/2026 is a day off (Ngày Văn hóa Việt Nam), 29/8 to 2/9/2026 a long holiday.
@pytest.mark.parametrize(
    ("announced_on", "earliest"),
    [
        pytest.param("02/11/2026", "12/11/2026", id="bảy ngày làm việc liền, có hai ngày nghỉ tuần"),
        pytest.param("23/11/2026", "04/12/2026", id="ngày 24/11 nghỉ lễ"),
        pytest.param("07/11/2026", "18/11/2026", id="thông báo ngày nghỉ"),
    ],
)
def test_earliest_start(db, announced_on, earliest):
    assert earliest_start(day(announced_on)).day == day(earliest)


def test_the_form_says_the_earliest_day_and_that_the_year_is_not_confirmed(db):
    sure, unsure = earliest_start(day("02/11/2026")), earliest_start(day("28/12/2026"))
    assert sure.sentence == (
        "Thông báo hôm nay thì được ngừng sớm nhất từ 00:00 thứ Năm 12/11/2026: phải báo trước ít nhất "
        "07 ngày làm việc (Nghị định 224/2026/NĐ-CP, Điều 13.1.a)."
    )
    assert "lịch làm việc năm 2027 chưa được xác nhận" in unsure.sentence


def test_two_people_announce_and_readers_are_told(house, client):
    stop = propose(house)
    assert banners(house.authority.code) == []
    announced = services.announce(stop=stop, by=house.publisher, at=moment("24/11/2026"))
    assert announced.announced_on == day("24/11/2026")
    kinds = list(Entry.objects.filter(kind__startswith="stop.").order_by("seq").values_list("kind", "actor_id"))
    assert kinds == [("stop.proposed", house.editor.pk), ("stop.announced", house.publisher.pk)]
    assert [row.history_user for row in stop.history.order_by("history_id")] == [house.editor, house.publisher]


def test_the_term_is_counted_from_the_announcement_not_the_proposal(house):
    stop = propose(house, starts="04/12/2026 00:30", returns="04/12/2026 05:00")
    with pytest.raises(DomainError, match="Chưa đủ thời gian báo trước"):
        services.announce(stop=stop, by=house.publisher, at=moment("25/11/2026"))
    stop.refresh_from_db()
    assert stop.state == StopState.PROPOSED


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("starts_at", {"starts": "03/12/2026 23:00", "returns": "04/12/2026 02:00"}),
        ("returns_at", {"returns": "10/12/2026 17:00"}),
        ("returns_at", {"starts": "10/12/2026 18:00", "returns": "10/03/2027 18:00"}),
        ("returns_at", {"starts": "20/11/2026 18:00", "returns": "20/11/2026 22:00", "kind": StopKind.EMERGENCY}),
        ("reason", {"reason": " \u200b "}),
        ("services", {"services": ""}),
    ],
)
def test_what_is_not_right_is_told_at_its_field(house, field, given):
    with pytest.raises(DomainError) as error:
        propose(house, **given)
    assert error.value.field == field
    assert not PlannedStop.objects.exists()


def test_an_emergency_needs_no_term_but_a_second_person_and_says_what_it_is(house):
    stop = propose(house, kind=StopKind.EMERGENCY, starts="23/11/2026 10:00", returns="24/11/2026 10:00")
    with pytest.raises(NotAllowed):
        services.announce(stop=stop, by=house.editor, at=moment("23/11/2026 09:30"))
    services.announce(stop=stop, by=house.head_of_authority, at=moment("23/11/2026 09:30"))
    stop.refresh_from_db()
    assert stop.is_emergency


def test_nobody_does_both_halves(house):
    both = make_person("Kiêm", Role.EDITOR, Role.PUBLISHER, Role.HEAD, authority=house.authority)
    both.is_superuser = True
    both.save()
    stop = propose(house, by=both)
    with pytest.raises(NotAllowed):
        services.announce(stop=stop, by=both, at=moment("23/11/2026"))
    stop.state, stop.announced_on, stop.decided_by, stop.decided_at = (
        "ANNOUNCED",
        day("23/11/2026"),
        both,
        moment("23/11/2026"),
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        stop.save()


@pytest.mark.parametrize("role", [Role.FOCAL_OFFICER, Role.SIGNER, Role.AUDITOR])
def test_others_neither_propose_nor_decide(house, role):
    person = house.by_role[role]
    with pytest.raises(NotAllowed):
        propose(house, by=person)
    with pytest.raises(NotAllowed):
        services.announce(stop=propose(house), by=person, at=moment("23/11/2026"))


def test_the_whole_site_is_its_hosts_matter(house):
    commune = make_person("Người xã", Role.EDITOR, Role.PUBLISHER, authority=AuthorityFactory(commune=True))
    with pytest.raises(NotAllowed):
        propose(house, authority=None, by=commune)
    stop = propose(house, authority=None)
    with pytest.raises(NotAllowed):
        services.announce(stop=stop, by=commune, at=moment("23/11/2026"))
    services.announce(stop=stop, by=house.publisher, at=moment("23/11/2026"))


def test_a_decided_stop_is_decided_once_and_may_be_called_off_with_a_reason(house):
    stop = propose(house)
    services.announce(stop=stop, by=house.publisher, at=moment("23/11/2026"))
    with pytest.raises(DomainError, match="đã được quyết định"):
        services.reject(stop=stop, reason="Muộn", by=house.publisher, at=moment("23/11/2026"))
    with pytest.raises(DomainError, match="vì sao"):
        services.call_off(stop=stop, reason=" ", by=house.editor, at=moment("24/11/2026"))
    services.call_off(stop=stop, reason="Bảo trì xong sớm", by=house.editor, at=moment("24/11/2026"))
    stop.refresh_from_db()
    assert stop.state == StopState.CALLED_OFF


# --- the pages ---------------------------------------------------------------------------------------------------


def soon(house, **more):
    """Announced, and running now."""
    at = timezone.now()
    words = {"authority": house.authority, "kind": StopKind.EMERGENCY, "services": "gửi yêu cầu", "reason": "Mất điện"}
    moments = {"starts_at": at - timedelta(hours=1), "returns_at": at + timedelta(hours=5)}
    stop = services.propose(**words | moments | more, by=house.editor, at=at)
    return services.announce(stop=stop, by=house.publisher, at=at)


def plain(response) -> str:
    return response.content.decode().replace("\u00a0", " ")


def test_every_page_of_the_authority_shows_the_banner_for_no_query_more(
    house, client, django_assert_max_num_queries, django_capture_on_commit_callbacks
):
    other = FocalPointFactory(unit__authority=AuthorityFactory(code="so-khac")).unit.authority
    path = f"/{house.authority.code}/"
    client.get(path)
    with CaptureQueriesContext(connection) as before:
        client.get(path)
    count = len(before)
    with django_capture_on_commit_callbacks(execute=True):
        soon(house)
    page = plain(client.get(path))
    assert "Ngừng khẩn cấp:" in page
    assert "Mất điện" in page
    with django_assert_max_num_queries(count):
        assert "Mất điện" in plain(client.get(path))
    assert "Mất điện" not in plain(client.get(f"/{other.code}/"))
    with django_capture_on_commit_callbacks(execute=True):
        soon(house, authority=None, reason="Cắt cáp quang")
    assert "Cắt cáp quang" in plain(client.get(f"/{other.code}/"))


@pytest.fixture
def typed(house):
    return {
        "authority": str(house.authority.pk),
        "kind": "EMERGENCY",
        "services": "gửi yêu cầu",
        "reason": "Hỏng ổ cứng",
        "starts_on": "31/12/2098",
        "starts_time": "18h00",
        "returns_on": "31/12/2098",
        "returns_time": "22",
    }


def test_one_types_it_and_another_announces_it(house, typed):
    new = "/admin/tam-ngung/create/"
    assert "sớm nhất từ 00:00" in plain(seat(house.editor).get(new))
    assert seat(house.editor).post(new, typed).status_code == 302
    stop = PlannedStop.objects.get()
    url = f"/admin/tam-ngung/inspect/{stop.pk}/"
    assert "Cần một người duyệt đăng" in plain(seat(house.editor).get(url))
    assert seat(house.editor).post(url, {"action": "announce"}).status_code == 403
    assert Entry.objects.filter(kind="attempt.refused").count() == 1
    assert seat(house.publisher).post(url, {"action": "announce"}).status_code == 302
    stop.refresh_from_db()
    assert stop.state == StopState.ANNOUNCED
    history = plain(seat(house.publisher).get(f"/admin/tam-ngung/history/{stop.pk}/"))
    assert str(house.editor) in history
    assert str(house.publisher) in history


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"starts_time": "25:00"}, "Giờ này không có"),
        ({"starts_time": ""}, "Nhập giờ"),
        ({"starts_on": "31/2/2026"}, "không có trong lịch"),
        ({"kind": "PLANNED", "starts_on": "hôm nay"}, "không có trong lịch"),
        ({"authority": "99999"}, "trong danh sách"),
        ({"services": "x" * 500}, "200"),
    ],
)
def test_what_is_typed_wrong_is_told_and_kept(house, typed, change, sentence):
    page = plain(seat(house.editor).post("/admin/tam-ngung/create/", typed | change))
    assert sentence in page
    assert "Hỏng ổ cứng" in page
    assert not PlannedStop.objects.exists()


def test_strangers_find_neither_list_nor_stop(house):
    stop = propose(house)
    elsewhere = make_person("Người khác", Role.PUBLISHER, authority=AuthorityFactory())
    assert seat(house.registry).get("/admin/tam-ngung/").status_code == 404
    assert seat(elsewhere).get(f"/admin/tam-ngung/inspect/{stop.pk}/").status_code == 404
    assert seat(elsewhere).post(f"/admin/tam-ngung/inspect/{stop.pk}/", {"action": "announce"}).status_code == 404


# --- the fallback page -------------------------------------------------------------------------------------------


def test_the_fallback_page_stands_alone(house, tmp_path):
    soon(house)
    call_command("build_fallback_page", str(tmp_path), verbosity=0)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    for words in (
        house.authority.name,
        house.authority.phone,
        house.authority.address,
        house.focal_point.email,
        "Mất điện",
    ):
        assert words in page
    links = re.findall(r'(?:href|src)="([^"]+)"', page)
    for link in links:
        assert link.startswith(("mailto:", "tel:")) or (tmp_path / link).is_file(), link
    assert "<script" not in page


def test_the_worker_writes_it_anew(house, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    tasks.rebuild_fallback(moment("23/11/2026"))
    assert (tmp_path / "du-phong" / "index.html").exists()

"""Reorganisations: looked at twice, everything passes on at once, addresses lead on, promises to citizens stay as they were."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from catalog.models import InformationItem
from cms.audit.models import Entry
from cms.core import authority_url
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority, Predecessor, RoleHolder, Unit, User
from cms.core.models.predecessor import family_of, successor_code
from home import search
from home.reorganisations import services
from tests.factories import catalog as make
from tests.factories.core import UserFactory, make_house
from tests.factories.moments import day, moment
from tests.factories.workflow import Case
from workflow.models import CorrectionRequest, InformationRequest
from workflow.services import corrections
from workflow.statistics import figures_of

pytestmark = pytest.mark.django_db
AT = moment("20/11/2026 09:00")
TODAY = day("20/11/2026")
TOLD = corrections.Told(wrong="Diện tích ghi trong bảng không đúng", name="Hà Thị Mộc Miên", phone="0952417096")


@pytest.fixture(autouse=True)
def fresh_memory():
    cache.clear()
    authority_url._LAST_SEEN.clear()


@pytest.fixture
def keeper():
    return UserFactory(is_superuser=True, is_staff=True)


@pytest.fixture
def old():
    return make_house(code="suoi-nho", case_prefix="SN", name="Ủy ban nhân dân xã Suối Nhỏ", short_name="Xã Suối Nhỏ")


def proposed(old, house, keeper, **more):
    words = {
        "successor": house.authority, "former": old.authority, "name": old.authority.name, "level": "COMMUNE",
        "ended_on": day("15/11/2026"), "decision": "Nghị quyết 12/NQ-HĐND ngày 10/11/2026",
    } | more  # fmt: skip
    return services.propose(by=keeper, at=AT, **words)


def signed_in(person) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_everything_passes_on_and_promises_stay(old, house, keeper, client):
    item = make.published(old, at=AT, files=[make.a_file()], links=())
    draft, mark = make.draft(old, title="Dự thảo"), make.a_mark(old)
    waiting, handled = Case.sent(old), Case.sent(old).accept()
    closed = Case.sent(old).accept().provide_at_once()
    before = {
        row.pk: (row.code, row.rule_set_id, row.due_on, row.told_due_on)
        for row in InformationRequest.objects.filter(authority=old.authority)
    }
    called_wrong, _new = corrections.report(
        authority=old.authority, told=TOLD, key="khoa-sai-mot-cho", at=AT, item=item
    )
    path = f"/suoi-nho/danh-muc/{item.code}/"
    assert client.get(path).status_code == 200
    one = proposed(old, house, keeper)
    assert client.get(path).status_code == 200, "nothing moves before the second look"
    seen = services.preview(one, TODAY)
    assert (seen.items, seen.public_items, seen.open_cases, seen.closed_cases, seen.obstacles) == (3, 1, 2, 1, ())

    services.confirm(predecessor=one, by=house.administrator, at=AT)

    assert set(InformationItem.objects.filter(authority=house.authority).values_list("pk", flat=True)) == {
        item.pk, draft.pk, mark.pk,
    }  # fmt: skip
    rows = InformationRequest.objects.in_bulk([case.pk for case in (waiting, handled, closed)])
    assert {pk: (row.code, row.rule_set_id, row.due_on, row.told_due_on) for pk, row in rows.items()} == before
    assert [rows[case.pk].authority_id for case in (waiting, handled)] == [house.authority.pk] * 2
    assert rows[waiting.pk].unit_id == house.focal_unit.pk
    assert rows[closed.pk].authority_id == old.authority.pk
    assert Entry.objects.filter(kind="request.passed_on").count() == 2
    moved = CorrectionRequest.objects.get()
    assert (moved.authority, moved.unit, moved.due_on) == (house.authority, house.focal_unit, called_wrong.due_on)
    assert Entry.objects.filter(kind="correction.passed_on").count() == 1
    assert Entry.objects.filter(kind="authority.reorganised").count() == 1

    # The unit goes over with who works for it; who worked for the whole body has ended.
    land = Unit.objects.get(pk=old.land_unit.pk)
    assert (land.authority_id, land.is_focal) == (house.authority.pk, False)
    assert RoleHolder.objects.get(user=old.originator).authority_id == house.authority.pk
    assert RoleHolder.objects.get(user=old.officer).until_on == TODAY

    # Addresses lead on, whatever follows the code; the item opens where they lead, and is found there only.
    moved = client.get(path + "?in=1")
    assert (moved.status_code, moved.url) == (301, f"/{house.authority.code}/danh-muc/{item.code}/?in=1")
    assert client.get(moved.url).status_code == 200
    assert client.get("/suoi-nho/").url == f"/{house.authority.code}/"
    assert client.get("/suoi-nho/yeu-cau/").status_code == 301
    found = search.search({"q": item.title}, TODAY)
    assert [hit.address for hit in found.hits] == [f"{house.authority.code}/danh-muc/{item.code}/"]

    # A case is followed and answered as before; figures can be read apart or together.
    assert (
        client.post(reverse("workflow:lookup"), {"number": waiting.now.code, "code": waiting.code}).status_code == 302
    )
    apart, joined = figures_of(house.authority, TODAY), figures_of(house.authority, TODAY, with_former=True)
    assert sum(year.received for year in joined.years) == sum(year.received for year in apart.years) + 1
    # The catalog works on at the successor: its own people publish what was drafted there.
    land_officer = User.objects.get(pk=old.originator.pk)
    assert signed_in(land_officer).get(reverse("catalog_desk:item", args=[draft.code])).status_code == 200


def test_a_chain_of_reorganisations_leads_to_its_end_and_never_in_a_circle(old, house, keeper, client):
    last = make_house(code="binh-minh-moi", case_prefix="BMM", name="Tỉnh mới", short_name="Tỉnh mới")
    services.confirm(predecessor=proposed(old, house, keeper), by=house.administrator, at=AT)
    second = services.propose(
        successor=last.authority, former=house.authority, name=house.authority.name, level="PROVINCE",
        ended_on=day("18/11/2026"), decision="NQ 2", by=keeper, at=AT,
    )  # fmt: skip
    with pytest.raises(DomainError, match="chính là nơi"):
        proposed(last, house, keeper)
    services.confirm(predecessor=second, by=last.administrator, at=AT)
    assert successor_code("suoi-nho") == "binh-minh-moi"
    assert client.get("/suoi-nho/danh-muc/").url == "/binh-minh-moi/danh-muc/"
    assert set(family_of(last.authority)) == {old.authority.pk, house.authority.pk, last.authority.pk}


def test_two_people_and_nobody_else(old, house, keeper):
    with pytest.raises(NotAllowed):
        proposed(old, house, house.administrator)
    one = proposed(old, house, keeper)
    for person in (keeper, old.administrator, house.head, house.stranger):
        with pytest.raises(NotAllowed):
            services.confirm(predecessor=one, by=person, at=AT)
    address = reverse("reorganisations:one", args=[one.pk])
    assert signed_in(keeper).post(address).status_code == 403
    assert signed_in(house.officer).get(address).status_code == 404
    assert signed_in(old.administrator).get(address).status_code == 404
    assert Predecessor.objects.confirmed().count() == 0
    assert Authority.objects.get(pk=old.authority.pk).is_open
    page = signed_in(house.administrator).get(address).content.decode()
    assert "Xác nhận sắp xếp" in page
    assert signed_in(house.administrator).post(address).status_code == 302
    assert signed_in(house.administrator).post(address).status_code == 409


def test_the_form_keeps_what_was_typed_and_says_what_is_wrong(old, house, keeper):
    me, address = signed_in(keeper), reverse("reorganisations:list")
    words = {
        "successor": house.authority.pk, "former": house.authority.pk, "name": "Xã Suối Nhỏ", "level": "COMMUNE",
        "ended_on": "15/11/2026", "decision": "NQ 12",
    }  # fmt: skip
    for wrong, told in (
        ({}, "phải là cơ quan khác"),
        ({"former": "", "ended_on": "15/11/2036"}, "Ngày kết thúc chưa đến"),
        ({"former": "999999"}, "Chọn một cơ quan"),
        ({"name": ""}, "Nhập tên cơ quan"),
    ):
        response = me.post(address, words | wrong)
        assert response.status_code == 422
        assert told in response.content.decode()
        assert "NQ 12" in response.content.decode()
    assert me.post(address, words | {"former": ""}).status_code == 302
    one = Predecessor.objects.get()
    services.confirm(predecessor=one, by=house.administrator, at=AT)
    assert signed_in(house.administrator).get(address).status_code == 200


def test_a_body_that_never_worked_here_is_only_a_name(house, keeper):
    one = proposed(house, house, keeper, former=None, name="Ủy ban nhân dân huyện Bình Sơn", level="DISTRICT")
    assert services.preview(one, TODAY) is None
    services.confirm(predecessor=one, by=house.administrator, at=AT)
    assert family_of(house.authority) == [house.authority.pk]


def test_an_unknown_address_stays_unknown(house, client):
    for path in ("/khong-co/gi/", "/admin-la/", f"/{house.authority.code}/khong-co/", "/%00/"):
        assert client.get(path).status_code in (400, 404)

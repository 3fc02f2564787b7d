"""Files and links of the public catalog: what the worker finds broken, who is told when, and that a mended one is forgotten."""

from datetime import timedelta

from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from catalog import health, meters
from catalog.models import Fault, InformationItem
from catalog.services import drafts
from cms.core import outgoing
from cms.core.dates import local_day
from tests.factories import catalog as make

NOW = timezone.now()
TODAY = local_day(NOW)
FIRST = NOW - timedelta(days=3)  # the third calendar day after the first look is today


def admin(person) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def look(at):
    """A round of the worker; outside names are not known."""

    def resolve(host, port, type):
        raise OSError("no such name")

    return health.check_due(at, rules=outgoing.Rules(frozenset({"cong-bao.example"}), resolve=resolve))


def page(client, item):
    return client.get(reverse("catalog:item", args=[item.authority.code, item.code])).content.decode()


def store(file):
    return settings.PRIVATE_ROOT / file.path


def test_a_damaged_file_is_found_shown_and_forgotten_when_it_is_whole_again(house, client):
    item = make.published(house, at=NOW, files=[make.a_file()], links=())
    file = item.files.get()
    whole = store(file).read_bytes()
    store(file).write_bytes(whole + b"x")
    make.published(house, at=NOW, title="Nguyên vẹn", files=[make.a_file("khac.pdf")], links=())

    assert look(FIRST) == 2
    fault = Fault.objects.get()
    assert (fault.kind, fault.since, fault.item) == ("DAMAGED", local_day(FIRST), item)
    assert "Tệp đang hỏng" in page(client, item)  # three days have passed
    InformationItem.objects.get(pk=item.pk).history.get()  # a look writes no history
    store(file).unlink()
    look(NOW)
    fault.refresh_from_db()
    assert (fault.kind, fault.since) == ("MISSING", local_day(FIRST))

    store(file).write_bytes(whole)
    look(NOW + timedelta(hours=7))
    assert not Fault.objects.exists()
    assert "Tệp đang hỏng" not in page(client, item)


def test_the_public_is_told_on_the_third_day_and_the_owner_at_once(house, client):
    link = f"/{house.authority.code}/danh-muc/XX-9999/"
    item = make.published(house, at=NOW, links=(("Bản cũ", link), ("", "https://khong-hoi.example/1")))
    look(NOW - timedelta(days=2))
    assert Fault.objects.get().kind == "GONE"
    assert "không mở được" not in page(client, item)
    listed = reverse("catalog:list", args=[house.authority.code, "phai-cong-khai"])
    assert "Có chỗ không mở được" not in client.get(listed).content.decode()

    for person, sees in (
        (house.officer, True),
        (house.originator, True),
        (house.auditor, True),
        (house.publisher, True),
    ):
        told = admin(person).get(reverse("catalog_desk:faults")).content.decode()
        assert (item.code in told) == sees
    start = admin(house.originator).get(reverse("wagtailadmin_home")).content.decode()
    assert "Địa chỉ không còn" in start
    at_the_desk = admin(house.officer).get(reverse("catalog_desk:item", args=[item.code])).content.decode()
    assert "không mở được từ ngày" in at_the_desk

    Fault.objects.update(since=TODAY - timedelta(days=3))
    health.settle(InformationItem.objects.get(pk=item.pk))
    assert "không mở được từ ngày" in page(client, item)
    assert "Có chỗ không mở được" in client.get(listed).content.decode()
    whole = meters.by_point(InformationItem.objects.of(house.authority), meters.Ruler.of(TODAY)).whole
    assert (whole.counts["cong-khai"], whole.counts["mo-duoc"]) == (1, 0)


def test_links_of_this_site_are_asked_inside_and_outside_ones_only_where_listed(house):
    good = make.published(house, at=NOW, title="Tốt", links=(("", f"/{house.authority.code}/danh-muc/"),))
    make.published(house, at=NOW, title="Ngoài, không có tên", links=(("", "https://cong-bao.example/1"),))
    make.published(house, at=NOW, title="Ngoài danh sách", links=(("", "https://khac.example/1"),))
    make.published(house, at=NOW, title="Trang lỗi", links=(("", f"{settings.BASE_URL}/khong-co/gi-ca/"),))
    assert look(NOW) == 4
    found = {fault.item.title: fault.kind for fault in Fault.objects.all()}
    assert found == {"Ngoài, không có tên": "NO_ANSWER", "Trang lỗi": "GONE"}
    assert look(NOW) == 0, "looked at once a day"
    assert good.links.get().checked_at == NOW


def test_publishing_a_new_link_takes_the_fault_away(house, client):
    item = make.published(house, at=NOW, links=(("", f"/{house.authority.code}/danh-muc/XX-9999/"),))
    look(FIRST)
    item.refresh_from_db()
    assert item.broken_since == local_day(FIRST)
    drafts.edit(
        item=item, seen=item.version, facts={}, links=[("", "https://khac.example/2")], reason="Sửa đường dẫn",
        by=house.originator, at=NOW,
    )  # fmt: skip
    item.refresh_from_db()
    mended = make.published(house, at=NOW, item=item)
    assert mended.broken_since is None
    assert "không mở được" not in page(client, mended)
    assert (
        reverse("catalog_desk:item", args=[item.code])
        not in admin(house.officer).get(reverse("catalog_desk:faults")).content.decode()
    )


def test_a_round_ends_when_its_time_is_over(house):
    make.published(house, at=NOW)
    assert health.check_due(NOW, seconds=-1) == 0

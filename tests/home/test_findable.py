"""What the search knows of pages and documents: all that is public, nothing else, from the moment it is."""

from copy import deepcopy
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site

from catalog import entries, file_texts
from catalog.models import EntryFile, FileText, PublicEntry
from home.models import AuthorityPage, HomePage, InformationPage, LegalDocument, LegalDocumentsPage
from tests.factories.core import AuthorityFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def site(kept_for_the_file):
    """A site with a front page and one authority's page, both without a word that is searched below."""
    Page.objects.filter(depth=2).delete()
    home = HomePage(title="Trang chủ", slug="trang-chu", hero_title="Hỏi nơi nào?", lead="Chọn ở dưới.")
    Page.get_first_root_node().add_child(instance=home)
    home.save_revision().publish()
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": home})
    authority = AuthorityFactory(code="suoi-vang", short_name="Xã Suối Vàng", name="Ủy ban nhân dân xã Suối Vàng")
    a_branch(authority)
    return authority


@pytest.fixture
def authority(site, db):
    cache.clear()
    return deepcopy(site)


def a_branch(authority):
    page = AuthorityPage(title=authority.short_name, slug=authority.code, authority=authority, lead="Chào bạn.")
    return publish(HomePage.objects.get(), page)


@pytest.fixture
def branch(authority):
    return AuthorityPage.objects.get(authority=authority)


def publish(parent, page):
    parent.refresh_from_db()
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def information(parent, title="Lịch tiếp công dân", text="Sáng thứ Hai hằng tuần."):
    return publish(parent, InformationPage(title=title, body=[("text", f"<p>{text}</p>")]))


def a_document(title="Bảng giá đất", name="bang-gia.txt", text="Giá đất ở tại Đồi Chè"):
    return Document.objects.create(title=title, file=ContentFile(text.encode(), name=name))


def link(document):
    return f'<a linktype="document" id="{document.pk}">{document.title}</a>'


def titles(client, typed="", path="/tim-kiem/"):
    response = client.get(path, {"q": typed})
    assert response.status_code == 200
    return [hit.title for hit in response.context["results"].hits]


def test_a_page_is_found_from_publication_to_the_end_of_it(client, branch):
    page = InformationPage(title="Lịch tiếp công dân", body=[("text", "<p>Sáng thứ Hai.</p>")], live=False)
    branch.add_child(instance=page)
    page.save_revision()
    assert titles(client, "tiep cong dan") == []
    page.save_revision().publish()
    assert titles(client, "tiep cong dan") == ["Lịch tiếp công dân"]
    assert titles(client, "tiep cong dan", "/suoi-vang/tim-kiem/") == ["Lịch tiếp công dân"]
    InformationPage.objects.get(pk=page.pk).unpublish()
    assert titles(client, "tiep cong dan") == []


def test_a_draft_changes_nothing_that_is_found(client, branch):
    page = information(branch)
    page.title, page.body = "Lịch họp kín", [("text", "<p>Bí mật</p>")]
    page.save_revision()
    assert titles(client, "họp kín") == []
    assert titles(client, "bí mật") == []
    assert titles(client, "tiếp công dân") == ["Lịch tiếp công dân"]


@pytest.mark.parametrize("way", ["the page itself", "a page above it"])
def test_a_page_for_some_only_is_not_found(client, branch, way):
    page = information(branch)
    below = information(page, "Phòng tiếp dân")
    on = page if way == "the page itself" else AuthorityPage.objects.get()
    restriction = PageViewRestriction.objects.create(page=on, restriction_type="login")
    assert titles(client, "dân tiếp") == []
    restriction.delete()
    assert set(titles(client, "dân tiếp")) == {page.title, below.title}


def test_moving_and_renaming_follow_through_the_whole_branch(client, branch):
    page = information(branch)
    information(page, "Phòng tiếp dân")
    other = information(branch, "Hướng dẫn khác")
    page.refresh_from_db()
    page.move(InformationPage.objects.get(pk=other.pk), pos="last-child")
    addresses = set(PublicEntry.objects.values_list("address", flat=True))
    assert "suoi-vang/huong-dan-khac/lich-tiep-cong-dan/phong-tiep-dan/" in addresses
    other = InformationPage.objects.get(pk=other.pk)
    other.slug = "huong-dan"
    other.save_revision().publish()
    addresses = set(PublicEntry.objects.values_list("address", flat=True))
    assert "suoi-vang/huong-dan/lich-tiep-cong-dan/phong-tiep-dan/" in addresses


def test_moving_to_another_authority_changes_whose_it_is(client, branch):
    page = information(branch)
    other = AuthorityFactory(code="doi-che", short_name="Phường Đồi Chè")
    a_branch(other)
    InformationPage.objects.get(pk=page.pk).move(AuthorityPage.objects.get(authority=other), pos="last-child")
    assert titles(client, "tiếp công dân", "/suoi-vang/tim-kiem/") == []
    assert titles(client, "tiếp công dân", "/doi-che/tim-kiem/") == ["Lịch tiếp công dân"]


def test_deleting_a_page_takes_its_branch_with_it(client, branch):
    page = information(branch)
    information(page, "Phòng tiếp dân")
    InformationPage.objects.get(pk=page.pk).delete()
    assert titles(client, "dân tiếp") == []


def test_a_page_that_expires_is_gone(client, branch):
    page = information(branch)
    page.expire_at = timezone.now() - timedelta(minutes=1)
    page.save_revision().publish()
    call_command("publish_scheduled")
    assert titles(client, "tiếp công dân") == []


def test_a_page_with_its_day_to_come_is_found_on_that_day(client, branch, monkeypatch):
    page = InformationPage(title="Lịch mới", body=[], live=False, go_live_at=timezone.now() + timedelta(days=1))
    branch.add_child(instance=page)
    page.save_revision().publish()
    assert titles(client, "lịch mới") == []
    in_two_days = timezone.now() + timedelta(days=2)
    monkeypatch.setattr(timezone, "now", lambda: in_two_days)
    call_command("publish_scheduled")
    assert titles(client, "lịch mới") == ["Lịch mới"]


def test_an_authority_that_closes_is_not_led_to(client, branch, authority):
    assert titles(client, "suối vàng") == [branch.title]
    authority.is_open = False
    authority.save()
    assert titles(client, "suối vàng") == []


def test_a_failure_keeps_the_page_from_being_published(branch, monkeypatch):
    page = information(branch)
    page.unpublish()

    def fail(entry):
        raise RuntimeError("no index")

    monkeypatch.setattr(entries, "put", fail)
    with pytest.raises(RuntimeError):
        page.save_revision().publish()
    assert not InformationPage.objects.get(pk=page.pk).live


# --- documents ---------------------------------------------------------------------------------------------------


def test_a_document_is_found_only_while_a_public_page_leads_to_it(client, branch):
    document = a_document()
    assert titles(client, "bảng giá đất") == []
    page = information(branch, text=f"Xem {link(document)}")
    assert titles(client, "bảng giá đất")[0] == "Bảng giá đất"
    page.unpublish()
    assert titles(client, "bảng giá đất") == []
    page.save_revision().publish()
    document.title = "Bảng giá đất năm 2027"
    document.save()
    assert "Bảng giá đất năm 2027" in titles(client, "bảng giá đất")
    page.body = [("text", "<p>Không còn tệp.</p>")]
    page.save_revision().publish()
    assert titles(client, "bảng giá đất") == []


def test_a_document_of_two_pages_stays_while_one_of_them_is_public(client, branch):
    document = a_document()
    first = information(branch, "Trang một", link(document))
    second = information(branch, "Trang hai", link(document))
    first.delete()
    assert document.title in titles(client, "đồi chè bảng giá") or document.title in titles(client, "bảng giá")
    second.delete()
    assert titles(client, "bảng giá") == []


def test_words_of_a_document_are_found_once_the_worker_has_read_it(client, branch):
    document = a_document()
    information(branch, text=link(document))
    response = client.get("/tim-kiem/", {"q": "bảng giá"})
    assert "Nội dung tệp đang chờ đọc" in response.content.decode()
    assert titles(client, "đồi chè") == []
    assert file_texts.read_waiting(timezone.now()) == 1
    assert titles(client, "đồi chè") == ["Bảng giá đất"]
    document.file = ContentFile("Giá đất ở tại Lúa Mới".encode(), name="moi.txt")
    document.file_hash = ""
    document.save()
    assert titles(client, "đồi chè") == []
    file_texts.read_waiting(timezone.now())
    assert titles(client, "lúa mới") == ["Bảng giá đất"]


def test_a_document_in_a_closed_collection_is_not_found(client, branch):
    document = a_document()
    information(branch, text=link(document))
    root = Collection.get_first_root_node()
    restriction = CollectionViewRestriction.objects.create(collection=root, restriction_type="login")
    assert document.title not in titles(client, "bảng giá")
    assert not FileText.objects.exists()
    restriction.delete()
    assert document.title in titles(client, "bảng giá")
    document.delete()
    assert document.title not in titles(client, "bảng giá")


def test_a_legal_text_bears_its_number_and_its_day(client, branch):
    document = a_document("luat.pdf", "luat.txt", "Điều 1. Phạm vi điều chỉnh")
    page = LegalDocumentsPage(title="Văn bản pháp luật", slug="van-ban-phap-luat")
    page.documents = [
        LegalDocument(
            number="13/2018/NĐ-CP",
            title="Nghị định về tiếp cận thông tin",
            issued_on="2018-01-23",
            issuer="Chính phủ",
            in_force_from="2018-07-01",
            document=document,
        ),
        LegalDocument(
            number="33/2026/TT-BTP",
            title="Thông tư hướng dẫn",
            issued_on="2026-08-01",
            issuer="Bộ Tư pháp",
            in_force_from="2026-09-01",
        ),
    ]
    publish(branch, page)
    assert titles(client, "13/2018/ND-CP") == ["Nghị định về tiếp cận thông tin", "Văn bản pháp luật"]
    assert titles(client, "2018/13/CP-NĐ") == []
    assert titles(client, "33/2026/TT-BTP") == ["Văn bản pháp luật"]
    assert PublicEntry.objects.get(number="13/2018/NĐ-CP").year == 2018


# --- made anew ---------------------------------------------------------------------------------------------------


def projection():
    rows = PublicEntry.objects.order_by("key").values()
    files = EntryFile.objects.order_by("entry__key", "key")
    return (
        [{name: value for name, value in row.items() if name != "id"} for row in rows],
        list(files.values_list("entry__key", "key", "is_held", "title", "number", "day")),
    )


def test_what_was_kept_up_to_date_is_what_is_made_anew(branch):
    document = a_document()
    page = information(branch, text=link(document))
    information(page, "Phòng tiếp dân")
    gone = information(branch, "Trang sẽ gỡ")
    page.title = "Lịch tiếp công dân mới"
    page.save_revision().publish()
    page.title = "Bản nháp"
    page.save_revision()
    gone.unpublish()
    file_texts.read_waiting(timezone.now())
    kept = projection()
    call_command("rebuild_search")
    assert projection() == kept
    PublicEntry.objects.all().delete()
    call_command("rebuild_search", "--read-files")
    assert projection() == kept


def test_making_anew_drops_what_was_left_behind(client, branch):
    page = information(branch)
    InformationPage.objects.filter(pk=page.pk).update(live=False)  # behind everybody's back
    assert titles(client, "tiếp công dân") == [page.title]
    call_command("rebuild_search")
    assert titles(client, "tiếp công dân") == []
    assert HomePage.objects.get().title in titles(client)

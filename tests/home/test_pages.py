"""The public pages: what an authority's front page tells, and what editors can write."""

import json
from copy import deepcopy

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.urls import reverse

from cms.core.blocks import PageBody
from cms.core.models.authority import AuthorityKind
from home import default_site
from home.default_pages import COMPLAINTS, HOW_TO
from home.models import AuthorityPage, HomePage, InformationPage
from tests.factories.core import AuthorityFactory, FocalPointFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def site(kept_for_the_file):
    authority = AuthorityFactory(
        code="suoi-vang",
        short_name="Xã Suối Vàng",
        name="Ủy ban nhân dân xã Suối Vàng",
        kind=AuthorityKind.COMMUNE,
        first_instance="Chủ tịch Ủy ban nhân dân xã Suối Vàng",
        second_instance="Chủ tịch Ủy ban nhân dân tỉnh Bình Minh",
    )
    focal = FocalPointFactory(unit__authority=authority)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(default_site, "PAGES", [HOW_TO, COMPLAINTS])
        patch.setattr(default_site, "SECTION", [])
        default_site.build()
    return focal


@pytest.fixture
def focal(site, db):
    """The focal point of a commune, whose page and two of the whole site are public."""
    cache.clear()
    return deepcopy(site)


@pytest.fixture
def admin(client):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    return client


def page_of(client, path="/suoi-vang/"):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_the_front_page_asks_which_authority_and_keeps_what_was_typed(client, focal):
    html = page_of(client, "/?ten=xyz+%3Cb%3E")
    assert "Bạn gửi tới cơ quan nào?" in html.replace("\u00a0", " ")
    assert 'value="xyz &lt;b&gt;"' in html
    assert "Không có cơ quan nào mang tên này" in html
    assert reverse("home:authority", args=["suoi-vang"]) in page_of(client, "/?ten=suoi")


@pytest.mark.parametrize("query", ["x" * 5000, "\x00", "%F0%28", "́"])
def test_odd_searches_are_answered(client, focal, query):
    assert client.get("/", {"ten": query}).status_code == 200


def test_an_authority_tells_what_to_do_whom_to_call_and_where_to_complain(client, focal):
    html = page_of(client)
    for address in (
        reverse("workflow:new", args=["suoi-vang"]),
        reverse("workflow:lookup"),
        reverse("workflow:deadline"),
    ):
        assert f'href="{address}"' in html
    assert focal.officer_name in html
    assert "Chủ tịch Ủy ban nhân dân tỉnh Bình Minh" in html
    assert "12 ngày" in html
    assert "Điều 26.3" in html


def test_what_is_not_published_is_said_to_be_missing(client, focal):
    authority = focal.unit.authority
    authority.second_instance = authority.court = ""
    authority.save()
    focal.delete()
    html = page_of(client)
    assert "Chưa công bố" in html
    assert "chưa công bố đầu mối" in html
    assert authority.phone.replace(" ", "") in html


def test_an_authority_without_a_page_of_its_own_still_has_its_address(client, focal):
    AuthorityFactory(code="doi-che", short_name="Phường Đồi Chè", name="Ủy ban nhân dân phường Đồi Chè")
    assert "Tiếp cận thông tin phường Đồi Chè" in page_of(client, "/doi-che/").replace("\u00a0", " ")


def test_pages_below_an_authority_wear_its_frame(client, focal):
    parent = AuthorityPage.objects.get(slug="suoi-vang")
    page = InformationPage(title="Lịch tiếp công dân", body=[("text", "<p>Sáng thứ Hai.</p>")], show_in_menus=True)
    parent.add_child(instance=page)
    page.save_revision().publish()
    html = page_of(client, "/suoi-vang/lich-tiep-cong-dan/")
    assert "Ủy ban nhân dân xã Suối Vàng" in html.replace("\u00a0", " ")
    assert 'href="/suoi-vang/lich-tiep-cong-dan/"' in page_of(client, "/suoi-vang/")
    assert "lich-tiep-cong-dan" not in page_of(client, "/huong-dan-gui-yeu-cau/")


def test_the_menu_follows_what_editors_publish(client, focal):
    page = InformationPage.objects.get(slug="khieu-nai-phan-anh")
    assert 'href="/khieu-nai-phan-anh/"' in page_of(client, "/")
    page.unpublish()
    assert 'href="/khieu-nai-phan-anh/"' not in page_of(client, "/")
    page.save_revision().publish()
    assert 'href="/khieu-nai-phan-anh/"' in page_of(client, "/")
    page.delete()
    assert 'href="/khieu-nai-phan-anh/"' not in page_of(client, "/")


def test_public_pages_are_read_with_few_queries(client, focal, django_assert_max_num_queries):
    for path, limit in (("/", 9), ("/suoi-vang/", 9), ("/huong-dan-gui-yeu-cau/", 8)):
        client.get(path)
        with django_assert_max_num_queries(limit):
            client.get(path)


def test_the_front_page_costs_the_same_for_many_authorities(client, focal, django_assert_max_num_queries):
    for _number in range(30):
        FocalPointFactory()
    client.get("/")
    with django_assert_max_num_queries(9):
        client.get("/")


def test_every_block_is_drawn_and_takes_no_markup(client, focal):
    body = [
        ("text", "<h2>Đoạn</h2><p>Chữ <b>đậm</b></p>"),
        (
            "steps",
            {"title": "Ba bước", "steps": [{"title": "Một <i>", "text": "<p>a</p>"}, {"title": "Hai", "text": ""}]},
        ),
        ("notice", {"kind": "wait", "title": "Nhớ <i>", "text": "<p>b</p>"}),
        ("questions", {"title": "", "questions": [{"question": "Sao <i>?", "answer": "<p>c</p>"}]}),
        (
            "table",
            {
                "columns": [{"type": "text", "heading": "Việc"}, {"type": "number", "heading": "Số"}],
                "rows": [{"values": ["Một <i>", "12"]}],
                "caption": "Bảng <i>",
            },
        ),
    ]
    page = InformationPage(title="Mọi khối", body=body)
    HomePage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    html = page_of(client, "/moi-khoi/")
    assert "<i>" not in html.replace("<i></i>", "")
    assert html.count("&lt;i&gt;") == 5
    assert 'data-label="Số"' in html
    assert '<th role="rowheader" scope="row">' in html


def test_there_is_no_block_for_raw_html():
    def blocks(block):
        yield block
        for child in getattr(block, "child_blocks", {}).values():
            yield from blocks(child)
        if hasattr(block, "child_block"):
            yield from blocks(block.child_block)

    assert not [block for block in blocks(PageBody()) if type(block).__name__ in {"RawHTMLBlock", "EmbedBlock"}]


@pytest.mark.parametrize(
    ("title", "slug"), [("Đất đai ở Đồi Chè", "dat-dai-o-doi-che"), ("Giá ưu đãi, 50%", "gia-uu-dai-50")]
)
def test_addresses_of_pages_lose_their_marks(focal, title, slug):
    page = InformationPage(title=title, body=[])
    HomePage.objects.get().add_child(instance=page)
    assert page.slug == slug


def test_an_authority_page_stays_at_its_code(focal):
    page = AuthorityPage.objects.get(slug="suoi-vang")
    page.slug = "cho-khac"
    with pytest.raises(ValidationError, match="suoi-vang"):
        page.full_clean()


def test_editors_can_open_every_kind_of_page(admin, focal):
    home = HomePage.objects.get()
    for page in (home, AuthorityPage.objects.get(), InformationPage.objects.first()):
        response = admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        assert response.status_code == 200
    response = admin.get(reverse("wagtailadmin_pages:add", args=["home", "informationpage", home.pk]))
    assert json.dumps("Đoạn văn")[1:-1] in response.content.decode()

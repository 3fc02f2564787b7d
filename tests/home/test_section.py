"""An authority's section: the whole tree opens, nothing is published with gaps, nothing is typed that the law sets."""

import gzip
import io
import re
import zipfile
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.blocks import StructBlockValidationError
from wagtail.models import Page

from cms.core.blocks import FigureBlock, VideoBlock
from cms.core.dates import today
from home import default_site, demo, doors, forms_offered
from home.default_section import LAWS, PROCEDURE, SECTION
from home.models import (
    AdministrativeProcedurePage,
    AuthorityPage,
    FocalPointsPage,
    LegalDocument,
    NewsIndexPage,
    NewsPage,
    RegulationPage,
    RegulationVersion,
)
from home.models.base import PublishRefused
from home.models.documents import DocumentState
from home.models.pages import SECTION_TYPES
from tests.factories.core import AuthorityFactory, FocalPointFactory, UserFactory, make_house
from tests.factories.workflow import Case
from workflow.letters.citizen_forms import BLANKS

HTML_LIMIT = 10 * 1024
MOST_QUERIES = 8


@pytest.fixture
def authority(db, monkeypatch):
    monkeypatch.setattr(default_site, "PAGES", [])
    authority = AuthorityFactory(
        code="suoi-vang", short_name="Xã Suối Vàng", name="Ủy ban nhân dân xã Suối Vàng", commune=True
    )
    FocalPointFactory(unit__authority=authority)
    return authority


def build_only(monkeypatch, *defaults, fill=None):
    monkeypatch.setattr(default_site, "SECTION", defaults)
    return default_site.build(fill=fill)


def read(client, path):
    """The page, read once to warm what is kept, then counted."""
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path)
    return response, response.content.decode(), len(queries)


# --- the whole tree ----------------------------------------------------------------------------------------------
def test_every_page_of_the_filled_section_opens_light_and_signed(authority, client):
    default_site.build(fill=demo.fill)
    section = AuthorityPage.objects.get()
    pages = Page.objects.live().descendant_of(section).not_type(default_site.models.EnglishPage)
    assert [page.slug for page in pages.child_of(section)] == [default.slug for default in SECTION]
    kinds = {f"{page.specific_class._meta.label}" for page in pages.specific()}
    assert kinds | {"home.EnglishPage"} == {*SECTION_TYPES, "home.NewsPage"}
    for page in pages:
        path = f"/{page.url_path.removeprefix('/trang-chu/')}"
        response, html, queries = read(client, path)
        assert response.status_code == 200, path
        assert html.count("<h1") == 1, path
        assert 'aria-label="Vị trí"' in html, path
        assert "Cập nhật lần cuối" in html, path
        assert "Đơn vị chịu trách nhiệm: " in html, path
        assert "Rà soát gần nhất" in html or page.depth > section.depth + 1, path
        assert len(gzip.compress(response.content)) <= HTML_LIMIT, path
        assert queries <= MOST_QUERIES, path
        assert not re.search(r"Chưa có (văn bản|tin|hoạt động|quy chế|tài liệu)", html), path
    assert_the_editor_opens_each(client, pages)


def assert_the_editor_opens_each(client, pages):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    one_of_each = {page.specific_class: page for page in pages}
    for page in one_of_each.values():
        assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200, page


def test_figures_with_refusals_are_read_in_six_queries(db, client):
    house = make_house(code="suoi-vang")
    default_site.build(fill=demo.fill)
    Case.sent(house).accept().review().propose_to_refuse().approve().issue()
    _response, html, queries = read(client, "/suoi-vang/thong-ke/")
    assert "Từ chối theo căn cứ nào" in html
    assert queries <= 6


def test_a_new_authority_has_its_section_at_once_and_says_what_is_missing(authority, client):
    built = default_site.build()
    assert [page.slug for page in Page.objects.filter(live=False, depth__gt=2)] == ["quy-che-noi-bo"]
    assert built.drafts == [
        "Quy chế nội bộ về tổ chức cung cấp thông tin: Trang quy chế cần ít nhất một bản, có tệp kèm theo."
    ]
    for path, words in (
        ("tin-tuc", "Chưa có tin nào"),
        ("tap-huan-huong-dan", "Chưa tổ chức buổi nào"),
        ("truyen-thong", "Chưa có hoạt động nào"),
        ("thong-ke", "Chưa có yêu cầu nào"),
        ("thu-tuc-hanh-chinh", "Chưa có. Thủ tục theo luật mới đang chờ được công bố."),
        ("bieu-mau", "Mẫu chính thức theo Luật 01/2026/QH16 chưa được ban hành"),
    ):
        assert words in client.get(f"/suoi-vang/{path}/").content.decode(), path
    assert default_site.build().added == []


def test_the_builder_never_touches_what_editors_wrote(authority, monkeypatch):
    build_only(monkeypatch, LAWS, PROCEDURE)
    page = AdministrativeProcedurePage.objects.get()
    page.title, page.live = "Thủ tục của xã ta", False
    page.save()
    Page.objects.get(slug="van-ban-phap-luat").delete()
    assert build_only(monkeypatch, LAWS, PROCEDURE, fill=demo.fill).added == ["Văn bản pháp luật"]
    page.refresh_from_db()
    assert (page.title, page.live) == ("Thủ tục của xã ta", False)


def test_the_command_builds_one_authority_and_names_an_unknown_one(authority, monkeypatch):
    monkeypatch.setattr(default_site, "SECTION", [])
    AuthorityFactory(code="doi-che", short_name="Phường Đồi Chè")
    call_command("build_default_site", authority=["suoi-vang"], verbosity=0)
    assert list(AuthorityPage.objects.values_list("slug", flat=True)) == ["suoi-vang"]
    with pytest.raises(CommandError, match="khong-co"):
        call_command("build_default_site", authority=["khong-co"])


def test_invented_content_stays_out_of_a_real_installation(authority, settings):
    settings.DEMONSTRATION = False
    with pytest.raises(CommandError, match="giả định"):
        call_command("build_default_site", demo=True)


# --- what keeps a page from being published ----------------------------------------------------------------------
def test_the_focal_page_is_not_published_while_a_field_is_empty(authority, monkeypatch):
    build_only(monkeypatch, next(one for one in SECTION if one.kind == "FocalPointsPage"))
    page = FocalPointsPage.objects.get()
    point = authority.units.get(is_focal=True).focal_point
    point.email = point.hours = ""
    point.save()
    revision = page.save_revision()
    with pytest.raises(PublishRefused, match=r"còn thiếu: hộp thư của đầu mối, giờ tiếp nhận\."):
        revision.publish()
    form = FocalPointsPage.get_edit_handler().get_form_class()
    told = form(data={"title": page.title, "slug": page.slug, "body-count": "0"}, instance=page)
    assert "còn thiếu: hộp thư của đầu mối" in str(told.non_field_errors())
    point.email, point.hours = "dau-moi@xa.example", "Giờ hành chính"
    point.save()
    revision.publish()


def test_a_page_whose_hour_comes_while_it_has_gaps_stays_a_draft(authority, monkeypatch):
    build_only(monkeypatch, next(one for one in SECTION if one.kind == "FocalPointsPage"))
    page = FocalPointsPage.objects.get()
    page.title, page.go_live_at = "Đầu mối mới", timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    authority.units.get(is_focal=True).focal_point.delete()
    waiting = page.get_latest_revision()
    waiting.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    waiting.save()
    call_command("publish_scheduled", verbosity=0)
    page.refresh_from_db()
    waiting.refresh_from_db()
    assert (page.title, waiting.approved_go_live_at) == ("Đầu mối cung cấp thông tin", None)


@pytest.mark.parametrize("typed", ["trong 12 ngày", "sau 03 ngày làm việc", "24 giờ"])
def test_time_limits_are_read_from_the_law_and_never_typed(authority, monkeypatch, client, typed):
    build_only(monkeypatch, PROCEDURE)
    page = AdministrativeProcedurePage.objects.get()
    assert page.typed_limits() == []
    html = client.get("/suoi-vang/thu-tuc-hanh-chinh/").content.decode()
    assert "12 ngày" in html
    assert "Điều 26.3" in html
    page.body = [*page.body.raw_data, {"type": "text", "value": f"<p>Cơ quan trả lời {typed}.</p>"}]
    with pytest.raises(PublishRefused, match="không gõ vào trang"):
        page.save_revision().publish()


def test_a_review_lies_before_the_next_one(authority, monkeypatch):
    build_only(monkeypatch, PROCEDURE)
    page = AdministrativeProcedurePage.objects.get()
    page.reviewed_on = page.review_due_on = date(2026, 11, 2)
    with pytest.raises(ValidationError, match="phải sau"):
        page.full_clean()


# --- rows --------------------------------------------------------------------------------------------------------
def day(text):
    return date(*(int(part) for part in reversed(text.split("/"))))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("on", "standings"),
    [
        (
            "01/01/2026",
            ["Áp dụng từ 01/09/2026", "Áp dụng từ 01/03/2026", "Đang áp dụng; được thay thế bằng 3 từ 01/09/2026"],
        ),
        ("01/05/2026", ["Áp dụng từ 01/09/2026", "Đang áp dụng; được thay thế bằng 3 từ 01/09/2026"]),
        ("01/09/2026", ["Đang áp dụng", "Được thay thế bằng 3 từ 01/09/2026", "Được thay thế bằng 3 từ 01/09/2026"]),
    ],
)
def test_each_version_of_the_regulation_says_how_it_stands(on, standings):
    page = RegulationPage(title="Quy chế")
    page.versions = [
        RegulationVersion(
            number="1", issued_on=day("01/02/2025"), effective_from=day("01/03/2025"), relation="REPLACES"
        ),
        RegulationVersion(number="2", issued_on=day("01/02/2026"), effective_from=day("01/03/2026"), relation="AMENDS"),
        RegulationVersion(
            number="3", issued_on=day("20/08/2026"), effective_from=day("01/09/2026"), relation="REPLACES"
        ),
    ]
    found = [str(version.standing) for version in page.versions_on(day(on))]
    assert found[: len(standings)] == standings


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("31/08/2026", DocumentState.NOT_YET),
        ("01/09/2026", DocumentState.IN_FORCE),
        ("01/01/2030", DocumentState.ENDED),
    ],
)
def test_the_state_of_a_text_follows_from_its_days(on, state):
    row = LegalDocument(issued_on=day("23/04/2026"), in_force_from=day("01/09/2026"), ended_on=day("01/01/2030"))
    assert row.state_on(day(on)) == state
    row.ends_partly = True
    assert row.state_on(day("01/01/2030")) == DocumentState.PARTLY


def test_rows_refuse_days_and_addresses_that_cannot_be():
    row = LegalDocument(number="1", title="a", issuer="b", issued_on=day("02/03/2026"), in_force_from=day("01/03/2026"))
    with pytest.raises(ValidationError, match="không thể trước ngày ban hành"):
        row.clean()
    row.url = "http://vbpl.vn/"
    with pytest.raises(ValidationError, match="https://"):
        row.clean_fields()


def test_news_are_paged_by_key_and_odd_keys_mean_the_newest(authority, monkeypatch, client):
    build_only(monkeypatch, next(one for one in SECTION if one.kind == "NewsIndexPage"))
    index = NewsIndexPage.objects.get()
    for number in range(12):
        # Three bear the same day: the key must tell them apart.
        index.add_child(instance=NewsPage(title=f"Tin {number:02d}", day=date(2026, 10, 1 + number // 3)))
    newest = client.get("/suoi-vang/tin-tuc/").context["listed"]
    assert [page.title for page in newest.rows] == [f"Tin {number:02d}" for number in range(11, 1, -1)]
    older = client.get(f"/suoi-vang/tin-tuc/?truoc={newest.older_key}").context["listed"]
    assert [page.title for page in older.rows] == ["Tin 01", "Tin 00"]
    back = client.get(f"/suoi-vang/tin-tuc/?sau={older.newer_key}").context["listed"]
    assert back == newest
    for odd in ("x", "2026-13-01-4", "2026-10-01-", "-", "2026-10-01-99999999999999999", "2026-10-01-٣"):
        assert client.get("/suoi-vang/tin-tuc/", {"truoc": odd}).context["listed"] == newest


# --- ways on -----------------------------------------------------------------------------------------------------
def test_requests_go_where_the_authority_takes_them(authority, monkeypatch, client):
    build_only(monkeypatch, next(one for one in SECTION if one.slug == "gui-yeu-cau"))
    ours = reverse("workflow:new", args=["suoi-vang"])
    assert f'href="{ours}"' in client.get("/suoi-vang/gui-yeu-cau/").content.decode()
    authority.national_portal_url = "https://dichvucong.example/1"
    authority.save()
    html = client.get("/suoi-vang/gui-yeu-cau/").content.decode()
    assert html.count('href="https://dichvucong.example/1"') >= 2
    assert f'href="{ours}"' not in html
    authority.national_portal_url = "http://dichvucong.example/1"
    with pytest.raises(ValidationError, match="https://"):
        authority.clean_fields()


def test_a_part_that_is_not_installed_is_named_without_a_link():
    assert doors.address("home:no_such_door") == ""
    assert doors.ways("CATALOGS", None) == []


@pytest.mark.parametrize("code", sorted(BLANKS))
def test_blank_forms_are_there_to_print_and_as_a_file(authority, client, code):
    html = client.get(f"/suoi-vang/bieu-mau/{code}/").content.decode()
    assert f"Mẫu {code}" in html
    assert "chưa được ban hành" in html
    assert b"".join(client.get(f"/suoi-vang/bieu-mau/mau-{code}.pdf").streaming_content).startswith(b"%PDF-1.7")
    response = client.get(f"/suoi-vang/bieu-mau/mau-{code}.docx")
    with zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content))) as archive:
        assert authority.name in archive.read("word/document.xml").decode()


def test_every_form_of_the_law_is_offered_and_only_ours_have_blanks(authority, client):
    offered = forms_offered.on(today(), [], authority)
    assert [form.code for form in offered.for_citizens] == ["01a", "01b", "06"]
    assert [form.code for form in offered.of_authority] == ["02", "03", "04", "05"]
    assert not any(form.blank_url for form in offered.of_authority)
    assert client.get("/suoi-vang/bieu-mau/02/").status_code == 404


def test_films_have_their_words_and_pictures_their_description():
    assert VideoBlock().child_blocks["transcript"].required
    assert FigureBlock().child_blocks["alt"].required
    block = VideoBlock()
    value = block.to_python({"title": "a", "kind": "video", "url": "", "document": None, "transcript": "<p>b</p>"})
    with pytest.raises(StructBlockValidationError):
        block.clean(value)

"""Pages kept for readers without cookies: a second view costs no query, and no recorded change is ever outlived (S1, S16)."""

import pytest
from django.core.cache import caches
from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from cms.audit.record import record
from cms.core import content_version, page_cache
from home import default_site
from home.models import AuthorityPage, InformationPage
from tests.factories.core import AuthorityFactory, FocalPointFactory, UserFactory


@pytest.fixture(autouse=True)
def keeping(settings, tmp_path):
    settings.PAGE_CACHE_SECONDS = 60
    settings.CONTENT_VERSION_FILE = tmp_path / "data" / "content-version"
    content_version.bump()
    caches["pages"].clear()


def answering(*answers):
    """The middleware over a site that gives these answers, one a view."""
    rest = iter(answers)
    keeper = page_cache.PageCacheMiddleware(lambda request: next(rest))
    return lambda path="/x/", **meta: keeper(RequestFactory().get(path, **meta))


# --- what is kept --------------------------------------------------------------------------------------------------
def test_the_second_reader_gets_the_kept_page_with_its_headers():
    ask = answering(HttpResponse("một", headers={"Content-Security-Policy": "default-src 'none'"}))
    ask()
    again = ask()
    assert again.content.decode() == "một"
    assert again.headers["Content-Security-Policy"] == "default-src 'none'"


@pytest.mark.parametrize(
    "meta",
    [
        {"HTTP_COOKIE": "phien=a"},
        {"HTTP_AUTHORIZATION": "Basic eA=="},
        {"HTTP_RANGE": "bytes=0-1"},
        {"HTTP_IF_NONE_MATCH": '"a"'},
        {"QUERY_STRING": "trang=2"},
        {"SERVER_NAME": "khac.example"},
        {"wsgi.url_scheme": "https"},
    ],
    ids=str,
)
def test_whoever_asks_otherwise_gets_no_kept_page(meta, settings):
    settings.ALLOWED_HOSTS = ["*"]
    ask = answering(HttpResponse("một"), HttpResponse("hai"))
    ask()
    assert ask(**meta).content == b"hai"


def test_only_reading_is_answered_from_what_is_kept():
    keeper = page_cache.PageCacheMiddleware(lambda request: HttpResponse(request.method))
    assert keeper(RequestFactory().get("/x/")).content == b"GET"
    assert keeper(RequestFactory().post("/x/")).content == b"POST"


def with_cookie():
    response = HttpResponse("một")
    response.set_cookie("csrf", "a")
    return response


@pytest.mark.parametrize(
    "private",
    [
        with_cookie,
        lambda: HttpResponse("một", headers={"Cache-Control": "max-age=0, no-cache, private"}),
        lambda: HttpResponse("một", headers={"Cache-Control": "no-store"}),
        lambda: HttpResponse("một", headers={"Vary": "Cookie, Accept-Language"}),
        lambda: HttpResponse("một", status=404),
        lambda: HttpResponse("một", content_type="application/pdf"),
        lambda: HttpResponse(b"a" * (page_cache.LARGEST + 1)),
        lambda: StreamingHttpResponse([b"a"]),
    ],
)
def test_what_is_not_for_anyone_is_not_kept(private):
    ask = answering(private(), HttpResponse("hai"))
    ask()
    assert ask().content == b"hai"


def test_after_a_minute_the_page_is_made_anew(monkeypatch):
    ask = answering(HttpResponse("một"), HttpResponse("hai"))
    ask()
    at = page_cache.time()
    monkeypatch.setattr(page_cache, "time", lambda: at + 61)
    assert ask().content == b"hai"
    assert ask().content == b"hai"


def test_while_the_database_does_not_answer_the_kept_page_is_shown(monkeypatch):
    ask = answering(HttpResponse("một"), HttpResponse("lỗi", status=503), HttpResponse("hai"))
    ask()
    at = page_cache.time()
    monkeypatch.setattr(page_cache, "time", lambda: at + 3600)
    assert [ask().content.decode() for _view in range(2)] == ["một", "hai"]


# --- no change is outlived -----------------------------------------------------------------------------------------
def test_a_page_made_while_something_changed_is_never_served():
    def site(request):
        content_version.bump()
        return HttpResponse("trước")

    keeper = page_cache.PageCacheMiddleware(site)
    keeper(RequestFactory().get("/x/"))
    assert answering(HttpResponse("sau"))().content.decode() == "sau"


def test_without_a_version_nothing_is_kept(settings, tmp_path, monkeypatch):
    """A full disk: the version cannot be written, and the old one is gone."""
    monkeypatch.setattr(content_version.os, "replace", lambda *paths: (_ for _ in ()).throw(OSError("full")))
    content_version.bump()
    assert not settings.CONTENT_VERSION_FILE.exists()
    ask = answering(HttpResponse("một"), HttpResponse("hai"))
    assert [ask().content.decode() for _view in range(2)] == ["một", "hai"]


def test_a_shared_cache_holds_the_version_for_every_server(settings, monkeypatch):
    monkeypatch.setattr(content_version, "_is_shared", lambda: True)
    settings.CONTENT_VERSION_FILE = None
    before = content_version.current()
    assert before == content_version.current()
    content_version.bump()
    assert before != content_version.current()


@pytest.mark.django_db
def test_only_what_changes_something_ends_what_is_kept(django_capture_on_commit_callbacks):
    user, before = UserFactory(), content_version.current()
    with django_capture_on_commit_callbacks(execute=True):
        record("account.signed_in", subject=user, by=user)
    assert content_version.current() == before
    with django_capture_on_commit_callbacks(execute=True):
        user.last_name = "Đổi"
        user.save()
        record("account.renamed", subject=user, by=user, rows=[user.history.first()])
    assert content_version.current() != before


@pytest.mark.django_db(transaction=True)
def test_published_changed_and_withdrawn_is_seen_at_once(django_assert_num_queries, settings):
    FocalPointFactory(unit__authority=AuthorityFactory(code="suoi-vang"))
    default_site.build()
    page = AuthorityPage.objects.get().add_child(
        instance=InformationPage(title="Cách nộp phiếu", slug="cach-nop", first_published_at=timezone.now())
    )
    reader, address = Client(), page.url
    assert "Cách nộp phiếu" in reader.get(address).content.decode()
    with django_assert_num_queries(0):
        assert "Cách nộp phiếu" in reader.get(address).content.decode()
    page.title = "Cách nộp phiếu mới"
    page.save_revision().publish()
    assert "Cách nộp phiếu mới" in reader.get(address).content.decode()
    page.unpublish()
    assert reader.get(address).status_code == 404


def test_switched_off_it_is_not_there(settings):
    settings.PAGE_CACHE_SECONDS = 0
    with pytest.raises(page_cache.MiddlewareNotUsed):
        page_cache.PageCacheMiddleware(lambda request: HttpResponse())

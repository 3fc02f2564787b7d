"""The admin reads Vietnamese: whoever works here, every screen they can open shows no English word.

Each person walks from the start page along every link; a kind of screen that somebody before has shown is not opened
again. `make test-heavy` walks the whole demonstration, every person every screen.
"""

import json

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from cms.core.models import User
from home import default_site
from tests.factories.core import UserFactory, make_house
from tests.factories.workflow import Case
from tests.words.conftest import without_english_pages
from tests.words.english import english_on
from tests.words.walk import page_of, walk

#: Everybody of an office, those with the most screens first.
PEOPLE = (
    "administrator", "officer", "head", "registry", "signer", "head_of_authority", "originator", "cashier",
    "data_officer", "editor", "publisher", "auditor", "justice",
)  # fmt: skip
#: Screens that the walks must have come through, so that they cannot quietly grow shorter.
COME_THROUGH = {
    "desk:entry", "desk:to_sign", "desk:sign", "desk:to_issue", "desk:to_check", "desk:case", "desk:move",
    "desk:handover", "desk:filters", "ho-so_modeladmin_index", "ho-so_modeladmin_history", "tai-khoan_modeladmin_create",
    "co-quan_modeladmin_edit", "vai-tro_modeladmin_history", "quy-dinh_modeladmin_index",
    "wagtailadmin_explore", "wagtailadmin_pages:edit", "wagtailadmin_pages:add_subpage", "wagtailadmin_pages:history",
    "wagtailadmin_choose_page", "wagtailadmin_account", "wagtailadmin_reports:site_history",
    "wagtailimages:edit", "wagtailimages_chooser:choose", "wagtaildocs:edit", "wagtailadmin_collections:add",
}  # fmt: skip


def told(english):
    return json.dumps({kind: found for kind, found in english.items() if found}, ensure_ascii=False, indent=1)


def signed_in(person):
    client = Client(raise_request_exception=False)
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def world(page, picture, document):
    """An office with requests at every step, its pages, a picture, a document, and somebody mightier than all."""
    cache.clear()
    house = make_house()
    default_site.build()
    Case.sent(house)
    Case.sent(house).accept().collect().consult()
    Case.sent(house).accept().review().propose_to_provide()
    Case.sent(house).accept().review().propose_to_refuse().approve()
    Case.sent(house).accept().review().add_file()
    return house


def test_whoever_works_here_meets_no_english_word(world):
    superuser = UserFactory(first_name="Quản trị hệ thống", is_superuser=True, is_staff=True)
    seen, english = set(), {}
    for person in [superuser, *(getattr(world, name) for name in PEOPLE)]:
        for address, _kind, content in walk(signed_in(person), seen):
            if found := english_on(content):
                english[f"{person}: {address}"] = found
    assert english == {}, told(english)
    assert {name for name, _move, _narrower in seen} >= COME_THROUGH


@pytest.mark.django_db
def test_an_editor_whose_authority_has_no_page_yet_finds_the_start_page():
    assert signed_in(make_house().editor).get(reverse("wagtailadmin_home")).status_code == 200


@pytest.mark.heavy
@pytest.mark.django_db
def test_nobody_of_the_demonstration_meets_an_english_word(settings, tmp_path, monkeypatch):
    without_english_pages(monkeypatch)
    settings.DATA_DIR, settings.PRIVATE_ROOT = tmp_path, tmp_path / "private"
    call_command("load_demo", verbosity=0)
    call_command("build_default_site")
    accounts = json.loads((tmp_path / "demo-accounts.json").read_text(encoding="utf-8"))
    english = {}
    for account in accounts:
        person = User.objects.get(username=account["username"])
        for address, _kind, content in walk(signed_in(person), set()):
            if found := english_on(content):
                english[f"{account['role']}: {address}"] = found
    assert english == {}, told(english)


# --- what no link leads to ---------------------------------------------------------------------------------------
def assert_vietnamese(client, addresses):
    english = {}
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, address
        content = page_of(response)
        assert content, address
        english[address] = english_on(content)
    assert not any(english.values()), told(english)


def named(*names):
    return [reverse(name) for name in names]


@pytest.mark.django_db
def test_signing_in():
    addresses = named(
        "wagtailadmin_login",
        "wagtailadmin_password_reset",
        "wagtailadmin_password_reset_done",
        "wagtailadmin_password_reset_complete",
    )
    addresses.append(reverse("wagtailadmin_password_reset_confirm", args=["MQ", "cu-ky"]))
    assert_vietnamese(Client(), addresses)
    refused = Client().post(reverse("wagtailadmin_login"), {"username": "", "password": "sai"})
    assert english_on(refused.content.decode()) == []


def test_dialogues_of_the_editor(admin, page, picture, document):
    """Windows that only scripts open, and lists with nothing to show."""
    parent = page.get_parent()
    of_page = ["usage", "workflow_history", "unpublish", "copy"]
    addresses = [
        reverse("wagtailadmin_explore", args=[parent.pk]) + "?ordering=ord",
        reverse("wagtailadmin_explore", args=[parent.pk]) + "?q=khongco",
        *[reverse(f"wagtailadmin_pages:{name}", args=[page.pk]) for name in of_page],
        reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "live", "latest"]),
        *named(
            "wagtailadmin_choose_page_external_link",
            "wagtailadmin_choose_page_email_link",
            "wagtailadmin_choose_page_phone_link",
            "wagtailadmin_choose_page_anchor_link",
        ),
        reverse("wagtail_bulk_action", args=["wagtailimages", "image", "add_tags"]) + f"?id={picture.pk}",
        reverse("wagtail_bulk_action", args=["wagtaildocs", "document", "delete"]) + f"?id={document.pk}",
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"]) + f"?id={page.pk}",
    ]
    assert_vietnamese(admin, addresses)


def test_messages_after_saving(admin, page):
    """What is said when a page cannot be saved, and when it is."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    empty = {"title": "", "slug": "sai dia chi", "lead": "", "body-count": 0}
    empty |= {f"comments-{name}_FORMS": 0 for name in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM")}
    answers = [
        admin.post(address, empty),
        admin.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), follow=True),
        admin.get(reverse("wagtailadmin_pages:delete", args=[page.pk])),  # which only a page taken down has
        admin.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True),
    ]
    assert [answer.status_code for answer in answers] == [200] * 4
    assert [english_on(answer.content.decode()) for answer in answers] == [[], [], [], []]
    assert "Chưa lưu được trang" in answers[0].content.decode()
    assert "Đã gỡ trang" in answers[1].content.decode()
    assert "Đã xóa trang" in answers[3].content.decode()


# --- the reader itself -------------------------------------------------------------------------------------------
def test_english_is_recognised():
    page = (
        '<p>Sửa</p><p>Page 1 of 2</p><a aria-label="No">x</a><script type="application/json">["Save", "edit"]</script>'
        '<div data-block="{&quot;label&quot;: &quot;Choose a page&quot;, &quot;icon&quot;: &quot;page-edit&quot;}"></div>'
        "<script>var page = 'Save the page'</script><style>/* the page */</style><code>the code</code>"
        '<select name="l-preferred_language"><option>English (the)</option></select><input type="submit" value="Send it all">'
        "<p>Some of this</p><p>Trang 1 trên 2</p><p>thu@co-quan.example</p>"
    )
    assert english_on(page) == ["Choose a page", "No", "Page 1 of 2", "Save", "Send it all", "Some of this"]

"""An authority with its section, its editor and two publishers, and the forms that they post in Wagtail's admin."""

from dataclasses import dataclass

from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from cms.core.models import User
from cms.core.models.authority import AuthorityKind
from cms.core.roles import Role
from home import default_site
from home.models import AuthorityPage, HomePage, InformationPage
from tests.factories.core import AuthorityFactory, FocalPointFactory, make_person

WORDS = "Trụ sở mở cửa từ 7 giờ 30 phút."


@dataclass
class Section:
    """Whose section it is and who works in it."""

    authority: object
    page: Page
    editor: User
    publisher: User
    second_publisher: User


def section(code: str, kind=AuthorityKind.COMMUNE) -> Section:
    """One authority with its people; `build()` lays its pages."""
    authority = AuthorityFactory(code=code, short_name=f"Xã {code}", kind=kind)
    FocalPointFactory(unit__authority=authority)
    return Section(
        authority,
        None,
        make_person("Mạc Văn Viết", Role.EDITOR, authority=authority),
        make_person("Nông Thị Duyên", Role.PUBLISHER, authority=authority),
        make_person("Lý Thị Đọc", Role.PUBLISHER, authority=authority),
    )


def bare(monkeypatch) -> None:
    """Let the default site be its front page and the authorities' own pages: whose pages they are is what counts."""
    monkeypatch.setattr(default_site, "PAGES", ())
    monkeypatch.setattr(default_site, "SECTION", ())
    monkeypatch.setattr(default_site.english, "page_of", lambda *args: None)
    monkeypatch.setattr(default_site.english, "site_page", lambda *args: None)


def build(*sections: Section) -> HomePage:
    default_site.build()
    for one in sections:
        one.page = AuthorityPage.objects.get(authority=one.authority)
    return HomePage.objects.get()


def seat(user) -> Client:
    """The person, signed in."""
    client = Client()
    client.force_login(user)
    return client


def words(title="Giờ mở cửa", text=WORDS, slug="gio-mo-cua", **more) -> dict:
    """What the page form posts for a page of information."""
    form = {
        "title": title,
        "slug": slug,
        "lead": "",
        "body": streamfield([("text", rich_text(f"<p>{text}</p>"))]),
        "search_description": "",
        "responsible": "",
        "comments": inline_formset([]),
        "go_live_at": "",
        "expire_at": "",
    }
    return nested_form_data(form | more)


def create_url(parent) -> str:
    return reverse("wagtailadmin_pages:add", args=["home", "informationpage", parent.pk])


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def action_url(page, action) -> str:
    state = page.current_workflow_state.current_task_state
    return reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])


def write(by, parent, submit=True, **form) -> InformationPage:
    """Somebody writes a page below `parent` in the admin, and sends it for approval."""
    button = {"action-submit": "1"} if submit else {}
    response = seat(by).post(create_url(parent), words(**form) | button)
    assert response.status_code == 302, response.content.decode()[:2000]
    return InformationPage.objects.order_by("-pk").first()


def approve(by, page, comment=""):
    """The other person presses “Duyệt”."""
    return seat(by).post(action_url(page, "approve"), {"comment": comment})

"""A superuser's browser, and an office whose every kind of screen has something to show."""

import io

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image as Picture
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from home import default_site
from home.default_pages import HOW_TO
from home.models import InformationPage
from tests.factories.core import AuthorityFactory, UserFactory


@pytest.fixture
def admin(db):
    """A superuser's browser."""
    client = Client()
    client.force_login(UserFactory(username="quan-tri", is_superuser=True, is_staff=True))
    return client


@pytest.fixture
def picture(db):
    drawn = io.BytesIO()
    Picture.new("RGB", (20, 20)).save(drawn, "PNG")
    return get_image_model().objects.create(title="Trụ sở", file=ContentFile(drawn.getvalue(), "tru-so.png"))


@pytest.fixture
def document(db):
    return get_document_model().objects.create(title="Quy chế", file=ContentFile(b"quy che", "quy-che.txt"))


def without_english_pages(monkeypatch):
    """Pages for foreigners are English on purpose; their words would stand in every list of pages."""
    monkeypatch.setattr(default_site, "add_english", lambda *arguments: None)


@pytest.fixture
def page(monkeypatch, db):
    """A page of information with a second version that waits as a draft."""
    monkeypatch.setattr(default_site, "PAGES", [HOW_TO])
    monkeypatch.setattr(default_site, "SECTION", [])
    without_english_pages(monkeypatch)
    AuthorityFactory(code="suoi-vang", name="Ủy ban nhân dân xã Suối Vàng", commune=True)
    default_site.build("Cổng thử")
    page = InformationPage.objects.get()
    page.lead = "Lời dẫn mới"
    page.save_revision()
    return page

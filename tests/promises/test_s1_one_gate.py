"""S1: what is not public leaves by no door. Every address of the site is opened by everybody who may see nothing of a case."""

import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.search.index import get_indexed_models
from wagtail.snippets.models import get_snippet_models

from cms.core.roles import Role
from tests.factories.core import make_house
from tests.factories.undoing import undone
from tests.factories.workflow import Case, stored_file
from workflow import access
from workflow.models import InformationRequest

pytestmark = pytest.mark.django_db

PERSON = {
    "name": "Đinh Thị Riêng Tư",
    "identity_number": "001185009876",
    "phone": "+84987123456",
    "email": "riengtu@example.vn",
    "address": "88 ngõ Kín Đáo",
    "description": "Biên bản đối thoại về thửa đất số bảy mươi bảy",
    "purpose": "Chuẩn bị khởi kiện hàng xóm",
}
FILE, NOTE = "bien-ban-kin.pdf", "Bà này hay gọi điện"
#: Nothing of this may stand in any answer.
SECRETS = [*PERSON.values(), FILE, NOTE]
#: Rooms of the admin that hold editorial content only (requests are none of it), and Wagtail's page that always fails.
CONTENT = tuple(
    f"admin/{room}/"
    for room in (
        "pages",
        "images",
        "documents",
        "redirects",
        "forms",
        "snippets",
        "collections",
        "workflows",
        "failwhale",
    )
)


@pytest.fixture
def case(house):
    """One with something in every drawer: file, note, question, decision, letter, messages."""
    case = Case.sent(house, files=[stored_file(FILE, role="SENT")], **PERSON)
    case.ask_for_supplement("Nêu rõ số thửa").supply().accept().note(text=NOTE).collect().hand_over()
    case.add_file(stored_file("tra-loi-kin.pdf")).check_file().release_file()
    return case.propose_to_provide().approve().issue()


def patterns(resolver, prefix=""):
    for entry in resolver.url_patterns:
        if hasattr(entry, "url_patterns"):
            yield from patterns(entry, prefix + str(entry.pattern))
        else:
            yield prefix + str(entry.pattern)


def addresses(case):
    """Each address of the site, its blanks filled with what belongs to the case."""
    info_request = case.now
    fillings = {
        "code": [info_request.code, info_request.authority.code],
        "move": ["hop-le", "them-tep"],
        "slug": ["thong-tin", "rut-yeu-cau"],
        "pk": {info_request.pk, info_request.attachments.first().pk, info_request.letters.first().pk},
    }
    found = set()
    for pattern in patterns(get_resolver()):
        plain = re.sub(r"\(\?P<(\w+)>[^()]*\)", r"<\1>", pattern).replace("^", "").replace("$", "")
        if pattern.startswith(CONTENT) or re.search(r"[(\\]", plain):
            continue
        filled = {plain}
        for blank in dict.fromkeys(re.findall(r"<(?:\w+:)?(\w+)>", plain)):
            values = fillings.get(blank, [info_request.pk])
            filled = {re.sub(rf"<(?:\w+:)?{blank}>", str(value), text) for text in filled for value in values}
        found |= {f"/{text}" for text in filled}
    return sorted(found)


def outsider(who, house):
    """Somebody who may see nothing of this case."""
    elsewhere = make_house()
    if who == "a superuser":
        elsewhere.administrator.is_superuser = elsewhere.administrator.is_staff = True
        elsewhere.administrator.save()
    return {
        "nobody": None,
        "a superuser": elsewhere.administrator,
        "an officer elsewhere": elsewhere.officer,
        "an auditor elsewhere": elsewhere.auditor,
    }[who]


def sign_in(client, person):
    if person is not None:
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")


def test_no_address_tells_an_outsider_anything_of_a_case(house, case):
    """Which answer each door gives to whom is another table; here it is what stands in the answer."""
    leaks, walked, code = [], addresses(case), case.now.code
    assert len(walked) > 100
    for who in ("nobody", "a superuser", "an officer elsewhere"):
        cache.clear()
        with undone():
            client = Client()
            sign_in(client, outsider(who, house))
            for address in walked:
                response = client.get(address)
                assert response.status_code < 500, (who, address)
                body = b"".join(response.streaming_content) if response.streaming else response.content
                text = body.decode("utf-8", "ignore") + str(response.headers.get("Location", ""))
                leaks += [(who, address, secret) for secret in SECRETS if secret in text]
                if code not in address and code in text:
                    leaks.append((who, address, code))
    assert leaks == []


@pytest.mark.parametrize("who", ["an officer elsewhere", "an auditor elsewhere"])
def test_case_out_of_reach_looks_like_none(house, case, client, who):
    sign_in(client, outsider(who, house))
    there = client.get(f"/admin/ho-so/{case.now.code}/")
    nowhere = client.get("/admin/ho-so/SV-991231-9999/")
    assert there.status_code == nowhere.status_code == 404
    assert there.content.replace(case.now.code.encode(), b"") == nowhere.content.replace(b"SV-991231-9999", b"")


def test_supervisor_sees_the_case_and_no_name_number_or_file(house, case, client):
    """law.md 16.1: the register holds personal data; who looks on needs none of it."""
    sign_in(client, house.auditor)
    page = client.get(f"/admin/ho-so/{case.now.code}/")
    assert page.status_code == 200
    for secret in ("name", "identity_number", "phone", "email", "address"):
        assert PERSON[secret] not in page.content.decode()
    for attachment in case.now.attachments.all():
        assert not access.can_open_file(house.auditor, attachment)


def test_requests_are_no_pages_snippets_documents_or_search_entries():
    rooms = {model for model in get_indexed_models() if model._meta.app_label == "workflow"}
    assert rooms == set()
    assert {model for model in get_snippet_models() if model._meta.app_label == "workflow"} == set()
    assert not issubclass(InformationRequest, Page | get_document_model())


def test_count_is_a_door_too(house, case):
    elsewhere = make_house()
    everything = InformationRequest.objects.all()
    assert everything.count() == 1
    assert [role for role in Role if access.visible_to(elsewhere.by_role[role], everything).count()] == []

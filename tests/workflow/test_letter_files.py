"""PDFs of papers: what was issued is kept and given out byte for byte; drafts say that they are; names stay covered."""

from hashlib import sha256

import pytest
from django.conf import settings
from django.urls import reverse

from cms.core import strays
from tests.factories.workflow import Case
from tests.workflow.services.record import last_act
from workflow import letters
from workflow.choices import DecisionKind, LetterState
from workflow.models import Letter

pytestmark = pytest.mark.django_db
L26 = "02/11/2026"


def bytes_of(response) -> bytes:
    return b"".join(response.streaming_content)


def refused(house) -> tuple[Case, Letter]:
    case = Case.sent(house, L26).accept().propose_to_refuse().approve().issue(number="5", symbol="TB-SXD")
    return case, case.now.letters.get()


def test_issued_file_is_kept_with_its_hash_in_row_and_chain(house):
    case, letter = refused(house)
    content = (settings.PRIVATE_ROOT / letter.pdf_path).read_bytes()
    assert content.startswith(b"%PDF-")
    assert (len(content), sha256(content).hexdigest()) == (letter.pdf_size, letter.pdf_sha256)
    assert last_act(case)["data"]["pdf_sha256"] == letter.pdf_sha256
    assert letter.pdf_path not in strays.missing()


def test_same_paper_gives_the_same_bytes(house):
    _case, letter = refused(house)
    assert sha256(letters.to_pdf(letters.paper_of(letter))).hexdigest() == letter.pdf_sha256


def test_desk_hands_out_the_very_file_after_everything_else_changed(house, client):
    case, letter = refused(house)
    house.authority.name = "Sở khác"
    house.authority.save()
    client.force_login(house.officer, backend="django.contrib.auth.backends.ModelBackend")
    response = client.get(reverse("desk:letter_pdf", args=[case.now.code, letter.pk]))
    assert sha256(bytes_of(response)).hexdigest() == letter.pdf_sha256
    assert 'filename="05-TB-SXD.pdf"' in response["Content-Disposition"]
    assert response["Cache-Control"].startswith("private, no-store")


def test_requester_gets_the_same_file_and_the_receipt(house, client):
    case, letter = refused(house)
    client.post(reverse("workflow:lookup"), {"number": case.now.code, "code": case.code})
    page = client.get(reverse("workflow:case")).content.decode()
    assert reverse("workflow:case_receipt") in page
    assert (
        reverse("workflow:case_letter_pdf", args=[letter.pk])
        in client.get(reverse("workflow:case_letter", args=[letter.pk])).content.decode()
    )
    given = bytes_of(client.get(reverse("workflow:case_letter_pdf", args=[letter.pk])))
    assert sha256(given).hexdigest() == letter.pdf_sha256
    receipt = client.get(reverse("workflow:case_receipt"))
    assert reverse("workflow:case_receipt_pdf") in receipt.content.decode()
    assert bytes_of(client.get(reverse("workflow:case_receipt_pdf"))).startswith(b"%PDF-")


def test_paper_without_a_kept_file_offers_none(house, client):
    case, letter = refused(house)
    letter.pdf_path = ""
    letter.save(by=house.registry)
    client.post(reverse("workflow:lookup"), {"number": case.now.code, "code": case.code})
    page = client.get(reverse("workflow:case_letter", args=[letter.pk])).content.decode()
    assert "Tải bản PDF" not in page
    assert client.get(reverse("workflow:case_letter_pdf", args=[letter.pk])).status_code == 404


def test_draft_has_a_marked_pdf_at_the_desk_and_none_for_the_requester(house, client):
    case = Case.sent(house, L26).accept().propose_extension().approve(DecisionKind.EXTENSION)
    letter = case.letter()
    assert letter.state == LetterState.DRAFT
    client.force_login(house.officer, backend="django.contrib.auth.backends.ModelBackend")
    response = client.get(reverse("desk:letter_pdf", args=[case.now.code, letter.pk]))
    assert bytes_of(response).startswith(b"%PDF-")
    assert 'filename="du-thao-extension.pdf"' in response["Content-Disposition"]
    client.logout()
    client.post(reverse("workflow:lookup"), {"number": case.now.code, "code": case.code})
    assert client.get(reverse("workflow:case_letter_pdf", args=[letter.pk])).status_code == 404


def test_covered_page_offers_no_pdf(house):
    _case, letter = refused(house)
    assert "Tải bản PDF" in letters.page(letter, pdf_url="/tep/")
    assert "Tải bản PDF" not in letters.page(letter, pdf_url="/tep/", is_masked=True)

"""Forms that citizens sign: blank and filled in, by the form set of the law of their request, without a full identity number."""

from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from tests.factories.core import make_house
from tests.factories.moments import day
from tests.factories.workflow import Case
from workflow import letters
from workflow.letters import citizen_forms

pytestmark = pytest.mark.django_db
NOTE = "Mẫu chính thức theo Luật 01/2026/QH16 chưa được ban hành"


def text_of(paper) -> str:
    return "\n".join(getattr(block, "text", str(block)) for block in paper.body).replace("\u00a0", " ")


@pytest.mark.parametrize("code", citizen_forms.BLANKS)
def test_a_blank_is_a_citizens_paper_under_the_forms_of_its_law(code):
    house = make_house()
    paper = letters.blank_paper(citizen_forms.on(code, day("21/11/2026")), house.authority)
    assert not paper.is_official
    assert (paper.number, paper.authority, paper.recipients) == ("", "", ())
    assert paper.addressees == (house.authority.name,)
    assert "……" in text_of(paper)
    assert paper.pending_note.startswith(NOTE)
    earlier = citizen_forms.on(code, day("21/08/2026"))
    assert earlier.note == ""
    assert citizen_forms.on("02", day("21/11/2026")) is None


def test_a_request_fills_its_form():
    case = Case.sent(make_house(), "17/08/2026").now
    paper = letters.filled_request(case)
    told = text_of(paper)
    assert paper.form == "01a"
    assert paper.pending_note == ""  # L16 has its official forms
    for words in (case.description, case.requester.name, case.requester.residence, "■ lần đầu"):
        assert words in told
    assert paper.signatures[0].name == case.requester.name
    assert not case.requester.identity_number or case.requester.identity_number not in told


def test_the_consent_says_what_is_asked_and_leaves_the_rest_to_write():
    case = Case.sent(make_house()).now
    paper = letters.filled_consent(case)
    assert case.description in text_of(paper)
    assert f"Ông/Bà {case.requester.name}" in text_of(paper)
    assert "Họ và tên: ……" in text_of(paper)
    assert paper.signatures[0].name == ""


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_holder_of_the_code_takes_their_form_away(client, kind):
    case = Case.sent(make_house())
    client.post(reverse("workflow:lookup"), {"number": case.now.code, "code": case.code})
    page = client.get(reverse("workflow:case")).content.decode()
    address = f"/tra-cuu/ho-so/phieu-yeu-cau.{kind}"
    assert f'href="{address}"' in page
    response = client.get(address)
    content = b"".join(response.streaming_content)
    assert f"mau-01a-{case.now.code}.{kind}" in response["Content-Disposition"]
    if kind == "docx":
        assert case.now.description in [one.text.partition(": ")[2] for one in Document(BytesIO(content)).paragraphs]


def test_the_desk_offers_the_forms_and_a_draft_to_finish(client):
    house = make_house()
    case = Case.sent(house).accept().propose_to_refuse()
    client.force_login(house.officer, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(reverse("desk:case", args=[case.now.code])).content.decode()
    for paper, kind in (("phieu-yeu-cau", "pdf"), ("phieu-yeu-cau", "docx"), ("chap-thuan", "docx")):
        address = reverse("desk:citizen_paper", args=[case.now.code, paper, kind])
        assert address in page
        assert client.get(address).status_code == 200
    draft = reverse("desk:draft_docx", args=[case.now.decisions.get().pk, "REFUSAL"])
    assert draft in client.get(draft.removesuffix("docx/")).content.decode()
    document = Document(BytesIO(b"".join(client.get(draft).streaming_content)))
    assert any("từ chối cung cấp" in one.text for one in document.paragraphs)

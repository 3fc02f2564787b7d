"""Papers, built once as plain data, drawn for the screen, as PDF and as DOCX. What a person typed is text, never markup.

An issued paper is frozen: its words with their hash, and the bytes of its PDF.
"""

from hashlib import sha256

from django.template.loader import render_to_string

from cms.core import files
from workflow.choices import LetterState, RecallState
from workflow.letters.bodies import FORMS
from workflow.letters.building import paper_of, receipt_of
from workflow.letters.citizen_papers import blank_paper, filled_consent, filled_request, request_form
from workflow.letters.docx import to_docx
from workflow.letters.forms import TITLES, suggested_symbol
from workflow.letters.masking import without_person
from workflow.letters.paper import Paper
from workflow.letters.pdf import to_pdf
from workflow.letters.signing import by_delegation
from workflow.models import Letter

__all__ = [
    "FORMS",
    "TITLES",
    "blank_paper",
    "body_of",
    "by_delegation",
    "filled_consent",
    "filled_request",
    "freeze",
    "freeze_as",
    "page",
    "paper_of",
    "pdf_of",
    "receipt_of",
    "receipt_page",
    "render",
    "render_receipt",
    "request_form",
    "seal",
    "suggested_symbol",
    "to_docx",
    "to_html",
    "to_pdf",
]

_PAGE = "workflow/letters/page.html"
_PAPER = "workflow/letters/paper.html"


def to_html(paper: Paper) -> str:
    """Any paper as an HTML fragment, for the screen and for phones."""
    return render_to_string(_PAPER, {"paper": paper})


def render(letter: Letter) -> str:
    """The paper's body as an HTML fragment, from the case's own data."""
    return to_html(paper_of(letter))


def render_receipt(info_request) -> str:
    """The receipt (form 02) of a request. It is written at the counter, has no number and is kept nowhere."""
    return to_html(receipt_of(info_request))


def seal(html: str) -> str:
    """The hash by which a frozen paper is known."""
    return sha256(html.encode()).hexdigest()


def freeze(letter: Letter) -> None:
    """Put down for ever what leaves: the words and their hash, the PDF's bytes and theirs. The caller saves the row."""
    freeze_as(letter, paper_of(letter), letter.file_name)


def freeze_as(row, paper: Paper, file_name: str) -> None:
    """The same for any row that has html, sha256, pdf_path, pdf_size and pdf_sha256."""
    row.html = to_html(paper)
    row.sha256 = seal(row.html)
    kept = files.keep_own(file_name, to_pdf(paper))
    row.pdf_path, row.pdf_size, row.pdf_sha256 = kept.path, kept.size, kept.sha256


def pdf_of(letter: Letter) -> bytes:
    """A draft as PDF, as it would be issued now, with "DỰ THẢO" across it. An issued paper has its kept file."""
    return to_pdf(paper_of(letter))


def body_of(letter: Letter) -> str:
    """The paper as issued, word for word, or as it would be issued now; markup of our own templates."""
    return letter.html if letter.state == LetterState.ISSUED else render(letter)


def page(letter: Letter, back_url: str = "", *, pdf_url: str = "", docx_url: str = "", is_masked: bool = False) -> str:
    """A whole page to look at and to print on A4; for the public and the desk alike.

    `is_masked` covers whom the paper concerns; it is then no longer the paper that was sent, says so, and has no PDF.
    A draft may have a file for a word processor at `docx_url`; what was issued has none.
    """
    paper = body_of(letter)
    if is_masked:
        paper = without_person(paper, letter.info_request.requester)
    has_pdf = pdf_url and not is_masked and (letter.pdf_path or letter.state != LetterState.ISSUED)
    words = {"paper": paper, "is_draft": letter.state != LetterState.ISSUED, "is_masked": is_masked}
    words["ended"] = _end_of(letter) if letter.state == LetterState.ISSUED else None
    words |= {"title": f"{letter} – {letter.info_request}", "back_url": back_url, "pdf_url": pdf_url if has_pdf else ""}
    words["docx_url"] = "" if is_masked or letter.state == LetterState.ISSUED else docx_url
    return render_to_string(_PAGE, words)


def _end_of(letter: Letter):
    """What ended an issued paper; None while it stands."""
    return letter.recalls.filter(state=RecallState.DONE).select_related("letter__replacement").first()


def receipt_page(info_request, back_url: str = "", *, pdf_url: str = "", docx_url: str = "") -> str:
    """The receipt of a request as a whole page."""
    words = {"paper": render_receipt(info_request), "title": f"Phiếu tiếp nhận – {info_request}"}
    return render_to_string(_PAGE, words | {"back_url": back_url, "pdf_url": pdf_url, "docx_url": docx_url})

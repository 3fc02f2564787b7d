"""Papers as print-ready HTML. What is typed by a person is text, never markup; an issued paper is frozen with its hash."""

from hashlib import sha256

from django.template.loader import render_to_string

from workflow.choices import LetterForm, LetterState
from workflow.letters.forms import TITLES, suggested_symbol, words_for
from workflow.letters.masking import without_person
from workflow.models import Letter

__all__ = [
    "FORMS",
    "body_of",
    "page",
    "receipt_page",
    "render",
    "render_receipt",
    "seal",
    "suggested_symbol",
    "template_of",
]

#: The papers that this house lays out.
FORMS = tuple(TITLES)
_PAGE = "workflow/letters/page.html"


def template_of(form: str) -> str:
    return f"workflow/letters/{form.lower()}.html"


def render(letter: Letter) -> str:
    """The paper's body as an HTML fragment, from the case's own data."""
    return render_to_string(template_of(letter.form), {"letter": letter, **words_for(letter)})


def render_receipt(info_request) -> str:
    """The receipt (form 02) of a request. It is written at the counter, has no number and is kept nowhere."""
    return render(Letter(info_request=info_request, authority=info_request.authority, form=LetterForm.RECEIPT))


def seal(html: str) -> str:
    """The hash by which a frozen paper is known."""
    return sha256(html.encode()).hexdigest()


def body_of(letter: Letter) -> str:
    """The paper as issued, word for word, or as it would be issued now; markup of our own templates."""
    return letter.html if letter.state == LetterState.ISSUED else render(letter)


def page(letter: Letter, back_url: str = "", *, is_masked: bool = False) -> str:
    """A whole page to look at and to print on A4; for the public and the desk alike.

    `is_masked` covers whom the paper concerns; it is then no longer the paper that was sent, and says so.
    """
    paper = body_of(letter)
    if is_masked:
        paper = without_person(paper, letter.info_request.requester)
    words = {"paper": paper, "is_draft": letter.state != LetterState.ISSUED, "is_masked": is_masked}
    return render_to_string(_PAGE, words | {"title": f"{letter} – {letter.info_request}", "back_url": back_url})


def receipt_page(info_request, back_url: str = "") -> str:
    """The receipt of a paper or walk-in request as a whole page."""
    words = {"paper": render_receipt(info_request), "title": f"Phiếu tiếp nhận – {info_request}"}
    return render_to_string(_PAGE, words | {"back_url": back_url})

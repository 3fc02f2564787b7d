"""The requester's own form (01a or 01b), filled in with what they sent: for the confirmation and for the tracked case."""

from io import BytesIO

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.core import files
from workflow import letters

_DRAW = {"pdf": letters.to_pdf, "docx": letters.to_docx}


def links(case, *addresses: tuple[str, str]) -> list[dict]:
    """A row for each kind of file; none where the law of the request knows no such form."""
    form = letters.request_form(case)
    if form is None:
        return []
    name = _("Phiếu yêu cầu của bạn (mẫu %(code)s)") % {"code": form.code}
    return [{"name": name, "url": url, "meta": kind.upper()} for kind, url in addresses]


def links_when_tracked(case) -> list[dict]:
    return links(case, ("pdf", reverse("workflow:case_form")), ("docx", reverse("workflow:case_form_docx")))


def as_file(case, kind: str):
    """The form as a download; 404 where there is none, or no such kind of file."""
    paper = letters.filled_request(case) if kind in _DRAW else None
    if paper is None:
        raise Http404("Không có phiếu này")
    return files.hand_over(BytesIO(_DRAW[kind](paper)), f"mau-{paper.form}-{case.code}.{kind}", files.TYPES[kind])

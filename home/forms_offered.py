"""The forms a citizen may take away under the law in force, with their files; what is awaited is said (L26 Điều 26.4)."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext_lazy as _

from cms.core.models import Authority
from cms.law.errors import LawError
from cms.law.services import rule_set_on
from cms.law.terms import FormSet
from home.doors import address
from workflow.letters.citizen_forms import BLANKS

#: Codes of D18's set, which L26 goes on using until its decree is known.
CODES = [(code, _("Mẫu %s") % code) for code in ("01a", "01b", "02", "03", "04", "05", "06")]
#: Filled in by citizens; the others are drawn up by the authority.
FOR_CITIZENS = {"01a", "01b", "06"}


@dataclass(frozen=True)
class Offered:
    """One form: its files, its blank to print and as a file, and whether citizens fill it in."""

    code: str
    label: str
    article: str
    is_for_citizens: bool
    blank_url: str
    blank_file_url: str
    blank_pdf_url: str
    files: list = field(default_factory=list)


@dataclass(frozen=True)
class OfferedSet:
    """The forms of one law. `pending` says which official ones are awaited, where they are."""

    title: str
    pending: str
    for_citizens: list[Offered]
    of_authority: list[Offered]


def on(day: date, files, authority: Authority | None) -> OfferedSet | None:
    """The forms for a request sent on that day, each with its files; none when no rule set is in force."""
    try:
        form_set: FormSet = rule_set_on(day).rules.form_set
    except LawError:
        return None
    offered = [_offered(form, files, authority) for form in form_set.forms]
    return OfferedSet(
        form_set.title,
        form_set.note if form_set.official_pending else "",
        [form for form in offered if form.is_for_citizens],
        [form for form in offered if not form.is_for_citizens],
    )


def _offered(form, files, authority):
    has_blank = authority is not None and form.code in BLANKS
    urls = [
        address(name, authority.code, form.code) if has_blank else ""
        for name in ("home:blank_form", "home:blank_form_file", "home:blank_form_pdf")
    ]
    own = [row.document for row in files if row.form_code == form.code]
    return Offered(form.code, form.label, form.article, form.code in FOR_CITIZENS, *urls, own)

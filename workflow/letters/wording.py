"""The wording of a paper: which one counts, whether it keeps to the declared words, and how it becomes paragraphs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from cms.core.models import Authority
from cms.core.text import nfc
from workflow.choices import WordingState
from workflow.letters.paper import END
from workflow.letters.words import SHIPPED, WORDS, words_of
from workflow.models import LetterWording

#: Papers whose wording may be changed; a receipt is a table of facts.
FORMS = tuple(WORDS)
LONGEST = 6_000
_IN_BRACES = re.compile(r"\{([^{}]*)\}")
_STRAY = re.compile(r"[{}]")


@dataclass(frozen=True)
class Part:
    """The place of a part that the paper lays out itself."""

    name: str


def tidy(text: str) -> str:
    """One paragraph a line, without empty ones; typed text in the one form in which text is kept."""
    return "\n".join(line for line in (nfc(line) for line in text.splitlines()) if line)


def slips(form: str, text: str) -> list[str]:
    """Everything that keeps this text from being the wording of that form, each in a sentence; none if it may be."""
    text = tidy(text)
    if not text:
        return [_("Hãy ghi câu chữ của văn bản.")]
    if len(text) > LONGEST:
        return [_("Câu chữ dài quá %(most)s ký tự.") % {"most": LONGEST}]
    known = words_of(form)
    used = _IN_BRACES.findall(text)
    found = [
        _("Không có từ khóa {%(name)s}. Chỉ dùng các từ khóa trong bảng bên cạnh.") % {"name": name}
        for name in dict.fromkeys(used)
        if name not in known
    ]
    if _STRAY.search(_IN_BRACES.sub("", text)):
        found.append(_("Có dấu ngoặc nhọn lẻ. Từ khóa viết trong một cặp ngoặc, như {so_ho_so}."))
    for word in known.values():
        count = used.count(word.name)
        if word.is_compulsory and not count:
            found.append(_("Thiếu từ khóa bắt buộc %(word)s: %(sentence)s") % _said(word))
        if word.is_part and count > 1:
            found.append(_("Từ khóa %(word)s chỉ được dùng một lần.") % _said(word))
        if word.is_part and any(word.in_braces in line != word.in_braces for line in text.splitlines()):
            found.append(_("Từ khóa %(word)s phải đứng riêng một dòng.") % _said(word))
    return found + _lines_that_may_vanish(text, known)


def _lines_that_may_vanish(text, known) -> list[str]:
    """A compulsory word beside one that may be empty would leave the paper together with it."""
    found = []
    for line in text.splitlines():
        words = [known[name] for name in _IN_BRACES.findall(line) if name in known]
        compulsory = next((word for word in words if word.is_compulsory), None)
        empty = next((word for word in words if word.may_be_empty), None)
        if compulsory and empty:
            found.append(
                _("Từ khóa %(word)s không được đứng cùng dòng với %(other)s, vì dòng đó có thể không in.")
                % {"word": compulsory.in_braces, "other": empty.in_braces}
            )
    return found


def _said(word) -> dict:
    return {"word": word.in_braces, "sentence": word.sentence}


def in_force(form: str, authority: Authority | None) -> LetterWording | None:
    """The wording that counts: the authority's own, else the site's; None where the shipped one does. One query."""
    rows = LetterWording.objects.filter(form=form, state=WordingState.ADOPTED).order_by("-pk")
    own = site = None
    for row in rows.filter(authority=authority) | rows.filter(authority=None):
        if row.authority_id is None:
            site = site or row
        else:
            own = own or row
    return own or site


def text_for(form: str, authority: Authority | None) -> str:
    """The text that counts for a paper of this authority."""
    row = in_force(form, authority)
    return row.text if row else SHIPPED[form]


def paragraphs_for(form: str, authority: Authority | None, words: Mapping[str, str]) -> list[str | Part]:
    """The paragraphs of a paper of this authority, with its words put in; a `Part` is the paper's to lay out."""
    return filled(form, text_for(form, authority), words)


def filled(form: str, text: str, words: Mapping[str, str]) -> list[str | Part]:
    """A wording as paragraphs. What a word says is text, never read again; a line whose word is empty is left out."""
    parts = {word.in_braces: Part(word.name) for word in words_of(form).values() if word.is_part}
    paragraphs: list[str | Part] = []
    for line in text.splitlines():
        if line in parts:
            paragraphs.append(parts[line])
        elif all(words[name] for name in _IN_BRACES.findall(line)):
            paragraphs.append(_IN_BRACES.sub(lambda found: words[found[1]], line))
    return paragraphs


def sample_paragraphs(form: str, text: str) -> list[str]:
    """The wording on the invented case, each part by an example of what would stand there."""
    samples = {word.name: word.sample for word in words_of(form).values()}
    lines = filled(form, text, samples)
    *before, last = [samples[line.name] if isinstance(line, Part) else line for line in lines]
    return [*before, last.rstrip(" .;") + END]

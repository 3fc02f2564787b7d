"""Addresses of pages from Vietnamese titles: "Đất đai" gives dat-dai, in the editor as in code."""

import re
import unicodedata

from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.widgets import SlugInput


def _bare(char: str) -> str:
    letters = unicodedata.normalize("NFD", char.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def vietnamese_formatters() -> list[tuple[re.Pattern[str], str]]:
    """What the editor's script replaces while the title is typed: each letter's marked forms by the letter."""
    marked: dict[str, list[str]] = {}
    for code in (*range(0xC0, 0x250), *range(0x1EA0, 0x1EFA)):
        char = chr(code)
        bare = _bare(char)
        if bare != char and len(bare) == 1 and bare.isascii() and bare.isalpha():
            marked.setdefault(bare, []).append(char)
    forms = [(re.compile("[\u0300-\u036f]"), "")]
    return forms + [(re.compile(f"[{''.join(chars)}]"), bare) for bare, chars in sorted(marked.items())]


class VietnameseSlugInput(SlugInput):
    def __init__(self, attrs=None, formatters=None, locale=None):
        super().__init__(attrs, formatters or vietnamese_formatters(), locale)


class VietnameseCopyForm(CopyForm):
    """Copying a page: Wagtail's form builds a slug field of its own, which would cut đ and every mark away."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["new_slug"].widget = VietnameseSlugInput(locale=self.page.locale)

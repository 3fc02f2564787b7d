"""Knowing English when a page shows it: what is seen and heard on a page, and which of it no Vietnamese would read."""

import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import polib
from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "cms" / "locale" / "vi" / "LC_MESSAGES"
VARIABLE = re.compile(r"%\(\w+\)[sdrif]|%[sdr]\b|\{\w*\}")
PLACEHOLDER = re.compile(VARIABLE.pattern + r"|</?[a-z][^>]*>")

#: English that no catalogue holds is known by its commonest words; none of them is a word of Vietnamese.
ENGLISH = frozenset(
    re.findall(
        r"[a-z]+",
        """
        the this these there are is was been with from of by for not and or your you all any add edit delete save
        draft publish published unpublish cancel choose select search filter sort show view close open create
        created update updated history status settings help yes page pages image images document documents user
        users group groups collection collections site sites report reports comment comments password privacy title
        language copy move locked lock preview upload welcome root editors moderators approval subject email address
        phone number text name date type order object permission change remove submit reset next previous start end
        new old default required none true false active inactive item items block row column table list
        """,
    )
)
#: Written in English in Wagtail's templates, where no catalogue reaches: "Actions" and "Search" are only heard, as the
#: names of a row of buttons and of a hidden button; "None" stands for the publisher of a page that nobody published.
#: "Task type" is made from a name in Wagtail's code, in a dialogue for whoever installs a workflow.
OUT_OF_REACH = frozenset({"Actions", "Search", "None", "Task type"})
WORD = re.compile(r"(?<![\w@./-])[A-Za-z]{2,}(?![\w@/-])")
SHOWN_ATTRIBUTES = ("aria-label", "title", "placeholder", "alt", "data-w-tooltip-content-value")
SILENT = frozenset({"style", "code"})
#: The names of the world's time zones are not ours to translate, and a language is named in itself.
NAMES_OF_OTHERS = ("time_zone", "preferred_language")


def entries(domain):
    return polib.pofile(str(FOLDER / f"{domain}.po"))


def said(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


@cache
def known_english():
    """Patterns of every sentence that our catalogue replaces, by their first letters."""
    found = set()
    for entry in entries("django"):
        for text, translation in ((entry.msgid, said(entry)[0]), (entry.msgid_plural, said(entry)[0])):
            if text != translation and re.search(r"[A-Za-z]{2}", PLACEHOLDER.sub("", text)):
                plain = " ".join(re.sub(r"<[^>]+>", "", text).split())
                found.add(".+".join(re.escape(part) for part in VARIABLE.split(plain)))
    return re.compile("|".join(sorted(found, key=len, reverse=True)))


class _Reader(HTMLParser):
    """Collects every text that a person reads or hears; keeps out of scripts, styles and code."""

    def __init__(self):
        super().__init__()
        self.texts, self.silent, self.script, self.others = [], 0, None, False

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "script":
            self.script = attributes.get("type", "")
        elif tag == "select":
            self.others = (attributes.get("name") or "").endswith(NAMES_OF_OTHERS)
        self.silent += tag in SILENT
        self.texts += [attributes[name] for name in SHOWN_ATTRIBUTES if attributes.get(name)]
        if tag == "input" and attributes.get("type") in {"submit", "button"} and attributes.get("value"):
            self.texts.append(attributes["value"])
        for name, value in attrs:
            if value and name.startswith("data-") and value[0] in "[{":
                self.texts += strings_in(value)

    def handle_endtag(self, tag):
        if tag == "script":
            self.script = None
        self.others = self.others and tag != "select"
        self.silent -= tag in SILENT

    def handle_data(self, text):
        if self.script is not None:
            if self.script == "application/json":
                self.texts += strings_in(text)
        elif not self.silent and not self.others:
            self.texts.append(text)


def strings_in(text):
    """The texts inside JSON that the admin's scripts show."""
    try:
        return list(_strings(json.loads(text)))
    except ValueError:
        return []


def _strings(value):
    """Keys and names of icons begin with a small letter."""
    if isinstance(value, str) and value.lstrip().startswith("<"):
        yield from shown(value)
    elif isinstance(value, str) and value[:1] in {"{", "["}:
        yield from strings_in(value)
    elif isinstance(value, str):
        if (value[:1].isupper() or " " in value) and not re.fullmatch(r"[a-z0-9 _-]+|[A-Z_]+", value):
            yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def shown(html):
    """Every text that a person reads or hears on a page, in one line each."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return {" ".join(text.split()) for text in reader.texts}


@cache
def is_english(text) -> bool:
    if text in OUT_OF_REACH or not text:
        return False
    return bool(known_english().fullmatch(text) or ENGLISH & {word.lower() for word in WORD.findall(text)})


def english_on(html) -> list[str]:
    return sorted(text for text in shown(html) if is_english(text))

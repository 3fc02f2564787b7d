"""Every sentence that the code and templates of a package mark for translation, read from the installed files.

Packages ship their English catalogue behind their code, or none at all; what is marked is what a screen asks for.
"""

import ast
import re
from pathlib import Path

from django.utils.translation.template import templatize

#: What each function's arguments are: c context, s sentence, p plural.
MARKS = {
    "_": "s",
    "gettext": "s",
    "gettext_lazy": "s",
    "gettext_noop": "s",
    "ngettext": "sp",
    "ngettext_lazy": "sp",
    "pgettext": "cs",
    "pgettext_lazy": "cs",
    "npgettext": "csp",
    "npgettext_lazy": "csp",
}
CALL = re.compile(r"\b(?:_|n?p?gettext)\(")


def in_code(source):
    """(context, sentence) of every marked call in Python source."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        given = dict(zip(MARKS.get(name, ""), node.args, strict=False))
        sentence = given.get("s")
        if isinstance(sentence, ast.Constant) and isinstance(sentence.value, str):
            context = given.get("c")
            yield getattr(context, "value", None), sentence.value


def in_template(source):
    """(context, sentence) of every translate and blocktranslate; Django itself rewrites them as calls."""
    text = templatize(source)
    for found in CALL.finditer(text):
        for end in range(found.end(), len(text)):
            if text[end] != ")":
                continue
            try:
                yield from in_code(text[found.start() : end + 1])
            except SyntaxError:
                continue  # a bracket inside the sentence
            break


def marked_in(folder: Path, *, without=()):
    """{(context, sentence): file} of a package; `without` names folders nobody reaches."""
    found = {}
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder)
        if set(place.parts) & {"tests", "test", "migrations", "management", *without} or not path.is_file():
            continue
        if path.suffix == ".py":
            sentences = in_code(path.read_text(encoding="utf-8"))
        elif path.suffix in {".html", ".txt"} and "templates" in place.parts:
            sentences = in_template(path.read_text(encoding="utf-8"))
        else:
            continue
        for sentence in sentences:
            found.setdefault(sentence, str(place))
    return found

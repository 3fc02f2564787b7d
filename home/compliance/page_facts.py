"""What the published pages of many authorities hold: words, files, rows and the days they were last looked at.

A draft counts for nothing, and so does a page without a word or a file without content.
"""

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import CharField, IntegerField, Max, TextField, Value
from django.db.models.functions import Cast, Substr
from wagtail.documents.models import Document

from cms.core.dates import local_day
from home.models import (
    AdministrativeProcedurePage,
    AuthorityPage,
    CommunicationActivity,
    CommunicationPage,
    FeedbackPage,
    FormFile,
    FormsPage,
    QuestionsPage,
    RegulationPage,
    RegulationVersion,
    RequestProcedurePage,
    StatisticsPage,
    TrainingMaterial,
    TrainingPage,
)
from home.models.training import MaterialKind
from workflow.letters.citizen_forms import BLANKS

#: The pages that obligations are judged by.
KINDS = (
    RegulationPage,
    RequestProcedurePage,
    AdministrativeProcedurePage,
    FormsPage,
    TrainingPage,
    QuestionsPage,
    StatisticsPage,
    FeedbackPage,
    CommunicationPage,
)
_TAGS = re.compile(r"<[^>]*>|&nbsp;|&#160;")
#: Parts of a block that are codes, not words.
_CODES = frozenset({"id", "type", "kind", "lang", "document"})
#: What is known of a file of the library, for is_readable().
_LOOK = ("look__file", "look__has_content")


@dataclass
class PageFact:
    """One published page. `rows` are what it lists and a reader can open; `newest_on` is the day of the newest."""

    kind: str
    pk: int
    title: str
    url_path: str
    has_words: bool
    changed_on: date | None
    reviewed_on: date | None
    review_due_on: date | None
    rows: int = 0
    newest_on: date | None = None
    detail: str = ""
    #: What it offers as a file in which nothing stands.
    unreadable: str = ""
    #: Files of the library that stand in the page, where nothing else does.
    files: set[int] = field(default_factory=set)


def of(authorities: list[int], day: date) -> dict[int, dict[str, PageFact]]:
    """{authority: {kind of page: its page}}; of two pages of a kind the one with more to read."""
    owners = dict(AuthorityPage.objects.live().filter(authority__in=authorities).values_list("path", "authority"))
    found, by_key = defaultdict(dict), {}
    for path, fact in _pages(owners):
        by_key[fact.pk] = fact
        found[owners[path]].setdefault(fact.kind, []).append(fact)
    _read_files(by_key)
    for read in (_regulations, _forms, _guides, _activities):
        read(by_key, day)
    return {
        owner: {kind: max(facts, key=lambda fact: (fact.rows, fact.has_words)) for kind, facts in kinds.items()}
        for owner, kinds in found.items()
    }


def _pages(owners):
    """(path of the authority's page, fact) of every live page below these authorities, in one statement."""
    if not owners:
        return
    parts = [_texts(model) for model in KINDS]
    rows = parts[0].union(*parts[1:], all=True)
    for kind, pk, parent, title, url_path, published_at, reviewed_on, due_on, body in rows:
        if parent in owners:
            changed_on = local_day(published_at) if published_at else None
            fact = PageFact(kind, pk, title, url_path, has_words(body), changed_on, reviewed_on, due_on)
            fact.files = set() if fact.has_words else files_in(body)
            yield parent, fact


def _texts(model):
    rows = model.objects.live().order_by()
    return rows.annotate(
        kind_=Value(model.__name__, CharField()),
        key_=Cast("page_ptr_id", IntegerField()),
        parent_=Substr("path", 1, AuthorityPage.steplen * 3),
        body_=Cast("body", TextField()),
    ).values_list(
        "kind_", "key_", "parent_", "title", "url_path", "last_published_at", "reviewed_on", "review_due_on", "body_"
    )


def has_words(body: str | None) -> bool:
    """Whether a reader finds a word, a number or a picture in a stream of blocks, given as it is stored."""
    return any(_is_word(value) for name, value in _leaves(json.loads(body or "[]")) if name not in _CODES)


def files_in(body: str | None) -> set[int]:
    """Keys of the library's files that a stream of blocks shows."""
    return {value for name, value in _leaves(json.loads(body or "[]")) if name == "document" and value}


def _leaves(value, name=""):
    """(name of the field, value) of everything that is no list and no block."""
    if isinstance(value, dict):
        for inner, part in value.items():
            yield from _leaves(part, inner)
    elif isinstance(value, list):
        for part in value:
            yield from _leaves(part, name)
    else:
        yield name, value


def _is_word(value) -> bool:
    if isinstance(value, str):
        return bool(_TAGS.sub("", value).strip())
    return isinstance(value, int | float) and not isinstance(value, bool)


def _read_files(by_key):
    """A page that shows nothing but files says as much as they do; asked only where there is such a page."""
    wanted = set().union(*(fact.files for fact in by_key.values()))
    if not wanted:
        return
    rows = Document.objects.filter(pk__in=wanted).values_list("pk", "file", "file_size", *_LOOK)
    readable = {key for key, file, size, *look in rows if is_readable(file, size, *look)}
    for fact in by_key.values():
        fact.has_words = fact.has_words or bool(fact.files & readable)


# --- rows of pages -----------------------------------------------------------------------------------------------
def _regulations(by_key, day):
    """The version in force with a file that can be read."""
    rows = RegulationVersion.objects.filter(page__in=by_key, effective_from__lte=day).order_by("effective_from")
    for key, number, issued_on, is_readable in _with_files(rows, "page", "number", "issued_on"):
        if is_readable:
            fact = by_key[key]
            fact.rows, fact.newest_on, fact.detail = fact.rows + 1, issued_on, number


def _forms(by_key, day):
    """Forms of which there is a blank of the software's own or a file; and those whose file is empty."""
    codes, empty = defaultdict(lambda: set(BLANKS)), defaultdict(set)
    for key, code, is_readable in _with_files(FormFile.objects.filter(page__in=by_key), "page", "form_code"):
        (codes if is_readable else empty)[key].add(code)
    for key, fact in by_key.items():
        if fact.kind == FormsPage.__name__:
            fact.rows, fact.unreadable = len(codes[key]), ", ".join(sorted(empty[key]))


def _guides(by_key, day):
    """What is meant for citizens: questions and answers, the citizen's handbook."""
    for_citizens = (MaterialKind.QUESTIONS, MaterialKind.CITIZEN)
    rows = TrainingMaterial.objects.filter(page__in=by_key, kind__in=for_citizens)
    for key, url, is_readable in _with_files(rows, "page", "url"):
        by_key[key].rows += bool(url or is_readable)


def _activities(by_key, day):
    rows = CommunicationActivity.objects.filter(page__in=by_key, held_on__lte=day).order_by()
    for key, newest in rows.values_list("page").annotate(newest=Max("held_on")):
        by_key[key].newest_on, by_key[key].rows = newest, 1


def _with_files(rows, *columns):
    """The columns and whether the row's file can be read: it is there, it is not empty, something stands in it."""
    names = (*columns, "document__file", "document__file_size", *(f"document__{name}" for name in _LOOK))
    for row in rows.values_list(*names):
        *told, file, size, looked_at, has_content = row
        yield (*told, is_readable(file, size, looked_at, has_content))


def is_readable(file: str | None, size: int | None, looked_at: str | None, has_content: bool | None) -> bool:
    """A file is there, it is not empty, and something stands in it; a file just come in counts until it is looked at."""
    return bool(file) and size != 0 and (bool(has_content) if looked_at == file else True)

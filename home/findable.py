"""What the site's search may know of a page, and of a document that a public page leads to.

Every field of text that a kind of page adds is shown on it, and so is searched; drafts stay in revisions, which nobody
reads here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import models
from django.urls import get_script_prefix
from modelcluster.models import get_all_child_relations
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.models import Page, Site
from wagtail.rich_text import get_text_for_indexing

from catalog import file_texts
from catalog.choices import EntryKind
from catalog.entries import Entry, Lead
from catalog.models import EntryFile
from cms.core.dates import local_day
from cms.core.display import file_size
from cms.core.pages import BasePage
from cms.core.text import nfc
from home.models import (
    AdministrativeProcedurePage,
    AuthorityPage,
    FormsPage,
    NewsPage,
    QuestionsPage,
    RequestProcedurePage,
    TrainingPage,
)

_KINDS = {
    NewsPage: EntryKind.NEWS,
    QuestionsPage: EntryKind.QUESTION,
    AdministrativeProcedurePage: EntryKind.GUIDE,
    RequestProcedurePage: EntryKind.GUIDE,
    FormsPage: EntryKind.GUIDE,
    TrainingPage: EntryKind.GUIDE,
}
_OF_EVERY_PAGE = {field.name for field in BasePage._meta.get_fields()} | {f.name for f in Page._meta.get_fields()}
DOCUMENT = "document:"


def page_key(page_id: int) -> str:
    return f"page:{page_id}"


# --- pages -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Stand:
    """Where pages stand: the site's root, and whose page begins each branch."""

    root_path: str
    root_url_path: str
    #: The path of an authority's page → that page's row.
    branches: dict[str, AuthorityPage]

    @classmethod
    def now(cls) -> "Stand | None":
        """None where there is no site yet."""
        site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
        if site is None:
            return None
        branches = {page.path: page for page in AuthorityPage.objects.select_related("authority")}
        return cls(site.root_page.path, site.root_page.url_path, branches)

    def branch_of(self, page: Page) -> AuthorityPage | None:
        """The authority's page above this one, or this one itself."""
        return self.branches.get(page.path[: len(self.root_path) + Page.steplen])


def page_entry(page: Page, stand: Stand | None) -> Entry | None:
    """What may be found of this page as it stands in the database; None while it is not public."""
    if stand is None or not page.live or not page.path.startswith(stand.root_path):
        return None
    page = page.specific
    if page.get_view_restrictions().exists():
        return None
    branch = stand.branch_of(page)
    if branch and not branch.authority.is_open:
        return None
    return Entry(
        key=page_key(page.pk),
        kind=_KINDS.get(type(page), EntryKind.PAGE),
        authority_id=branch.authority_id if branch else None,
        published_on=_day_of(page),
        title=page.title,
        address=page.url_path.removeprefix(stand.root_url_path),
        number=getattr(page, "national_code", "") or "",
        body="\n".join(filter(None, _texts(page))),
        files=tuple(_leads(page)),
    )


def public_pages() -> Iterator[Entry]:
    """An entry for every public page."""
    stand = Stand.now()
    for page in Page.objects.live().order_by("pk").iterator(200):
        if entry := page_entry(page, stand):
            yield entry


def _day_of(page):
    day = getattr(page, "day", None)
    return day or local_day(page.last_published_at or page.latest_revision_created_at or page.first_published_at)


def _own_fields(thing):
    return [field for field in thing._meta.concrete_fields if field.name not in _OF_EVERY_PAGE]


def _texts(page) -> Iterator[str]:
    yield from _field_texts(page)
    for row in _rows(page):
        yield " ".join(filter(None, _field_texts(row)))


def _field_texts(thing):
    for field in _own_fields(thing):
        value = field.value_from_object(thing)
        if isinstance(field, StreamField):
            yield from value.stream_block.get_searchable_content(value)
        elif isinstance(field, models.CharField | models.TextField) and not (
            field.choices or isinstance(field, models.URLField)
        ):
            yield get_text_for_indexing(value) if hasattr(field, "features") else value


def _rows(page):
    for relation in get_all_child_relations(page):
        if relation.related_model._meta.app_label == page._meta.app_label:
            yield from getattr(page, relation.get_accessor_name()).all()


def _leads(page) -> Iterable[Lead]:
    """The documents that this page leads to: in its text, in its blocks, in its rows."""
    found: dict[str, Lead] = {}
    for row in _rows(page):
        if document_id := getattr(row, "document_id", None):
            day = getattr(row, "issued_on", None)
            title, number = getattr(row, "title", ""), getattr(row, "number", "")
            found.setdefault(f"{DOCUMENT}{document_id}", Lead(f"{DOCUMENT}{document_id}", False, title, number, day))
    document = get_document_model()
    for thing in (page, *_rows(page)):
        for field in _own_fields(thing):
            if hasattr(field, "extract_references"):
                for model, number, *_path in field.extract_references(field.value_from_object(thing)):
                    if issubclass(model, document):
                        found.setdefault(f"{DOCUMENT}{number}", Lead(f"{DOCUMENT}{number}"))
    return found.values()


# --- documents ---------------------------------------------------------------------------------------------------


def document_entry(number: int) -> Entry | None:
    """What may be found of a document; None unless a public page leads to it and its collection is open to all."""
    leads = EntryFile.objects.filter(key=f"{DOCUMENT}{number}", is_held=False).select_related("entry")
    # Of several pages the one that says most about it speaks for it.
    lead = min(leads, key=lambda lead: (not lead.number, not lead.title, lead.entry.order_key), default=None)
    document = get_document_model().objects.select_related("collection").filter(pk=number).first()
    if lead is None or document is None or document.collection.get_view_restrictions().exists():
        return None
    file_texts.want(lead.key, _fingerprint(document))
    return Entry(
        key=lead.key,
        kind=EntryKind.DOCUMENT,
        authority_id=lead.entry.authority_id,
        published_on=lead.day or local_day(document.created_at),
        title=lead.title or document.title,
        number=lead.number,
        # A row's name says what the text is; what the library calls the file is looked for too.
        body="" if nfc(document.title) in (lead.title, "") or not lead.title else document.title,
        address=document.url.removeprefix(get_script_prefix()),
        format=_format(document),
        files=(Lead(lead.key, is_held=True),),
    )


def public_documents() -> Iterator[Entry]:
    """An entry for every document that a public page leads to."""
    keys = EntryFile.objects.filter(is_held=False, key__startswith=DOCUMENT).values_list("key", flat=True).distinct()
    for key in sorted(keys):
        if entry := document_entry(int(key.removeprefix(DOCUMENT))):
            yield entry


def open_document(number: int):
    """Its name and its content, for the worker; None when it is gone."""
    document = get_document_model().objects.filter(pk=number).first()
    return (document.filename, document.file.open("rb")) if document else None


def _fingerprint(document):
    try:
        return document.get_file_hash() or document.file.name[-64:]
    except OSError:
        return document.file.name[-64:]  # the file is not there; reading it will say so


def _format(document):
    size = document.get_file_size()
    return ", ".join(filter(None, [document.file_extension.upper(), file_size(size) if size else ""]))[:60]

"""Pages and documents that become public, change or stop being public: the search knows in the same transaction."""

from django.db import transaction
from wagtail.models import Page

from catalog import entries, file_texts
from catalog.models import EntryFile, PublicEntry
from home import findable


@transaction.atomic
def refresh(page: Page, stand: findable.Stand | None = None) -> None:
    """One page as the database has it now, with the documents that it leads to or no longer leads to."""
    key = findable.page_key(page.pk)
    before = _documents_of(key)
    stored = Page.objects.filter(pk=page.pk).first()
    entry = findable.page_entry(stored, stand or findable.Stand.now()) if stored else None
    if entry:
        entries.put(entry)
    else:
        entries.drop(key)
    after = _documents_of(key)
    for number in sorted(before | after):
        refresh_document(number)


@transaction.atomic
def refresh_tree(page: Page) -> None:
    """A page and all that stand below it: they moved, or others may see them now."""
    stand = findable.Stand.now()
    for one in Page.objects.filter(path__startswith=page.path).order_by("path"):
        refresh(one, stand)


@transaction.atomic
def refresh_document(number: int) -> None:
    entry = findable.document_entry(number)
    if entry:
        entries.put(entry)
    else:
        entries.drop(f"{findable.DOCUMENT}{number}")


def _documents_of(key):
    files = EntryFile.objects.filter(entry__key=key, is_held=False, key__startswith=findable.DOCUMENT)
    return {int(file.removeprefix(findable.DOCUMENT)) for file in files.values_list("key", flat=True)}


# --- what is heard -----------------------------------------------------------------------------------------------


@transaction.atomic
def published(instance, **_signal):
    before = PublicEntry.objects.filter(key=findable.page_key(instance.pk)).values_list("address", flat=True).first()
    refresh(instance)
    after = PublicEntry.objects.filter(key=findable.page_key(instance.pk)).values_list("address", flat=True).first()
    if before != after and instance.numchild:
        refresh_tree(instance)


def unpublished(instance, **_signal):
    refresh(instance)


def moved(instance, **_signal):
    # The instance still knows its former place.
    refresh_tree(Page.objects.get(pk=instance.pk))


def deleted(instance, **_signal):
    refresh(instance)


def restricted(instance, **_signal):
    # With its page on the way out, the restriction goes first; the page tells for itself.
    if page := Page.objects.filter(pk=instance.page_id).first():
        refresh_tree(page)


@transaction.atomic
def collection_restricted(instance, **_signal):
    from wagtail.documents import get_document_model

    inside = get_document_model().objects.filter(collection__path__startswith=instance.collection.path)
    for number in inside.values_list("pk", flat=True):
        refresh_document(number)


def document_saved(instance, raw=False, **_signal):
    if not raw and EntryFile.objects.filter(key=f"{findable.DOCUMENT}{instance.pk}").exists():
        refresh_document(instance.pk)


def document_deleted(instance, **_signal):
    entries.drop(f"{findable.DOCUMENT}{instance.pk}")


def authority_saved(instance, raw=False, **_signal):
    """An authority that closes answers no more at its code."""
    page = Page.objects.filter(authoritypage__authority=instance).first()
    if page and not raw:
        refresh(page)


def site_saved(instance, raw=False, **_signal):
    """Another root: every address begins anew."""
    if instance.is_default_site and not raw:
        entries.rebuild(anew=False)


def connect() -> None:
    """Called once, when the apps are ready."""
    from django.db.models.signals import post_delete, post_save
    from wagtail.documents import get_document_model
    from wagtail.models import CollectionViewRestriction, PageViewRestriction, Site
    from wagtail.signals import page_published, page_unpublished, post_page_move

    from cms.core.models import Authority

    def listen(signal, heard, sender=None):
        signal.connect(heard, sender=sender, dispatch_uid=f"search.{heard.__name__}.{id(signal)}")

    listen(page_published, published)
    listen(page_unpublished, unpublished)
    listen(post_page_move, moved)
    listen(post_delete, deleted, Page)
    for signal in (post_save, post_delete):
        listen(signal, restricted, PageViewRestriction)
        listen(signal, collection_restricted, CollectionViewRestriction)
    listen(post_save, document_saved, get_document_model())
    listen(post_delete, document_deleted, get_document_model())
    listen(post_save, authority_saved, Authority)
    listen(post_save, site_saved, Site)
    file_texts.opened_by("document", findable.open_document)
    entries.comes_from("page", findable.public_pages)
    entries.comes_from("document", findable.public_documents)

"""Pages in the log: who may see which, and what each revision changed, field by field.

A page keeps no history rows; Wagtail keeps revisions, and the chain names the revision of each act.
"""

import json

from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision
from wagtail.permissions import page_permission_policy

from cms.audit.access import log_authorities
from cms.audit.changes import Change
from cms.audit.places import Place, PlaceKind, tell_of
from cms.core import page_rights

_KIND = "wagtailcore.page"
#: Where a page stands and how Wagtail keeps it: nothing that its reader sees.
_PLUMBING = frozenset(
    {
        "pk", "path", "depth", "numchild", "translation_key", "locale", "live", "has_unpublished_changes", "url_path",
        "owner", "content_type", "latest_revision", "live_revision", "latest_revision_created_at", "locked", "locked_at",
        "locked_by", "alias_of", "draft_title", "expired", "first_published_at", "last_published_at", "comments",
        "wagtail_admin_comments", "go_live_at", "expire_at", "index_entries",
    }
)  # fmt: skip
_LONGEST = 2000  # characters of a field that the story shows


def connect():
    """Tell the log of pages; called once, when the apps are ready."""
    tell_of(_KIND, PlaceKind(label=_("trang"), places=_places, tell=revised))


def _places(user, keys):
    """Pages that the person works on, and those of the authorities whose log they read."""
    own = set(page_permission_policy.explorable_instances(user).filter(pk__in=keys).values_list("pk", flat=True))
    estate, supervised = page_rights.estate_of(user), log_authorities(user)
    found = {}
    for page in Page.objects.filter(pk__in=keys):
        if page.pk in own:
            found[str(page.pk)] = Place(page.title, reverse("wagtailadmin_pages:edit", args=[page.pk]), True)
        elif estate.owner(page.path) in supervised:
            found[str(page.pk)] = Place(page.title, "", True)
    return found


def revised(payloads) -> dict[int, list[Change]]:
    """{number of the entry: what its revision changed against the one before}, in two statements."""
    acts = [(one["seq"], one["subject"]["id"], one["data"].get("revision")) for one in payloads if one["subject"]]
    named = {revision for _seq, _page, revision in acts if revision}
    if not named:
        return {}
    pages = {page for _seq, page, revision in acts if revision}
    every = Revision.objects.filter(base_content_type__model="page", object_id__in=pages).order_by("pk")
    order, before = {}, {}
    for pk, page in every.values_list("pk", "object_id"):
        before[pk] = order.get(page)
        order[page] = pk
    wanted = named | {before.get(pk) for pk in named}
    kept = {one.pk: one for one in Revision.objects.filter(pk__in=wanted - {None}).select_related("content_type")}
    told, seen = {}, set()
    for seq, _page, revision in acts:
        # A revision is told once, with the first act that names it: publishing it later changes no word.
        if revision in kept and revision not in seen:
            seen.add(revision)
            told[seq] = _differences(kept.get(before[revision]), kept[revision])
    return told


def _differences(before, after) -> list[Change]:
    if before is None:
        return []
    model = after.content_type.model_class()
    names = {field.name: str(getattr(field, "verbose_name", field.name)) for field in model._meta.get_fields()}
    changes = []
    for name, new in after.content.items():
        old = before.content.get(name)
        if name in _PLUMBING or name.endswith("_ptr") or old == new:
            continue
        was, says = _words(old), _words(new)
        if was != says:
            changes.append(Change(_("trang"), name, names.get(name, name), was[:_LONGEST], says[:_LONGEST]))
    return changes


def _words(value) -> str:
    """What a field says: of rich text and blocks their words alone."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(_("Có") if value else _("Không"))
    if isinstance(value, list):
        return " · ".join(filter(None, map(_words, value)))
    if isinstance(value, dict):
        parts = [part for name, part in value.items() if name not in ("id", "type", "pk")]
        return " · ".join(filter(None, map(_words, parts)))
    text = str(value)
    if text.startswith(("[", "{")):
        return _words(_read(text))
    return " ".join(strip_tags(text.replace(">", "> ")).split())


def _read(text):
    """The blocks of a field as Wagtail keeps them; any other text stays itself."""
    try:
        return json.loads(text)
    except ValueError:
        return f" {text}"

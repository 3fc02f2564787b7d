"""Many drafts at once: the one way in for tables. What each row becomes is what `drafts.enter` would have made of it.

Rows, revisions and links are written together, and one entry of the chain binds them all by the digest of their digests.
Drafts are in no list, search or address of the public; each is checked and published by two people like any other.
"""

import hashlib
import json

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from wagtail.models import Revision

from catalog import clock
from catalog.import_table import Incoming
from catalog.models import ImportedRow, InformationItem, ItemImport, ItemLink
from catalog.models.item import CONTENT
from catalog.services import content, drafts
from cms.audit.record import record
from cms.core.models import Authority
from cms.law.services import current_calendar


@transaction.atomic
def enter_many(*, batch: ItemImport, rows: list[Incoming], by, at) -> int:
    """Write these rows as drafts, those that came in meanwhile left out; returns how many."""
    # Two imports at once would not see each other's rows.
    authority = Authority.objects.select_for_update().get(pk=batch.authority_id)
    known = ImportedRow.objects.filter(authority=authority, key__in=[row.key for row in rows])
    there = set(known.values_list("key", flat=True))
    rows = [row for row in rows if row.key not in there]
    if not rows:
        return 0
    items = _items(authority, rows, by, at)
    digests = _revisions(items, by, at)
    links = [
        ItemLink(item=item, label=label, url=url, position=place)
        for item, row in zip(items, rows, strict=True)
        for place, (label, url) in enumerate(row.links)
    ]
    ItemLink.objects.bulk_create(links)
    ImportedRow.objects.bulk_create(
        ImportedRow(batch=batch, item=item, authority=authority, line=row.line, key=row.key, digest=digest)
        for item, row, digest in zip(items, rows, digests, strict=True)
    )
    data = {
        "rows": len(rows),
        "first": items[0].code,
        "last": items[-1].code,
        "file": batch.sha256,
        "digest": hashlib.sha256("".join(digests).encode()).hexdigest(),
    }
    record("item.imported", subject=batch, by=by, at=at, authority=authority, data=data)
    return len(rows)


def _items(authority, rows, by, at) -> list[InformationItem]:
    calendar, items = current_calendar(), []
    for row, code in zip(rows, drafts.next_codes(authority, len(rows)), strict=True):
        item = InformationItem(
            authority=authority, code=code, drafted_by=by, drafted_at=at, has_unpublished_changes=True
        )
        content.put(item, row.facts)
        item.due_on, item.due_article = clock.due(item, calendar)
        items.append(item)
    return InformationItem.objects.put_first_drafts(items)


def _revisions(items, by, at) -> list[str]:
    """The first revision of each; returns the digests of their contents."""
    kind, base = InformationItem.get_content_type(), InformationItem.get_base_content_type()
    revisions, digests = [], []
    for item in items:
        told = item.serializable_data()
        digests.append(digest({name: told[name] for name in CONTENT}))
        revisions.append(
            Revision(
                content_type=kind,
                base_content_type=base,
                object_id=str(item.pk),
                created_at=at,
                user=by,
                content=told,
                object_str=str(item),
            )
        )
    revisions = Revision.objects.bulk_create(revisions)
    InformationItem.objects.tie_to_first_revisions(zip(items, revisions, strict=True))
    return digests


def digest(facts: dict) -> str:
    """SHA-256 over the content of one row."""
    return hashlib.sha256(json.dumps(facts, cls=DjangoJSONEncoder, sort_keys=True).encode()).hexdigest()

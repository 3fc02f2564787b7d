"""An item's content between the row, the draft's revision and a published version."""

import hashlib
from datetime import date

from catalog import categories, ordering
from catalog.models import InformationItem
from catalog.models.item import CONTENT
from cms.audit.chain import canonical_json

#: What a version keeps of the item: the facts that were public.
FACTS = (
    "info_class", "category", "title", "number", "summary", "created_on", "legal_basis", "forms", "event", "due_on",
    "until_on", "until_words", "update_cycle", "keywords", "language", "conditional_kind", "consent_of",
    "permitted_fields",
)  # fmt: skip


def put(item: InformationItem, facts: dict) -> None:
    """Set content fields; anything else is refused, so that no form can write a state or a date of publication."""
    unknown = facts.keys() - set(CONTENT)
    if unknown:
        raise TypeError(f"No content of an item: {sorted(unknown)}")
    for name, value in facts.items():
        setattr(item, name, value)
    arrange(item)


def arrange(item: InformationItem) -> None:
    """What lists sort by and filters look in, worked out when written."""
    item.title_order = ordering.order_text(item.title)
    item.folded = ordering.folded_text(item.title, item.number, item.keywords)


def take_over(item: InformationItem, content: dict) -> None:
    """The content of a revision onto the row; nothing of its state comes along."""
    for name in CONTENT:
        field = item._meta.get_field(name)
        setattr(item, field.attname, field.to_python(content[name]))
    arrange(item)


def facts_of(item: InformationItem) -> dict:
    """The public facts as a version keeps them, with units by name: names outlive reorganisations."""
    rows = {name: getattr(item, name) for name in FACTS}
    rows = {name: value.isoformat() if isinstance(value, date) else value for name, value in rows.items()}
    return rows | {
        "category_label": categories.label_of(item.rule_set.rules, item.category),
        "origin": item.origin,
        "responsible": item.responsible_unit.name,
        "law": item.rule_set.code,
    }


def digest(facts: dict, files, links) -> str:
    """SHA-256 over the facts, the files' own hashes and the links: one figure that binds a version."""
    whole = {"facts": facts, "files": [file.sha256 for file in files], "links": [link.url for link in links]}
    return hashlib.sha256(canonical_json(whole)).hexdigest()

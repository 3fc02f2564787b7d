"""Codes that the law's data gives to pieces and decisions, put back into the law's words for those who read them."""

from cms.law.choices import Unit
from cms.law.errors import NoSuchEntry
from workflow import grounds

#: Columns that hold such a code, and which of the rule set's look-ups knows it.
CODED = {
    "ground": "ground",
    "basis": "provision_basis",
    "category": "category",
    "reason_code": "extension_reason",
    "facts": "",
}
_FACTS = {key: need.label for need, facts in grounds.TYPED.items() for key in facts}
_FACTS |= {"right_authority_address": "địa chỉ cơ quan có trách nhiệm"}


def is_coded(column: str, value) -> bool:
    """Whether a value is such a code. A column `unit` may also name an office, or what costs are counted by."""
    return column in CODED or (column == "unit" and value in tuple(Unit))


def in_words(rules, column: str, value) -> str:
    """The label of a code under the law of the request; a code that it does not know stays as it is."""
    if column == "facts":
        return "; ".join(f"{_FACTS.get(key, key)}: {item}" for key, item in value.items())
    if column == "unit":
        return Unit(value).label
    try:
        return getattr(rules, CODED[column])(value).label
    except NoSuchEntry:
        return str(value)

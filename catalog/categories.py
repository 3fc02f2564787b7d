"""Points of Điều 17.1: of the law in force, and which of the law before went over into each."""

from cms.law.errors import NoSuchEntry
from cms.law.terms import Category, RuleSet


def label_of(rules: RuleSet, code: str) -> str:
    """ "Điểm b: văn bản …" in the words of the law the item lives under; empty without a category."""
    found = find(rules, code)
    return f"Điểm {found.point}: {found.label}" if found else ""


def find(rules: RuleSet, code: str) -> Category | None:
    try:
        return rules.category(code) if code else None
    except NoSuchEntry:
        return None


def codes_of(rules: RuleSet, code: str) -> tuple[str, ...]:
    """The code itself and those of the earlier law whose matter it took over: old rows stay found."""
    found = find(rules, code)
    return (found.code, *found.moved_from) if found else ()


def now(rules: RuleSet, code: str) -> tuple[Category, ...]:
    """Where an earlier law's category stands in this one: one, several to choose from, or none any more."""
    found = find(rules, code)
    return (found,) if found else rules.categories_moved_from(code)

"""What a new item of a group begins with."""

from catalog.choices import InfoClass
from catalog.models import ItemGroup


def of_group(group: ItemGroup, rule_set, focal_unit) -> dict:
    """The group's defaults as content of an item; its unit where it names one."""
    unit = {"originating_unit": group.unit} if group.unit_id else {}
    return unit | {
        "group": group,
        "rule_set": rule_set,
        "category": group.category,
        "info_class": group.info_class,
        "responsible_unit": focal_unit,
        "legal_basis": group.legal_basis,
        "forms": group.forms,
        "event": group.event,
        "term_amount": group.term_amount,
        "term_unit": group.term_unit,
        "until_words": group.until_words,
        "update_cycle": group.update_cycle,
        "names_people": group.names_people,
        "permitted_fields": group.permitted_fields,
    }


def of_category(code: str, rule_set, focal_unit) -> dict:
    """A point of Điều 17.1 where the authority has no group of its own for it: the law's own defaults."""
    return {
        "rule_set": rule_set,
        "category": code,
        "info_class": InfoClass.MUST_PUBLISH,
        "responsible_unit": focal_unit,
        "legal_basis": rule_set.rules.cite(rule_set.rules.category(code).article),
    }

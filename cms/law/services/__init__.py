"""The verbs of the law's room: adopt a rule set, confirm a year, change a day; and what is in force on a day."""

from cms.law.services.calendars import (
    add_day,
    apply_day_change,
    calendar_if_confirmed,
    calendar_with,
    check_day_change,
    confirm_calendar_year,
    current_calendar,
    draft_day_change,
    propose_calendar_year,
    propose_day_change,
    reject_day_change,
    remove_day,
)
from cms.law.services.rule_sets import adopt_rule_set, propose_rule_set, reject_rule_set, rule_set_on

__all__ = [
    "add_day",
    "adopt_rule_set",
    "apply_day_change",
    "calendar_if_confirmed",
    "calendar_with",
    "check_day_change",
    "confirm_calendar_year",
    "current_calendar",
    "draft_day_change",
    "propose_calendar_year",
    "propose_day_change",
    "propose_rule_set",
    "reject_day_change",
    "reject_rule_set",
    "remove_day",
    "rule_set_on",
]

"""Fields that several forms share."""

import copy

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.core.dates import said
from workflow import clock
from workflow.choices import Complexity
from workflow.desk.fields import TEXT_ROWS
from workflow.desk.move_form import MoveForm


class NothingToFill(MoveForm):
    """A move that needs no words: the page says what will happen, the button does it."""


def long_text(label, *, help_text="", limit=3000, rows=TEXT_ROWS, required=True, error=None):
    """A field of several lines."""
    messages = {"required": error} if error else None
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=limit,
        required=required,
        error_messages=messages,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def line(label, *, help_text="", limit=300, required=True, error=None):
    """A field of one line."""
    messages = {"required": error} if error else None
    return forms.CharField(
        label=label, help_text=help_text, max_length=limit, required=required, error_messages=messages
    )


def radios(label, choices=(), *, help_text="", required=True, error=None, initial=None):
    return forms.ChoiceField(
        label=label,
        choices=choices,
        help_text=help_text,
        required=required,
        initial=initial,
        widget=forms.RadioSelect,
        error_messages={"required": error} if error else None,
    )


def select(label, choices=(), *, help_text="", required=True, error=None):
    return forms.ChoiceField(
        label=label,
        choices=choices,
        help_text=help_text,
        required=required,
        error_messages={"required": error} if error else None,
    )


def splits_by_complexity(case) -> bool:
    """Whether the law of this request sets different terms for simple and complex ones (L16 Điều 29 to 31)."""
    rules, group = case.rule_set.rules, clock.terms_key(case)[0]
    return rules.term("PROVIDE", group, Complexity.SIMPLE) != rules.term("PROVIDE", group, Complexity.COMPLEX)


def clock_goes_on(case) -> str:
    """That waiting for money, an opinion or a consent stops nothing, and by which article alone a due date moves."""
    rules = case.rule_set.rules
    article = rules.extension_max(*clock.terms_key(case)).article
    return _("Thời hạn trả lời vẫn chạy, không dừng để chờ. Chỉ gia hạn mới dời hạn (%(article)s).") % {
        "article": rules.cite(article)
    }


def due_if(case, **facts):
    """The due date as it would be with other facts (complexity, delivery, valid_on …); the request stays as it is."""
    other = copy.copy(case)
    for name, value in facts.items():
        setattr(other, name, value)
    return clock.explain(other)


def complexity_choices(case, **facts) -> list[tuple[str, str]]:
    """Each level with the date that would follow: the new date is seen before confirming."""
    rows = []
    for value, label in Complexity.choices:
        deadline = due_if(case, complexity=value, **facts)
        rows.append((value, _("%(level)s: hạn %(day)s") % {"level": label, "day": said(deadline.due_on)}))
    return rows

"""The reminder letter (công văn đôn đốc) as print-ready HTML, in the frame of every paper of the house."""

from itertools import groupby

from django.template.loader import render_to_string

from cms.core.authority_url import focal_of
from cms.core.dates import letter_date, local_day
from home.models import ReminderLetter
from home.plans.choices import ReminderState

BLANK = "……"
_PAGE = "workflow/letters/page.html"


def suggested_symbol(authority) -> str:
    """UBND-VP: a công văn bears the authority and the unit that wrote it, no kind (NĐ 30/2020, Phụ lục I)."""
    return f"{authority.letter_symbol}-VP"


def by_authority(reminders) -> list[tuple]:
    """(authority, its rows), in the order of their names."""
    ordered = sorted(reminders, key=lambda one: (one.assignment.authority.name, one.assignment.authority_id))
    grouped = groupby(ordered, key=lambda one: one.assignment.authority_id)
    rows = [list(group) for _key, group in grouped]
    return [(group[0].assignment.authority, group) for group in rows]


def render(letter: ReminderLetter, reminders) -> str:
    """The letter's body; what people typed is text, never markup."""
    day = letter.issued_on or local_day(letter.drafted_at)
    dated = letter_date(letter.issued_on) if letter.issued_on else f"ngày {BLANK} tháng {BLANK} năm {BLANK}"
    rows = [
        {"assignment": one.assignment, "task": one.assignment.task, "days_late": one.assignment.days_late(day)}
        for one in reminders
    ]
    words = {
        "letter": letter,
        "plan": letter.plan,
        "authority": letter.authority,
        "focal_point": focal_of(letter.authority),
        "number": letter.label or f"{BLANK}/{suggested_symbol(letter.authority)}",
        "place_and_date": f"{letter.authority.letter_place}, {dated}",
        "addressees": [authority for authority, _rows in by_authority(reminders)],
        "rows": rows,
    }
    return render_to_string("home/letters/reminder.html", words)


def page(letter: ReminderLetter, back_url: str = "") -> str:
    """A whole page to look at and to print on A4: as issued, word for word, or as it would be issued now."""
    is_draft = letter.state != ReminderState.ISSUED
    reminders = letter.reminders.select_related("assignment__authority", "assignment__task__plan")
    paper = letter.html or render(letter, list(reminders.order_by("assignment__task__position", "pk")))
    return render_to_string(_PAGE, {"paper": paper, "is_draft": is_draft, "title": str(letter), "back_url": back_url})

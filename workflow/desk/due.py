"""A due date as the desk shows it: a glyph, a word and a colour, any two of which suffice; the day stands below."""

from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from cms.core.dates import local_day, short, weekday
from cms.law.workdays import WorkCalendar
from workflow import clock
from workflow.choices import Status

_GLYPHS = {"over": "■", "soon": "▲", "run": "●", "done": "✓", "late": "✓", "wait": "❙❙", "prov": "◇"}
_CLASSES = {"late": "done"}
#: Here the law's clock does not run (readings.md 8).
_CLOCK_STANDS = (Status.AWAITING_CONFIRMATION, Status.SUPPLEMENT_REQUESTED)


@dataclass(frozen=True)
class Chip:
    """`kind` is over, soon, run, done, late, wait or prov; `below` is the day in words."""

    kind: str
    words: str
    below: str = ""

    def __str__(self):
        """Markup, marked safe: templates write a chip like any value."""
        chip = format_html(
            '<span class="mb-due mb-due--{}"><span aria-hidden="true">{}</span> {}</span>',
            _CLASSES.get(self.kind, self.kind),
            _GLYPHS[self.kind],
            self.words,
        )
        return format_html('{}<span class="mb-date">{}</span>', chip, self.below) if self.below else chip


def day_and_month(day: date) -> str:
    """Thứ Tư 25/11."""
    return f"{weekday(day)} {day:%d/%m}"


def chip(info_request, day: date, calendar: WorkCalendar, soon_until: date) -> Chip:
    """How long an officer has, as it stands on `day`; `soon_until` is the last day that counts as due soon."""
    if not info_request.is_open:
        return _ended(info_request)
    if info_request.status in _CLOCK_STANDS or info_request.due_on is None:
        asked_at = getattr(info_request, "supplement_asked_at", None)
        since = _("hỏi ngày %(day)s") % {"day": f"{local_day(asked_at):%d/%m}"} if asked_at else ""
        return Chip("wait", _("Chờ người dân"), since)
    due_on = info_request.due_on
    if due_on < day:
        return Chip("over", _("Quá hạn %(days)s ngày") % {"days": (day - due_on).days}, day_and_month(due_on))
    if info_request.due_is_provisional:
        return Chip("prov", _("Dự kiến %(day)s") % {"day": short(due_on)}, _("lịch năm đó chưa được xác nhận"))
    if due_on == day:
        return Chip("over", _("Hết hạn hôm nay"), day_and_month(due_on))
    left = clock.working_days_left(due_on, day, calendar)
    words = _("Còn %(days)s ngày làm việc") % {"days": left} if left else _("Không còn ngày làm việc nào")
    return Chip("soon" if due_on <= soon_until else "run", words, day_and_month(due_on))


def _ended(info_request):
    ended_on, due_on = info_request.outcome_on, info_request.due_on
    if due_on and ended_on > due_on:
        words = _("Xong muộn %(days)s ngày") % {"days": (ended_on - due_on).days}
        return Chip("late", words, day_and_month(ended_on))
    words = _("Xong đúng hạn") if due_on else _("Đã kết thúc")
    return Chip("done", words, day_and_month(ended_on))


def days_off_ahead(calendar: WorkCalendar, day: date, until: date) -> list[tuple[date, str]]:
    """Special days off between tomorrow and `until`: they explain why "2 working days" is further than it looks."""
    ahead = (date.fromordinal(n) for n in range(day.toordinal() + 1, until.toordinal() + 1))
    return [(d, calendar.days[d].name) for d in ahead if d in calendar.days and not calendar.is_working(d)]

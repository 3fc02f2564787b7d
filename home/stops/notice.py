"""How long before a stop its notice must stand (D224 Điều 13.1.a)."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cms.core.dates import said
from cms.law.services import current_calendar
from cms.law.site_duties import STOP_NOTICE
from cms.law.workdays import ONE_DAY, Reckoning


@dataclass(frozen=True)
class Earliest:
    """The first day on which a stop announced today may begin, with the days that were counted."""

    day: date
    reckoning: Reckoning

    @property
    def sentence(self) -> str:
        """Said beside the field: the day, the rule, and what is not sure about it."""
        words = _(
            "Thông báo hôm nay thì được ngừng sớm nhất từ 00:00 %(day)s: phải báo trước ít nhất %(term)s (%(article)s)."
        )
        words %= {
            "day": said(self.day),
            "term": f"{STOP_NOTICE.amount:02d} {STOP_NOTICE.unit.label}",
            "article": STOP_NOTICE.article,
        }
        return f"{words} {self.reckoning.provisional_reason}".strip()


def earliest_start(announced_on: date) -> Earliest:
    """The day after the seventh working day: the whole of it belongs to the term (BLDS Điều 147.2, 148.6)."""
    reckoning = current_calendar().explain(announced_on, STOP_NOTICE)
    return Earliest(reckoning.due_on + ONE_DAY, reckoning)

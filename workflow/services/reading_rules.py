"""What makes reading of personal data unusual: rules as data, each with the words that people read.

A rule is no verdict. It only says that somebody other than the reader should look (workflow.services.readings.close).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from workflow.choices import ReadingRule

#: Office work with some room on both sides, on the wall of a Vietnamese office.
DAY_BEGINS, DAY_ENDS = time(6), time(21)
#: How far back somebody's own habit is looked for, in days.
HABIT_DAYS = 30


@dataclass(frozen=True)
class Reading:
    """One recorded reading: the kind of act, the key of its case (empty for a whole register), and when."""

    kind: str
    case: str
    at: datetime


@dataclass(frozen=True)
class Day:
    """What one person read in one authority on one day.

    `usual`: cases a day with any, over the days before. `own`: cases that are theirs to read. `is_working`: a working day.
    """

    readings: tuple[Reading, ...]
    usual: float = 0
    own: frozenset[str] = field(default_factory=frozenset)
    is_working: bool = True

    @property
    def cases(self) -> set[str]:
        return {one.case for one in self.readings if one.case}

    @property
    def foreign(self) -> set[str]:
        return self.cases - self.own

    @property
    def unmaskings(self) -> int:
        return sum(one.kind == "request.identity_shown" for one in self.readings)

    @property
    def off_hours(self) -> int:
        if not self.is_working:
            return len(self.readings)
        return sum(not DAY_BEGINS <= timezone.localtime(one.at).time() < DAY_ENDS for one in self.readings)


@dataclass(frozen=True)
class Rule:
    """Flagged when `count` reaches `least` and is at least `times` the person's own usual number of cases."""

    code: ReadingRule
    says: str
    count: Callable[[Day], int]
    least: int
    times: int = 0

    def found(self, day: Day) -> int:
        """What was counted, where the rule is met; 0 where it is not."""
        count = self.count(day)
        return count if count >= max(self.least, self.times * day.usual) else 0


RULES = (
    Rule(
        ReadingRule.MANY,
        _("Từ 20 hồ sơ trong một ngày, và ít nhất gấp 3 mức thường ngày của chính người ấy trong 30 ngày trước."),
        lambda day: len(day.cases),
        least=20,
        times=3,
    ),
    Rule(
        ReadingRule.FOREIGN,
        _("Từ 5 hồ sơ trong một ngày mà người ấy không thụ lý, không ở đơn vị mình và chưa làm việc gì trên đó."),
        lambda day: len(day.foreign),
        least=5,
    ),
    Rule(
        ReadingRule.OFF_HOURS,
        _("Từ 3 lượt ngoài 6 giờ đến 21 giờ, hoặc vào ngày không làm việc."),
        lambda day: day.off_hours,
        least=3,
    ),
    Rule(
        ReadingRule.UNMASKING,
        _("Từ 5 lần xem đầy đủ số giấy tờ trong một ngày."),
        lambda day: day.unmaskings,
        least=5,
    ),
)

"""Time on the stage: stories yield the moment of their next act, and all are played in one order of time.

So the chain, the numbers and the history of the demonstration are in order, as they would be in an office. What a story
would do after the present moment is left out: the case simply stands where it stands today.
"""

import heapq
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from itertools import count

from django.utils import timezone
from simple_history.signals import pre_create_historical_record

from cms.core.dates import local_day
from cms.law.services import current_calendar

#: A story yields moments, never earlier than the one before.
Story = Iterator[datetime]
ONE_DAY = timedelta(days=1)


def moment(day: date, clock: str) -> datetime:
    """19:42 on that day, on the wall of a Vietnamese office."""
    return timezone.make_aware(datetime.combine(day, time.fromisoformat(clock)))


class Days:
    """The working days around the day on which the demonstration is loaded."""

    def __init__(self, now: datetime):
        self.now, self.today, self.calendar = now, local_day(now), current_calendar()

    def working(self, amount: int) -> date:
        """The so-manieth working day before (negative) or after today; 0 is today, or the next working day."""
        if amount > 0:
            return self.calendar.working_day_after(self.today, amount)
        day, left = self.today, -amount
        while left > 0 or (amount == 0 and not self.calendar.is_working(day)):
            day += ONE_DAY if amount == 0 else -ONE_DAY
            left -= amount < 0 and self.calendar.is_working(day)
        return day

    def after(self, day: date, amount: int) -> date:
        """The so-manieth working day after `day`; 0 is the day itself."""
        return self.calendar.working_day_after(day, amount) if amount else day

    def sent_to_be_due(self, amount: int) -> date:
        """When a request was sent whose 12 calendar days end on the working day `amount` (L26 Điều 26.3)."""
        return self.working(amount) - 12 * ONE_DAY


class Stage:
    """Plays stories in the order of time, up to the present moment."""

    def __init__(self, days: Days):
        self.days, self.now = days, days.now
        self._order, self._waiting = count(), []

    def add(self, story: Story) -> None:
        """Let a story begin at the first moment it names."""
        self._wait(story)

    def _wait(self, story):
        following = next(story, None)
        if following is not None:
            if following < self.now:
                raise ValueError(f"A story goes back from {self.now} to {following}.")
            heapq.heappush(self._waiting, (following, next(self._order), story))

    def play(self) -> None:
        """Play everything that has happened by now."""
        with self._history_in_stage_time():
            while self._waiting:
                self.now, _order, story = heapq.heappop(self._waiting)
                if self.now > self.days.now:
                    return
                self._wait(story)

    @contextmanager
    def _history_in_stage_time(self):
        """Rows of field history bear the moment of the act, as their chain entries do."""

        def set_date(sender, history_instance, **kwargs):
            history_instance.history_date = self.now

        pre_create_historical_record.connect(set_date, dispatch_uid="demo.stage")
        try:
            yield
        finally:
            pre_create_historical_record.disconnect(dispatch_uid="demo.stage")

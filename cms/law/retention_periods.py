"""How long cases are kept, by kind, as frozen values with a date and a basis. Periods are whole years from a year's end."""

from dataclasses import dataclass, field
from datetime import date

from cms.law.errors import NoSuchEntry


@dataclass(frozen=True)
class Period:
    """One kind of case. `own_choice` says that no text names the period: whoever adopts it, chooses it.

    `years` until it may be erased, `seal_after_years` until it is proposed to be sealed; both after the year of its end.
    """

    code: str
    label: str
    statuses: tuple[str, ...]
    years: int
    seal_after_years: int
    basis: str
    own_choice: bool

    def kept_until(self, ended_on: date) -> date:
        """The last day on which a case that ended then must be kept."""
        return date(ended_on.year + self.years, 12, 31)

    def seals_from(self, ended_on: date) -> date:
        """The first day on which its personal data should be put under seal."""
        return date(ended_on.year + self.seal_after_years + 1, 1, 1)

    def ended_before(self, day: date, *, years: int) -> date:
        """The last day of ending for which so many years are over on that day."""
        return date(day.year - years - 1, 12, 31)


@dataclass(frozen=True)
class RetentionList:
    """A list of periods with its day. `counted_from` tells in words what `kept_until` reckons."""

    code: str
    title: str
    legal_reference: str
    in_force_from: date
    counted_from: str
    periods: tuple[Period, ...] = field(metadata={"key": "period"})

    def period(self, status: str) -> Period:
        """The period of cases that ended so. Raises NoSuchEntry."""
        for period in self.periods:
            if status in period.statuses:
                return period
        raise NoSuchEntry(f"{self.legal_reference}: không có thời hạn cho hồ sơ {status}.")

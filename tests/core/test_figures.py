"""Periods of figures: their days, and the moments that fall on them."""

from datetime import date

import pytest

from cms.core.figures import Period
from tests.factories.moments import moment


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period.reporting_year(2026), date(2025, 12, 15), date(2026, 12, 14)),
        (Period.calendar_year(2026), date(2026, 1, 1), date(2026, 12, 31)),
        (Period.quarter(2026, 1), date(2026, 1, 1), date(2026, 3, 31)),
        (Period.quarter(2026, 4), date(2026, 10, 1), date(2026, 12, 31)),
        (Period.month(2028, 2), date(2028, 2, 1), date(2028, 2, 29)),
        (Period.month(2026, 12), date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_presets_have_their_days(period, first, last):
    assert (period.start, period.end) == (first, last)
    assert first in period
    assert last in period


def test_one_reporting_year_follows_the_other_without_a_gap():
    assert (Period.reporting_year(2027).start - Period.reporting_year(2026).end).days == 1


def test_a_period_does_not_end_before_it_begins():
    with pytest.raises(ValueError, match="ends"):
        Period(date(2026, 1, 2), date(2026, 1, 1))


def test_moments_are_those_of_the_days_in_viet_nam():
    bounds = Period.month(2026, 11).moments("asked_at")
    assert bounds == {"asked_at__gte": moment("01/11/2026 00:00"), "asked_at__lt": moment("01/12/2026 00:00")}

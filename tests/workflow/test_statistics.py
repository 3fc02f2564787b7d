"""The figures of an authority: one definition each, one statement, small numbers about people held back."""

from datetime import date

import pytest

from home.figures import board_of
from tests.factories.core import AuthorityFactory, make_house
from tests.factories.workflow import Case, case_in
from workflow.choices import Status
from workflow.statistics import figures_of

DAY = date(2026, 12, 31)


@pytest.mark.django_db
def test_what_is_counted_and_in_which_year(django_assert_num_queries):
    house = make_house()
    case_in(Status.PROVIDED, house, "02/11/2026")
    case_in(Status.REFUSED, house, "03/11/2026")
    case_in(Status.READY, house, "02/11/2026").on("21/12/2026").provide()  # late
    Case.sent(house, "02/11/2026").accept().extended()  # open, and past its day by the end of the year
    case_in(Status.SET_ASIDE, house, "04/11/2026")  # no request
    case_in(Status.AWAITING_CONFIRMATION, house, "04/11/2026")  # not one yet
    Case.sent(on="02/11/2026")  # another authority's
    with django_assert_num_queries(1):
        figures = figures_of(house.authority, DAY)
    (year,) = figures.years
    assert (year.year, year.received, year.answered, year.on_time, year.late) == (2026, 4, 3, 2, 1)
    assert year.outcomes == {Status.PROVIDED: 2, Status.REFUSED: 1}
    assert year.grounds == {"OVER_CAPACITY": 1}
    assert year.extended == 1
    assert (figures.open, figures.overdue) == (1, 1)
    assert (len(figures.months), figures.months[-2:]) == (12, [(2026, 11, 4), (2026, 12, 0)])
    assert board_of(AuthorityFactory(), DAY).years == []


@pytest.mark.django_db
def test_kept_figures_are_those_after_the_last_act(django_assert_num_queries):
    house = make_house()
    case = Case.sent(house, "02/11/2026")
    assert board_of(house.authority, DAY).open == 1
    with django_assert_num_queries(1):  # the last act on the record
        assert board_of(house.authority, DAY).open == 1
    case.set_aside()
    assert board_of(house.authority, DAY).open == 0
    assert board_of(house.authority, date(2026, 12, 30)).day == date(2026, 12, 30)

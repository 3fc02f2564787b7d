"""The figures of a report: each counts by its rule, opens as many rows as it says, and all take a dozen statements."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.core.figures import WHOLE, Measure, Period, Scope
from home.reports.gathering import all_definitions, by_code, figures
from tests.factories.core import make_house
from tests.factories.workflow import Case, case_in
from workflow.choices import Status

YEAR = Period.calendar_year(2026)


def counted(house, period=YEAR):
    found = figures(Scope((house.authority.pk,), period))
    return {code: amounts.get(house.authority.pk, {}) for code, amounts in found.items()}


@pytest.mark.django_db
def test_each_request_is_counted_by_the_day_of_what_happened():
    house = make_house()
    case_in(Status.PROVIDED, house, "02/11/2026")
    case_in(Status.REFUSED, house, "03/11/2026")
    case_in(Status.READY, house, "02/11/2026").on("21/12/2026").provide()  # late
    Case.sent(house, "02/11/2026").accept().extended()  # stays open
    case_in(Status.SET_ASIDE, house, "04/11/2026")
    case_in(Status.AWAITING_CONFIRMATION, house, "04/11/2026")
    Case.sent(on="02/11/2026")  # another authority's
    found = counted(house)
    told = {code: found[code].get(WHOLE, 0) for code in ("received", "ended", "settled", "provided", "refused", "late")}
    assert told == {"received": 4, "ended": 3, "settled": 3, "provided": 2, "refused": 1, "late": 1}
    assert (found["on_time"], found["extended"], found["valid"]) == ({WHOLE: 2}, {WHOLE: 1}, {WHOLE: 4})
    assert found["withheld_ground"] == {"OVER_CAPACITY": 1}
    assert (found["carried_over"], found["open_at_end"]) == ({}, {WHOLE: 1})
    december = counted(house, Period.month(2026, 12))
    assert (december["carried_over"], december["received"], december["ended"]) == ({WHOLE: 2}, {}, {WHOLE: 1})
    assert december["open_at_end"] == {WHOLE: 1}
    assert found["received_channel"] == {"ONLINE": 4}
    assert sum(found["given_cost"].values()) == 2


@pytest.mark.django_db
def test_a_figure_opens_as_many_rows_as_it_says():
    house = make_house()
    for status in (Status.PROVIDED, Status.REFUSED, Status.SUPPLEMENT_REQUESTED, Status.REDIRECTED, Status.WITHDRAWN):
        case_in(status, house, "02/11/2026")
    scope = Scope((house.authority.pk,), YEAR)
    for code, amounts in counted(house).items():
        one = by_code()[code]
        if one.measure in (Measure.DONG, Measure.PERSON) or one.rows is None:
            continue
        for part, amount in amounts.items():
            assert one.cases(scope, part).count() == amount, (code, part)


@pytest.mark.django_db
def test_statements_do_not_grow_with_authorities_or_requests():
    first = make_house()
    case_in(Status.PROVIDED, first, "02/11/2026")

    def statements(houses):
        with CaptureQueriesContext(
            connection,
        ) as told:
            figures(Scope(tuple(house.authority.pk for house in houses), YEAR))
        return len(told)

    statements([first])
    alone = statements([first])
    others = [make_house(), make_house()]
    for house in others:
        Case.sent(house, "03/11/2026")
    assert statements([first, *others]) == alone <= 40


def test_every_figure_has_its_words_and_divides_one_that_there_is():
    codes = by_code()
    assert len(codes) == len(all_definitions())
    for one in all_definitions():
        assert all((str(one.label), str(one.meaning), str(one.article))), one.code
        assert not one.of or one.of in codes

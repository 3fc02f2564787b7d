"""Figures of remedies, findings and satisfaction equal a count of their own; few answers are told nobody."""

import pytest
from django.db import connection

from cms.core.figures import Period, Scope, count_all
from tests.factories import inspections
from tests.factories import remedies as make
from tests.factories.core import make_house
from tests.factories.moments import day, moment
from workflow.models import Satisfaction
from workflow.statistics import remedies as figures

pytestmark = pytest.mark.django_db


@pytest.fixture
def house(db):
    return make_house()


def counted(house, start="01/12/2026", end="31/01/2027"):
    scope = Scope((house.authority.pk,), Period(day(start), day(end)))
    found = count_all(figures.DEFINITIONS, scope)
    return {code: amounts.get(house.authority.pk, {}) for code, amounts in found.items()}, scope


def by_sql(house, condition):
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT COUNT(*) FROM workflow_remedy WHERE authority_id = {house.authority.pk} AND {condition}"
        )
        return cursor.fetchone()[0]


def test_each_figure_equals_an_independent_count_and_the_rows_it_opens(house):
    case = make.refused(house)
    make.upheld(case)
    make.decided(make.proposed(make.accepted(case), house), house, on="05/01/2027")
    make.entered(case, "LAWSUIT")
    make.entered(case, "DENUNCIATION", by=house.registry)
    amounts, scope = counted(house)
    within = "BETWEEN '2026-12-01' AND '2027-01-31'"
    assert amounts["remedies"] == {"": by_sql(house, f"received_on {within}")} == {"": 4}
    assert amounts["remedies_kind"] == {"COMPLAINT": 2, "LAWSUIT": 1, "DENUNCIATION": 1}
    assert amounts["remedies_ended"] == {"": by_sql(house, f"outcome_on {within}")} == {"": 2}
    assert amounts["remedies_outcome"] == {"UPHELD": 1, "REJECTED": 1}
    assert amounts["remedies_upheld"] == amounts["remedies_reopened"] == {"": by_sql(house, "new_case_id IS NOT NULL")}
    assert amounts["remedies_late"] == {"": by_sql(house, f"outcome_on > due_on AND outcome_on {within}")} == {"": 1}
    for one in figures.DEFINITIONS:
        if one.rows is not None and one.part is None:
            rows = one.cases(scope)
            assert rows.count() == amounts[one.code].get("", 0)
            assert one.gate(house.head_of_authority, rows).count() == rows.count()
    assert counted(house, "01/02/2027", "28/02/2027")[0]["remedies"] == {}
    assert figures._opens(house.officer) == set()
    assert figures._opens(house.head) == {house.authority.pk}


def test_findings_by_kind_and_what_was_handled(house):
    decision = inspections.confirmed(house)
    inspections.found(house, decision, kind="SHORTCOMING")
    finding = inspections.handled(house, inspections.found(house, decision))
    amounts, _scope = counted(house)
    assert amounts["findings"] == {"SHORTCOMING": 1, "VIOLATION": 1}
    assert amounts["findings_handled"] == {}
    inspections.inspections.confirm_handled(finding=finding, seen=None, by=house.justice, at=moment("11/12/2026 09:00"))
    assert counted(house)[0]["findings_handled"] == {"": 1}


def test_fewer_than_five_answers_are_told_nobody(house):
    def give(*levels):
        for level in levels:
            Satisfaction.objects.create(
                authority=house.authority, case_mark=f"{Satisfaction.objects.count():064d}", given_on=day("05/12/2026"),
                level=level,
            )  # fmt: skip

    give(5, 4, 4, 1)
    assert counted(house)[0]["satisfaction"] == counted(house)[0]["satisfaction_level"] == {}
    give(4)
    amounts, _scope = counted(house)
    assert amounts["satisfaction"] == {"": 5}
    assert amounts["satisfaction_level"] == {"5": 1, "4": 3, "1": 1}

"""Every figure against a count of its own, written straight in SQL, and against the rows that its link opens.

The thin test runs always; ten thousand cases over three years and twelve authorities are counted by `make test-heavy`.
"""

import sys
from datetime import date, datetime, timedelta
from time import perf_counter

import pytest
from django.db import connection
from django.db.models import Sum

from cms.core.figures import Period, Scope
from home.reports.gathering import all_definitions, figures
from tests.factories.years import make_years
from tests.factories.years_of_means import add_means
from tests.factories.years_of_remedies import add_remedies
from tests.home import sql_of_means

R = "workflow_informationrequest"
COUNTED = "r.status NOT IN ('SET_ASIDE', 'AWAITING_CONFIRMATION')"
RECEIVED = f"{COUNTED} AND r.received_on BETWEEN %(start)s AND %(end)s"
ENDED = (
    "r.status IN ('PROVIDED', 'PROVIDED_PARTLY', 'REFUSED', 'REDIRECTED', 'WITHDRAWN', 'LAPSED')"
    " AND r.outcome_on BETWEEN %(start)s AND %(end)s"
)
ANSWERED = "r.status IN ('PROVIDED', 'PROVIDED_PARTLY', 'REFUSED') AND r.outcome_on BETWEEN %(start)s AND %(end)s"
GIVEN = "r.status IN ('PROVIDED', 'PROVIDED_PARTLY') AND r.outcome_on BETWEEN %(start)s AND %(end)s"
IN_TIME = f"{ANSWERED} AND (r.due_on IS NULL OR r.outcome_on <= r.due_on)"
LATE = f"{ANSWERED} AND r.outcome_on > r.due_on"
OPEN = f"{COUNTED} AND r.received_on <= %(end)s AND (r.outcome_on IS NULL OR r.outcome_on > %(end)s)"
EXTENDED = (
    f"{COUNTED} AND EXISTS (SELECT 1 FROM workflow_extension e WHERE e.info_request_id = r.id"
    " AND e.told_on BETWEEN %(start)s AND %(end)s)"
)
_ANSWER = "d.info_request_id = r.id AND d.kind = 'ANSWER' AND d.state = 'EFFECTIVE'"
HAS_LINES = (
    f"EXISTS (SELECT 1 FROM workflow_costline c JOIN workflow_decision d ON d.id = c.decision_id WHERE {_ANSWER})"
)
#: L26 Điều 25.2: what should have been public, or cannot be reached, costs nothing; the law of 2016 has no such rule.
EXEMPT = "s.code = 'L26' AND p.basis IN ('PUB_NOT_YET', 'PUB_UNREACHABLE')"
_GIVEN_PIECE = (
    "SELECT 1 FROM workflow_piece p WHERE p.info_request_id = r.id AND p.outcome IN ('PROVIDE', 'PROVIDE_PARTLY')"
)
WHO_PAID = f"""CASE WHEN {HAS_LINES} THEN 'PAID'
  WHEN EXISTS ({_GIVEN_PIECE} AND {EXEMPT}) AND NOT EXISTS ({_GIVEN_PIECE} AND NOT ({EXEMPT})) THEN 'EXEMPT'
  ELSE 'NO_COST' END"""


def requests(where, part="''", join=""):
    return f"SELECT r.authority_id, {part}, COUNT(DISTINCT r.id) FROM {R} r {join} WHERE {where} GROUP BY 1, 2"


def pieces(where, part="''"):
    join = f"workflow_piece p JOIN {R} r ON r.id = p.info_request_id"
    return f"SELECT r.authority_id, {part}, COUNT(*) FROM {join} WHERE {where} GROUP BY 1, 2"


def corrections(where, part="''"):
    return f"SELECT k.authority_id, {part}, COUNT(*) FROM workflow_correctionrequest k WHERE {where} GROUP BY 1, 2"


def remedies(where, part="''"):
    return f"SELECT m.authority_id, {part}, COUNT(*) FROM workflow_remedy m WHERE {where} GROUP BY 1, 2"


def findings(where, part="''"):
    decided = "JOIN workflow_inspectiondecision d ON d.id = f.inspection_id AND d.state IN ('CONFIRMED', 'ENDED')"
    within = "f.entered_at >= %(from)s AND f.entered_at < %(until)s"
    return (
        f"SELECT f.authority_id, {part}, COUNT(*) FROM workflow_inspectionfinding f {decided}"
        f" WHERE {within} AND {where} GROUP BY 1, 2"
    )


def items(where, part="''"):
    return f"SELECT i.authority_id, {part}, COUNT(*) FROM catalog_informationitem i WHERE {where} GROUP BY 1, 2"


def versions(where):
    join = "catalog_itemversion v JOIN catalog_informationitem i ON i.id = v.item_id"
    return f"SELECT i.authority_id, '', COUNT(*) FROM {join} WHERE {where} GROUP BY 1, 2"


def or_none(column):
    return f"CASE WHEN {column} = '' OR {column} IS NULL THEN 'NONE' ELSE {column} END"


REQUESTER = "JOIN workflow_requester q ON q.id = r.requester_id"
KIND = "CASE WHEN q.capacity = 'ORGANISATION' THEN 'ORGANISATION' ELSE q.kind END"
IN_PERIOD = "BETWEEN %(start)s AND %(end)s"
CHARGED = f"""FROM workflow_costline c JOIN workflow_decision d ON d.id = c.decision_id
  JOIN {R} r ON r.id = d.info_request_id WHERE {_ANSWER} AND {GIVEN} GROUP BY 1, 2"""
PAID = f"""FROM workflow_payment m JOIN {R} r ON r.id = m.info_request_id
  WHERE {COUNTED} AND m.undone = '' AND m.paid_on {IN_PERIOD}"""
TO_TREASURY = """AND EXISTS (SELECT 1 FROM workflow_decision d WHERE d.info_request_id = r.id AND d.kind = 'ANSWER'
  AND d.approved_at IS NOT NULL AND d.treasury_account <> '')"""
WITHHELD = (
    f"""JOIN workflow_decision d ON {_ANSWER} JOIN workflow_finding f ON f.decision_id = d.id AND f.ground <> ''"""
)
DUE = f"i.state <> 'MARK' AND i.info_class = 'MUST_PUBLISH' AND i.due_on {IN_PERIOD}"
KEPT = (
    """CASE WHEN i.published_on IS NULL THEN 'NOT_YET' WHEN i.published_on > i.due_on THEN 'LATE' ELSE 'ON_TIME' END"""
)
PUBLISHED = f"i.state <> 'MARK' AND i.published_on {IN_PERIOD}"
AT = "v.published_at >= %(from)s AND v.published_at < %(until)s"
K_ASKED = f"k.found_by_id IS NULL AND k.received_on {IN_PERIOD}"
K_FOUND = f"k.found_by_id IS NOT NULL AND k.received_on {IN_PERIOD}"
K_ANSWERED = f"k.status IN ('CORRECTED', 'NOT_WRONG', 'NOT_OURS') AND k.outcome_on {IN_PERIOD}"
K_IN_TIME = f"{K_ANSWERED} AND k.outcome_on <= k.due_on"
K_MADE = f"k.status = 'CORRECTED' AND k.outcome_on {IN_PERIOD}"
M_ENDED = f"m.closed_at IS NOT NULL AND m.outcome_on {IN_PERIOD}"

SQL = {
    "received": requests(RECEIVED),
    "received_channel": requests(RECEIVED, "r.channel"),
    "received_requester": requests(RECEIVED, KIND, REQUESTER),
    "received_field": requests(RECEIVED, or_none("p.field"), "LEFT JOIN workflow_piece p ON p.info_request_id = r.id"),
    "people": f"""SELECT r.authority_id, '', SUM(CASE WHEN n.number IS NULL THEN 1 ELSE n.number END) FROM {R} r LEFT JOIN
        (SELECT requester_id, COUNT(*) AS number FROM workflow_member GROUP BY 1) n ON n.requester_id = r.requester_id
        WHERE {RECEIVED} GROUP BY 1, 2""",
    "pieces": pieces(RECEIVED),
    "pieces_field": pieces(RECEIVED, or_none("p.field")),
    "pieces_class": pieces(RECEIVED, or_none("p.info_class")),
    "carried_over": requests(
        f"{COUNTED} AND r.received_on < %(start)s AND (r.outcome_on IS NULL OR r.outcome_on >= %(start)s)"
    ),
    "open_at_end": requests(OPEN),
    "overdue_at_end": requests(f"{OPEN} AND r.due_on < %(end)s AND r.status <> 'SUPPLEMENT_REQUESTED'"),
    "valid": requests(f"{COUNTED} AND r.valid_on {IN_PERIOD}"),
    "supplement_asked": requests(
        f"{COUNTED} AND x.asked_at >= %(from)s AND x.asked_at < %(until)s",
        join="JOIN workflow_supplement x ON x.info_request_id = r.id",
    ),
    "ended": requests(ENDED),
    "settled": requests(ANSWERED),
    **{
        code: requests(f"r.status = '{code.upper()}' AND r.outcome_on {IN_PERIOD}")
        for code in ("provided", "provided_partly", "refused", "redirected", "withdrawn", "lapsed")
    },
    "pieces_given": pieces(f"{GIVEN} AND p.outcome IN ('PROVIDE', 'PROVIDE_PARTLY')"),
    "pieces_given_delivery": pieces(f"{GIVEN} AND p.outcome IN ('PROVIDE', 'PROVIDE_PARTLY')", "r.delivery"),
    "pieces_given_basis": pieces(f"{GIVEN} AND p.outcome IN ('PROVIDE', 'PROVIDE_PARTLY')", or_none("p.basis")),
    **{
        f"{code}{ending}": requests(where, column)
        for code, where in (("on_time", IN_TIME), ("late", LATE), ("extended", EXTENDED))
        for ending, column in (("", "''"), ("_channel", "r.channel"), ("_complexity", "r.complexity"))
    },
    "withheld": requests(ANSWERED, join=WITHHELD),
    "withheld_ground": requests(ANSWERED, "f.ground", WITHHELD),
    "cost": f"SELECT r.authority_id, '', SUM(c.quantity * c.unit_price) {CHARGED}",
    "cost_kind": f"SELECT r.authority_id, c.kind, SUM(c.quantity * c.unit_price) {CHARGED}",
    "paid": f"SELECT r.authority_id, '', SUM(m.amount) {PAID} GROUP BY 1, 2",
    "remitted": f"SELECT r.authority_id, '', SUM(m.amount) {PAID} {TO_TREASURY} GROUP BY 1, 2",
    "given_cost": requests(GIVEN, WHO_PAID, "JOIN law_adoptedruleset s ON s.id = r.rule_set_id"),
    **{
        f"{code}{ending}": corrections(where, column)
        for code, where in (
            ("corrections", K_ASKED),
            ("corrections_found", K_FOUND),
            ("corrections_answered", K_ANSWERED),
            ("corrections_in_time", K_IN_TIME),
            ("corrections_made", K_MADE),
        )
        for ending, column in (("", "''"), ("_about", "k.about"))
    },
    **{
        f"{code}{ending}": remedies(where, column)
        for code, where in (
            ("remedies", f"m.received_on {IN_PERIOD}"),
            ("remedies_ended", M_ENDED),
            ("remedies_upheld", f"{M_ENDED} AND m.status IN ('UPHELD', 'PARTLY')"),
            ("remedies_late", f"{M_ENDED} AND m.level = 'FIRST' AND m.outcome_on > m.due_on"),
            ("remedies_reopened", f"{M_ENDED} AND m.new_case_id IS NOT NULL"),
        )
        for ending, column in (("", "''"), ("_kind", "m.kind"))
    },
    "remedies_outcome": remedies(M_ENDED, "m.status"),
    "findings": findings("1 = 1", "f.kind"),
    "findings_handled": findings("f.confirmed_at IS NOT NULL"),
    "items_due": items(DUE),
    "items_due_kept": items(DUE, KEPT),
    "items_due_point": items(DUE, or_none("i.category")),
    "items_published": items(PUBLISHED),
    "items_published_point": items(PUBLISHED, or_none("i.category")),
    "items_updates": versions(AT),
    "items_corrected": versions(f"{AT} AND v.kind = 'CORRECTION'"),
}
SQL |= sql_of_means.SQL


def in_sql(code, period):
    """{authority: {part: amount}} by the statement above; moments as UTC tells them, seven hours earlier."""
    words = {"start": period.start.isoformat(), "end": period.end.isoformat()}
    words["from"] = f"{period.start - timedelta(1)} 17:00:00"
    words["until"] = f"{period.end} 17:00:00"
    found = {}
    with connection.cursor() as cursor:
        cursor.execute(SQL[code], words)
        for authority, part, amount in cursor.fetchall():
            if amount:
                found.setdefault(authority, {})[part] = int(amount)
    return found


def differences(years, period):
    """Where a figure, the count in SQL and the rows behind it are not one and the same; and how long the figures took."""
    keys = tuple(one.pk for one in years.authorities)
    began = perf_counter()
    counted = figures(Scope(keys, period))
    seconds = perf_counter() - began
    days = {key: date.fromordinal(parts[""]) for key, parts in counted["catalog_updated"].items()}
    wrong, filled = ([] if days == last_updates(period) else [("catalog_updated", days)]), 0
    for one in all_definitions():
        if one.code not in SQL:
            continue
        told, expected = counted[one.code], in_sql(one.code, period)
        if told != expected:
            wrong.append((one.code, "sql", told, expected))
        filled += sum(map(len, told.values()))
        wrong += [(one.code, *slip) for slip in _links(one, period, keys, told)]
    return wrong, filled, seconds


def _links(one, period, keys, told):
    """A link of one authority's figure, and of each part of it, opens as many rows, or rows that come to as much."""
    for authority in keys:
        for part, amount in told.get(authority, {}).items():
            rows = one.cases(Scope((authority,), period), part)
            opened = (
                rows.count() if one.amount is None else rows.annotate(of_row=one.amount).aggregate(n=Sum("of_row"))["n"]
            )
            if opened != amount:
                yield authority, part, amount, opened


def last_updates(period):
    """{authority: day}: the newest version by the end of the period, as its day in Việt Nam."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT i.authority_id, MAX(v.published_at) FROM catalog_itemversion v"
            " JOIN catalog_informationitem i ON i.id = v.item_id WHERE v.published_at < %s GROUP BY 1",
            [f"{period.end} 17:00:00"],
        )
        found = {authority: datetime.fromisoformat(str(last)) for authority, last in cursor.fetchall()}
    return {authority: (last.replace(tzinfo=None) + timedelta(hours=7)).date() for authority, last in found.items()}


def test_every_figure_of_a_table_is_counted_here_too():
    """Only what no table holds is not: obligations (test_compliance_states.py), the day of the last update (below)."""
    assert {one.code for one in all_definitions() if one.reckon is None} <= SQL.keys()


@pytest.mark.django_db
def test_three_hundred_cases_count_as_they_do_in_sql():
    years = make_years(cases=300, authorities=2)
    add_means(years.authorities)
    add_remedies(years, number=60)
    wrong, filled, _seconds = differences(years, Period.reporting_year(2025))
    assert not wrong
    assert filled > 150
    wrong, filled, _seconds = differences(years, Period.month(2026, 3))
    assert not wrong
    assert filled


@pytest.mark.django_db
def test_what_was_carried_over_and_came_in_either_ended_or_is_still_open():
    years = make_years(cases=200, authorities=1)
    (authority,) = years.authorities
    for period in (Period.reporting_year(2025), Period.quarter(2026, 2)):
        found = {code: amounts.get(authority.pk, {}).get("", 0) for code, amounts in figures(
            Scope((authority.pk,), period)
        ).items()}  # fmt: skip
        assert found["received"]
        assert found["carried_over"] + found["received"] - found["ended"] == found["open_at_end"]
        assert found["on_time"] + found["late"] == found["settled"]


@pytest.mark.heavy
@pytest.mark.django_db
def test_ten_thousand_cases_of_twelve_authorities_count_as_they_do_in_sql(record_property):
    years = make_years(cases=10_000, authorities=12)
    add_means(years.authorities)
    add_remedies(years, number=800)
    for year in (2024, 2025, 2026):
        wrong, filled, seconds = differences(years, Period.reporting_year(year))
        record_property(f"seconds_{year}", round(seconds, 2))
        sys.stdout.write(f"{year}: {filled} numbers in {seconds:.2f} s on {connection.vendor}\n")
        assert not wrong
        assert filled > 1_500
        assert seconds < 10

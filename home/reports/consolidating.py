"""What many reports amount to: all that have come added up, who is missing, the years before."""

from home.models import PeriodReport
from home.reports.choices import PeriodKind, ReportState
from home.reports.counting import Counted, add, add_up_years

#: So many earlier periods stand beside the present one.
EARLIER = 2


def gathered(period) -> tuple[Counted, list[dict]]:
    """The sum of what was sent for this period, and of each body what it said: one row a body, missing ones too."""
    if period.kind == PeriodKind.THREE_YEARLY:
        return _of_years(period)
    reports = list(asked_of(period))
    rows = [row_of(one) for one in reports]
    return add(counted_of(one) for one in reports if one.is_frozen), rows


def asked_of(period):
    """One report for each body that was asked, in the order of their names."""
    found = period.reports.asked().select_related("authority", "outside", "period")
    return sorted(found, key=lambda one: (one.outside_id is not None, one.body.name))


def counted_of(report) -> Counted:
    return Counted(report.figures, report.definitions)


def row_of(report) -> dict:
    """What the consolidated report keeps of one body; of one that has sent nothing its state only."""
    row = {
        "code": report.body.code,
        "name": report.body.name,
        "short_name": report.body.short_name,
        "is_outside": report.outside_id is not None,
        "state": str(report.state) if report.is_frozen else str(ReportState.OWED),
    }
    if report.is_frozen:
        row |= {"figures": report.figures, "figures_sha256": report.figures_sha256}
        row |= {"counted_to": report.counted_to.isoformat()}
    return row


def _of_years(period) -> tuple[Counted, list[dict]]:
    """Each covered period as its own reports add up; one row a period."""
    sums, rows = [], []
    for covered in period.covers.select_related("covered"):
        one = covered.covered
        total, bodies = gathered(one)
        sums.append(total)
        missing = [row["short_name"] for row in bodies if "figures" not in row]
        rows.append(
            {
                "code": f"{one.first_on.isoformat()}/{one.last_on.isoformat()}",
                "name": one.title,
                "short_name": years_of(one),
                "is_period": True,
                "state": str(ReportState.ACCEPTED),
                "figures": total.figures,
                "bodies": len(bodies),
                "missing": missing,
            }
        )
    return add_up_years(sums), rows


def years_of(period) -> str:
    """ "2026" for a year's report, "2024–2026" for several years."""
    return str(period.last_on.year) if period.kind != PeriodKind.THREE_YEARLY else (
        f"{period.covers.first().covered.last_on.year}–{period.last_on.year}"
    )  # fmt: skip


def earlier(report) -> list[tuple[str, Counted]]:
    """What the same body reported for the periods before, the newest first: (name of the period, its figures)."""
    period = report.period
    same = PeriodReport.objects.arrived().filter(
        period__authority=period.authority_id,
        period__kind=period.kind,
        period__last_on__lt=period.last_on,
        is_consolidated=report.is_consolidated,
        authority=report.authority_id,
        outside=report.outside_id,
    )
    found = same.select_related("period").order_by("-period__last_on")[:EARLIER]
    return [(years_of(one.period), counted_of(one)) for one in found]


def standing(period, day) -> dict[str, int]:
    """How many were asked, have sent, were accepted, are missing, are late."""
    reports = list(period.reports.asked().select_related("period"))
    late = sum(one.is_owing and one.days_late(day) > 0 for one in reports)
    return {
        "all": len(reports),
        "sent": sum(one.is_frozen for one in reports),
        "accepted": sum(one.state == ReportState.ACCEPTED for one in reports),
        "returned": sum(one.state == ReportState.RETURNED for one in reports),
        "missing": sum(one.is_owing for one in reports),
        "late": late,
    }

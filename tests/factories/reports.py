"""Periods and reports of a province: asked(), filled, sent, accepted."""

from datetime import date

from home.models import OutsideBody, PeriodReport, ReportPeriod
from home.reports import outside, periods, writing
from home.reports.choices import PartKind, PeriodKind, Preset
from home.reports.outline import parts_of
from home.reports.outside import BodyWords
from home.reports.periods import PeriodWords
from tests.factories.moments import moment
from tests.factories.plans import fresh

TITLE = "Kết quả thi hành Luật Tiếp cận thông tin năm {year}"


def words(year=2026, **fields) -> PeriodWords:
    """A state's reporting year; due on 30/11, so that its figures are estimated to 15/11."""
    told = {
        "title": TITLE.format(year=year),
        "basis": "Công văn số 2145/STP-PBGDPL ngày 05/10/2026 của Sở Tư pháp",
        "addressee": "Sở Tư pháp tỉnh Bình Minh",
        "gathered_addressee": "Bộ Tư pháp",
        "preset": Preset.STATE_YEAR,
        "year": year,
        "due_on": date(year or 2026, 11, 30),
        "estimated_on": date(year or 2026, 11, 15),
    }
    return PeriodWords(**told | fields)


def drafted(province, *, kind=PeriodKind.YEARLY, by=None, authority=None, on="05/10/2026", **fields) -> ReportPeriod:
    return fresh(
        periods.draft_period(
            authority=authority or province.authority,
            kind=kind,
            words=words(**fields),
            by=by or province.justice,
            at=moment(on),
        )
    )


def opened(province, *, offices=None, bodies=(), on="06/10/2026", **fields) -> ReportPeriod:
    """Asked of the offices below, or of these; on paper of the justice department."""
    period = drafted(province, on=on, **fields)
    asked = [office.authority for office in (province.below if offices is None else offices)]
    return fresh(
        periods.open_period(
            period=period, seen=period.version, authorities=asked, bodies=bodies, by=province.justice, at=moment(on)
        )
    )


def report_of(period, office) -> PeriodReport:
    return PeriodReport.objects.get(period=period, authority=office.authority, is_consolidated=False)


def gathered_of(period) -> PeriodReport:
    return PeriodReport.objects.get(period=period, is_consolidated=True)


def filled(report, by, *, on="16/11/2026", text="Đã bố trí đầu mối, công khai danh mục.") -> PeriodReport:
    """Figures counted, every part written, by one person on one day."""
    writing.fill(report=report, seen=fresh(report).version, by=by, at=moment(on))
    parts = {part.pk: text for part in parts_of(report) if part.kind == PartKind.TEXT}
    writing.write(report=report, seen=fresh(report).version, texts=parts, by=by, at=moment(on))
    return fresh(report)


def sent(period, office, *, on="20/11/2026", **fields) -> PeriodReport:
    report = filled(report_of(period, office), office.officer, **fields)
    writing.submit(report=report, seen=report.version, by=office.head, at=moment(on))
    return fresh(report)


def accepted(report, by, *, on="23/11/2026") -> PeriodReport:
    writing.accept(report=report, seen=fresh(report).version, by=by, at=moment(on))
    return fresh(report)


def returned(report, by, *, reason="Làm rõ số từ chối.", on="23/11/2026") -> PeriodReport:
    writing.send_back(report=report, seen=fresh(report).version, reason=reason, by=by, at=moment(on))
    return fresh(report)


def body(province, code="so-xay-dung", **fields) -> OutsideBody:
    told = {"name": "Sở Xây dựng tỉnh Bình Minh", "short_name": "Sở Xây dựng", "email": "sxd@binhminh.example"}
    by, at = province.justice, moment("01/10/2026")
    return outside.enter_body(authority=province.authority, words=BodyWords(code, **told | fields), by=by, at=at)

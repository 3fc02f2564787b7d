"""The invented province's reports: 2025 received and gathered, 2026 coming in, one body outside by spreadsheet."""

from datetime import date
from io import BytesIO

from cms.core.dates import local_day
from cms.core.roles import Role
from home.demo import report_words as words
from home.demo.plan_words import COMMUNE, DEPARTMENT, FIVE, PROVINCE, WARD
from home.demo.plans import Hands
from home.models import PeriodReport, ReportPeriod
from home.reports import form_table, incoming, outside, periods, writing
from home.reports.choices import PartKind, PeriodKind, Preset
from home.reports.outline import parts_of
from workflow.management.demo.stage import Days, Story, moment


def stories(offices, days: Days) -> list[Story]:
    """In the order of their beginnings."""
    hands = ReportHands(offices, days)
    return [_last_year(hands), _this_year(hands)]


class ReportHands(Hands):
    """The same people; each verb acts on the period of a year."""

    def period(self, year) -> ReportPeriod:
        return ReportPeriod.objects.get(authority=self.province.authority, last_on=date(year, 12, 14))

    def report(self, year, code="", **of) -> PeriodReport:
        of = of or {"authority": self.authority(code), "is_consolidated": False}
        return PeriodReport.objects.get(period=self.period(year), **of)

    def ask(self, year, basis, due_on, estimated_on=None):
        """Set and opened by the justice department, for all five and the body outside."""
        told = periods.PeriodWords(
            title=f"Kết quả thi hành Luật Tiếp cận thông tin năm {year}",
            basis=basis,
            addressee="Sở Tư pháp tỉnh Bình Minh",
            gathered_addressee="Bộ Tư pháp",
            preset=Preset.STATE_YEAR,
            year=year,
            due_on=due_on,
            estimated_on=estimated_on,
        )
        own, by = self.province.authority, self.justice
        period = periods.draft_period(authority=own, kind=PeriodKind.YEARLY, words=told, by=by, at=self.now)
        five = [self.authority(code) for code in FIVE]
        bodies = list(own.outside_bodies.all())
        periods.open_period(period=period, seen=None, authorities=five, bodies=bodies, by=by, at=self.now)

    def fill(self, report, by, texts):
        writing.fill(report=report, seen=None, by=by, at=self.now)
        parts = {part.pk: texts[part.title] for part in parts_of(report) if part.kind == PartKind.TEXT}
        writing.write(report=report, seen=None, texts=parts, by=by, at=self.now)

    def write_report(self, year, code):
        self.fill(self.report(year, code), self.writer(code), words.WRITTEN[code])

    def send_report(self, year, code):
        writing.submit(report=self.report(year, code), seen=None, by=self.decider(code), at=self.now)

    def accept_report(self, year, code):
        writing.accept(report=self.report(year, code), seen=None, by=self.justice, at=self.now)

    def bring_in(self, year):
        """The department's spreadsheet, as it came by mail, and handed in."""
        report = self.report(year, outside__code=words.OUTSIDE["code"])
        target = BytesIO()
        rows = form_table.lines(report.period, words.FILLED[year], words.OUTSIDE_TEXTS)
        form_table.write(target, period=report.period, rows=rows)
        received = incoming.read("so-xay-dung.xlsx", BytesIO(target.getvalue()), report)
        outside.bring_in(report=report, seen=None, received=received, by=self.justice, at=self.now)
        report = self.report(year, outside__code=words.OUTSIDE["code"])
        writing.submit(report=report, seen=None, by=self.justice, at=self.now)


def _last_year(hands: ReportHands) -> Story:
    """2025, gathered in the month after the installation began; signed and numbered."""
    yield moment(date(2026, 6, 10), "09:00")
    told = outside.BodyWords(**words.OUTSIDE)
    outside.enter_body(authority=hands.province.authority, words=told, by=hands.justice, at=hands.now)
    yield moment(date(2026, 6, 10), "09:30")
    hands.ask(2025, "Công văn số 1012/STP-PBGDPL ngày 09/6/2026 của Sở Tư pháp", date(2026, 6, 26))
    yield moment(date(2026, 6, 17), "10:00")
    for code in FIVE:
        hands.write_report(2025, code)
    yield moment(date(2026, 6, 18), "15:00")
    for code in FIVE:
        hands.send_report(2025, code)
    hands.bring_in(2025)
    yield moment(date(2026, 6, 22), "08:30")
    for code in FIVE:
        hands.accept_report(2025, code)
    report = hands.report(2025, outside__code=words.OUTSIDE["code"])
    head = hands.province.who(Role.FOCAL_HEAD)
    writing.accept(report=report, seen=None, by=head, at=hands.now)
    yield moment(date(2026, 6, 24), "14:00")
    gathered = hands.report(2025, is_consolidated=True)
    hands.fill(gathered, hands.justice, words.GATHERED)
    yield moment(date(2026, 6, 25), "09:00")
    writing.submit(report=gathered, seen=None, by=hands.decider(PROVINCE), at=hands.now)
    yield moment(date(2026, 6, 25), "16:00")
    number = {"number": "218", "symbol": "BC-UBND", "issued_on": local_day(hands.now)}
    by = hands.province.who(Role.REGISTRY)
    writing.number(report=gathered, seen=None, by=by, at=hands.now, **number)


def _this_year(hands: ReportHands) -> Story:
    """2026: one taken, one waiting, one returned, two missing, and the spreadsheet from outside."""
    yield moment(date(2026, 10, 6), "08:45")
    basis = "Công văn số 2145/STP-PBGDPL ngày 05/10/2026 của Sở Tư pháp"
    hands.ask(2026, basis, date(2026, 11, 30), date(2026, 11, 15))
    yield moment(date(2026, 11, 16), "09:10")
    for code in (COMMUNE, DEPARTMENT, WARD):
        hands.write_report(2026, code)
    yield moment(date(2026, 11, 17), "10:20")
    for code in (COMMUNE, WARD):
        hands.send_report(2026, code)
    yield moment(date(2026, 11, 18), "14:40")
    hands.accept_report(2026, COMMUNE)
    why = "Nêu rõ số lần cập nhật danh mục và biện pháp khắc phục việc cập nhật chậm."
    writing.send_back(report=hands.report(2026, WARD), seen=None, reason=why, by=hands.justice, at=hands.now)
    yield moment(date(2026, 11, 19), "08:30")
    hands.send_report(2026, DEPARTMENT)
    hands.bring_in(2026)
    yield moment(date(2026, 11, 19), "16:15")
    hands.write_report(2026, PROVINCE)  # still waits for its signer; the hospital has not begun

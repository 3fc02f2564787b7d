"""A period from its first line to its end: đặt kỳ, sửa đề cương, mở, giao thêm, kết thúc. All of it is data."""

from dataclasses import asdict, dataclass
from datetime import date
from itertools import pairwise

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.core.dates import short
from cms.core.errors import DomainError
from cms.core.figures import Period
from cms.core.text import nfc
from home.models import CoveredPeriod, OutsideBody, PeriodPart, PeriodReport, ReportPeriod
from home.plans.acting import finish, seal
from home.reports import access, notices
from home.reports.choices import ASKED, OF_PROVINCE, PartKind, PeriodKind, PeriodState, Preset, Source
from home.reports.outline import PartWords, first_outline

#: So many parts may an outline have, and so many periods a report of several years.
MOST_PARTS, MOST_COVERED = 30, 5


@dataclass(frozen=True)
class PeriodWords:
    """What is set of a period. `year` counts for the presets, the two days for days of one's own."""

    title: str
    due_on: date
    basis: str = ""
    addressee: str = ""
    gathered_addressee: str = ""
    preset: str = Preset.OWN_DAYS
    year: int | None = None
    first_on: date | None = None
    last_on: date | None = None
    estimated_on: date | None = None


def days_of(preset: str, year: int | None, first_on=None, last_on=None) -> tuple[date, date]:
    """First and last day. DomainError where they are not told."""
    if preset == Preset.OWN_DAYS:
        if first_on is None or last_on is None:
            raise DomainError(_("Nhập ngày đầu và ngày cuối của kỳ."), field="first_on" if not first_on else "last_on")
        if last_on < first_on:
            raise DomainError(_("Ngày cuối không được trước ngày đầu."), field="last_on")
        return first_on, last_on
    if year is None or not 2018 <= year <= 2100:
        raise DomainError(_("Nhập năm của kỳ, từ 2018."), field="year")
    named = Period.reporting_year if preset == Preset.STATE_YEAR else Period.calendar_year
    return named(year).start, named(year).end


# --- setting -----------------------------------------------------------------------------------------------------
@transaction.atomic
def draft_period(*, authority, kind, words: PeriodWords, covered=(), by, at) -> ReportPeriod:
    """Begin a period; its outline is that of the last one of its kind, or what D18 Điều 12.4 asks for."""
    period = ReportPeriod(authority=authority, kind=PeriodKind(kind), drafted_by=by, drafted_at=at)
    access.demand(access.may_keep(by, period), access.KEEPS)
    rows = _covered(period, covered)
    _set(period, words, rows)
    period.save(by=by)
    parts = [PeriodPart(period=period, position=place, **told) for place, told in enumerate(_outline(period), start=1)]
    covers = [CoveredPeriod(period=period, covered=one) for one in rows]
    for one in (*parts, *covers):
        one.save(by=by)
    return seal("report_period.drafted", period, [period, *parts, *covers], by=by, at=at, data={"kind": period.kind})


@transaction.atomic
def change_period(*, period, seen, words: PeriodWords, by, at) -> ReportPeriod:
    """Change title, days and deadline while nobody was asked yet."""
    period = _draft(period, seen, by)
    _set(period, words, [one.covered for one in period.covers.select_related("covered")])
    return finish("report_period.changed", period, by=by, at=at)


@transaction.atomic
def move_deadline(*, period, seen, due_on, reason, by, at) -> ReportPeriod:
    """Give everybody another deadline while reports come in; what it is counted up to stays."""
    period = _open(period, seen, by)
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao đổi hạn."), field="reason")
    _check_due(period, due_on)
    period.due_on = due_on
    return finish("report_period.deadline_moved", period, by=by, at=at, data={"due_on": due_on}, reason=nfc(reason))


def _check_due(period, due_on):
    if due_on < period.counted_to:
        raise DomainError(
            _("Hạn nộp không được trước ngày %(day)s, ngày cuối được đếm.") % {"day": short(period.counted_to)},
            field="due_on",
        )
    if period.estimated_on is None and due_on < period.last_on:
        raise DomainError(_("Hạn nộp không được trước ngày cuối của kỳ."), field="due_on")


def _set(period, words, covered):
    told = asdict(words)
    for name in ("title", "basis", "addressee", "gathered_addressee"):
        setattr(period, name, nfc(told[name]))
    if not period.title:
        raise DomainError(_("Nhập trích yếu của báo cáo."), field="title")
    if period.kind == PeriodKind.THREE_YEARLY:
        period.preset = Preset.OWN_DAYS
        period.first_on = min(one.first_on for one in covered)
        period.last_on = max(one.last_on for one in covered)
    else:
        period.preset = Preset(words.preset)
        period.first_on, period.last_on = days_of(words.preset, words.year, words.first_on, words.last_on)
    period.due_on, period.estimated_on = words.due_on, words.estimated_on
    _check_estimate(period)


def _check_estimate(period):
    if period.kind == PeriodKind.THREE_YEARLY:
        last = max(period.due_on, period.last_on)  # its parts say themselves up to when they count
        period.due_on, period.estimated_on = last, None
        return
    if period.due_on >= period.last_on:
        if period.estimated_on is not None:
            raise DomainError(
                _("Hạn nộp sau khi kỳ kết thúc, nên không cần ngày ước tính. Hãy để trống."), field="estimated_on"
            )
        return
    if period.estimated_on is None:
        raise DomainError(
            _("Hạn nộp trước khi kỳ kết thúc (%(day)s). Nhập ngày số liệu ước tính đến.")
            % {"day": short(period.last_on)},
            field="estimated_on",
        )
    if not period.first_on <= period.estimated_on <= period.due_on:
        raise DomainError(_("Ngày ước tính phải nằm trong kỳ và không sau hạn nộp."), field="estimated_on")


def _covered(period, covered) -> list[ReportPeriod]:
    if period.kind != PeriodKind.THREE_YEARLY:
        return []
    rows = list(
        ReportPeriod.objects.filter(
            pk__in=[one.pk for one in covered], authority=period.authority, kind=PeriodKind.YEARLY
        )
        .exclude(state=PeriodState.DRAFT)
        .order_by("first_on")
    )
    if not 2 <= len(rows) <= MOST_COVERED:
        raise DomainError(_("Chọn các kỳ hằng năm được cộng, thường là ba kỳ."), field="covered")
    for one, following in pairwise(rows):
        if following.first_on <= one.last_on:
            raise DomainError(
                _("Hai kỳ “%(one)s” và “%(two)s” trùng ngày nhau.") % {"one": one, "two": following}, field="covered"
            )
    return rows


# --- the outline -------------------------------------------------------------------------------------------------
def _outline(period) -> list[dict]:
    last = ReportPeriod.objects.filter(authority=period.authority, kind=period.kind).exclude(pk=period.pk).first()
    if last is not None:
        return list(last.parts.order_by("position", "pk").values("kind", "title", "hint", "figures"))
    return [asdict(part) for part in first_outline(period.kind)]


@transaction.atomic
def add_part(*, period, seen, words: PartWords, by, at) -> PeriodPart:
    """One more part at the end of the outline."""
    period = _draft(period, seen, by)
    last = period.parts.order_by("-position").values_list("position", flat=True).first() or 0
    if last >= MOST_PARTS:
        raise DomainError(_("Đề cương có tối đa %(most)s phần.") % {"most": MOST_PARTS})
    part = PeriodPart(period=period, position=last + 1, **_tidy(period, words))
    part.save(by=by)
    finish("report_period.part_added", period, by=by, at=at, also=[part], data={"part": part.position})
    return part


@transaction.atomic
def change_part(*, period, seen, part, words: PartWords, by, at) -> PeriodPart:
    period = _draft(period, seen, by)
    part = _part_of(period, part)
    for name, value in _tidy(period, words).items():
        setattr(part, name, value)
    part.save(by=by)
    finish("report_period.part_changed", period, by=by, at=at, also=[part], data={"part": part.position})
    return part


@transaction.atomic
def move_part(*, period, seen, part, by, at) -> PeriodPart:
    """One place up."""
    period = _draft(period, seen, by)
    part = _part_of(period, part)
    above = period.parts.filter(position__lt=part.position).order_by("-position").first()
    if above is None:
        raise DomainError(_("Phần này đã ở đầu đề cương."))
    above.position, part.position = part.position, above.position
    above.save(by=by)
    part.save(by=by)
    finish("report_period.part_moved", period, by=by, at=at, also=[above, part], data={"part": part.position})
    return part


@transaction.atomic
def remove_part(*, period, seen, part, by, at) -> ReportPeriod:
    period = _draft(period, seen, by)
    part = _part_of(period, part)
    position = part.position
    part._history_user = by  # what a deletion's history row takes as its person
    part.delete()
    after = list(period.parts.filter(position__gt=position).order_by("position"))
    for one in after:
        one.position -= 1
        one.save(by=by)
    data = {"part": position}
    return finish("report_period.part_removed", period, by=by, at=at, also=[part, *after], data=data)


def _tidy(period, words: PartWords) -> dict:
    told = asdict(words) | {"title": nfc(words.title), "hint": nfc(words.hint), "kind": PartKind(words.kind)}
    if not told["title"]:
        raise DomainError(_("Nhập tên phần."), field="title")
    if told["kind"] in OF_PROVINCE and period.kind not in (*ASKED, PeriodKind.THREE_YEARLY):
        raise DomainError(_("Phần này chỉ có trong kỳ báo cáo của cả tỉnh."), field="kind")
    if told["kind"] in (PartKind.TEXT, PartKind.MISSING):
        told["figures"] = []
    return told


def _part_of(period, part) -> PeriodPart:
    found = period.parts.filter(pk=part.pk).first()
    if found is None:
        raise DomainError(_("Phần này không thuộc kỳ báo cáo."))
    return found


# --- opening and ending ------------------------------------------------------------------------------------------
@transaction.atomic
def open_period(*, period, seen, authorities=(), bodies=(), by, at) -> ReportPeriod:
    """Ask: from here each authority has its own report to write, and hears of it by one mail."""
    period = _draft(period, seen, by)
    if not period.parts.exists():
        raise DomainError(_("Đề cương chưa có phần nào."))
    reports = []
    if period.kind in ASKED:
        if not period.basis:
            raise DomainError(_("Ghi văn bản đề nghị báo cáo ở mục Căn cứ trước khi mở kỳ."))
        reports = _asked(period, authorities, bodies)
        if not reports:
            raise DomainError(_("Chọn ít nhất một cơ quan phải báo cáo."), field="authorities")
    is_gathered = period.kind != PeriodKind.OWN
    own = PeriodReport(
        period=period,
        authority=period.authority,
        is_consolidated=is_gathered,
        source=Source.SUM if is_gathered else Source.HERE,
    )
    reports.append(own)
    for one in reports:
        one.save(by=by)
    period.state, period.opened_by, period.opened_at = PeriodState.OPEN, by, at
    finish("report_period.opened", period, by=by, at=at, also=reports, data={"reports": len(reports)})
    _tell(period, reports, at)
    return period


@transaction.atomic
def ask_more(*, period, seen, authorities=(), bodies=(), by, at) -> ReportPeriod:
    """Ask bodies that were left out, or that came later."""
    period = _open(period, seen, by)
    if period.kind not in ASKED:
        raise DomainError(_("Kỳ này không thu báo cáo của cơ quan khác."))
    reports = _asked(period, authorities, bodies)
    if not reports:
        raise DomainError(_("Chọn ít nhất một cơ quan chưa có trong kỳ."), field="authorities")
    for one in reports:
        one.save(by=by)
    finish("report_period.asked_more", period, by=by, at=at, also=reports, data={"reports": len(reports)})
    _tell(period, reports, at)
    return period


def _asked(period, authorities, bodies) -> list[PeriodReport]:
    here = access.askable(period.authority).filter(pk__in=[one.pk for one in authorities])
    known = period.reports.asked()
    here = here.exclude(pk__in=known.filter(authority__isnull=False).values("authority"))
    outside = OutsideBody.objects.filter(
        authority=period.authority, is_active=True, pk__in=[one.pk for one in bodies]
    ).exclude(pk__in=known.filter(outside__isnull=False).values("outside"))
    return [PeriodReport(period=period, authority=one) for one in here.order_by("name")] + [
        PeriodReport(period=period, outside=one, source=Source.XLSX) for one in outside.order_by("name")
    ]


def _tell(period, reports, at):
    for one in reports:
        if not one.is_consolidated and period.kind in ASKED:
            notices.post("report_asked", one, at=at, once=f"report-asked:{one.pk}")


@transaction.atomic
def close_period(*, period, seen, reason, by, at) -> ReportPeriod:
    """End it: what has not come does not come any more, what has come stays."""
    period = _open(period, seen, by)
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao kết thúc."), field="reason")
    period.state, period.closed_at = PeriodState.CLOSED, at
    owing = period.reports.asked().owing().count()
    return finish("report_period.closed", period, by=by, at=at, data={"owing": owing}, reason=nfc(reason))


def _draft(period, seen, by) -> ReportPeriod:
    period = period.locked(seen)
    access.demand(access.may_keep(by, period), access.KEEPS)
    if period.state != PeriodState.DRAFT:
        raise DomainError(_("Kỳ báo cáo đã mở, không sửa được nữa."))
    return period


def _open(period, seen, by) -> ReportPeriod:
    period = period.locked(seen)
    access.demand(access.may_keep(by, period), access.KEEPS)
    if period.state != PeriodState.OPEN:
        raise DomainError(_("Kỳ báo cáo này không đang mở."))
    return period

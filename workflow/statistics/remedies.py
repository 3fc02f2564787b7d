"""Figures of complaints, lawsuits, denunciations, of inspections, and of what people thought of their answer."""

from django.db.models import Count, F
from django.utils.translation import gettext_lazy as _

from cms.core.figures import WHOLE, Counts, Definition, Group, Measure, Scope
from workflow import access
from workflow.models import InspectionFinding, Remedy, Satisfaction
from workflow.remedy_choices import (
    FEWEST_TOLD,
    REMEDY_OUTCOMES,
    UPHOLDING,
    FindingKind,
    InspectionState,
    Level,
    RemedyKind,
    RemedyStatus,
)
from workflow.statistics import words

_ARTICLE = _("Điều 14 Luật số 104/2016/QH13; Điều 13 Luật số 01/2026/QH16")
_INSPECTED = _("Điều 15 Luật số 104/2016/QH13; Điều 6 Luật số 01/2026/QH16")


def _all(scope):
    return Remedy.objects.filter(authority__in=scope.authority_ids).order_by()


def _received(scope):
    return _all(scope).filter(**scope.period.days("received_on"))


def _ended(scope):
    return _all(scope).filter(status__in=REMEDY_OUTCOMES, **scope.period.days("outcome_on"))


def _upheld(scope):
    return _ended(scope).filter(status__in=UPHOLDING)


def _late(scope):
    """The authority's own alone: it is not late with what a court or another body decides."""
    return _ended(scope).ours().filter(outcome_on__gt=F("due_on"))


def _reopened(scope):
    return _ended(scope).filter(new_case__isnull=False)


def _found(scope):
    decided = (InspectionState.CONFIRMED, InspectionState.ENDED)
    found = InspectionFinding.objects.filter(authority__in=scope.authority_ids, inspection__state__in=decided)
    return found.filter(**scope.period.moments("entered_at")).order_by()


def _mended(scope):
    return _found(scope).filter(confirmed_at__isnull=False)


def satisfaction(scope: Scope, *, by_level: bool = False) -> Counts:
    """How many answered the one question; nothing of an authority with fewer than five answers in the period."""
    rows = Satisfaction.objects.filter(authority__in=scope.authority_ids, **scope.period.days("given_on"))
    found: Counts = {}
    for authority, level, number in rows.values_list("authority", "level").annotate(number=Count("pk")).order_by():
        found.setdefault(authority, {})[str(level)] = number
    told = {key: levels for key, levels in found.items() if sum(levels.values()) >= FEWEST_TOLD}
    return told if by_level else {key: {WHOLE: sum(levels.values())} for key, levels in told.items()}


def _by_level(scope):
    return satisfaction(scope, by_level=True)


def _opens(user):
    """Where a person sees all of them, denunciations included."""
    return user.authorities_as(access.DENUNCIATION_ROLES)


def _figure(code, label, meaning, rows, **more):
    """A figure, and the same divided into complaints, lawsuits and denunciations."""
    told = {"article": _ARTICLE, "measure": Measure.REMEDY, "rows": rows}
    told |= {"gate": access.visible_remedies, "opens": _opens}
    yield Definition(code, Group.REMEDIES, label, meaning, **told, **more)
    yield Definition(
        f"{code}_kind",
        Group.REMEDIES,
        _("%s, theo loại") % label,
        _("Khiếu nại, khởi kiện, tố cáo."),
        part="kind",
        parts=words.of(RemedyKind),
        of=code,
        **told,
    )


_FINDINGS = {"article": _INSPECTED, "measure": Measure.ACTIVITY, "gate": access.visible_findings}

DEFINITIONS = (
    *_figure(
        "remedies",
        _("Khiếu nại, khởi kiện, tố cáo đã nhận"),
        _("Vụ việc có ngày nhận trong kỳ, mỗi lần, mỗi cấp là một vụ việc."),
        _received,
    ),
    *_figure(
        "remedies_ended",
        _("Khiếu nại, khởi kiện, tố cáo đã kết thúc"),
        _("Có kết quả trong kỳ, tính theo ngày kết thúc."),
        _ended,
    ),
    Definition(
        "remedies_outcome",
        Group.REMEDIES,
        _("Đã kết thúc, theo kết quả"),
        _("Chấp nhận, không chấp nhận, không thụ lý, rút, đình chỉ."),
        _ARTICLE,
        Measure.REMEDY,
        rows=_ended,
        part="status",
        parts={str(one): RemedyStatus(one).label for one in REMEDY_OUTCOMES},
        of="remedies_ended",
        gate=access.visible_remedies,
        opens=_opens,
    ),
    *_figure(
        "remedies_upheld",
        _("Được chấp nhận"),
        _("Kết thúc trong kỳ với kết quả chấp nhận toàn bộ hoặc một phần."),
        _upheld,
        of="remedies_ended",
    ),
    *_figure(
        "remedies_late",
        _("Cơ quan giải quyết quá hạn"),
        _("Do chính cơ quan giải quyết, kết thúc trong kỳ và sau hạn."),
        _late,
        of="remedies_ended",
    ),
    *_figure(
        "remedies_reopened",
        _("Mở hồ sơ mới để trả lời lại"),
        _("Kết thúc trong kỳ và đã mở hồ sơ mới; câu trả lời trước giữ nguyên."),
        _reopened,
        of="remedies_upheld",
    ),
    Definition(
        "findings",
        Group.REMEDIES,
        _("Kết luận kiểm tra"),
        _("Vi phạm, thiếu sót, kiến nghị được ghi trong kỳ theo quyết định kiểm tra đã xác nhận."),
        rows=_found,
        part="kind",
        parts=words.of(FindingKind),
        **_FINDINGS,
    ),
    Definition(
        "findings_handled",
        Group.REMEDIES,
        _("Kết luận kiểm tra đã xử lý"),
        _("Ghi trong kỳ, đã xử lý và người khác đã xác nhận."),
        rows=_mended,
        of="findings",
        **_FINDINGS,
    ),
    Definition(
        "satisfaction",
        Group.REMEDIES,
        _("Người dân cho biết mức hài lòng"),
        _("Trả lời câu hỏi sau khi hồ sơ kết thúc. Dưới 5 câu trả lời thì không nêu."),
        _ARTICLE,
        Measure.PERSON,
        reckon=satisfaction,
    ),
    Definition(
        "satisfaction_level",
        Group.REMEDIES,
        _("Mức hài lòng"),
        _("Năm mức, từ rất không hài lòng đến rất hài lòng."),
        _ARTICLE,
        Measure.PERSON,
        reckon=_by_level,
        part="level",
        parts={str(one.value): one.label for one in Level},
        of="satisfaction",
    ),
)

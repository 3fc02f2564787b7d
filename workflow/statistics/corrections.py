"""Figures of requests for correction, of published information and of answers (L16 Điều 22, 32; L26 Điều 22, 28)."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from cms.core.figures import Definition, Group, Measure
from workflow import access
from workflow.choices import CORRECTION_OUTCOMES, CorrectionAbout, CorrectionStatus
from workflow.models import CorrectionRequest
from workflow.statistics import words

_ARTICLE = _("Điều 22, Điều 32 Luật số 104/2016/QH13; Điều 22, Điều 28 Luật số 01/2026/QH16")


def _all(scope):
    return CorrectionRequest.objects.filter(authority__in=scope.authority_ids).order_by()


def _received(scope):
    """Asked for by citizens: what the authority found by itself is told apart."""
    return _all(scope).filter(found_by=None, **scope.period.days("received_on"))


def _found(scope):
    return _all(scope).found_by_authority().filter(**scope.period.days("received_on"))


def _answered(scope):
    return _all(scope).filter(status__in=CORRECTION_OUTCOMES, **scope.period.days("outcome_on"))


def _in_time(scope):
    return _answered(scope).filter(outcome_on__lte=F("due_on"))


def _made(scope):
    return _answered(scope).filter(status=CorrectionStatus.CORRECTED)


def _figure(code, label, meaning, rows, **more):
    """A figure, and the same divided by what was said to be wrong."""
    words_ = {"article": _ARTICLE, "measure": Measure.CORRECTION, "rows": rows, "gate": access.visible_corrections}
    yield Definition(code, Group.CORRECTED, label, meaning, **words_, **more)
    yield Definition(
        f"{code}_about",
        Group.CORRECTED,
        _("%s, theo thông tin") % label,
        _("Thông tin đã công khai hoặc thông tin đã cung cấp theo yêu cầu."),
        part="about",
        parts=words.of(CorrectionAbout),
        of=code,
        **words_,
    )


DEFINITIONS = (
    *_figure(
        "corrections",
        _("Kiến nghị đính chính đã nhận"),
        _("Kiến nghị có ngày nhận trong kỳ."),
        _received,
    ),
    *_figure(
        "corrections_found",
        _("Sai sót cơ quan tự phát hiện"),
        _("Cơ quan tự thấy thông tin sai hoặc thiếu, ghi nhận trong kỳ."),
        _found,
    ),
    *_figure(
        "corrections_answered",
        _("Đã trả lời"),
        _("Trả lời trong kỳ, kể cả sai sót tự phát hiện, tính theo ngày trả lời."),
        _answered,
    ),
    *_figure(
        "corrections_in_time",
        _("Trả lời đúng hạn"),
        _("Trả lời trong kỳ, không sau hạn."),
        _in_time,
        of="corrections_answered",
    ),
    *_figure(
        "corrections_made",
        _("Đã đính chính"),
        _("Kết quả là thông tin sai và đã được đính chính."),
        _made,
        of="corrections_answered",
    ),
)

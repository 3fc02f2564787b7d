"""What readers are told about stops: read with the menu, so that a page view costs nothing more."""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.core.dates import said
from home.models.planned_stop import PlannedStop


def banners(code: str) -> list[dict]:
    """Announced stops of the whole site and of the authority of that code, the nearest first."""
    at = timezone.now()
    whose = Q(authority=None) | Q(authority__code=code) if code else Q(authority=None)
    return [_words(stop, at) for stop in PlannedStop.objects.told(at).filter(whose).order_by("starts_at")]


def _words(stop: PlannedStop, at) -> dict:
    runs = stop.starts_at <= at
    title = _("Đang tạm ngừng:") if runs else _("Sẽ tạm ngừng:")
    if stop.is_emergency:
        title = _("Ngừng khẩn cấp:") if runs else _("Sẽ ngừng khẩn cấp:")
    text = _("%(services)s, từ %(start)s đến %(end)s (dự kiến). Lý do: %(reason)s.") % {
        "services": stop.services,
        "start": _moment(stop.starts_at),
        "end": _moment(stop.returns_at),
        "reason": stop.reason.rstrip("."),
    }
    return {"title": title, "text": text}


def _moment(moment) -> str:
    """18:00 thứ Sáu 04/12/2026."""
    local = timezone.localtime(moment)
    return f"{local:%H:%M} {said(local.date())}"

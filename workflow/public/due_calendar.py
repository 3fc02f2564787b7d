"""An officer's due dates for their calendar programme: all-day, by case number only, under a secret address."""

from datetime import timedelta
from hashlib import sha256

from django.db.models import Count, Max, Q
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.core import throttle
from cms.core.addresses import absolute, host
from cms.core.roles import Role
from workflow import access, queues
from workflow.choices import RUNNING_STATUSES
from workflow.models import CorrectionRequest, InformationRequest
from workflow.services import due_calendar

#: Readings per address and minute; an office may share one address.
PER_MINUTE = 60
_FOCAL = frozenset({Role.FOCAL_OFFICER, Role.FOCAL_HEAD})
_ONE_DAY = timedelta(days=1)


@require_safe
def feed(request, token):
    """The calendar; unknown, revoked and disabled look the same: 404."""
    if not throttle.may_read("due-calendar", PER_MINUTE, request.client_address, timezone.now()):
        response = HttpResponse(_("Đọc quá nhanh. Hãy thử lại sau một phút."), status=429)
        response["Retry-After"] = "60"
        return _closed_to_others(response)
    found = due_calendar.found_by(token)
    if found is None:
        raise Http404("Không có lịch này")
    content = calendar_of(found.person)
    etag = f'"{sha256(content).hexdigest()[:32]}"'
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["ETag"] = etag
    return _closed_to_others(get_conditional_response(request, etag=etag, response=response))


def _closed_to_others(response):
    response["Cache-Control"] = "private, no-cache"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response


def calendar_of(person) -> bytes:
    """RFC 5545: the due dates that are this person's business, through the one gate."""
    from icalendar import Calendar  # read only where a calendar is written

    calendar = Calendar()
    calendar.add("prodid", "-//Minh Bach//Lich han//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _("Hạn trả lời"))
    for case in _requests(person):
        calendar.add_component(_event(case, reverse("desk:case", args=[case.code]), case.due_is_provisional))
    for case in _corrections(person):
        calendar.add_component(_event(case, reverse("desk:correction", args=[case.code]), False))
    return calendar.to_ical()


def _requests(person):
    """Assigned to them, held by their unit, or not yet anybody's in an authority whose focal point they are."""
    mine = Q(assigned_to=person) | Q(unit__in=person.units_as({Role.ORIGINATING_UNIT}))
    mine |= Q(assigned_to=None, authority__in=person.authorities_as(_FOCAL))
    found = queues.visible(person).filter(mine, status__in=RUNNING_STATUSES).exclude(due_on=None)
    return _with_history(list(found.by_due_date()), InformationRequest)


def _corrections(person):
    found = access.visible_corrections(person).open().filter(authority__in=person.authorities_as(_FOCAL))
    return _with_history(list(found.order_by("due_on", "pk")), CorrectionRequest)


def _with_history(cases, model):
    """With how often each was written, and when last: every change of a date is one more."""
    keys = [case.pk for case in cases]
    rows = model.history.filter(id__in=keys).order_by().values("id")
    known = {row["id"]: row for row in rows.annotate(times=Count("history_id"), last=Max("history_date"))}
    for case in cases:
        case.written = known[case.pk]
    return cases


def _event(case, path, is_provisional):
    from icalendar import Event

    event = Event()
    event.add("uid", f"{case._meta.model_name}-{case.pk}@{host()}")
    event.add("sequence", case.written["times"])
    event.add("dtstamp", case.written["last"])
    event.add("dtstart", case.due_on)
    event.add("dtend", case.due_on + _ONE_DAY)
    event.add("summary", case.code)
    event.add("status", "TENTATIVE" if is_provisional else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("url", absolute(path))
    return event

"""Somebody leaves: open cases in their hands go back to the queue of their unit, and their calendar's address ends."""

from django.utils.translation import gettext as _

from workflow.models import InformationRequest
from workflow.services import due_calendar
from workflow.services.acting import finish, hold

REASON = _("Người thụ lý nghỉ việc, chuyển công tác")


def hand_back(sender, *, account, by, at, **kwargs) -> dict[str, int]:
    """In the transaction of the leaving: each case with its history and its entry. The law's clock goes on."""
    cases = list(InformationRequest.objects.open().filter(assigned_to=account).order_by("pk"))
    for case in cases:
        fresh = hold(case, None)
        fresh.assigned_to = None
        finish("request.handed_back", fresh, by=by, at=at, data={"from_user": account.pk}, reason=REASON)
    due_calendar.revoke(person=account, by=by, at=at)
    return {"requests": len(cases)}

"""Units, bodies and persons that were asked are waited for by a day; the worker reminds once before it (readings.md 8)."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from cms.audit.record import SYSTEM
from cms.core.dates import local_day
from cms.core.models import RoleHolder, User
from cms.core.roles import Role
from workflow import notices
from workflow.models import Consent, Consultation
from workflow.services.acting import seal


def remind(at: datetime, *, until: date) -> int:
    """Remind of every answer wanted by the day `until`; returns of how many. Exactly once each, however often this runs."""
    return sum(
        _remind(model, key, until, at)
        for model in (Consultation, Consent)
        for key in model.objects.to_remind(until).values_list("pk", flat=True)
    )


@transaction.atomic
def _remind(model, key, until, at) -> bool:
    asked = model.objects.to_remind(until).select_for_update(of=("self",)).filter(pk=key).first()
    if asked is None:
        return False  # another worker was faster, or the answer came
    asked.reminded_at = at
    asked.save()
    case = asked.info_request
    seal("request.answer_wanted", case, [asked], by=SYSTEM, at=at)
    # No name of a person concerned leaves by mail.
    whom = _("người liên quan") if model is Consent else str(asked)
    for person in _people(asked, case, local_day(at)):
        notices.post("answer_wanted", case, at=at, to_user=person, whom=whom, wanted_on=asked.wanted_on)
    return True


def _people(asked, case, day) -> list[User]:
    """The officers of the unit asked; who handles the case, where another body or a person is waited for or the unit has none."""
    unit = getattr(asked, "unit_id", None)
    held = RoleHolder.objects.current(day).filter(role=Role.ORIGINATING_UNIT, unit=unit) if unit else ()
    people = [one.user for one in held.select_related("user")] if unit else []
    people = [person for person in people if person.is_active and person.email]
    if people:
        return list(dict.fromkeys(people))
    return [person for person in (case.assigned_to or asked.asked_by,) if person.is_active and person.email]

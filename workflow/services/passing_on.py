"""A reorganisation: open cases go on at the successor with number, rule set and due date; closed ones stay history.

Open requests for correction, complaints, lawsuits and denunciations go with them.
"""

from django.utils.translation import gettext as _

from cms.audit.record import record
from workflow.models import CorrectionRequest, InformationRequest, Remedy

REASON = _("Sắp xếp cơ quan")


def open_of(authority):
    """What must still be answered."""
    return InformationRequest.objects.filter(authority=authority).open()


def closed_of(authority):
    """What was answered: it stays with the body that answered, and reports may count both together."""
    return InformationRequest.objects.filter(authority=authority).exclude(pk__in=open_of(authority).values("pk"))


def clashes(former, successor):
    """Open cases that came from elsewhere under a number which the successor already has from there."""
    own = InformationRequest.objects.filter(authority=successor).exclude(external_number="")
    pairs = set(own.values_list("external_source", "external_number"))
    rows = open_of(former).exclude(external_number="").values_list("code", "external_source", "external_number")
    return [code for code, source, number in rows if (source, number) in pairs]


def pass_on(*, former, successor, focal_unit, former_focal, by, at) -> int:
    """Hand over open cases and what else is open in the caller's transaction; how many cases moved.

    What lay with the former focal unit goes to the new one.
    """
    cases = open_of(former).select_for_update(of=("self",)).order_by("pk")
    corrections = CorrectionRequest.objects.filter(authority=former).open().select_for_update(of=("self",))
    remedies = Remedy.objects.filter(authority=former).open().select_for_update(of=("self",)).order_by("pk")
    others = (("correction.passed_on", corrections.order_by("pk")), ("remedy.passed_on", remedies))
    for kind, things in (("request.passed_on", cases), *others):
        for thing in things:
            thing.authority = successor
            if thing.unit_id == former_focal:
                thing.unit = focal_unit
                if isinstance(thing, InformationRequest):
                    thing.assigned_to = None
            thing.version += 1
            thing.save(by=by, reason=REASON)
            record(
                kind,
                subject=thing,
                by=by,
                at=at,
                authority=successor,
                rows=thing.saved_rows(),
                data={"from": former.code, "to": successor.code, "due_on": thing.due_on},
            )
    return len(cases)

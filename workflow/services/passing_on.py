"""A reorganisation: open cases go on at the successor with number, rule set and due date; closed ones stay history."""

from django.utils.translation import gettext as _

from cms.audit.record import record
from workflow.models import InformationRequest

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
    """Hand over the open cases in the caller's transaction; those of the former focal unit go to the new one."""
    count = 0
    for info_request in open_of(former).select_for_update(of=("self",)).order_by("pk"):
        info_request.authority = successor
        if info_request.unit_id == former_focal:
            info_request.unit, info_request.assigned_to = focal_unit, None
        info_request.version += 1
        info_request.save(by=by, reason=REASON)
        record(
            "request.passed_on",
            subject=info_request,
            by=by,
            at=at,
            authority=successor,
            rows=info_request.saved_rows(),
            data={"from": former.code, "to": successor.code, "due_on": info_request.due_on},
        )
        count += 1
    return count

"""Files wait in quarantine until the scanner has looked at them; a scanner that is down loses nothing (S10, SC12)."""

from django.db import transaction
from django.db.models import Q

from cms.audit.record import record
from cms.core import scanner
from workflow.choices import FileState
from workflow.models import Attachment

#: In quarantine, or used unscanned because there was no scanner.
_UNDECIDED = Q(state=FileState.QUARANTINE) | Q(state=FileState.CLEAN, scanned_at=None)


def first_state() -> str:
    """Where a new file begins: in quarantine where a scanner is there to let it out, otherwise usable, and said on the
    desk and in the history to be unscanned."""
    return FileState.QUARANTINE if scanner.is_configured() else FileState.CLEAN


def scan_waiting(at, limit: int = 50) -> int:
    """Scan what waits, oldest first, then what came while there was no scanner; returns how many were decided.

    Stops at the first sign that the scanner is down.
    """
    if not scanner.is_configured():
        return 0
    decided = 0
    waiting = Attachment.objects.filter(_UNDECIDED, removed_at=None).order_by("-state", "pk")
    for pk, path in list(waiting.values_list("pk", "path")[:limit]):
        try:
            signature = scanner.scan(path)
        except scanner.ScannerDown:
            break
        decided += _decide(pk, signature, at)
    return decided


@transaction.atomic
def _decide(pk, signature, at) -> bool:
    file = Attachment.objects.select_for_update(of=("self",)).select_related("info_request__authority").get(pk=pk)
    if file.state != FileState.QUARANTINE and not file.is_unscanned:
        return False
    file.state = FileState.INFECTED if signature else FileState.CLEAN
    file.scanned_at = at
    file.save()
    record(
        "request.file_infected" if signature else "request.file_scanned",
        subject=file.info_request,
        at=at,
        authority=file.info_request.authority,
        rows=file.saved_rows(),
        data={"sha256": file.sha256} | ({"signature": signature[:100]} if signature else {}),
    )
    return True

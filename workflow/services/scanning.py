"""Files wait in quarantine until the scanner has looked at them; a scanner that is down loses nothing (S10, SC12)."""

from django.db import transaction

from cms.audit.record import record
from cms.core import scanner
from workflow.choices import FileState
from workflow.models import Attachment


def first_state() -> str:
    """Where a new file begins: in quarantine where a scanner is there to let it out, otherwise usable."""
    return FileState.QUARANTINE if scanner.is_configured() else FileState.CLEAN


def scan_waiting(at, limit: int = 50) -> int:
    """Scan what waits, oldest first; returns how many were decided. Stops at the first sign that the scanner is down."""
    if not scanner.is_configured():
        return 0
    decided = 0
    waiting = Attachment.objects.filter(state=FileState.QUARANTINE, removed_at=None).order_by("pk")
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
    if file.state != FileState.QUARANTINE:
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

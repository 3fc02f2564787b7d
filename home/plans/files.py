"""Files of plans and reports: attached by the act, scanned by the worker, never opened before they are clean (S10)."""

from django.db import transaction

from cms.audit.record import record
from cms.core import scanner
from home.models import PlanFile
from workflow.choices import FileState


def attach(file, *, by, at, plan=None, report=None) -> PlanFile:
    """Make a stored file (workflow.services.answers.StoredFile) part of a plan or of a report."""
    kept = PlanFile(
        plan=plan,
        report=report,
        name=file.name,
        path=file.path,
        content_type=file.content_type,
        size=file.size,
        sha256=file.sha256,
        state=file.state,
        scanned_at=at if file.state == FileState.CLEAN else None,
        added_by=by,
        added_at=at,
    )
    kept.save(by=by)
    return kept


def replace(files, *, by, at) -> list[PlanFile]:
    """Take away what a new file stands in for."""
    gone = list(files.filter(removed_at=None))
    for file in gone:
        file.removed_at = at
        file.save(by=by)
    return gone


def scan_waiting(at, limit: int = 50) -> int:
    """Scan what waits, oldest first; returns how many were decided. Stops at the first sign that the scanner is down."""
    if not scanner.is_configured():
        return 0
    waiting = PlanFile.objects.filter(state=FileState.QUARANTINE, removed_at=None).order_by("pk")
    decided = 0
    for pk, path in list(waiting.values_list("pk", "path")[:limit]):
        try:
            signature = scanner.scan(path)
        except scanner.ScannerDown:
            break
        decided += _decide(pk, signature, at)
    return decided


@transaction.atomic
def _decide(pk, signature, at) -> bool:
    file = PlanFile.objects.select_for_update(of=("self",)).get(pk=pk)
    if file.state != FileState.QUARANTINE:
        return False
    file.state, file.scanned_at = (FileState.INFECTED if signature else FileState.CLEAN), at
    file.save()
    subject = file.plan or file.report.assignment
    record(
        "plan.file_infected" if signature else "plan.file_scanned",
        subject=subject,
        at=at,
        authority=subject.authority,
        rows=file.saved_rows(),
        data={"sha256": file.sha256} | ({"signature": signature[:100]} if signature else {}),
    )
    return True

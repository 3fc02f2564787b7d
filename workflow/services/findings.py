"""The authority finds by itself that what it gave was wrong, and gives it again (L16 Điều 32.1; L26 Điều 28.1)."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.audit.record import record
from cms.core.dates import local_day, short
from cms.core.errors import DomainError
from cms.core.text import nfc
from cms.law.services import rule_set_on
from workflow import clock, codes, notices
from workflow.choices import CorrectionAbout, CorrectionStatus
from workflow.models import CorrectionRequest
from workflow.services.acting import begin, finish, seal
from workflow.services.new_case import focal_unit


@transaction.atomic
def find_wrong(*, info_request, seen, wrong, found_on, by, at):
    """Open a case of correction about an answer, without anybody having asked. Its term runs from the day of finding.

    The requester reads the outcome with the code of their request, so this case has none that anybody knows.
    """
    info_request, move = begin("find_wrong", info_request, seen=seen, by=by, at=at)
    if not wrong.strip():
        raise DomainError(_("Hãy ghi chỗ nào không đúng hoặc còn thiếu."), field="wrong")
    if not info_request.outcome_on <= found_on <= local_day(at):
        raise DomainError(
            _("Ngày phát hiện phải từ ngày cung cấp %(day)s đến hôm nay.") % {"day": short(info_request.outcome_on)},
            field="found_on",
        )
    key = codes.new_key()
    code = codes.next_case_number(info_request.authority, local_day(at))
    correction = CorrectionRequest(
        authority=info_request.authority,
        unit=focal_unit(info_request.authority),
        rule_set=rule_set_on(found_on),
        requester=info_request.requester,
        about=CorrectionAbout.PROVIDED,
        info_request=info_request,
        code=code,
        submission_key=codes.submission_key(key),
        tracking_hash=codes.tracking_hash(code, codes.tracking_code(key)),
        status=CorrectionStatus.CHECKING,
        sent_on=found_on,
        sent_at=at,
        received_on=found_on,
        found_by=by,
        wrong=nfc(wrong),
    )
    clock.settle_correction(correction)
    correction.save(by=by)
    told = {"to": str(correction.status), "request": info_request.code, "rule_set": correction.rule_set.code}
    record(
        "correction.found",
        subject=correction,
        by=by,
        at=at,
        authority=correction.authority,
        rows=correction.saved_rows(),
        data=told | {"found_on": found_on, "due_on": correction.due_on},
    )
    finish("request.found_wrong", info_request, move=move, by=by, at=at, data={"correction": code})
    return correction


def give_again(correction, *, by, at) -> None:
    """The right information is there: the request's own history says so, and whoever asked is told."""
    info_request = correction.info_request
    seal("request.given_again", info_request, by=by, at=at, data={"correction": correction.code})
    notices.post("given_again", info_request, at=at)

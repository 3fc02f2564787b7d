"""The wording of a paper is proposed by one person and approved by another; what is in force is only followed, never edited."""

from datetime import datetime

from django.db import transaction

from cms.audit.record import record
from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority
from cms.core.roles import Role
from cms.core.text import nfc
from cms.core.two_people import is_another
from cms.law.errors import SecondPersonNeeded
from cms.law.services import people
from workflow.choices import WordingState
from workflow.letters import wording as letters_wording
from workflow.models import LetterWording

#: Who may propose and who may approve the words of their own authority's papers. The site's are the administrators'.
PROPOSERS = (Role.FOCAL_OFFICER, Role.FOCAL_HEAD, Role.ADMINISTRATOR)
DECIDERS = (Role.FOCAL_HEAD, Role.SIGNER, Role.HEAD, Role.ADMINISTRATOR)


class WordingError(DomainError):
    """The text cannot be the wording of that paper, or was decided meanwhile. `slips` holds every sentence."""

    def __init__(self, slips, *, field=None):
        super().__init__(" ".join(slips), field=field)
        self.slips = list(slips)


def may_propose(user, authority: Authority | None) -> bool:
    if authority is None:
        return user.has_role(Role.ADMINISTRATOR)
    return any(user.has_role(role, authority) for role in PROPOSERS)


def may_decide(user, authority: Authority | None) -> bool:
    """Whether the person holds an office that approves; that it is not their own proposal is asked beside it."""
    if authority is None:
        return user.has_role(Role.ADMINISTRATOR) or user.has_role(Role.AUDITOR)
    return any(user.has_role(role, authority) for role in DECIDERS)


@transaction.atomic
def propose(*, authority: Authority | None, form: str, text: str, reason: str, by, at: datetime) -> LetterWording:
    """Propose the words of one paper. WordingError names every slip of the text; nothing counts until approved."""
    _check_proposer(by, authority)
    text, reason = letters_wording.tidy(text), nfc(reason)
    if slips := letters_wording.slips(form, text):
        raise WordingError(slips, field="text")
    if not reason:
        raise WordingError(["Hãy nêu vì sao đổi câu chữ."], field="reason")
    people.take_turn(Authority.objects.filter(pk=authority.pk) if authority else Authority.objects.all())
    if LetterWording.objects.of(authority, form).waiting().exists():
        raise WordingError(["Văn bản này đang có một đề nghị chờ duyệt. Duyệt hoặc rút đề nghị đó trước."])
    if text == letters_wording.text_for(form, authority):
        raise WordingError(["Câu chữ này giống hệt câu chữ đang dùng."], field="text")
    row = LetterWording(authority=authority, form=form, text=text, reason=reason, proposed_by=by, proposed_at=at)
    row.save(by=by, reason=reason)
    return _recorded("wording.proposed", row, by, at, reason)


@transaction.atomic
def approve(*, wording: LetterWording, by, at: datetime) -> LetterWording:
    """A second person approves it: papers drawn up from now on use it. Issued papers keep theirs."""
    wording = _waiting(wording)
    _check_decider(by, wording)
    # Words may have been declared anew since it was proposed.
    if slips := letters_wording.slips(wording.form, wording.text):
        raise WordingError(slips)
    return _decided(wording, WordingState.ADOPTED, "wording.approved", by, at)


@transaction.atomic
def reject(*, wording: LetterWording, reason: str, by, at: datetime) -> LetterWording:
    """A second person does not approve it, and says why."""
    wording = _waiting(wording)
    _check_decider(by, wording)
    if not nfc(reason):
        raise WordingError(["Cần nêu lý do không duyệt."], field="reason")
    return _decided(wording, WordingState.REJECTED, "wording.rejected", by, at, nfc(reason))


@transaction.atomic
def withdraw(*, wording: LetterWording, by, at: datetime) -> LetterWording:
    """Whoever proposed it takes it back."""
    wording = _waiting(wording)
    if by.pk != wording.proposed_by_id:
        raise NotAllowed("Chỉ người đề nghị rút được đề nghị của mình.")
    return _decided(wording, WordingState.WITHDRAWN, "wording.withdrawn", by, at)


def _check_proposer(by, authority):
    if authority is None:
        people.may_propose(by)
    elif not may_propose(by, authority):
        raise NotAllowed("Chỉ cán bộ đầu mối, trưởng đơn vị đầu mối hoặc quản trị của cơ quan được đề nghị câu chữ.")


def _check_decider(by, wording):
    if wording.authority is None:
        people.may_approve(by, wording.proposed_by)
        return
    if not may_decide(by, wording.authority):
        raise NotAllowed("Chỉ trưởng đơn vị đầu mối, người ký, người đứng đầu hoặc quản trị của cơ quan được duyệt.")
    told = {"roles": DECIDERS, "authority_id": wording.authority_id, "begun_in": PROPOSERS}
    if not is_another(by, wording.proposed_by_id, begun_on=local_day(wording.proposed_at), **told):
        raise SecondPersonNeeded("Người đề nghị không được tự duyệt. Cần người thứ hai.")


def _waiting(wording: LetterWording) -> LetterWording:
    rows = LetterWording.objects.select_for_update(of=("self",)).select_related("authority", "proposed_by")
    wording = rows.get(pk=wording.pk)
    if wording.state != WordingState.PROPOSED:
        raise WordingError(["Đề nghị này đã được quyết định."])
    return wording


def _decided(wording, state, kind, by, at, reason="") -> LetterWording:
    wording.state, wording.decided_by, wording.decided_at = state, by, at
    wording.save(by=by, reason=reason)
    return _recorded(kind, wording, by, at, reason)


def _recorded(kind, wording, by, at, reason="") -> LetterWording:
    record(
        kind,
        subject=wording,
        by=by,
        at=at,
        authority=wording.authority,
        rows=wording.saved_rows(),
        data={"form": wording.form},
        reason=reason,
    )
    return wording

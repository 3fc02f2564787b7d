"""Rà soát văn bản: a round asks many authorities at once, each sends its table up, one consolidates and decides."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.core.dates import local_day
from cms.core.errors import DomainError
from cms.core.text import nfc
from home.models import LegalReview, ReviewRound, ReviewSheet
from home.plans import access, notices
from home.plans.acting import begin, finish, seal
from home.plans.choices import Proposal, ReviewState, SheetState


@dataclass(frozen=True)
class ReviewWords:
    """One reviewed text and what is proposed for it."""

    title: str
    proposal: str
    reason: str
    number: str = ""
    issued_on: date | None = None
    issuer: str = ""
    provisions: str = ""


# --- the round ---------------------------------------------------------------------------------------------------
@transaction.atomic
def open_round(*, authority, title, due_on, authorities, task=None, by, at) -> ReviewRound:
    """Ask these authorities for their tables until `due_on`; each finds an empty one on its desk."""
    access.demand(access.may_manage(by, authority), access.MANAGES)
    if not title.strip():
        raise DomainError(_("Nhập nội dung rà soát."), field="title")
    if due_on < local_day(at):
        raise DomainError(_("Hạn gửi không được trước hôm nay."), field="due_on")
    if not authorities:
        raise DomainError(_("Chọn ít nhất một cơ quan phải rà soát."), field="authorities")
    asked = ReviewRound(authority=authority, title=nfc(title), due_on=due_on, task=task, opened_by=by, opened_at=at)
    asked.save(by=by)
    sheets = _ask(asked, authorities, by, at)
    codes = sorted(one.code for one in authorities)
    return begin("review.opened", asked, by=by, at=at, also=sheets, data={"due_on": due_on, "authorities": codes})


@transaction.atomic
def ask_more(*, asked, seen, authorities, by, at) -> list[ReviewSheet]:
    """Ask further authorities in a round that is open."""
    asked = _open(asked, seen, by)
    known = set(asked.sheets.values_list("authority", flat=True))
    new = [one for one in authorities if one.pk not in known]
    if not new:
        raise DomainError(_("Chọn ít nhất một cơ quan chưa có trong đợt này."), field="authorities")
    sheets = _ask(asked, new, by, at)
    codes = sorted(one.code for one in new)
    finish("review.asked_more", asked, by=by, at=at, also=sheets, data={"authorities": codes})
    return sheets


@transaction.atomic
def close_round(*, asked, seen, reason, by, at) -> ReviewRound:
    """End the round: tables can no longer be sent."""
    asked = _open(asked, seen, by)
    if not reason.strip():
        raise DomainError(_("Hãy nói vì sao kết thúc."), field="reason")
    asked.closed_at = at
    return finish("review.closed", asked, by=by, at=at, reason=nfc(reason))


# --- one authority's table ---------------------------------------------------------------------------------------
@transaction.atomic
def add_review(*, sheet, seen, words: ReviewWords, by, at) -> LegalReview:
    """One more text in the table."""
    sheet = _own(sheet, seen, by)
    last = sheet.reviews.order_by("-position").values_list("position", flat=True).first() or 0
    review = LegalReview(sheet=sheet, position=last + 1, **_tidy(words))
    review.save(by=by)
    sheet.found_nothing = False
    finish("review.text_added", sheet, by=by, at=at, also=[review])
    return review


@transaction.atomic
def change_review(*, sheet, seen, review, words: ReviewWords, by, at) -> LegalReview:
    """Change a text while the table is not sent."""
    sheet = _own(sheet, seen, by)
    review = _review_of(sheet, review)
    for name, value in _tidy(words).items():
        setattr(review, name, value)
    review.save(by=by)
    finish("review.text_changed", sheet, by=by, at=at, also=[review])
    return review


@transaction.atomic
def remove_review(*, sheet, seen, review, by, at) -> ReviewSheet:
    """Take a text out of the table while it is not sent."""
    sheet = _own(sheet, seen, by)
    review = _review_of(sheet, review)
    review.removed_at = at
    review.save(by=by)
    return finish("review.text_removed", sheet, by=by, at=at, also=[review])


@transaction.atomic
def release_sheet(*, sheet, seen, found_nothing=False, by, at) -> ReviewSheet:
    """Another person than those who filled it in sends the table up; or says that nothing needs to change."""
    sheet = _unsent(sheet, seen)
    access.demand(access.may_decide(by, sheet.authority), access.DECIDES)
    rows = list(sheet.reviews.filter(removed_at=None))
    access.demand_second(by, *(row.history for row in rows))
    if not rows and not found_nothing:
        raise DomainError(
            _("Bảng chưa có văn bản nào. Nếu không có gì cần đề xuất, hãy đánh dấu ô này."), field="found_nothing"
        )
    if rows and found_nothing:
        raise DomainError(_("Bảng đang có văn bản được đề xuất. Hãy bỏ dấu ở ô này."), field="found_nothing")
    sheet.state, sheet.found_nothing = SheetState.SENT, found_nothing
    sheet.sent_on, sheet.released_by, sheet.returned_why = local_day(at), by, ""
    return finish("review.sent", sheet, by=by, at=at, data={"texts": len(rows), "sent_on": sheet.sent_on})


# --- consolidating -----------------------------------------------------------------------------------------------
@transaction.atomic
def accept_sheet(*, sheet, seen, by, at) -> ReviewSheet:
    """Take the table into the consolidated one."""
    sheet = _sent(sheet, seen, by)
    sheet.state = SheetState.ACCEPTED
    return finish("review.accepted", sheet, by=by, at=at)


@transaction.atomic
def return_sheet(*, sheet, seen, reason, by, at) -> ReviewSheet:
    """Send the table back with the reason; it counts as not sent."""
    sheet = _sent(sheet, seen, by)
    if not reason.strip():
        raise DomainError(_("Hãy nói cần sửa, bổ sung gì."), field="reason")
    sheet.state, sheet.sent_on, sheet.returned_why = SheetState.RETURNED, None, nfc(reason)
    finish("review.returned", sheet, by=by, at=at, reason=nfc(reason))
    notices.post("sheet_returned", sheet.authority, about=sheet.round.title, sheet=sheet, at=at)
    return sheet


@transaction.atomic
def decide_review(*, sheet, seen, review, state, outcome="", by, at) -> LegalReview:
    """Into the report, or not; or done, with the text that did it. Not by those who proposed it."""
    sheet = sheet.locked(seen)
    access.demand(access.may_manage(by, sheet.round.authority), access.MANAGES)
    review = _review_of(sheet, review)
    access.demand_second(by, review.history.filter(state=ReviewState.PROPOSED))
    if sheet.state != SheetState.ACCEPTED:
        raise DomainError(_("Hãy nhận bảng trước khi xem xét từng văn bản."))
    if state not in (ReviewState.AGREED, ReviewState.DECLINED, ReviewState.DONE):
        raise DomainError(_("Chọn kết quả xem xét."), field="state")
    if state == ReviewState.DONE and review.state not in (ReviewState.AGREED, ReviewState.DONE):
        raise DomainError(_("Chỉ ghi đã xử lý với văn bản đã được nhất trí."), field="state")
    if state != ReviewState.AGREED and not outcome.strip():
        raise DomainError(_("Ghi lý do, hoặc số văn bản đã xử lý."), field="outcome")
    review.state, review.decided_by, review.decided_at, review.outcome = state, by, at, nfc(outcome)
    review.save(by=by)
    finish("review.decided", sheet, by=by, at=at, also=[review], data={"text": review.position, "state": str(state)})
    return review


# --- parts -------------------------------------------------------------------------------------------------------
def _ask(asked, authorities, by, at):
    sheets = [ReviewSheet(round=asked, authority=authority) for authority in authorities]
    for sheet in sheets:
        sheet.save(by=by)
        if sheet.authority_id != asked.authority_id:
            notices.post("review_asked", sheet.authority, about=asked.title, asked=asked, at=at)
    return sheets


def _open(asked, seen, by) -> ReviewRound:
    asked = asked.locked(seen)
    access.demand(access.may_manage(by, asked.authority), access.MANAGES)
    if asked.closed_at is not None:
        raise DomainError(_("Đợt rà soát đã kết thúc."))
    return asked


def _unsent(sheet, seen) -> ReviewSheet:
    sheet = sheet.locked(seen)
    if sheet.round.closed_at is not None:
        raise DomainError(_("Đợt rà soát đã kết thúc."))
    if not sheet.is_open:
        raise DomainError(_("Bảng đã gửi. Chỉ sửa được khi cơ quan tổng hợp trả lại."))
    return sheet


def _own(sheet, seen, by) -> ReviewSheet:
    sheet = _unsent(sheet, seen)
    access.demand(access.may_write(by, sheet.authority), access.WRITES)
    return sheet


def _sent(sheet, seen, by) -> ReviewSheet:
    sheet = sheet.locked(seen)
    access.demand(access.may_manage(by, sheet.round.authority), access.MANAGES)
    if sheet.state != SheetState.SENT:
        raise DomainError(_("Bảng này không chờ nhận."))
    access.demand(
        access.is_another(by, sheet.released_by_id, sheet.round.authority, access.MANAGERS),
        _("Việc này cần người thứ hai: ông/bà đã duyệt gửi bảng."),
    )
    return sheet


def _review_of(sheet, review) -> LegalReview:
    found = sheet.reviews.filter(pk=review.pk, removed_at=None).first()
    if found is None:
        raise DomainError(_("Văn bản này không có trong bảng."))
    return found


def _tidy(words: ReviewWords) -> dict:
    told = {name: nfc(value) if isinstance(value, str) else value for name, value in asdict(words).items()}
    told["proposal"] = Proposal(words.proposal)
    for name, why in (("title", _("Nhập tên văn bản.")), ("reason", _("Nhập lý do."))):
        if not told[name]:
            raise DomainError(why, field=name)
    if told["proposal"] != Proposal.ISSUE:
        needed = (
            ("number", _("Nhập số, ký hiệu văn bản.")),
            ("issued_on", _("Nhập ngày ban hành.")),
            ("issuer", _("Nhập cơ quan ban hành.")),
        )
        for name, why in needed:
            if not told[name]:
                raise DomainError(why, field=name)
    return told


def seal_export(asked, *, by, at, rows: int, kind: str) -> None:
    """That the consolidated table was taken out, and how many rows it held."""
    seal("review.exported", asked, by=by, at=at, data={"rows": rows, "kind": kind})

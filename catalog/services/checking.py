"""The first of two looks: class and secrecy, by the unit that made the information (D18 Điều 6.2, 7.1)."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from catalog import access, completeness
from catalog.services import drafts
from catalog.services.acting import NotNow, begin, finish, need
from cms.core.dates import local_day
from cms.core.errors import DomainError


@transaction.atomic
def check(*, item, seen, no_secret: bool, no_personal: bool, by, at):
    """The unit has looked: rightly classed, no state or work secret, no personal data that may not be shown.

    Raises Incomplete where something is missing, DomainError where a look was not confirmed.
    """
    item = begin(item, seen=seen, by=by)
    need(access.can_check(by, item, local_day(at)), _("Việc kiểm tra lần một là của đơn vị tạo ra thông tin."))
    if not item.has_unpublished_changes:
        raise NotNow(_("Mục này không có dự thảo nào chờ kiểm tra."))
    if item.checked_revision_id is not None:
        raise NotNow(_("Dự thảo này đã được kiểm tra lần một."))
    if not no_secret:
        raise DomainError(_("Cần xác nhận tài liệu không có bí mật nhà nước, bí mật công tác."), field="no_secret")
    if not no_personal:
        raise DomainError(_("Cần xác nhận không có dữ liệu cá nhân ngoài phần được phép."), field="no_personal")
    refuse_incomplete(item)
    item.checked_by, item.checked_at, item.checked_revision = by, at, item.latest_revision
    item.version += 1
    item.save_quietly()
    return finish("item.checked", item, by=by, at=at, data={"revision": item.checked_revision_id})


@transaction.atomic
def send_back(*, item, seen, reason, by, at):
    """The second person does not agree: back to the draft, with what is to be mended."""
    item = begin(item, seen=seen, by=by)
    need(access.can_publish(by, item), _("Chỉ người của đơn vị đầu mối trả lại được dự thảo."))
    if item.checked_revision_id is None:
        raise NotNow(_("Mục này không chờ người thứ hai."))
    if not reason.strip():
        raise DomainError(_("Hãy nói cần sửa gì."), field="reason")
    drafts.forget_check(item)
    item.version += 1
    item.save_quietly()
    return finish("item.returned", item, by=by, at=at, reason=reason)


def refuse_incomplete(item) -> None:
    """Raise Incomplete with every gap of the draft."""
    refuse_gaps(drafts.draft_of(item), files=item.files.drafted().count(), links=item.links.drafted().count())


def refuse_gaps(draft, *, files: int, links: int) -> None:
    """The same for a draft whose parts are known."""
    days = draft.group.posting_days if draft.group_id else None
    found = completeness.gaps(draft, files=files, links=links, posting_days=days)
    if found:
        raise completeness.Incomplete(found)

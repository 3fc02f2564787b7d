"""How every act on an item begins and ends: held, checked, counted, sealed, in the caller's transaction."""

from django.utils.translation import gettext_lazy as _

from catalog.models import InformationItem
from cms.audit.record import SYSTEM, record
from cms.core.errors import DomainError, NotAllowed


class NotNow(DomainError):
    """The item does not stand where this act begins: answered 409."""


def begin(item: InformationItem, *, seen: int | None, by) -> InformationItem:
    """The item as it is now, held; NotAllowed while a colleague has locked it for themselves."""
    fresh = item.locked_row(seen)
    if by is not None and fresh.locked and fresh.locked_by_id != by.pk:
        raise NotAllowed(_("Đồng nghiệp đang giữ mục này để sửa. Hãy chờ hoặc nhờ họ bỏ giữ."))
    return fresh


def finish(kind: str, item: InformationItem, *, by, at, data=None, reason="") -> InformationItem:
    """One entry of the chain, over the history rows that the act has written; none where only a draft changed."""
    record(
        kind,
        subject=item,
        by=by or SYSTEM,
        at=at,
        authority=item.authority,
        rows=item.saved_rows(),
        data=data,
        reason=reason,
    )
    return item


def need(allowed: bool, told) -> None:
    if not allowed:
        raise NotAllowed(told)

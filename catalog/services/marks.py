"""Information that nobody may have: a mark, its ground and when to look again; nothing of what it says (readings.md 3.1)."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from catalog import access, secrecy
from catalog.choices import InfoClass, ItemState
from catalog.models import InformationItem, ItemFile
from catalog.models.item import CONTENT
from catalog.services.acting import NotNow, begin, finish, need
from catalog.services.drafts import next_code
from cms.core import files as store
from cms.core.dates import local_day
from cms.core.errors import DomainError
from cms.law.errors import NoSuchEntry

NOT_YOURS = _("Chỉ đơn vị tạo ra thông tin và đơn vị đầu mối ghi dấu được.")
#: What a mark keeps of an item; every other content field is emptied.
_KEPT = {"rule_set", "originating_unit", "responsible_unit", "info_class"}


@transaction.atomic
def mark(*, authority, unit, rule_set, words, reason_code, review_on=None, review_event="", by, at) -> InformationItem:
    """Note that there is something inaccessible. `words` is an internal sign, such as a number of the unit's own book."""
    need(access.can_keep_marks(by, authority, unit), NOT_YOURS)
    item = InformationItem(
        authority=authority, rule_set=rule_set, originating_unit=unit, responsible_unit=unit, code=next_code(authority)
    )
    _become(item, words, reason_code, review_on, review_event)
    item.save(by=by)
    return finish("item.marked", item, by=by, at=at, data={"reason": reason_code, "review_on": review_on})


@transaction.atomic
def turn_into_mark(*, item, seen, words, reason_code, review_on=None, review_event="", by, at) -> InformationItem:
    """A draft turns out to be inaccessible: its content, its drafts and its files are taken away for good."""
    item = begin(item, seen=seen, by=by)
    need(access.can_keep_marks(by, item.authority, item.originating_unit), NOT_YOURS)
    if item.published_on is not None or item.state != ItemState.DRAFT:
        raise NotNow(_("Mục này đã từng công khai. Hãy gỡ nó trước; dấu mới ghi thành mục khác."))
    paths = list(item.files.values_list("path", flat=True))
    item.links.all().delete()
    ItemFile.objects.filter(item=item).delete()
    for name in CONTENT:
        field = item._meta.get_field(name)
        if name not in _KEPT:
            setattr(item, field.attname, field.get_default() if not field.null else None)
    _become(item, words, reason_code, review_on, review_event)
    item.latest_revision = item.checked_revision = item.checked_by = item.checked_at = None
    item.approved_by = item.approved_at = item.go_live_at = None
    item.has_unpublished_changes = False
    item.pending_reason = ""
    item.version += 1
    item.save(by=by)
    item.revisions.delete()
    transaction.on_commit(lambda: [store.drop(path) for path in paths])
    return finish("item.marked", item, by=by, at=at, data={"reason": reason_code, "review_on": review_on})


@transaction.atomic
def review(*, item, seen, review_on=None, review_event="", lifted=False, reason, by, at) -> InformationItem:
    """The day or event has come: look again, and set the next one, or lift the mark."""
    item = begin(item, seen=seen, by=by)
    need(access.can_keep_marks(by, item.authority, item.originating_unit), NOT_YOURS)
    if item.state != ItemState.MARK:
        raise NotNow(_("Mục này không phải dấu của thông tin không được công khai."))
    if not reason.strip():
        raise DomainError(_("Hãy ghi kết quả xem lại."), field="reason")
    if lifted:
        item.expired_on = local_day(at)
    else:
        _next_review(item, review_on, review_event)
    item.version += 1
    item.save(by=by, reason=reason)
    return finish("item.mark_lifted" if lifted else "item.mark_reviewed", item, by=by, at=at, reason=reason)


def _become(item, words, reason_code, review_on, review_event):
    if not words.strip():
        raise DomainError(_("Ghi một dấu nhận biết nội bộ, không ghi nội dung."), field="mark")
    secrecy.refuse_marked(words, review_event)
    try:
        item.rule_set.rules.inaccessible_reason(reason_code)
    except NoSuchEntry as error:
        raise DomainError(_("Chọn căn cứ không công khai."), field="reason_code") from error
    item.info_class, item.state = InfoClass.INACCESSIBLE, ItemState.MARK
    item.mark, item.reason_code = words.strip(), reason_code
    item.forms = item.event = item.until_words = item.title_order = item.folded = ""
    _next_review(item, review_on, review_event)


def _next_review(item, review_on, review_event):
    if review_on is None and not review_event.strip():
        raise DomainError(_("Ghi ngày xem lại hoặc sự kiện làm hết lý do giữ kín."), field="review_on")
    item.review_on, item.review_event = review_on, review_event.strip()

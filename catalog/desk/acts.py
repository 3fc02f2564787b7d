"""The table of acts: each with its address, its form, its verb, and when a person is offered it. The services decide."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from catalog import access
from catalog.choices import ItemState
from catalog.desk import forms
from catalog.services import checking, drafts, marks, publishing


@dataclass(frozen=True)
class Act:
    """One page of one act. `offered(item, user, day)` says whether the item's page shows its button."""

    slug: str
    label: str
    form: type[forms.ActForm]
    verb: Callable
    offered: Callable
    button: str
    done: str
    rule: str = ""
    template: str = "catalog/desk/act.html"
    main: bool = True


def _editable(item, user, day):
    return item.state != ItemState.MARK and not _held(item, user) and access.can_edit(user, item)


def _held(item, user):
    return item.locked and item.locked_by_id != user.pk


def _may_check(item, user, day):
    waits = item.has_unpublished_changes and item.checked_revision_id is None and item.state != ItemState.MARK
    return waits and not _held(item, user) and access.can_check(user, item, day)


def _may_publish(item, user, day):
    waits = item.has_unpublished_changes and item.checked_revision_id is not None and item.approved_by_id is None
    return waits and not _held(item, user) and access.can_publish(user, item) and item.checked_by_id != user.pk


def _may_send_back(item, user, day):
    return item.checked_revision_id is not None and not _held(item, user) and access.can_publish(user, item)


def _may_mark(item, user, day):
    never = item.state == ItemState.DRAFT and item.published_on is None
    return never and access.can_keep_marks(user, item.authority, item.originating_unit)


def _may_review(item, user, day):
    is_mark = item.state == ItemState.MARK and item.expired_on is None
    return is_mark and access.can_keep_marks(user, item.authority, item.originating_unit)


ACTS = {
    act.slug: act
    for act in (
        Act("kiem-tra", _("Kiểm tra lần một"), forms.CheckForm, checking.check, _may_check,
            _("Xác nhận đã kiểm tra"), _("Đã kiểm tra lần một. Người thứ hai của đơn vị đầu mối sẽ đăng."),
            _("Đơn vị tạo ra thông tin xem phân loại và bí mật trước khi chuyển đầu mối (Điều 6.2, 7.1 NĐ 13/2018/NĐ-CP).")),
        Act("dang", _("Kiểm tra lần hai và đăng"), forms.PublishForm, publishing.publish, _may_publish,
            _("Đăng"), _("Đã đăng. Mục này đang công khai."),
            _("Người của đơn vị đầu mối, khác người đã kiểm tra lần một (Điều 7.2 NĐ 13/2018/NĐ-CP).")),
        Act("tra-lai", _("Trả lại để sửa"), forms.SendBackForm, checking.send_back, _may_send_back,
            _("Trả lại"), _("Đã trả lại. Dự thảo cần sửa và kiểm tra lại."), main=False),
        Act("sua", _("Sửa nội dung"), forms.ContentForm, drafts.edit, _editable,
            _("Lưu dự thảo"), _("Đã lưu dự thảo. Bản đang công khai chưa đổi."),
            _("Sửa xong phải kiểm tra lần một và lần hai rồi mới hiện ra ngoài."), "catalog/desk/content.html"),
        Act("phan-loai", _("Phân loại"), forms.ClassifyForm, drafts.classify, _editable,
            _("Lưu phân loại"), _("Đã phân loại."), main=False),
        Act("dinh-chinh", _("Đính chính"), forms.CorrectForm, drafts.propose_correction,
            lambda item, user, day: item.live and _editable(item, user, day),
            _("Lưu bản đính chính"), _("Đã lưu bản đính chính. Còn kiểm tra lần một và lần hai."),
            _("Đính chính bằng đúng hình thức đã công khai; bản sai vẫn giữ (Điều 22 Luật Tiếp cận thông tin)."),
            "catalog/desk/content.html", main=False),
        Act("go", _("Gỡ"), forms.WithdrawForm, publishing.withdraw,
            lambda item, user, day: item.live and not _held(item, user) and access.can_publish(user, item),
            _("Gỡ ngay"), _("Đã gỡ. Địa chỉ của mục còn ghi ngày và lý do."), main=False),
        Act("giu", _("Giữ để sửa"), forms.NothingToFill, drafts.hold,
            lambda item, user, day: not item.locked and _editable(item, user, day),
            _("Giữ"), _("Ông/bà đang giữ mục này. Người khác chưa sửa được."),
            _("Trong lúc ông/bà giữ, người khác không sửa, không đăng được mục này."), main=False),
        Act("bo-giu", _("Bỏ giữ"), forms.NothingToFill, drafts.let_go,
            lambda item, user, day: item.locked and (item.locked_by_id == user.pk or access.can_publish(user, item)),
            _("Bỏ giữ"), _("Mọi người lại sửa được mục này."), main=False),
        Act("ghi-dau", _("Không được công khai"), forms.TurnIntoMarkForm, marks.turn_into_mark, _may_mark,
            _("Bỏ nội dung, chỉ giữ dấu"), _("Đã bỏ nội dung và tệp. Chỉ còn dấu nội bộ."),
            _("Nội dung, các bản nháp và tệp của mục này bị bỏ hẳn. Không lấy lại được."), main=False),
        Act("xem-lai", _("Xem lại dấu"), forms.ReviewForm, marks.review, _may_review,
            _("Ghi kết quả"), _("Đã ghi kết quả xem lại.")),
    )
}  # fmt: skip


def offered(item, user, day) -> list[Act]:
    """The acts open to this person on this item now."""
    return [act for act in ACTS.values() if act.offered(item, user, day)]

"""What each kind of entry is called. Every room names its own when it is ready; a kind without a name shows its code."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import registry as wagtail_actions

_NAMES = {
    "account.created": _("Lập tài khoản"),
    "account.changed": _("Sửa tài khoản"),
    "account.deleted": _("Xóa tài khoản"),
    "account.invited": _("Mời vào hệ thống"),
    "account.reset": _("Đặt lại mật khẩu"),
    "account.password_set": _("Đặt mật khẩu mới"),
    "account.link_asked": _("Xin thư đặt lại mật khẩu"),
    "account.disabled": _("Khóa tài khoản"),
    "account.enabled": _("Mở khóa tài khoản"),
    "account.signed_in": _("Đăng nhập"),
    "account.signed_out": _("Đăng xuất"),
    "account.sign_in_failed": _("Đăng nhập không thành công"),
    "role.created": _("Giao vai trò"),
    "role.changed": _("Sửa vai trò"),
    "role.deleted": _("Bỏ vai trò"),
    "authority.created": _("Lập cơ quan"),
    "authority.changed": _("Sửa cơ quan"),
    "unit.created": _("Lập đơn vị"),
    "unit.changed": _("Sửa đơn vị"),
    "focalpoint.created": _("Lập đầu mối"),
    "focalpoint.changed": _("Sửa đầu mối"),
    "rights.granted": _("Thêm quyền"),
    "rights.taken": _("Bớt quyền"),
    "checkpoint.key_adopted": _("Dùng khóa ký điểm kiểm chứng mới"),
    "checkpoint.printed": _("In điểm kiểm chứng"),
    "record.exported": _("Xuất nhật ký"),
    "attempt.refused": _("Thao tác bị từ chối"),
}


def name_kinds(names: dict) -> None:
    """Tell what a room's kinds are called: {"request.accepted": _("Chấp nhận yêu cầu")}."""
    _NAMES.update(names)


def name_of(kind: str) -> str:
    if kind in _NAMES:
        return str(_NAMES[kind])
    return str(wagtail_actions.get_action_label(kind)) if wagtail_actions.action_exists(kind) else kind

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
    "account.factor_set": _("Thiết lập xác thực hai lớp"),
    "account.factor_given_up": _("Bỏ xác thực hai lớp"),
    "account.factor_reset": _("Quản trị đặt lại xác thực hai lớp"),
    "account.codes_renewed": _("Tạo mã dự phòng mới"),
    "account.recovery_code_used": _("Dùng mã dự phòng"),
    "account.sessions_ended": _("Kết thúc phiên đăng nhập"),
    "account.identity_bound": _("Gắn định danh"),
    "account.identity_unbound": _("Gỡ định danh"),
    "account.identity_refused": _("Định danh bị từ chối"),
    "account.code_failed": _("Nhập sai mã xác thực"),
    "authority.factor_waived": _("Cơ quan không bắt buộc xác thực hai lớp"),
    "authority.factor_required": _("Cơ quan bắt buộc xác thực hai lớp"),
    "account.disabled": _("Khóa tài khoản"),
    "account.enabled": _("Mở khóa tài khoản"),
    "account.idle_closed": _("Khóa tài khoản lâu không dùng"),
    "account.reopened": _("Mở lại tài khoản lâu không dùng"),
    "rights_review.proposed": _("Rà soát quyền, chờ xác nhận"),
    "rights_review.confirmed": _("Xác nhận rà soát quyền"),
    "rights_review.returned": _("Trả lại việc rà soát quyền"),
    "delegation.proposed": _("Đề nghị ủy quyền khi nghỉ"),
    "delegation.confirmed": _("Xác nhận ủy quyền khi nghỉ"),
    "delegation.declined": _("Không xác nhận ủy quyền"),
    "delegation.ended": _("Kết thúc sớm ủy quyền"),
    "account.left": _("Cho nghỉ việc, chuyển công tác"),
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
    "log.read": _("Xem nhật ký"),
    "log.exported": _("Xuất nhật ký"),
}
#: Kinds that say that somebody has read personal data; each room adds its own.
_READINGS: set[str] = set()
#: How kinds are gathered in filters: name, label, beginnings of kinds.
GROUPS = (
    ("ho-so", _("Hồ sơ yêu cầu"), ("request.", "issuebatch.", "letterseries.")),
    ("kien-nghi", _("Kiến nghị đính chính"), ("correction.",)),
    ("danh-muc", _("Danh mục thông tin"), ("item.", "itemimport.", "itemgroup.", "serviceunit.")),
    ("trang", _("Trang và thông báo"), ("page.", "wagtail.", "stop.")),
    ("so", _("Sổ theo dõi và tệp xuất"), ("register.", "plan.exported", "review.exported", "item.marks_exported")),
    ("quyen", _("Tài khoản và quyền"), ("account.", "role.", "rights.")),
    ("co-quan", _("Cơ quan, đơn vị, đầu mối"), ("authority.", "unit.", "focalpoint.")),
    ("luat", _("Luật, lịch, câu chữ"), ("rule_set.", "calendar", "wording.", "frequent_answer.")),
    ("ke-hoach", _("Kế hoạch, rà soát, khó khăn"), ("plan.", "plan_report.", "review.", "difficulty.", "obligation.")),
    ("ket-luan-doc", _("Lượt đọc khác thường"), ("reading.",)),
    ("luu-tru", _("Niêm phong, giữ lại, xóa"), ("retention.", "request.erased", "correction.erased", "remedy.erased")),
    ("nhat-ky", _("Xem, xuất nhật ký"), ("log.",)),
)
#: Groups of their own: any kind may be among them.
READING, REFUSED = "doc", "tu-choi"


def name_kinds(names: dict) -> None:
    """Tell what a room's kinds are called: {"request.accepted": _("Chấp nhận yêu cầu")}."""
    _NAMES.update(names)


def call_reading(*kinds: str) -> None:
    """Tell which kinds mean that personal data was read."""
    _READINGS.update(kinds)


def readings() -> tuple[str, ...]:
    """The kinds of entries that say that somebody has read personal data."""
    return tuple(sorted(_READINGS))


def groups() -> list[tuple[str, str]]:
    """(name, label) of every group that a filter offers."""
    own = [(READING, _("Đọc dữ liệu cá nhân")), (REFUSED, _("Lần bị từ chối"))]
    return own + [(name, label) for name, label, _beginnings in GROUPS]


def of_group(name: str) -> tuple[str, ...]:
    """The kinds of a group, as far as any room has named them; none of a group that is not there."""
    if name == READING:
        return readings()
    if name == REFUSED:
        return ("attempt.refused",)
    beginnings = next((starts for group, _label, starts in GROUPS if group == name), ())
    known = {*_NAMES, *(action for action, _label in wagtail_actions.get_choices())}
    return tuple(sorted(kind for kind in known if beginnings and kind.startswith(beginnings)))


def name_of(kind: str) -> str:
    if kind in _NAMES:
        return str(_NAMES[kind])
    return str(wagtail_actions.get_action_label(kind)) if wagtail_actions.action_exists(kind) else kind

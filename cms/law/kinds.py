"""What the acts of this room are called in the record."""

from django.utils.translation import gettext_lazy as _

KINDS = {
    "rule_set.proposed": _("Đề nghị bộ quy định"),
    "rule_set.adopted": _("Thông qua bộ quy định"),
    "rule_set.rejected": _("Không thông qua bộ quy định"),
    "calendar.year_proposed": _("Lập bản nháp lịch năm"),
    "calendar.year_confirmed": _("Xác nhận lịch năm"),
    "calendar.day_entered": _("Nhập ngày vào bản nháp lịch"),
    "calendar.day_removed": _("Bỏ ngày khỏi bản nháp lịch"),
    "calendar.change_proposed": _("Đề nghị thay đổi lịch"),
    "calendar.change_applied": _("Áp dụng thay đổi lịch"),
    "calendar.change_rejected": _("Không áp dụng thay đổi lịch"),
}

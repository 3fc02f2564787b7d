"""What each recorded act of the catalog is called in timelines."""

from django.utils.translation import gettext_lazy as _

ACTS = {
    "item.entered": _("Nhập mục thông tin"),
    "item.drafted": _("Sửa dự thảo"),
    "item.classified": _("Phân loại thông tin"),
    "item.correction_drafted": _("Soạn đính chính"),
    "item.held": _("Giữ để sửa"),
    "item.let_go": _("Bỏ giữ"),
    "item.checked": _("Kiểm tra lần một"),
    "item.returned": _("Trả lại dự thảo"),
    "item.scheduled": _("Duyệt, hẹn giờ đăng"),
    "item.published": _("Công khai"),
    "item.updated": _("Cập nhật bản đã công khai"),
    "item.corrected": _("Đính chính"),
    "item.published_again": _("Công khai lại"),
    "item.withdrawn": _("Gỡ"),
    "item.expired": _("Hết thời hạn công khai"),
    "item.marked": _("Ghi dấu thông tin không được công khai"),
    "item.mark_reviewed": _("Xem lại dấu"),
    "item.mark_lifted": _("Bỏ dấu, hết lý do giữ kín"),
    "item.marks_exported": _("Xuất danh mục không được công khai"),
    "item.publish": _("Kiểm tra lần hai và đăng"),
    "serviceunit.entered": _("Nhập đơn vị sự nghiệp"),
    "serviceunit.changed": _("Sửa đơn vị sự nghiệp"),
    "serviceunit.confirmed": _("Xác nhận đơn vị sự nghiệp"),
    "itemgroup.created": _("Lập nhóm thông tin"),
    "itemgroup.changed": _("Sửa nhóm thông tin"),
}

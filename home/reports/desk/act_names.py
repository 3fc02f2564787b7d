"""What each recorded act on a period, a report or a body outside is called in timelines."""

from django.utils.translation import gettext_lazy as _

ACTS = {
    "report_period.drafted": _("Đặt kỳ báo cáo"),
    "report_period.changed": _("Sửa kỳ báo cáo"),
    "report_period.part_added": _("Thêm phần vào đề cương"),
    "report_period.part_changed": _("Sửa phần của đề cương"),
    "report_period.part_moved": _("Đổi chỗ phần của đề cương"),
    "report_period.part_removed": _("Bỏ phần của đề cương"),
    "report_period.opened": _("Mở kỳ báo cáo"),
    "report_period.asked_more": _("Đề nghị thêm cơ quan báo cáo"),
    "report_period.deadline_moved": _("Đổi hạn nộp"),
    "report_period.reminded": _("Nhắc nộp báo cáo"),
    "report_period.closed": _("Kết thúc kỳ báo cáo"),
    "period_report.counted": _("Lập số liệu báo cáo"),
    "period_report.written": _("Viết báo cáo"),
    "period_report.submitted": _("Ký, nộp báo cáo"),
    "period_report.accepted": _("Nhận báo cáo"),
    "period_report.returned": _("Trả lại báo cáo"),
    "period_report.numbered": _("Cấp số báo cáo"),
    "period_report.exported": _("Xuất báo cáo"),
    "period_report.brought_in": _("Nhập báo cáo của cơ quan ngoài hệ thống"),
    "outside_body.entered": _("Ghi cơ quan ngoài hệ thống"),
    "outside_body.changed": _("Sửa cơ quan ngoài hệ thống"),
}

"""The acts on a period, a part of its outline, a report and a body outside, as tables."""

from django.utils.translation import gettext_lazy as _

from home.plans.desk.base import Act, table
from home.reports import access, outside, periods, reminding, writing
from home.reports.choices import ASKED, PartKind, PeriodKind, PeriodState, ReportState
from home.reports.desk import forms
from home.reports.outline import parts_of
from workflow.desk.forms.parts import NothingToFill


# --- periods -----------------------------------------------------------------------------------------------------
def _keeps(*states, kinds=tuple(PeriodKind)):
    return lambda user, period: period.state in states and period.kind in kinds and access.may_keep(user, period)


def may_begin(user, _none) -> bool:
    return bool(access.provinces_of(user) | access.summing_for(user))


def may_begin_years(user, _none) -> bool:
    return bool(access.provinces_of(user))


_DRAFT, _OPEN = PeriodState.DRAFT, PeriodState.OPEN

NEW_PERIOD = Act(
    "moi", "report_period.drafted", _("Lưu bản nháp"), _("Đã lưu. Xem lại đề cương rồi mở kỳ."),
    forms.PeriodForm, periods.draft_period, may_begin, _("Đặt kỳ báo cáo"),
)  # fmt: skip
NEW_YEARS = Act(
    "nhieu-nam", "report_period.drafted", _("Lưu bản nháp"), _("Đã lưu. Xem lại đề cương rồi mở kỳ."),
    forms.YearsForm, periods.draft_period, may_begin_years, _("Đặt báo cáo nhiều năm"),
)  # fmt: skip
PERIOD_ACTS = table(
    Act("mo", "report_period.opened", _("Mở kỳ, đề nghị báo cáo"), _("Đã mở. Mỗi cơ quan được chọn nhận một thư báo."),
        forms.AskForm, periods.open_period, _keeps(_DRAFT), is_first=True),
    Act("sua", "report_period.changed", _("Sửa kỳ báo cáo"), _("Đã lưu."),
        forms.PeriodForm, periods.change_period,
        _keeps(_DRAFT, kinds=(*ASKED, PeriodKind.OWN))),
    Act("them-phan", "report_period.part_added", _("Thêm phần"), _("Đã thêm phần vào cuối đề cương."),
        forms.PartForm, periods.add_part, _keeps(_DRAFT)),
    Act("nhac", "report_period.reminded", _("Nhắc cơ quan chưa nộp"), _("Đã nhắc. Mỗi cơ quan nhận một thư."),
        forms.RemindForm, reminding.remind, _keeps(_OPEN, kinds=ASKED), is_first=True),
    Act("de-nghi-them", "report_period.asked_more", _("Đề nghị thêm cơ quan"), _("Đã đề nghị."),
        forms.AskForm, periods.ask_more, _keeps(_OPEN, kinds=ASKED)),
    Act("doi-han", "report_period.deadline_moved", _("Đổi hạn nộp"), _("Đã đổi hạn."),
        forms.DeadlineForm, periods.move_deadline, _keeps(_OPEN, kinds=ASKED)),
    Act("ket-thuc", "report_period.closed", _("Kết thúc kỳ"), _("Đã kết thúc. Không nhận thêm báo cáo."),
        forms.ReasonForm, periods.close_period, _keeps(_OPEN)),
)  # fmt: skip
PART_ACTS = table(
    Act("sua", "report_period.part_changed", _("Sửa phần"), _("Đã lưu."),
        forms.PartForm, periods.change_part, _keeps(_DRAFT)),
    Act("len", "report_period.part_moved", _("Đưa lên trên"), _("Đã đổi chỗ."),
        NothingToFill, periods.move_part, _keeps(_DRAFT)),
    Act("bo", "report_period.part_removed", _("Bỏ phần"), _("Đã bỏ phần khỏi đề cương."),
        NothingToFill, periods.remove_part, _keeps(_DRAFT)),
)  # fmt: skip


# --- reports -----------------------------------------------------------------------------------------------------
def _runs(report) -> bool:
    return report.is_owing and report.period.state == PeriodState.OPEN


def _counts(user, report):
    return _runs(report) and not report.outside_id and access.may_write(user, report)


def _writes(user, report):
    has_texts = any(part.kind == PartKind.TEXT for part in parts_of(report))
    return _runs(report) and has_texts and access.may_write(user, report)


def _brings_in(user, report):
    return _runs(report) and bool(report.outside_id) and access.may_write(user, report)


def _signs(user, report):
    return _runs(report) and report.counted_to is not None and access.may_sign(user, report)


def _takes(user, report):
    return report.state == ReportState.SUBMITTED and access.may_decide(user, report)


def _numbers(user, report):
    return report.is_frozen and not report.number and access.may_number(user, report)


REPORT_ACTS = table(
    Act("lap-so-lieu", "period_report.counted", _("Lập số liệu"), _("Đã lập số liệu, không ai phải gõ số nào."),
        NothingToFill, writing.fill, _counts, template="home/desk/reports/count.html"),
    Act("nhap-tep", "period_report.brought_in", _("Nhập tệp của cơ quan"), _("Đã nhập. Xem lại rồi nộp."),
        forms.FileForm, outside.bring_in, _brings_in, is_first=True),
    Act("viet", "period_report.written", _("Viết các phần"), _("Đã lưu."),
        forms.TextsForm, writing.write, _writes, template="home/desk/reports/write.html"),
    Act("nop", "period_report.submitted", _("Ký và nộp báo cáo"), _("Đã nộp. Số liệu được giữ nguyên từ đây."),
        NothingToFill, writing.submit, _signs, template="home/desk/reports/submit.html", is_first=True),
    Act("nhan", "period_report.accepted", _("Nhận báo cáo"), _("Đã nhận báo cáo."),
        NothingToFill, writing.accept, _takes, is_first=True),
    Act("tra-lai", "period_report.returned", _("Trả lại báo cáo"), _("Đã trả lại. Cơ quan nhận một thư báo."),
        forms.ReasonForm, writing.send_back, _takes),
    Act("cap-so", "period_report.numbered", _("Cấp số"), _("Đã cấp số. Văn bản được giữ nguyên."),
        forms.NumberForm, writing.number, _numbers, _("Cấp số báo cáo"), is_first=True),
)  # fmt: skip


# --- bodies outside ----------------------------------------------------------------------------------------------
def _keeps_body(user, body):
    return access.may_keep_bodies(user, body.authority)


NEW_BODY = Act(
    "moi", "outside_body.entered", _("Lưu cơ quan"), _("Đã ghi cơ quan."),
    forms.BodyForm, outside.enter_body, may_begin_years, _("Ghi cơ quan ngoài hệ thống"),
)  # fmt: skip
BODY_ACTS = table(
    Act("sua", "outside_body.changed", _("Sửa"), _("Đã lưu."), forms.BodyForm, outside.change_body, _keeps_body,
        _("Sửa cơ quan ngoài hệ thống"), is_first=True),
)  # fmt: skip

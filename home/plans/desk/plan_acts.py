"""The acts on a plan, on one of its lines, on an assignment and on a reminder letter, as tables."""

from django.utils.translation import gettext_lazy as _

from home.plans import access, issuing, reminding, reporting
from home.plans.choices import AssignmentState, Part, PlanState, ReminderState
from home.plans.desk import plan_forms as forms
from home.plans.desk.base import Act, table
from workflow.desk.forms.parts import NothingToFill


def _manages(state):
    return lambda user, plan: plan.state == state and access.may_manage(user, plan.authority)


def _decides(*states):
    return lambda user, plan: plan.state in states and access.may_decide(user, plan.authority)


NEW_PLAN = Act(
    "moi", "plan.drafted", _("Lưu bản nháp"), _("Đã lưu bản nháp. Thêm nhiệm vụ rồi trình người thứ hai ban hành."),
    forms.PlanForm, issuing.draft_plan, lambda user, _none: bool(access.managed_by(user)), _("Soạn kế hoạch, chỉ thị"),
)  # fmt: skip

PLAN_ACTS = table(
    Act("them-nhiem-vu", "plan.task_added", _("Thêm nhiệm vụ"), _("Đã thêm nhiệm vụ."),
        forms.TaskForm, issuing.add_task, _manages(PlanState.DRAFT), is_first=True),
    Act("sua", "plan.changed", _("Sửa văn bản"), _("Đã lưu."),
        forms.PlanForm, issuing.change_plan, _manages(PlanState.DRAFT)),
    Act("ban-hanh", "plan.issued", _("Ban hành, giao việc"), _("Đã ban hành. Mỗi cơ quan được giao nhận một thư báo."),
        forms.IssueForm, issuing.issue_plan, _decides(PlanState.DRAFT)),
    Act("don-doc", "plan.reminder_drafted", _("Soạn công văn đôn đốc"), _("Đã soạn. Văn thư cấp số thì công văn gửi đi."),
        forms.ReminderForm, reminding.draft_letter, _manages(PlanState.ISSUED), template="home/desk/reminder_form.html"),
    Act("cong-khai", "plan.publicity_set", _("Đổi việc công khai"), _("Đã lưu việc công khai."),
        forms.PublicityForm, issuing.set_publicity, _decides(PlanState.ISSUED, PlanState.CLOSED)),
    Act("ket-thuc", "plan.closed", _("Kết thúc văn bản"), _("Đã kết thúc. Không còn báo cáo, đôn đốc."),
        forms.ReasonForm, issuing.close_plan, _decides(PlanState.ISSUED)),
)  # fmt: skip

TASK_ACTS = table(
    Act("sua", "plan.task_changed", _("Sửa nhiệm vụ"), _("Đã lưu nhiệm vụ."),
        forms.TaskForm, issuing.change_task, _manages(PlanState.DRAFT)),
    Act("bo", "plan.task_removed", _("Bỏ nhiệm vụ"), _("Đã bỏ nhiệm vụ."),
        NothingToFill, issuing.remove_task, _manages(PlanState.DRAFT)),
    Act("giao-them", "plan.assigned", _("Giao thêm cơ quan"), _("Đã giao. Mỗi cơ quan nhận một thư báo."),
        forms.AssignForm, issuing.assign, _manages(PlanState.ISSUED)),
    Act("ket-thuc", "plan.task_closed", _("Kết thúc nhiệm vụ"), _("Đã kết thúc nhiệm vụ."),
        forms.ReasonForm, issuing.close_task, _manages(PlanState.ISSUED)),
)  # fmt: skip


def _runs(row) -> bool:
    return row.part == Part.LEAD and row.task.closed_at is None and row.task.plan.state == PlanState.ISSUED


def _writes(user, row):
    return _runs(row) and row.is_owing and access.may_write(user, row.authority)


def _releases(user, row):
    return _runs(row) and row.state == AssignmentState.DRAFTED and access.may_decide(user, row.authority)


def _receives(user, row):
    return _runs(row) and row.state == AssignmentState.SENT and access.may_manage(user, row.task.plan.authority)


ASSIGNMENT_ACTS = table(
    Act("bao-cao", "plan_report.written", _("Soạn báo cáo"), _("Đã lưu báo cáo. Người thứ hai duyệt thì báo cáo gửi đi."),
        forms.ReportForm, reporting.write_report, _writes, is_first=True),
    Act("gui", "plan_report.sent", _("Duyệt và gửi báo cáo"), _("Đã gửi báo cáo."),
        NothingToFill, reporting.release_report, _releases, template="home/desk/release.html", is_first=True),
    Act("nhan", "plan_report.accepted", _("Nhận báo cáo"), _("Đã nhận báo cáo."),
        NothingToFill, reporting.accept_report, _receives, template="home/desk/release.html", is_first=True),
    Act("tra-lai", "plan_report.returned", _("Trả lại báo cáo"), _("Đã trả lại. Cơ quan nhận một thư báo."),
        forms.ReasonForm, reporting.return_report, _receives, template="home/desk/release.html"),
)  # fmt: skip


def _numbers(user, letter):
    return letter.state == ReminderState.DRAFT and access.may_number(user, letter.authority)


def _drops(user, letter):
    may = access.may_manage(user, letter.authority) or access.may_number(user, letter.authority)
    return letter.state == ReminderState.DRAFT and may


LETTER_ACTS = table(
    Act("phat-hanh", "plan.reminder_issued", _("Phát hành"), _("Đã phát hành. Mỗi cơ quan nhận một thư điện tử."),
        forms.NumberForm, reminding.issue_letter, _numbers, _("Phát hành công văn đôn đốc"), is_first=True),
    Act("bo", "plan.reminder_dropped", _("Bỏ công văn"), _("Đã bỏ công văn."),
        forms.ReasonForm, reminding.drop_letter, _drops),
)  # fmt: skip

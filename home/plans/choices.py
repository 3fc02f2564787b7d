"""The words of plans, reviews and difficulties that models, services and pages share."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanKind(models.TextChoices):
    PLAN = "PLAN", _("Kế hoạch")
    DIRECTIVE = "DIRECTIVE", _("Chỉ thị")


class PlanState(models.TextChoices):
    DRAFT = "DRAFT", _("Đang soạn")
    ISSUED = "ISSUED", _("Đang thực hiện")
    CLOSED = "CLOSED", _("Đã kết thúc")


class Period(models.TextChoices):
    """How often a task is to be reported; ONCE has a deadline of its own."""

    ONCE = "ONCE", _("Một lần")
    MONTHLY = "MONTHLY", _("Hằng tháng")
    QUARTERLY = "QUARTERLY", _("Hằng quý")
    YEARLY = "YEARLY", _("Hằng năm")
    CONTINUOUS = "CONTINUOUS", _("Thường xuyên")


class Part(models.TextChoices):
    LEAD = "LEAD", _("Chủ trì")
    COORDINATING = "COORDINATING", _("Phối hợp")


class AssignmentState(models.TextChoices):
    """Where one authority stands with one task."""

    OPEN = "OPEN", _("Chưa báo cáo")
    DRAFTED = "DRAFTED", _("Đang soạn báo cáo")
    SENT = "SENT", _("Đã báo cáo, chờ nhận")
    RETURNED = "RETURNED", _("Bị trả lại")
    ACCEPTED = "ACCEPTED", _("Đã hoàn thành")


#: The report is still owed.
OWING = (AssignmentState.OPEN, AssignmentState.DRAFTED, AssignmentState.RETURNED)
#: The report has come.
REPORTED = (AssignmentState.SENT, AssignmentState.ACCEPTED)


class ReportState(models.TextChoices):
    DRAFT = "DRAFT", _("Đang soạn")
    SENT = "SENT", _("Đã gửi")
    RETURNED = "RETURNED", _("Bị trả lại")
    ACCEPTED = "ACCEPTED", _("Đã nhận")


class ReminderState(models.TextChoices):
    DRAFT = "DRAFT", _("Chờ phát hành")
    ISSUED = "ISSUED", _("Đã phát hành")
    DROPPED = "DROPPED", _("Đã bỏ")


class SheetState(models.TextChoices):
    """One authority's table in a review of legal documents."""

    DRAFT = "DRAFT", _("Chưa gửi")
    SENT = "SENT", _("Đã gửi")
    RETURNED = "RETURNED", _("Bị trả lại")
    ACCEPTED = "ACCEPTED", _("Đã tổng hợp")


class Proposal(models.TextChoices):
    """What the reviewing authority proposes for a text."""

    AMEND = "AMEND", _("Sửa đổi")
    SUPPLEMENT = "SUPPLEMENT", _("Bổ sung")
    REPLACE = "REPLACE", _("Thay thế")
    REPEAL = "REPEAL", _("Bãi bỏ")
    ISSUE = "ISSUE", _("Ban hành mới")


class ReviewState(models.TextChoices):
    PROPOSED = "PROPOSED", _("Đang đề xuất")
    AGREED = "AGREED", _("Nhất trí, đưa vào báo cáo")
    DECLINED = "DECLINED", _("Không đưa vào báo cáo")
    DONE = "DONE", _("Đã xử lý")


class DifficultyState(models.TextChoices):
    REPORTED = "REPORTED", _("Mới báo cáo")
    FORWARDED = "FORWARDED", _("Đã chuyển cấp trên")
    ANSWERED = "ANSWERED", _("Đã trả lời")
    WITHDRAWN = "WITHDRAWN", _("Đã rút")

"""The words of reports that models, services and pages share."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PeriodKind(models.TextChoices):
    """Who reports to whom: authorities to the province each year or when asked; the province for three years; a focal
    unit to its own head (D18 Điều 8.5, 12.3; L16 Điều 34.1.l)."""

    YEARLY = "YEARLY", _("Hằng năm")
    ADHOC = "ADHOC", _("Đột xuất, theo yêu cầu")
    THREE_YEARLY = "THREE_YEARLY", _("03 năm, cộng các kỳ đã có")
    OWN = "OWN", _("Báo cáo với người đứng đầu cơ quan mình")


#: Many authorities are asked; the justice department gathers what they send.
ASKED = (PeriodKind.YEARLY, PeriodKind.ADHOC)


class Preset(models.TextChoices):
    """From which day to which. No text fixes it for this field (law.md 16.2), so it is chosen for each period."""

    STATE_YEAR = "STATE_YEAR", _("15/12 năm trước đến 14/12")
    CALENDAR_YEAR = "CALENDAR_YEAR", _("Năm dương lịch, 01/01 đến 31/12")
    OWN_DAYS = "OWN_DAYS", _("Hai ngày tự chọn")


class PeriodState(models.TextChoices):
    DRAFT = "DRAFT", _("Đang soạn")
    OPEN = "OPEN", _("Đang thu báo cáo")
    CLOSED = "CLOSED", _("Đã kết thúc")


class PartKind(models.TextChoices):
    """What stands in one part of a report's outline."""

    TEXT = "TEXT", _("Phần viết")
    FIGURES = "FIGURES", _("Bảng số liệu")
    COMPARISON = "COMPARISON", _("Bảng so với kỳ trước")
    BY_AUTHORITY = "BY_AUTHORITY", _("Bảng theo từng cơ quan (báo cáo của tỉnh)")
    MISSING = "MISSING", _("Cơ quan chưa báo cáo (báo cáo của tỉnh)")


#: Parts that only a consolidated report can fill.
OF_PROVINCE = (PartKind.BY_AUTHORITY, PartKind.MISSING)


class ReportState(models.TextChoices):
    OWED = "OWED", _("Chưa lập")
    DRAFT = "DRAFT", _("Đang lập")
    SUBMITTED = "SUBMITTED", _("Đã nộp, chờ nhận")
    RETURNED = "RETURNED", _("Bị trả lại")
    ACCEPTED = "ACCEPTED", _("Đã nhận")


#: The report is still owed.
OWING = (ReportState.OWED, ReportState.DRAFT, ReportState.RETURNED)
#: The figures are frozen; others than the reporting authority may read it.
FROZEN = (ReportState.SUBMITTED, ReportState.ACCEPTED)


class Source(models.TextChoices):
    """Where a report's figures come from."""

    HERE = "HERE", _("Sổ theo dõi trong hệ thống")
    SUM = "SUM", _("Cộng các báo cáo đã nộp")
    XLSX = "XLSX", _("Mẫu XLSX do cơ quan điền")
    JSON = "JSON", _("Tệp JSON có chữ ký số")

"""The rows behind a figure as they are listed: what names each, and a few facts. Nothing of who asked, nothing of what."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models import InformationItem, ItemVersion
from cms.core.dates import local_day, short
from cms.core.models import Authority, FocalPoint, RoleHolder
from home.models import AuthorityPage, CommunicationActivity, TrainingEvent
from workflow.models import (
    CorrectionRequest,
    CostLine,
    InformationRequest,
    InspectionFinding,
    Payment,
    Piece,
    Remedy,
)


@dataclass(frozen=True)
class Listing:
    """How rows of one table are listed: the titles, what is read along, the cells of a row, where its first cell leads."""

    titles: tuple[str, ...]
    related: tuple[str, ...]
    cells: Callable[[object], tuple]
    url: Callable[[object], str] = lambda row: ""


def listing_of(rows) -> Listing:
    """The listing of these rows' table. KeyError for a table that no figure counts."""
    return LISTINGS[rows.model]


def _day(day) -> str:
    return short(day) if day else ""


def _case(request) -> str:
    return reverse("desk:case", args=[request.code])


def _item(item) -> str:
    return reverse("catalog_desk:item", args=[item.code])


def _request(row):
    return (
        row.code,
        _day(row.received_on),
        row.get_channel_display(),
        row.get_status_display(),
        _day(row.due_on),
        _day(row.outcome_on),
        row.unit.name,
        str(row.assigned_to or ""),
    )


LISTINGS = {
    InformationRequest: Listing(
        (
            _("Số hồ sơ"),
            _("Ngày nhận"),
            _("Kênh gửi"),
            _("Trạng thái"),
            _("Hạn trả lời"),
            _("Ngày kết thúc"),
            _("Đơn vị đang giữ"),
            _("Người thụ lý"),
        ),
        ("unit", "assigned_to"),
        _request,
        _case,
    ),
    Piece: Listing(
        (_("Số hồ sơ"), _("Mục thứ"), _("Lĩnh vực"), _("Loại thông tin"), _("Kết quả")),
        ("info_request",),
        lambda row: (
            row.info_request.code,
            row.position,
            row.get_field_display(),
            row.get_info_class_display(),
            row.get_outcome_display(),
        ),
        lambda row: _case(row.info_request),
    ),
    CostLine: Listing(
        (_("Số hồ sơ"), _("Khoản"), _("Số lượng"), _("Đơn giá (đồng)")),
        ("decision__info_request",),
        lambda row: (row.decision.info_request.code, row.label, row.quantity, row.unit_price),
        lambda row: _case(row.decision.info_request),
    ),
    Payment: Listing(
        (_("Số hồ sơ"), _("Ngày trả"), _("Số biên lai, chứng từ")),
        ("info_request",),
        lambda row: (row.info_request.code, _day(row.paid_on), row.receipt_number),
        lambda row: _case(row.info_request),
    ),
    CorrectionRequest: Listing(
        (_("Số hồ sơ"), _("Về"), _("Ngày nhận"), _("Hạn trả lời"), _("Trạng thái"), _("Ngày trả lời")),
        (),
        lambda row: (
            row.code,
            row.get_about_display(),
            _day(row.received_on),
            _day(row.due_on),
            row.get_status_display(),
            _day(row.outcome_on),
        ),
        lambda row: reverse("desk:correction", args=[row.code]),
    ),
    Remedy: Listing(
        (_("Số"), _("Loại"), _("Lần, cấp"), _("Ngày nhận"), _("Hạn"), _("Trạng thái"), _("Ngày kết thúc")),
        (),
        lambda row: (
            row.code,
            row.get_kind_display(),
            row.get_level_display(),
            _day(row.received_on),
            _day(row.due_on),
            row.get_status_display(),
            _day(row.outcome_on),
        ),
        lambda row: reverse("desk:remedy", args=[row.code]),
    ),
    InspectionFinding: Listing(
        (_("Quyết định"), _("Là"), _("Điều phát hiện"), _("Phải xong trước ngày"), _("Xử lý ngày")),
        ("inspection",),
        lambda row: (
            row.inspection.number,
            row.get_kind_display(),
            row.what,
            _day(row.follow_up_on),
            _day(row.handled_on),
        ),
    ),
    InformationItem: Listing(
        (_("Mã mục"), _("Tên thông tin"), _("Phải công khai trước hết"), _("Ngày công khai"), _("Trạng thái")),
        (),
        lambda row: (row.code, row.title, _day(row.due_on), _day(row.published_on), row.get_state_display()),
        _item,
    ),
    ItemVersion: Listing(
        (_("Mã mục"), _("Tên thông tin"), _("Bản số"), _("Loại"), _("Ngày đăng")),
        ("item",),
        lambda row: (
            row.item.code,
            row.item.title,
            row.number,
            row.get_kind_display(),
            _day(local_day(row.published_at)),
        ),
        lambda row: _item(row.item),
    ),
    CommunicationActivity: Listing(
        (_("Nội dung"), _("Hình thức"), _("Ngày"), _("Địa điểm")),
        (),
        lambda row: (row.title, row.get_form_display(), _day(row.held_on), row.place),
    ),
    TrainingEvent: Listing(
        (_("Nội dung"), _("Ngày"), _("Địa điểm"), _("Người dự")),
        (),
        lambda row: (row.title, _day(row.held_on), row.place, row.audience),
    ),
    RoleHolder: Listing(
        (_("Người"), _("Từ ngày"), _("Đến hết ngày"), _("Quyết định giao")),
        ("user",),
        lambda row: (str(row.user), _day(row.since_on), _day(row.until_on), row.decision),
    ),
    FocalPoint: Listing(
        (_("Người làm đầu mối"), _("Đơn vị"), _("Lần tập huấn gần nhất")),
        ("unit",),
        lambda row: (row.officer_name, row.unit.name, _day(row.trained_on)),
    ),
    AuthorityPage: Listing((_("Chuyên mục"),), (), lambda row: (row.title,)),
    Authority: Listing((_("Cơ quan"),), (), lambda row: (row.name,)),
}

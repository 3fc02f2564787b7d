"""The province's tables as rows of text and numbers: for the printed page and for XLSX alike (one order, one wording)."""

from datetime import datetime
from typing import IO

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.core import tables
from cms.core.dates import local_day, short
from home.models import LegalReview, Plan, ReviewRound
from home.plans import access, progress, reviewing
from home.plans.acting import seal
from home.plans.choices import ReviewState, SheetState

PLAN_COLUMNS = (
    _("STT"),
    _("Nhiệm vụ"),
    _("Cơ quan chủ trì"),
    _("Cơ quan phối hợp"),
    _("Thời hạn"),
    _("Sản phẩm"),
    _("Kinh phí (đồng)"),
    _("Tình trạng"),
)
REPORT_COLUMNS = (
    _("STT"),
    _("Nhiệm vụ"),
    _("Cơ quan"),
    _("Hạn báo cáo"),
    _("Ngày báo cáo"),
    _("Chậm (ngày)"),
    _("Tình trạng"),
    _("Số liệu"),
    _("Minh chứng"),
)
REVIEW_COLUMNS = (
    _("STT"),
    _("Cơ quan rà soát"),
    _("Số, ký hiệu"),
    _("Ngày ban hành"),
    _("Cơ quan ban hành"),
    _("Tên văn bản"),
    _("Đề xuất"),
    _("Điều, khoản"),
    _("Lý do"),
    _("Tình trạng"),
    _("Ý kiến, kết quả xử lý"),
)


# --- the plan ----------------------------------------------------------------------------------------------------
def plan_rows(rows) -> list[list]:
    """One line a task, in the columns of a provincial plan."""
    return [
        [
            row.task.position,
            row.task.content,
            row.leads,
            row.coordinators,
            row.deadline,
            row.task.product,
            row.task.budget,
            row.status,
        ]
        for row in rows
    ]


def report_rows(rows, day) -> list[list]:
    """One line for each authority of each task: who has reported when, and who is late."""
    lines = []
    for row in rows:
        for one in row.assignments:
            told, _kind = progress.standing(one, day)
            last = one.accepted[-1] if one.accepted else None
            lines.append(
                [
                    row.task.position,
                    row.task.content,
                    one.authority.name,
                    one.due_on,
                    one.reported_on,
                    one.days_late(day) or None,
                    told,
                    last.figure if last else None,
                    last.link if last else "",
                ]
            )
    return lines


def export_plan(target: IO[bytes], *, plan: Plan, reports: bool = False, by, at: datetime) -> int:
    """Write the plan's table, or who has reported on it, as XLSX; the act is on record. Returns how many rows."""
    access.demand(access.visible_plans(by).filter(pk=plan.pk).exists(), access.MANAGES)
    if reports:
        access.demand(plan.authority_id in access.seen_by(by), access.MANAGES)
    day = local_day(at)
    found = progress.rows_of(plan, day)
    columns = REPORT_COLUMNS if reports else PLAN_COLUMNS
    lines = report_rows(found, day) if reports else plan_rows(found)
    with transaction.atomic():
        seal("plan.exported", plan, by=by, at=at, data={"rows": len(lines), "reports": reports})
    name = _("Theo dõi báo cáo") if reports else _("Bảng nhiệm vụ")
    about = [(_("Tên bảng"), name), (_("Văn bản"), f"{plan}: {plan.title}"), (_("Cơ quan"), plan.authority.name)]
    return _write(target, columns, lines, sheet=str(name), about=about, by=by, day=day)


# --- the review --------------------------------------------------------------------------------------------------
def reviews_of(asked: ReviewRound, sheets):
    """The texts of the tables that have been sent, in the order of the authorities' names."""
    arrived = [sheet.pk for sheet in sheets if sheet.state in (SheetState.SENT, SheetState.ACCEPTED)]
    found = LegalReview.objects.filter(sheet__in=arrived, removed_at=None).select_related("sheet__authority")
    return found.order_by("sheet__authority__name", "position", "pk")


def review_rows(reviews) -> list[list]:
    """The consolidated table: one line a text, numbered through."""
    return [
        [
            place,
            one.sheet.authority.short_name,
            one.number,
            one.issued_on,
            one.issuer,
            one.title,
            str(one.get_proposal_display()),
            one.provisions,
            one.reason,
            str(one.get_state_display()),
            one.outcome,
        ]
        for place, one in enumerate(reviews, start=1)
    ]


def review_totals(reviews) -> list[tuple[str, int]]:
    """How many texts for each proposal, those declined left out: the figures of the report to the province."""
    kept = [one for one in reviews if one.state != ReviewState.DECLINED]
    labels = dict.fromkeys(str(label) for _value, label in LegalReview._meta.get_field("proposal").choices)
    return [(label, sum(str(one.get_proposal_display()) == label for one in kept)) for label in labels]


def export_review(target: IO[bytes], *, asked: ReviewRound, by, at: datetime) -> int:
    """Write the consolidated table as XLSX; the act is on record. Returns how many rows."""
    access.demand(asked.authority_id in access.seen_by(by), access.MANAGES)
    sheets = list(asked.sheets.select_related("authority").order_by("authority__name"))
    lines = review_rows(reviews_of(asked, sheets))
    with transaction.atomic():
        reviewing.seal_export(asked, by=by, at=at, rows=len(lines), kind="XLSX")
    missing = ", ".join(sheet.authority.short_name for sheet in sheets if sheet.is_open) or str(_("không có"))
    about = [(_("Tên bảng"), _("Tổng hợp rà soát văn bản")), (_("Nội dung"), asked.title)]
    about += [(_("Cơ quan tổng hợp"), asked.authority.name), (_("Chưa gửi"), missing)]
    return _write(target, REVIEW_COLUMNS, lines, sheet="Rà soát văn bản", about=about, by=by, day=local_day(at))


def _write(target, columns, lines, *, sheet, about, by, day) -> int:
    about = [*about, (_("Người xuất"), by), (_("Ngày xuất"), short(day))]
    words = [(str(label), str(value)) for label, value in about]
    return tables.write_xlsx(target, [str(title) for title in columns], lines, sheet=sheet, about=words)

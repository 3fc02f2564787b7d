"""The outline that a new period begins with; from then on it is data of the period (D18 Điều 12.4)."""

from dataclasses import dataclass, field

from home.reports.choices import ASKED, OF_PROVINCE, PartKind, PeriodKind


@dataclass(frozen=True)
class PartWords:
    """One part of an outline. `figures`: codes of a table; all of them where empty."""

    kind: str
    title: str
    hint: str = ""
    figures: list[str] = field(default_factory=list)


_RESULTS = PartWords(
    PartKind.TEXT,
    "Tình hình triển khai và kết quả đạt được",
    "Việc chỉ đạo, ban hành quy chế, bố trí đầu mối; việc công khai thông tin; việc cung cấp thông tin theo yêu cầu.",
)
_FIGURES = PartWords(PartKind.FIGURES, "Số liệu công khai và cung cấp thông tin")
_COMPARED = PartWords(PartKind.COMPARISON, "So với các kỳ trước")
_EACH = PartWords(PartKind.BY_AUTHORITY, "Số liệu theo từng cơ quan")
_MISSING = PartWords(PartKind.MISSING, "Cơ quan chưa gửi báo cáo")
_LIMITS = PartWords(PartKind.TEXT, "Hạn chế, khó khăn, vướng mắc", "Ghi “Không có” nếu không có.")
_CAUSES = PartWords(PartKind.TEXT, "Nguyên nhân", "Nguyên nhân khách quan, chủ quan. Ghi “Không có” nếu không có.")
_PROPOSALS = PartWords(PartKind.TEXT, "Đề xuất, kiến nghị", "Với cơ quan nào, về việc gì. Ghi “Không có” nếu không có.")

_ALONE = (_RESULTS, _FIGURES, _COMPARED, _LIMITS, _CAUSES, _PROPOSALS)
_GATHERED = (_RESULTS, _FIGURES, _COMPARED, _EACH, _MISSING, _LIMITS, _CAUSES, _PROPOSALS)


def first_outline(kind: str) -> tuple[PartWords, ...]:
    """What D18 Điều 12.4 asks every report to say: how information was published and provided, figures, difficulties,
    proposals."""
    return _GATHERED if kind in (*ASKED, PeriodKind.THREE_YEARLY) else _ALONE


def parts_of(report) -> list:
    """The parts that stand in this report, in order: what only a province can fill is left out of the others."""
    return [part for part in report.period.parts.all() if report.is_consolidated or part.kind not in OF_PROVINCE]

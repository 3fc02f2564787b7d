"""docs/rights.md: the whole table, written by `manage.py draw_rights` and read by a lawyer."""

from django.utils import translation

from cms.core.roles import Role
from home.rights import acts, cells

INTRODUCTION = """\
# Bảng quyền: ai làm được việc gì, ở bước nào

Trang này do lệnh `manage.py draw_rights` viết ra từ chính các bảng mà chương trình dùng để cho phép hay từ chối:
`workflow/transitions.py`, `workflow/correction_moves.py` và `home/rights/acts.py`. Một phép thử giữ cho trang này khớp với
chương trình. Muốn đổi quyền thì đổi bảng, rồi chạy lại lệnh.

Đọc thế nào:

- Mỗi hàng là một việc, mỗi cột là một vai trò. Người giữ nhiều vai trò có quyền của tất cả các vai trò đó.
- Việc cần hai người (Đ rồi K hoặc G) không bao giờ do một người làm cả hai phần, kể cả người giữ cả hai vai trò, người
  được ủy quyền và quản trị toàn hệ thống.
- Vai trò có giá trị trong cơ quan ghi trên vai trò, từ ngày bắt đầu đến hết ngày kết thúc. Đơn vị chủ trì chỉ làm với
  hồ sơ của đơn vị mình hoặc hồ sơ mà đơn vị được hỏi.
- Ô có chữ nghĩa là vai trò cho phép. Hồ sơ có thể còn thiếu điều kiện khác, ví dụ chưa có tệp để kiểm tra; khi đó màn hình
  nói rõ thiếu gì.
- Việc không nêu ở một bước thì ở bước đó không ai làm được.
"""

#: Heads of columns, so that a row still fits a page; the list below the legend spells them out.
SHORT = {
    Role.FOCAL_OFFICER: "Đầu mối",
    Role.FOCAL_HEAD: "Trưởng",
    Role.ORIGINATING_UNIT: "Chủ trì",
    Role.SIGNER: "Ký",
    Role.REGISTRY: "Văn thư",
    Role.CASHIER: "Thu tiền",
    Role.EDITOR: "Biên tập",
    Role.PUBLISHER: "Duyệt đăng",
    Role.HEAD: "Đứng đầu",
    Role.DATA_OFFICER: "Dữ liệu",
    Role.AUDITOR: "Giám sát",
    Role.JUSTICE: "Tư pháp",
    Role.ADMINISTRATOR: "Quản trị",
    cells.REQUESTER: "Người dân",
    cells.SUPERUSER: "Hệ thống",
}


def rights_page() -> str:
    """Legend, requests state by state, requests for correction, and all other acts."""
    with translation.override("vi"):
        parts = [INTRODUCTION, *_legend(), *_columns(), "## Yêu cầu cung cấp thông tin", "", *_cases(cells.REQUESTS)]
        parts += ["## Kiến nghị đính chính", "", *_cases(cells.CORRECTIONS), *_others()]
        return "\n".join(parts)


def _legend():
    yield "| Ký hiệu | Nghĩa |"
    yield "| :-: | --- |"
    yield from (f"| {kind.value} | {kind.label} |" for kind in cells.Kind)
    yield ""


def _columns():
    yield "| Cột | Vai trò |"
    yield "| --- | --- |"
    yield from (f"| {SHORT[column]} | {cells.name_of(column)} |" for column in cells.COLUMNS)
    yield ""


def _head(columns):
    yield f"| Việc | {' | '.join(SHORT[column] for column in columns)} |"
    yield f"| --- |{' :-: |' * len(columns)}"


def _cases(table):
    moves, states, cell = table
    for status in states:
        found = cells.moves_in(moves, status)
        yield f"### {states(status).label}"
        yield ""
        if not found:
            yield "Không còn việc nào làm được."
            yield ""
            continue
        yield from _head(cells.COLUMNS)
        for move in found:
            row = " | ".join(cell(move, status, column) for column in cells.COLUMNS)
            yield f"| {move.label} | {row} |"
        yield ""


def _others():
    columns = [column for column in cells.COLUMNS if column != cells.REQUESTER]
    yield "## Việc không thuộc bước nào của hồ sơ"
    yield ""
    for heading, rows in acts.ACTS.items():
        yield f"### {heading}"
        yield ""
        yield from _head(columns)
        for act in rows:
            also = f" ({act.also.rstrip('.')})" if act.also else ""
            yield f"| {act.label}{also} | {' | '.join(act.cell(column) for column in columns)} |"
        yield ""

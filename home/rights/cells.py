"""What one cell of the table says: the kinds of right, and how the moves of cases come to have them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.roles import CASE_ROLES, Role
from workflow import correction_moves, transitions
from workflow.access import AUDITING_ROLES
from workflow.choices import CorrectionStatus, Status


class Kind(models.TextChoices):
    """One letter a cell; the words stand in the legend."""

    ALONE = "L", _("Làm một mình")
    PROPOSES = "Đ", _("Đề nghị, trình, hoặc kiểm tra lần một; người khác duyệt")
    APPROVES = "K", _("Duyệt, ký hoặc trả lại; không phải người đã trình")
    RECORDS = "G", _("Ghi nhận bản ký bên ngoài; không phải người đã trình")
    SEES = "X", _("Xem được")
    NOTHING = "·", _("Không làm được; lần thử được ghi lại")
    OUT = "–", _("Không thấy; địa chỉ trả lời như không có")


#: Beside the roles: the holder of the tracking code, and an account of the whole system that holds no role.
REQUESTER, SUPERUSER = "REQUESTER", "SUPERUSER"
COLUMNS = (*Role.values, REQUESTER, SUPERUSER)
NAMES = {
    REQUESTER: _("Người yêu cầu, bằng mã tra cứu"),
    SUPERUSER: _("Quản trị toàn hệ thống, không giữ vai trò"),
}
#: Who meets a case at all by their role; a unit's officer only those of their unit, or those it was asked about. The
#: department of justice meets none but under an inspection decision.
SEES_CASES = CASE_ROLES | AUDITING_ROLES


def name_of(column: str) -> str:
    return str(NAMES[column] if column in NAMES else Role(column).label)


def kind_of(move, second_halves) -> str:
    """What whoever may make this move has: alone, its first half, or its second."""
    if move.name == "record_signature":
        return Kind.RECORDS
    if move.name in second_halves:
        return Kind.APPROVES
    return Kind.PROPOSES if move.second_person else Kind.ALONE


def case_cell(move, status: str, column: str) -> str:
    """What the column's holder has of this move on a request in that state."""
    return _cell(move, status, column, transitions.SECOND_HALVES)


def correction_cell(move, status: str, column: str) -> str:
    """The same of a request for correction; its citizen sees it by the code and does nothing to it."""
    return _cell(move, status, column, correction_moves.ON_PROPOSALS)


def _cell(move, status, column, second_halves):
    may = move.requester if column == REQUESTER else column in move.by
    if may and status in move.sources:
        return kind_of(move, second_halves)
    return Kind.NOTHING if column == REQUESTER or column in SEES_CASES else Kind.OUT


def moves_in(moves: dict, status: str) -> list:
    """The moves that somebody may make in this state."""
    return [move for move in moves.values() if status in move.sources]


#: The two kinds of case, each with its moves, its states and its cells.
REQUESTS = (transitions.MOVES, Status, case_cell)
CORRECTIONS = (correction_moves.MOVES, CorrectionStatus, correction_cell)

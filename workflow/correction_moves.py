"""The moves of a request for correction: the same kind of table as that of requests, and small (readings.md 14)."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.choices import VersionKind
from cms.core import two_people
from cms.core.dates import local_day
from cms.core.errors import NotAllowed
from cms.core.roles import Role
from workflow import clock
from workflow.choices import CORRECTION_OPEN, CorrectionAbout
from workflow.choices import CorrectionStatus as S
from workflow.models import CorrectionRequest
from workflow.transitions import ImpossibleMove, Move

_FOCAL = (Role.FOCAL_OFFICER, Role.FOCAL_HEAD)
_DECIDERS = (Role.FOCAL_HEAD, Role.SIGNER, Role.HEAD)


def is_corrected(correction: CorrectionRequest) -> bool:
    """Whether the published item was corrected, or taken down, since the citizen wrote."""
    item = correction.item
    since = {"kind": VersionKind.CORRECTION, "published_at__gte": correction.sent_at}
    taken_down = item.withdrawn_on is not None and item.withdrawn_on >= correction.sent_on
    return taken_down or item.versions.filter(**since).exists()


def _has_own_code(correction, day):
    if correction.found_by_id is None:
        return ""
    return _("Người yêu cầu xem việc này bằng mã tra cứu của hồ sơ.")


def _correction_stands(correction, day):
    if correction.outcome != S.CORRECTED or correction.about != CorrectionAbout.PUBLISHED or is_corrected(correction):
        return ""
    return _(
        "Mục thông tin chưa được đính chính. Đăng bản đính chính trước, rồi mới trả lời người dân là đã đính chính."
    )


#: `target` None: decide leads to the outcome that was proposed.
MOVES: dict[str, Move] = {
    move.name: move
    for move in (
        Move("receive", _("Nhận để kiểm tra"), (S.RECEIVED,), S.CHECKING, _FOCAL,
             _("Thời hạn tính từ ngày nhận kiến nghị, không phải ngày bấm.")),
        Move("ask_unit", _("Hỏi đơn vị tạo ra thông tin"), (S.CHECKING,), S.ASKED, _FOCAL,
             _("Thời hạn vẫn chạy trong lúc hỏi.")),
        Move("answer_unit", _("Trả lời đầu mối"), (S.ASKED,), S.CHECKING, (Role.ORIGINATING_UNIT,),
             _("Cho biết thông tin đúng hay sai, và căn cứ.")),
        Move("propose", _("Đề xuất kết quả"), (S.CHECKING, S.ASKED), S.PROPOSED, _FOCAL,
             _("Đã đính chính, không sai, hoặc thuộc nơi khác. Người khác quyết định."), second_person=True),
        Move("decide", _("Quyết định và trả lời"), (S.PROPOSED,), None, _DECIDERS,
             _("Lời trả lời gửi ngay cho người dân. Kiến nghị kết thúc."), second_person=True, guard=_correction_stands),
        Move("send_back", _("Trả lại để xem lại"), (S.PROPOSED,), S.CHECKING, _DECIDERS,
             _("Người đề xuất xem lại. Thời hạn vẫn chạy."), main=False),
        Move("reissue_code", _("Cấp lại mã tra cứu"), tuple(S), None, _FOCAL,
             _("Xem giấy tờ tùy thân của người kiến nghị trước khi cấp. Mã cũ hết dùng."), main=False, guard=_has_own_code),
    )
}  # fmt: skip
#: On a proposal: never by the person who made it (S7).
ON_PROPOSALS = frozenset({"decide", "send_back"})


def holds_a_role(move: Move, correction: CorrectionRequest, user) -> bool:
    """Whether the person may do such a move on this case at all; nobody passes without a role."""
    for role in move.by:
        if role == Role.ORIGINATING_UNIT:
            if correction.asked_unit_id in user.units_as({role}):
                return True
        elif user.has_role(role, correction.authority):
            return True
    return False


def check(name: str, correction: CorrectionRequest, by, day: date) -> Move:
    """The move, if this person may make it now. NotAllowed: not theirs to do. ImpossibleMove: not possible now."""
    move = MOVES[name]
    if not holds_a_role(move, correction, by):
        roles = ", ".join(str(Role(role).label) for role in move.by)
        raise NotAllowed(_("Ông/bà không có vai trò để làm việc này. Người làm được: %(roles)s.") % {"roles": roles})
    if correction.status not in move.sources:
        raise ImpossibleMove(
            _("Kiến nghị đang ở bước “%(status)s” nên không làm được việc “%(move)s”.")
            % {"status": correction.get_status_display(), "move": move.label}
        )
    if name in ON_PROPOSALS and not _is_another(correction, by, move):
        raise NotAllowed(_("Người đề xuất không được tự quyết định. Cần một người khác."))
    why_not = move.guard(correction, day) if move.guard else ""
    if why_not:
        raise ImpossibleMove(why_not)
    return move


def _is_another(correction, by, move):
    """The second person, also where one of the two stands in for the other."""
    told = {"roles": move.by, "authority_id": correction.authority_id, "begun_in": MOVES["propose"].by}
    day = local_day(correction.proposed_at) if correction.proposed_at else None
    return two_people.is_another(by, correction.proposed_by_id, begun_on=day, **told)


def allowed(correction: CorrectionRequest, by, day: date) -> list[Move]:
    """Exactly the moves this person may make now, in the table's order."""
    moves = []
    for name in MOVES:
        try:
            moves.append(check(name, correction, by, day))
        except (NotAllowed, ImpossibleMove):
            continue
    return moves


def waiting_for(user):
    """Open cases that this person must move, or keep in sight while another unit is asked; the next to fall due first."""
    watched = Q(authority__in=user.authorities_as(_FOCAL))
    asked = Q(status=S.ASKED, asked_unit__in=user.units_as(MOVES["answer_unit"].by))
    to_decide = Q(status=S.PROPOSED, authority__in=user.authorities_as(_DECIDERS)) & ~Q(proposed_by=user)
    return CorrectionRequest.objects.open().filter(watched | asked | to_decide).with_people().by_due_date()


def waits_for_item(correction: CorrectionRequest) -> str:
    """Why a proposal cannot be decided yet; empty where nothing stands in its way."""
    return str(_correction_stands(correction, None)) if correction.status == S.PROPOSED else ""


def article_of(correction: CorrectionRequest) -> str:
    """The article that gives the right and its term."""
    return correction.rule_set.rules.cite(clock.correction_term(correction).article)


def as_mermaid() -> str:
    """The moves as a drawing, for docs/states.md."""
    lines = ["stateDiagram-v2", f"    [*] --> {S.RECEIVED}: report"]
    for move in MOVES.values():
        targets = [move.target] if move.target else [s for s in S if s not in CORRECTION_OPEN and move.name == "decide"]
        lines += [f"    {source} --> {target}: {move.name}" for source in move.sources for target in targets]
    return "\n".join(lines)

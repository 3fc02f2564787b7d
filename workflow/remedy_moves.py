"""The moves of a complaint, lawsuit or denunciation: who may do what, and never the person complained of."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core import two_people
from cms.core.dates import local_day
from cms.core.errors import NotAllowed
from cms.core.roles import CASE_ROLES, Role
from cms.law.remedy_terms import RemedyStep, remedy_term
from workflow import access
from workflow.models import Remedy, RemedyReader
from workflow.remedy_choices import SETTLED_ELSEWHERE, RemedyInstance, RemedyKind
from workflow.remedy_choices import RemedyStatus as S
from workflow.transitions import ImpossibleMove, Move

_FOCAL = (Role.FOCAL_OFFICER, Role.FOCAL_HEAD)
_DECIDERS = (Role.HEAD, Role.SIGNER)
_ALL = (*_FOCAL, *_DECIDERS)
_OPEN = (S.RECEIVED, S.ACCEPTED, S.SUSPENDED, S.PROPOSED)
#: Done by those whom the head has named, where the matter is a denunciation.
OF_READERS = frozenset({"accept", "propose", "add_papers"})


def _no_lawsuit(remedy, day):
    return _("Tòa án thụ lý, không phải cơ quan.") if remedy.kind == RemedyKind.LAWSUIT else ""


def _trial_only(remedy, day):
    if remedy.kind == RemedyKind.LAWSUIT and remedy.level == RemedyInstance.TRIAL:
        return ""
    return _("Chỉ gửi ý kiến khi tòa án thông báo đã thụ lý sơ thẩm.")


def _ours(remedy, day):
    return "" if remedy.is_ours else _("Việc này do nơi khác giải quyết.")


def most_lengthenings(remedy) -> int:
    """How many times the term may be lengthened: once for a complex complaint, as its law says for a denunciation."""
    if remedy.kind == RemedyKind.DENUNCIATION:
        return remedy_term(RemedyStep.DENUNCIATION_LENGTHEN, remedy.accepted_on).most
    return 1


def _may_lengthen(remedy, day):
    if not remedy.is_ours:
        return _ours(remedy, day)
    if remedy.lengthened >= most_lengthenings(remedy):
        return _("Luật không cho kéo dài thêm.")
    return _("Thời hạn đã hết, không kéo dài được nữa.") if remedy.due_on < day else ""


def _secret_only(remedy, day):
    return "" if remedy.is_secret else _("Chỉ tố cáo mới có danh sách người được xem.")


def _not_erased(remedy, day):
    return _("Dữ liệu cá nhân của hồ sơ này đã được xóa.") if remedy.info_request.erased_at else ""


#: `target` None: decide leads to the outcome proposed, send_back to where the proposal came from.
MOVES: dict[str, Move] = {
    move.name: move
    for move in (
        Move("accept", _("Thụ lý"), (S.RECEIVED,), S.ACCEPTED, _ALL,
             _("Thời hạn giải quyết tính từ ngày thụ lý."), guard=_no_lawsuit),
        Move("send_opinion", _("Ghi đã gửi ý kiến cho tòa"), (S.RECEIVED,), S.ACCEPTED, _ALL,
             _("Ý kiến và chứng cứ gửi tòa án bằng văn bản."), guard=_trial_only),
        Move("propose", _("Đề xuất kết quả"), (S.RECEIVED, S.ACCEPTED), S.PROPOSED, _FOCAL,
             _("Người đứng đầu quyết định. Người bị khiếu nại không tham gia."), second_person=True),
        Move("decide", _("Quyết định"), (S.PROPOSED,), None, (*_DECIDERS, Role.FOCAL_HEAD),
             _("Việc kết thúc với kết quả này. Câu trả lời ban đầu giữ nguyên."), second_person=True),
        Move("send_back", _("Trả lại để xem lại"), (S.PROPOSED,), None, (*_DECIDERS, Role.FOCAL_HEAD),
             _("Người đề xuất xem lại. Thời hạn vẫn chạy."), main=False),
        Move("lengthen", _("Kéo dài thời hạn"), (S.ACCEPTED,), None, _DECIDERS,
             _("Cần văn bản nêu lý do, trong khi thời hạn còn chạy."), main=False, guard=_may_lengthen),
        Move("suspend", _("Tạm đình chỉ"), (S.ACCEPTED,), S.SUSPENDED, _DECIDERS,
             _("Thời gian tạm đình chỉ không tính vào thời hạn."), main=False, guard=_ours),
        Move("resume", _("Giải quyết tiếp"), (S.SUSPENDED,), S.ACCEPTED, _DECIDERS,
             _("Thời hạn chạy tiếp từ hôm nay.")),
        Move("add_papers", _("Thêm giấy tờ"), tuple(S), None, (*_ALL, Role.REGISTRY),
             _("Giấy tờ giữ kín trong hồ sơ của việc này."), main=False, guard=_not_erased),
        Move("name_reader", _("Giao người xem tố cáo"), _OPEN, None, (Role.HEAD,),
             _("Người này được đọc ai tố cáo và tố cáo gì. Mỗi lần đọc được ghi lại."), main=False, guard=_secret_only),
        Move("drop_reader", _("Thôi cho xem"), tuple(S), None, (Role.HEAD,),
             _("Người này không đọc được nữa."), main=False, guard=_secret_only),
    )
}  # fmt: skip
#: On a proposal: never by the person who made it (S7).
ON_PROPOSALS = frozenset({"decide", "send_back"})


def holds_a_role(move: Move, remedy: Remedy, user) -> bool:
    """Whether the person may do such a move on this matter at all."""
    roles = move.by
    if move.name in ON_PROPOSALS and remedy.is_ours:
        roles = _DECIDERS
    if remedy.is_secret and not access.is_of_the_few(user, remedy):
        return move.name == "add_papers" and user.has_role(Role.REGISTRY, remedy.authority)
    if remedy.is_secret and move.name in OF_READERS:
        roles = tuple(CASE_ROLES)
    return any(user.has_role(role, remedy.authority) for role in roles)


def prepared_the_answer(remedy: Remedy, user) -> bool:
    """Whether this person drafted the very paper that is complained of: they do not say whether it was right."""
    letter = remedy.letter
    return letter is not None and user.pk in (letter.drafted_by_id, getattr(letter.decision, "proposed_by_id", None))


def check(name: str, remedy: Remedy, by, day: date) -> Move:
    """The move, if this person may make it now. NotAllowed: not theirs to do. ImpossibleMove: not possible now."""
    move = MOVES[name]
    if not holds_a_role(move, remedy, by):
        raise NotAllowed(_("Ông/bà không có vai trò để làm việc này."))
    if remedy.against_id == by.pk:
        raise NotAllowed(_("Người bị khiếu nại, tố cáo không xử lý việc này."))
    if remedy.status not in move.sources:
        raise ImpossibleMove(
            _("Việc này đang ở bước “%(status)s” nên không làm được “%(move)s”.")
            % {"status": remedy.get_status_display(), "move": move.label}
        )
    if name == "propose" and prepared_the_answer(remedy, by):
        raise NotAllowed(_("Người soạn văn bản bị khiếu nại không đề xuất kết quả. Cần một người khác."))
    if name in ON_PROPOSALS and not _is_another(remedy, by, move):
        raise NotAllowed(_("Người đề xuất không được tự quyết định. Cần một người khác."))
    why_not = move.guard(remedy, day) if move.guard else ""
    if why_not:
        raise ImpossibleMove(why_not)
    return move


def _is_another(remedy, by, move):
    """The second person, also where one of the two stands in for the other."""
    told = {"roles": move.by, "authority_id": remedy.authority_id, "begun_in": MOVES["propose"].by}
    day = local_day(remedy.proposed_at) if remedy.proposed_at else None
    return two_people.is_another(by, remedy.proposed_by_id, begun_on=day, **told)


def allowed(remedy: Remedy, by, day: date) -> list[Move]:
    """Exactly the moves this person may make now, in the table's order."""
    moves = []
    for name in MOVES:
        try:
            moves.append(check(name, remedy, by, day))
        except (NotAllowed, ImpossibleMove):
            continue
    return moves


def waiting_for(user):
    """Open matters in which it is this person's turn; the next to fall due first."""
    with_others = Q(status=S.ACCEPTED, level__in=SETTLED_ELSEWHERE)
    to_handle = Q(status__in=(S.RECEIVED, S.ACCEPTED)) & ~with_others
    own = Q(authority__in=user.authorities_as(_FOCAL)) & to_handle & ~Q(kind=RemedyKind.DENUNCIATION)
    read = RemedyReader.objects.filter(user=user.pk, ended_at=None).values("remedy")
    few = Q(kind=RemedyKind.DENUNCIATION) & to_handle
    few &= Q(authority__in=user.authorities_as({Role.HEAD})) | Q(pk__in=read)
    deciding = Q(status__in=(S.PROPOSED, S.SUSPENDED), authority__in=user.authorities_as(_DECIDERS))
    deciding &= ~Q(proposed_by=user.pk, status=S.PROPOSED)
    found = Remedy.objects.open().filter(own | few | deciding).exclude(against=user.pk)
    return access.visible_remedies(user, found).with_people().by_due_date()


def as_mermaid() -> str:
    """The moves as a drawing, for docs/states.md."""
    lines = ["stateDiagram-v2", f"    [*] --> {S.RECEIVED}: enter"]
    ends = {"decide": [one for one in S if one not in _OPEN], "send_back": [S.RECEIVED, S.ACCEPTED]}
    for move in MOVES.values():
        targets = [move.target] if move.target else ends.get(move.name, [])
        lines += [f"    {source} --> {target}: {move.name}" for source in move.sources for target in targets]
    return "\n".join(lines)

"""The one table of moves: what may follow, by whom, under which article. It draws its own diagram, offers the desk's
buttons and guards every door. Nobody types a status.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from cms.core import two_people
from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed
from cms.core.roles import Role
from cms.law.choices import TermKind
from cms.law.errors import NoSuchTerm
from workflow import clock
from workflow.choices import (
    HANDLING_STATUSES,
    OPEN_STATUSES,
    Channel,
    DecisionKind,
    DecisionState,
    FileRole,
    Inspection,
    LetterForm,
    LetterState,
    Outcome,
)
from workflow.choices import Status as S
from workflow.models import Decision, InformationRequest


class ImpossibleMove(DomainError):
    """The request does not stand where this move begins, or a fact of the case forbids it: answered 409."""


@dataclass(frozen=True)
class Move:
    """One line of the table. `target` None: the request stays where it is."""

    name: str
    label: str
    sources: tuple[str, ...]
    target: str | None
    by: tuple[str, ...]
    effect: str
    article: str = ""  # the name of an entry in RuleSet.articles
    requester: bool = False  # the holder of the tracking code may do it too
    second_person: bool = False  # this act, or what it begins, needs a proposer and a different approver
    main: bool = True  # "Bước tiếp theo"; otherwise "Việc khác"
    guard: Callable[[InformationRequest, date], str] | None = None  # a sentence that says why not, or ""


# --- what a fact of the case may forbid ---------------------------------------------------------------------------
#: What the guards read; prefetched once where many moves are asked about.
FACTS = ("decisions", "letters", "attachments", "supplements", "extensions", "payments")


def _rule_for_lapse(info_request, day):
    supplement = next((row for row in info_request.supplements.all() if row.supplied_on is None), None)
    if info_request.authority.supplement_days is None or supplement is None or supplement.until_on is None:
        return _("Quy chế của cơ quan không đặt hạn bổ sung, nên không được kết thúc vì chờ lâu.")
    if day <= supplement.until_on:
        return _("Hạn bổ sung theo quy chế chưa qua.")
    return ""


def _notice_is_due(info_request, day):
    if info_request.noticed_on is not None:
        return _("Đã thông báo thời hạn.")
    try:
        info_request.rule_set.rules.term(TermKind.FIRST_NOTICE, *clock.terms_key(info_request))
    except NoSuchTerm as no:
        return str(no)
    return ""


def _law_splits_by_complexity(info_request, day):
    rules, group = info_request.rule_set.rules, clock.terms_key(info_request)[0]
    if rules.term(TermKind.PROVIDE, group, "SIMPLE") == rules.term(TermKind.PROVIDE, group, "COMPLEX"):
        return _("Luật áp dụng cho hồ sơ này không chia đơn giản hay phức tạp.")
    return ""


def _can_be_extended(info_request, day):
    if info_request.due_on is None or day > info_request.due_on:
        return _("Đã quá hạn: gia hạn phải thông báo trong thời hạn đang chạy.")
    try:
        clock.extension_left(info_request)
    except NoSuchTerm as no:
        return str(no)
    return ""


def _has_live(kind):
    def guard(info_request, day):
        waiting = any(decision.kind == kind and decision.is_live for decision in info_request.decisions.all())
        return _("Đã có một đề xuất đang chờ.") if waiting else ""

    return guard


def _entered_by_hand(info_request, day):
    if info_request.channel == Channel.ONLINE:
        return _("Chỉ sửa được ngày gửi, ngày nhận của phiếu do cán bộ nhập.")
    return ""


def _answer_waits(info_request, day):
    """A provision that is signed gives way to a refusal (the cost was not paid); a refusal that is signed does not."""
    live = [one for one in info_request.decisions.all() if one.kind == DecisionKind.ANSWER and one.is_live]
    if any(one.state == DecisionState.PROPOSED or one.outcome == Outcome.REFUSE for one in live):
        return _("Đã có một đề xuất đang chờ.")
    return ""


def _both(*guards):
    def guard(info_request, day):
        return next(filter(None, (g(info_request, day) for g in guards)), "")

    return guard


def _paper_is_new(form):
    """Such a paper neither waits for the registry nor was issued."""

    def guard(info_request, day):
        drawn_up = (LetterState.DRAFT, LetterState.ISSUED)
        found = any(letter.form == form and letter.state in drawn_up for letter in info_request.letters.all())
        return _("Văn bản này đã soạn.") if found else ""

    return guard


def _is_overdue(info_request, day):
    return "" if info_request.due_on and day > info_request.due_on else _("Hồ sơ chưa quá hạn.")


def _nothing_left_to_check(info_request, day):
    if any(file.checked_by_id is None or file.released_by_id is None for file in _answer_files(info_request)):
        return _("Còn tệp chưa đủ hai người kiểm tra. Kiểm tra xong mới soạn phiếu giao.")
    return ""


def _waits(kind, state, outcomes=None):
    """The case has a decision of this kind in this state."""

    def guard(info_request, day):
        waiting = [one for one in info_request.decisions.all() if one.kind == kind and one.state == state]
        if any(outcomes is None or one.outcome in outcomes for one in waiting):
            return ""
        return _("Không có đề xuất nào đang ở bước này.")

    return guard


def _can_be_handed_over(info_request, day):
    if _waits(DecisionKind.ANSWER, DecisionState.APPROVED, _GIVES)(info_request, day):
        return _("Đang có đề xuất từ chối hồ sơ này nên chưa giao được.")
    if _has_drafts(info_request):
        return _("Còn văn bản chưa phát hành. Phát hành xong mới giao thông tin.")
    if any(file.inspection == Inspection.HELD for file in _answer_files(info_request)):
        return _("Còn tệp có dữ liệu ẩn chưa xử lý. Xử lý xong mới giao.")
    if any(not file.is_passed for file in _answer_files(info_request)):
        return _("Còn tệp chưa được tìm dữ liệu ẩn xong. Hãy chờ trong giây lát.")
    if any(file.checked_by_id is None or file.released_by_id is None for file in _answer_files(info_request)):
        return _("Còn tệp chưa đủ hai người kiểm tra. Kiểm tra xong mới giao.")
    return ""


def _has_files(info_request, day):
    return "" if _answer_files(info_request) else _("Hồ sơ chưa có tệp trả lời nào.")


def _answer_files(info_request):
    return [file for file in info_request.attachments.all() if file.role == FileRole.ANSWER and file.removed_at is None]


def _has_drafts(info_request):
    return any(letter.state == LetterState.DRAFT for letter in info_request.letters.all())


def _commune_asks(info_request, day):
    if info_request.authority.asks_residency and info_request.is_resident is False:
        return ""
    return _("Chỉ hỏi với người không cư trú trên địa bàn xã.")


def _was_paid(info_request, day):
    paid = any(payment.is_standing for payment in info_request.payments.all())
    return "" if paid else _("Hồ sơ không có lần trả chi phí nào đang được tính.")


def _drafts_wait(info_request, day):
    waiting = any(one.state == LetterState.DRAFT and not one.replaces_id for one in info_request.letters.all())
    return "" if waiting else _("Không có văn bản chờ phát hành.")


def _replacement_waits(info_request, day):
    waiting = any(one.state == LetterState.DRAFT and one.replaces_id for one in info_request.letters.all())
    return "" if waiting else _("Không có văn bản thay thế chờ phát hành.")


def _has_issued(info_request, day):
    issued = any(letter.state == LetterState.ISSUED for letter in info_request.letters.all())
    return "" if issued else _("Hồ sơ chưa có văn bản đã phát hành.")


def _finding_open(info_request, day):
    open_one = info_request.corrections.found_by_authority().open().values_list("code", flat=True).first()
    return _("Đang có việc đính chính %(code)s của hồ sơ này.") % {"code": open_one} if open_one else ""


_GIVES = (Outcome.PROVIDE, Outcome.PROVIDE_PARTLY)
_FOCAL = (Role.FOCAL_OFFICER, Role.FOCAL_HEAD)
_ANY_OFFICER = (Role.FOCAL_OFFICER, Role.FOCAL_HEAD, Role.REGISTRY)
_SIGNERS = (Role.SIGNER, Role.HEAD)
#: Until its paper is issued a request stays open; these end it then.
_REFUSABLE = tuple(s for s in OPEN_STATUSES if s not in (S.AWAITING_CONFIRMATION, S.SUPPLEMENT_REQUESTED))

MOVES: dict[str, Move] = {
    move.name: move
    for move in (
        # --- receiving ---------------------------------------------------------------------------------------
        Move("confirm_assisted", _("Ghi nhận người dân đã xác nhận"), (S.AWAITING_CONFIRMATION,), S.RECEIVED, _FOCAL,
             _("Điện thoại không phải kênh gửi. Từ lúc xác nhận, yêu cầu mới được tính là đã gửi."), "assisted_filing",
             requester=True),
        Move("accept", _("Xác nhận hợp lệ"), (S.RECEIVED,), S.ACCEPTED, _FOCAL,
             _("Thời hạn tính từ ngày nhận đủ, không phải ngày bấm."), "valid_request"),
        Move("provide_at_once", _("Cung cấp ngay"), (S.RECEIVED, S.ACCEPTED), S.PROVIDED, _FOCAL,
             _("Thông tin đã công khai hoặc đã được cho phép cung cấp. Một người làm được."), "provide_at_once"),
        Move("ask_for_supplement", _("Đề nghị bổ sung"), (S.RECEIVED,), S.SUPPLEMENT_REQUESTED, _FOCAL,
             _("Thời hạn chưa chạy cho đến khi nhận đủ."), "supplement"),
        Move("draft_redirect", _("Hướng dẫn gửi nơi khác"), (S.RECEIVED,), None, _FOCAL,
             _("Soạn văn bản nêu đúng cơ quan có trách nhiệm. Hồ sơ kết thúc khi văn thư phát hành."), "redirect"),
        Move("propose_valid_on", _("Trình ngày hợp lệ khác"), (S.RECEIVED,), None, (Role.FOCAL_OFFICER,),
             _("Chỉ khi ngày nhận đủ khác ngày đã ghi. Trưởng đơn vị đầu mối duyệt."), "valid_request",
             second_person=True, main=False, guard=_has_live(DecisionKind.VALID_ON)),
        Move("approve_valid_on", _("Duyệt ngày hợp lệ"), (S.RECEIVED,), S.ACCEPTED, (Role.FOCAL_HEAD,),
             _("Thời hạn sẽ tính từ ngày này."), "valid_request", second_person=True,
             guard=_waits(DecisionKind.VALID_ON, DecisionState.PROPOSED)),
        Move("set_aside", _("Đánh dấu trùng hoặc rác"), (S.AWAITING_CONFIRMATION, S.RECEIVED), S.SET_ASIDE, _FOCAL,
             _("Không phải từ chối. Hồ sơ vẫn nằm trong sổ."), "register", main=False),
        Move("supply", _("Ghi nhận bổ sung"), (S.SUPPLEMENT_REQUESTED,), S.RECEIVED, _ANY_OFFICER,
             _("Thời hạn tính từ ngày nhận đủ bổ sung."), "supplement", requester=True),
        Move("draw_up_guidance", _("Soạn văn bản hướng dẫn bổ sung"), (S.SUPPLEMENT_REQUESTED,), None, _FOCAL,
             _("Khi người dân cần bản giấy. Văn thư phát hành."), "supplement", main=False,
             guard=_paper_is_new(LetterForm.SUPPLEMENT)),
        Move("lapse", _("Kết thúc do không bổ sung"), (S.SUPPLEMENT_REQUESTED,), S.LAPSED, _FOCAL,
             _("Chỉ khi quy chế của cơ quan đặt hạn và hạn đã qua."), "supplement", guard=_rule_for_lapse),
        # --- handling ----------------------------------------------------------------------------------------
        Move("classify", _("Phân loại mục thông tin"), _REFUSABLE, None, (*_FOCAL, Role.ORIGINATING_UNIT),
             _("Lĩnh vực, loại thông tin, căn cứ cung cấp của từng mục."), "secrecy_check", main=False),
        Move("reclassify", _("Đổi mức đơn giản, phức tạp"), HANDLING_STATUSES, None, _FOCAL,
             _("Đổi mức làm đổi thời hạn. Phải nói lý do."), "valid_request", main=False, guard=_law_splits_by_complexity),
        Move("record_residency", _("Kết luận về nơi cư trú"), _REFUSABLE, None, _FOCAL,
             _("Ghi thông tin liên quan thế nào đến quyền lợi của người yêu cầu."), "commune_residents", main=False,
             guard=_commune_asks),
        Move("notify_time_limit", _("Thông báo thời hạn trả lời"), HANDLING_STATUSES, None, _FOCAL,
             _("Soạn văn bản báo thời hạn; văn thư phát hành."), "valid_request", guard=_notice_is_due),
        Move("collect", _("Thu thập thông tin"), (S.ACCEPTED,), S.COLLECTING, _FOCAL,
             _("Đề nghị đơn vị chủ trì gửi thông tin. Thời hạn vẫn chạy."), "secrecy_check"),
        Move("review", _("Chuyển xem xét"), (S.ACCEPTED,), S.UNDER_REVIEW, _FOCAL,
             _("Khi không phải thu thập thêm."), "secrecy_check"),
        Move("hand_over_information", _("Giao thông tin cho đầu mối"), (S.COLLECTING,), S.UNDER_REVIEW,
             (Role.ORIGINATING_UNIT, *_FOCAL),
             _("Đơn vị chủ trì đã kiểm tra bí mật và phân loại."), "secrecy_check"),
        Move("consult", _("Hỏi ý kiến"), HANDLING_STATUSES, None, _FOCAL,
             _("Hỏi đơn vị hoặc cơ quan khác. Thời hạn không dừng."), "secrecy_check", main=False),
        Move("answer_consultation", _("Trả lời đầu mối"), HANDLING_STATUSES, None, (Role.ORIGINATING_UNIT, *_FOCAL),
             _("Trả lời câu hỏi của đơn vị đầu mối."), "secrecy_check", main=False),
        Move("add_file", _("Thêm tệp trả lời"), HANDLING_STATUSES + (S.APPROVED_TO_PROVIDE, S.AWAITING_PAYMENT, S.READY),
             None, (*_FOCAL, Role.ORIGINATING_UNIT), _("Tệp chỉ giao được sau khi hai người kiểm tra."), "secrecy_check"),
        Move("check_file", _("Kiểm tra bí mật của tệp"), HANDLING_STATUSES + (S.APPROVED_TO_PROVIDE, S.AWAITING_PAYMENT, S.READY),
             None, (Role.ORIGINATING_UNIT, *_FOCAL), _("Người thứ nhất: đơn vị chủ trì."), "secrecy_check",
             second_person=True, main=False, guard=_has_files),
        Move("release_file", _("Cho giao tệp"), HANDLING_STATUSES + (S.APPROVED_TO_PROVIDE, S.AWAITING_PAYMENT, S.READY),
             None, _FOCAL, _("Người thứ hai: đơn vị đầu mối."), "secrecy_check", second_person=True, main=False,
             guard=_has_files),
        Move("draw_up_apology", _("Soạn thư xin lỗi, hẹn lại ngày"), _REFUSABLE, None, _FOCAL,
             _("Khi đã quá hạn. Hạn theo luật không đổi; văn thư phát hành."), "valid_request", main=False,
             guard=_is_overdue),
        Move("ask_consent", _("Xin đồng ý của người liên quan"), HANDLING_STATUSES, None, _FOCAL,
             _("Văn bản đồng ý phải kèm yêu cầu; cơ quan có thể hỏi giúp. Thời hạn không dừng."), "consent_with_request",
             main=False),
        Move("record_consent", _("Ghi trả lời của người liên quan"), HANDLING_STATUSES, None, _FOCAL,
             _("Đồng ý hay không, ngày nào, kèm văn bản."), "consent_with_request", main=False),
        # --- deciding: proposed by one, approved by another --------------------------------------------------
        Move("propose_provision", _("Trình duyệt cung cấp"), (S.UNDER_REVIEW,), None, (*_FOCAL, Role.ORIGINATING_UNIT),
             _("Cung cấp toàn bộ hoặc một phần, từng mục một. Người ký duyệt."), "resolution_notice", second_person=True,
             guard=_has_live(DecisionKind.ANSWER)),
        Move("propose_refusal", _("Trình từ chối"), _REFUSABLE, None, _FOCAL,
             _("Cần căn cứ luật nêu và lý do. Người ký duyệt."), "refuse_in_writing", second_person=True,
             guard=_answer_waits),
        Move("propose_extension", _("Trình gia hạn"), HANDLING_STATUSES, None, (*_FOCAL, Role.ORIGINATING_UNIT),
             _("Thông báo phải phát hành trong thời hạn đang chạy."), "valid_request", second_person=True,
             guard=_both(_has_live(DecisionKind.EXTENSION), _can_be_extended)),
        Move("propose_correction", _("Đề nghị sửa ngày nhập sai"), _REFUSABLE, None, _ANY_OFFICER,
             _("Trưởng đơn vị đầu mối duyệt. Ngày cũ vẫn còn trong lịch sử."), "register", second_person=True, main=False,
             guard=_both(_entered_by_hand, _has_live(DecisionKind.CORRECT_ENTRY))),
        Move("approve_provision", _("Ký duyệt cung cấp"), (S.UNDER_REVIEW,), S.APPROVED_TO_PROVIDE, _SIGNERS,
             _("Văn thư phát hành phiếu giải quyết, rồi giao thông tin."), "resolution_notice", second_person=True,
             guard=_waits(DecisionKind.ANSWER, DecisionState.PROPOSED, _GIVES)),
        Move("approve_refusal", _("Ký từ chối"), _REFUSABLE, None, _SIGNERS,
             _("Đến khi văn thư phát hành, hồ sơ vẫn mở và thời hạn vẫn chạy."), "refuse_in_writing", second_person=True,
             guard=_waits(DecisionKind.ANSWER, DecisionState.PROPOSED, (Outcome.REFUSE,))),
        Move("approve_extension", _("Ký gia hạn"), HANDLING_STATUSES, None, _SIGNERS,
             _("Hạn chỉ đổi khi thông báo được phát hành trong thời hạn."), "valid_request", second_person=True,
             guard=_waits(DecisionKind.EXTENSION, DecisionState.PROPOSED)),
        Move("approve_correction", _("Duyệt sửa ngày"), _REFUSABLE, None, (Role.FOCAL_HEAD,),
             _("Hạn được tính lại; ngày đã hẹn với người dân không bị rút ngắn."), "register", second_person=True,
             guard=_waits(DecisionKind.CORRECT_ENTRY, DecisionState.PROPOSED)),
        Move("return_draft", _("Trả lại để sửa"), OPEN_STATUSES, None, (*_SIGNERS, Role.FOCAL_HEAD),
             _("Người trình đọc lý do và trình lại."), "", main=False),
        Move("record_signature", _("Ghi nhận bản đã ký"), OPEN_STATUSES, None, (Role.REGISTRY, *_FOCAL),
             _("Bản ký trên giấy hoặc bằng phần mềm ký. Người trình không tự ghi nhận."), "", second_person=True, main=False),
        # --- papers, money, giving ---------------------------------------------------------------------------
        Move("issue_letter", _("Phát hành văn bản"), OPEN_STATUSES, None, (Role.REGISTRY,),
             _("Số, ký hiệu và ngày lấy từ sổ văn thư. Từ đây văn bản có hiệu lực."), "", guard=_drafts_wait),
        Move("issue_extension", _("Phát hành thông báo gia hạn"), HANDLING_STATUSES, None, (Role.REGISTRY,),
             _("Hạn mới có hiệu lực."), "valid_request", main=False,
             guard=_waits(DecisionKind.EXTENSION, DecisionState.APPROVED)),
        Move("issue_refusal", _("Phát hành thông báo từ chối"), _REFUSABLE, S.REFUSED, (Role.REGISTRY,),
             _("Hồ sơ kết thúc."), "refuse_in_writing", main=False,
             guard=_waits(DecisionKind.ANSWER, DecisionState.APPROVED, (Outcome.REFUSE,))),
        Move("issue_redirect", _("Phát hành văn bản hướng dẫn"), (S.RECEIVED,), S.REDIRECTED, (Role.REGISTRY,),
             _("Hồ sơ kết thúc."), "redirect", main=False),
        Move("ask_for_payment", _("Phát hành phiếu giải quyết có chi phí"), (S.APPROVED_TO_PROVIDE,), S.AWAITING_PAYMENT,
             (Role.REGISTRY,), _("Người dân trả chi phí trước khi nhận. Thời hạn vẫn chạy."), "actual_cost", main=False),
        Move("accept_cost", _("Ghi nhận đồng ý trả chi phí"), (S.AWAITING_PAYMENT,), None, _ANY_OFFICER,
             _("Người dân đồng ý trả."), "actual_cost", requester=True, main=False),
        Move("decline_cost", _("Ghi nhận không trả chi phí"), (S.AWAITING_PAYMENT,), S.WITHDRAWN, _FOCAL,
             _("Hồ sơ kết thúc; không phải từ chối."), "actual_cost", requester=True, main=False),
        Move("record_payment", _("Ghi nhận đã trả chi phí"), (S.AWAITING_PAYMENT,), S.READY,
             (Role.CASHIER, *_FOCAL), _("Trả đủ rồi mới giao."), "actual_cost"),
        Move("withdraw_payment", _("Hủy ghi nhận trả nhầm"), (S.AWAITING_PAYMENT, S.READY), S.AWAITING_PAYMENT,
             (Role.CASHIER, *_FOCAL), _("Lần trả ghi nhầm vẫn còn trong lịch sử và không tính nữa."), "actual_cost",
             main=False, guard=_was_paid),
        Move("refund_payment", _("Ghi nhận hoàn trả chi phí"), (S.WITHDRAWN, S.REFUSED), None, (Role.CASHIER, *_FOCAL),
             _("Tiền đã trả của hồ sơ kết thúc mà không giao thông tin."), "actual_cost", main=False, guard=_was_paid),
        Move("draw_up_cover", _("Soạn phiếu giao thông tin"), (S.APPROVED_TO_PROVIDE, S.READY), None, _FOCAL,
             _("Kê những gì giao cho người dân. Văn thư phát hành trước khi giao."), "resolution_notice", main=False,
             guard=_both(_nothing_left_to_check, _paper_is_new(LetterForm.COVER))),
        Move("provide", _("Giao thông tin"), (S.APPROVED_TO_PROVIDE, S.READY), S.PROVIDED, _FOCAL,
             _("Kết quả của hồ sơ lấy từ kết quả các mục."), "resolution_notice", guard=_can_be_handed_over),
        Move("provide_partly", _("Giao phần được cung cấp"), (S.APPROVED_TO_PROVIDE, S.READY), S.PROVIDED_PARTLY, _FOCAL,
             _("Phần còn lại có thông báo từ chối."), "provide_partly", main=False, guard=_can_be_handed_over),
        # --- around the case ---------------------------------------------------------------------------------
        Move("withdraw", _("Ghi nhận rút yêu cầu"), OPEN_STATUSES, S.WITHDRAWN, _FOCAL,
             _("Theo ý người yêu cầu. Hồ sơ kết thúc."), "", requester=True, main=False),
        Move("change_contact", _("Sửa thông tin liên hệ"), OPEN_STATUSES, None, _ANY_OFFICER,
             _("Theo đề nghị của người yêu cầu."), "content_of_request", requester=True, main=False),
        Move("change_delivery", _("Đổi cách nhận"), (S.RECEIVED, S.SUPPLEMENT_REQUESTED, *HANDLING_STATUSES), None,
             _ANY_OFFICER, _("Luật 2016 tính hạn theo cách nhận: đổi cách nhận có thể đổi hạn."), "content_of_request",
             requester=True, main=False),
        Move("assign", _("Giao người thụ lý"), OPEN_STATUSES, None, (Role.FOCAL_HEAD, Role.FOCAL_OFFICER),
             _("Giao hoặc bàn giao cho người khác."), "", main=False),
        Move("open_to_all", _("Mở câu trả lời cho mọi người"), (S.PROVIDED, S.PROVIDED_PARTLY), None, _FOCAL,
             _("Soạn bản không có dữ liệu cá nhân, đưa vào danh mục. Hai người kiểm tra rồi mới đăng."), "may_publish",
             second_person=True, main=False),
        Move("find_wrong", _("Ghi nhận đã cung cấp sai"), (S.PROVIDED, S.PROVIDED_PARTLY), None, _FOCAL,
             _("Khi cơ quan tự thấy thông tin đã cung cấp không đúng. Mở một việc đính chính có thời hạn riêng."),
             "provide_correction", main=False, guard=_finding_open),
        Move("reissue_code", _("Cấp lại mã tra cứu"), tuple(S), None, _FOCAL,
             _("Sau khi xem giấy tờ tại quầy. Mã cũ hết giá trị."), "", main=False),
        Move("add_note", _("Ghi chú nội bộ"), tuple(S), None,
             (*_ANY_OFFICER, Role.ORIGINATING_UNIT, Role.CASHIER, *_SIGNERS),
             _("Người dân không thấy."), "", main=False),
        Move("attach_signed", _("Gắn bản đã ký, đóng dấu"), tuple(S), None, (Role.REGISTRY,),
             _("Người dân tải bản này thay bản chưa ký. Bản phát hành vẫn giữ."), "", main=False, guard=_has_issued),
        Move("propose_recall", _("Trình thu hồi, thay thế văn bản"), tuple(S), None, (*_FOCAL, Role.REGISTRY),
             _("Văn bản đã phát hành không sửa được. Người ký duyệt thì mới thu hồi hoặc thay thế."), "",
             second_person=True, main=False, guard=_has_issued),
        Move("approve_recall", _("Duyệt thu hồi, thay thế văn bản"), tuple(S), None, _SIGNERS,
             _("Văn bản cũ vẫn giữ nguyên và được ghi là đã thu hồi hoặc đã thay thế. Hạn và kết quả hồ sơ không đổi."), "",
             second_person=True, main=False, guard=_has_issued),
        Move("issue_replacement", _("Phát hành văn bản thay thế"), tuple(S), None, (Role.REGISTRY,),
             _("Văn bản mới có số, ngày riêng và nêu văn bản bị thay thế."), "", guard=_replacement_waits),
        Move("mark_posted", _("Ghi nhận đã gửi bưu điện"), tuple(S), None, _ANY_OFFICER,
             _("Ngày gửi giấy cho người dân."), "", main=False),
    )
}  # fmt: skip

#: Moves on a proposal that waits: there must be one, and the person who made it never makes them (S7).
ON_PROPOSALS = frozenset(
    {
        "approve_valid_on",
        "approve_provision",
        "approve_refusal",
        "approve_extension",
        "approve_correction",
        "return_draft",
        "record_signature",
    }
)

#: The second half of an act of two people: never made by whoever made the first half (S7).
SECOND_HALVES = ON_PROPOSALS | {"release_file", "approve_recall"}

#: Which move began what waits, by the outcome or else the kind of the decision.
PROPOSED_BY = {
    DecisionKind.VALID_ON: "propose_valid_on",
    DecisionKind.CORRECT_ENTRY: "propose_correction",
    DecisionKind.EXTENSION: "propose_extension",
    Outcome.PROVIDE: "propose_provision",
    Outcome.PROVIDE_PARTLY: "propose_provision",
    Outcome.REFUSE: "propose_refusal",
}

#: Which paper makes a closing or extending move count (readings.md 8.2).
LETTER_FOR = {
    "issue_extension": LetterForm.EXTENSION,
    "issue_refusal": LetterForm.REFUSAL,
    "issue_redirect": LetterForm.REDIRECT,
    "ask_for_payment": LetterForm.RESOLUTION,
    "provide": LetterForm.RESOLUTION,
    "provide_partly": LetterForm.RESOLUTION,
}


def holds_a_role(move: Move, info_request: InformationRequest, user) -> bool:
    """Whether the person may do such a move on this case at all; superusers included, nobody passes without a role."""
    for role in move.by:
        if role == Role.ORIGINATING_UNIT:
            units = user.units_as({role})
            if units and (info_request.unit_id in units or info_request.consultations.filter(unit__in=units).exists()):
                return True
        elif user.has_role(role, info_request.authority):
            return True
    return False


def check(name: str, info_request: InformationRequest, by, day: date) -> Move:
    """The move, if this person may make it now. `by` None is the holder of the tracking code.

    NotAllowed (403): not theirs to do. ImpossibleMove (409): the case does not allow it now.
    """
    move = MOVES[name]
    if by is None:
        if not move.requester:
            raise NotAllowed(_("Việc này do cán bộ của cơ quan làm."))
    elif not holds_a_role(move, info_request, by):
        roles = ", ".join(str(Role(role).label) for role in dict.fromkeys(move.by))
        raise NotAllowed(_("Ông/bà không có vai trò để làm việc này. Người làm được: %(roles)s.") % {"roles": roles})
    if info_request.status not in move.sources:
        raise ImpossibleMove(
            _("Hồ sơ đang ở bước “%(status)s” nên không làm được việc “%(move)s”.")
            % {"status": info_request.get_status_display(), "move": move.label}
        )
    why_not = move.guard(info_request, day) if move.guard else ""
    if why_not:
        raise ImpossibleMove(why_not)
    return move


def allowed(info_request: InformationRequest, by, day: date) -> list[Move]:
    """Exactly the moves this person may make now, in the table's order: the desk's buttons."""
    moves = []
    for name in MOVES:
        try:
            moves.append(check(name, info_request, by, day))
        except (NotAllowed, ImpossibleMove):
            continue
    if any(move.name in ON_PROPOSALS for move in moves) and not _another_proposed(info_request, by):
        moves = [move for move in moves if move.name not in ON_PROPOSALS]
    return moves


def _another_proposed(info_request, by):
    """Whether a proposal waits that somebody else made."""
    waiting = [one for one in info_request.decisions.all() if one.state == DecisionState.PROPOSED]
    return any(one.proposed_by_id != by.pk for one in waiting)


def check_second_person(decision: Decision, by, move: Move) -> int | None:
    """The approver is another *person* than the proposer, whatever roles or sessions either has (S7).

    Nor is it whoever one of them stands in for in this very act. Returns the key of the person in whose name the approver
    acts; None where they act in a role of their own.
    """
    if decision.proposed_by_id == by.pk:
        raise NotAllowed(_("Người trình không được tự duyệt. Cần một người khác."))
    authority, begun_in = decision.info_request.authority_id, MOVES[PROPOSED_BY[decision.outcome or decision.kind]].by
    begun_on = local_day(decision.proposed_at)
    begun_by = {
        decision.proposed_by_id,
        *two_people.names_on(begun_on, decision.proposed_by_id, begun_in, authority),
    }
    names = two_people.names_of(by, move.by, authority)
    if by.pk in begun_by or (names and set(names) <= begun_by):
        raise NotAllowed(_("Do ủy quyền, việc này được trình và duyệt dưới danh nghĩa một người. Cần một người khác."))
    return two_people.stands_for(by, move.by, authority, begun_by)


def article_of(move: Move, info_request: InformationRequest) -> str:
    """The article to show beside the choice, under the law of this request."""
    rules = info_request.rule_set.rules
    return rules.cite(getattr(rules.articles, move.article)) if move.article else ""


def as_mermaid() -> str:
    """The state machine as a drawing, for docs/states.md."""
    lines = ["stateDiagram-v2"]
    for move in MOVES.values():
        if move.target is None:
            continue
        lines += [f"    {source} --> {move.target}: {move.name}" for source in move.sources if source != move.target]
    lines += [f"    [*] --> {S.RECEIVED}: submit", f"    [*] --> {S.AWAITING_CONFIRMATION}: enter_by_phone"]
    return "\n".join(lines)

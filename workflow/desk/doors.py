"""The table of doors: each officer's move with its address, its form and its verb. What is allowed, transitions says."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from workflow.choices import DecisionState, LetterState, RecallState
from workflow.desk.forms import around, deciding, delivering, gate, handling, opening, recalling, receiving
from workflow.desk.forms.parts import NothingToFill
from workflow.desk.move_form import MoveForm
from workflow.services import (
    citizen,
    consents,
    decision,
    delivery,
    entry,
    findings,
    holdings,
    inspecting,
    intake,
    papers,
    payments,
)
from workflow.services import handling as work
from workflow.services import letters as after
from workflow.services.opening import open_to_all


@dataclass(frozen=True)
class Door:
    """One page of one move. `slug` stands in its address, `button` says the act, `done` what has happened."""

    slug: str
    move: str
    form: type[MoveForm]
    verb: Callable
    button: str
    done: str
    template: str = "workflow/desk/move.html"
    title: str = ""  # the move's own label unless it says more
    takes_seen: bool = True
    #: What the form chooses from; while there is none the case page does not offer the move.
    waits_for: Callable | None = None


def _questions(case):
    return case.consultations.filter(answered_at=None)


def _asked_consents(case):
    return case.consents.open()


def _proposals(case):
    return case.decisions.filter(state=DecisionState.PROPOSED)


def _unposted(case):
    return case.letters.filter(state=LetterState.ISSUED, posted_on=None)


def _standing(case):
    """Issued papers about which no withdrawal or replacement is asked."""
    asked = case.recalls.exclude(state=RecallState.DECLINED).values("letter")
    return case.letters.filter(state=LetterState.ISSUED).exclude(pk__in=asked)


def _recalls(case):
    return case.recalls.filter(state=RecallState.PROPOSED)


def _unchecked(case):
    return case.attachments.to_release().inspected().filter(checked_by=None)


def _unreleased(case):
    return case.attachments.to_release().inspected().filter(checked_by__isnull=False)


DOORS: dict[str, Door] = {
    door.slug: door
    for door in (
        Door("xac-nhan-goi", "confirm_assisted", receiving.ConfirmAssistedForm, entry.confirm_assisted,
             _("Ghi nhận đã xác nhận"), _("Yêu cầu đã được tính là gửi hôm nay.")),
        Door("hop-le", "accept", receiving.AcceptForm, intake.accept,
             _("Xác nhận hợp lệ"), _("Đã xác nhận hợp lệ và báo hạn cho người dân.")),
        Door("cung-cap-ngay", "provide_at_once", receiving.ProvideAtOnceForm, delivery.provide_at_once,
             _("Cung cấp ngay"), _("Đã cung cấp. Hồ sơ kết thúc.")),
        Door("bo-sung", "ask_for_supplement", receiving.SupplementForm, intake.ask_for_supplement,
             _("Gửi đề nghị bổ sung"), _("Đã đề nghị bổ sung. Thời hạn chưa chạy.")),
        Door("huong-dan-noi-khac", "draft_redirect", receiving.RedirectForm, intake.draft_redirect,
             _("Soạn văn bản hướng dẫn"), _("Đã soạn. Văn thư phát hành thì hồ sơ kết thúc.")),
        Door("ngay-hop-le-khac", "propose_valid_on", receiving.ValidOnForm, intake.propose_valid_on,
             _("Trình ngày hợp lệ"), _("Đã trình trưởng đơn vị đầu mối.")),
        Door("xep-rieng", "set_aside", receiving.SetAsideForm, intake.set_aside,
             _("Xếp riêng"), _("Đã xếp riêng. Hồ sơ vẫn nằm trong sổ.")),
        Door("nhan-bo-sung", "supply", receiving.SupplyForm, intake.supply,
             _("Ghi nhận bổ sung"), _("Đã ghi nhận bổ sung.")),
        Door("ket-thuc-cho", "lapse", receiving.LapseForm, intake.lapse,
             _("Kết thúc hồ sơ"), _("Hồ sơ đã kết thúc do không bổ sung.")),
        Door("sua-ngay", "propose_correction", receiving.CorrectionForm, entry.propose_correction,
             _("Trình sửa ngày"), _("Đã trình trưởng đơn vị đầu mối.")),
        Door("phan-loai", "classify", handling.ClassifyForm, work.classify,
             _("Lưu phân loại"), _("Đã phân loại."), "workflow/desk/classify.html"),
        Door("doi-muc", "reclassify", handling.ReclassifyForm, work.reclassify,
             _("Đổi mức"), _("Đã đổi mức và tính lại hạn.")),
        Door("noi-cu-tru", "record_residency", handling.ResidencyForm, work.record_residency,
             _("Ghi kết luận"), _("Đã ghi kết luận.")),
        Door("bao-thoi-han", "notify_time_limit", handling.TimeLimitForm, work.notify_time_limit,
             _("Soạn thông báo"), _("Đã soạn, chờ văn thư phát hành.")),
        Door("huong-dan-bo-sung", "draw_up_guidance", NothingToFill, papers.draw_up_guidance,
             _("Soạn văn bản"), _("Đã soạn, chờ văn thư phát hành.")),
        Door("xin-loi", "draw_up_apology", handling.ApologyForm, papers.draw_up_apology,
             _("Soạn thư xin lỗi"), _("Đã soạn, chờ văn thư phát hành. Hạn theo luật không đổi.")),
        Door("phieu-giao", "draw_up_cover", NothingToFill, papers.draw_up_cover,
             _("Soạn phiếu giao"), _("Đã soạn. Phát hành phiếu rồi mới giao thông tin.")),
        Door("thu-thap", "collect", handling.CollectForm, work.collect,
             _("Gửi đơn vị chủ trì"), _("Đã gửi đơn vị chủ trì. Thời hạn vẫn chạy.")),
        Door("xem-xet", "review", NothingToFill, work.review,
             _("Chuyển xem xét"), _("Đã chuyển xem xét.")),
        Door("giao-thong-tin", "hand_over_information", handling.HandOverForm, work.hand_over_information,
             _("Giao cho đầu mối"), _("Đã giao cho đầu mối.")),
        Door("hoi-y-kien", "consult", handling.ConsultForm, work.consult,
             _("Gửi câu hỏi"), _("Đã gửi câu hỏi. Thời hạn vẫn chạy.")),
        Door("tra-loi-y-kien", "answer_consultation", handling.AnswerConsultationForm, work.answer_consultation,
             _("Gửi trả lời"), _("Đã trả lời đầu mối."), waits_for=_questions),
        Door("xin-dong-y", "ask_consent", handling.AskConsentForm, consents.ask_consent,
             _("Ghi nhận đã gửi"), _("Đã ghi. Thời hạn vẫn chạy.")),
        Door("ghi-dong-y", "record_consent", handling.RecordConsentForm, consents.record_consent,
             _("Ghi trả lời"), _("Đã ghi trả lời."), waits_for=_asked_consents),
        Door("them-tep", "add_file", handling.AddFileForm, holdings.add_file,
             _("Thêm tệp"), _("Đã thêm tệp. Cần hai người kiểm tra trước khi giao.")),
        Door("bo-tep", "add_file", handling.RemoveFileForm, holdings.remove_file,
             _("Bỏ tệp"), _("Đã bỏ tệp."), title=_("Bỏ tệp trả lời")),
        Door("ban-lam-sach", "add_file", gate.ChooseCopyForm, inspecting.choose_copy,
             _("Giao bản làm sạch"), _("Sẽ giao bản làm sạch. Bản gốc ở lại cơ quan."), "workflow/desk/gate.html",
             title=_("Dùng bản đã làm sạch")),
        Door("ban-che", "add_file", gate.RedactedForm, inspecting.give_redacted,
             _("Thay bằng bản che"), _("Đã thay bằng bản che. Phần mềm đang tìm dữ liệu ẩn trong bản này."),
             "workflow/desk/gate.html", title=_("Thay bằng bản đã che")),
        Door("noi-dung-cong-khai", "add_file", gate.MeanPublicForm, inspecting.mean_public,
             _("Xác nhận công khai"), _("Đã ghi. Người thứ hai xác nhận khi cho giao."), "workflow/desk/gate.html",
             title=_("Xác nhận nội dung công khai")),
        Door("ra-tep", "check_file", handling.CheckFileForm, holdings.check_file,
             _("Xác nhận lần một"), _("Đã xác nhận. Cần người thứ hai cho giao."), "workflow/desk/files.html",
             waits_for=_unchecked),
        Door("cho-giao-tep", "release_file", handling.ReleaseFileForm, holdings.release_file,
             _("Cho giao tệp"), _("Tệp giao được."), "workflow/desk/files.html", waits_for=_unreleased),
        Door("trinh-cung-cap", "propose_provision", deciding.AnswerForm, decision.propose_answer,
             _("Trình ký cung cấp"), _("Đã trình ký."), "workflow/desk/answer.html"),
        Door("trinh-tu-choi", "propose_refusal", deciding.RefusalForm, decision.propose_answer,
             _("Trình ký từ chối"), _("Đã trình ký. Đến khi phát hành, hồ sơ vẫn mở."), "workflow/desk/answer.html"),
        Door("gia-han", "propose_extension", handling.ExtensionForm, decision.propose_extension,
             _("Trình ký gia hạn"), _("Đã trình gia hạn. Hạn chưa đổi."), "workflow/desk/extension.html"),
        Door("tra-lai", "return_draft", delivering.ReturnForm, decision.return_draft,
             _("Trả lại"), _("Đã trả lại người trình."), waits_for=_proposals),
        Door("ban-ky-ngoai", "record_signature", delivering.SignatureForm, decision.record_signature,
             _("Ghi nhận bản đã ký"), _("Đã ghi nhận. Chờ văn thư cấp số, ngày."), waits_for=_proposals),
        Door("phat-hanh", "issue_letter", delivering.IssueForm, delivery.issue_letter,
             _("Phát hành"), _("Văn bản đã phát hành."), "workflow/desk/issue.html"),
        Door("dong-y-chi-phi", "accept_cost", NothingToFill, citizen.accept_cost,
             _("Ghi nhận đồng ý trả"), _("Đã ghi nhận đồng ý trả chi phí.")),
        Door("khong-tra-chi-phi", "decline_cost", NothingToFill, citizen.decline_cost,
             _("Ghi nhận không trả"), _("Hồ sơ kết thúc; không phải từ chối.")),
        Door("da-tra-chi-phi", "record_payment", delivering.PaymentForm, payments.record_payment,
             _("Ghi nhận đã trả"), _("Đã ghi nhận chi phí. Trả đủ thì giao được thông tin.")),
        Door("huy-lan-tra", "withdraw_payment", delivering.WithdrawPaymentForm, payments.withdraw_payment,
             _("Hủy lần ghi này"), _("Đã hủy lần ghi nhầm. Hồ sơ chờ trả chi phí.")),
        Door("hoan-tra", "refund_payment", delivering.RefundForm, payments.refund_payment,
             _("Ghi nhận hoàn trả"), _("Đã ghi nhận hoàn trả.")),
        Door("giao", "provide", delivering.ProvideForm, delivery.provide,
             _("Giao thông tin"), _("Đã giao thông tin. Hồ sơ kết thúc.")),
        Door("rut", "withdraw", around.WithdrawForm, citizen.withdraw,
             _("Ghi nhận rút"), _("Đã ghi nhận người dân rút yêu cầu.")),
        Door("lien-he", "change_contact", around.ContactForm, citizen.change_contact,
             _("Lưu liên hệ"), _("Đã sửa thông tin liên hệ.")),
        Door("cach-nhan", "change_delivery", around.DeliveryForm, citizen.change_delivery,
             _("Đổi cách nhận"), _("Đã đổi cách nhận và tính lại hạn.")),
        Door("ban-giao", "assign", around.AssignForm, work.assign,
             _("Giao hồ sơ"), _("Đã giao hồ sơ.")),
        Door("cap-lai-ma", "reissue_code", around.ReissueForm, citizen.reissue_code,
             _("Cấp mã mới"), _("Đã cấp mã mới.")),
        Door("ghi-chu", "add_note", around.NoteForm, work.add_note,
             _("Lưu ghi chú"), _("Đã lưu ghi chú."), takes_seen=False),
        Door("mo-cho-moi-nguoi", "open_to_all", opening.OpenForm, open_to_all,
             _("Lưu bản mở"), _("Đã đưa vào danh mục làm dự thảo. Còn kiểm tra lần một và lần hai.")),
        Door("da-cung-cap-sai", "find_wrong", around.FindWrongForm, findings.find_wrong,
             _("Mở việc đính chính"), _("Đã mở việc đính chính, có thời hạn riêng.")),
        Door("ban-da-ky", "attach_signed", recalling.SignedCopyForm, after.attach_signed,
             _("Gắn bản đã ký"), _("Đã gắn bản đã ký. Người dân tải bản này khi tệp kiểm tra xong.")),
        Door("thu-hoi", "propose_recall", recalling.ProposeRecallForm, after.propose_recall,
             _("Trình duyệt"), _("Đã trình. Văn bản chưa đổi."), waits_for=_standing),
        Door("duyet-thu-hoi", "approve_recall", recalling.DecideRecallForm, after.approve_recall,
             _("Ghi quyết định"), _("Đã ghi quyết định."), waits_for=_recalls),
        Door("phat-hanh-thay-the", "issue_replacement", recalling.IssueReplacementForm, after.issue_replacement,
             _("Phát hành"), _("Văn bản thay thế đã phát hành."), "workflow/desk/issue.html"),
        Door("da-gui-buu-dien", "mark_posted", delivering.PostedForm, delivery.mark_posted,
             _("Ghi nhận đã gửi"), _("Đã ghi nhận ngày gửi."), waits_for=_unposted),
    )
}  # fmt: skip

#: Moves that happen inside another one's page: approvals on the signing page, effects of a paper's issue.
SIGNED_ON_THE_SIGNING_PAGE = frozenset(
    {"approve_valid_on", "approve_provision", "approve_refusal", "approve_extension", "approve_correction"}
)
INNER = SIGNED_ON_THE_SIGNING_PAGE | {
    "issue_extension",
    "issue_refusal",
    "issue_redirect",
    "ask_for_payment",
    "provide_partly",  # the pieces decide which of the two giving is
}
DOOR_OF = {door.move: door for door in reversed(DOORS.values())}

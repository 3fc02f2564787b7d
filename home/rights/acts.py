"""Acts that belong to no state of a case: reading, books, words, laws, the catalog, pages, accounts.

Each row is drawn from the constant that guards the act itself, so that the table cannot say something else.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from catalog import access as catalog
from cms.audit import access as log
from cms.core.accounts import delegating, idleness, reviewing
from cms.core.page_rights import ACTIONS
from cms.core.roles import CASE_ROLES, SUPERVISING_ROLES, Role
from cms.law.services import people as law
from home.compliance import access as duties
from home.plans import access as plans
from home.reports import access as reports
from home.rights.cells import SEES_CASES, SUPERUSER, Kind
from home.stops import services as stops
from workflow import access
from workflow.services import batches, frequent_answers, numbering, wording

_ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})
_LOOK_AT_OFFICES = _ADMINISTRATORS | SUPERVISING_ROLES
_UNIT = frozenset({Role.ORIGINATING_UNIT})


@dataclass(frozen=True)
class Act:
    """One row: who has which kind of right to it. `also` names what a role alone does not tell."""

    name: str
    label: str
    by: frozenset = field(default_factory=frozenset)
    kind: str = Kind.ALONE
    also: str = ""

    def cell(self, column: str) -> str:
        return self.kind if column in self.by else Kind.NOTHING


def _act(name, label, by, kind=Kind.ALONE, also=""):
    return Act(name, label, frozenset(by), kind, also)


ACTS: dict[str, tuple[Act, ...]] = {
    _("Đọc"): (
        _act("read_case", _("Xem hồ sơ"), SEES_CASES, Kind.SEES,
             _("Đơn vị chủ trì: hồ sơ của đơn vị mình hoặc được hỏi. Sở Tư pháp: theo quyết định kiểm tra.")),
        _act("read_personal", _("Đọc tên, liên hệ, tệp của người yêu cầu"), CASE_ROLES, Kind.SEES),
        _act("unmask_identity", _("Hiện đầy đủ số giấy tờ"), access.UNMASKING_ROLES, Kind.ALONE,
             _("Có lý do, được ghi lại.")),
        _act("read_volumes", _("Xem sổ năm đã khóa"), access.VOLUME_ROLES, Kind.SEES),
        _act("read_offices", _("Xem cơ quan, vai trò, tài khoản và bảng này"), _LOOK_AT_OFFICES | {SUPERUSER}, Kind.SEES),
    ),
    _("Nhật ký, lưu trữ, xóa"): (
        _act("read_log", _("Xem nhật ký"), log.LOG_ROLES | {SUPERUSER}, Kind.SEES, _("Việc xem cũng được ghi lại.")),
        _act("export_log", _("Xuất nhật ký"), log.LOG_ROLES | {SUPERUSER}, Kind.ALONE, _("Có lý do, được ghi lại.")),
        _act("export_log_words", _("Xuất nhật ký kèm lời ghi về người yêu cầu"), log.WORD_ROLES, Kind.ALONE,
             _("Có lý do, được ghi lại.")),
        _act("close_reading", _("Kết luận lượt đọc khác thường"), access.RETENTION_DECIDERS, Kind.ALONE,
             _("Không phải người đã đọc.")),
        _act("read_sealed", _("Đọc dữ liệu cá nhân của hồ sơ đã niêm phong"), access.SEALED_READERS, Kind.SEES),
        _act("propose_retention", _("Đề nghị niêm phong, giữ lại, xóa, bảng thời hạn"), access.RETENTION_PROPOSERS,
             Kind.PROPOSES),
        _act("decide_retention", _("Quyết định niêm phong, giữ lại, xóa, bảng thời hạn"), access.RETENTION_DECIDERS,
             Kind.APPROVES),
    ),
    _("Vào sổ, xuất sổ, khóa sổ"): (
        _act("enter_paper", _("Nhập phiếu giấy"), access.ENTERING_ROLES),
        _act("export_register", _("Xuất sổ theo dõi"), access.REGISTER_ROLES),
        _act("export_personal", _("Xuất sổ có dữ liệu cá nhân"), access.REGISTER_ROLES - SUPERVISING_ROLES, Kind.ALONE,
             _("Có lý do, được ghi lại.")),
        _act("export_books", _("Xuất sổ văn bản"), access.BOOK_ROLES),
        _act("propose_closing", _("Khóa sổ năm"), access.CLOSING_ROLES, Kind.PROPOSES),
        _act("confirm_closing", _("Xác nhận hoặc trả lại việc khóa sổ"), access.CONFIRMING_ROLES, Kind.APPROVES),
        _act("propose_book", _("Đề nghị mở sổ đánh số văn bản"), numbering.PROPOSERS, Kind.PROPOSES),
        _act("open_book", _("Mở hoặc không mở sổ đánh số"), numbering.DECIDERS, Kind.APPROVES),
        _act("issue_batch", _("Phát hành nhiều văn bản"), batches.ISSUERS),
    ),
    _("Khiếu nại, khởi kiện, tố cáo, kiểm tra"): (
        _act("lodge", _("Vào sổ khiếu nại, khởi kiện, tố cáo"), access.LODGING_ROLES),
        _act("decide_remedy", _("Quyết định kết quả khiếu nại"), {Role.HEAD, Role.SIGNER}, Kind.APPROVES,
             _("Không phải người đề xuất, người bị khiếu nại.")),
        _act("read_denouncer", _("Xem ai tố cáo"), {Role.HEAD}, Kind.ALONE,
             _("Và người được giao; không phải người bị tố cáo. Có lý do, được ghi lại.")),
        _act("enter_inspection", _("Nhập quyết định kiểm tra"), access.INSPECTING_ROLES, Kind.PROPOSES),
        _act("confirm_inspection", _("Xác nhận quyết định kiểm tra"), access.INSPECTING_ROLES, Kind.APPROVES,
             _("Không phải người nhập, thành viên đoàn.")),
    ),
    _("Mẫu câu chữ"): (
        _act("propose_wording", _("Đề nghị câu chữ của văn bản"), wording.PROPOSERS, Kind.PROPOSES),
        _act("decide_wording", _("Duyệt câu chữ của văn bản"), wording.DECIDERS, Kind.APPROVES),
        _act("write_answer", _("Soạn câu trả lời mẫu"), frequent_answers.WRITERS),
    ),
    _("Luật và lịch làm việc, chung cho các cơ quan"): (
        _act("propose_law", _("Đề nghị bộ quy định, bảng giá, lịch năm, ngày nghỉ"), law.PROPOSERS, Kind.PROPOSES),
        _act("approve_law", _("Duyệt bộ quy định, bảng giá, lịch năm, ngày nghỉ"), law.DECIDERS, Kind.APPROVES),
    ),
    _("Danh mục thông tin"): (
        _act("enter_item", _("Soạn mục thông tin"), catalog.ENTERING | _UNIT, Kind.PROPOSES,
             _("Đơn vị chủ trì: thông tin của đơn vị mình.")),
        _act("check_item", _("Kiểm tra bí mật của mục, lần một"), _UNIT | {Role.FOCAL_OFFICER}, Kind.PROPOSES,
             _("Cán bộ đầu mối: khi đơn vị tạo ra thông tin chưa có người.")),
        _act("publish_item", _("Duyệt đăng mục thông tin"), catalog.SECOND, Kind.APPROVES),
        _act("keep_marks", _("Đánh dấu thông tin không được tiếp cận"), catalog.KEEPING_MARKS | _UNIT),
    ),
    _("Trang và thông báo"): (
        _act("write_page", _("Viết, sửa trang rồi gửi duyệt"), ACTIONS, Kind.PROPOSES),
        _act("approve_page", _("Duyệt đăng trang"), {Role.PUBLISHER}, Kind.APPROVES),
        _act("propose_stop", _("Đề nghị tạm ngừng"), stops.PROPOSERS, Kind.PROPOSES),
        _act("announce_stop", _("Thông báo tạm ngừng"), stops.APPROVERS, Kind.APPROVES),
        _act("review_duty", _("Xem lại việc phải công khai"), duties.REVIEWING),
        _act("charge_duty", _("Giao việc phải công khai"), duties.CHARGING),
        _act("confirm_exemption", _("Xác nhận việc không áp dụng"), duties.CONFIRMING, Kind.APPROVES),
    ),
    _("Kế hoạch thi hành"): (
        _act("manage_plan", _("Lập kế hoạch, giao việc"), plans.MANAGERS, Kind.PROPOSES,
             _("Sở Tư pháp: kế hoạch của cấp tỉnh.")),
        _act("decide_plan", _("Ban hành kế hoạch, ký văn bản"), plans.DECIDERS, Kind.APPROVES),
        _act("report_difficulty", _("Nêu vướng mắc"), plans.WRITERS),
    ),
    _("Báo cáo"): (
        _act("ask_for_reports", _("Đặt kỳ báo cáo, nhận hoặc trả lại, viết báo cáo của tỉnh"), reports.ASKERS, Kind.ALONE,
             _("Của cấp tỉnh. Báo cáo nội bộ: đầu mối của cơ quan đặt kỳ.")),
        _act("write_report", _("Lập số liệu, viết báo cáo của cơ quan"), reports.WRITERS, Kind.PROPOSES),
        _act("sign_report", _("Ký, nộp báo cáo của cơ quan"), reports.SIGNERS, Kind.APPROVES),
    ),
    _("Cơ quan, vai trò, tài khoản"): (
        _act("change_office", _("Sửa cơ quan, đơn vị, đầu mối"), _ADMINISTRATORS | {SUPERUSER}),
        _act("give_role", _("Giao, kết thúc vai trò của người khác"), _ADMINISTRATORS | {SUPERUSER}),
        _act("propose_review", _("Rà soát quyền sáu tháng một lần"), reviewing.REVIEWERS, Kind.PROPOSES),
        _act("confirm_review", _("Xác nhận hoặc trả lại việc rà soát quyền"), reviewing.REVIEWERS, Kind.APPROVES),
        _act("propose_delegation", _("Đề nghị ủy quyền khi nghỉ"), delegating.DELEGABLE | delegating.ENTITLED, Kind.PROPOSES,
             _("Vai trò của mình; người xác nhận được: của mọi người trong cơ quan.")),
        _act("confirm_delegation", _("Xác nhận ủy quyền khi nghỉ"), delegating.ENTITLED, Kind.APPROVES,
             _("Cả người giữ vai trò, khi người khác đề nghị.")),
        _act("let_go", _("Cho người khác nghỉ việc, chuyển công tác"), _ADMINISTRATORS | {SUPERUSER}),
        _act("reopen_idle", _("Mở lại tài khoản bị khóa do lâu không dùng"), idleness.HEADS | _ADMINISTRATORS | {SUPERUSER}),
        _act("propose_reorganisation", _("Đề nghị sắp xếp cơ quan"), {SUPERUSER}, Kind.PROPOSES),
        _act("confirm_reorganisation", _("Xác nhận sắp xếp cơ quan"), _ADMINISTRATORS | {SUPERUSER}, Kind.APPROVES),
        _act("keep_account", _("Mời, khóa, mở khóa, đặt lại mật khẩu của người khác"), _ADMINISTRATORS | {SUPERUSER}),
    ),
}  # fmt: skip


def acts() -> list[Act]:
    """Every row, whatever its heading."""
    return [act for rows in ACTS.values() for act in rows]

"""The names everyone in this room shares. Stored as codes, shown in Vietnamese."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Where a request stands (readings.md 8). OVERDUE is no state: it is computed."""

    AWAITING_CONFIRMATION = "AWAITING_CONFIRMATION", _("Chờ người dân xác nhận")
    RECEIVED = "RECEIVED", _("Đã nhận")
    SUPPLEMENT_REQUESTED = "SUPPLEMENT_REQUESTED", _("Chờ bổ sung")
    ACCEPTED = "ACCEPTED", _("Hợp lệ")
    COLLECTING = "COLLECTING", _("Đang thu thập")
    UNDER_REVIEW = "UNDER_REVIEW", _("Đang xem xét")
    APPROVED_TO_PROVIDE = "APPROVED_TO_PROVIDE", _("Đã duyệt cung cấp")
    AWAITING_PAYMENT = "AWAITING_PAYMENT", _("Chờ trả chi phí")
    READY = "READY", _("Sẵn sàng giao")
    PROVIDED = "PROVIDED", _("Đã cung cấp")
    PROVIDED_PARTLY = "PROVIDED_PARTLY", _("Đã cung cấp một phần")
    REFUSED = "REFUSED", _("Từ chối cung cấp")
    REDIRECTED = "REDIRECTED", _("Đã hướng dẫn nơi khác")
    WITHDRAWN = "WITHDRAWN", _("Đã rút")
    LAPSED = "LAPSED", _("Kết thúc do không bổ sung")
    SET_ASIDE = "SET_ASIDE", _("Trùng hoặc không phải yêu cầu")


CLOSED_STATUSES = (
    Status.PROVIDED,
    Status.PROVIDED_PARTLY,
    Status.REFUSED,
    Status.REDIRECTED,
    Status.WITHDRAWN,
    Status.LAPSED,
    Status.SET_ASIDE,
)
OPEN_STATUSES = tuple(s for s in Status if s not in CLOSED_STATUSES)
#: The clock of the law runs, or would run had an officer clicked in time (readings.md 8.3).
RUNNING_STATUSES = (
    Status.RECEIVED,
    Status.ACCEPTED,
    Status.COLLECTING,
    Status.UNDER_REVIEW,
    Status.APPROVED_TO_PROVIDE,
    Status.AWAITING_PAYMENT,
    Status.READY,
)
#: Accepted and not yet decided: where the work is done.
HANDLING_STATUSES = (Status.ACCEPTED, Status.COLLECTING, Status.UNDER_REVIEW)
WAITING_FOR_CITIZEN = (Status.AWAITING_CONFIRMATION, Status.SUPPLEMENT_REQUESTED, Status.AWAITING_PAYMENT)


class ExportState(models.TextChoices):
    """Where a file of the register stands that somebody asked for."""

    WAITING = "WAITING", _("Chờ ghi tệp")
    WRITING = "WRITING", _("Đang ghi tệp")
    DONE = "DONE", _("Đã ghi xong")
    STOPPED = "STOPPED", _("Không ghi được")
    GONE = "GONE", _("Đã hết hạn tải")


class VolumeState(models.TextChoices):
    """Where the volume of a year stands that is being closed."""

    PROPOSED = "PROPOSED", _("Chờ người thứ hai xác nhận")
    PRINTING = "PRINTING", _("Đã xác nhận, đang lập bản in")
    CLOSED = "CLOSED", _("Đã khóa sổ")
    RETURNED = "RETURNED", _("Trả lại, chưa khóa")


class Channel(models.TextChoices):
    """How the request came (L16 Điều 24.1; L26 Điều 24.1). Which are lawful on a day, the rule set says."""

    ONLINE = "ONLINE", _("Trang công khai")
    IN_PERSON = "IN_PERSON", _("Trực tiếp tại trụ sở")
    POST = "POST", _("Bưu chính")
    EMAIL = "EMAIL", _("Thư điện tử")
    FAX = "FAX", _("Fax")
    ONE_STOP = "ONE_STOP", _("Bộ phận Một cửa")
    NATIONAL_PORTAL = "NATIONAL_PORTAL", _("Cổng Dịch vụ công quốc gia")
    PHONE = "PHONE", _("Ghi hộ qua điện thoại")


class DeliveryWay(models.TextChoices):
    """How the requester wants to receive; the rule set maps each to its row of time limits (readings.md 7.1, 9.1)."""

    VIEW_AT_SEAT = "VIEW_AT_SEAT", _("Xem trực tiếp tại trụ sở")
    PAPER_BY_POST = "PAPER_BY_POST", _("Bản giấy qua bưu điện")
    EMAIL = "EMAIL", _("Tệp qua thư điện tử")
    DOWNLOAD = "DOWNLOAD", _("Tải về trên trang này")
    FAX = "FAX", _("Fax")


class Complexity(models.TextChoices):
    """L16 Điều 29, 30, 31. L26 does not split by it."""

    SIMPLE = "SIMPLE", _("Đơn giản, có sẵn")
    COMPLEX = "COMPLEX", _("Phức tạp, không có sẵn")


class Capacity(models.TextChoices):
    """In which capacity somebody asks (readings.md 2; D18 Điều 4)."""

    SELF = "SELF", _("Cho chính tôi")
    REPRESENTATIVE = "REPRESENTATIVE", _("Người đại diện theo pháp luật hoặc giám hộ")
    AUTHORISED = "AUTHORISED", _("Người được ủy quyền")
    ORGANISATION = "ORGANISATION", _("Qua tổ chức, đoàn thể, doanh nghiệp")


class RequesterKind(models.TextChoices):
    CITIZEN = "CITIZEN", _("Công dân Việt Nam")
    RESIDENT_FOREIGNER = "RESIDENT_FOREIGNER", _("Người nước ngoài cư trú tại Việt Nam")


class IdentityKind(models.TextChoices):
    """The statute names only the first and the passport; the list is data of the form (readings.md 7.2)."""

    PERSONAL_ID = "PERSONAL_ID", _("Số định danh cá nhân (CCCD, căn cước)")
    PASSPORT = "PASSPORT", _("Hộ chiếu")
    CMND = "CMND", _("Chứng minh nhân dân cũ (chỉ tại quầy)")


class SupportNeed(models.TextChoices):
    """What the authority prepares for a person; never counted by name (standards.md 5.1)."""

    LARGE_PRINT = "LARGE_PRINT", _("Chữ to")
    AUDIO = "AUDIO", _("Âm thanh")
    BRAILLE = "BRAILLE", _("Chữ nổi")
    MINORITY_LANGUAGE = "MINORITY_LANGUAGE", _("Phiên dịch tiếng dân tộc")
    SIGN_LANGUAGE = "SIGN_LANGUAGE", _("Ngôn ngữ ký hiệu")
    HELP_WRITING = "HELP_WRITING", _("Giúp điền phiếu")


class Outcome(models.TextChoices):
    """What a piece of information comes to; the request's outcome is derived from its pieces (readings.md 8.2)."""

    PROVIDE = "PROVIDE", _("Cung cấp")
    PROVIDE_PARTLY = "PROVIDE_PARTLY", _("Cung cấp một phần")
    REFUSE = "REFUSE", _("Từ chối")


class CostKind(models.TextChoices):
    """What a line of form 03 pays for."""

    ITEM = "ITEM", _("Khoản theo bảng giá")
    POSTAGE = "POSTAGE", _("Cước gửi bưu điện")


class Undone(models.TextChoices):
    """Why money that was recorded no longer counts."""

    MISTAKE = "MISTAKE", _("Ghi nhầm")
    REFUND = "REFUND", _("Đã hoàn trả")


class DecisionKind(models.TextChoices):
    """Acts of two people on a case (readings.md 8.1)."""

    ANSWER = "ANSWER", _("Trả lời yêu cầu")
    EXTENSION = "EXTENSION", _("Gia hạn")
    VALID_ON = "VALID_ON", _("Ngày hợp lệ khác ngày nhận")
    CORRECT_ENTRY = "CORRECT_ENTRY", _("Sửa ngày nhập sai")


class DecisionState(models.TextChoices):
    PROPOSED = "PROPOSED", _("Chờ duyệt")
    RETURNED = "RETURNED", _("Trả lại để sửa")
    APPROVED = "APPROVED", _("Đã ký, chờ phát hành")
    EFFECTIVE = "EFFECTIVE", _("Có hiệu lực")
    OVERTAKEN = "OVERTAKEN", _("Hết giá trị")


class LetterForm(models.TextChoices):
    """Papers of the procedure (readings.md 13). Which template prints one under a law is the form set's matter."""

    RECEIPT = "RECEIPT", _("Phiếu tiếp nhận (02)")
    SUPPLEMENT = "SUPPLEMENT", _("Hướng dẫn bổ sung")
    TIME_LIMIT = "TIME_LIMIT", _("Thông báo thời hạn trả lời")
    RESOLUTION = "RESOLUTION", _("Phiếu giải quyết (03)")
    EXTENSION = "EXTENSION", _("Thông báo gia hạn (04)")
    REFUSAL = "REFUSAL", _("Thông báo từ chối (05)")
    REDIRECT = "REDIRECT", _("Hướng dẫn gửi nơi có trách nhiệm")
    COVER = "COVER", _("Phiếu giao thông tin")
    APOLOGY = "APOLOGY", _("Thư xin lỗi và hẹn lại ngày")


class WordingState(models.TextChoices):
    """A wording of a paper as somebody proposed it: in use from the moment another person approves it."""

    PROPOSED = "PROPOSED", _("Chờ người thứ hai duyệt")
    ADOPTED = "ADOPTED", _("Đã duyệt")
    REJECTED = "REJECTED", _("Không duyệt")
    WITHDRAWN = "WITHDRAWN", _("Người đề nghị đã rút")


class AnswerUse(models.TextChoices):
    """Where an officer may insert a frequent answer."""

    SUPPLEMENT = "SUPPLEMENT", _("Đề nghị bổ sung")
    AT_ONCE = "AT_ONCE", _("Cung cấp ngay")
    ANSWER = "ANSWER", _("Giải thích khi cung cấp, từ chối")
    EXTENSION = "EXTENSION", _("Giải thích khi gia hạn")
    CORRECTION = "CORRECTION", _("Trả lời kiến nghị sửa sai")


class LetterState(models.TextChoices):
    DRAFT = "DRAFT", _("Chờ phát hành")
    ISSUED = "ISSUED", _("Đã phát hành")
    WITHDRAWN = "WITHDRAWN", _("Không dùng")


class SeriesState(models.TextChoices):
    """Whether an authority's own book of outgoing papers gives numbers: proposed by one, opened by another."""

    PROPOSED = "PROPOSED", _("Chờ duyệt")
    OPEN = "OPEN", _("Đang cấp số")
    DECLINED = "DECLINED", _("Không mở")


class BatchLineState(models.TextChoices):
    """One paper of many that are issued together."""

    WAITING = "WAITING", _("Đang chờ")
    ISSUED = "ISSUED", _("Đã phát hành")
    FAILED = "FAILED", _("Chưa phát hành được")


class RecallKind(models.TextChoices):
    """What becomes of an issued paper that must not stand (NĐ 30/2020 Điều 18)."""

    REPLACE = "REPLACE", _("Thay thế bằng văn bản mới cùng loại")
    WITHDRAW = "WITHDRAW", _("Thu hồi")


class RecallState(models.TextChoices):
    PROPOSED = "PROPOSED", _("Chờ duyệt")
    APPROVED = "APPROVED", _("Đã duyệt, chờ văn bản thay thế")
    DONE = "DONE", _("Đã thực hiện")
    DECLINED = "DECLINED", _("Không duyệt")


class FileRole(models.TextChoices):
    """What a file is to the case."""

    SENT = "SENT", _("Người dân gửi")
    CONSENT = "CONSENT", _("Văn bản chấp thuận (06)")
    MEMBERS = "MEMBERS", _("Danh sách người cùng yêu cầu")
    AUTHORITY = "AUTHORITY", _("Giấy ủy quyền, đại diện")
    ANSWER = "ANSWER", _("Thông tin cung cấp")
    SIGNED = "SIGNED", _("Văn bản đã ký")
    OPINION = "OPINION", _("Trả lời của nơi được hỏi")
    AGREEMENT = "AGREEMENT", _("Trả lời của người liên quan")
    COPY = "COPY", _("Bản đã làm sạch, chưa chọn")
    ORIGINAL = "ORIGINAL", _("Bản gốc, không giao")


class Inspection(models.TextChoices):
    """How far a file is that is to be given: looked through for what hides in it (D18 Điều 7.2)."""

    WAITING = "WAITING", _("Đang tìm dữ liệu ẩn")
    HELD = "HELD", _("Giữ lại vì có dữ liệu ẩn")
    CLEAR = "CLEAR", _("Không có dữ liệu ẩn")


class Making(models.TextChoices):
    """How a file to be given came from an original that stays."""

    CLEANED = "CLEANED", _("Làm sạch bằng máy")
    REDACTED = "REDACTED", _("Người che, bóc tách")


class Settled(models.TextChoices):
    """What became of something that was found in a file."""

    CLEANED = "CLEANED", _("Đã bỏ trong bản làm sạch")
    REDACTED = "REDACTED", _("Đã thay bằng bản che")
    MEANT = "MEANT", _("Được xác nhận là nội dung công khai")


class Hidden(models.TextChoices):
    """What may hide in a file (cms.core.inspection.found.Kind), in words an officer can act on."""

    WRONG_KIND = "WRONG_KIND", _("Nội dung không đúng với đuôi tên tệp")
    ENCRYPTED = "ENCRYPTED", _("Tệp có mật khẩu nên không kiểm tra được")
    TOO_LARGE = "TOO_LARGE", _("Tệp quá lớn hoặc giải nén quá lớn")
    UNREADABLE = "UNREADABLE", _("Tệp hỏng, không đọc được để kiểm tra")
    NOT_FINISHED = "NOT_FINISHED", _("Kiểm tra không xong trong thời gian hoặc bộ nhớ cho phép")
    TRAILING = "TRAILING", _("Có dữ liệu nối sau chỗ tệp kết thúc")
    HIDDEN_SHEET = "HIDDEN_SHEET", _("Trang tính bị ẩn")
    VERY_HIDDEN_SHEET = "VERY_HIDDEN_SHEET", _("Trang tính bị ẩn sâu, phần mềm không cho hiện lại")
    HIDDEN_ROWS = "HIDDEN_ROWS", _("Hàng bị ẩn có nội dung")
    HIDDEN_COLUMNS = "HIDDEN_COLUMNS", _("Cột bị ẩn có nội dung")
    PIVOT_CACHE = "PIVOT_CACHE", _("Bản sao dữ liệu nguồn của bảng tổng hợp")
    EXTERNAL_LINK = "EXTERNAL_LINK", _("Liên kết sang bảng tính khác, kèm dữ liệu của bảng đó")
    NAME_OUTSIDE = "NAME_OUTSIDE", _("Tên đặt trỏ ra ngoài tệp")
    LEFTOVER_TEXT = "LEFTOVER_TEXT", _("Còn chữ của những ô đã xóa")
    CONNECTION = "CONNECTION", _("Kết nối tới nguồn dữ liệu khác")
    COMMENT = "COMMENT", _("Bình luận, có tên người viết")
    TRACKED = "TRACKED", _("Dấu vết sửa: chữ đã thêm, đã bỏ, tên người sửa")
    HIDDEN_TEXT = "HIDDEN_TEXT", _("Chữ bị ẩn")
    AUTHOR = "AUTHOR", _("Tên người hoặc cơ quan trong thuộc tính tệp")
    FOLDER = "FOLDER", _("Đường dẫn thư mục trên máy người soạn")
    CUSTOM_DATA = "CUSTOM_DATA", _("Dữ liệu riêng do phần mềm gắn vào tệp")
    EMBEDDED = "EMBEDDED", _("Tệp khác nằm bên trong")
    OUTSIDE_PART = "OUTSIDE_PART", _("Tự tải mẫu hoặc ảnh từ nơi khác khi mở")
    MACRO = "MACRO", _("Chương trình nằm trong tệp")
    SCRIPT = "SCRIPT", _("Lệnh tự chạy khi mở tệp")
    NOTE = "NOTE", _("Ghi chú, đánh dấu của người đọc")
    REDACTION_NOT_APPLIED = "REDACTION_NOT_APPLIED", _("Chỗ đánh dấu sẽ che nhưng chưa che; chữ bên dưới vẫn đọc được")
    HIDDEN_LAYER = "HIDDEN_LAYER", _("Lớp bị ẩn")
    COVERED_TEXT = "COVERED_TEXT", _("Chữ nằm dưới chỗ che vẫn chọn và sao chép được")
    UNSEEN_TEXT = "UNSEEN_TEXT", _("Chữ không nhìn thấy, như chữ trắng trên nền trắng")
    EARLIER_STATE = "EARLIER_STATE", _("Bản trước khi sửa vẫn còn trong tệp")
    SIGNED_STATES = "SIGNED_STATES", _("Chữ ký số, có tên người ký; bản làm sạch không giữ chữ ký")
    POSITION = "POSITION", _("Vị trí nơi chụp ảnh")
    PICTURE_DATA = "PICTURE_DATA", _("Máy chụp, tác giả hoặc ghi chú của ảnh")
    THUMBNAIL = "THUMBNAIL", _("Ảnh thu nhỏ giữ hình trước khi cắt, sửa")


class HiddenPlace(models.TextChoices):
    """What the place of something hidden counts or names (cms.core.inspection.found.Place)."""

    FILE = "FILE", _("cả tệp")
    PAGE = "PAGE", _("trang")
    SHEET = "SHEET", _("trang tính")
    CELL = "CELL", _("ô")
    ROWS = "ROWS", _("hàng")
    COLUMNS = "COLUMNS", _("cột")
    PARAGRAPH = "PARAGRAPH", _("đoạn")
    PART = "PART", _("phần")
    PROPERTY = "PROPERTY", _("thuộc tính")
    NAME = "NAME", _("tên")


class FileState(models.TextChoices):
    QUARANTINE = "QUARANTINE", _("Đang kiểm tra")
    CLEAN = "CLEAN", _("Dùng được")
    INFECTED = "INFECTED", _("Có mã độc, không mở được")
    FAILED = "FAILED", _("Kiểm tra chưa xong")


class SetAside(models.TextChoices):
    DUPLICATE = "DUPLICATE", _("Trùng với hồ sơ khác")
    JUNK = "JUNK", _("Không phải yêu cầu cung cấp thông tin")


class WithdrawReason(models.TextChoices):
    OWN_WISH = "OWN_WISH", _("Người yêu cầu tự rút")
    COST_DECLINED = "COST_DECLINED", _("Không đồng ý trả chi phí")
    NOT_CONFIRMED = "NOT_CONFIRMED", _("Không xác nhận phiếu ghi hộ")


class Field(models.TextChoices):
    """Lĩnh vực: by what the yearly figures count what is asked (readings.md 16.4)."""

    LAND = "LAND", _("Đất đai")
    CONSTRUCTION = "CONSTRUCTION", _("Xây dựng, quy hoạch")
    INVESTMENT = "INVESTMENT", _("Đầu tư công, đấu thầu")
    BUDGET = "BUDGET", _("Ngân sách, tài chính")
    ENVIRONMENT = "ENVIRONMENT", _("Môi trường, tài nguyên")
    AGRICULTURE = "AGRICULTURE", _("Nông nghiệp, nông thôn")
    EDUCATION = "EDUCATION", _("Giáo dục")
    HEALTH = "HEALTH", _("Y tế, an toàn thực phẩm")
    SOCIAL = "SOCIAL", _("Lao động, an sinh xã hội")
    CIVIL_STATUS = "CIVIL_STATUS", _("Hộ tịch, cư trú")
    STAFF = "STAFF", _("Tổ chức, cán bộ")
    INSPECTION = "INSPECTION", _("Thanh tra, khiếu nại")
    CULTURE = "CULTURE", _("Văn hóa, thể thao, du lịch")
    OTHER = "OTHER", _("Lĩnh vực khác")


class CorrespondenceKind(models.TextChoices):
    """What was written between the requester and the authority, apart from formal papers."""

    SUPPLEMENT_ASKED = "SUPPLEMENT_ASKED", _("Đề nghị bổ sung")
    SUPPLEMENT = "SUPPLEMENT", _("Bổ sung")
    WITHDRAWAL = "WITHDRAWAL", _("Rút yêu cầu")
    CONTACT_CHANGED = "CONTACT_CHANGED", _("Sửa thông tin liên hệ")
    DELIVERY_CHANGED = "DELIVERY_CHANGED", _("Đổi cách nhận")
    COST_ACCEPTED = "COST_ACCEPTED", _("Đồng ý trả chi phí")
    COST_DECLINED = "COST_DECLINED", _("Không đồng ý trả chi phí")
    ANSWER = "ANSWER", _("Trả lời")


class NetworkNotice(models.TextChoices):
    """What a requester may ask to be told by e-mail; the status page tells everything anyway."""

    EMAIL = "EMAIL", _("Thư điện tử")
    NONE = "NONE", _("Tự tra cứu bằng mã")
    POST = "POST", _("Thư qua bưu điện")


class CorrectionAbout(models.TextChoices):
    """What is said to be wrong: something published (L16, L26 Điều 22.4), or an answer given (L16 Điều 32.2; L26 28.2)."""

    PUBLISHED = "PUBLISHED", _("Thông tin đã công khai")
    PROVIDED = "PROVIDED", _("Thông tin đã cung cấp")


class CorrectionStatus(models.TextChoices):
    """Where a request for correction stands; the last three are its outcomes (readings.md 14)."""

    RECEIVED = "RECEIVED", _("Đã nhận")
    CHECKING = "CHECKING", _("Đang kiểm tra")
    ASKED = "ASKED", _("Chờ đơn vị tạo ra thông tin")
    PROPOSED = "PROPOSED", _("Chờ người thứ hai quyết định")
    CORRECTED = "CORRECTED", _("Đã đính chính")
    NOT_WRONG = "NOT_WRONG", _("Thông tin không sai")
    NOT_OURS = "NOT_OURS", _("Đã hướng dẫn nơi khác")


CORRECTION_OUTCOMES = (CorrectionStatus.CORRECTED, CorrectionStatus.NOT_WRONG, CorrectionStatus.NOT_OURS)
CORRECTION_OPEN = tuple(s for s in CorrectionStatus if s not in CORRECTION_OUTCOMES)


class RetentionKind(models.TextChoices):
    """What one person proposes about a case's life after its end, and another decides (S14)."""

    SEAL = "SEAL", _("Niêm phong dữ liệu cá nhân")
    UNSEAL = "UNSEAL", _("Mở niêm phong")
    HOLD = "HOLD", _("Giữ lại, chưa được xóa")
    RELEASE = "RELEASE", _("Thôi giữ lại")
    ERASE = "ERASE", _("Xóa dữ liệu cá nhân")


class RetentionState(models.TextChoices):
    """Where such a proposal, or an authority's list of periods, stands."""

    PROPOSED = "PROPOSED", _("Chờ người thứ hai")
    DONE = "DONE", _("Đã thực hiện")
    DECLINED = "DECLINED", _("Không đồng ý")


class LettersFate(models.TextChoices):
    """What an erasure makes of the papers that were issued."""

    MASK = "MASK", _("Che người yêu cầu và điều họ hỏi trong văn bản")
    ERASE = "ERASE", _("Xóa cả nội dung văn bản")


class ReadingRule(models.TextChoices):
    """What made somebody's reading of personal data unusual (workflow.services.reading_rules)."""

    MANY = "MANY", _("Đọc nhiều hơn hẳn thường ngày")
    FOREIGN = "FOREIGN", _("Đọc hồ sơ ngoài việc của mình")
    OFF_HOURS = "OFF_HOURS", _("Đọc ngoài giờ, ngày nghỉ")
    UNMASKING = "UNMASKING", _("Xem nhiều số giấy tờ")


class ReadingVerdict(models.TextChoices):
    """What somebody else found when they looked at it."""

    EXPLAINED = "EXPLAINED", _("Có lý do công việc")
    NOT_EXPLAINED = "NOT_EXPLAINED", _("Không có lý do, chuyển xử lý")

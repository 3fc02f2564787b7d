"""The law's words as codes with Vietnamese labels: units, kinds of time limit, ways to receive, who consents."""

from enum import StrEnum


class Labelled(StrEnum):
    """A code with the Vietnamese words people read."""

    def __new__(cls, code: str, label: str):
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member


class Unit(Labelled):
    """How a time limit is counted."""

    IMMEDIATE = "IMMEDIATE", "ngay trong ngày"
    WORKING_DAY = "WORKING_DAY", "ngày làm việc"
    CALENDAR_DAY = "CALENDAR_DAY", "ngày"
    MONTH = "MONTH", "tháng"
    YEAR = "YEAR", "năm"


class DayCode(Labelled):
    """What a day of the calendar is, when it is not an ordinary weekday or weekend day."""

    HOLIDAY = "HOLIDAY", "Nghỉ lễ, tết"
    COMPENSATORY_OFF = "COMPENSATORY_OFF", "Nghỉ bù"
    SWAPPED_OFF = "SWAPPED_OFF", "Nghỉ hoán đổi"
    SWAPPED_WORK = "SWAPPED_WORK", "Làm bù"


class TermKind(Labelled):
    """The time limits of a request."""

    PROVIDE = "PROVIDE", "cung cấp hoặc từ chối"
    FIRST_NOTICE = "FIRST_NOTICE", "thông báo thời hạn trả lời"
    EXTENSION_MAX = "EXTENSION_MAX", "gia hạn"


class DutyKind(Labelled):
    """The time limits of the authority's other duties."""

    PUBLISH = "PUBLISH", "công khai thông tin"
    POSTING_MIN = "POSTING_MIN", "niêm yết ít nhất"
    ACCURACY_ANSWER = "ACCURACY_ANSWER", "trả lời kiến nghị về thông tin đã công khai"
    CORRECT_PROVIDED = "CORRECT_PROVIDED", "đính chính thông tin đã cung cấp"
    CLAIM_ANSWER = "CLAIM_ANSWER", "trả lời yêu cầu đính chính thông tin đã cung cấp"
    COMMUNE_ASK = "COMMUNE_ASK", "cấp xã hỏi cơ quan tạo ra thông tin"
    COMMUNE_CREATOR = "COMMUNE_CREATOR", "cơ quan tạo ra thông tin trả lời cấp xã"
    COMMUNE_RELAY = "COMMUNE_RELAY", "cấp xã đính chính hoặc báo lại người yêu cầu"
    BACKLOG = "BACKLOG", "công khai thông tin có trước ngày luật có hiệu lực"


class ComplaintStep(Labelled):
    """The steps of a complaint or a lawsuit."""

    LODGE_FIRST = "LODGE_FIRST", "khiếu nại lần đầu"
    ACCEPT = "ACCEPT", "thụ lý khiếu nại"
    SETTLE_FIRST = "SETTLE_FIRST", "giải quyết khiếu nại lần đầu"
    LODGE_SECOND = "LODGE_SECOND", "khiếu nại lần hai"
    SETTLE_SECOND = "SETTLE_SECOND", "giải quyết khiếu nại lần hai"
    SUE = "SUE", "khởi kiện vụ án hành chính"
    SUE_AFTER_COMPLAINT = "SUE_AFTER_COMPLAINT", "khởi kiện sau khi khiếu nại"


class Situation(Labelled):
    """What lengthens a step of a complaint."""

    NORMAL = "NORMAL", "thông thường"
    COMPLEX = "COMPLEX", "vụ việc phức tạp"
    REMOTE = "REMOTE", "vùng sâu, vùng xa, đi lại khó khăn"
    REMOTE_COMPLEX = "REMOTE_COMPLEX", "vùng sâu, vùng xa và vụ việc phức tạp"


class DeliveryGroup(Labelled):
    """The ways of giving information that the terms tell apart (Luật 104/2016/QH13, Điều 29, 30 and 31)."""

    IN_PERSON = "IN_PERSON", "trực tiếp tại trụ sở"
    ELECTRONIC = "ELECTRONIC", "qua mạng điện tử"
    POST_FAX = "POST_FAX", "qua bưu chính, fax"


class Complexity(Labelled):
    """Simple: at hand, can be given at once. Complex: to be gathered, or another body must be asked."""

    SIMPLE = "SIMPLE", "đơn giản, có sẵn"
    COMPLEX = "COMPLEX", "phức tạp, không có sẵn"


class Every(StrEnum):
    """A deadline row that does not tell channels or complexity apart."""

    ANY = "ANY"


class SelectsBy(StrEnum):
    """The day that decides which law governs a request."""

    SENT_ON = "sent_on"


class Need(Labelled):
    """A fact that a refusal must hold before it may be signed."""

    INACCESSIBLE_REASON = "INACCESSIBLE_REASON", "lý do không được tiếp cận"
    LAW_CITED = "LAW_CITED", "điều luật làm căn cứ"
    MISSING_CONSENT = "MISSING_CONSENT", "sự đồng ý còn thiếu"
    PUBLIC_PLACE = "PUBLIC_PLACE", "nơi đã công khai thông tin"
    PLACE_CHECKED = "PLACE_CHECKED", "xác nhận nơi công khai vẫn xem được"
    RIGHT_AUTHORITY = "RIGHT_AUTHORITY", "cơ quan có trách nhiệm cung cấp"
    EARLIER_CASES = "EARLIER_CASES", "hai lần đã cung cấp trước đây"
    REASON_WEIGHED = "REASON_WEIGHED", "lý do của người yêu cầu đã được xem xét"
    FACTS = "FACTS", "số liệu chứng minh"
    RESOLUTION_NOTICE = "RESOLUTION_NOTICE", "phiếu giải quyết đã gửi"
    AMOUNT = "AMOUNT", "số tiền phải trả"
    PAYMENT_LIMIT_PASSED = "PAYMENT_LIMIT_PASSED", "hạn thanh toán đã qua"


class Sure(Labelled):
    """How a figure of the law is known."""

    CONFIRMED = "CONFIRMED", "đã đối chiếu nguyên văn"
    SECONDARY = "SECONDARY", "theo nguồn dẫn lại, chưa đối chiếu nguyên văn"
    UNKNOWN = "UNKNOWN", "chưa rõ mức giá, cán bộ nhập kèm nguồn"


class ConsentOf(Labelled):
    """Who must agree before conditional information is given."""

    OWNER = "OWNER", "chủ sở hữu bí mật kinh doanh"
    PERSON = "PERSON", "người có thông tin"
    FAMILY_MEMBERS = "FAMILY_MEMBERS", "tất cả thành viên gia đình"
    DATA_LAW = "DATA_LAW", "theo pháp luật về bảo vệ dữ liệu cá nhân"
    ARCHIVES_LAW = "ARCHIVES_LAW", "theo pháp luật về lưu trữ"
    HEAD_DECIDES = "HEAD_DECIDES", "người đứng đầu cơ quan quyết định"


class Representation(Labelled):
    """How a person who is not a full-aged, capable citizen may ask."""

    ALONE = "ALONE", "tự mình"
    WITH_CONSENT = "WITH_CONSENT", "tự mình, có sự đồng ý của người đại diện"
    THROUGH_REPRESENTATIVE = "THROUGH_REPRESENTATIVE", "thông qua người đại diện theo pháp luật"
    THROUGH_GUARDIAN = "THROUGH_GUARDIAN", "thông qua người giám hộ"
    AUTHORISED = "AUTHORISED", "thông qua người được ủy quyền"


class PortalDuty(Labelled):
    """Whether a publication category must stand on the portal or website."""

    ALWAYS = "ALWAYS", "bắt buộc"
    PARTLY = "PARTLY", "bắt buộc một phần"
    IF_NEEDED = "IF_NEEDED", "khi xét thấy cần thiết"
    BY_OTHER_LAW = "BY_OTHER_LAW", "theo luật khác"
    NO = "NO", "không bắt buộc"

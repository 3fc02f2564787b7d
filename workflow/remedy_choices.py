"""The names of complaints, lawsuits, denunciations, inspections and what people thought of the answer."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RemedyKind(models.TextChoices):
    """What a person may do who does not agree (L16 Điều 14; L26 Điều 13)."""

    COMPLAINT = "COMPLAINT", _("Khiếu nại")
    LAWSUIT = "LAWSUIT", _("Khởi kiện")
    DENUNCIATION = "DENUNCIATION", _("Tố cáo")


class RemedyInstance(models.TextChoices):
    FIRST = "FIRST", _("Lần đầu")
    SECOND = "SECOND", _("Lần hai")
    TRIAL = "TRIAL", _("Sơ thẩm")
    APPEAL = "APPEAL", _("Phúc thẩm")
    REVIEW = "REVIEW", _("Giám đốc thẩm, tái thẩm")


#: Which instances a kind knows, the first one first.
INSTANCES = {
    RemedyKind.COMPLAINT: (RemedyInstance.FIRST, RemedyInstance.SECOND),
    RemedyKind.LAWSUIT: (RemedyInstance.TRIAL, RemedyInstance.APPEAL, RemedyInstance.REVIEW),
    RemedyKind.DENUNCIATION: (RemedyInstance.FIRST,),
}
#: Settled by another body: the provincial level or a court. This authority writes down how it ended.
SETTLED_ELSEWHERE = (RemedyInstance.SECOND, RemedyInstance.TRIAL, RemedyInstance.APPEAL, RemedyInstance.REVIEW)


class RemedyAbout(models.TextChoices):
    REFUSAL = "REFUSAL", _("Từ chối cung cấp")
    PARTLY = "PARTLY", _("Chỉ cung cấp một phần")
    LATE = "LATE", _("Chậm trả lời hoặc không trả lời")
    ANSWER = "ANSWER", _("Thông tin đã cung cấp sai, thiếu")
    COST = "COST", _("Chi phí")
    CONDUCT = "CONDUCT", _("Hành vi của cán bộ")


class RemedyChannel(models.TextChoices):
    IN_PERSON = "IN_PERSON", _("Nộp tại trụ sở")
    POST = "POST", _("Bưu điện")
    FORWARDED = "FORWARDED", _("Cơ quan khác chuyển đến")
    COURT = "COURT", _("Tòa án thông báo")


class RemedyStatus(models.TextChoices):
    RECEIVED = "RECEIVED", _("Đã nhận")
    ACCEPTED = "ACCEPTED", _("Đang giải quyết")
    SUSPENDED = "SUSPENDED", _("Tạm đình chỉ")
    PROPOSED = "PROPOSED", _("Chờ người thứ hai")
    NOT_ACCEPTED = "NOT_ACCEPTED", _("Không thụ lý")
    UPHELD = "UPHELD", _("Chấp nhận toàn bộ")
    PARTLY = "PARTLY", _("Chấp nhận một phần")
    REJECTED = "REJECTED", _("Không chấp nhận")
    WITHDRAWN = "WITHDRAWN", _("Đã rút")
    STOPPED = "STOPPED", _("Đình chỉ")


REMEDY_OPEN = (RemedyStatus.RECEIVED, RemedyStatus.ACCEPTED, RemedyStatus.SUSPENDED, RemedyStatus.PROPOSED)
REMEDY_OUTCOMES = tuple(one for one in RemedyStatus if one not in REMEDY_OPEN)
#: Whoever complained was right, at least in part: the case is taken up anew.
UPHOLDING = (RemedyStatus.UPHELD, RemedyStatus.PARTLY)


class InspectionState(models.TextChoices):
    """An inspection decision opens nothing before a second person has confirmed it."""

    PROPOSED = "PROPOSED", _("Chờ xác nhận")
    CONFIRMED = "CONFIRMED", _("Đã xác nhận")
    RETURNED = "RETURNED", _("Không xác nhận")
    ENDED = "ENDED", _("Kết thúc sớm")


class FindingKind(models.TextChoices):
    VIOLATION = "VIOLATION", _("Vi phạm")
    SHORTCOMING = "SHORTCOMING", _("Thiếu sót")
    ADVICE = "ADVICE", _("Kiến nghị")


class Handling(models.TextChoices):
    """What followed from a finding (L16 Điều 15; L26 Điều 6)."""

    MENDED = "MENDED", _("Đã khắc phục")
    LEARNED = "LEARNED", _("Kiểm điểm, rút kinh nghiệm")
    DISCIPLINED = "DISCIPLINED", _("Xử lý kỷ luật")
    FINED = "FINED", _("Xử phạt hành chính")
    COMPENSATED = "COMPENSATED", _("Bồi thường")
    HANDED_ON = "HANDED_ON", _("Chuyển cơ quan điều tra")


class Level(models.IntegerChoices):
    """How content somebody is with how their request was answered."""

    VERY_BAD = 1, _("Rất không hài lòng")
    BAD = 2, _("Không hài lòng")
    FAIR = 3, _("Bình thường")
    GOOD = 4, _("Hài lòng")
    VERY_GOOD = 5, _("Rất hài lòng")


#: Fewer answers than this are not told as a figure: one could guess who said what.
FEWEST_TOLD = 5

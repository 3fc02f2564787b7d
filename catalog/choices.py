"""Words of the catalog: how information is classed, published, kept up to date (readings.md 3 to 5)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class InfoClass(models.TextChoices):
    """L16 Điều 6, 7, 17, 23; L26 Điều 15, 16, 17, 23."""

    MUST_PUBLISH = "MUST_PUBLISH", _("Phải được công khai")
    MAY_PUBLISH = "MAY_PUBLISH", _("Chủ động công khai")
    ON_REQUEST = "ON_REQUEST", _("Cung cấp theo yêu cầu")
    CONDITIONAL = "CONDITIONAL", _("Tiếp cận có điều kiện")
    INACCESSIBLE = "INACCESSIBLE", _("Không được tiếp cận")


#: Classes whose content anyone may read once it was published.
OPEN_CLASSES = (InfoClass.MUST_PUBLISH, InfoClass.MAY_PUBLISH)
#: Classes that stand in a public list: content, or, for conditional information, only that it exists.
LISTED_CLASSES = (*OPEN_CLASSES, InfoClass.CONDITIONAL)


class PublicationForm(models.TextChoices):
    """How people come to know it: the finer forms of portals and communes (standards.md 4.2)."""

    PORTAL = "PORTAL", _("Cổng, trang thông tin điện tử")
    VNEID = "VNEID", _("VNeID")
    OFFICIAL_GAZETTE = "OFFICIAL_GAZETTE", _("Công báo")
    POSTING = "POSTING", _("Niêm yết tại trụ sở")
    POSTING_HAMLET = "POSTING_HAMLET", _("Niêm yết tại nhà văn hóa thôn, tổ dân phố")
    LOUDSPEAKER = "LOUDSPEAKER", _("Hệ thống truyền thanh")
    MASS_MEDIA = "MASS_MEDIA", _("Báo, đài")
    SPOKESPERSON = "SPOKESPERSON", _("Tiếp công dân, họp báo")
    MEETING = "MEETING", _("Hội nghị, đối thoại")
    WRITTEN = "WRITTEN", _("Gửi văn bản")
    HAMLET_HEAD = "HAMLET_HEAD", _("Thông qua Trưởng thôn, Tổ trưởng")
    MESSAGE = "MESSAGE", _("Tin nhắn, mạng xã hội hợp pháp")
    OTHER = "OTHER", _("Hình thức khác")


class UpdateCycle(models.TextChoices):
    """How often new content is owed."""

    NONE = "NONE", _("Không cập nhật định kỳ")
    ON_CHANGE = "ON_CHANGE", _("Khi có thay đổi")
    MONTH = "MONTH", _("Mỗi tháng")
    QUARTER = "QUARTER", _("Mỗi quý")
    HALF_YEAR = "HALF_YEAR", _("Mỗi sáu tháng")
    YEAR = "YEAR", _("Mỗi năm")


#: Months between two versions.
CYCLE_MONTHS = {UpdateCycle.MONTH: 1, UpdateCycle.QUARTER: 3, UpdateCycle.HALF_YEAR: 6, UpdateCycle.YEAR: 12}


class Digitising(models.TextChoices):
    NOT_YET = "NOT_YET", _("Chưa số hóa")
    UNDER_WAY = "UNDER_WAY", _("Đang số hóa")
    DONE = "DONE", _("Đã số hóa")


class ItemState(models.TextChoices):
    """Where an item stands. Only PUBLISHED is shown; a mark of inaccessible information is never anything else."""

    DRAFT = "DRAFT", _("Dự thảo")
    PUBLISHED = "PUBLISHED", _("Đang công khai")
    EXPIRED = "EXPIRED", _("Hết thời hạn công khai")
    WITHDRAWN = "WITHDRAWN", _("Đã gỡ")
    MARK = "MARK", _("Không được công khai")


class VersionKind(models.TextChoices):
    FIRST = "FIRST", _("Công khai lần đầu")
    UPDATE = "UPDATE", _("Cập nhật")
    CORRECTION = "CORRECTION", _("Đính chính")
    AGAIN = "AGAIN", _("Công khai lại")


class ServiceField(models.TextChoices):
    """Fields of basic, essential public services."""

    HEALTH = "HEALTH", _("Y tế")
    EDUCATION = "EDUCATION", _("Giáo dục")
    SCIENCE = "SCIENCE", _("Khoa học và công nghệ")
    CULTURE = "CULTURE", _("Văn hóa, thể thao")
    LABOUR = "LABOUR", _("Lao động, an sinh")
    ENVIRONMENT = "ENVIRONMENT", _("Nông nghiệp, môi trường")
    TRANSPORT = "TRANSPORT", _("Giao thông, xây dựng")
    OTHER = "OTHER", _("Lĩnh vực khác")


class EntryKind(models.TextChoices):
    """What a visitor's search may find, as the search page groups it."""

    ITEM = "ITEM", _("Mục trong danh mục")
    DOCUMENT = "DOCUMENT", _("Văn bản, tệp")
    GUIDE = "GUIDE", _("Hướng dẫn, thủ tục, biểu mẫu")
    QUESTION = "QUESTION", _("Hỏi – đáp")
    ANSWER = "ANSWER", _("Câu trả lời đã công bố")
    NEWS = "NEWS", _("Tin, thông báo")
    PAGE = "PAGE", _("Trang thông tin")


class FileTextState(models.TextChoices):
    """What has become of reading a file's words."""

    WAITING = "WAITING", _("Chưa đọc")
    READ = "READ", _("Đã đọc")
    CUT = "CUT", _("Chỉ tìm được phần đầu")
    EMPTY = "EMPTY", _("Không có chữ, có thể là bản quét")
    UNREADABLE = "UNREADABLE", _("Không đọc được")
    OTHER_KIND = "OTHER_KIND", _("Loại tệp không tìm trong nội dung")


class ImportState(models.TextChoices):
    """Where a table that is brought in stands."""

    COLUMNS = "COLUMNS", _("Chờ chọn cột")
    CHECKING = "CHECKING", _("Đang kiểm tra")
    CHECKED = "CHECKED", _("Đã kiểm tra, chưa nhập")
    WRITING = "WRITING", _("Đang nhập")
    DONE = "DONE", _("Đã nhập")
    STOPPED = "STOPPED", _("Không nhập được")
    DROPPED = "DROPPED", _("Đã bỏ")


class FindingKind(models.TextChoices):
    ERROR = "ERROR", _("Lỗi")
    DOUBLE = "DOUBLE", _("Đã có")

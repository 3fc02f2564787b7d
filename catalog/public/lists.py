"""The public lists as declared things: which rows, under which name, in which words."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from catalog import queries


@dataclass(frozen=True)
class PublicList:
    """One view of the catalog. `rows(authority, day)` are its items; `columns` which table shows them."""

    slug: str
    title: str
    lead: str
    short: str
    rows: Callable
    columns: str
    nothing: str


LISTS = {
    one.slug: one
    for one in (
        PublicList(
            "phai-cong-khai",
            _("Thông tin phải được công khai"),
            _("Những gì luật buộc cơ quan phải cho mọi người biết. Bạn xem ngay, không cần gửi yêu cầu."),
            _("Phải được công khai"),
            queries.must_publish,
            "full",
            _("Cơ quan chưa đưa mục nào vào danh mục này."),
        ),
        PublicList(
            "da-cong-khai",
            _("Thông tin đã được công khai"),
            _("Mỗi mục kèm đường dẫn hoặc tệp. Bạn mở được ngay."),
            _("Đã được công khai"),
            queries.already_public,
            "short",
            _("Cơ quan chưa có mục nào kèm đường dẫn hoặc tệp."),
        ),
        PublicList(
            "co-dieu-kien",
            _("Thông tin được tiếp cận có điều kiện"),
            _("Cơ quan có những hồ sơ này. Bạn được xem khi người liên quan đồng ý bằng văn bản."),
            _("Có điều kiện"),
            queries.conditional,
            "conditional",
            _("Cơ quan chưa ghi nhận hồ sơ nào thuộc loại này."),
        ),
    )
}
#: The fourth list holds units, not items.
SERVICE_UNITS = "don-vi-su-nghiep"
STATES = (
    ("", _("Đang công khai")),
    ("mo-duoc", _("Mở được ngay")),
    ("dinh-chinh", _("Đã đính chính")),
    ("cham", _("Công khai chậm")),
    ("can-cap-nhat", _("Quá kỳ cập nhật")),
    ("het-han", _("Hết thời hạn công khai")),
)

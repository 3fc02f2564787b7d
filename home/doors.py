"""Ways on from a section page to parts of the software that are no pages: search, catalogs, the form, the look-up."""

from dataclasses import dataclass

from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from cms.core.models import Authority


class Gathers(models.TextChoices):
    PAGES = "PAGES", _("các trang con")
    SEARCH = "SEARCH", _("tìm kiếm")
    CATALOGS = "CATALOGS", _("bốn danh mục thông tin")
    REQUEST = "REQUEST", _("gửi yêu cầu")
    LOOKUP = "LOOKUP", _("tra cứu hồ sơ")


@dataclass(frozen=True)
class Way:
    """A link with its icon and one sentence; `url` is empty where this installation has no such part."""

    icon: str
    title: str
    text: str
    url: str
    is_elsewhere: bool = False


#: The four lists of an authority (L16 Điều 17, 18; L26 Điều 11, 16, 17): URL name and what else it takes, title, sentence.
CATALOGS = (
    (
        ("catalog:list", "phai-cong-khai"),
        _("Thông tin phải được công khai"),
        _("Những gì luật buộc cơ quan công khai, và đã công khai hay chưa."),
    ),
    (
        ("catalog:list", "da-cong-khai"),
        _("Thông tin đã được công khai"),
        _("Tên văn bản, ngày công khai và đường dẫn để đọc hoặc tải."),
    ),
    (
        ("catalog:list", "co-dieu-kien"),
        _("Thông tin được tiếp cận có điều kiện"),
        _("Cần ai đồng ý và gửi kèm giấy tờ gì."),
    ),
    (
        ("catalog:service_units",),
        _("Đơn vị sự nghiệp công lập có trách nhiệm cung cấp thông tin"),
        _("Đơn vị nào cung cấp thông tin và liên hệ ở đâu."),
    ),
)


def address(name: str, *args) -> str:
    """The address of a named door; empty where this installation has no such door."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def ways(gathers: str, authority: Authority | None) -> list[Way]:
    """The links that a section page shows above its own subpages."""
    if authority is None:
        return []
    return _WAYS.get(gathers, lambda authority: [])(authority)


def request_way(authority: Authority) -> Way:
    """Where this authority takes requests: our form, or the national portal where it must (L26 Điều 11.5)."""
    if authority.national_portal_url:
        return Way(
            "send",
            _("Gửi yêu cầu trên Cổng Dịch vụ công quốc gia"),
            _("Cơ quan nhận yêu cầu qua Cổng Dịch vụ công. Bạn cần đăng nhập ở đó."),
            authority.national_portal_url,
            is_elsewhere=True,
        )
    return Way(
        "send",
        _("Gửi yêu cầu cung cấp thông tin"),
        _("Điền phiếu trên trang này, khoảng 10 phút, không cần tài khoản."),
        address("workflow:new", authority.code),
    )


def _search(authority):
    title, text = _("Tìm thông tin đã công khai"), _("Gõ có dấu hay không dấu đều được.")
    return [Way("search", title, text, address("home:authority_search", authority.code))]


def _catalogs(authority):
    return [Way("list", title, text, address(name, authority.code, *more)) for (name, *more), title, text in CATALOGS]


def _lookup(authority):
    return [
        Way(
            "track",
            _("Tra cứu hồ sơ đã gửi"),
            _("Cần số hồ sơ và mã tra cứu ghi trên biên nhận."),
            address("workflow:lookup"),
        ),
        Way(
            "clock",
            _("Tính thời hạn trả lời"),
            _("Nhập ngày gửi, xem ngày phải trả lời và cách tính từng ngày."),
            address("workflow:deadline"),
        ),
    ]


_WAYS = {
    Gathers.SEARCH: _search,
    Gathers.CATALOGS: _catalogs,
    Gathers.REQUEST: lambda authority: [request_way(authority)],
    Gathers.LOOKUP: _lookup,
}

"""The pages that are measured, each with what it may cost (performance.md)."""

from dataclasses import dataclass
from urllib.parse import quote

from catalog.models import InformationItem
from tests.bench import many_items


@dataclass(frozen=True)
class Promise:
    """At most so many U over HTTP, L of CPU, queries, and times as much with 100,000 rows as with 1,000."""

    u: float
    cpu: float
    queries: int
    growth: float


FRONT = Promise(30, 4, 9, 1.2)
CONTENT = Promise(28, 4, 8, 1.1)
LIST = Promise(12, 1.6, 4, 1.2)
SEARCH = Promise(15, 2, 4, 2)
COMMONEST = Promise(40, 5, 5, 2)
ONE = Promise(20, 2.5, 7, 1.1)
UNIT = Promise(20, 2.5, 6, 1.3)
STEP = Promise(12, 1.6, 3, 1.0)
STATISTICS = Promise(20, 2.5, 6, 1.2)

#: Every way to narrow and order a list.
LIST_QUERIES = (
    "", "?xep=ten", "?nhom=PUB26_B", "?nhom=PUB26_B&xep=ten", "?nhom=PUB26_D", "?nam=2021", "?nam=2021&xep=ten",
    "?hinhthuc=VNEID", "?hinhthuc=MEETING", "?trangthai=dinh-chinh", "?trangthai=dinh-chinh&xep=ten", "?trangthai=cham",
    "?trangthai=can-cap-nhat", "?trangthai=het-han", "?trangthai=het-han&xep=ten", "?chu=quan+trac",
    "?chu=quan+trac&xep=ten", "?chu=khong+co+chu+nay", "?chu=ngan+sach+thon+7", "?sau=20190101-500",
    "?nhom=PUB26_B&nam=2020&hinhthuc=VNEID&trangthai=cham&chu=cho",
)  # fmt: skip
LISTS = ("phai-cong-khai", "da-cong-khai", "co-dieu-kien")
SEARCHES = {
    "số chính xác": "q=" + quote(many_items.symbol(12)),
    "cụm từ": "q=" + quote('"kế hoạch triển khai"'),
    "đầu từ": "q=" + quote("quan tr"),
    "không dấu": "q=" + quote("quan trac"),
    "có dấu": "q=" + quote("quan trắc"),
    "theo năm, loại": "q=" + quote("thông tin") + "&loai=muc&nam=2020",
    "theo cơ quan": "q=" + quote("thông tin") + "&co-quan=co-quan-3",
    "từ phổ biến nhất": "q=" + quote("thông tin"),
}


def an_item(code: str) -> str:
    """The address of a public item of the authority."""
    item = InformationItem.objects.filter(authority__code=code, live=True, until_on=None).order_by("pk")[40]
    return f"/{code}/danh-muc/{item.code}/"


def read_pages(code: str) -> dict[str, tuple[str, Promise]]:
    """What anyone may read, by name: address and promise."""
    catalog = f"/{code}/danh-muc/"
    must = f"{catalog}phai-cong-khai/"
    pages = {
        "Trang chủ": ("/", FRONT),
        "Trang của cơ quan": (f"/{code}/", FRONT),
        "Trang nội dung": ("/huong-dan-gui-yeu-cau/", CONTENT),
        "Trang danh mục": (catalog, UNIT),
        "Danh sách": (must, LIST),
        "Danh sách, theo tên": (f"{must}?xep=ten", LIST),
        "Danh sách, lọc theo nhóm": (f"{must}?nhom=PUB26_B", LIST),
        "Danh sách, lọc theo chữ": (f"{must}?chu=quan+trac", LIST),
        "Danh sách, trang sâu": (f"{must}?sau=20190101-500", LIST),
        "Đơn vị sự nghiệp": (f"{catalog}don-vi-su-nghiep/", UNIT),
        "Một mục": (an_item(code), ONE),
        "Thống kê": (f"/{code}/thong-ke/", STATISTICS),
    }
    for name, query in SEARCHES.items():
        pages[f"Tìm kiếm, {name}"] = (f"/tim-kiem/?{query}", COMMONEST if "phổ biến" in name else SEARCH)
    return pages

"""A small shelf of public things, invented, on which the list of searches is tried."""

from datetime import date

from catalog import entries
from catalog.choices import EntryKind
from catalog.entries import Entry, Lead
from catalog.models import FileText
from tests.factories.core import AuthorityFactory

#: name → (kind, day, authority, number, title, body); the name is how the list of searches calls it.
SHELF = {
    "luật 2026": (
        "DOCUMENT", "2026-04-10", "", "01/2026/QH16", "Luật Tiếp cận thông tin",
        "Quốc hội ban hành Luật Tiếp cận thông tin. Công dân được tiếp cận thông tin của cơ quan nhà nước.",
    ),
    "luật 2016": (
        "DOCUMENT", "2016-04-06", "", "104/2016/QH13", "Luật Tiếp cận thông tin", "Hết hiệu lực từ ngày 01/9/2026.",
    ),
    "nghị định 13": (
        "DOCUMENT", "2018-01-23", "", "13/2018/NĐ-CP", "Nghị định quy định chi tiết Luật Tiếp cận thông tin",
        "Căn cứ Luật số 104/2016/QH13. Quy chế nội bộ về cung cấp thông tin.",
    ),
    "nghị định 224": (
        "DOCUMENT", "2026-07-15", "", "224/2026/NĐ-CP", "Nghị định quy định chi tiết Luật Tiếp cận thông tin",
        "Thay thế Nghị định số 13/2018/NĐ-CP ngày 23 tháng 01 năm 2018.",
    ),
    "thông báo 5": (
        "NEWS", "2026-10-05", "xã", "05/TB-UBND", "Thông báo lịch tiếp công dân quý IV", "Sáng thứ Hai hằng tuần.",
    ),
    "quyết định 58": (
        "ITEM", "2025-12-18", "sở", "58/2025/QĐ-UBND", "Bảng giá đất áp dụng từ 01/01/2026",
        "Ban hành bảng giá đất ở, đất nông nghiệp trên địa bàn tỉnh.",
    ),
    "quyết định 17": (
        "ITEM", "2026-07-06", "sở", "17/2026/QĐ-UBND", "Điều chỉnh bảng giá đất phường Hoa Sen",
        "Điều chỉnh 14 đoạn đường trong bảng giá đất kèm theo Quyết định 58/2025/QĐ-UBND.",
    ),
    "hỏi giá đất": (
        "QUESTION", "2026-05-12", "sở", "", "Tôi tra giá của thửa đất nhà mình ở đâu?",
        "Đối chiếu tên đường với bảng giá đất đang áp dụng.",
    ),
    "trả lời đồi chè": (
        "ANSWER", "2026-10-20", "xã", "", "Trả lời về căn cứ xác định giá khu Đồi Chè",
        "Giá khu Đồi Chè lấy từ Quyết định 17/2026/QĐ-UBND. Việc thu phí do xã làm.",
    ),
    "đất đai": ("PAGE", "2026-03-02", "xã", "", "Thủ tục đất đai tại xã", "Đăng ký biến động đất đai."),
    "đài truyền thanh": (
        "PAGE", "2026-08-11", "xã", "", "Đài truyền thanh xã", "Đài đặt tại nhà văn hóa thôn Lúa Mới.",
    ),
    "hòa giải": ("PAGE", "2026-02-20", "xã", "", "Hoà giải ở cơ sở", "Tổ hoà giải thôn Suối Vàng."),
    "thủy lợi": ("PAGE", "2026-06-01", "sở", "", "Công trình thủy lợi", "Quản lý công trình thuỷ lợi nhỏ."),
    "quy hoạch": (
        "DOCUMENT", "2026-09-09", "sở", "", "Thuyết minh quy hoạch chung đô thị Hải Sơn", "",
    ),
    "ngân sách": (
        "ITEM", "2026-01-15", "xã", "", "Công khai dự toán ngân sách xã năm 2026", "Thu, chi ngân sách; phiếu thu.",
    ),
    "an ninh": ("NEWS", "2026-10-05", "xã", "", "Họp dân về an ninh trật tự", "Tối thứ Sáu tại nhà văn hóa."),
    "thể thao": ("NEWS", "2026-09-20", "xã", "", "Giải thể thao thiếu niên", "Ba môn, mười sáu đội."),
    "nguyễn huệ": ("NEWS", "2026-04-01", "xã", "", "Sửa đường Nguyễn Huệ", "Cấm xe tải từ 02/4/2026."),
    "nguyên nhân": ("NEWS", "2026-04-02", "sở", "", "Nguyên nhân mất điện", "Cây đổ vào đường dây."),
    "covid": ("NEWS", "2021-08-01", "xã", "", "Tiêm vắc xin Covid-19", "Đợt hai, mũi nhắc lại."),
    "khmer": ("PAGE", "2026-05-05", "", "", "ព័ត៌មាន", "ភាសាខ្មែរ Hướng dẫn bằng tiếng Khmer."),
    "tin thông": ("PAGE", "2025-03-03", "", "", "Ban biên tập", "Đưa tin; thông cáo báo chí. Được tiếp; cận cảnh."),
}  # fmt: skip
#: Words of files, found in the entry that holds the file.
FILES = {"quy hoạch": "Ranh giới quy hoạch theo Quyết định số 99/QĐ-TTg. Đất cây xanh công cộng."}
_NUMBERS = {name: number for number, name in enumerate(SHELF, start=1)}


def fill() -> dict[int, str]:
    """Put everything there; the order key of each → its name."""
    bodies = {
        "": None,
        "xã": AuthorityFactory(code="suoi-vang", short_name="Xã Suối Vàng").pk,
        "sở": AuthorityFactory(code="so-tai-nguyen", short_name="Sở Nông nghiệp và Môi trường").pk,
    }
    names = {}
    for name, (kind, day, body_of, number, title, body) in SHELF.items():
        files = ()
        if name in FILES:
            key = f"document:{_NUMBERS[name]}"
            FileText.objects.create(key=key, fingerprint="1", state="READ", text=FILES[name])
            files = (Lead(key, is_held=True),)
        entry = Entry(
            key=f"page:{_NUMBERS[name]}",
            kind=EntryKind(kind),
            published_on=date.fromisoformat(day),
            title=title,
            address=f"muc-{_NUMBERS[name]}/",
            authority_id=bodies[body_of],
            number=number,
            body=body,
            files=files,
        )
        entries.put(entry)
        names[entries.order_key(entry.key, entry.published_on)] = name
    return names

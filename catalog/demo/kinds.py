"""Kinds of rows that provinces and communes publish (standards.md 4.3), with invented names and numbers."""

from dataclasses import dataclass

P, X, H = "PROVINCE", "COMMUNE", "HOSPITAL"


@dataclass(frozen=True)
class Kind:
    """One kind: its name with blanks for period or place, where it belongs, how and how long it is public.

    `every`: months between two rows. `days`: how long it is posted. `rows`: how many an authority of the level has.
    """

    number: int
    level: str
    title: str
    category: str
    unit: str
    forms: str = "PORTAL"
    until: str = "Thường xuyên"
    cycle: str = "ON_CHANGE"
    symbol: str = "QĐ-UBND"
    basis: str = ""
    days: int | None = None
    rows: int = 5
    files: tuple[str, ...] = ("pdf",)
    info_class: str = "MUST_PUBLISH"
    condition: tuple[str, str] | None = None
    permitted: str = ""
    term: tuple[int, str] | None = None


PLACES = ("Bến Nứa", "Đồi Chè", "Nà Lúa", "Khe Sim", "Suối Đá", "Bản Vàng", "Đồng Xanh", "Mường Cả")

KINDS = (
    Kind(1, P, "Quyết định quy định chức năng, nhiệm vụ của {office}", "PUB26_C", "Sở Nội vụ", "PORTAL OFFICIAL_GAZETTE",
         term=(5, "WORKING_DAY"), basis="Điều 9 NĐ 224/2026/NĐ-CP"),
    Kind(2, P, "Sơ đồ tổ chức, danh sách phòng, đơn vị trực thuộc kèm điện thoại, {period}", "PUB26_C", "", rows=3,
         symbol="TB-VP", files=("pdf", "docx")),
    Kind(3, P, "Lịch tiếp công dân của lãnh đạo {quarter}", "PUB26_C", "Ban Tiếp công dân", "PORTAL POSTING", "Hết quý",
         "QUARTER", "TB-TCD", rows=4),
    Kind(4, P, "Quyết định quy phạm pháp luật về {topic}", "PUB26_B", "", "PORTAL OFFICIAL_GAZETTE", rows=8),
    Kind(5, P, "Dự thảo quyết định về {topic}, lấy ý kiến Nhân dân", "PUB26_B", "Sở Tư pháp", until="60 ngày", days=60,
         symbol="DT-STP", rows=5, files=("docx",)),
    Kind(6, P, "Danh mục thủ tục hành chính và quy trình nội bộ lĩnh vực {topic}", "PUB26_B", "", "PORTAL POSTING", rows=6,
         term=(0, "IMMEDIATE"), basis="Điều 15 NĐ 63/2010/NĐ-CP"),
    Kind(7, P, "Kế hoạch phát triển kinh tế - xã hội và báo cáo thực hiện {quarter}", "PUB26_A", "Sở Tài chính",
         cycle="QUARTER", symbol="BC-UBND"),
    Kind(8, P, "Dự toán ngân sách tỉnh năm {year}", "PUB26_D", "Sở Tài chính", until="5 năm", cycle="YEAR", rows=3,
         files=("xlsx", "pdf")),
    Kind(9, P, "Tình hình thực hiện ngân sách tỉnh {quarter}", "PUB26_D", "Sở Tài chính", until="5 năm", cycle="QUARTER",
         symbol="BC-STC", files=("xlsx",)),
    Kind(10, P, "Quyết toán ngân sách tỉnh năm {year} và kết quả thực hiện kiến nghị kiểm toán", "PUB26_D", "Sở Tài chính",
         until="5 năm", cycle="YEAR", rows=3, files=("pdf", "xlsx")),
    Kind(11, P, "Danh mục dự án đầu tư công, tiến độ, giải ngân {quarter}", "PUB26_G", "Sở Tài chính", cycle="QUARTER",
         files=("xlsx",)),
    Kind(12, P, "Kết quả lựa chọn nhà thầu công trình {work}", "PUB26_G", "Ban Quản lý dự án", symbol="QĐ-BQLDA", rows=7),
    Kind(13, P, "Bảng giá đất và quyết định điều chỉnh, khu vực {place}", "PUB26_L", "quan-ly-dat-dai",
         "PORTAL OFFICIAL_GAZETTE", "Đến khi thay thế", rows=6),
    Kind(14, P, "Kế hoạch sử dụng đất khu vực {place}, bản đồ kèm theo", "PUB26_L", "quan-ly-dat-dai", "PORTAL POSTING",
         "Hết kỳ quy hoạch", rows=6),
    Kind(15, P, "Quy hoạch phân khu đô thị {place}, hồ sơ bản vẽ", "PUB26_K", "Sở Xây dựng", "PORTAL POSTING", rows=4),
    Kind(16, P, "Kết quả quan trắc môi trường {month}", "PUB26_P", "moi-truong", until="5 năm", cycle="MONTH",
         symbol="BC-CCBVMT", rows=6, files=("xlsx", "pdf")),
    Kind(17, P, "Kết luận thanh tra về {topic}, phần được công khai", "PUB26_H", "Thanh tra tỉnh", "PORTAL SPOKESPERSON",
         symbol="KL-TTr"),
    Kind(18, P, "Kết quả kiểm tra an toàn thực phẩm {month}, danh sách cơ sở vi phạm", "PUB26_N", "Sở Y tế",
         "PORTAL MASS_MEDIA", "12 tháng", symbol="TB-SYT", days=365),
    Kind(19, P, "Cảnh báo thiên tai, dịch bệnh tại {place}", "PUB26_V", "Sở Y tế", "PORTAL LOUDSPEAKER VNEID",
         "Đến khi hết hiệu lực", days=30, symbol="TB-UBND", term=(0, "IMMEDIATE"), basis="Điều 17.1.v Luật 01/2026/QH16"),
    Kind(20, P, "Tuyển dụng công chức {quarter}: thông báo, danh sách đủ điều kiện, kết quả", "PUB26_R", "Sở Nội vụ",
         "PORTAL POSTING", "12 tháng", days=365, symbol="TB-SNV", rows=4),
    Kind(21, P, "Kết quả đề tài khoa học về {topic}", "PUB26_R", "Sở Khoa học và Công nghệ", symbol="BC-SKHCN", rows=4),
    Kind(22, P, "Báo cáo tài chính năm {year} của cơ quan", "PUB26_D", "", "PORTAL POSTING", "90 ngày", days=90,
         symbol="BC-VP", rows=3),
    Kind(23, P, "Chỉ tiêu tuyển sinh, học phí, danh sách trường khu vực {place}", "PUB26_O", "Sở Giáo dục và Đào tạo",
         until="Hết năm học", symbol="TB-SGDĐT", rows=4),
    Kind(24, P, "Quản lý, sử dụng quỹ phòng, chống thiên tai {quarter}", "PUB26_DD", "Sở Tài chính", "PORTAL POSTING",
         "2 năm", "QUARTER", "BC-QPCTT", rows=4),
    Kind(25, P, "Mức thu phí, lệ phí lĩnh vực {topic}", "PUB26_D", "Sở Tài chính", until="Đến khi thay thế", rows=5),
    Kind(26, P, "Danh sách đơn vị sự nghiệp công lập có trách nhiệm cung cấp thông tin, {period}", "PUB26_V", "Sở Nội vụ",
         symbol="TB-SNV", rows=2, files=("xlsx",)),
    Kind(27, P, "Thống kê chỉ tiêu chủ yếu của ngành {topic}, {quarter}", "PUB26_A", "Thống kê tỉnh", cycle="QUARTER",
         symbol="BC-TK", rows=6, files=("xlsx",)),
    Kind(28, P, "Xếp loại, giám sát doanh nghiệp có vốn nhà nước năm {year}", "PUB26_E", "Sở Tài chính", until="5 năm",
         cycle="YEAR", symbol="BC-STC", rows=3),
    Kind(29, X, "Kế hoạch phát triển kinh tế - xã hội và kết quả {quarter}", "PUB26_A", "", "PORTAL POSTING",
         "30 ngày niêm yết", "QUARTER", "KH-UBND"),
    Kind(30, X, "Tình hình thực hiện ngân sách xã, phường {quarter}", "PUB26_D", "kinh-te", "PORTAL POSTING",
         "30 ngày niêm yết", "QUARTER", "BC-UBND", files=("xlsx",)),
    Kind(31, X, "Công trình {work} và tiến độ", "PUB26_G", "kinh-te", "POSTING POSTING_HAMLET PORTAL", "30 ngày niêm yết",
         symbol="TB-UBND", rows=6, basis="Điều 11 Luật 10/2022/QH15"),
    Kind(32, X, "Phương án bồi thường, hỗ trợ, tái định cư tại {place}", "PUB26_L", "", "POSTING WRITTEN MEETING PORTAL",
         "30 ngày niêm yết", symbol="PA-UBND", rows=4, basis="Điều 87 Luật Đất đai"),
    Kind(33, X, "Danh sách hộ nghèo, cận nghèo sau bình xét, thôn {place}", "PUB26_DD", "van-hoa-xa-hoi",
         "POSTING LOUDSPEAKER PORTAL", "30 ngày", symbol="DS-UBND", days=30, rows=5,
         permitted="Họ tên chủ hộ, thôn, kết quả bình xét", basis="Điều 11 Luật 10/2022/QH15"),
    Kind(34, X, "Đối tượng, mức hỗ trợ thiên tai tại {place}", "PUB26_DD", "van-hoa-xa-hoi", "POSTING LOUDSPEAKER PORTAL",
         "30 ngày", symbol="DS-UBND", days=30, rows=4, permitted="Họ tên, thôn, mức hỗ trợ",
         basis="Điều 11 Luật 10/2022/QH15"),
    Kind(35, X, "Danh sách gọi nhập ngũ, tạm hoãn, miễn, thôn {place}", "PUB26_V", "Ban Chỉ huy quân sự",
         "POSTING PORTAL", "30 ngày", symbol="DS-BCHQS", days=30, rows=4, permitted="Họ tên, thôn, diện gọi",
         basis="Luật Nghĩa vụ quân sự"),
    Kind(36, X, "Huy động đóng góp làm {work} và quyết toán", "PUB26_DD", "", "POSTING MEETING PORTAL", "30 ngày niêm yết",
         symbol="QT-UBND", rows=4),
    Kind(37, X, "Quy chế thực hiện dân chủ; nhiệm vụ của cán bộ, công chức, {period}", "PUB26_C", "", "PORTAL POSTING",
         symbol="QC-UBND", rows=3, files=("docx",)),
    Kind(38, X, "Thủ tục hành chính do xã, phường thực hiện; mức thu phí: {topic}", "PUB26_S", "hanh-chinh-cong",
         "POSTING PORTAL", symbol="TB-HCC", rows=6),
    Kind(39, X, "Kết quả lấy ý kiến Nhân dân về {topic}", "PUB26_B", "", "POSTING MEETING MESSAGE PORTAL", "30 ngày niêm yết",
         symbol="BC-UBND", rows=4),
    Kind(40, X, "Kết quả lấy phiếu tín nhiệm; xử lý vi phạm đã kết luận, {period}", "PUB26_V", "Hội đồng nhân dân",
         "POSTING PORTAL", "30 ngày niêm yết", symbol="TB-HĐND", rows=3),
    Kind(41, P, "Hồ sơ dự án {work}, phần có bí mật kinh doanh", "", "Sở Tài chính", "OTHER", "", "NONE", rows=4,
         info_class="CONDITIONAL", condition=("BUSINESS_SECRET", "Chủ sở hữu bí mật kinh doanh")),
    Kind(42, P, "Hồ sơ giải quyết đơn về đất đai tại {place}, có thông tin đời sống riêng tư", "", "", "OTHER", "", "NONE",
         rows=4, info_class="CONDITIONAL", condition=("PRIVACY", "Người có thông tin trong hồ sơ")),
    Kind(42, X, "Hồ sơ hộ tịch, chứng thực có thông tin gia đình, quyển {number}", "", "hanh-chinh-cong", "OTHER", "", "NONE",
         rows=3, info_class="CONDITIONAL", condition=("FAMILY_SECRET", "Tất cả thành viên gia đình có liên quan")),
)  # fmt: skip

#: What a hospital of the province publishes of its own (L26 Điều 17.1.n, 17.1.s).
HOSPITAL = (
    Kind(23, H, "Giá dịch vụ khám bệnh, chữa bệnh: {topic_h}", "PUB26_N", "ke-hoach", "PORTAL POSTING", "Đến khi thay thế",
         symbol="QĐ-BV", rows=5, files=("xlsx",)),
    Kind(27, H, "Chất lượng dịch vụ, kết quả khảo sát hài lòng {quarter}", "PUB26_S", "ke-hoach", cycle="QUARTER",
         symbol="BC-BV", rows=5),
    Kind(20, H, "Tuyển dụng viên chức {quarter}", "PUB26_R", "", "PORTAL POSTING", "12 tháng", days=365, symbol="TB-BV", rows=4),
    Kind(22, H, "Báo cáo tài chính năm {year} của bệnh viện", "PUB26_D", "", "PORTAL POSTING", symbol="BC-BV", rows=3),
    Kind(12, H, "Kết quả lựa chọn nhà thầu cung cấp {supply}", "PUB26_G", "", symbol="QĐ-BV", rows=5),
)  # fmt: skip
#: Kinds that a department has of its own, beside the province.
DEPARTMENT = (2, 4, 6, 13, 14, 16, 17, 22, 42)

TOPICS = (
    "đất đai",
    "xây dựng",
    "hộ tịch",
    "môi trường",
    "thủy lợi",
    "giáo dục",
    "nước sạch nông thôn",
    "bảo trợ xã hội",
)
WORKS = ("đường Bến Nứa – Đồi Chè", "trường mầm non Hoa Ban", "cầu Suối Vàng 2", "trạm y tế Nà Lúa", "chợ Đầm Sen",
         "kênh mương Khe Sim", "nhà văn hóa thôn Suối Đá")  # fmt: skip
OFFICES = ("Sở Nội vụ", "Sở Y tế", "Sở Công Thương", "Sở Xây dựng", "Sở Tư pháp", "Sở Tài chính")
SUPPLIES = ("vật tư tiêu hao", "thuốc generic", "hóa chất xét nghiệm", "khí y tế", "suất ăn người bệnh")
HOSPITAL_TOPICS = ("khám ngoại trú", "giường bệnh", "xét nghiệm", "chẩn đoán hình ảnh", "phẫu thuật")

#: Name, field, service, street in the ward of Hoa Sen, the last digits of the telephone.
SERVICE_UNITS = (
    ("Bệnh viện Đa khoa tỉnh Bình Minh", "HEALTH", "Khám bệnh, chữa bệnh", "Số 60 đường Ban Mai", "600"),
    ("Trung tâm Kiểm soát bệnh tật tỉnh", "HEALTH", "Phòng bệnh, xét nghiệm", "Số 12 đường Ban Mai", "610"),
    ("Trường Trung học phổ thông Đầm Sen", "EDUCATION", "Giáo dục phổ thông", "Số 4 đường Đầm Sen", "620"),
    ("Trường Mầm non Hoa Ban", "EDUCATION", "Giáo dục mầm non", "Thôn Bến Nứa", "630"),
    ("Trung tâm Quan trắc môi trường", "ENVIRONMENT", "Quan trắc, phân tích môi trường", "Số 8 đường Đồng Xanh", "640"),
    ("Bảo tàng tỉnh Bình Minh", "CULTURE", "Bảo quản, trưng bày di sản", "Số 2 đường Rạng Đông", "650"),
    ("Trung tâm Dịch vụ việc làm tỉnh", "LABOUR", "Tư vấn, giới thiệu việc làm", "Số 30 đường Rạng Đông", "660"),
    ("Trung tâm Kỹ thuật giao thông", "TRANSPORT", "Kiểm định, bảo trì đường bộ", "Số 15 đường Lúa Mới", "670"),
)  # fmt: skip

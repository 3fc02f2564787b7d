"""What differs from one invented authority to the next: names, numbers, days and what happened there."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Local:
    """One authority. Tuples of rows follow the order of their page's columns."""

    name: str  # as it stands inside a sentence
    unit: str
    symbol: str
    head: str
    hall: str
    regulation: tuple[tuple, ...]  # number, issued, effective, relation
    laws: tuple[tuple, ...]  # number, title, issued, issuer
    procedure: tuple[str, str]  # national code, announced by
    questions: tuple[tuple[str, str], ...]
    news: tuple[tuple, ...]  # kind, day, title, lead, paragraphs
    materials: tuple[tuple, ...]  # kind, title, issued
    trainings: tuple[tuple, ...]  # title, day, place, audience, materials, trained
    activities: tuple[tuple, ...]  # title, form, day, audience, place, reached
    plan: tuple[str, date]
    tasks: tuple[tuple[str, str, str], ...]
    reports: tuple[tuple[str, str], ...]
    reception: str
    units: dict = field(default_factory=dict)
    late_reviews: tuple[str, ...] = ()


PROVINCE = Local(
    name="Ủy ban nhân dân tỉnh Bình Minh",
    unit="Văn phòng Ủy ban nhân dân tỉnh",
    symbol="UBND",
    head="Chủ tịch Ủy ban nhân dân tỉnh",
    hall="Hội trường A, số 1 đường Rạng Đông",
    regulation=(
        ("1207/QĐ-UBND", date(2019, 8, 14), date(2019, 9, 1), "REPLACES"),
        ("88/QĐ-UBND", date(2025, 7, 18), date(2025, 8, 1), "AMENDS"),
        ("641/QĐ-UBND", date(2026, 8, 20), date(2026, 9, 1), "REPLACES"),
    ),
    laws=(
        ("12/CT-UBND", "Chỉ thị về tổ chức thi hành Luật Tiếp cận thông tin", date(2026, 6, 5), "Chủ tịch UBND tỉnh"),
        ("214/KH-UBND", "Kế hoạch triển khai thi hành Luật Tiếp cận thông tin", date(2026, 7, 10), "UBND tỉnh"),
    ),
    procedure=("1.013456", "Quyết định số 702/QĐ-UBND ngày 27/8/2026 của Chủ tịch Ủy ban nhân dân tỉnh Bình Minh"),
    questions=(
        (
            "Văn bản của xã, phường thì hỏi tỉnh có được không?",
            "Hãy hỏi xã, phường đã ban hành. Tỉnh chỉ giữ văn bản do các cơ quan của tỉnh tạo ra.",
        ),
        (
            "Tôi tìm quy hoạch tỉnh ở đâu?",
            "Quy hoạch tỉnh đã công khai, có trong danh mục thông tin đã công khai. Bản đồ khổ lớn xem tại phòng 102.",
        ),
        (
            "Dự toán ngân sách tỉnh công bố khi nào?",
            "Sau khi Hội đồng nhân dân tỉnh quyết định. Bản công bố có cả tệp bảng tính để tải về.",
        ),
    ),
    news=(
        (
            "NEWS",
            date(2026, 11, 12),
            "Năm cơ quan của tỉnh mở mục tiếp cận thông tin theo luật mới",
            "Người dân gửi yêu cầu, tra cứu và khiếu nại tại cùng một nơi.",
            (
                "Từ ngày 12/11/2026, năm cơ quan đầu tiên của tỉnh dùng chung một trang tiếp cận thông tin. "
                "Các xã, phường còn lại nối vào trong quý I năm 2027.",
                "Mỗi cơ quan vẫn có sổ theo dõi và đầu mối riêng. Bạn chọn cơ quan trước khi gửi yêu cầu.",
            ),
        ),
        (
            "NOTICE",
            date(2026, 10, 5),
            "Lịch tiếp công dân của lãnh đạo tỉnh quý IV năm 2026",
            "Ngày 15 hằng tháng tại Trụ sở Tiếp công dân tỉnh.",
            (
                "Buổi tiếp bắt đầu lúc 8 giờ. Ngày 15 rơi vào ngày nghỉ thì chuyển sang ngày làm việc kế tiếp.",
                "Việc về cung cấp thông tin được tiếp tại bàn số 3, có cán bộ Sở Tư pháp cùng dự.",
            ),
        ),
        (
            "NEWS",
            date(2026, 9, 1),
            "Luật Tiếp cận thông tin mới có hiệu lực",
            "Một thời hạn chung cho mọi cách nhận thông tin.",
            (
                "Luật số 01/2026/QH16 thay thế luật năm 2016. Yêu cầu gửi trước ngày 01/9/2026 vẫn giải quyết theo luật cũ.",
                "Đơn vị sự nghiệp công lập cung ứng dịch vụ thiết yếu từ nay cũng phải cung cấp thông tin.",
            ),
        ),
        (
            "NEWS",
            date(2026, 7, 14),
            "Tỉnh giao 14 nhiệm vụ thi hành Luật Tiếp cận thông tin",
            "Kế hoạch nêu rõ cơ quan chủ trì, thời hạn và sản phẩm của từng việc.",
            (
                "Kế hoạch số 214/KH-UBND giao Sở Tư pháp theo dõi, đôn đốc và tổng hợp.",
                "Các cơ quan báo cáo lần đầu trước ngày 30/11/2026.",
            ),
        ),
    ),
    materials=(
        ("QUESTIONS", "100 câu hỏi – đáp về Luật Tiếp cận thông tin", date(2026, 8, 3)),
        ("CITIZEN", "Sổ tay công dân: Hỏi và nhận thông tin của cơ quan nhà nước", date(2026, 8, 17)),
        ("OFFICER", "Sổ tay cán bộ đầu mối cung cấp thông tin", date(2026, 8, 24)),
        ("MATERIAL", "Tài liệu tập huấn: Phân loại và kiểm tra thông tin trước khi công khai", date(2026, 9, 9)),
    ),
    trainings=(
        (
            "Những điểm mới của Luật Tiếp cận thông tin năm 2026",
            date(2026, 8, 26),
            "Hội trường A, số 1 đường Rạng Đông",
            "Lãnh đạo, cán bộ đầu mối các sở, ngành",
            "Sổ tay cán bộ đầu mối",
            124,
        ),
        (
            "Phân loại thông tin và viết văn bản từ chối",
            date(2026, 9, 16),
            "Trường Chính trị tỉnh",
            "Cán bộ đầu mối các xã, phường",
            "Tài liệu tập huấn; 12 tình huống mẫu",
            96,
        ),
        (
            "Dùng phần mềm tiếp nhận yêu cầu",
            date(2026, 10, 21),
            "Phòng máy, Trung tâm Chuyển đổi số",
            "Văn thư, người ký của 20 cơ quan",
            "Sổ tay cán bộ đầu mối, phần 4",
            58,
        ),
    ),
    activities=(
        (
            "Chuyên mục “Quyền được biết” trên truyền hình tỉnh, 6 kỳ",
            "PRESS",
            date(2026, 9, 6),
            "Người dân trong tỉnh",
            "Đài Phát thanh và Truyền hình Bình Minh",
            None,
        ),
        (
            "Cuộc thi trực tuyến tìm hiểu Luật Tiếp cận thông tin",
            "CONTEST",
            date(2026, 10, 1),
            "Học sinh, sinh viên, công chức",
            "Trang thông tin của tỉnh",
            6412,
        ),
        (
            "Tờ gấp bằng tiếng Việt và tiếng Tày, 15.000 bản",
            "LEAFLET",
            date(2026, 8, 28),
            "Người dân các xã vùng cao",
            "Bộ phận Một cửa 42 xã, phường",
            15000,
        ),
    ),
    plan=("214/KH-UBND", date(2026, 7, 10)),
    tasks=(
        ("Mở mục tiếp cận thông tin của tỉnh", "Văn phòng UBND tỉnh", "30/10/2026"),
        ("Lập danh sách đơn vị sự nghiệp có trách nhiệm cung cấp thông tin", "Sở Nội vụ", "15/12/2026"),
        ("Công khai thông tin còn thiếu theo luật mới", "Các sở, ngành, xã, phường", "01/3/2027"),
        ("Tập huấn cho toàn bộ cán bộ đầu mối", "Sở Tư pháp", "31/3/2027"),
    ),
    reports=(
        ("Báo cáo tình hình thi hành Luật Tiếp cận thông tin năm 2025", "318/BC-UBND"),
        ("Báo cáo 6 tháng đầu năm 2026", "176/BC-UBND"),
    ),
    reception="Trụ sở Tiếp công dân tỉnh, số 3 đường Rạng Đông, phường Hoa Sen; các ngày làm việc.",
)

DEPARTMENT = Local(
    name="Sở Nông nghiệp và Môi trường",
    unit="Văn phòng Sở",
    symbol="SNNMT",
    head="Giám đốc Sở",
    hall="Phòng họp tầng 3, số 8 đường Đồng Xanh",
    regulation=(
        ("96/QĐ-SNNMT", date(2025, 4, 2), date(2025, 4, 15), "REPLACES"),
        ("311/QĐ-SNNMT", date(2026, 8, 25), date(2026, 9, 1), "REPLACES"),
    ),
    laws=(
        ("57/KH-SNNMT", "Kế hoạch thi hành Luật Tiếp cận thông tin của Sở", date(2026, 7, 28), "Sở NN và MT"),
        ("1482/SNNMT-VP", "Hướng dẫn công khai kết quả quan trắc môi trường", date(2026, 9, 22), "Sở NN và MT"),
    ),
    procedure=("1.013456", "Quyết định số 702/QĐ-UBND ngày 27/8/2026 của Chủ tịch Ủy ban nhân dân tỉnh Bình Minh"),
    questions=(
        (
            "Tôi xin kết quả đo nước thải của một nhà máy được không?",
            "Được. Kết quả quan trắc là thông tin phải công khai. Số liệu 24 tháng gần nhất có trong danh mục.",
        ),
        (
            "Bảng giá đất năm nay ở đâu?",
            "Bảng giá đất do tỉnh ban hành, đã công khai. Bạn tải tệp bảng tính trong danh mục thông tin đã công khai.",
        ),
        (
            "Hồ sơ đất của hàng xóm, tôi xem được không?",
            "Đó là thông tin có điều kiện. Bạn gửi kèm văn bản đồng ý của người có đất.",
        ),
    ),
    news=(
        (
            "NEWS",
            date(2026, 11, 9),
            "Công khai kết quả quan trắc không khí quý III năm 2026",
            "Số liệu của 11 điểm đo, có tệp bảng tính để tải về.",
            (
                "Hai điểm ở Khu công nghiệp Đồng Xanh có bụi mịn vượt mức cho phép trong 9 ngày của quý.",
                "Sở đã gửi số liệu cho phường Hoa Sen để thông báo trên đài truyền thanh.",
            ),
        ),
        (
            "NOTICE",
            date(2026, 10, 19),
            "Đổi nơi tiếp nhận yêu cầu cung cấp thông tin",
            "Từ ngày 26/10/2026: Bộ phận Một cửa, tầng 1.",
            (
                "Trước đây Sở tiếp nhận tại phòng Văn thư, tầng 2. Nơi mới có lối đi cho xe lăn.",
                "Số điện thoại và hộp thư của đầu mối không đổi.",
            ),
        ),
        (
            "NEWS",
            date(2026, 9, 30),
            "Lấy ý kiến về kế hoạch sử dụng nước vùng hạ lưu sông Vàng",
            "Hồ sơ dự thảo công khai đủ 30 ngày.",
            (
                "Người dân ba xã Suối Vàng, Đồi Chè, Bản Lúa góp ý bằng thư hoặc tại cuộc họp thôn.",
                "Sở đăng bản tiếp thu, giải trình từng ý kiến trước ngày 30/11/2026.",
            ),
        ),
        (
            "NEWS",
            date(2026, 8, 18),
            "Rà soát xong 1.940 tài liệu đất đai chuyển giao từ cấp huyện",
            "Tài liệu nào được công khai đã vào danh mục.",
            (
                "Sở nhận tài liệu từ ngày 01/7/2025. 612 tài liệu đủ điều kiện công khai ngay.",
                "Phần còn lại được cung cấp theo yêu cầu, hoặc cần người liên quan đồng ý.",
            ),
        ),
    ),
    materials=(
        ("QUESTIONS", "Hỏi – đáp về thông tin đất đai, môi trường", date(2026, 9, 4)),
        ("CITIZEN", "Đọc bảng quan trắc môi trường thế nào", date(2026, 10, 2)),
        ("OFFICER", "Sổ tay cán bộ: tách dữ liệu cá nhân khỏi hồ sơ đất đai", date(2026, 9, 11)),
        ("MATERIAL", "Tài liệu tập huấn: công khai số liệu quan trắc đúng hạn", date(2026, 9, 25)),
    ),
    trainings=(
        (
            "Tách dữ liệu cá nhân khỏi hồ sơ đất đai trước khi cung cấp",
            date(2026, 9, 11),
            "Phòng họp tầng 3, số 8 đường Đồng Xanh",
            "Công chức các phòng, chi cục",
            "Sổ tay cán bộ",
            41,
        ),
        (
            "Công khai số liệu quan trắc đúng hạn",
            date(2026, 9, 25),
            "Chi cục Bảo vệ môi trường",
            "Cán bộ quan trắc, quản trị trang",
            "Tài liệu tập huấn",
            23,
        ),
    ),
    activities=(
        (
            "Nói chuyện về quyền được biết chất lượng nước sinh hoạt",
            "MEETING",
            date(2026, 10, 14),
            "Người dân ven sông Vàng",
            "Nhà văn hóa thôn Bến Nứa, xã Suối Vàng",
            138,
        ),
        (
            "Áp phích chỉ chỗ xem số liệu quan trắc",
            "LEAFLET",
            date(2026, 9, 28),
            "Công nhân Khu công nghiệp Đồng Xanh",
            "Cổng 14 nhà máy",
            2600,
        ),
        (
            "Loạt bài ngắn trên trang mạng xã hội của Sở",
            "ONLINE",
            date(2026, 11, 3),
            "Người dùng mạng trong tỉnh",
            "Trang mạng xã hội của Sở",
            8750,
        ),
    ),
    plan=("57/KH-SNNMT", date(2026, 7, 28)),
    tasks=(
        ("Công khai bảng quan trắc môi trường mỗi quý", "Chi cục Bảo vệ môi trường", "Ngày 10 của quý sau"),
        ("Phân loại tài liệu đất đai nhận từ cấp huyện", "Phòng Quản lý đất đai", "31/12/2026"),
        ("Lập danh mục thông tin có điều kiện", "Văn phòng Sở", "15/01/2027"),
    ),
    reports=(("Báo cáo cung cấp thông tin năm 2025 của Sở", "402/BC-SNNMT"),),
    reception="Phòng Tiếp công dân, tầng 1, số 8 đường Đồng Xanh; Giám đốc tiếp vào sáng thứ Tư tuần thứ hai.",
    units={"van-ban-phap-luat": "Phòng Pháp chế", "truyen-thong": "Trung tâm Khuyến nông và Truyền thông"},
)

COMMUNE = Local(
    name="xã Suối Vàng",
    unit="Văn phòng HĐND và UBND xã",
    symbol="UBND",
    head="Chủ tịch Ủy ban nhân dân xã",
    hall="Hội trường xã, thôn Bến Nứa",
    regulation=(
        ("33/QĐ-UBND", date(2025, 9, 8), date(2025, 9, 15), "REPLACES"),
        ("71/QĐ-UBND", date(2026, 8, 27), date(2026, 9, 1), "REPLACES"),
    ),
    laws=(
        ("09/KH-UBND", "Kế hoạch thi hành Luật Tiếp cận thông tin của xã", date(2026, 7, 30), "UBND xã Suối Vàng"),
        ("14/QĐ-UBND", "Quyết định giao đầu mối cung cấp thông tin của xã", date(2026, 8, 31), "UBND xã Suối Vàng"),
    ),
    procedure=("1.013457", "Quyết định số 702/QĐ-UBND ngày 27/8/2026 của Chủ tịch Ủy ban nhân dân tỉnh Bình Minh"),
    questions=(
        (
            "Tôi muốn xem danh sách hộ được hỗ trợ xây nhà?",
            "Danh sách đã niêm yết tại nhà văn hóa thôn và có trong danh mục. Số giấy tờ của từng người được che.",
        ),
        (
            "Tôi ở xã khác, hỏi xã Suối Vàng được không?",
            "Được, nếu thông tin liên quan trực tiếp đến quyền và lợi ích hợp pháp của bạn.",
        ),
        (
            "Tôi chỉ nói tiếng Tày thì gửi yêu cầu thế nào?",
            "Đến Quầy số 2. Cán bộ biết tiếng Tày ghi hộ phiếu và đọc lại cho bạn nghe.",
        ),
    ),
    news=(
        (
            "NEWS",
            date(2026, 11, 16),
            "Công khai dự toán đường bê tông thôn Khe Chàm",
            "Dự toán, bản vẽ và tên nhà thầu niêm yết tại nhà văn hóa thôn.",
            (
                "Đường dài 1,2 km, làm trong quý I năm 2027. Ban giám sát đầu tư của cộng đồng có 5 người.",
                "Ai muốn nhận bản sao dự toán thì gửi yêu cầu hoặc hỏi Quầy số 2.",
            ),
        ),
        (
            "NOTICE",
            date(2026, 11, 2),
            "Họp dân góp ý kế hoạch sử dụng đất năm 2027",
            "19 giờ 30 ngày 25/11/2026 tại hội trường xã.",
            (
                "Dự thảo kế hoạch và bản đồ treo tại Trung tâm Phục vụ hành chính công.",
                "Không dự họp được, bạn gửi ý kiến bằng thư đến trước ngày 10/12/2026.",
            ),
        ),
        (
            "NEWS",
            date(2026, 10, 8),
            "Phát thanh về quyền tiếp cận thông tin bằng hai thứ tiếng",
            "Sáng thứ Ba và thứ Sáu hằng tuần, tiếng Việt và tiếng Tày.",
            (
                "Mỗi buổi dài 8 phút, trả lời một câu hỏi người dân gửi về.",
                "Bạn gửi câu hỏi ở Quầy số 2 hoặc nhắn cho trưởng thôn.",
            ),
        ),
        (
            "NOTICE",
            date(2026, 9, 3),
            "Quầy số 2 nhận yêu cầu cung cấp thông tin",
            "Từ ngày 07/9/2026, cả sáng thứ Bảy.",
            (
                "Quầy có bàn đọc, máy tính, máy in và ghế cho người cao tuổi.",
                "Người không viết được, cán bộ ghi giúp. Không thu tiền gửi yêu cầu.",
            ),
        ),
    ),
    materials=(
        ("QUESTIONS", "20 câu bà con Suối Vàng hay hỏi", date(2026, 9, 14)),
        ("CITIZEN", "Sổ tay công dân, bản chữ to", date(2026, 9, 21)),
        ("OFFICER", "Việc của đầu mối từng ngày", date(2026, 9, 2)),
        ("MATERIAL", "Tài liệu cho trưởng thôn: giúp bà con gửi yêu cầu", date(2026, 10, 6)),
    ),
    trainings=(
        (
            "Trưởng thôn giúp bà con gửi yêu cầu",
            date(2026, 10, 6),
            "Hội trường xã, thôn Bến Nứa",
            "Trưởng thôn, bí thư chi bộ 11 thôn",
            "Tài liệu cho trưởng thôn",
            22,
        ),
        (
            "Tiếp nhận và trả lời yêu cầu theo luật mới",
            date(2026, 9, 4),
            "Phòng họp Ủy ban nhân dân xã",
            "Công chức xã",
            "Việc của đầu mối từng ngày",
            17,
        ),
    ),
    activities=(
        (
            "Phát thanh song ngữ “Bà con có quyền biết”",
            "LOUDSPEAKER",
            date(2026, 10, 8),
            "Người dân 11 thôn",
            "32 cụm loa của xã",
            None,
        ),
        (
            "Họp thôn giải thích Luật Tiếp cận thông tin",
            "MEETING",
            date(2026, 9, 19),
            "Chủ hộ, người cao tuổi",
            "Nhà văn hóa 11 thôn",
            746,
        ),
        (
            "Bàn tư vấn tại chợ phiên Bến Nứa",
            "MOBILE",
            date(2026, 10, 24),
            "Người đi chợ phiên",
            "Chợ Bến Nứa",
            185,
        ),
    ),
    plan=("09/KH-UBND", date(2026, 7, 30)),
    tasks=(
        ("Bố trí quầy tiếp nhận, bàn đọc, máy in", "Trung tâm Phục vụ hành chính công", "07/9/2026"),
        ("Niêm yết danh sách hỗ trợ tại từng thôn", "Phòng Văn hóa - Xã hội", "Ngày 05 hằng tháng"),
        ("Đưa thông tin còn thiếu lên danh mục", "Văn phòng HĐND và UBND xã", "01/3/2027"),
    ),
    reports=(
        ("Báo cáo cung cấp thông tin năm 2025 của xã Suối Vàng", "118/BC-UBND"),
        ("Báo cáo 6 tháng đầu năm 2026", "64/BC-UBND"),
    ),
    reception="Phòng Tiếp công dân, Trung tâm Phục vụ hành chính công; Chủ tịch tiếp vào thứ Năm hằng tuần.",
    units={"hoi-dap": "Trung tâm Phục vụ hành chính công", "truyen-thong": "Phòng Văn hóa - Xã hội"},
)

WARD = Local(
    name="phường Hoa Sen",
    unit="Văn phòng HĐND và UBND phường",
    symbol="UBND",
    head="Chủ tịch Ủy ban nhân dân phường",
    hall="Hội trường tầng 2, số 25 đường Đầm Sen",
    regulation=(
        ("58/QĐ-UBND", date(2025, 10, 21), date(2025, 11, 1), "REPLACES"),
        ("112/QĐ-UBND", date(2026, 8, 28), date(2026, 9, 1), "REPLACES"),
        ("149/QĐ-UBND", date(2026, 10, 30), date(2026, 11, 5), "AMENDS"),
    ),
    laws=(
        ("21/KH-UBND", "Kế hoạch thi hành Luật Tiếp cận thông tin của phường", date(2026, 8, 6), "UBND phường Hoa Sen"),
        ("65/TB-UBND", "Thông báo địa điểm tiếp nhận yêu cầu", date(2026, 9, 1), "UBND phường Hoa Sen"),
    ),
    procedure=("1.013457", "Quyết định số 702/QĐ-UBND ngày 27/8/2026 của Chủ tịch Ủy ban nhân dân tỉnh Bình Minh"),
    questions=(
        (
            "Giấy phép xây dựng nhà bên cạnh, tôi xem được không?",
            "Nội dung giấy phép được công khai tại công trình và trong danh mục. Giấy tờ cá nhân thì không.",
        ),
        (
            "Tiền gửi xe ở chợ Đầm Sen thu theo quy định nào?",
            "Theo nghị quyết của Hội đồng nhân dân tỉnh. Bảng giá dán tại cổng chợ và có trong danh mục.",
        ),
        (
            "Bao giờ tổ dân phố 6 được làm rãnh thoát nước?",
            "Danh sách công trình năm 2027 công khai sau kỳ họp Hội đồng nhân dân phường tháng 12.",
        ),
    ),
    news=(
        (
            "NOTICE",
            date(2026, 11, 18),
            "Điều chỉnh giờ làm việc của Quầy số 1",
            "Buổi sáng mở cửa sớm hơn, từ 7 giờ.",
            (
                "Giờ mới áp dụng từ ngày 23/11/2026. Buổi chiều không thay đổi.",
                "Người cao tuổi, người khuyết tật được mời trước, không phải lấy số.",
            ),
        ),
        (
            "NEWS",
            date(2026, 11, 6),
            "Sửa quy chế: người bận giờ hành chính hẹn buổi tối",
            "Quầy số 1 nhận hẹn đến 19 giờ thứ Năm.",
            (
                "Quyết định 149/QĐ-UBND bổ sung cách tiếp nhận theo lịch hẹn.",
                "Bạn gọi đầu mối trước một ngày làm việc để hẹn giờ.",
            ),
        ),
        (
            "NEWS",
            date(2026, 10, 12),
            "Công khai 27 công trình chỉnh trang ngõ phố",
            "Mỗi công trình có dự toán, đơn vị thi công và người giám sát.",
            (
                "Bảng thông tin đặt ngay đầu ngõ, có mã để mở danh mục trên điện thoại.",
                "Tổ dân phố nào chưa có bảng, hãy báo đầu mối.",
            ),
        ),
        (
            "NEWS",
            date(2026, 9, 15),
            "Nhóm công nghệ số cộng đồng giúp tra cứu hồ sơ",
            "14 tổ dân phố, mỗi tổ hai người.",
            (
                "Các bạn trẻ hướng dẫn mở trang, gửi yêu cầu và giữ mã tra cứu.",
                "Mã tra cứu là của riêng bạn, đừng đọc cho người giúp.",
            ),
        ),
    ),
    materials=(
        ("QUESTIONS", "Hỏi – đáp về trật tự xây dựng và thông tin công trình", date(2026, 9, 18)),
        ("CITIZEN", "Gửi yêu cầu trên điện thoại, từng bước", date(2026, 9, 29)),
        ("OFFICER", "Nghe, hỏi lại, ghi đủ: sổ tay người tiếp nhận", date(2026, 9, 8)),
        ("MATERIAL", "Tài liệu cho tổ công nghệ số cộng đồng", date(2026, 9, 15)),
    ),
    trainings=(
        (
            "Tổ công nghệ số giúp người dân tra cứu",
            date(2026, 9, 15),
            "Hội trường tầng 2, số 25 đường Đầm Sen",
            "Thành viên 14 tổ công nghệ số",
            "Tài liệu cho tổ công nghệ số cộng đồng",
            28,
        ),
        (
            "Che dữ liệu cá nhân trong văn bản công khai",
            date(2026, 10, 20),
            "Hội trường tầng 2, số 25 đường Đầm Sen",
            "Công chức phường",
            "Sổ tay người tiếp nhận",
            19,
        ),
    ),
    activities=(
        (
            "Buổi trò chuyện ở sân nhà văn hóa tổ 9",
            "MEETING",
            date(2026, 10, 17),
            "Người dân tổ 7, 8, 9",
            "Nhà văn hóa tổ dân phố 9",
            94,
        ),
        (
            "Tin nhắn đến các nhóm tổ dân phố",
            "ONLINE",
            date(2026, 11, 7),
            "Chủ hộ toàn phường",
            "Nhóm liên lạc của 14 tổ dân phố",
            3980,
        ),
        (
            "Tờ gấp đặt tại chợ Đầm Sen",
            "LEAFLET",
            date(2026, 9, 22),
            "Tiểu thương, người đi chợ",
            "Chợ Đầm Sen",
            1200,
        ),
    ),
    plan=("21/KH-UBND", date(2026, 8, 6)),
    tasks=(
        ("Lắp bảng thông tin ở mọi công trình của phường", "Phòng Kinh tế, Hạ tầng và Đô thị", "30/11/2026"),
        ("Công khai danh mục công trình năm 2027", "Phòng Kinh tế, Hạ tầng và Đô thị", "10/01/2027"),
        ("Tập huấn lại cho người tiếp nhận", "Văn phòng HĐND và UBND phường", "31/3/2027"),
    ),
    reports=(("Báo cáo cung cấp thông tin năm 2025 của phường Hoa Sen", "203/BC-UBND"),),
    reception="Phòng Tiếp công dân, tầng 1, số 25 đường Đầm Sen; Chủ tịch tiếp vào chiều thứ Ba hằng tuần.",
    units={"thong-ke": "Văn phòng HĐND và UBND phường, bộ phận tổng hợp"},
)

HOSPITAL = Local(
    name="Bệnh viện Đa khoa tỉnh Bình Minh",
    unit="Phòng Tổ chức - Hành chính",
    symbol="BVĐK",
    head="Giám đốc Bệnh viện",
    hall="Hội trường nhà B",
    regulation=(("407/QĐ-BVĐK", date(2026, 8, 31), date(2026, 9, 1), "REPLACES"),),
    laws=(
        ("33/KH-BVĐK", "Kế hoạch công khai thông tin của Bệnh viện", date(2026, 8, 12), "Bệnh viện Đa khoa tỉnh"),
        ("215/QĐ-BVĐK", "Quyết định công bố giá dịch vụ khám, chữa bệnh", date(2026, 6, 19), "Bệnh viện Đa khoa tỉnh"),
    ),
    procedure=("", ""),
    questions=(
        (
            "Tôi xin bản sao bệnh án của mình thì gửi ở đây à?",
            "Không. Bệnh án cấp theo pháp luật về khám, chữa bệnh, tại phòng Kế hoạch tổng hợp, nhà A.",
        ),
        (
            "Giá dịch vụ có công khai không?",
            "Có. Bảng giá dán tại nơi thu tiền và có trong danh mục thông tin đã công khai.",
        ),
        (
            "Bệnh viện mua thuốc, vật tư thế nào, tôi xem được không?",
            "Kế hoạch và kết quả lựa chọn nhà thầu phải công khai. Bạn xem trong danh mục, theo từng năm.",
        ),
    ),
    news=(
        (
            "NOTICE",
            date(2026, 11, 10),
            "Lịch tiếp người bệnh và người nhà của Giám đốc",
            "14 giờ thứ Sáu hằng tuần, phòng 5, nhà A.",
            (
                "Bạn không cần đăng ký trước. Việc gấp xin gọi số trực lãnh đạo dán tại mỗi khoa.",
                "Việc về cung cấp thông tin, đầu mối cùng dự và ghi lại.",
            ),
        ),
        (
            "NEWS",
            date(2026, 10, 27),
            "Công khai kết quả chấm điểm chất lượng bệnh viện",
            "Kết quả từng tiêu chí, có so sánh với năm trước.",
            (
                "Điểm thấp nhất là thời gian chờ khám buổi sáng. Bệnh viện thêm ba bàn khám từ tháng 12.",
                "Bản đầy đủ có trong danh mục thông tin đã công khai.",
            ),
        ),
        (
            "NEWS",
            date(2026, 9, 8),
            "Bệnh viện bắt đầu cung cấp thông tin theo luật mới",
            "Từ ngày 01/9/2026, đơn vị sự nghiệp công lập cũng có trách nhiệm cung cấp thông tin.",
            (
                "Thông tin có từ trước ngày 01/9/2026 được cung cấp theo các luật khác có liên quan.",
                "Đầu mối ở phòng 5, nhà A, trong giờ làm việc.",
            ),
        ),
    ),
    materials=(
        ("QUESTIONS", "Hỏi – đáp: thông tin ở bệnh viện", date(2026, 9, 10)),
        ("CITIZEN", "Người bệnh hỏi thông tin ở đâu", date(2026, 9, 24)),
        ("OFFICER", "Giữ kín thông tin người bệnh khi trả lời yêu cầu", date(2026, 9, 17)),
        ("MATERIAL", "Bài giảng: công khai giá và kết quả mua sắm", date(2026, 10, 15)),
    ),
    trainings=(
        (
            "Giữ kín thông tin người bệnh khi trả lời yêu cầu",
            date(2026, 9, 17),
            "Hội trường nhà B",
            "Điều dưỡng trưởng, nhân viên tiếp đón",
            "Sổ tay cán bộ",
            63,
        ),
        (
            "Công khai giá và kết quả mua sắm",
            date(2026, 10, 15),
            "Phòng họp nhà A",
            "Phòng Tài chính, khoa Dược",
            "Bài giảng",
            14,
        ),
    ),
    activities=(
        (
            "Màn hình chờ khám chiếu hướng dẫn hỏi thông tin",
            "ONLINE",
            date(2026, 9, 12),
            "Người bệnh, người nhà",
            "Sảnh nhà A",
            None,
        ),
        (
            "Họp hội đồng người bệnh quý IV",
            "MEETING",
            date(2026, 11, 5),
            "Đại diện người bệnh các khoa",
            "Hội trường nhà B",
            47,
        ),
    ),
    plan=("33/KH-BVĐK", date(2026, 8, 12)),
    tasks=(
        ("Công khai giá dịch vụ, danh mục thuốc", "Phòng Tài chính - Kế toán", "30/9/2026"),
        ("Công khai kết quả lựa chọn nhà thầu từng quý", "Khoa Dược", "Ngày 15 của quý sau"),
        ("Phân loại tài liệu đang lưu giữ", "Phòng Kế hoạch tổng hợp", "01/3/2027"),
    ),
    reports=(("Báo cáo công khai thông tin quý III năm 2026", "96/BC-BVĐK"),),
    reception="Phòng 5, nhà A; Giám đốc tiếp lúc 14 giờ thứ Sáu hằng tuần.",
    units={"thong-ke": "Phòng Kế hoạch tổng hợp"},
    late_reviews=("van-ban-phap-luat",),
)

LOCALS = {
    "tinh-binh-minh": PROVINCE,
    "so-nong-nghiep-moi-truong": DEPARTMENT,
    "suoi-vang": COMMUNE,
    "hoa-sen": WARD,
    "benh-vien-binh-minh": HOSPITAL,
}

"""The words of the invented province's plans, reports, reviews and difficulties."""

from datetime import date

PROVINCE, DEPARTMENT, COMMUNE, WARD, HOSPITAL = (
    "tinh-binh-minh", "so-nong-nghiep-moi-truong", "suoi-vang", "hoa-sen", "benh-vien-binh-minh"
)  # fmt: skip
FIVE = (PROVINCE, DEPARTMENT, COMMUNE, WARD, HOSPITAL)
#: Who reports each quarter on spreading the law, and each month on what is still empty.
SPREADERS = (PROVINCE, DEPARTMENT, COMMUNE, WARD)
CHECKERS = (DEPARTMENT, COMMUNE, WARD)

PLAN = {
    "kind": "PLAN",
    "title": "Triển khai thi hành Luật Tiếp cận thông tin trên địa bàn tỉnh Bình Minh năm 2026",
    "link": "https://binhminh.example/van-ban/125-kh-ubnd",
    "is_public": True,
    "shows_progress": True,
}
#: (fields, leads, coordinators); `due_ago` names a day counted from the day of loading.
PLAN_TASKS = (
    (
        {
            "content": "Phổ biến, tuyên truyền Luật Tiếp cận thông tin đến cán bộ, công chức, viên chức và người dân",
            "period": "QUARTERLY", "due_on": date(2026, 12, 31), "product": "Tin, bài; hội nghị; pano; bài phát thanh",
            "budget": 180_000_000, "lead_text": "Các sở, ban, ngành; Ủy ban nhân dân các xã, phường",
            "figure_label": "số lượt người được tuyên truyền",
        },
        SPREADERS, (HOSPITAL,),
    ),
    (
        {
            "content": "Bố trí đơn vị, người làm đầu mối cung cấp thông tin và công khai thông tin liên hệ",
            "due_on": date(2026, 8, 31), "product": "Quyết định giao nhiệm vụ; thông tin đầu mối được đăng tải",
        },
        (DEPARTMENT, COMMUNE), (PROVINCE,),
    ),
    (
        {
            "content": "Ban hành hoặc sửa đổi quy chế nội bộ về tổ chức cung cấp thông tin",
            "due_on": date(2026, 12, 15), "product": "Quy chế được ban hành và đăng tải",
        },
        (DEPARTMENT, COMMUNE, WARD, HOSPITAL), (PROVINCE,),
    ),
    (
        {
            "content": "Rà soát, lập và công bố danh mục thông tin phải được công khai, danh mục thông tin tiếp cận có điều kiện",
            "due_ago": "five", "product": "Hai danh mục được công bố; báo cáo kết quả",
            "lead_text": "Các sở, ban, ngành; Ủy ban nhân dân các xã, phường; đơn vị sự nghiệp công lập",
            "figure_label": "số mục thông tin trong danh mục",
        },
        FIVE, (),
    ),
    (
        {
            "content": "Xây dựng, vận hành cơ sở dữ liệu thông tin; số hóa hồ sơ, kết nối với Cổng dữ liệu",
            "period": "YEARLY", "product": "Cơ sở dữ liệu; báo cáo năm", "budget": 950_000_000,
            "coordinating_text": "Sở Khoa học và Công nghệ; các sở, ban, ngành",
        },
        (PROVINCE,), (DEPARTMENT,),
    ),
    (
        {
            "content": "Tập huấn nghiệp vụ tiếp nhận, phân loại, giải quyết yêu cầu cung cấp thông tin cho người làm đầu mối",
            "due_on": date(2026, 12, 10), "product": "Lớp tập huấn; tài liệu", "budget": 64_500_000,
            "figure_label": "số người được tập huấn",
        },
        (COMMUNE, WARD), (PROVINCE,),
    ),
    (
        {
            "content": "Bố trí nơi đọc, máy tính và hỗ trợ người khuyết tật tiếp cận thông tin tại trụ sở",
            "due_on": date(2026, 12, 31), "product": "Nơi đọc thông tin tại trụ sở", "budget": 220_000_000,
        },
        (WARD, HOSPITAL), (COMMUNE,),
    ),
    (
        {
            "content": "Cập nhật thường xuyên chuyên mục Tiếp cận thông tin trên Cổng thông tin điện tử",
            "period": "CONTINUOUS", "product": "Chuyên mục đủ nội dung theo quy định",
        },
        (PROVINCE, DEPARTMENT, COMMUNE, WARD, HOSPITAL), (),
    ),
    (
        {
            "content": "Hướng dẫn cơ quan báo chí của tỉnh mở chuyên mục về quyền tiếp cận thông tin",
            "due_on": date(2026, 12, 20), "product": "Chuyên mục trên báo, đài", "budget": 45_000_000,
            "lead_text": "Sở Văn hóa, Thể thao và Du lịch",
        },
        (), (PROVINCE,),
    ),
)  # fmt: skip

DIRECTIVE = {
    "kind": "DIRECTIVE",
    "title": "Chấn chỉnh việc công khai thông tin và giải quyết yêu cầu cung cấp thông tin đúng thời hạn",
    "link": "https://binhminh.example/van-ban/09-ct-ubnd",
    "is_public": True,
    "shows_progress": False,
}
DIRECTIVE_TASKS = (
    (
        {
            "content": "Kiểm tra, khắc phục mục còn trống trong chuyên mục Tiếp cận thông tin",
            "period": "MONTHLY", "due_on": date(2027, 3, 31), "product": "Báo cáo tháng",
        },
        CHECKERS, (),
    ),
    (
        {
            "content": "Báo cáo số liệu giải quyết yêu cầu cung cấp thông tin năm 2026 về Sở Tư pháp",
            "due_on": date(2026, 12, 10), "product": "Báo cáo năm", "figure_label": "số yêu cầu đã tiếp nhận",
        },
        FIVE, (),
    ),
    (
        {
            "content": "Rà soát kinh phí, trang thiết bị phục vụ cung cấp thông tin",
            "due_on": date(2026, 11, 30), "product": "Báo cáo",
        },
        (DEPARTMENT, COMMUNE), (PROVINCE,),
    ),
)  # fmt: skip

#: (line of the plan, authority) → what its report says.
REPORTS = {
    (2, DEPARTMENT): {
        "text": "Đã giao Văn phòng Sở làm đầu mối, phân công một chuyên viên; thông tin liên hệ đã đăng trên trang của Sở.",
        "link": "https://so-nnmt.binhminh.example/dau-moi", "document_number": "214/BC-SNNMT",
    },
    (2, COMMUNE): {
        "text": "Đã phân công công chức Văn phòng làm đầu mối, niêm yết tại Trung tâm Phục vụ hành chính công.",
        "link": "https://suoivang.binhminh.example/dau-moi", "document_number": "57/BC-UBND",
    },
    (4, COMMUNE): {
        "text": "Đã lập hai danh mục: 46 mục phải công khai, 7 mục có điều kiện. Đã niêm yết tại sáu nhà văn hóa thôn.",
        "link": "https://suoivang.binhminh.example/danh-muc", "figure": 53, "document_number": "98/BC-UBND",
    },
    (4, DEPARTMENT): {
        "text": "Đã công bố danh mục gồm 118 mục, phân công đơn vị tạo ra thông tin chịu trách nhiệm cập nhật từng mục.",
        "link": "https://so-nnmt.binhminh.example/danh-muc", "figure": 118, "document_number": "371/BC-SNNMT",
    },
    (4, PROVINCE): {
        "text": "Văn phòng Ủy ban nhân dân tỉnh đã công bố danh mục 164 mục trên Cổng thông tin điện tử tỉnh.",
        "link": "https://binhminh.example/danh-muc", "figure": 164, "document_number": "805/BC-VP",
    },
    (4, WARD): {
        "text": "Đã lập dự thảo danh mục 39 mục, đang lấy ý kiến các đơn vị thuộc phường.", "figure": 39,
    },
    (6, COMMUNE): {
        "text": "Đã tổ chức một lớp tập huấn ngày 30/10/2026 tại hội trường xã.", "figure": 0,
        "document_number": "104/BC-UBND",
    },
}  # fmt: skip

#: What comes back: how many people were reached, and what was mended.
REACHED = {PROVINCE: 2_150, DEPARTMENT: 640, COMMUNE: 415, WARD: 980}
_SPREAD = "Đã phổ biến Luật qua hội nghị, phát thanh và bảng tin; phát tờ gấp tại bộ phận một cửa."
_MENDED = "Đã rà soát chuyên mục, bổ sung đầu mối, quy chế và cập nhật danh mục."


def report_of(plan, position: int, code: str, due_on) -> dict:
    """The words of a report; those of tasks that come back are alike, with another figure each time."""
    if plan.kind == "DIRECTIVE":
        return {"text": _MENDED, "link": f"https://{code}.binhminh.example/tiep-can-thong-tin"}
    if position == 1:
        return {"text": _SPREAD, "figure": REACHED[code] + due_on.month * 7}
    return REPORTS[position, code]


REVIEWS = {
    COMMUNE: (
        {
            "number": "05/2020/QĐ-UBND", "issued_on": date(2020, 4, 14), "issuer": "Ủy ban nhân dân tỉnh Bình Minh",
            "title": "Quyết định ban hành Quy chế cung cấp thông tin cho công dân trên địa bàn tỉnh",
            "proposal": "REPLACE", "provisions": "Toàn bộ",
            "reason": "Thời hạn, nơi nhận yêu cầu không còn phù hợp với Luật số 01/2026/QH16.",
        },
        {
            "number": "17/2019/QĐ-UBND", "issued_on": date(2019, 9, 3), "issuer": "Ủy ban nhân dân tỉnh Bình Minh",
            "title": "Quyết định quy định mức thu chi phí sao chụp tài liệu", "proposal": "REPEAL",
            "provisions": "Toàn bộ", "reason": "Bộ Tài chính đã quy định mức thu áp dụng chung.",
        },
        {
            "number": "22/2016/CT-UBND", "issued_on": date(2016, 12, 1), "issuer": "Ủy ban nhân dân tỉnh Bình Minh",
            "title": "Chỉ thị về công khai thông tin của cơ quan nhà nước", "proposal": "REPEAL",
            "reason": "Căn cứ pháp lý của chỉ thị đã được thay thế.",
        },
        {
            "title": "Quy chế nội bộ về tổ chức cung cấp thông tin của xã", "proposal": "ISSUE",
            "reason": "Xã mới sắp xếp, chưa có quy chế theo Luật số 01/2026/QH16.",
        },
    ),
    DEPARTMENT: (
        {
            "number": "08/2021/QĐ-UBND", "issued_on": date(2021, 3, 22), "issuer": "Ủy ban nhân dân tỉnh Bình Minh",
            "title": "Quyết định về quản lý, khai thác thông tin đất đai, môi trường", "proposal": "AMEND",
            "provisions": "Điều 9, khoản 2 Điều 14",
            "reason": "Bổ sung cách cung cấp qua mạng và thời hạn tính theo ngày.",
        },
        {
            "number": "112/QĐ-SNNMT", "issued_on": date(2025, 7, 10), "issuer": "Sở Nông nghiệp và Môi trường",
            "title": "Quy chế phát ngôn và cung cấp thông tin của Sở", "proposal": "SUPPLEMENT",
            "provisions": "Sau Điều 6", "reason": "Chưa quy định trách nhiệm của đơn vị tạo ra thông tin.",
        },
    ),
    WARD: (
        {
            "number": "03/QĐ-UBND", "issued_on": date(2025, 8, 1), "issuer": "Ủy ban nhân dân phường Hoa Sen",
            "title": "Quy chế làm việc của Ủy ban nhân dân phường", "proposal": "AMEND",
            "reason": "Chưa phân công đơn vị đầu mối cung cấp thông tin.",
        },
    ),
    HOSPITAL: (
        {
            "number": "41/QĐ-BVĐK", "issued_on": date(2024, 5, 6), "issuer": "Bệnh viện Đa khoa tỉnh Bình Minh",
            "title": "Quy định cung cấp thông tin, hồ sơ bệnh án", "proposal": "AMEND", "provisions": "Điều 5",
            "reason": "Tách thông tin phải công khai khỏi thông tin về đời sống riêng tư.",
        },
    ),
}  # fmt: skip

#: One of each state; `ago` in working days before loading. `opinion` means passed up to the province.
DIFFICULTIES = (
    {
        "code": DEPARTMENT, "unit": "quan-ly-dat-dai", "ago": 24,
        "title": "Hồ sơ có cả phần công khai và phần có điều kiện",
        "text": "Nhiều hồ sơ đất đai vừa có thông tin phải công khai vừa có dữ liệu cá nhân, khó tách khi sao chụp.",
        "proposal": "Hướng dẫn cách che, tách phần không được tiếp cận.",
        "opinion": "Vướng mắc này có ở nhiều sở, đề nghị hướng dẫn chung.",
        "answer": "Cung cấp phần được tiếp cận; che phần còn lại trên bản sao và ghi rõ lý do trong văn bản trả lời. "
                  "Không từ chối cả hồ sơ chỉ vì có một phần không được tiếp cận.",
        "question": "Hồ sơ vừa có phần công khai vừa có dữ liệu cá nhân thì cung cấp thế nào?",
    },
    {
        "code": COMMUNE, "unit": "hanh-chinh-cong", "ago": 18,
        "title": "Người dân hỏi bằng tiếng dân tộc",
        "text": "Một số người cao tuổi chỉ nói được tiếng dân tộc, cán bộ ở quầy không hiểu hết yêu cầu.",
        "proposal": "Phân công người biết tiếng hỗ trợ tại quầy.",
        "answer": "Văn phòng phân công hai công chức biết tiếng trực quầy sáng thứ Hai và thứ Năm.",
    },
    {
        "code": HOSPITAL, "unit": "ke-hoach", "ago": 10,
        "title": "Chưa rõ mức thu khi sao chụp hồ sơ bệnh án",
        "text": "Hồ sơ bệnh án khổ lớn, phim chụp không có trong biểu mức chi phí đang áp dụng.",
        "proposal": "Cho phép tính theo chi phí thực tế có hóa đơn.",
        "opinion": "Bệnh viện đề nghị Sở Tư pháp phối hợp với Sở Tài chính hướng dẫn.",
    },
    {
        "code": WARD, "unit": "ha-tang", "ago": 6,
        "title": "Thiếu máy quét để số hóa hồ sơ quy hoạch",
        "text": "Bản đồ quy hoạch khổ A0 không quét được bằng máy của phường.",
        "proposal": "Hỗ trợ kinh phí hoặc máy quét dùng chung.",
    },
    {
        "code": COMMUNE, "unit": "kinh-te", "ago": 9,
        "title": "Chưa có mẫu danh mục thông tin có điều kiện",
        "text": "Phòng không biết lập danh mục thông tin tiếp cận có điều kiện theo mẫu nào.",
        "proposal": "Cung cấp mẫu.",
        "withdrawn": "Đã tìm thấy mẫu trong tài liệu tập huấn.",
    },
)  # fmt: skip

"""The words and numbers of the invented province's reports."""

from home.demo.plan_words import COMMUNE, DEPARTMENT, HOSPITAL, PROVINCE, WARD

#: Titles of the outline's written parts, as the first outline has them.
RESULTS, LIMITS, CAUSES, PROPOSALS = (
    "Tình hình triển khai và kết quả đạt được",
    "Hạn chế, khó khăn, vướng mắc",
    "Nguyên nhân",
    "Đề xuất, kiến nghị",
)
_NONE = "Không có."

#: By authority: what it wrote in each part.
WRITTEN = {
    COMMUNE: {
        RESULTS: "Ủy ban nhân dân xã đã phân công đầu mối, ban hành quy chế và niêm yết danh mục tại sáu nhà văn hóa thôn.\n"
        "Yêu cầu của người dân được vào sổ trong ngày; phần lớn được trả lời trước hạn.",
        LIMITS: "Một số hồ sơ đất đai lập trước năm 2010 chỉ có bản giấy, tìm mất nhiều ngày.",
        CAUSES: "Xã chưa số hóa xong kho lưu trữ; công chức đầu mối kiêm nhiệm nhiều việc.",
        PROPOSALS: "Đề nghị tỉnh hỗ trợ máy quét khổ A3 và tập huấn về thông tin tiếp cận có điều kiện.",
    },
    DEPARTMENT: {
        RESULTS: "Sở đã rà soát danh mục thông tin của năm phòng, chi cục và cập nhật hằng quý.\n"
        "Việc lấy ý kiến giữa các phòng được theo dõi theo từng hồ sơ.",
        LIMITS: "Thông tin môi trường do nhiều đơn vị giữ, thời gian tập hợp dài.",
        CAUSES: "Chưa có cơ sở dữ liệu chung của ngành.",
        PROPOSALS: "Đề nghị sớm kết nối cơ sở dữ liệu đất đai với hệ thống cung cấp thông tin.",
    },
    WARD: {
        RESULTS: "Phường đã đăng danh mục thông tin phải được công khai.",
        LIMITS: "Danh mục cập nhật chậm.",
        CAUSES: "Người làm đầu mối mới nhận việc.",
        PROPOSALS: _NONE,
    },
    HOSPITAL: {
        RESULTS: "Bệnh viện công khai giá dịch vụ và kết quả đấu thầu; chưa phát sinh yêu cầu cung cấp thông tin trong kỳ.",
        LIMITS: _NONE,
        CAUSES: _NONE,
        PROPOSALS: _NONE,
    },
    PROVINCE: {
        RESULTS: "Văn phòng Ủy ban nhân dân tỉnh tiếp nhận yêu cầu và cung cấp thông tin do Ủy ban nhân dân tỉnh tạo ra.",
        LIMITS: _NONE,
        CAUSES: _NONE,
        PROPOSALS: _NONE,
    },
}
#: What the justice department wrote for the province about 2025.
GATHERED = {
    RESULTS: "Năm 2025, các cơ quan trên địa bàn tỉnh tiếp tục công khai thông tin và cung cấp thông tin theo yêu cầu.\n"
    "Sở Tư pháp đã hướng dẫn các cơ quan lập sổ theo dõi và danh mục thông tin.",
    LIMITS: "Một số cơ quan chưa theo dõi đầy đủ yêu cầu nhận trực tiếp; danh mục cập nhật chậm.",
    CAUSES: "Phần lớn người làm đầu mối kiêm nhiệm; hồ sơ trước năm 2010 chưa được số hóa.",
    PROPOSALS: "Đề nghị Bộ Tư pháp ban hành biểu mẫu thống kê thống nhất.",
}

OUTSIDE = {
    "code": "so-xay-dung",
    "name": "Sở Xây dựng tỉnh Bình Minh",
    "short_name": "Sở Xây dựng",
    "email": "so-xaydung@binhminh.example",
}
#: What the department outside filled in, by year: numbers by the code of the line. What is not named is 0.
FILLED = {
    2025: {
        "received": 21, "received_channel:IN_PERSON": 14, "received_channel:POST": 7, "received_requester:CITIZEN": 21,
        "received_field:CONSTRUCTION": 18, "received_field:LAND": 5, "people": 21,
        "pieces": 23, "pieces_field:CONSTRUCTION": 18, "pieces_field:LAND": 5, "pieces_class:ON_REQUEST": 23,
        "open_at_end": 1, "valid": 20, "supplement_asked": 2,
        "ended": 20, "settled": 19, "provided": 16, "provided_partly": 1, "refused": 2, "redirected": 1,
        "pieces_given": 18, "pieces_given_delivery:VIEW_AT_SEAT": 11, "pieces_given_delivery:PAPER_BY_POST": 7,
        "pieces_given_basis:NONE": 18,
        "on_time": 17, "on_time_channel:IN_PERSON": 12, "on_time_channel:POST": 5, "on_time_complexity:SIMPLE": 17,
        "late": 2, "late_channel:POST": 2, "late_complexity:SIMPLE": 2, "withheld": 3,
        "withheld_ground:ALREADY_PUBLIC": 2, "withheld_ground:OTHER_LAW": 1, "given_cost:NO_COST": 17,
        "items_published": 31, "items_published_point:PUB26_K": 19, "items_published_point:PUB26_G": 12,
        "items_updates": 40, "trainings": 1, "trained_people": 36, "focal_officers": 1, "focal_trained:TRAINED": 1,
        "with_regulation": 1,
    },
    2026: {
        "received": 26, "received_channel:IN_PERSON": 15, "received_channel:POST": 11, "received_requester:CITIZEN": 26,
        "received_field:CONSTRUCTION": 21, "received_field:LAND": 8, "people": 26,
        "pieces": 30, "pieces_field:CONSTRUCTION": 21, "pieces_field:LAND": 9, "pieces_class:ON_REQUEST": 30,
        "carried_over": 1, "open_at_end": 3, "valid": 25, "supplement_asked": 1,
        "ended": 24, "settled": 22, "provided": 19, "provided_partly": 1, "refused": 2, "redirected": 2,
        "pieces_given": 22, "pieces_given_delivery:VIEW_AT_SEAT": 12, "pieces_given_delivery:PAPER_BY_POST": 10,
        "pieces_given_basis:NONE": 22,
        "on_time": 21, "on_time_channel:IN_PERSON": 13, "on_time_channel:POST": 8, "on_time_complexity:SIMPLE": 21,
        "late": 1, "late_channel:POST": 1, "late_complexity:COMPLEX": 1, "withheld": 3,
        "withheld_ground:ALREADY_PUBLIC": 3, "given_cost:NO_COST": 20,
        "items_published": 44, "items_published_point:PUB26_K": 25, "items_published_point:PUB26_G": 19,
        "items_updates": 61, "trainings": 1, "trained_people": 40, "focal_officers": 2, "focal_trained:TRAINED": 1,
        "with_regulation": 1,
    },
}  # fmt: skip
OUTSIDE_TEXTS = {
    RESULTS: "Sở nhận yêu cầu tại bộ phận một cửa và qua bưu điện; phần lớn hỏi về quy hoạch, giấy phép xây dựng.",
    LIMITS: "Sở theo dõi bằng bảng tính, chưa có sổ điện tử.",
    CAUSES: "Sở dùng hệ thống riêng của ngành.",
    PROPOSALS: _NONE,
}

"""What people of the invented province ask for: plain words, as they reach a commune's counter."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """One thing asked for, why, and what the office knows about it: field, and the unit that holds it."""

    text: str
    purpose: str
    field: str
    unit: str = "kinh-te"
    document: str = ""
    period: tuple[int | None, int | None] = (None, None)


QUESTIONS = {
    "duong-lien-thon": Question(
        "Tổng chi phí và bản quyết toán công trình đường liên thôn Bến Nứa – Đồi Chè, do xã làm chủ đầu tư.",
        "Tôi là thành viên Ban giám sát đầu tư của cộng đồng thôn Bến Nứa.",
        "INVESTMENT",
        period=(2024, 2025),
    ),
    "gia-dat": Question(
        "Bảng giá đất đang áp dụng cho đất ở và đất trồng cây lâu năm tại thôn Đồi Chè.",
        "Gia đình tôi chuẩn bị làm thủ tục chuyển mục đích sử dụng đất.",
        "LAND",
    ),
    "quy-hoach-cho": Question(
        "Bản đồ quy hoạch chi tiết khu chợ trung tâm xã Suối Vàng và quyết định phê duyệt kèm theo.",
        "Nhà tôi nằm cạnh khu chợ, cần biết để tính việc sửa nhà.",
        "CONSTRUCTION",
        document="Quyết định phê duyệt quy hoạch chi tiết khu chợ trung tâm xã",
    ),
    "thu-hoi-dat": Question(
        "Phương án bồi thường, hỗ trợ khi thu hồi đất làm hồ chứa nước Khe Sim, phần áp dụng cho thôn Khe Sim.",
        "Gia đình tôi có 1.200 mét vuông đất ruộng trong vùng thu hồi.",
        "LAND",
        document="Phương án bồi thường, hỗ trợ, tái định cư dự án hồ chứa nước Khe Sim",
    ),
    "ngan-sach-2025": Question(
        "Quyết toán thu, chi ngân sách xã Suối Vàng năm 2025, chi tiết theo từng khoản mục.",
        "Tôi muốn biết tiền đóng góp và ngân sách của xã được chi vào việc gì.",
        "BUDGET",
        period=(2025, 2025),
    ),
    "quy-khuyen-hoc": Question(
        "Số tiền thu, chi của Quỹ Khuyến học xã từ năm 2023 đến nay và danh mục các khoản chi.",
        "Tôi có đóng góp cho quỹ mỗi năm.",
        "BUDGET",
        unit="van-hoa-xa-hoi",
        period=(2023, 2026),
    ),
    "ho-ngheo": Question(
        "Tiêu chí xét hộ nghèo, cận nghèo và kết quả bình xét của thôn Nà Lúa năm nay.",
        "Gia đình tôi không có tên trong danh sách, tôi muốn hiểu cách xét.",
        "SOCIAL",
        unit="van-hoa-xa-hoi",
    ),
    "cuu-tro": Question(
        "Danh sách các khoản hỗ trợ sau trận lũ quét tháng 7 và cách chia cho từng thôn.",
        "Thôn tôi bị thiệt hại nhưng nhận ít hơn các thôn khác.",
        "SOCIAL",
        unit="van-hoa-xa-hoi",
    ),
    "nuoc-sach": Question(
        "Kết quả kiểm nghiệm chất lượng nước của trạm cấp nước thôn Suối Đá trong 12 tháng gần nhất.",
        "Nước có mùi lạ, nhà tôi có con nhỏ.",
        "ENVIRONMENT",
    ),
    "bai-rac": Question(
        "Giấy phép, đánh giá tác động môi trường và kết quả quan trắc của bãi rác Đèo Gió.",
        "Khói và mùi từ bãi rác ảnh hưởng đến sinh hoạt của thôn.",
        "ENVIRONMENT",
    ),
    "mo-da": Question(
        "Hợp đồng và hồ sơ năng lực của doanh nghiệp khai thác mỏ đá Hang Hùm nộp cho xã.",
        "Xe chở đá làm hỏng đường thôn, tôi muốn biết trách nhiệm sửa chữa.",
        "ENVIRONMENT",
    ),
    "truong-mam-non": Question(
        "Chỉ tiêu tuyển sinh, các khoản thu của Trường Mầm non Hoa Ban năm học này.",
        "Tôi chuẩn bị cho con đi học.",
        "EDUCATION",
        unit="van-hoa-xa-hoi",
    ),
    "suat-an": Question(
        "Đơn vị cung cấp suất ăn bán trú cho Trường Tiểu học Suối Vàng và kết quả kiểm tra an toàn thực phẩm.",
        "Con tôi ăn bán trú ở trường.",
        "HEALTH",
        unit="van-hoa-xa-hoi",
    ),
    "tram-y-te": Question(
        "Danh mục thuốc có ở Trạm Y tế xã và lịch trực của trạm trong tháng này.",
        "Tôi cần đưa mẹ già đi khám định kỳ.",
        "HEALTH",
        unit="van-hoa-xa-hoi",
    ),
    "can-bo": Question(
        "Danh sách cán bộ, công chức xã kèm nhiệm vụ và số điện thoại công vụ sau khi sắp xếp.",
        "Tôi muốn biết việc nào gặp ai.",
        "STAFF",
        unit="van-phong",
    ),
    "tuyen-dung": Question(
        "Kết quả xét tuyển công chức xã đợt tháng 5 và thang điểm của từng môn.",
        "Tôi là người dự tuyển.",
        "STAFF",
        unit="van-phong",
        document="Thông báo kết quả xét tuyển công chức xã",
    ),
    "thanh-tra": Question(
        "Kết luận thanh tra việc quản lý đất đai tại thôn Bản Vàng và việc thực hiện các kiến nghị.",
        "Tôi là người đã gửi phản ánh về việc này.",
        "INSPECTION",
    ),
    "don-khieu-nai": Question(
        "Nội dung đơn và tên người đã khiếu nại về ranh giới đất giữa nhà tôi và nhà bên cạnh.",
        "Tôi muốn biết ai đã khiếu nại gia đình tôi.",
        "INSPECTION",
    ),
    "hop-noi-bo": Question(
        "Biên bản cuộc họp nội bộ của Ủy ban nhân dân xã ngày 12 tháng 10 về nhân sự.",
        "Tôi quan tâm đến việc bố trí cán bộ thôn.",
        "STAFF",
        unit="van-phong",
    ),
    "du-thao": Question(
        "Bản dự thảo đang soạn của phương án sắp xếp các thôn, chưa trình Hội đồng nhân dân xã.",
        "Tôi muốn góp ý sớm cho thôn mình.",
        "STAFF",
        unit="van-phong",
    ),
    "le-hoi": Question(
        "Kinh phí tổ chức Lễ hội Lồng Tồng năm nay, gồm cả tiền tài trợ.",
        "Tôi trong ban tổ chức của thôn.",
        "CULTURE",
        unit="van-hoa-xa-hoi",
    ),
    "nha-van-hoa": Question(
        "Dự toán, thiết kế và đơn vị thi công Nhà văn hóa thôn Khe Sim.",
        "Người dân đã đóng góp ngày công, muốn biết chi phí.",
        "CONSTRUCTION",
    ),
    "giong-lua": Question(
        "Danh sách loại giống và mức hỗ trợ giống lúa vụ xuân cho các thôn.",
        "Nhà tôi làm bốn sào ruộng.",
        "AGRICULTURE",
    ),
    "dich-lon": Question(
        "Số liệu hỗ trợ thiệt hại do dịch tả lợn châu Phi năm 2025 tại xã.",
        "Nhà tôi tiêu hủy mười hai con lợn, chưa nhận hỗ trợ.",
        "AGRICULTURE",
        period=(2025, 2025),
    ),
    "rung": Question(
        "Bản đồ giao đất, giao rừng thôn Đồi Chè và mức chi trả dịch vụ môi trường rừng.",
        "Gia đình tôi nhận khoán bảo vệ rừng.",
        "AGRICULTURE",
    ),
    "ho-tich": Question(
        "Thủ tục, giấy tờ và thời gian cấp lại bản sao giấy khai sinh cho người sinh trước năm 1990.",
        "Tôi cần làm hồ sơ hưởng lương hưu.",
        "CIVIL_STATUS",
        unit="hanh-chinh-cong",
    ),
    "cu-tru-nguoi-khac": Question(
        "Thông tin cư trú hiện nay của một người từng ở thôn Suối Đá mà tôi cho vay tiền.",
        "Tôi cần tìm người này để đòi nợ.",
        "CIVIL_STATUS",
        unit="hanh-chinh-cong",
    ),
    "cau-treo": Question(
        "Hồ sơ nghiệm thu và kết quả kiểm định cầu treo Bến Nứa.",
        "Cầu rung mạnh khi xe máy đi qua, người dân lo lắng.",
        "INVESTMENT",
    ),
    "den-duong": Question(
        "Kế hoạch lắp đèn đường các thôn trong năm và thứ tự ưu tiên.",
        "Đoạn đường vào thôn tôi rất tối.",
        "INVESTMENT",
    ),
    "dau-thau": Question(
        "Kết quả lựa chọn nhà thầu sửa chữa trụ sở xã và lý do các nhà thầu khác không trúng.",
        "Tôi giám sát việc dùng ngân sách.",
        "INVESTMENT",
    ),
    "dong-gop": Question(
        "Các khoản vận động nhân dân đóng góp năm 2025: tên khoản, mức thu, đã chi vào việc gì.",
        "Thôn tôi sẽ họp quyết toán cuối năm.",
        "BUDGET",
    ),
    "ho-so-dat-1990": Question(
        "Toàn bộ hồ sơ, sổ sách địa chính của tất cả các hộ trong xã từ năm 1990 đến nay.",
        "Tôi muốn nghiên cứu lịch sử ruộng đất của xã.",
        "LAND",
        period=(1990, 2026),
    ),
    "ke-hoach-sdd": Question(
        "Kế hoạch sử dụng đất hằng năm và danh mục công trình phải thu hồi đất trên địa bàn xã.",
        "Tôi muốn biết nhà mình có nằm trong diện thu hồi không.",
        "LAND",
    ),
    "thuy-loi": Question(
        "Lịch điều tiết nước hồ Nà Lúa và quy định thu tiền nước thủy lợi nội đồng.",
        "Ruộng cuối kênh thường thiếu nước.",
        "AGRICULTURE",
    ),
    "wifi": Question(
        "Danh sách điểm phát sóng không dây miễn phí và kinh phí duy trì mỗi năm.",
        "Điểm ở nhà văn hóa thôn tôi không dùng được.",
        "OTHER",
        unit="van-hoa-xa-hoi",
    ),
    "nghia-trang": Question(
        "Quy chế quản lý nghĩa trang nhân dân xã và mức thu.",
        "Gia đình tôi có việc cần làm.",
        "SOCIAL",
        unit="van-hoa-xa-hoi",
    ),
    "xe-cong": Question(
        "Định mức, số lượng xe ô tô công của xã và nhật trình xe năm 2025.",
        "Tôi thực hiện quyền giám sát của công dân.",
        "BUDGET",
        unit="van-phong",
        period=(2025, 2025),
    ),
    "tiep-cong-dan": Question(
        "Lịch tiếp công dân của Chủ tịch Ủy ban nhân dân xã trong quý này.",
        "Tôi cần đến gặp để trình bày việc đất đai.",
        "INSPECTION",
        unit="van-phong",
    ),
    "doanh-nghiep-che": Question(
        "Phương án kinh doanh mà Hợp tác xã chè Đồi Chè nộp khi xin thuê đất công ích.",
        "Tôi cũng muốn thuê đất làm chè.",
        "LAND",
    ),
    "khu-tai-dinh-cu": Question(
        "Tiến độ và thiết kế hạ tầng khu tái định cư Bản Vàng.",
        "Gia đình tôi sẽ chuyển đến đó.",
        "CONSTRUCTION",
    ),
    "quang-cao": Question(
        "Kính mời quý cơ quan mua phần mềm quản lý bán hàng, giảm giá ba mươi phần trăm trong tháng này.",
        "Giới thiệu sản phẩm.",
        "OTHER",
    ),
    # Not the commune's own.
    "cap-dien": Question(
        "Kế hoạch cắt điện và nguyên nhân mất điện kéo dài ở thôn Khe Sim.",
        "Nhà tôi ấp trứng gia cầm, mất điện là hỏng cả mẻ.",
        "OTHER",
    ),
    "bao-hiem": Question(
        "Quá trình đóng bảo hiểm xã hội của tôi tại công ty cũ ở tỉnh khác.",
        "Tôi làm hồ sơ hưởng chế độ.",
        "SOCIAL",
        unit="van-hoa-xa-hoi",
    ),
    "xu-phat-tinh": Question(
        "Quyết định xử phạt về môi trường đối với nhà máy tinh bột sắn do tỉnh ban hành.",
        "Nước thải chảy qua ruộng nhà tôi.",
        "ENVIRONMENT",
    ),
    # Of the department.
    "quan-trac": Question(
        "Số liệu quan trắc không khí, nước mặt hằng tháng tại lưu vực suối Vàng năm nay.",
        "Tôi làm luận văn về chất lượng nước.",
        "ENVIRONMENT",
        unit="moi-truong",
    ),
    "dieu-chinh-gia-dat": Question(
        "Báo cáo thuyết minh xây dựng bảng giá đất năm nay và kết quả lấy ý kiến nhân dân.",
        "Tôi muốn hiểu vì sao giá đất thôn mình tăng.",
        "LAND",
        unit="quan-ly-dat-dai",
    ),
    "khoang-san": Question(
        "Danh sách giấy phép khai thác khoáng sản còn hiệu lực trên địa bàn tỉnh và sản lượng đã khai báo.",
        "Hội chúng tôi theo dõi việc phục hồi môi trường.",
        "ENVIRONMENT",
        unit="quan-ly-dat-dai",
    ),
    "dat-lam-nghiep": Question(
        "Kết quả rà soát đất có nguồn gốc nông, lâm trường giao về địa phương.",
        "Thôn tôi đang thiếu đất sản xuất.",
        "LAND",
        unit="quan-ly-dat-dai",
    ),
    # Of the ward.
    "via-he": Question(
        "Phương án cho thuê vỉa hè đường Đầm Sen và mức thu.",
        "Tôi bán hàng ăn sáng ở đó.",
        "CONSTRUCTION",
        unit="ha-tang",
    ),
    "cay-xanh": Question(
        "Danh mục cây xanh sẽ chặt hạ, thay thế trên đường Rạng Đông và lý do.",
        "Người dân trong tổ muốn được biết trước.",
        "ENVIRONMENT",
        unit="ha-tang",
    ),
    "cap-phep-xay-dung": Question(
        "Giấy phép xây dựng đã cấp cho công trình bảy tầng ở số 40 đường Đầm Sen.",
        "Nhà tôi sát bên bị nứt tường.",
        "CONSTRUCTION",
        unit="ha-tang",
    ),
    "bai-do-xe": Question(
        "Kế hoạch làm bãi đỗ xe công cộng và nguồn vốn.",
        "Khu tôi ở thiếu chỗ đỗ xe.",
        "INVESTMENT",
        unit="ha-tang",
    ),
    # Of the hospital.
    "gia-dich-vu": Question(
        "Bảng giá dịch vụ khám bệnh, chữa bệnh theo yêu cầu và danh mục thuốc trúng thầu năm nay.",
        "Tôi cần tính chi phí điều trị cho người nhà.",
        "HEALTH",
        unit="ke-hoach",
    ),
    "mua-sam-thiet-bi": Question(
        "Hồ sơ mua sắm máy chụp cắt lớp năm 2025: giá, nhà cung cấp, kết quả nghiệm thu.",
        "Tôi quan tâm đến việc mua sắm công.",
        "BUDGET",
        unit="hanh-chinh",
        period=(2025, 2025),
    ),
    "benh-an": Question(
        "Bản sao hồ sơ bệnh án của một người bệnh là hàng xóm của tôi.",
        "Tôi muốn biết người đó mắc bệnh gì.",
        "HEALTH",
        unit="ke-hoach",
    ),
    # Of the province.
    "quy-hoach-tinh": Question(
        "Bản đồ quy hoạch tỉnh, phần giao thông và khu công nghiệp đến năm 2030.",
        "Tôi chọn nơi mở xưởng gỗ.",
        "CONSTRUCTION",
        unit="tong-hop",
    ),
    "giai-ngan": Question(
        "Tiến độ giải ngân vốn đầu tư công theo từng dự án trong chín tháng đầu năm.",
        "Tôi viết bài cho bản tin của hội.",
        "INVESTMENT",
        unit="tong-hop",
    ),
}

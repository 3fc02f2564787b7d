"""Which stories are told in which authority: every state, both laws, every ground, in time and too late."""

from datetime import date, timedelta

from workflow.management.demo import closed_year, corrections, opening, remedies
from workflow.management.demo import stories as s
from workflow.management.demo.office import Office
from workflow.management.demo.people import member, person
from workflow.management.demo.stage import Days, Story, moment

ONE_DAY = timedelta(days=1)


def on(text: str, clock: str = "09:00"):
    """17/08/2026 at nine: a day that stays where it is."""
    day, month, year = map(int, text.split("/"))
    return moment(date(year, month, day), clock)


def all_stories(offices: dict[str, Office], days: Days) -> list[Story]:
    return [
        *closed_year.all_stories(offices["suoi-vang"], days),
        *of_2016(offices["suoi-vang"], days),
        *suoi_vang_ended(offices["suoi-vang"], days),
        *suoi_vang_running(offices["suoi-vang"], days),
        *suoi_vang_at_hand(offices["suoi-vang"], days),
        *others(offices, days),
        *corrections.all_stories(offices["suoi-vang"], days),
        *opening.all_stories(offices["suoi-vang"], days),
        *remedies.all_stories(offices, days),
    ]


def of_2016(sv: Office, days: Days) -> list[Story]:
    """Sent before 01/09/2026, so under Luật 104/2016/QH13 to the end; and the pair around that day."""
    pair = {
        "missing": "Nêu rõ công trình nào và năm nào.",
        "supplied_at": on("03/09/2026", "10:05"),
        "file": ("quyet-toan.pdf", "QUYẾT TOÁN CÔNG TRÌNH", "Tổng chi phí: 1.284.500.000 đồng."),
    }
    return [
        s.told_then_provided(
            sv, "ngan-sach-2025", 5, on("22/06/2026", "20:10"),
            file=("quyet-toan-2025.pdf", "QUYẾT TOÁN NGÂN SÁCH XÃ NĂM 2025", "Tổng thu: 18.450.200.000 đồng.",
                  "Tổng chi: 17.902.650.000 đồng.", "Kết dư chuyển năm sau: 547.550.000 đồng."),
        ),
        s.told_then_provided(
            sv, "ngan-sach-2025", 5, on("20/07/2026", "19:32"), times_asked=2,
            file=("quyet-toan-2025.pdf", "QUYẾT TOÁN NGÂN SÁCH XÃ NĂM 2025", "Tổng thu: 18.450.200.000 đồng."),
        ),
        s.provided_at_once(
            sv, "gia-dat", 8, on("06/07/2026", "08:12"), delivery="VIEW_AT_SEAT",
            answer="Bảng giá đất đang áp dụng đã đăng trên Cổng thông tin điện tử tỉnh. Ông/Bà xem và chụp lại tại quầy.",
            place="https://binhminh.example/bang-gia-dat",
        ),
        s.told_then_provided(
            sv, "cau-treo", 9, on("10/08/2026", "07:55"), delivery="PAPER_BY_POST",
            how="Gửi bảo đảm qua bưu điện, số hiệu RB0417.",
            file=("kiem-dinh-cau-treo.pdf", "KẾT QUẢ KIỂM ĐỊNH CẦU TREO BẾN NỨA", "Tải trọng cho phép: 0,5 tấn."),
        ),
        s.told_extended_provided(
            sv, "bai-rac", 67, on("13/07/2026", "14:05"), amount=15, reason="GATHER",
            plain_words="Kết quả quan trắc do ba đơn vị giữ, cần tập hợp.", how="Gửi bảo đảm qua bưu điện, số hiệu RB0655.",
            file=("quan-trac-bai-rac.pdf", "KẾT QUẢ QUAN TRẮC BÃI RÁC ĐÈO GIÓ", "Bốn đợt, một đợt vượt ngưỡng về bụi."),
        ),
        s.refused(
            sv, "du-thao", 10, on("27/07/2026", "21:40"), ground="INACCESSIBLE",
            facts={"inaccessible_reason": "INTERNAL_DRAFT", "law_cited": "Khoản 2 Điều 6 Luật Tiếp cận thông tin 2016"},
            plain_words="Khi dự thảo được đưa ra lấy ý kiến, toàn văn sẽ đăng trên trang của xã.",
        ),
        s.supplied_then_provided(
            sv, "duong-lien-thon", 11, on("31/08/2026", "16:20"), text="Đường liên thôn Bến Nứa – Đồi Chè, năm 2024.", **pair
        ),
        s.supplied_then_provided(
            sv, "duong-lien-thon", 12, on("01/09/2026", "08:20"), text="Đường liên thôn Bến Nứa – Đồi Chè, năm 2025.", **pair
        ),
        # Still open under the old law: never completed, and completed only now.
        s.supplement_asked(
            sv, "rung", 13, on("27/08/2026", "22:15"), missing="Nêu rõ lô rừng, khoảnh rừng hoặc số hợp đồng khoán."
        ),
        s.supplied(
            sv, "thanh-tra", 14, on("28/08/2026", "11:30"), missing="Nêu rõ năm thanh tra.",
            text="Cuộc thanh tra năm 2025, đoàn thanh tra của huyện cũ.", supplied_at=moment(days.working(-3), "19:20"),
        ),
    ]  # fmt: skip


def suoi_vang_ended(sv: Office, days: Days) -> list[Story]:
    """Ended in the last weeks, in every way a case may end."""

    def sent(back, clock):
        return moment(days.working(-back), clock)

    return [
        s.provided(
            sv, "nuoc-sach", 15, sent(24, "06:45"),
            file=("kiem-nghiem-nuoc.pdf", "KẾT QUẢ KIỂM NGHIỆM NƯỚC TRẠM SUỐI ĐÁ", "12 mẫu đạt, 0 mẫu không đạt."),
        ),
        s.provided(
            sv, "quy-khuyen-hoc", 16, sent(20, "20:30"), delivery="EMAIL",
            file=("quy-khuyen-hoc.txt", "QUỸ KHUYẾN HỌC XÃ SUỐI VÀNG", "Năm 2023 thu 42.300.000 đồng, chi 39.100.000 đồng.",
                  "Năm 2024 thu 45.800.000 đồng, chi 44.000.000 đồng."),
        ),
        s.provided(
            sv, "cuu-tro", 17, sent(22, "18:05"), late=2,
            file=("ho-tro-lu-quet.pdf", "HỖ TRỢ SAU LŨ QUÉT THÁNG 7", "Tổng số: 612.000.000 đồng cho sáu thôn."),
        ),
        s.provided_at_once(
            sv, "tiep-cong-dan", 18, sent(9, "09:20"),
            answer="Lịch tiếp công dân quý này đã niêm yết tại trụ sở và đăng trên trang của xã.",
            place="https://suoivang.binhminh.example/lich-tiep-cong-dan",
        ),
        s.provided_at_once(
            sv, "ho-tich", 19, sent(6, "13:50"),
            answer="Thủ tục và thời gian giải quyết có trên Cổng Dịch vụ công; phí 8.000 đồng một bản sao.",
            place="https://suoivang.binhminh.example/thu-tuc/ho-tich",
        ),
        s.provided_after_payment(
            sv, "nha-van-hoa", 20, sent(21, "10:10"), delivery="PAPER_BY_POST", pages=46,
            postal_address="Thôn Khe Sim, xã Suối Vàng, tỉnh Bình Minh",
            how="Đã gửi bưu phẩm bảo đảm số RB1182.",
            file=("du-toan-nha-van-hoa.pdf", "DỰ TOÁN NHÀ VĂN HÓA THÔN KHE SIM", "Tổng dự toán: 486.000.000 đồng."),
        ),
        s.provided_partly(
            sv, "ho-ngheo", 21, sent(18, "19:15"), pages=12,
            pieces=("Danh sách họ tên, thu nhập từng hộ được xét tại thôn Nà Lúa",),
            file=("tieu-chi-ho-ngheo.pdf", "TIÊU CHÍ VÀ KẾT QUẢ BÌNH XÉT", "Thôn Nà Lúa: 9 hộ nghèo, 7 hộ cận nghèo."),
            ground="CONDITION_NOT_MET", facts={"missing_consent": "Từng hộ có tên và thu nhập trong danh sách"},
            plain_words="Phần tiêu chí và số liệu được cung cấp; họ tên, thu nhập từng hộ là thông tin cá nhân.",
        ),
        s.refused(
            sv, "can-bo", 22, sent(17, "21:05"), ground="ALREADY_PUBLIC",
            facts={"public_place": "https://suoivang.binhminh.example/bo-may", "place_checked": "cán bộ đã mở và xem được"},
            plain_words="Danh sách và số điện thoại đăng đầy đủ tại trang trên. Quầy số 2 in giúp nếu Ông/Bà cần.",
        ),
        s.refused(
            sv, "don-khieu-nai", 23, sent(16, "08:25"), ground="CONDITION_NOT_MET",
            facts={"missing_consent": "Người đã gửi đơn khiếu nại"},
            plain_words="Tên người khiếu nại là thông tin cá nhân; người đó chưa đồng ý.",
        ),
        s.refused(
            sv, "ngan-sach-2025", 5, sent(15, "19:00"), ground="PROVIDED_TWICE", times_asked=3,
            facts={"reason_weighed": "Ông/Bà không nêu lý do cần bản thứ ba; nội dung không thay đổi"},
        ),
        s.refused(
            sv, "ho-so-dat-1990", 24, sent(19, "22:40"), ground="OVER_CAPACITY",
            facts={"facts": "Khoảng 41.000 trang của 2.300 hộ; Phòng Kinh tế có 3 công chức, cần hơn 7 tháng để sao, tách"},
            plain_words="Ông/Bà có thể yêu cầu từng giai đoạn, từng thôn; cơ quan sẽ cung cấp dần.",
        ),
        s.refused(
            sv, "xu-phat-tinh", 25, sent(14, "07:35"), ground="NOT_RESPONSIBLE",
            facts={
                "right_authority": "Sở Nông nghiệp và Môi trường tỉnh Bình Minh",
                "right_authority_address": "Số 8 đường Đồng Xanh, phường Hoa Sen, tỉnh Bình Minh",
            },
        ),
        s.refused(
            sv, "cu-tru-nguoi-khac", 26, sent(13, "12:10"), ground="OTHER_LAW",
            facts={"law_cited": "Luật Cư trú: thông tin cư trú của cá nhân chỉ cung cấp cho người có quyền theo luật"},
        ),
        s.refused_unpaid(
            sv, "rung", 27, sent(26, "17:25"), pages=64,
            file=("giao-rung.pdf", "BẢN ĐỒ GIAO RỪNG THÔN ĐỒI CHÈ", "Tỷ lệ 1/5.000."),
        ),
        s.redirected(
            sv, "cap-dien", 28, sent(11, "05:50"), to="Công ty Điện lực Bình Minh, số 3 đường Rạng Đông, phường Hoa Sen"
        ),
        s.withdrawn(sv, "wifi", 29, sent(10, "18:30")),
        s.cost_declined(
            sv, "khu-tai-dinh-cu", 30, sent(17, "14:15"), pages=120,
            file=("ha-tang-ban-vang.pdf", "HẠ TẦNG KHU TÁI ĐỊNH CƯ BẢN VÀNG", "Hoàn thành 62% khối lượng."),
        ),
        s.provided(
            sv, "giong-lua", 31, sent(12, "20:20"),
            file=("giong-lua.pdf", "HỖ TRỢ GIỐNG LÚA VỤ XUÂN", "Mức hỗ trợ: 70% giá giống."),
        ),
        s.set_aside(
            sv, "giong-lua", 31, sent(8, "20:45"), is_double=True,
            reason="Cùng người, cùng nội dung với hồ sơ đã có.",
        ),
        s.set_aside(sv, "quang-cao", 32, sent(5, "03:10"), reason="Thư chào bán hàng, không hỏi thông tin nào."),
        s.provided(
            sv, "thu-hoi-dat", 33, sent(13, "07:10"), capacity="ORGANISATION", organisation_name="Hội Nông dân xã Suối Vàng",
            organisation_address="Thôn Bến Nứa, xã Suối Vàng", organisation_post="Chủ tịch Hội",
            members=tuple(member(40 + n, "Có đất trong vùng thu hồi") for n in range(4)),
            file=("boi-thuong-khe-sim.pdf", "PHƯƠNG ÁN BỒI THƯỜNG HỒ KHE SIM", "Áp dụng cho 38 hộ, 21,6 ha đất."),
        ),
    ]  # fmt: skip


def suoi_vang_running(sv: Office, days: Days) -> list[Story]:
    """Open, and the law's clock runs: fresh, due soon, overdue, at every step of the work."""

    def due(amount, clock):
        """Sent so that the first term ends on the so-manieth working day from today."""
        return moment(days.sent_to_be_due(amount), clock)

    def sent(back, clock):
        return moment(days.working(-back), clock)

    return [
        s.sent_only(sv, "dau-thau", 0, moment(days.today - ONE_DAY, "19:42"), delivery="EMAIL", email="moc.mien@thu.example"),
        s.sent_only(
            sv, "den-duong", 1, sent(1, "06:30"),
            support_needs=("LARGE_PRINT",), delivery="VIEW_AT_SEAT", notice="NONE",
        ),
        s.sent_only(sv, "thuy-loi", 2, due(1, "21:15")),
        s.sent_only(sv, "dich-lon", 3, due(-2, "20:00")),
        s.accepted(sv, "ke-hoach-sdd", 4, sent(3, "08:05")),
        s.accepted(sv, "tram-y-te", 6, due(2, "07:20")),
        s.accepted(sv, "truong-mam-non", 7, due(-1, "22:05")),
        s.collecting(sv, "quy-hoach-cho", 34, due(2, "10:45"), delivery="PAPER_BY_POST"),
        s.collecting(sv, "le-hoi", 35, due(-3, "12:25")),
        s.consulting(sv, "bai-rac", 36, due(3, "16:55"), body="Chi cục Bảo vệ môi trường tỉnh Bình Minh"),
        s.consent_answered(
            sv, "mo-da", 69, due(4, "10:30"), person="Công ty Cổ phần Đá Đèo Gió", address="Km 4, xã Suối Vàng",
            agrees=True, answer="Đồng ý cung cấp, trừ phụ lục đơn giá.",
        ),
        s.with_held_file(
            sv, "suat-an", 37, due(3, "11:40"),
            file=("suat-an-ban-tru.pdf", "ĐƠN VỊ CUNG CẤP SUẤT ĂN BÁN TRÚ", "Hai đợt kiểm tra, không có vi phạm."),
            held=("don-gia-suat-an.xlsx", "ĐƠN GIÁ SUẤT ĂN BÁN TRÚ NĂM HỌC 2026", "Mầm non: 22.000 đồng một suất."),
        ),
        s.with_file(
            sv, "xe-cong", 38, due(4, "09:05"), checks=1,
            file=("nhat-trinh-xe.pdf", "NHẬT TRÌNH XE CÔNG NĂM 2025", "Một xe, 11.240 km, 38 chuyến."),
        ),
        s.provision_proposed(
            sv, "cau-treo", 39, due(3, "20:35"),
            file=("nghiem-thu-cau-treo.pdf", "BIÊN BẢN NGHIỆM THU CẦU TREO BẾN NỨA", "Nghiệm thu đạt, kèm kết quả kiểm định."),
        ),
        s.refusal_proposed(
            sv, "hop-noi-bo", 40, due(2, "23:20"), ground="INACCESSIBLE",
            facts={"inaccessible_reason": "INTERNAL_MEETING", "law_cited": "Khoản 6 Điều 15 Luật Tiếp cận thông tin 2026"},
            plain_words="Kết luận về bố trí cán bộ thôn sẽ được thông báo công khai sau khi có quyết định.",
        ),
        s.draft_returned(
            sv, "tuyen-dung", 41, due(4, "15:05"), reason="Bổ sung thang điểm từng môn; tách họ tên thí sinh khác.",
            file=("ket-qua-xet-tuyen.pdf", "KẾT QUẢ XÉT TUYỂN", "Điểm của người dự tuyển: 84,5."),
        ),
        s.extension_proposed(
            sv, "dong-gop", 42, due(3, "17:45"), amount=7, reason="GATHER",
            plain_words="Số liệu nằm ở sổ thu của sáu thôn, cần tập hợp và đối chiếu.",
        ),
        s.extension_signed(
            sv, "quy-hoach-cho", 43, due(2, "13:30"), amount=5, reason="SEARCH",
            plain_words="Bản vẽ lưu ở kho lưu trữ cũ, cần thêm thời gian tìm.",
        ),
        s.extended(
            sv, "mo-da", 44, due(1, "08:55"), amount=12, reason="CONSIDER",
            plain_words="Hồ sơ có thông tin của doanh nghiệp, phải hỏi ý kiến chủ sở hữu.",
        ),
        s.extended(
            sv, "doanh-nghiep-che", 45, due(-4, "09:40"), amount=10, reason="COPY",
            plain_words="Hồ sơ dày, phải che thông tin kinh doanh trước khi sao.",
        ),
        s.provision_signed(
            sv, "nghia-trang", 46, due(2, "18:50"),
            file=("quy-che-nghia-trang.pdf", "QUY CHẾ QUẢN LÝ NGHĨA TRANG", "Mức thu: không thu."),
        ),
        s.resolved(
            sv, "giong-lua", 47, due(2, "06:15"), delivery="VIEW_AT_SEAT",
            file=("giong-lua-vu-xuan.pdf", "HỖ TRỢ GIỐNG LÚA VỤ XUÂN", "Mức hỗ trợ: 70% giá giống."),
        ),
        s.resolved(
            sv, "thu-hoi-dat", 48, due(3, "10:20"), pages=38, delivery="VIEW_AT_SEAT",
            file=("boi-thuong.pdf", "PHƯƠNG ÁN BỒI THƯỜNG HỒ KHE SIM", "Bản trích phần thôn Khe Sim."),
        ),
        s.cost_accepted(
            sv, "cau-treo", 49, due(2, "19:10"), pages=22, delivery="PAPER_BY_POST",
            file=("kiem-dinh.pdf", "KẾT QUẢ KIỂM ĐỊNH CẦU TREO", "Trích bản chính."),
        ),
        s.part_paid(
            sv, "cau-treo", 68, due(3, "08:20"), pages=30, amount=40_000, delivery="PAPER_BY_POST",
            file=("cau-treo-ho-so.pdf", "HỒ SƠ THIẾT KẾ CẦU TREO BẾN NỨA", "Trích bản vẽ và thuyết minh."),
        ),
        s.paid(
            sv, "rung", 50, due(2, "07:45"), pages=16, delivery="VIEW_AT_SEAT",
            file=("giao-rung-trich.pdf", "MỨC CHI TRẢ DỊCH VỤ MÔI TRƯỜNG RỪNG", "Đơn giá năm nay: 612.000 đồng một héc-ta."),
        ),
    ]  # fmt: skip


def suoi_vang_at_hand(sv: Office, days: Days) -> list[Story]:
    """Waiting for the citizen, entered from paper, on behalf of others."""

    def sent(back, clock):
        return moment(days.working(-back), clock)

    def posted(back, took):
        """A letter: postmarked some calendar days before it was received."""
        received_on = days.working(-back)
        return {"channel": "POST", "sent_on": received_on - took * ONE_DAY, "received_on": received_on}

    return [
        s.entered(sv, "tram-y-te", 51, sent(1, "10:30"), facts={"channel": "PHONE"}, helper_name="Hoàng Thị Thơm"),
        s.entered(sv, "nuoc-sach", 52, sent(2, "08:15"), facts={"channel": "IN_PERSON"}, delivery="VIEW_AT_SEAT",
                  support_needs=("HELP_WRITING",), helper_name="Hoàng Thị Thơm", notice="NONE", email=""),
        s.entered(sv, "gia-dat", 53, sent(2, "14:40"), delivery="PAPER_BY_POST", notice="POST", email="",
                  facts=posted(2, 4), postal_address="Thôn Đồi Chè, xã Suối Vàng, tỉnh Bình Minh"),
        s.entered(sv, "den-duong", 54, sent(4, "09:25"),
                  facts={"channel": "ONE_STOP", "external_number": "H99.27-0417-0008",
                         "external_source": "Bộ phận Một cửa xã", "promised_on": days.working(5)}),
        s.entered(sv, "dau-thau", 55, sent(3, "15:15"),
                  facts={"channel": "NATIONAL_PORTAL", "external_number": "G22.99.27-261100-0031",
                         "external_source": "Cổng Dịch vụ công quốc gia", "promised_on": days.working(6)}),
        s.entered(sv, "dong-gop", 56, sent(5, "10:50"), email="", notice="NONE",
                  facts={"channel": "IN_PERSON", "missing": "Chữ ký của người yêu cầu; số giấy tờ chưa rõ."},
                  delivery="VIEW_AT_SEAT"),
        s.supplement_asked(sv, "ke-hoach-sdd", 57, sent(3, "21:25"), missing="Nêu rõ thửa đất hoặc khu vực cần hỏi."),
        s.supplied(sv, "khu-tai-dinh-cu", 58, sent(5, "06:50"), missing="Nêu rõ hạng mục hạ tầng cần hỏi.",
                   text="Đường, điện và nước của khu tái định cư.", supplied_at=sent(1, "20:40")),
        s.other_valid_day_proposed(sv, "wifi", 59, sent(3, "09:10"), facts=posted(3, 2), day=days.working(-2),
                                   reason="Thư đến phòng bảo vệ ngày trước, trang hai đến hôm sau mới đủ."),
        s.correction_proposed(sv, "le-hoi", 60, sent(3, "11:05"), facts=posted(3, 3), day=days.working(-4),
                              reason="Gõ nhầm ngày nhận; dấu công văn đến ghi ngày làm việc trước đó."),
        s.redirect_drafted(sv, "bao-hiem", 61, sent(2, "07:40"),
                           to="Bảo hiểm xã hội cơ sở Bình Minh, số 17 đường Rạng Đông, phường Hoa Sen"),
        s.sent_only(sv, "khu-tai-dinh-cu", 62, sent(2, "22:30"), capacity="AUTHORISED", represented_name=person(63).name,
                    represented_basis="Giấy ủy quyền có chứng thực", is_resident=False,
                    concern="Người ủy quyền có đất bị thu hồi ở Bản Vàng, hiện làm ăn xa."),
        s.accepted(sv, "suat-an", 64, sent(4, "17:15"), capacity="REPRESENTATIVE", is_minor=True,
                   represented_name="Hà Gia Bảo Ngô", represented_basis="Mẹ, người đại diện theo pháp luật"),
        s.accepted(sv, "nuoc-sach", 65, sent(4, "13:05"), kind="RESIDENT_FOREIGNER", name="Anouk Winterholm",
                   identity_kind="PASSPORT", identity_number="XZ0950417",
                   foreigner_concern="Tôi thuê nhà dài hạn ở thôn Suối Đá và dùng nước của trạm này."),
        s.after(s.accepted(sv, "thuy-loi", 66, sent(5, "19:50")), s.code_reissued),
    ]  # fmt: skip


def others(offices: dict[str, Office], days: Days) -> list[Story]:
    """A few cases in the other authorities, so that each has its lists and its own rules."""
    hs, so = offices["hoa-sen"], offices["so-nong-nghiep-moi-truong"]
    bv, bm = offices["benh-vien-binh-minh"], offices["tinh-binh-minh"]

    def sent(back, clock):
        return moment(days.working(-back), clock)

    def due(amount, clock):
        return moment(days.sent_to_be_due(amount), clock)

    ward = {"commune": "Phường Hoa Sen", "address": "Tổ 4, đường Đầm Sen"}
    return [
        s.lapsed(hs, "bai-do-xe", 0, sent(24, "20:10"), missing="Nêu rõ khu vực và năm của kế hoạch.", **ward),
        s.extended(
            hs, "via-he", 1, due(-2, "08:45"), amount=10, reason="GATHER",
            plain_words="Phương án đang được ba đơn vị góp số liệu.", **ward,
        ),
        s.provided(
            hs, "cay-xanh", 2, sent(15, "06:20"), **ward,
            file=("cay-xanh-rang-dong.pdf", "DANH MỤC CÂY THAY THẾ ĐƯỜNG RẠNG ĐÔNG", "14 cây sâu mục, thay bằng cây ban."),
        ),
        s.refused(
            hs, "cap-phep-xay-dung", 3, sent(14, "21:55"), ground="ALREADY_PUBLIC", **ward,
            facts={"public_place": "https://hoasen.binhminh.example/giay-phep", "place_checked": "cán bộ đã mở và xem được"},
        ),
        s.sent_only(hs, "via-he", 4, sent(1, "12:40"), **ward),
        s.accepted(hs, "bai-do-xe", 6, due(1, "09:00"), **ward),
        s.provided(
            so, "quan-trac", 7, sent(18, "07:30"), delivery="EMAIL", email="luong.gieng@thu.example",
            file=("quan-trac-suoi-vang.txt", "QUAN TRẮC NƯỚC MẶT LƯU VỰC SUỐI VÀNG", "DO: 6,1 mg/l", "BOD5: 4,2 mg/l"),
        ),
        s.extended(
            so, "dieu-chinh-gia-dat", 8, due(2, "14:25"), amount=12, reason="GATHER",
            plain_words="Báo cáo gồm số liệu của 120 xã, phường, cần tập hợp.",
        ),
        s.refused(
            so, "khoang-san", 9, sent(16, "10:05"), ground="INACCESSIBLE",
            facts={"inaccessible_reason": "WORK_SECRET", "law_cited": "Khoản 5 Điều 15 Luật Tiếp cận thông tin 2026"},
            plain_words="Danh sách giấy phép đã công khai; sản lượng từng mỏ là bí mật công tác của đợt thanh tra đang làm.",
        ),
        s.collecting(so, "dat-lam-nghiep", 10, due(3, "19:05")),
        s.sent_only(so, "quan-trac", 11, sent(1, "23:10"), times_asked=1),
        s.provided_at_once(
            bv, "gia-dich-vu", 12, sent(8, "15:35"), answer="Bảng giá niêm yết tại sảnh nhà A và trên trang của bệnh viện.",
            place="https://benhvien.binhminh.example/bang-gia",
        ),
        s.refused(
            bv, "benh-an", 13, sent(12, "18:20"), ground="CONDITION_NOT_MET",
            facts={"missing_consent": "Người bệnh hoặc người đại diện của người bệnh"},
        ),
        s.accepted(bv, "mua-sam-thiet-bi", 14, due(3, "11:10")),
        s.provided(
            bm, "giai-ngan", 15, sent(19, "08:00"),
            file=("giai-ngan-9-thang.pdf", "GIẢI NGÂN VỐN ĐẦU TƯ CÔNG 9 THÁNG", "Đạt 61,4% kế hoạch."),
        ),
        s.accepted(bm, "quy-hoach-tinh", 16, due(4, "16:45")),
    ]  # fmt: skip

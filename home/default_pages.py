"""The pages of information that every installation starts with. Editors may change every word afterwards.

Sources: Luật 01/2026/QH16 (access to information), Luật 02/2011/QH13 with its amendments (complaints), Luật 93/2015/QH13
(administrative litigation), Luật 91/2025/QH15 (personal data). Articles stand in small print at the end of each page.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class DefaultPage:
    """A page to begin with. `kind` names its model, `fields` and `rows` (by relation) are that model's own."""

    slug: str
    title: str
    lead: str
    body: list
    kind: str = "InformationPage"
    fields: dict = field(default_factory=dict)
    rows: dict[str, list[dict]] = field(default_factory=dict)
    children: tuple["DefaultPage", ...] = ()


def text(html: str) -> tuple[str, str]:
    return "text", html


def steps(title: str, *rows: tuple[str, str]) -> tuple[str, dict]:
    return "steps", {"title": title, "steps": [{"title": name, "text": f"<p>{told}</p>"} for name, told in rows]}


def notice(title: str, html: str, kind: str = "") -> tuple[str, dict]:
    return "notice", {"kind": kind, "title": title, "text": html}


def questions(title: str, *rows: tuple[str, str]) -> tuple[str, dict]:
    asked = [{"question": question, "answer": f"<p>{answer}</p>"} for question, answer in rows]
    return "questions", {"title": title, "questions": asked}


def table(caption: str, headings: list[str], *rows: list[str]) -> tuple[str, dict]:
    return "table", {
        "columns": [{"type": "text", "heading": heading} for heading in headings],
        "rows": [{"values": row} for row in rows],
        "caption": caption,
    }


RIGHTS = DefaultPage(
    slug="gioi-thieu-quyen-tiep-can-thong-tin",
    title="Giới thiệu quyền tiếp cận thông tin",
    lead="Công dân có quyền biết cơ quan nhà nước đang làm gì. Trang này nói ngắn gọn bạn được xem gì và bằng cách nào.",
    body=[
        text(
            "<h2>Bạn được làm gì với thông tin</h2>"
            "<p>Bạn được đọc, xem, nghe, ghi chép, sao chép, chụp và tải về. "
            "Phần lớn thông tin phải được công khai sẵn. Phần còn lại, bạn gửi yêu cầu để được cung cấp.</p>"
            "<h2>Ai có quyền yêu cầu</h2>"
            "<ul>"
            "<li>Mọi công dân Việt Nam.</li>"
            "<li>Người dưới 18 tuổi: tự mình, có người đại diện đồng ý, hoặc qua người đại diện, theo pháp luật dân sự.</li>"
            "<li>Người mất năng lực hành vi dân sự: qua người đại diện theo pháp luật.</li>"
            "<li>Người có khó khăn trong nhận thức, làm chủ hành vi: qua người giám hộ.</li>"
            "<li>Người nước ngoài cư trú tại Việt Nam: "
            "với thông tin liên quan trực tiếp đến quyền và nghĩa vụ của mình.</li>"
            "<li>Nhiều người cùng cần một thông tin: có thể gửi chung qua tổ chức, đoàn thể, doanh nghiệp của mình.</li>"
            "</ul>"
            "<h2>Hỏi cơ quan nào</h2>"
            "<p>Hãy hỏi cơ quan đã tạo ra thông tin. "
            "Ủy ban nhân dân cấp xã cung cấp thông tin do các cơ quan của xã tạo ra cho người cư trú trên địa bàn. "
            "Người ở nơi khác cũng được cung cấp, nếu thông tin liên quan trực tiếp đến quyền và lợi ích hợp pháp của mình. "
            "Gửi nhầm thì cơ quan nhận hướng dẫn bạn đến đúng nơi.</p>"
            "<p>Từ ngày 01/9/2026, đơn vị sự nghiệp công lập cung ứng dịch vụ cơ bản, thiết yếu "
            "cũng phải cung cấp thông tin.</p>"
        ),
        text(
            "<h2>Thông tin nào không được cung cấp</h2>"
            "<ul>"
            "<li>Bí mật nhà nước, bí mật công tác.</li>"
            "<li>Đời sống riêng tư, bí mật cá nhân, bí mật gia đình, dữ liệu cá nhân và bí mật kinh doanh, "
            "trừ khi đủ điều kiện dưới đây.</li>"
            "<li>Thông tin nếu cung cấp sẽ gây hại cho lợi ích Nhà nước, quốc phòng, an ninh, trật tự, sức khỏe, "
            "tính mạng, tài sản hoặc quyền hợp pháp của người khác.</li>"
            "<li>Thông tin về cuộc họp nội bộ, tài liệu soạn thảo cho công việc nội bộ.</li>"
            "</ul>"
            "<h2>Thông tin cần người liên quan đồng ý</h2>"
            "<p>Bí mật kinh doanh cần chủ sở hữu đồng ý. Đời sống riêng tư, bí mật cá nhân cần người đó đồng ý. "
            "Bí mật gia đình cần các thành viên gia đình đồng ý. Bạn gửi văn bản đồng ý cùng với yêu cầu.</p>"
            "<h2>Bao lâu được trả lời</h2>"
            "<p>Cơ quan cung cấp, hoặc từ chối bằng văn bản có nêu lý do, chậm nhất 12 ngày từ ngày nhận yêu cầu hợp lệ. "
            "Khi cần thêm thời gian, cơ quan báo bạn bằng văn bản trong thời hạn đó và gia hạn nhiều nhất 12 ngày.</p>"
            "<p>Yêu cầu gửi trước ngày 01/9/2026 được giải quyết theo luật cũ, thời hạn tính bằng ngày làm việc.</p>"
            "<h2>Có mất tiền không</h2>"
            "<p>Bạn không trả phí, lệ phí cho thông tin, trừ khi luật khác có quy định. "
            "Bạn chỉ trả chi phí thực tế để in, sao, chụp, gửi. Bạn không phải trả gì khi thông tin lẽ ra đã được công khai, "
            "hoặc đã công khai mà bạn không xem được vì lý do bất khả kháng.</p>"
        ),
        notice(
            "Căn cứ pháp luật",
            "<p>Luật Tiếp cận thông tin số 01/2026/QH16: Điều 2.4 (tiếp cận), Điều 7 (công dân), Điều 10 (cơ quan cung cấp), "
            "Điều 15, 16 (không được tiếp cận, có điều kiện), Điều 25 (chi phí), Điều 26 (thời hạn), "
            "Điều 29 (người nước ngoài, yêu cầu chung), Điều 31.4 (chuyển tiếp).</p>",
        ),
    ],
)

HOW_TO = DefaultPage(
    slug="huong-dan-gui-yeu-cau",
    title="Hướng dẫn gửi yêu cầu",
    lead="Gửi trên trang này mất khoảng 10 phút, không cần tài khoản. Bạn cũng có thể gửi thư hoặc đến trụ sở.",
    body=[
        steps(
            "Gửi trên trang này",
            ("Chọn cơ quan", "Chọn cơ quan đã tạo ra thông tin bạn cần, rồi bấm “Gửi yêu cầu”."),
            (
                "Nói bạn cần thông tin gì",
                "Viết như khi hỏi trực tiếp: việc gì, ở đâu, thời gian nào. Biết tên văn bản thì ghi thêm.",
            ),
            (
                "Cho biết bạn là ai",
                "Họ tên, số định danh cá nhân hoặc số hộ chiếu, nơi cư trú. Không cần gửi ảnh căn cước.",
            ),
            (
                "Chọn cách nhận",
                "Xem tại trụ sở, bản giấy qua bưu điện, tệp qua thư điện tử, hoặc tải về trên trang này.",
            ),
            ("Kiểm tra và gửi", "Xem lại mọi câu trả lời, sửa nếu cần, rồi bấm “Gửi yêu cầu”."),
            (
                "Giữ số hồ sơ và mã tra cứu",
                "Ghi lại hoặc in biên nhận. Hai số này cùng mở được trang theo dõi của bạn.",
            ),
        ),
        text(
            "<h2>Các cách gửi khác</h2>"
            "<ul>"
            "<li>Đến trụ sở cơ quan, gặp đầu mối cung cấp thông tin.</li>"
            "<li>Gửi phiếu qua bưu điện. Ngày gửi là ngày trên dấu bưu điện.</li>"
            "<li>Gửi qua thư điện tử của đầu mối, hoặc qua kênh điện tử khác mà cơ quan công bố.</li>"
            "</ul>"
            "<p>Không viết được, hoặc cần giúp điền phiếu, hãy gọi hoặc đến gặp đầu mối. Cán bộ ghi giúp bạn. "
            "Gọi điện thoại chưa phải là gửi yêu cầu: yêu cầu có hiệu lực khi bạn xác nhận nội dung đã ghi.</p>"
        ),
        questions(
            "Hỏi – đáp",
            (
                "Có phải nói lý do không?",
                "Phiếu cho biết câu hỏi đó có bắt buộc hay không. Lý do giúp cơ quan tìm đúng thông tin.",
            ),
            ("Nếu tôi viết thiếu?", "Cán bộ hướng dẫn bạn bổ sung. Thời hạn trả lời tính từ ngày cơ quan nhận đủ."),
            (
                "Tôi gửi nhầm cơ quan thì sao?",
                "Cơ quan nhận báo bạn và hướng dẫn nơi có trách nhiệm. Bạn cần tự gửi lại đến nơi đó.",
            ),
            ("Tôi mất mã tra cứu?", "Mang giấy tờ tùy thân đến đầu mối. Cán bộ cấp mã mới, mã cũ không dùng được nữa."),
            ("Tôi muốn rút yêu cầu?", "Mở trang tra cứu bằng số hồ sơ và mã tra cứu, rồi chọn “Rút yêu cầu”."),
            (
                "Tôi phải trả bao nhiêu tiền?",
                "Chỉ chi phí thực tế để in, sao, chụp, gửi. Cơ quan báo số tiền trước; bạn có quyền không nhận nữa.",
            ),
        ),
        notice(
            "Căn cứ pháp luật",
            "<p>Luật Tiếp cận thông tin số 01/2026/QH16: Điều 24 (cách gửi, cách nhận), Điều 25 (chi phí), "
            "Điều 26 (trình tự, thời hạn), Điều 27 (từ chối).</p>",
        ),
    ],
)

COMPLAINTS = DefaultPage(
    slug="khieu-nai-phan-anh",
    title="Khiếu nại, phản ánh",
    lead="Khi quá hạn mà chưa có trả lời, khi bị từ chối, hoặc khi thông tin sai, bạn có thể làm những việc sau.",
    body=[
        text(
            "<h2>Hỏi lại trước</h2>"
            "<p>Hãy gọi đầu mối và đọc số hồ sơ. Nhiều việc được gỡ ngay. Hỏi lại không làm mất quyền khiếu nại.</p>"
            "<h2>Khiếu nại hoặc khởi kiện</h2>"
            "<p>Bạn khiếu nại tới người đã ra quyết định, hoặc cơ quan quản lý người đã làm việc đó. "
            "Bạn cũng có thể khởi kiện ngay tại tòa án. Trả lời chậm hoặc im lặng cũng khiếu nại được. "
            "Trang của từng cơ quan ghi rõ nơi giải quyết.</p>"
        ),
        table(
            "Thời hạn khiếu nại và khởi kiện",
            ["Việc", "Thời hạn", "Vùng sâu, vùng xa", "Căn cứ"],
            ["Khiếu nại lần đầu, từ ngày biết quyết định hoặc việc làm", "90 ngày", "90 ngày", "Điều 9 Luật Khiếu nại"],
            [
                "Thụ lý, hoặc nói rõ vì sao không thụ lý",
                "07 ngày làm việc",
                "07 ngày làm việc",
                "Nghị định 124/2020/NĐ-CP, sửa đổi bởi Nghị định 155/2026/NĐ-CP",
            ],
            [
                "Giải quyết khiếu nại lần đầu, từ ngày thụ lý",
                "30 ngày; việc phức tạp 45 ngày",
                "45 ngày; việc phức tạp 60 ngày",
                "Điều 28 Luật Khiếu nại",
            ],
            [
                "Khiếu nại lần hai, từ khi hết hạn hoặc nhận quyết định lần đầu",
                "30 ngày",
                "45 ngày",
                "Điều 33.1 Luật Khiếu nại",
            ],
            [
                "Giải quyết khiếu nại lần hai, từ ngày thụ lý",
                "45 ngày; việc phức tạp 60 ngày",
                "60 ngày; việc phức tạp 70 ngày",
                "Điều 37 Luật Khiếu nại",
            ],
            ["Khởi kiện tại tòa án", "01 năm", "01 năm", "Điều 116 Luật Tố tụng hành chính"],
        ),
        text(
            "<h2>Báo thông tin sai</h2>"
            "<p>Thấy thông tin đã công khai là sai, hãy báo cơ quan đã công khai. Cơ quan trả lời chậm nhất 10 ngày. "
            "Thông tin bạn đã nhận mà sai hoặc thiếu, hãy yêu cầu đính chính, bổ sung. "
            "Cơ quan cũng trả lời chậm nhất 10 ngày.</p>"
            "<h2>Tố cáo</h2>"
            "<p>Mọi công dân có quyền tố cáo hành vi vi phạm về tiếp cận thông tin, theo Luật Tố cáo. "
            "Ví dụ: cố ý cung cấp thông tin sai, trì hoãn, tiêu hủy, đe dọa người yêu cầu.</p>"
        ),
        notice(
            "Căn cứ pháp luật",
            "<p>Luật Tiếp cận thông tin số 01/2026/QH16: Điều 5 (hành vi bị cấm), Điều 13 (khiếu nại, khởi kiện, tố cáo), "
            "Điều 22.4, Điều 28.2 (đính chính). Luật Khiếu nại số 02/2011/QH13 và các luật sửa đổi. "
            "Luật Tố tụng hành chính số 93/2015/QH13.</p>",
        ),
    ],
)

ACCESSIBILITY = DefaultPage(
    slug="cam-ket-ve-kha-nang-tiep-can",
    title="Cam kết về khả năng tiếp cận",
    lead="Trang này phải dùng được với mọi người: người khiếm thị, người cao tuổi, máy cũ, mạng yếu.",
    body=[
        text(
            "<h2>Trang này làm được gì</h2>"
            "<ul>"
            "<li>Đọc và gửi được mà không cần JavaScript, không cần tài khoản.</li>"
            "<li>Dùng được bằng bàn phím và phần mềm đọc màn hình.</li>"
            "<li>Phóng chữ bằng A, A+, A++ ở đầu trang; bật tương phản cao ở cùng chỗ.</li>"
            "<li>Xem được trên màn hình rộng 320 điểm ảnh, hoặc khi phóng 400 %, mà không phải kéo ngang.</li>"
            "<li>Giữ màu bạn đặt trong máy, khi bạn bật chế độ tương phản của hệ điều hành.</li>"
            "<li>Không dùng màu sắc làm dấu hiệu duy nhất.</li>"
            "<li>Đọc to trang tin, khi trình duyệt của bạn có sẵn giọng tiếng Việt.</li>"
            "<li>Có bản tiếng Anh về cơ quan và đầu mối. Trang hướng dẫn có thể viết bằng tiếng dân tộc thiểu số.</li>"
            "</ul>"
            "<p>Chúng tôi theo tiêu chuẩn WCAG 2.2, mức AA. Trước mỗi lần phát hành, máy kiểm tra mọi mẫu trang: "
            "trang trống, trang có lỗi, trang đã điền, ở màn hình rộng và hẹp. Cả phiếu yêu cầu được điền chỉ bằng bàn phím. "
            "Kiểm tra bằng máy chỉ thấy một phần lỗi.</p>"
            "<h2>Điều còn thiếu</h2>"
            "<ul>"
            "<li>Tệp do cơ quan cung cấp có thể là bản chụp, phần mềm đọc màn hình chưa đọc được.</li>"
            "<li>Bản tiếng Anh chưa có phiếu yêu cầu.</li>"
            "<li>Trang tiếng dân tộc thiểu số chỉ có khi cơ quan đã viết.</li>"
            "<li>Chưa có kết quả thử cùng người khuyết tật tại cơ quan này.</li>"
            "</ul>"
            "<h2>Nếu bạn không dùng được</h2>"
            "<p>Hãy gọi đầu mối. Bạn có thể xin bản chữ to, chữ nổi, âm thanh, phiên dịch, hoặc nhờ cán bộ điền phiếu. "
            "Khi gửi yêu cầu, hãy chọn mục hỗ trợ đặc biệt.</p>"
        ),
    ],
)

PERSONAL_DATA = DefaultPage(
    slug="bao-ve-du-lieu-ca-nhan",
    title="Bảo vệ dữ liệu cá nhân",
    lead="Chúng tôi chỉ hỏi những gì cần để trả lời bạn, và chỉ người xử lý hồ sơ được xem.",
    body=[
        text(
            "<h2>Chúng tôi giữ những gì</h2>"
            "<ul>"
            "<li>Họ tên, số định danh cá nhân hoặc hộ chiếu, nơi cư trú.</li>"
            "<li>Số điện thoại, thư điện tử, nếu bạn cho.</li>"
            "<li>Nội dung yêu cầu và tệp bạn gửi kèm. Xin đừng gửi ảnh căn cước.</li>"
            "</ul>"
            "<h2>Vì sao được giữ</h2>"
            "<p>Cơ quan có nghĩa vụ theo luật phải trả lời đúng người. "
            "Vì thế chúng tôi thông báo, không xin bạn đồng ý, cho những dữ liệu luật cần. "
            "Việc khác, ví dụ khảo sát, chỉ làm khi bạn đồng ý riêng.</p>"
            "<h2>Ai được xem</h2>"
            "<p>Người xử lý hồ sơ của bạn tại cơ quan nhận. Số định danh được mã hóa khi lưu, chỉ hiện bốn số cuối. "
            "Mỗi lần cán bộ mở xem cả số, hệ thống ghi lại người xem và lý do.</p>"
            "<h2>Giữ bao lâu</h2>"
            "<p>Nội dung điền dở được giữ 24 giờ rồi xóa. "
            "Hồ sơ đã gửi được lưu theo pháp luật về lưu trữ, hết hạn thì hủy theo quy định.</p>"
            "<h2>Trang này lưu gì trên máy bạn</h2>"
            "<p>Một cookie cho cỡ chữ và tương phản, khi bạn chọn. Một cookie cho phiếu đang điền hoặc hồ sơ đang mở. "
            "Không có cookie theo dõi, không có nội dung lấy từ trang khác.</p>"
            "<h2>Quyền của bạn</h2>"
            "<p>Bạn có quyền xem, sửa, xin bản sao, phản đối, yêu cầu hạn chế hoặc xóa dữ liệu của mình. "
            "Cơ quan báo đã nhận trong 02 ngày làm việc. Xem, sửa được giải quyết trong 10 ngày; "
            "hạn chế, phản đối trong 15 ngày; xóa trong 20 ngày. "
            "Khi luật buộc phải lưu hồ sơ, cơ quan từ chối xóa và nói rõ lý do.</p>"
            "<p>Hãy liên hệ đầu mối, hoặc người phụ trách dữ liệu cá nhân của cơ quan.</p>"
        ),
        notice(
            "Căn cứ pháp luật",
            "<p>Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 và Nghị định 356/2025/NĐ-CP. "
            "Luật Tiếp cận thông tin số 01/2026/QH16.</p>",
        ),
    ],
)

PAGES = (RIGHTS, HOW_TO, COMPLAINTS, ACCESSIBILITY, PERSONAL_DATA)

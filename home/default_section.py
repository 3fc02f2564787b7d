"""The section "Tiếp cận thông tin" that every authority starts with (D18 Điều 11.1; L26 Điều 11, 17): one page a part,
in this order.

The words are the law's and hold for every authority; what only an authority knows stays empty, and its page says so.
Time limits, forms, focal points and figures are never typed here: their pages read them where they are kept.
"""

from datetime import date

from home.default_pages import HOW_TO, RIGHTS, DefaultPage, notice, questions, steps, text
from home.doors import Gathers

SEARCH = DefaultPage(
    slug="tim-thong-tin",
    title="Tìm thông tin đã công khai",
    lead="Nhiều thông tin đã có sẵn. Hãy tìm trước: bạn có thể đọc ngay, không phải chờ trả lời.",
    kind="SectionPage",
    fields={"gathers": Gathers.SEARCH},
    body=[
        steps(
            "Tìm thế nào cho nhanh",
            ("Gõ việc bạn cần", "Vài chữ là đủ, ví dụ: quy hoạch đất, dự toán năm, tuyển sinh."),
            ("Thu hẹp kết quả", "Chọn loại thông tin, cơ quan hoặc năm ở bên cạnh kết quả."),
            ("Chưa thấy thì hỏi", "Gọi đầu mối, hoặc gửi yêu cầu cung cấp thông tin."),
        )
    ],
)

CATALOGS = DefaultPage(
    slug="danh-muc-thong-tin",
    title="Danh mục thông tin",
    lead="Bốn danh mục cho biết cơ quan có thông tin gì, đã công khai ở đâu và bạn được tiếp cận thế nào.",
    kind="SectionPage",
    fields={"gathers": Gathers.CATALOGS},
    body=[
        notice(
            "Căn cứ pháp luật",
            "<p>Luật Tiếp cận thông tin số 01/2026/QH16: Điều 11 (trách nhiệm của cơ quan), Điều 16 (có điều kiện), "
            "Điều 17 (phải công khai), Điều 18 (hình thức, thời điểm công khai).</p>",
        )
    ],
)

REQUEST = DefaultPage(
    slug="gui-yeu-cau",
    title="Gửi yêu cầu cung cấp thông tin",
    lead="Không tìm thấy thông tin mình cần? Bạn gửi yêu cầu, cơ quan trả lời trong thời hạn của luật.",
    kind="SectionPage",
    fields={"gathers": Gathers.REQUEST},
    body=HOW_TO.body,
)

LOOKUP = DefaultPage(
    slug="tra-cuu-yeu-cau",
    title="Tra cứu tình trạng yêu cầu",
    lead="Xem yêu cầu của bạn đang ở bước nào, ngày nào phải có trả lời.",
    kind="SectionPage",
    fields={"gathers": Gathers.LOOKUP},
    body=[
        text(
            "<h2>Bạn cần gì để tra cứu</h2>"
            "<p>Số hồ sơ và mã tra cứu. Cả hai ghi trên biên nhận bạn được cấp khi gửi. "
            "Mã tra cứu chỉ hiện một lần, để không ai khác mở được hồ sơ của bạn.</p>"
            "<h2>Mất mã tra cứu</h2>"
            "<p>Mang giấy tờ tùy thân đến đầu mối. Cán bộ cấp mã mới, mã cũ không dùng được nữa.</p>"
        )
    ],
)

FORMS = DefaultPage(
    slug="bieu-mau",
    title="Biểu mẫu",
    lead="Tải về, in ra hoặc điền ngay trên trang. Không có máy in, bạn xin mẫu ở nơi tiếp nhận.",
    kind="FormsPage",
    body=[],
)

PROCEDURE = DefaultPage(
    slug="thu-tuc-hanh-chinh",
    title="Thủ tục hành chính về cung cấp thông tin",
    lead="Thủ tục do cơ quan có thẩm quyền công bố. Nội dung gốc nằm trên Cổng Dịch vụ công quốc gia.",
    kind="AdministrativeProcedurePage",
    body=[
        steps(
            "Các bước",
            ("Bạn nộp phiếu yêu cầu", "Trên trang này, tại nơi tiếp nhận, qua bưu chính hoặc thư điện tử."),
            ("Cơ quan kiểm tra phiếu", "Phiếu thiếu thì cán bộ hướng dẫn bạn bổ sung. Phiếu đủ thì bạn nhận giấy hẹn."),
            ("Cơ quan tìm và xem xét", "Đơn vị giữ thông tin tập hợp, kiểm tra rồi trình người có thẩm quyền."),
            ("Bạn nhận kết quả", "Thông tin, hoặc văn bản từ chối có nêu lý do."),
        ),
        text(
            "<h2>Giấy tờ cần nộp</h2>"
            "<ul>"
            "<li>Phiếu yêu cầu cung cấp thông tin, một bản.</li>"
            "<li>Văn bản đồng ý của người liên quan, nếu thông tin được tiếp cận có điều kiện.</li>"
            "<li>Giấy ủy quyền hoặc giấy tờ chứng minh việc đại diện, nếu bạn yêu cầu thay người khác.</li>"
            "</ul>"
        ),
    ],
)

HANDLING = DefaultPage(
    slug="trinh-tu-tiep-nhan-giai-quyet",
    title="Trình tự tiếp nhận và giải quyết yêu cầu",
    lead="Yêu cầu của bạn đi qua những bước này. Mỗi bước có người chịu trách nhiệm.",
    kind="RequestProcedurePage",
    body=[
        steps(
            "Yêu cầu đi qua những bước nào",
            ("Đầu mối tiếp nhận", "Yêu cầu được vào sổ theo dõi. Bạn nhận số hồ sơ và mã tra cứu."),
            (
                "Đầu mối kiểm tra",
                "Yêu cầu chưa rõ thì bạn được hướng dẫn bổ sung. Gửi nhầm nơi thì bạn được chỉ nơi đúng.",
            ),
            (
                "Chuyển đơn vị giữ thông tin",
                "Đơn vị chủ trì tìm thông tin, kiểm tra phần nào được cung cấp, hỏi đơn vị khác khi cần.",
            ),
            (
                "Trình và ký",
                "Người soạn không tự ký. Người có thẩm quyền quyết định cung cấp, cung cấp một phần hoặc từ chối.",
            ),
            (
                "Báo chi phí, nếu có",
                "Cơ quan báo trước số tiền in, sao, chụp, gửi. Bạn có quyền không nhận nữa.",
            ),
            ("Giao thông tin cho bạn", "Theo cách bạn đã chọn. Ngày giao được ghi vào sổ theo dõi."),
        ),
        notice(
            "Căn cứ pháp luật",
            "<p>Luật Tiếp cận thông tin số 01/2026/QH16: Điều 24 (cách gửi, cách nhận), Điều 25 (chi phí), "
            "Điều 26 (trình tự, thời hạn), Điều 27 (từ chối).</p>",
        ),
    ],
)

FOCAL = DefaultPage(
    slug="dau-moi",
    title="Đầu mối cung cấp thông tin",
    lead="Người tiếp nhận yêu cầu, hướng dẫn và giúp bạn điền phiếu.",
    kind="FocalPointsPage",
    body=[
        text(
            "<h2>Đầu mối giúp bạn việc gì</h2>"
            "<ul>"
            "<li>Chỉ nơi đã công khai thông tin bạn cần.</li>"
            "<li>Giúp điền phiếu, kể cả khi bạn không viết được hoặc là người khuyết tật.</li>"
            "<li>Trả lời yêu cầu của bạn đang ở bước nào.</li>"
            "<li>Nhận phản ánh, kiến nghị, khiếu nại về việc cung cấp thông tin.</li>"
            "</ul>"
        )
    ],
)

REGULATION = DefaultPage(
    slug="quy-che-noi-bo",
    title="Quy chế nội bộ về tổ chức cung cấp thông tin",
    lead="Văn bản của cơ quan về ai làm việc gì khi công khai và cung cấp thông tin.",
    kind="RegulationPage",
    body=[],
)

LAWS = DefaultPage(
    slug="van-ban-phap-luat",
    title="Văn bản pháp luật",
    lead="Các văn bản làm căn cứ cho việc công khai, cung cấp thông tin tại cơ quan.",
    kind="LegalDocumentsPage",
    body=[
        text(
            "<p>Toàn văn của văn bản do trung ương ban hành có trên "
            '<a href="https://vbpl.vn/">Cơ sở dữ liệu quốc gia về pháp luật</a>.</p>'
        )
    ],
    rows={
        "documents": [
            {
                "number": "01/2026/QH16",
                "title": "Luật Tiếp cận thông tin",
                "issued_on": date(2026, 4, 23),
                "issuer": "Quốc hội",
                "in_force_from": date(2026, 9, 1),
            },
            {
                "number": "224/2026/NĐ-CP",
                "title": "Nghị định quy định chi tiết một số điều của Luật Chuyển đổi số",
                "issued_on": date(2026, 6, 24),
                "issuer": "Chính phủ",
                "in_force_from": date(2026, 7, 1),
            },
            {
                "number": "104/2016/QH13",
                "title": "Luật Tiếp cận thông tin",
                "issued_on": date(2016, 4, 6),
                "issuer": "Quốc hội",
                "in_force_from": date(2018, 7, 1),
                "ended_on": date(2026, 9, 1),
                "note": "Được thay thế bằng Luật 01/2026/QH16; vẫn áp dụng cho yêu cầu gửi trước ngày 01/9/2026.",
            },
            {
                "number": "13/2018/NĐ-CP",
                "title": "Nghị định quy định chi tiết và biện pháp thi hành Luật Tiếp cận thông tin",
                "issued_on": date(2018, 1, 23),
                "issuer": "Chính phủ",
                "in_force_from": date(2018, 7, 1),
                "note": "Quy định chi tiết Luật 104/2016/QH13. Biểu mẫu kèm theo được dùng tạm.",
            },
            {
                "number": "46/2018/TT-BTC",
                "title": "Thông tư quy định chi phí thực tế để in, sao, chụp, gửi thông tin",
                "issued_on": date(2018, 5, 14),
                "issuer": "Bộ Tài chính",
                "in_force_from": date(2018, 7, 1),
                "note": "Quy định chi tiết Luật 104/2016/QH13.",
            },
        ]
    },
)

QUESTIONS = DefaultPage(
    slug="hoi-dap",
    title="Hỏi – đáp",
    lead="Những câu người dân hay hỏi, trả lời ngắn. Bấm vào câu hỏi để đọc.",
    kind="QuestionsPage",
    body=[
        questions(
            "Quyền của bạn",
            (
                "Tôi có phải nói vì sao mình cần thông tin không?",
                "Phiếu cho biết câu hỏi đó có bắt buộc không. Nói rõ mục đích giúp cơ quan tìm đúng thông tin hơn.",
            ),
            (
                "Người nước ngoài có được yêu cầu không?",
                "Được, nếu đang cư trú tại Việt Nam và thông tin liên quan trực tiếp đến quyền, nghĩa vụ của mình.",
            ),
            (
                "Tôi chưa đủ 18 tuổi thì sao?",
                "Bạn vẫn yêu cầu được: tự mình, có người đại diện đồng ý, hoặc qua người đại diện, theo pháp luật dân sự.",
            ),
            (
                "Nhiều người cùng hỏi một việc thì làm thế nào?",
                "Các bạn gửi chung qua tổ chức, đoàn thể, doanh nghiệp của mình, kèm danh sách người yêu cầu.",
            ),
        ),
        questions(
            "Gửi và nhận",
            (
                "Tôi không biết chữ, ai giúp tôi?",
                "Cán bộ đầu mối ghi giúp và đọc lại cho bạn nghe trước khi bạn ký hoặc điểm chỉ.",
            ),
            (
                "Gọi điện có được coi là đã gửi yêu cầu không?",
                "Chưa. Cán bộ ghi hộ phiếu, yêu cầu có hiệu lực khi bạn xác nhận nội dung đã ghi.",
            ),
            (
                "Tôi phải trả bao nhiêu tiền?",
                "Chỉ chi phí thực tế để in, sao, chụp, gửi. Cơ quan báo trước, bạn đồng ý thì mới làm.",
            ),
            (
                "Quá hạn mà chưa có trả lời thì sao?",
                "Bạn gọi đầu mối, đọc số hồ sơ. Bạn cũng có quyền khiếu nại hoặc khởi kiện ngay.",
            ),
        ),
        questions(
            "Khi bị từ chối",
            (
                "Cơ quan được từ chối khi nào?",
                "Chỉ khi có căn cứ trong luật. Văn bản từ chối phải nêu căn cứ, lý do và nơi bạn có thể khiếu nại.",
            ),
            (
                "Có được cung cấp một phần không?",
                "Có. Phần nào không được cung cấp thì che hoặc tách ra, phần còn lại vẫn phải giao cho bạn.",
            ),
        ),
    ],
)

NEWS = DefaultPage(
    slug="tin-tuc",
    title="Tin tức và thông báo",
    lead="Việc mới về công khai và cung cấp thông tin của cơ quan.",
    kind="NewsIndexPage",
    body=[],
)

TRAINING = DefaultPage(
    slug="tap-huan-huong-dan",
    title="Tập huấn và hướng dẫn",
    lead="Tài liệu cho người dân và cán bộ, cùng các buổi tập huấn đã tổ chức.",
    kind="TrainingPage",
    body=[],
)

COMMUNICATION = DefaultPage(
    slug="truyen-thong",
    title="Truyền thông",
    lead="Cơ quan đã làm gì để mọi người biết quyền tiếp cận thông tin của mình.",
    kind="CommunicationPage",
    body=[],
)

PLAN = DefaultPage(
    slug="ke-hoach-trien-khai",
    title="Kế hoạch triển khai",
    lead="Việc cơ quan phải làm để thi hành Luật Tiếp cận thông tin: ai làm, bao giờ xong.",
    kind="ImplementationPlanPage",
    body=[
        text(
            "<p>Luật Tiếp cận thông tin số 01/2026/QH16 có hiệu lực từ ngày 01/9/2026. "
            "Thông tin phải công khai theo luật mới mà chưa công khai, cơ quan phải công khai xong chậm nhất ngày 01/3/2027.</p>"
        ),
        notice("Căn cứ pháp luật", "<p>Luật Tiếp cận thông tin số 01/2026/QH16: Điều 11, Điều 30, Điều 31.3.</p>"),
    ],
)

STATISTICS = DefaultPage(
    slug="thong-ke",
    title="Thống kê và báo cáo",
    lead="Số liệu đếm từ sổ theo dõi, không ai gõ tay. Mỗi con số nói rõ nó đếm gì.",
    kind="StatisticsPage",
    body=[],
)

FEEDBACK = DefaultPage(
    slug="khieu-nai-phan-anh",
    title="Khiếu nại, phản ánh",
    lead="Khi quá hạn mà chưa có trả lời, khi bị từ chối, hoặc khi thông tin sai, bạn làm những việc sau.",
    kind="FeedbackPage",
    body=[
        text(
            "<h2>Hỏi lại trước</h2>"
            "<p>Hãy gọi đầu mối và đọc số hồ sơ. Nhiều việc được gỡ ngay. Hỏi lại không làm mất quyền khiếu nại.</p>"
            "<h2>Báo thông tin sai</h2>"
            "<p>Thấy thông tin đã công khai là sai, hãy báo cơ quan đã công khai. "
            "Thông tin bạn đã nhận mà sai hoặc thiếu, hãy yêu cầu đính chính, bổ sung.</p>"
            "<h2>Tố cáo</h2>"
            "<p>Mọi công dân có quyền tố cáo hành vi vi phạm về tiếp cận thông tin, theo Luật Tố cáo. "
            "Ví dụ: cố ý cung cấp thông tin sai, trì hoãn, tiêu hủy, đe dọa người yêu cầu.</p>"
        ),
        notice(
            "Căn cứ pháp luật",
            "<p>Luật Tiếp cận thông tin số 01/2026/QH16: Điều 5 (hành vi bị cấm), Điều 13 (khiếu nại, khởi kiện, tố cáo), "
            "Điều 22.4, Điều 28.2 (đính chính). Luật Khiếu nại số 02/2011/QH13 và các luật sửa đổi.</p>",
        ),
    ],
)

SECTION = (
    RIGHTS,
    SEARCH,
    CATALOGS,
    REQUEST,
    LOOKUP,
    FORMS,
    PROCEDURE,
    HANDLING,
    FOCAL,
    REGULATION,
    LAWS,
    QUESTIONS,
    NEWS,
    TRAINING,
    COMMUNICATION,
    PLAN,
    STATISTICS,
    FEEDBACK,
)

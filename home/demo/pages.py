"""How each kind of page is filled from what an invented authority knows."""

from dataclasses import replace

from cms.core.dates import short
from cms.core.text import slug
from home.default_pages import DefaultPage, questions, table, text


def _rights(local, default, shelf):
    seat = text(
        f"<h2>Tại {local.name}</h2>"
        f"<p>Bạn có thể đọc, chép và chụp tài liệu tại nơi tiếp nhận. Ở đó có bàn đọc, máy tính và máy in. "
        f"{local.unit} trả lời câu hỏi của bạn.</p>"
    )
    spoken = (
        "video",
        {
            "title": "Bạn có quyền biết",
            "kind": "audio",
            "document": None,
            "url": "https://binhminh.example/phat-thanh/ban-co-quyen-biet.mp3",
            "length": "2 phút 10 giây",
            "transcript": (
                f"<p>Đây là chương trình phát thanh của {local.name}.</p>"
                "<p>Cơ quan nhà nước giữ nhiều thông tin: quy hoạch, ngân sách, giá đất, danh sách hỗ trợ. "
                "Phần lớn phải được công khai. Bạn tìm trong danh mục, hoặc hỏi đầu mối.</p>"
                "<p>Chưa thấy thì bạn gửi yêu cầu. Không phải trả tiền để gửi. "
                "Cơ quan trả lời đúng hạn, hoặc nói rõ bằng văn bản vì sao không cung cấp.</p>"
            ),
        },
    )
    return replace(default, body=[seat, *default.body, spoken])


def _procedure(local, default, shelf):
    code, announced = local.procedure
    fields = {"carried_out_by": f"{local.unit}, {local.name}"}
    if code:
        address = f"https://dichvucong.example/thu-tuc/{code}"
        fields |= {"national_code": code, "announced_by": announced, "national_url": address}
    return replace(default, fields=fields)


def _handling(local, default, shelf):
    inside = table(
        f"Ai làm việc gì tại {local.name}",
        ["Bước", "Người chịu trách nhiệm", "Ghi vào đâu"],
        ["Tiếp nhận, hướng dẫn bổ sung", f"Cán bộ đầu mối, {local.unit}", "Sổ theo dõi"],
        ["Tìm và kiểm tra thông tin", "Đơn vị đã tạo ra thông tin", "Phiếu xử lý"],
        ["Ký trả lời, gia hạn, từ chối", local.head, "Văn bản trả lời"],
        ["Giao thông tin, thu chi phí", "Văn thư, người thu tiền", "Biên nhận"],
    )
    return replace(default, body=[default.body[0], inside, *default.body[1:]])


def _regulation(local, default, shelf):
    rows = [
        {
            "number": number,
            "title": f"Quy chế nội bộ về tổ chức cung cấp thông tin của {local.name}"
            if relation == "REPLACES"
            else "Sửa đổi, bổ sung một số điều của Quy chế nội bộ về tổ chức cung cấp thông tin",
            "issued_on": issued,
            "effective_from": effective,
            "relation": relation,
            "document": shelf.paper(
                f"Quy chế nội bộ về tổ chức cung cấp thông tin, bản {issued.year}"
                + (" (sửa đổi)" if relation == "AMENDS" else ""),
                f"Kèm theo Quyết định số {number} ngày {short(issued)}",
                (
                    f"Điều 1. {local.unit} là đơn vị đầu mối cung cấp thông tin.",
                    "Điều 2. Đơn vị tạo ra thông tin chuyển thông tin cho đầu mối, kèm đề nghị phân loại.",
                    "Điều 3. Người soạn trả lời không được tự ký trả lời.",
                    "Điều 4. Thông tin đã công khai được rà soát ít nhất sáu tháng một lần.",
                    f"Điều 5. {local.head} chịu trách nhiệm về việc thi hành Quy chế này.",
                ),
            ),
        }
        for number, issued, effective, relation in local.regulation
    ]
    about = text(
        "<p>Quy chế nói ai tiếp nhận, ai tìm thông tin, ai kiểm tra và ai ký. "
        f"{local.head} ban hành và chịu trách nhiệm thi hành.</p>"
    )
    return replace(default, body=[about], rows={"versions": rows})


def _laws(local, default, shelf):
    own = [
        {
            "number": number,
            "title": title,
            "issued_on": issued,
            "issuer": issuer,
            "in_force_from": issued,
            "document": shelf.paper(
                title,
                f"Số {number} ngày {short(issued)}",
                (
                    "Căn cứ Luật Tiếp cận thông tin số 01/2026/QH16.",
                    f"{local.unit} tổ chức thực hiện và báo cáo kết quả.",
                    f"{local.head} yêu cầu các đơn vị thực hiện nghiêm túc.",
                ),
            ),
        }
        for number, title, issued, issuer in local.laws
    ]
    return replace(default, rows={"documents": [*own, *default.rows["documents"]]})


def _questions(local, default, shelf):
    return replace(default, body=[questions(f"Hỏi nhiều tại {local.name}", *local.questions), *default.body])


def _news(local, default, shelf):
    children = tuple(
        DefaultPage(
            slug=slug(title),
            title=title,
            lead=lead,
            kind="NewsPage",
            fields={"kind": kind, "day": day},
            body=[text("".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))],
        )
        for kind, day, title, lead, paragraphs in local.news
    )
    return replace(default, children=children)


_ABOUT_KIND = {
    "QUESTIONS": ("Hỏi: Tôi gửi yêu cầu ở đâu?", "Đáp: Tại nơi tiếp nhận, qua bưu điện, thư điện tử hoặc trang này."),
    "CITIZEN": ("Bước 1. Tìm trong danh mục.", "Bước 2. Chưa thấy thì gửi yêu cầu.", "Bước 3. Giữ mã tra cứu."),
    "OFFICER": ("Nhận yêu cầu: ghi đúng lời người dân.", "Trả lời: nói rõ căn cứ.", "Từ chối: luôn bằng văn bản."),
    "MATERIAL": ("Phần 1. Luật quy định gì.", "Phần 2. Tình huống.", "Phần 3. Bài tập có đáp án."),
}


def _training(local, default, shelf):
    materials = [
        {
            "kind": kind,
            "title": title,
            "issued_on": issued,
            "document": shelf.paper(title, f"Phát hành ngày {short(issued)}", _ABOUT_KIND[kind]),
        }
        for kind, title, issued in local.materials
    ]
    names = ("title", "held_on", "place", "audience", "materials", "trained")
    events = [dict(zip(names, row, strict=True)) for row in local.trainings]
    return replace(default, rows={"materials": materials, "events": events})


def _communication(local, default, shelf):
    names = ("title", "form", "held_on", "audience", "place", "reached")
    return replace(default, rows={"activities": [dict(zip(names, row, strict=True)) for row in local.activities]})


def _plan(local, default, shelf):
    number, issued = local.plan
    paper = shelf.paper(
        f"Kế hoạch số {number}",
        f"Ngày {short(issued)}",
        tuple(f"{place}. {task}: {who}, {when}." for place, (task, who, when) in enumerate(local.tasks, start=1)),
    )
    tasks = table("Việc chính của kế hoạch", ["Việc", "Chủ trì", "Thời hạn"], *[list(task) for task in local.tasks])
    words = text(
        f"<p>{local.name[0].upper()}{local.name[1:]} thực hiện Kế hoạch số {number} ngày {short(issued)}. "
        f"{local.head} chỉ đạo, {local.unit} theo dõi và đôn đốc.</p>"
    )
    files = ("documents", {"title": "Toàn văn kế hoạch", "documents": [{"document": paper, "title": ""}]})
    return replace(default, body=[words, tasks, files, *default.body])


def _statistics(local, default, shelf):
    rows = [
        {
            "document": shelf.paper(
                title,
                f"Số {number}",
                (
                    "1. Việc công khai thông tin: các đơn vị đã rà soát danh mục.",
                    "2. Việc cung cấp theo yêu cầu: đã trả lời mọi yêu cầu, có văn bản khi từ chối.",
                    "3. Khó khăn: tài liệu giấy chưa số hóa hết.",
                    "4. Đề xuất: bố trí máy quét và người chuyên trách.",
                ),
            ),
            "title": "",
        }
        for title, number in local.reports
    ]
    return replace(default, body=[("documents", {"title": "Báo cáo đã gửi cấp trên", "documents": rows})])


def _feedback(local, default, shelf):
    place = text(f"<h2>Gặp trực tiếp</h2><p>{local.reception}</p>")
    contact = (
        "contact",
        {
            "title": "Phản ánh về cán bộ",
            "unit": local.unit,
            "person": f"Thư ký của {local.head}",
            "phone": shelf.authority.phone,
            "email": shelf.authority.email,
            "address": shelf.authority.address,
            "hours": "Thứ Hai đến thứ Sáu, giờ hành chính",
        },
    )
    return replace(default, body=[default.body[0], place, contact, *default.body[1:]])


PAGES = {
    "gioi-thieu-quyen-tiep-can-thong-tin": _rights,
    "thu-tuc-hanh-chinh": _procedure,
    "trinh-tu-tiep-nhan-giai-quyet": _handling,
    "quy-che-noi-bo": _regulation,
    "van-ban-phap-luat": _laws,
    "hoi-dap": _questions,
    "tin-tuc": _news,
    "tap-huan-huong-dan": _training,
    "truyen-thong": _communication,
    "ke-hoach-trien-khai": _plan,
    "thong-ke": _statistics,
    "khieu-nai-phan-anh": _feedback,
}

"""The PDF, measured: margins, sizes, rules, places, order and letters of NĐ 30/2020, Phụ lục I (portal-standards.md 6)."""

import gc
import io
import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from time import process_time

import pdfplumber
import pypdf
import pytest
from django.test import RequestFactory

from cms.core.dates import letter_date
from tests.bench.bare import plain_list
from tests.factories.catalog import draft
from tests.factories.core import make_house
from tests.factories.moments import day
from workflow.letters.paper import Heading, Pairs, Paper, Paragraph, Quote, Signature, Table, ended, points
from workflow.letters.pdf import UNKNOWN, has_shape, to_pdf

MM = 25.4 / 72
#: pdfplumber boxes a letter by its font's greatest height, not by its own shape.
BOX = 0.6  # mm
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
SUBJECT_OF_220 = ("V/v trả lời kiến nghị đính chính thông tin đã công khai về quy hoạch sử dụng đất " * 4)[:220].strip()
VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
LETTERS = "bcdđghklmnpqrstvx" + VOWELS
MARKED = [one for one in LETTERS + LETTERS.upper() if not one.isascii()]

NAMED = Paper(
    form="RESOLUTION",
    kind="PHIẾU GIẢI QUYẾT",
    subject="Yêu cầu cung cấp thông tin",
    parent="Ủy ban nhân dân tỉnh Hải Sơn",
    authority="Sở Nông nghiệp và Môi trường tỉnh Hải Sơn",
    number="05/PGQ-SNNMT",
    place_and_date=f"Hải Sơn, {letter_date(day('05/01/2026'))}",
    addressees=("Ông/Bà Hà Thị Mộc Miên",),
    addressee_note="Địa chỉ: 12 đường Lê Lợi, Xã Suối Vàng, Tỉnh Hải Sơn.",
    grounds=(
        "Căn cứ khoản 2 Điều 26 Luật Tiếp cận thông tin số 01/2026/QH16;",
        "Xét yêu cầu cung cấp thông tin của Ông/Bà Hà Thị Mộc Miên, số hồ sơ HS-261102-0001, nhận ngày 02/11/2026.",
    ),
    body=(
        Paragraph("Sở giải quyết yêu cầu cung cấp thông tin của Ông/Bà như sau. " * 12),
        Quote("Quyết định phê duyệt quy hoạch\nhttps://haison.example/" + "quy-hoach-" * 20),
        Heading("1. Thông tin được cung cấp"),
        points("Bản đồ", "Quyết định phê duyệt quy hoạch sử dụng đất của xã Suối Vàng"),
        Table(
            ("Khoản", "Đơn vị tính", "Số lượng", "Đơn giá (đồng)", "Thành tiền (đồng)"),
            [("Sao chụp đen trắng", "trang A4", "10", "3.000", "30.000")],
            numeric=(2, 3, 4),
            total=("Tổng cộng", "30.000"),
        ),
        Paragraph("Ông/Bà trả đủ chi phí trước khi nhận thông tin. " * 20),
        *ended(Paragraph("Trân trọng thông báo để Ông/Bà biết và thực hiện theo đúng thời hạn đã nêu ở trên. " * 6)),
    ),
    signatures=(Signature(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Nguyễn Văn Ký"),),
    recipients=("Như trên;", "Lưu: VT, Văn phòng."),
    contact="Đầu mối: Văn phòng, Phòng 101, 12 đường Lê Lợi. Điện thoại: 0203 123 456. Thư điện tử: van-phong@haison.example.",
    pending_note="Mẫu chính thức theo Luật 01/2026/QH16 chưa được ban hành.",
    track_url="https://haison.example/tra-cuu/",
    written_on="2026-01-05",
)
DISPATCH = replace(
    NAMED,
    kind="",
    subject=SUBJECT_OF_220,
    addressees=("Sở Y tế", "Ủy ban nhân dân xã Suối Vàng"),
    addressee_note="",
    body=ended(Paragraph("Đề nghị các cơ quan có tên trên trả lời.")),
)
RECEIPT = replace(
    NAMED,
    form="RECEIPT",
    kind="PHIẾU TIẾP NHẬN",
    addressees=(),
    addressee_note="",
    grounds=(),
    body=(Pairs((("Số hồ sơ", "HS-261102-0001"),)), *ended(Paragraph("Ông/Bà theo dõi hồ sơ"))),
    signatures=(Signature(("NGƯỜI NỘP",), "Hà Thị Mộc Miên", "(Ký, ghi rõ họ tên)"), Signature(("NGƯỜI TIẾP NHẬN",))),
    recipients=(),
)


@dataclass
class Seen:
    """A PDF as somebody with a ruler sees it. Lengths in mm from the upper left corner."""

    content: bytes

    @cached_property
    def pages(self):
        return pdfplumber.open(io.BytesIO(self.content)).pages

    def chars(self, page=0):
        return [one for one in self.pages[page].chars if one["text"].strip()]

    def of(self, words, page=0):
        """The letters of the first line or part of it that reads so."""
        found = self.pages[page].search(words, regex=False, return_chars=True)
        assert found, words
        return Line([one for one in found[0]["chars"] if one["text"].strip()])

    def rules(self, page=0):
        """(left, right, from above) of the level rules that belong to the layout, from above."""
        rules = [one for one in self.pages[page].lines if one["linewidth"] == 0.6 and one["top"] == one["bottom"]]
        return sorted(((one["x0"] * MM, one["x1"] * MM, one["top"] * MM) for one in rules), key=lambda one: one[2])

    def text(self, page=0):
        return pypdf.PdfReader(io.BytesIO(self.content)).pages[page].extract_text()


class Line:
    def __init__(self, chars):
        self.left, self.right = chars[0]["x0"] * MM, chars[-1]["x1"] * MM
        self.top, self.bottom = chars[0]["top"] * MM, chars[0]["bottom"] * MM
        self.middle, self.width = (self.left + self.right) / 2, self.right - self.left
        self.sizes = {round(one["size"], 1) for one in chars}
        self.styles = {one["fontname"].partition("+")[2].removeprefix("Tinos").strip("-") for one in chars}


@pytest.fixture(scope="module")
def named():
    return Seen(to_pdf(NAMED))


@pytest.fixture(scope="module")
def dispatch():
    return Seen(to_pdf(DISPATCH))


@pytest.fixture(scope="module")
def receipt():
    return Seen(to_pdf(RECEIPT))


# --- the page ------------------------------------------------------------------------------------------------------
def test_page_is_a4_within_the_margins(named):
    assert len(named.pages) == 2
    for number, page in enumerate(named.pages):
        assert (round(page.width * MM), round(page.height * MM)) == (210, 297)
        chars = [one for one in named.chars(number) if one["top"] * MM > 19]  # the page number stands in the margin
        assert 30 <= round(min(one["x0"] for one in chars) * MM, 2) <= 35
        assert 15 - BOX / 10 <= 210 - max(one["x1"] for one in chars) * MM <= 20
        assert 20 - BOX <= min(one["top"] for one in chars) * MM <= 25
        assert 297 - max(one["bottom"] for one in chars) * MM >= 20


def test_second_page_has_its_number_in_the_middle_of_the_top_margin(named):
    above = [[one for one in named.chars(page) if one["top"] * MM < 18] for page in (0, 1)]
    assert above[0] == []
    (number,) = above[1]
    assert (number["text"], round(number["size"])) == ("2", 13)
    assert abs((number["x0"] + number["x1"]) / 2 * MM - (30 + 165 / 2)) < 0.5


# --- cells ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("words", "sizes", "style"),
    [
        (NATION, (12, 13), "Bold"),
        (MOTTO, (13, 14), "Bold"),
        ("ỦY BAN NHÂN DÂN TỈNH HẢI SƠN", (12, 13), ""),
        ("SỞ NÔNG NGHIỆP", (12, 13), "Bold"),
        ("Số: 05/PGQ-SNNMT", (13, 13), ""),
        ("Hải Sơn, ngày 05 tháng 01 năm 2026", (13, 14), "Italic"),
        ("PHIẾU GIẢI QUYẾT", (13, 14), "Bold"),
        ("Yêu cầu cung cấp thông tin", (13, 14), "Bold"),
        ("Kính gửi: Ông/Bà Hà Thị Mộc Miên.", (13, 14), ""),
        ("Căn cứ khoản 2 Điều 26", (13, 14), "Italic"),
        ("Sở giải quyết yêu cầu", (13, 14), ""),
        ("1. Thông tin được cung cấp", (13, 14), "Bold"),
        ("Đầu mối: Văn phòng", (11, 12), ""),
    ],
)
def test_first_page_has_sizes_and_styles_of_the_decree(named, words, sizes, style):
    line = named.of(words)
    assert sizes[0] <= min(line.sizes) <= max(line.sizes) <= sizes[1]
    assert line.styles == {style}


@pytest.mark.parametrize(
    ("words", "sizes", "style"),
    [
        ("Sao chụp đen trắng", (13, 14), ""),
        ("KT. GIÁM ĐỐC", (13, 14), "Bold"),
        ("PHÓ GIÁM ĐỐC", (13, 14), "Bold"),
        ("Nguyễn Văn Ký", (13, 14), "Bold"),
        ("Nơi nhận:", (12, 12), "BoldItalic"),
        ("Như trên;", (11, 11), ""),
        ("Lưu: VT, Văn phòng.", (11, 11), ""),
    ],
)
def test_last_page_has_sizes_and_styles_of_the_decree(named, words, sizes, style):
    line = named.of(words, page=1)
    assert sizes[0] <= min(line.sizes) <= max(line.sizes) <= sizes[1]
    assert line.styles == {style}


def test_rules_have_the_lengths_of_the_decree(named):
    motto, subject = named.of(MOTTO), named.of("Yêu cầu cung cấp thông tin")
    name = max((named.of("SỞ NÔNG NGHIỆP VÀ"), named.of("MÔI TRƯỜNG TỈNH HẢI SƠN")), key=lambda line: line.width)
    under_motto, under_name, under_subject = named.rules()[:3]
    assert under_motto[0] == pytest.approx(motto.left, abs=0.3)
    assert under_motto[1] == pytest.approx(motto.right, abs=0.3)
    assert 0 < under_motto[2] - motto.bottom < 3
    for rule, line in ((under_name, name), (under_subject, subject)):
        assert 1 / 3 <= (rule[1] - rule[0]) / line.width <= 1 / 2
        assert abs((rule[0] + rule[1]) / 2 - line.middle) < 1.5
        assert rule[2] > line.bottom


def test_head_stands_in_two_columns(named):
    nation, parent = named.of(NATION), named.of("ỦY BAN NHÂN DÂN TỈNH HẢI SƠN")
    number, dated = named.of("Số: 05/PGQ-SNNMT"), named.of("Hải Sơn, ngày 05")
    assert parent.right < nation.left
    assert parent.top == pytest.approx(nation.top, abs=0.3)
    assert number.bottom == pytest.approx(dated.bottom, abs=0.3)
    assert named.of("Hải Sơn, ngày 05 tháng 01 năm 2026").middle == pytest.approx(nation.middle, abs=0.5)
    assert number.middle == pytest.approx(parent.middle, abs=0.5)


def test_body_is_justified_with_an_indented_first_line_and_room_between_paragraphs(named):
    first = named.of("Sở giải quyết yêu cầu")
    lines = [one for one in named.pages[0].extract_text_lines() if first.top - 0.1 <= one["top"] * MM <= first.top + 22]
    assert first.left == pytest.approx(30 + 12.7, abs=0.2)
    full = lines[:-1] if lines[-1]["x1"] * MM < 194 else lines
    assert len(full) >= 3
    assert {round(one["x1"] * MM) for one in full} == {195}
    assert {round(one["x0"] * MM) for one in full[1:]} == {30}
    pitch = (full[2]["top"] - full[1]["top"]) / 14
    assert 1.1 <= pitch <= 1.5 * 1.15, "from single to one and a half lines"
    grounds = named.of("Căn cứ khoản 2"), named.of("Xét yêu cầu")
    assert (grounds[1].top - grounds[0].top) / MM - 14 * pitch >= 6, "at least 6 pt between paragraphs"


def test_signature_stands_right_and_recipients_left_on_one_level(named):
    copies, post, name = named.of("Nơi nhận:", 1), named.of("KT. GIÁM ĐỐC", 1), named.of("Nguyễn Văn Ký", 1)
    assert copies.left == pytest.approx(30, abs=0.3)
    assert abs(copies.top - post.top) < 1
    assert post.middle == pytest.approx(name.middle, abs=0.5)
    assert post.middle > 210 / 2
    assert name.top - named.of("PHÓ GIÁM ĐỐC", 1).bottom > 20, "room for a signature and a seal"


def test_contact_stands_at_the_foot_of_page_one_under_a_full_rule(named):
    rule = named.rules()[-1]
    assert (round(rule[0]), round(rule[1])) == (30, 195)
    contact = named.of("Đầu mối: Văn phòng")
    assert 0 < contact.top - rule[2] < 4
    assert contact.top > 240


def test_long_address_breaks_and_is_copied_whole(named):
    assert "quy-hoach-" * 20 in named.text().replace("\n", "").replace(" ", "")


# --- a công văn ----------------------------------------------------------------------------------------------------
def test_long_subject_wraps_under_the_number_and_moves_nothing(named, dispatch):
    for words in (NATION, MOTTO, "Số: 05/PGQ-SNNMT", "Hải Sơn, ngày 05"):
        assert dispatch.of(words).top == pytest.approx(named.of(words).top, abs=0.1)
    number, about = dispatch.of("Số: 05/PGQ-SNNMT"), dispatch.of("V/v trả lời")
    assert about.sizes == {12}
    assert 6 - 2 <= (about.top - number.bottom) / MM <= 6 + 3
    lines = [one for one in dispatch.chars() if one["x1"] * MM < 107 and about.top < one["top"] * MM < about.top + 40]
    assert len({round(one["top"]) for one in lines if round(one["size"]) == 12}) >= 5
    assert min(one["x0"] for one in lines) * MM >= 30


def test_two_addressees_are_two_lines_under_the_colon(dispatch):
    to, first, second = (
        dispatch.of("Kính gửi:"),
        dispatch.of("- Sở Y tế;"),
        dispatch.of("- Ủy ban nhân dân xã Suối Vàng."),
    )
    assert to.bottom < second.top
    assert first.left == pytest.approx(second.left, abs=0.1)
    assert to.right - 2 <= first.left <= to.right


def test_signature_never_stands_alone_on_a_page():
    for lines in range(8, 30, 3):
        body = (Paragraph("Một dòng.\n" * lines), *ended(points("Khiếu nại lần đầu", "Khởi kiện vụ án hành chính")))
        seen = Seen(to_pdf(replace(DISPATCH, body=body)))
        if len(seen.pages) > 1:
            assert "Khởi kiện" in seen.text(1)
            return
    pytest.fail("no length broke the page between body and signature")


def test_one_paper_has_one_page_and_no_number_on_it(dispatch):
    assert len(dispatch.pages) == 1
    assert min(one["top"] for one in dispatch.chars()) * MM >= 20 - BOX


# --- order, letters, tags ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("which", "parts"),
    [
        (
            "named",
            [NATION, MOTTO, "ỦY BAN NHÂN DÂN", "SỞ NÔNG NGHIỆP", "Số: 05/PGQ-SNNMT", "ngày 05 tháng 01", "Mẫu chính thức",
             "PHIẾU GIẢI QUYẾT", "Yêu cầu cung cấp", "Kính gửi:", "Căn cứ", "Sở giải quyết", "1. Thông tin"],
        ),
        ("dispatch", [NATION, "Số: 05", "V/v", "Hải Sơn, ngày", "Kính gửi:", "- Sở Y tế", "Căn cứ", "./.", "Nơi nhận:",
                      "KT. GIÁM ĐỐC", "Nguyễn Văn Ký"]),
        ("receipt", [NATION, "Số: 05", "PHIẾU TIẾP NHẬN", "Số hồ sơ", "./.", "NGƯỜI NỘP", "NGƯỜI TIẾP NHẬN"]),
    ],
)  # fmt: skip
def test_text_comes_in_reading_order_and_composed(request, which, parts):
    text = request.getfixturevalue(which).text()
    assert text == unicodedata.normalize("NFC", text)
    text = " ".join(text.split())
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_every_vietnamese_letter_comes_from_one_font():
    assert len(MARKED) == 146 - 12, "a, e, i, o, u, y without a mark, in both cases, are no trouble anywhere"
    seen = Seen(to_pdf(replace(DISPATCH, body=ended(Paragraph("".join(f"{one} " for one in MARKED))))))
    row = [one for one in seen.chars() if round(one["size"]) == 14 and one["fontname"].endswith("+Tinos")]
    assert "".join(MARKED) in "".join(one["text"] for one in row)
    fonts = {one["fontname"].partition("+")[2] for one in seen.chars()}
    assert fonts <= {"Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"}


def test_fonts_are_inside_the_file(named):
    reader = pypdf.PdfReader(io.BytesIO(named.content))
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            (inner,) = font.get_object()["/DescendantFonts"]
            described = inner.get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(described)


def test_file_is_tagged_in_vietnamese_with_title_and_standards(named):
    reader = pypdf.PdfReader(io.BytesIO(named.content))
    root = reader.trailer["/Root"]
    assert str(root["/Lang"]).startswith("vi")
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "PHIẾU GIẢI QUYẾT Yêu cầu cung cấp thông tin 05/PGQ-SNNMT"
    xmp = root["/Metadata"].get_data().decode()
    for claim in ("<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"):
        assert claim in xmp
    kinds = [kind for kind, _told in tags(root["/StructTreeRoot"])]
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Figure", "/BlockQuote"} <= set(kinds)
    assert [told for kind, told in tags(root["/StructTreeRoot"]) if kind == "/Figure"] == [
        "Mã QR dẫn tới trang tra cứu hồ sơ"
    ]


def tags(node):
    """Kind and alternative words of every tag, in reading order."""
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        child = child.get_object()
        if isinstance(child, dict) and "/S" in child:
            yield child["/S"], child.get("/Alt")
            yield from tags(child)


# --- odd input, drafts, citizens' papers ----------------------------------------------------------------------------
def test_typed_markup_stays_text_and_unknown_letters_are_shown_as_such():
    typed = '#set page(width: 1cm) $x$ *b* _i_ @a <b> \\ "q" // /* ` [ ] { } 日本 😀 \u202e\x07'
    seen = Seen(to_pdf(replace(DISPATCH, body=ended(Quote(typed), Paragraph("Hết")))))
    text = seen.text()
    assert "#set page(width: 1cm) $x$ *b* _i_ @a <b>" in " ".join(text.split())
    assert UNKNOWN in text
    assert round(seen.pages[0].width * MM) == 210


def test_font_says_what_it_can_draw():
    assert all(has_shape(one) for one in "ẤỔỮỴặệộựỹđ₫–…“”□\u00a0")
    assert not any(has_shape(one) for one in "日😀ក")


def test_draft_is_marked_on_every_page_and_an_issued_paper_is_not(named):
    marked = Seen(to_pdf(replace(NAMED, is_draft=True, written_on="")))
    for page in range(len(marked.pages)):
        large = "".join(one["text"] for one in marked.chars(page) if one["size"] > 60)
        assert sorted(large) == sorted("DỰTHẢO")
    assert not [one for one in named.chars() if one["size"] > 20]


def test_paper_of_a_citizen_has_the_motto_but_no_authority():
    own = Paper(
        kind="PHIẾU YÊU CẦU",
        subject="Cung cấp thông tin",
        body=(Paragraph("Tôi yêu cầu."),),
        place_and_date="Hải Sơn, ngày 05 tháng 01 năm 2026",
        signatures=(Signature(("NGƯỜI YÊU CẦU",), hint="(Ký, ghi rõ họ tên)"),),
        is_official=False,
    )
    seen = Seen(to_pdf(own))
    assert seen.of(NATION).middle == pytest.approx(30 + 165 / 2, abs=0.5)
    assert "Số:" not in seen.text()
    assert seen.of("Hải Sơn, ngày 05").bottom < seen.of("NGƯỜI YÊU CẦU").top


# --- speed ---------------------------------------------------------------------------------------------------------
@pytest.mark.heavy
@pytest.mark.django_db
def test_a_warm_worker_draws_a_letter_within_ten_plain_lists():
    """L is a plain list of twenty rows (docs/benchmarks.md)."""
    house = make_house()
    for number in range(20):
        draft(house, title=f"Quyết định số {number}")
    request, numbers = RequestFactory().get("/"), count(1)

    def letter():
        to_pdf(replace(NAMED, number=f"{next(numbers)}/TB-SNNMT"))

    def plain():
        plain_list(request)

    letter()
    plain()
    blocks = [(spent(letter), spent(plain)) for _block in range(9)]
    # The least of each: whatever else the machine does only ever adds.
    found = min(one for one, _other in blocks) / min(other for _one, other in blocks)
    assert found <= 10, found


def spent(call, times=5):
    gc.collect()
    began = process_time()
    for _time in range(times):
        call()
    return process_time() - began

"""The file for a word processor says what the PDF says, opens cleanly, and takes what was typed as text."""

import re
import subprocess
import zipfile
from collections import Counter
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.conftest import find_program
from tests.factories.core import make_house
from tests.factories.moments import day
from tests.factories.workflow import Case
from workflow import letters
from workflow.choices import LetterForm
from workflow.letters import citizen_forms
from workflow.letters.paper import Heading, Pairs, Paper, Paragraph, Quote, Signature, Table, points
from workflow.models import Letter

pytestmark = pytest.mark.django_db

TYPED = "Hồ sơ {{ p.number }} {% if x %} <b>&amp; Ặ ệ ộ ự ỹ đ\nhai dòng"
EVERYTHING = Paper(
    form="MOI_THU",
    subject="V/v trả lời yêu cầu cung cấp thông tin về đất đai, xây dựng trên địa bàn",
    parent="ỦY BAN NHÂN DÂN TỈNH BÌNH MINH",
    authority="SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
    number="05/STNMT-VP",
    place_and_date="Bình Minh, ngày 05 tháng 01 năm 2026",
    addressees=("Bà Nguyễn Thị Ặ", "Ông Trần Văn Ữ"),
    grounds=("Căn cứ khoản 3 Điều 26 Luật Tiếp cận thông tin;", "Xét yêu cầu."),
    body=(
        Paragraph(TYPED),
        Quote(TYPED),
        Heading("1. Thông tin được cung cấp"),
        points("Một", "Hai"),
        Table(
            ("Khoản", "Số lượng", "Thành tiền"),
            (("In", "10", "1.000"), ("Gửi", "1", "20.000")),
            (1, 2),
            ("Cộng", "21.000"),
        ),
        Pairs((("Số hồ sơ", "SV-1"), ("Liên hệ", "một\nhai"))),
        Paragraph("Hết./."),
    ),
    signatures=(Signature(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Nguyễn Văn Ký"),),
    recipients=("Như trên;", "Lưu: VT, Văn phòng."),
    contact="Đầu mối: Văn phòng. Điện thoại: 0250 3 000 111.",
    written_on="2026-01-05",
)


def papers() -> dict[str, Paper]:
    """Every form of the house from a real case, and every paper of citizens; as issued, without the draft's mark."""
    house = make_house(parent_line="Ủy ban nhân dân tỉnh Bình Minh")
    roads = {
        LetterForm.SUPPLEMENT: lambda case: case.ask_for_supplement(),
        LetterForm.TIME_LIMIT: lambda case: case.accept(),
        LetterForm.EXTENSION: lambda case: case.accept().propose_extension(),
        LetterForm.RESOLUTION: lambda case: case.approved(),
        LetterForm.REFUSAL: lambda case: case.accept().propose_to_refuse(),
        LetterForm.REDIRECT: lambda case: case.draft_redirect(),
        LetterForm.RECEIPT: lambda case: case,
    }
    # What the others are made of stands in EVERYTHING.
    assert set(roads) == set(letters.FORMS) - {LetterForm.COVER, LetterForm.APOLOGY}
    found = {"MOI_THU": EVERYTHING}
    for form, road in roads.items():
        case = road(Case.sent(house)).now
        letter = Letter(info_request=case, authority=case.authority, form=form, decision=case.decisions.first())
        found[form] = replace(letters.paper_of(letter), is_draft=False)
    for code in citizen_forms.BLANKS:
        blank = citizen_forms.on(code, day("21/11/2026"))
        found[f"trang-{code}"] = letters.blank_paper(blank, house.authority)
    case = Case.sent(house).now
    return found | {"dien-01a": letters.filled_request(case), "dien-06": letters.filled_consent(case)}


def words(pdf: bytes) -> Counter:
    """Every word of the file, page numbers aside; the order of columns is a reader's own."""
    document = pypdfium2.PdfDocument(pdf)
    found = Counter()
    for number in range(len(document)):
        text = document[number].get_textpage().get_text_range().replace("\ufffe", "-")
        found.update(re.split(r"[\s-]+", text.strip()))  # a line may end behind a hyphen
        found[str(number + 1)] -= number > 0
    del found[""]
    return +found


def test_each_file_opens_and_says_what_the_pdf_says(tmp_path):
    program = find_program("LibreOffice", ["soffice", "libreoffice"])
    made = papers()
    for name, paper in made.items():
        (tmp_path / f"{name}.docx").write_bytes(letters.to_docx(paper))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    asked = [program, home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    subprocess.run([*asked, *sorted(tmp_path.glob("*.docx"))], check=True, capture_output=True, timeout=120)
    for name, paper in made.items():
        theirs = words((tmp_path / f"{name}.pdf").read_bytes())
        ours = words(letters.to_pdf(paper))
        assert theirs == ours, (name, theirs - ours, ours - theirs)


def test_the_layout_has_the_decrees_numbers():
    document = Document(BytesIO(letters.to_docx(EVERYTHING)))
    section = document.sections[0]
    assert [round(side.mm) for side in (section.page_width, section.page_height)] == [210, 297]
    edges = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(edge.mm) for edge in edges] == [20, 20, 30, 15]
    assert section.different_first_page_header_footer
    fonts = {fonts.get(qn("w:ascii")) for fonts in document.styles.element.iter(qn("w:rFonts"))}
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert document.styles["Normal"].font.size.pt == 14
    assert "Times New Roman" in fonts
    paragraph = next(one for one in document.paragraphs if one.text == "Hết./.")
    assert paragraph.style.paragraph_format.first_line_indent.mm == pytest.approx(12.7, abs=0.05)
    assert document.core_properties.title == EVERYTHING.title
    assert document.core_properties.language == "vi"


#: The order in which a word processor wants what a paragraph, a run and a table say of themselves.
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind contextualSpacing jc "
    "outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
}


def test_elements_stand_in_the_order_of_the_format():
    """A word processor that finds them in another order calls the file broken."""
    with zipfile.ZipFile(BytesIO(letters.to_docx(EVERYTHING))) as archive:
        texts = [
            archive.read(name).decode()
            for name in archive.namelist()
            if re.match(r"word/(document|footer|header)", name)
        ]
    for text in texts:
        from lxml import etree

        root = etree.fromstring(text.encode())
        assert not re.search(r"\{%|%\}", re.sub(r"<w:t[ >].*?</w:t>", "", text))
        for name, order in ORDERS.items():
            for element in root.iter(qn(f"w:{name}")):
                found = [etree.QName(child).localname for child in element]
                places = [order.split().index(child) for child in found]
                assert places == sorted(places), (name, found)
        assert all(len(cell.findall(qn("w:p"))) for cell in root.iter(qn("w:tc")))


def test_what_was_typed_is_text():
    document = Document(BytesIO(letters.to_docx(EVERYTHING)))
    assert TYPED in [paragraph.text for paragraph in document.paragraphs]

"""The layout of a paper for a word processor: the same numbers as the PDF's (NĐ 30/2020, Phụ lục I), drawn once a process.

What this writes is a template of docxtpl: its tags name the fields of a paper, and every value is escaped when it is put in.
"""

from functools import cache
from io import BytesIO

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from workflow.letters.measuring import INDENT_MM, LEFT_MM, RIGHT_MM, TEXT_MM

FACE = "Times New Roman"
BODY_PT, SMALL_PT = 14, 13
_RULE = "6"  # eighths of a point
#: What may follow a paragraph's borders; the order of these elements is the format's own.
_AFTER_BORDERS = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr")


@cache
def template() -> bytes:
    """The template's bytes."""
    document = Document()
    _page(document)
    _styles(document)
    _head(document)
    _title(document)
    _addressees(document)
    _grounds_and_body(document)
    _foot(document)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


# --- the page and its styles ---------------------------------------------------------------------------------------
def _page(document):
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance, section.footer_distance = Mm(10), Mm(8)
    # Counted from 1, in the middle of the top margin, not shown on page 1.
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = ALIGN.CENTER
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = number.add_run()
        run.font.size = Pt(SMALL_PT)
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = text
        run._r.append(mark)
    contact = section.first_page_footer.paragraphs[0]
    _tag(contact, "{{p.contact}}", size=11)
    _border(contact, "top", kind="{{p.contact_rule}}", space=4)


def _styles(document):
    styles = document.styles
    normal = styles["Normal"]
    _face(normal, BODY_PT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    normal.element.get_or_add_rPr().append(language)
    _spaced(normal.paragraph_format)
    # A line broken on purpose is not stretched to the margin.
    compatible = document.settings.element.find(qn("w:compat"))
    compatible.insert(0, OxmlElement("w:doNotExpandShiftReturn"))
    for setting in compatible.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # tables begin at the margin
    body = styles.add_style("Văn bản", WD_STYLE_TYPE.PARAGRAPH)
    body.base_style = normal
    body.paragraph_format.alignment = ALIGN.JUSTIFY
    body.paragraph_format.first_line_indent = Mm(INDENT_MM)
    _spaced(body.paragraph_format, after=8)
    for name, centred in (("Heading 1", True), ("Heading 2", False)):
        heading = styles[name]
        _face(heading, BODY_PT)
        heading.font.bold, heading.font.italic, heading.font.color.rgb = True, False, RGBColor(0, 0, 0)
        heading.paragraph_format.alignment = ALIGN.CENTER if centred else ALIGN.LEFT
        heading.paragraph_format.keep_with_next = True
        _spaced(heading.paragraph_format, after=0 if centred else 8)
        if not centred:
            heading.paragraph_format.first_line_indent = Mm(INDENT_MM)


def _face(style, size):
    style.font.name, style.font.size = FACE, Pt(size)
    faces = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        faces.set(qn(name), FACE)
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        faces.attrib.pop(qn(name), None)


def _spaced(form, *, before=0, after=0):
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1


# --- pieces --------------------------------------------------------------------------------------------------------
def _tag(paragraph, text, *, size=None, bold=None, italic=None, align=None):
    run = paragraph.add_run(text)
    run.bold, run.italic = bold, italic
    if size:
        run.font.size = Pt(size)
    if align is not None:
        paragraph.alignment = align
    return paragraph


def _line(holder, text, style=None, **look):
    return _tag(holder.add_paragraph(style=style), text, **look)


def _border(paragraph, *sides, kind="single", space=1):
    """Lines at these sides, in the order top, left, bottom, right; `space` in points from the words."""
    borders = OxmlElement("w:pBdr")
    for side in sides:
        edge = OxmlElement(f"w:{side}")
        for name, value in (("val", kind), ("sz", _RULE), ("space", str(space)), ("color", "000000")):
            edge.set(qn(f"w:{name}"), value)
        borders.append(edge)
    form = paragraph._p.get_or_add_pPr()
    form.insert_element_before(borders, *_AFTER_BORDERS)
    return paragraph


def _rule(holder, indent):
    """A rule as long as what an indent on both sides (twentieths of a point, given by the paper) leaves of the line."""
    paragraph = _tag(holder.add_paragraph(), "", size=2)
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.line_spacing = Pt(3), Pt(3)
    _border(paragraph, "top", space=0)
    sides = paragraph._p.get_or_add_pPr().get_or_add_ind()
    sides.set(qn("w:left"), indent)
    sides.set(qn("w:right"), indent)
    paragraph.alignment = ALIGN.CENTER
    return paragraph


def _columns(document, *widths):
    """One row of cells without lines, never broken over two pages."""
    table = document.add_table(rows=1, cols=len(widths))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    inside = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "0")
        edge.set(qn("w:type"), "dxa")
        inside.append(edge)
    table._tbl.tblPr.insert_element_before(inside, "w:tblLook")
    whole = OxmlElement("w:cantSplit")
    table.rows[0]._tr.get_or_add_trPr().append(whole)
    for cell, column, width in zip(table.rows[0].cells, table.columns, widths, strict=True):
        cell.width = column.width = Mm(width)
    return table.rows[0].cells


def _first(cell, text, **look):
    return _tag(cell.paragraphs[0], text, **look)


# --- cells 1 to 5 --------------------------------------------------------------------------------------------------
def _nation(cell):
    _first(cell, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True, align=ALIGN.CENTER)
    _line(cell, "Độc lập - Tự do - Hạnh phúc", size=13, bold=True, align=ALIGN.CENTER)


def _head(document):
    _line(document, "{%p if p.is_official %}")
    left, right = _columns(document, LEFT_MM, RIGHT_MM)
    _first(left, "{%p if p.parent %}")
    _line(left, "{{p.parent}}", size=12, align=ALIGN.CENTER)
    _line(left, "{%p endif %}")
    _line(left, "{{p.authority}}", size=12, bold=True, align=ALIGN.CENTER)
    _rule(left, "{{p.authority_rule}}")
    _nation(right)
    _rule(right, "{{p.motto_rule}}")
    left, right = _columns(document, LEFT_MM, RIGHT_MM)
    _first(left, "Số: {{p.number}}", size=13, align=ALIGN.CENTER)
    _line(left, "{%p if p.is_dispatch %}")
    about = _line(left, "{{p.subject}}", size=12, align=ALIGN.CENTER)
    about.paragraph_format.space_before = Pt(6)
    _line(left, "{%p endif %}")
    _first(right, "{{p.place_and_date}}", size=13, italic=True, align=ALIGN.CENTER)
    _line(document, "{%p else %}")
    (middle,) = _columns(document, TEXT_MM)
    _nation(middle)
    _rule(middle, "{{p.citizen_motto_rule}}")
    _line(document, "{%p endif %}")
    _line(document, "{%p if p.pending_note %}")
    note = _line(document, "{{p.pending_note}}", size=11, italic=True)
    note.paragraph_format.space_before = Pt(10)
    _border(note, "top", "left", "bottom", "right", space=3)
    _line(document, "{%p endif %}")


def _title(document):
    _line(document, "{%p if p.kind %}")
    kind = _line(document, "{{p.kind}}", style="Heading 1")
    kind.paragraph_format.space_before = Pt(18)
    _line(document, "{%p if p.subject %}")
    _line(document, "{{p.subject}}", bold=True, align=ALIGN.CENTER)
    _line(document, "{%p endif %}")
    _line(document, "{%p if p.subject_rule %}")
    _rule(document, "{{p.subject_rule}}")
    _line(document, "{%p endif %}")
    _line(document, "{%p endif %}")


def _addressees(document):
    _line(document, "{%p if p.addressee_lines|length == 1 %}")
    one = _line(document, "Kính gửi: {{p.addressee_lines[0]}}", align=ALIGN.CENTER)
    one.paragraph_format.space_before = Pt(14)
    _line(document, "{%p elif p.addressee_lines %}")
    many = _line(document, "Kính gửi:")
    many.paragraph_format.left_indent, many.paragraph_format.space_before = Mm(22), Pt(14)
    _line(document, "{%p for one in p.addressee_lines %}")
    _line(document, "- {{one}}").paragraph_format.left_indent = Mm(41)
    _line(document, "{%p endfor %}")
    _line(document, "{%p endif %}")
    _line(document, "{%p if p.addressee_note %}")
    _line(document, "{{p.addressee_note}}", align=ALIGN.CENTER)
    _line(document, "{%p endif %}")
    gap = _tag(document.add_paragraph(), "", size=8)
    gap.paragraph_format.line_spacing = Pt(10)


# --- cell 6 --------------------------------------------------------------------------------------------------------
def _grounds_and_body(document):
    _line(document, "{%p for one in p.grounds %}")
    _line(document, "{{one}}", style="Văn bản", italic=True)
    _line(document, "{%p endfor %}")
    _line(document, "{%p for block in p.body %}")
    _line(document, "{%p if block.part == 'Paragraph' %}")
    _line(document, "{{block.text}}", style="Văn bản")
    _line(document, "{%p elif block.part == 'Quote' %}")
    quote = _line(document, "{{block.text}}", style="Văn bản")
    quote.paragraph_format.first_line_indent = 0
    quote.paragraph_format.left_indent = Mm(INDENT_MM)
    _border(quote, "left", space=6)
    _line(document, "{%p elif block.part == 'Heading' %}")
    _line(document, "{{block.text}}", style="Heading 2")
    _line(document, "{%p elif block.part == 'Points' %}")
    _line(document, "{%p for item in block['items'] %}")
    point = _line(document, "- {{item}}", style="Văn bản")
    point.paragraph_format.left_indent, point.paragraph_format.first_line_indent = Mm(INDENT_MM + 3), Mm(-3)
    _line(document, "{%p endfor %}")
    _line(document, "{%p elif block.part == 'Table' %}")
    _table(document)
    _line(document, "{%p elif block.part == 'Pairs' %}")
    _pairs(document)
    _line(document, "{%p endif %}")
    _line(document, "{%p endfor %}")


def _table(document):
    table = document.add_table(rows=7, cols=3, style="Table Grid")
    head, begin, row, end, summed, total, summed_end = (line.cells for line in table.rows)
    _first(head[0], "{%tc for one in block.columns %}")
    _first(head[1], "{{one}}", size=SMALL_PT, bold=True, align=ALIGN.CENTER)
    _first(head[2], "{%tc endfor %}")
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    _first(begin[0], "{%tr for cells in block.lines %}")
    _first(row[0], "{%tc for one in cells %}")
    _aligned(_first(row[1], "{{one.text}}", size=SMALL_PT), "{{one.side}}")
    _first(row[2], "{%tc endfor %}")
    _first(end[0], "{%tr endfor %}")
    _first(summed[0], "{%tr if block.sum %}")  # a row without a cell is no row
    _first(total[0], "{%tc for one in block.sum %}")
    _aligned(_first(total[1], "{%colspan one.span%}{{one.text}}", size=SMALL_PT, bold=True), "{{one.side}}")
    _first(total[2], "{%tc endfor %}")
    _first(summed_end[0], "{%tr endif %}")
    _after_table(document)


def _pairs(document):
    table = document.add_table(rows=3, cols=2, style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, (51, 114), strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    _first(table.rows[0].cells[0], "{%tr for one in block.rows %}")
    _first(table.rows[1].cells[0], "{{one[0]}}", size=SMALL_PT)
    _first(table.rows[1].cells[1], "{{one[1]}}", size=SMALL_PT)
    _first(table.rows[2].cells[0], "{%tr endfor %}")
    _after_table(document)


def _aligned(paragraph, side):
    """The side comes with the cell: figures stand right, words left."""
    edge = OxmlElement("w:jc")
    edge.set(qn("w:val"), side)
    paragraph._p.get_or_add_pPr().insert_element_before(edge, "w:rPr")


def _after_table(document):
    _tag(document.add_paragraph(), "", size=4).paragraph_format.line_spacing = Pt(8)


# --- cells 7 and 9b ------------------------------------------------------------------------------------------------
def _foot(document):
    gap = _tag(document.add_paragraph(), "", size=8)
    gap.paragraph_format.line_spacing = Pt(14)
    _line(document, "{%p if p.left or p.right %}")
    left, right = _columns(document, 80, 85)
    _first(left, "{%p if p.recipients %}")
    _line(left, "Nơi nhận:", size=12, bold=True, italic=True)
    _line(left, "{%p for one in p.recipients %}")
    _line(left, "- {{one}}", size=11)
    _line(left, "{%p endfor %}")
    _line(left, "{%p endif %}")
    _signature(left, "p.left")
    _first(right, "{%p if p.day_above %}")
    _line(right, "{{p.day_above}}", italic=True, align=ALIGN.CENTER)
    _line(right, "{%p endif %}")
    _signature(right, "p.right")
    for cell in (left, right):  # a cell without a paragraph is no cell
        _line(cell, "", size=2)
    _line(document, "{%p endif %}")


def _signature(cell, name):
    _line(cell, f"{{%p if {name} %}}")
    _line(cell, f"{{%p for one in {name}.lines %}}")
    _line(cell, "{{one}}", bold=True, align=ALIGN.CENTER)
    _line(cell, "{%p endfor %}")
    _line(cell, f"{{%p if {name}.hint %}}")
    _line(cell, f"{{{{{name}.hint}}}}", size=12, italic=True, align=ALIGN.CENTER)
    _line(cell, "{%p endif %}")
    room = _tag(cell.add_paragraph(), "", size=BODY_PT)
    room.paragraph_format.line_spacing = Mm(20)
    _line(cell, f"{{{{{name}.name}}}}", bold=True, align=ALIGN.CENTER)
    _line(cell, "{%p endif %}")

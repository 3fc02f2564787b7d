"""A blank form as a DOCX file: plain paragraphs and tables that every word processor opens."""

from home.blank_forms import Blank, Field, Part
from home.docx import docx, paragraph, table

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_DOTS = "…" * 38


def blank_docx(blank: Blank, addressee: str) -> bytes:
    """The blank, addressed to an authority."""
    parts = [
        paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, align="center"),
        paragraph("Độc lập - Tự do - Hạnh phúc", bold=True, align="center"),
        paragraph(f"Mẫu {blank.code}", align="right"),
        paragraph(blank.title.upper(), bold=True, align="center"),
        paragraph(f"Kính gửi: {addressee}", align="center"),
    ]
    if blank.note:
        parts.append(paragraph(blank.note, italic=True))
    for part in blank.parts:
        parts += _part(part)
    parts += [
        paragraph(blank.closing),
        paragraph("…………………, ngày …… tháng …… năm ………", italic=True, align="right"),
        paragraph(blank.signs, bold=True, align="right"),
        paragraph("(ký, ghi rõ họ tên, hoặc điểm chỉ)", italic=True, align="right"),
    ]
    return docx(parts)


def _part(part: Part) -> list[str]:
    found = [paragraph(part.title, bold=True)]
    for one in part.fields:
        found += _field(one)
    if part.table:
        found.append(table(part.table.headings, [[""] * len(part.table.headings)] * part.table.rows))
    return found


def _field(one: Field) -> list[str]:
    if one.boxes:
        return [paragraph(f"{one.label}:  " + "   ".join(f"☐ {box}" for box in one.boxes))]
    return [paragraph(f"{one.label}: {_DOTS}"), *(paragraph(_DOTS * 2) for _line in range(one.lines - 1))]

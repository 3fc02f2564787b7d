"""A report as an official paper (BÁO CÁO): number line, place and day, parts, tables, signature, recipients (NĐ 30/2020)."""

from django.template.loader import render_to_string

from cms.core.authority_url import focal_of
from cms.core.dates import letter_date
from home.reports import contents
from home.reports.choices import PartKind
from workflow import letters
from workflow.letters.building import contact_of, recipients
from workflow.letters.paper import Heading, Paper, Paragraph, Signature, Table, ended, points
from workflow.letters.signing import signing_lines

BLANK = "……"
_PAGE = "workflow/letters/page.html"


def suggested_symbol(authority) -> str:
    """BC-UBND: a report bears the kind of the paper and the authority (NĐ 30/2020, Phụ lục I)."""
    return f"BC-{authority.letter_symbol}"


def paper_of(report) -> Paper:
    """The report as it would read now; what people typed is text, never markup."""
    authority, focal_point = report.authority, focal_of(report.authority)
    dated = letter_date(report.issued_on) if report.issued_on else f"ngày {BLANK} tháng {BLANK} năm {BLANK}"
    return Paper(
        form="PERIOD_REPORT",
        kind="BÁO CÁO",
        subject=report.period.title,
        parent=authority.parent_line,
        authority=authority.name,
        number=report.label or f"{BLANK}/{suggested_symbol(authority)}",
        place_and_date=f"{authority.letter_place}, {dated}",
        addressees=tuple(one for one in (_addressee(report),) if one),
        body=_body(report),
        signatures=(_signature(report),),
        recipients=_recipients(report, focal_point),
        contact=contact_of(authority, focal_point),
        written_on=report.issued_on.isoformat() if report.issued_on else "",
        is_draft=not report.number,
    )


def _addressee(report) -> str:
    period = report.period
    return period.gathered_addressee if report.is_consolidated else period.addressee


def _recipients(report, focal_point) -> tuple[str, ...]:
    told = recipients(focal_point)
    return told if _addressee(report) else told[1:]  # "Như trên" needs somebody above


def _signature(report) -> Signature:
    if not report.is_frozen:
        return Signature(())
    return Signature(signing_lines(report.authority.kind, report.signer_post), report.submitted_by.get_full_name())


def _body(report):
    basis = (
        f"Thực hiện {report.period.basis}, {report.authority.name}" if report.period.basis else report.authority.name
    )
    blocks = [Paragraph(f"{basis} báo cáo như sau. Số liệu {contents.period_words(report)}.")]
    if report.is_consolidated and not _is_of_years(report):
        sent = sum("figures" in row for row in report.breakdown)
        blocks.append(
            Paragraph(f"Số liệu được cộng từ báo cáo của {sent} trên {len(report.breakdown)} cơ quan phải báo cáo.")
        )
    for part in contents.parts(report):
        blocks += [Heading(part.heading), *_blocks(report, part)]
    return ended(*blocks, Paragraph(f"Trên đây là báo cáo của {report.authority.name}"))


def _is_of_years(report) -> bool:
    return any(row.get("is_period") for row in report.breakdown)


def _blocks(report, part):
    if part.kind == PartKind.TEXT:
        return [Paragraph(line) for line in part.text.splitlines() if line.strip()] or [Paragraph(BLANK)]
    if part.kind == PartKind.MISSING:
        return [points(*part.names)] if part.names else [Paragraph("Tất cả cơ quan phải báo cáo đã gửi báo cáo.")]
    blocks = []
    for place, one in enumerate(part.tables, start=1):
        if one.title:
            blocks.append(Heading(f"{place}. {one.title}") if part.kind == PartKind.FIGURES else Paragraph(one.title))
        blocks.append(Table(one.columns, one.rows, numeric=_numeric(part, one)))
    return blocks or [Paragraph("Chưa có số liệu.")]


def _numeric(part, table) -> tuple[int, ...]:
    """Columns of figures; the unit beside each figure is words."""
    return (2,) if part.kind == PartKind.FIGURES else table.numeric


def freeze(report) -> None:
    """Put down for ever what leaves, in words and as PDF. The caller saves the row."""
    letters.freeze_as(report, paper_of(report), f"{file_name(report)}.pdf")


def file_name(report) -> str:
    """bao-cao-suoi-vang-2026, or with its number once it has one."""
    told = report.label.replace("/", "-") if report.number else f"{report.body.code}-{report.period.last_on.year}"
    return f"bao-cao-{told}"


def draft_pdf(report) -> bytes:
    """The report as PDF before it has a number, marked as a draft."""
    return letters.to_pdf(paper_of(report))


def docx(report) -> bytes:
    return letters.to_docx(paper_of(report))


def page(report, *, back_url: str = "", pdf_url: str = "", docx_url: str = "") -> str:
    """A whole page to look at and to print on A4: as numbered, word for word, or as it would be now."""
    html = report.html or letters.to_html(paper_of(report))
    words = {"paper": html, "is_draft": not report.number, "title": str(report), "back_url": back_url}
    return render_to_string(_PAGE, words | {"pdf_url": pdf_url, "docx_url": docx_url})

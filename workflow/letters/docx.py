"""A paper as a file for a word processor, for the authority's own final touch. What a person typed is text, never a tag."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

from workflow.letters.measuring import LEFT_MM, POINTS_A_MM, RIGHT_MM, TEXT_MM, length
from workflow.letters.paper import Paper, Table

DOTS = "……………………"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_TWENTIETHS = 20  # of a point, the unit of indents in a DOCX


def to_docx(paper: Paper) -> bytes:
    """The whole file, naming Times New Roman; the words are those of the PDF."""
    # Half a second and twenty megabytes: only for whoever asks for such a file.
    from docxtpl import DocxTemplate

    from workflow.letters import docx_layout

    template = DocxTemplate(BytesIO(docx_layout.template()))
    template.render({"p": _told(paper)}, autoescape=True)
    _describe(template.docx.core_properties, paper)
    kept = BytesIO()
    template.save(kept)
    return kept.getvalue()


def _describe(about, paper):
    about.title, about.author, about.language = paper.title[:255], paper.authority[:255], "vi"
    about.last_modified_by, about.comments, about.keywords = "", "", ""
    day = datetime.fromisoformat(paper.written_on) if paper.written_on else datetime.now(UTC)
    about.created = about.modified = day.replace(tzinfo=None, microsecond=0)


def _told(paper: Paper) -> dict:
    told = paper.as_dict()
    signatures = [_signed(one) for one in paper.signatures]
    has_left = len(signatures) > 1
    return told | {
        "body": [one | _cells(block) for one, block in zip(told["body"], paper.body, strict=True)],
        "parent": paper.parent.upper(),
        "authority": paper.authority.upper(),
        "addressee_lines": paper.addressee_lines,
        "is_dispatch": paper.is_dispatch,
        "left": signatures[0] if has_left else None,
        "right": signatures[-1] if signatures else None,
        "day_above": "" if paper.is_official else paper.place_and_date,
        "contact_rule": "single" if paper.contact else "nil",
        "authority_rule": _indent(paper.authority.upper(), 12, LEFT_MM, 0.4),
        "motto_rule": _indent(MOTTO, 13, RIGHT_MM, 1),
        "citizen_motto_rule": _indent(MOTTO, 13, TEXT_MM, 1),
        "subject_rule": _indent(paper.subject, 14, TEXT_MM, 0.4) if paper.is_official else "",
    }


def _signed(one) -> dict:
    shown = replace(one, lines=one.lines or (DOTS,), name=one.name or DOTS)
    return {"lines": shown.lines, "name": shown.name, "hint": shown.hint}


def _cells(block) -> dict:
    """A table's cells each with the side it stands on; its sum as one wide cell and one of figures."""
    if not isinstance(block, Table):
        return {}
    side = ["right" if number in block.numeric else "left" for number in range(len(block.columns))]
    lines = [[{"text": text, "side": side[at]} for at, text in enumerate(row)] for row in block.rows]
    total = []
    if block.total:
        label, figure = block.total
        total = [
            {"text": label, "side": "left", "span": len(block.columns) - 1},
            {"text": figure, "side": "right", "span": 1},
        ]
    return {"lines": lines, "sum": total}


def _indent(text: str, size: int, width_mm: float, share: float) -> str:
    """What an indent on both sides must be for a rule of this share of the text's length, a line of it at most."""
    room = width_mm * POINTS_A_MM
    rule = min(length(text, size, bold=True), room * 0.9) * share
    return str(round((room - rule) / 2 * _TWENTIETHS))

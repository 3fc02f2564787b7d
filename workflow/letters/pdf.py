"""A paper as PDF: the layout of NĐ 30/2020, tagged for screen readers (PDF/UA-1), made to be kept (PDF/A-2a).

The same paper gives the same bytes. Typst is loaded with the first paper of a process and stays warm; its threads do not
live on in a fork, so a process forks before its first paper or not at all.
"""

import json
import re
import struct
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from threading import Lock

from cms.core.display import joined
from cms.core.text import INVISIBLE
from cms.core.typeset import FONTS
from workflow.letters.paper import Paper

CONTENT_TYPE = "application/pdf"
STANDARDS = ["a-2a", "ua-1"]
_HERE = Path(__file__).parent
LAYOUT = _HERE / "layout" / "official.typ"
#: Stands for what the font has no shape for: other scripts, pictures.
UNKNOWN = "□"
_one_at_a_time = Lock()


def to_pdf(paper: Paper) -> bytes:
    """The whole file. A draft bears "DỰ THẢO" across each page."""
    headings = {name: joined(getattr(paper, name)) for name in ("parent", "authority", "subject")}
    shown = headings | {"title": paper.title, "addressee_lines": paper.addressee_lines}
    told = _drawable(paper.as_dict() | shown)
    inputs = {"paper": json.dumps(told, ensure_ascii=False), "qr": _qr(paper.track_url) if paper.track_url else ""}
    with _one_at_a_time:
        return _compiler().compile(
            format="pdf", sys_inputs=inputs, pdf_standards=STANDARDS, timestamp=_made_on(paper.written_on)
        )


@cache
def _compiler():
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(str(LAYOUT), root=str(LAYOUT.parent), font_paths=fonts)


def _made_on(written_on: str) -> datetime:
    """What the file names as its making: the paper's day, so that its bytes depend on its words; of a draft, now."""
    return (
        datetime.fromisoformat(written_on).replace(tzinfo=UTC)
        if written_on
        else datetime.now(UTC).replace(microsecond=0)
    )


@cache
def _qr(url: str) -> str:
    import segno

    picture = BytesIO()
    segno.make_qr(url, error="m").save(picture, kind="svg", border=1, xmldecl=False)
    return picture.getvalue().decode()


# --- what the font can draw ----------------------------------------------------------------------------------------
def _drawable(value):
    if isinstance(value, str):
        return _shapeless().sub(UNKNOWN, value.translate(INVISIBLE))
    if isinstance(value, dict):
        return {key: _drawable(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_drawable(one) for one in value]
    return value


def has_shape(char: str) -> bool:
    """Whether Tinos has a shape for the character; an archived PDF may not hold one without (ISO 19005-2)."""
    return not _shapeless().match(char)


@cache
def _shapeless() -> re.Pattern:
    runs = "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in _covered())
    return re.compile(rf"[^\n{runs}]")


@cache
def _covered() -> list[tuple[int, int]]:
    """First and last of each run of characters in the font's own table ("cmap", format 4; Unicode, Windows)."""
    font = (FONTS / "Tinos-Regular.ttf").read_bytes()
    tables = [struct.unpack_from(">4sLLL", font, 12 + 16 * n) for n in range(struct.unpack_from(">H", font, 4)[0])]
    cmap = next(offset for tag, _sum, offset, _length in tables if tag == b"cmap")
    encodings = [
        struct.unpack_from(">HHL", font, cmap + 4 + 8 * n) for n in range(struct.unpack_from(">H", font, cmap + 2)[0])
    ]
    table = cmap + next(offset for platform, encoding, offset in encodings if (platform, encoding) == (3, 1))
    count = struct.unpack_from(">H", font, table + 6)[0] // 2
    lasts = struct.unpack_from(f">{count}H", font, table + 14)
    firsts = struct.unpack_from(f">{count}H", font, table + 16 + 2 * count)
    return list(zip(firsts[:-1], lasts[:-1], strict=True))

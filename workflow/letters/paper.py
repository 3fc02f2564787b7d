"""A paper as plain data: what each cell of NĐ 30/2020, Phụ lục I says, and nothing about how it looks.

The screen, the PDF and the word-processor file are all drawn from one `Paper`. Every text is Vietnamese in NFC, already
punctuated as it is read; no text is markup.
"""

import unicodedata
from dataclasses import asdict, dataclass, fields, replace

#: What every paper ends with (NĐ 30/2020, Phụ lục I: "./.").
END = "./."


def _composed(value):
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value).replace("\r\n", "\n")
    return tuple(_composed(one) for one in value) if isinstance(value, tuple | list) else value


@dataclass(frozen=True)
class _Words:
    """Every text that goes in comes out in NFC; lists become tuples."""

    def __post_init__(self):
        for field in fields(self):
            object.__setattr__(self, field.name, _composed(getattr(self, field.name)))

    @property
    def part(self) -> str:
        """Which kind of part this is; a layout chooses by it."""
        return type(self).__name__


# --- the body, block by block --------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Paragraph(_Words):
    """A justified paragraph with an indented first line. A line break in it is kept."""

    text: str


@dataclass(frozen=True)
class Quote(_Words):
    """What somebody else wrote, word for word: set apart, lines kept."""

    text: str


@dataclass(frozen=True)
class Heading(_Words):
    """The title of a part of the body: "1. Thông tin được cung cấp"."""

    text: str


@dataclass(frozen=True)
class Points(_Words):
    """A list, one line each, already ending in ";" and "."; the dash before each line is the layout's."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table(_Words):
    """Rows under headings. `numeric` names the columns of figures, from 0; `total` is a last row of label and figure."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()
    total: tuple[str, str] | tuple[()] = ()


@dataclass(frozen=True)
class Pairs(_Words):
    """Label and value, row by row, as on a filled-in form."""

    rows: tuple[tuple[str, str], ...]


Block = Paragraph | Quote | Heading | Points | Table | Pairs
#: What a layout must be able to draw.
BLOCKS = {one.__name__: one for one in (Paragraph, Quote, Heading, Points, Table, Pairs)}


def points(*items: str) -> Points:
    """A list with its punctuation: each line ends in ";", the last in "."."""
    bare = [item.rstrip(" .;") for item in items]
    return Points(tuple(f"{item};" for item in bare[:-1]) + (f"{bare[-1]}.",))


def ended(*blocks: Block) -> tuple[Block, ...]:
    """The body with "./." after its last words; the last block is a paragraph, a quote or a list."""
    *before, last = blocks
    if isinstance(last, Points):
        last = replace(last, items=last.items[:-1] + (last.items[-1].rstrip(" .;") + END,))
    else:
        last = replace(last, text=last.text.rstrip(" .;") + END)
    return (*before, last)


# --- who signs, who reads ------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Signature(_Words):
    """Cell 7: the lines above the name ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), and the name.

    An empty name is written by hand, on dots. `hint` stands below the post where a form asks to sign in a certain way.
    """

    lines: tuple[str, ...]
    name: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Paper(_Words):
    """One paper. A named type has `kind` ("THÔNG BÁO") and `subject`; a công văn has `subject` ("V/v …") alone.

    A citizen's paper (`is_official` false) has the State's name and motto above, but no authority, number or recipients.
    """

    subject: str
    body: tuple[Block, ...]
    kind: str = ""
    form: str = ""  # its code among the forms of the house
    parent: str = ""  # both as people write them; capitals are the layout's
    authority: str = ""
    number: str = ""  # "05/TB-UBND", or dots until the registry gives it
    place_and_date: str = ""
    addressees: tuple[str, ...] = ()
    addressee_note: str = ""  # their address, on a line of its own
    grounds: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    recipients: tuple[str, ...] = ()  # cell 9b, punctuated; none where both sides sign
    contact: str = ""  # cell 13
    pending_note: str = ""  # the official form is not issued yet (law.md 19.4)
    track_url: str = ""  # where the case is looked up; the secret code never stands in it
    written_on: str = ""  # ISO date, empty while a draft
    is_official: bool = True
    is_draft: bool = False

    @property
    def title(self) -> str:
        """One line for a window or a list of files."""
        name = " ".join(part for part in (self.kind, self.subject) if part)
        return f"{name} {self.number}".strip() if self.written_on else name

    @property
    def is_dispatch(self) -> bool:
        """A công văn: it has no named type, and its subject stands under the number."""
        return self.is_official and not self.kind

    @property
    def addressee_lines(self) -> tuple[str, ...]:
        """Cell 9a: one addressee ends in "."; two or more stand on lines of their own, ";" between them."""
        bare = [one.rstrip(" .;") for one in self.addressees]
        return tuple(f"{one};" for one in bare[:-1]) + tuple(f"{one}." for one in bare[-1:])

    def as_dict(self) -> dict:
        """Plain data for JSON; each block says what it is under "part"."""
        told = asdict(self)
        told["body"] = [{"part": block.part} | asdict(block) for block in self.body]
        return told


def from_dict(told: dict) -> Paper:
    """The paper again that `as_dict` wrote, also after JSON. KeyError or TypeError where it is not one."""
    body = tuple(_block(dict(one)) for one in told["body"])
    signatures = tuple(Signature(**one) for one in told.get("signatures", ()))
    return Paper(**told | {"body": body, "signatures": signatures})


def _block(told: dict) -> Block:
    return BLOCKS[told.pop("part")](**told)

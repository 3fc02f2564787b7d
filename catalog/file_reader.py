"""Reads the words of one file, in a process of its own that may take neither long nor much memory.

A program, not a module: it knows nothing of the site, takes the file on standard input and its ending as argument, and
answers with JSON. Whatever a file does to it, the site only sees that it did not answer.
"""

import json
import re
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from xml.parsers import expat

MEMORY = 512 * 1024 * 1024  # bytes
SECONDS = 30  # of the processor
MOST_TEXT = 120_000  # characters; about sixty pages
MOST_UNPACKED = 200 * 1024 * 1024  # bytes read out of one archive
_BLANKS = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")


class Enough(Exception):
    """As much was read as is kept."""


class Text:
    """Collects words until there are enough."""

    def __init__(self):
        self.parts, self.size = [], 0

    def add(self, part):
        self.parts.append(part)
        self.size += len(part)
        if self.size > MOST_TEXT:
            raise Enough

    def __str__(self):
        lines = _BLANKS.sub(" ", "".join(self.parts).replace("\0", ""))
        return _LINES.sub("\n", lines).strip()[:MOST_TEXT]


def read_pdf(content, text):
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(content))
    if title := (reader.metadata or {}).get("/Title"):  # shown by every program that opens the file
        text.add(f"{title}\n")
    for page in reader.pages:
        text.add(page.extract_text() + "\n")


def read_docx(content, text):
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = [name for name in archive.namelist() if re.fullmatch(r"word/(document|footnotes|endnotes)\.xml", name)]
        for name in sorted(parts):
            _read_xml(archive, name, text, words={"w:t"}, ends={"w:p", "w:tab", "w:br", "w:tc"})


def read_odt(content, text):
    with zipfile.ZipFile(BytesIO(content)) as archive:
        ends = {"text:p", "text:h", "text:tab", "text:line-break", "text:s", "table:table-cell"}
        _read_xml(archive, "content.xml", text, words={"office:body"}, ends=ends)


def read_xlsx(content, text):
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = set(archive.namelist())
        sheets = sorted(name for name in names if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name))
        if "xl/sharedStrings.xml" in names:
            _read_xml(archive, "xl/sharedStrings.xml", text, words={"t"}, ends={"si"})
        for name in sheets:
            _read_xml(archive, name, text, words={"is"}, ends={"is"})


def read_txt(content, text):
    text.add(content.decode("utf-8-sig"))


def _read_xml(archive, name, text, words, ends):
    """Characters inside elements named `words`; a line ends where one of `ends` does. Entities are refused."""
    depth = 0

    def start(tag, attributes):
        nonlocal depth
        depth += tag in words

    def end(tag):
        nonlocal depth
        depth -= tag in words
        if tag in ends:
            text.add("\n")

    def characters(data):
        if depth:
            text.add(data)

    def entity(*declared):
        raise ValueError("entities are refused")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, characters
    parser.EntityDeclHandler = entity
    with archive.open(name) as part:
        unpacked = 0
        while chunk := part.read(65_536):
            unpacked += len(chunk)
            if unpacked > MOST_UNPACKED:
                raise ValueError("too large unpacked")
            parser.Parse(chunk)
        parser.Parse(b"", True)


READERS = {"pdf": read_pdf, "docx": read_docx, "odt": read_odt, "ods": read_odt, "xlsx": read_xlsx, "txt": read_txt}


def main():
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from cms.core.confined import confine

    confine(memory=MEMORY, seconds=SECONDS)
    text, is_cut = Text(), False
    try:
        READERS[sys.argv[1]](sys.stdin.buffer.read(), text)
    except Enough:
        is_cut = True
    sys.stdout.buffer.write(json.dumps({"text": str(text), "is_cut": is_cut}).encode())


if __name__ == "__main__":
    main()

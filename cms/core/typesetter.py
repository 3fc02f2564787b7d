"""Sets one document as PDF, in a process of its own: what the engine keeps in memory goes when the process ends.

A program, not a module: it knows nothing of the site, takes JSON on standard input (`source`, in Typst, and `data`, which
the source reads as text and never as markup) and answers with the PDF. It sees the house's own letters and no other file.
"""

import json
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import typst

FONTS = Path(__file__).with_name("fonts")


def main():
    asked = json.load(sys.stdin.buffer)
    with tempfile.TemporaryDirectory() as nothing:
        pdf = typst.compile(
            asked["source"].encode(),
            root=nothing,
            font_paths=[FONTS],
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(asked["data"], ensure_ascii=False)},
            timestamp=datetime.fromtimestamp(asked["made"], UTC),
            pdf_tags=asked["tags"],
        )
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main()

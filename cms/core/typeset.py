"""Documents as PDF: a source in Typst, and data that it reads as text. The same in gives the same bytes out."""

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from cms.core.text import nfc

PATIENCE = 300  # seconds for one document, by the clock on the wall
#: Tinos, free, with every Vietnamese letter (SIL OFL 1.1); the widths are those of Times New Roman.
FONTS = Path(__file__).with_name("fonts")
_PROGRAM = Path(__file__).with_name("typesetter.py")


class NotSet(RuntimeError):
    """The document could not be set: a mistake in the source, or no time or memory left."""


def pdf(source: str, data: dict, *, made: datetime, tags: bool = True) -> bytes:
    """The PDF of `source`, in which `json(bytes(sys.inputs.data))` is `data`; `made` is the moment it says it was made.

    `tags` adds the structure that screen readers follow. Raises NotSet.
    """
    asked = {"source": source, "data": data, "made": int(made.timestamp()), "tags": tags}
    words = nfc(json.dumps(asked, ensure_ascii=False)).encode()
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_PROGRAM)], input=words, capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotSet(str(error)) from error
    if done.returncode or not done.stdout.startswith(b"%PDF-"):
        raise NotSet(done.stderr.decode(errors="replace")[-2_000:])
    return done.stdout

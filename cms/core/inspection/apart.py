"""Inspection by a separate process: a crash, a time-out or an answer that makes no sense is a finding, never a pass."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from cms.core.inspection.found import Found, Kind, Place
from cms.core.inspection.reading import Copy

PATIENCE = 60  # seconds for one file, by the clock on the wall
_PROGRAM = Path(__file__).with_name("program.py")


@dataclass(frozen=True)
class Looked:
    """What was found, and the clean copy where one was wanted and could be made."""

    found: tuple[Found, ...]
    copy: Copy | None = None


def look(name: str, content: bytes, *, want_copy: bool = False) -> Looked:
    """Inspect a file by its name's ending. `want_copy`: make a clean copy too, if there is anything to take out."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_PROGRAM), "clean" if want_copy else "look", ending],
            input=content,
            capture_output=True,
            timeout=PATIENCE,
            check=True,
            env={name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ},  # and none of our secrets
        )
        head, _line, copy = done.stdout.partition(b"\n")
        told = json.loads(head)
        found = tuple(Found(Kind(one["kind"]), Place(one["place"]), one["at"]) for one in told["found"])
    except (subprocess.SubprocessError, OSError, ValueError, KeyError, TypeError):
        return Looked((Found(Kind.NOT_FINISHED),))
    return Looked(found, Copy(copy, tuple(told["pictured"])) if told.get("pictured") is not None and copy else None)

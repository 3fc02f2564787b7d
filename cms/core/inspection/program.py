"""Inspects one file in a process of its own that may take neither long nor much memory, and may write nothing.

A program: it takes the file on standard input, the act and the file's ending as arguments, and answers with one line of
JSON and, where a clean copy was asked for and could be made, the copy behind it.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path

MEMORY = 1024 * 1024 * 1024  # bytes of address space; libraries alone take a third
SECONDS = 40  # of the processor


def main():
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
    from cms.core.confined import confine

    confine(memory=MEMORY, seconds=SECONDS)
    from cms.core.inspection import reading
    from cms.core.inspection.found import CannotClean

    act, ending = sys.argv[1:]
    content = sys.stdin.buffer.read()
    found = reading.inspect(ending, content)
    told, copy = {"found": [asdict(one) for one in found]}, b""
    if act == "clean" and found:
        try:
            made = reading.clean(ending, content)
            told["pictured"], copy = list(made.pictured), made.content
        except (CannotClean, MemoryError):
            told["pictured"] = None
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + copy)


if __name__ == "__main__":
    main()

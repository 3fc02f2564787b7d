"""The words of public files: asked for when a file becomes public, read by the worker, kept for each content once."""

import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from django.db import transaction

from catalog import entries
from catalog.choices import FileTextState
from catalog.models import FileText, PublicEntry
from cms.core.text import nfc

logger = logging.getLogger(__name__)

#: One turn of the worker reads so many files, so that mail never waits long.
BATCH = 3
PATIENCE = 60  # seconds for one file, by the clock on the wall
LARGEST = 60 * 1024 * 1024  # bytes
_READER = Path(__file__).with_name("file_reader.py")
READABLE = frozenset({"pdf", "docx", "odt", "ods", "xlsx", "txt"})

#: Opens the file of that number, and says its name; None when it is gone.
Opener = Callable[[int], tuple[str, AbstractContextManager[BinaryIO]] | None]
_openers: dict[str, Opener] = {}


def opened_by(name: str, opener: Opener) -> None:
    """Let `opener(5)` open the file with the key "name:5"."""
    _openers[name] = opener


def want(key: str, fingerprint: str) -> None:
    """The worker shall read this public file, unless it has read just this content."""
    text, is_new = FileText.objects.get_or_create(key=key, defaults={"fingerprint": fingerprint})
    if not is_new and text.fingerprint != fingerprint:
        text.fingerprint, text.state, text.text, text.read_at = fingerprint, FileTextState.WAITING, "", None
        text.save()


def read_waiting(at: datetime) -> int:
    """Read some of the files that wait; how many. A file that cannot be read is said to be so, and not tried again."""
    waiting = list(FileText.objects.filter(state=FileTextState.WAITING).order_by("id")[:BATCH])
    for text in waiting:
        state, words = _read(text.key)
        _keep(text, state, words, at)
    return len(waiting)


@transaction.atomic
def _keep(text, state, words, at):
    # Another content may have come while this one was read: then that one still waits.
    unchanged = FileText.objects.filter(pk=text.pk, fingerprint=text.fingerprint)
    if not unchanged.update(state=state, text=words, read_at=at):
        return
    for row in PublicEntry.objects.defer("tokens").filter(files__key=text.key, files__is_held=True):
        entries.put_again(row)


def _read(key):
    name, _colon, number = key.partition(":")
    try:
        there = _openers[name](int(number))
        if there is None:
            return FileTextState.UNREADABLE, ""
        file_name, opened = there
        with opened as file:
            content = file.read(LARGEST + 1)
    except OSError:
        logger.warning("The file %s could not be opened", key, exc_info=True)
        return FileTextState.UNREADABLE, ""
    return words_of(file_name, content)


def words_of(name: str, content: bytes) -> tuple[FileTextState, str]:
    """The words of a file, and what has become of reading them."""
    ending = name.rpartition(".")[2].lower()
    if ending not in READABLE:
        return FileTextState.OTHER_KIND, ""
    if len(content) > LARGEST:
        return FileTextState.UNREADABLE, ""
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_READER), ending],
            input=content,
            capture_output=True,
            timeout=PATIENCE,
            check=True,
            env={name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ},  # and none of our secrets
        )
        answer = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        return FileTextState.UNREADABLE, ""
    words = nfc(answer["text"])
    if not words:
        return FileTextState.EMPTY, ""
    return FileTextState.CUT if answer["is_cut"] else FileTextState.READ, words

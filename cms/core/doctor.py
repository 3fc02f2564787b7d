"""Whether this installation is well: every room has its own examinations; each finding says what to do.

Read by `manage.py doctor`, after a restore, and by whoever keeps the server. Nothing here changes anything.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    """How bad it is: well; worth knowing; to be mended now."""

    WELL = "ĐẠT"
    NOTE = "LƯU Ý"
    ILL = "HỎNG"


@dataclass(frozen=True)
class Finding:
    """One sentence on one thing, and for what is not well what to do."""

    state: State
    told: str
    remedy: str = ""


Examination = Callable[[datetime], Iterable[Finding]]
_examinations: dict[str, Examination] = {}


def examined(title: str, examination: Examination) -> None:
    """Let `examination(at)` say how its part of the installation is; `title` stands over its findings."""
    _examinations[title] = examination


def examine(at: datetime) -> dict[str, list[Finding]]:
    """Title → findings, in the order in which the rooms registered. An examination that breaks is a finding itself."""
    return {title: _found(examination, at) for title, examination in _examinations.items()}


def _found(examination, at):
    try:
        return list(examination(at))
    # Whatever is broken is what the doctor is there to tell.
    except Exception as error:
        told = f"Không khám được: {type(error).__name__}: {error}"
        return [Finding(State.ILL, told, "Xem lỗi này trước; các phần sau có thể chỉ là hệ quả.")]


def well(told: str) -> Finding:
    return Finding(State.WELL, told)


def note(told: str, remedy: str) -> Finding:
    return Finding(State.NOTE, told, remedy)


def ill(told: str, remedy: str) -> Finding:
    return Finding(State.ILL, told, remedy)

"""What every room's part of the open interface (`/api/v1/`) shares: shapes of answers and refusals, and types of parameters."""

import re
from datetime import date, datetime
from typing import Annotated

from django.http import Http404
from ninja import Field, Path, Schema
from pydantic import BeforeValidator

from cms.core.errors import DomainError
from cms.core.keyset import Keyset, a_code, a_moment

MOST, USUAL = 200, 50
#: Authorities in the order of their codes.
BY_CODE = Keyset("co-quan", "code", a_code, newest_first=False)


class FieldProblem(Schema):
    field: str = Field(description="Tên tham số")
    message: str = Field(description="Sai ở đâu")


class Problem(Schema):
    """Điều không thực hiện được, nói bằng một câu."""

    detail: str = Field(description="Một câu tiếng Việt")
    errors: list[FieldProblem] = Field([], description="Từng tham số sai")


class Refused(DomainError):
    """A parameter whose value means nothing here."""


#: What any operation may answer besides its own.
ANSWERS = {404: Problem, 422: Problem, 429: Problem}


def _plain_day(value):
    """Only 2026-11-30; the library would read a bare number as seconds since 1970."""
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError(value)
    return value


def _plain_moment(value):
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9:.]{8,15}([Zz]|[+-][0-9]{2}:[0-9]{2})", value):
        raise ValueError(value)
    return a_moment(value.upper())


Day = Annotated[date, BeforeValidator(_plain_day)]
Moment = Annotated[datetime, BeforeValidator(_plain_moment)]
_CODE = {"pattern": r"^[-a-zA-Z0-9_]+$", "max_length": 40}
#: An authority's code as a filter, and as a part of the address.
AuthorityCode = Annotated[str, Field(**_CODE)]
AuthorityInPath = Annotated[str, Path(..., description="Mã cơ quan", **_CODE)]


class Paging(Schema):
    """Where to go on, and how many rows at once."""

    limit: int = Field(USUAL, ge=1, le=MOST, description=f"Số dòng một trang, nhiều nhất {MOST}")
    cursor: str = Field(
        "", max_length=200, pattern=r"^[A-Za-z0-9_-]*$", description="Lấy từ next_cursor của trang trước"
    )


def page_of(keyset: Keyset, rows, paging: Paging, shape) -> dict:
    """One page: the rows as `shape(row)`, and the cursor of the next page or null."""
    found, cursor = keyset.page(rows, paging.cursor, paging.limit)
    return {"items": [shape(row) for row in found], "next_cursor": cursor or None}


def one_or_404(found, words: str):
    if found is None:
        raise Http404(words)
    return found

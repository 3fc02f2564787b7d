"""What everybody may see: an authority's own page, the same as JSON, and JSON for all authorities."""

import json
from hashlib import sha256

from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from cms.core.authority_url import authority_or_404
from cms.core.dates import today
from cms.core.models import Authority
from home.compliance.board import Board, Standing, board_of, boards_of
from home.compliance.places import place_of
from home.compliance.states import State

#: Seconds for which a reader, and the count on an authority's front page, may keep what was read.
KEPT = 60
#: How each state is marked: colour and icon beside its word.
TAGS = {
    State.MISSING: ("bad", "minus"),
    State.EMPTY: ("bad", "minus"),
    State.DUE: ("wait", "clock"),
    State.IN_ORDER: ("ok", "check"),
    State.NOT_APPLICABLE: ("", "info"),
}


@require_safe
def page(request, code):
    """`/<mã>/tuan-thu/`: what the authority has not done yet stands first."""
    request.authority = authority_or_404(code)
    board = board_of(request.authority, today())
    return render(request, "home/compliance.html", {"board": board, "groups": groups_of(board), "here": "compliance"})


@require_safe
def one_as_json(request, code):
    """`/<mã>/tuan-thu.json`"""
    return _answer(request, [board_of(authority_or_404(code), today())])


@require_safe
def all_as_json(request):
    """`/tuan-thu.json`: every authority that takes requests."""
    return _answer(request, boards_of(Authority.objects.open().order_by("kind", "name"), today()))


def groups_of(board: Board) -> list[dict]:
    """The rows by what they ask of somebody: gaps, what is due, the rest; groups without rows are left out."""
    gaps, due = board.gaps, board.due
    rest = [standing for standing in board.standings if standing not in gaps and standing not in due]
    found = (("con-thieu", "Còn thiếu", gaps), ("den-han", "Đến hạn làm hoặc xem lại", due), ("da-co", "Đã có", rest))
    return [
        {"id": key, "title": title, "rows": [_row(one, board.authority) for one in rows]}
        for key, title, rows in found
        if rows
    ]


def _row(standing: Standing, authority: Authority) -> dict:
    kind, icon = TAGS[standing.state]
    place = place_of(standing, authority)
    return {"standing": standing, "kind": kind, "icon": icon, "slug": slug_of(standing), "place": place}


def slug_of(standing: Standing) -> str:
    """How an obligation is named in addresses: focal-point."""
    return standing.code.lower().replace("_", "-")


def tally_of(authority: Authority) -> list[tuple[str, int]]:
    """How many obligations stand how, for the front page: read once a minute, the page itself never lags."""
    day = today()
    key = f"compliance:tally:{authority.pk}:{day}"
    counts = cache.get_or_set(key, lambda: [(str(state), n) for state, n in board_of(authority, day).tally], KEPT)
    return [(State(state), count) for state, count in counts]


# --- JSON --------------------------------------------------------------------------------------------------------
def as_data(board: Board) -> dict:
    """A board in plain words and ISO days; only what the page shows."""
    authority = board.authority
    return {
        "code": authority.code,
        "name": authority.name,
        "kind": authority.kind,
        "url": reverse("home:compliance", args=[authority.code]),
        "counts": {str(state): count for state, count in board.tally},
        "obligations": [_standing_data(standing, authority) for standing in board.standings],
    }


def _standing_data(standing: Standing, authority: Authority) -> dict:
    return {
        "code": standing.code,
        "label": standing.obligation.label,
        "article": standing.obligation.article,
        "state": str(standing.state),
        "state_label": str(standing.state.label),
        "words": standing.words,
        "url": place_of(standing, authority),
        "owner": standing.owner,
        "complete_by": _iso(standing.complete_by),
        "last_review": _iso(standing.last_review),
        "next_review": _iso(standing.next_review),
    }


def _iso(day):
    return day.isoformat() if day else None


def _answer(request, boards: list[Board]):
    """Public figures for any site to read, never older than a minute at a reader's."""
    told = {
        "day": today().isoformat(),
        "law": boards[0].law if boards else "",
        "states": {str(state): str(state.label) for state in State},
        "authorities": [as_data(board) for board in boards],
    }
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    response = HttpResponse(body, content_type="application/json; charset=utf-8")
    response["ETag"] = etag
    response = get_conditional_response(request, etag=etag, response=response)
    response["Cache-Control"] = f"public, max-age={KEPT}"
    response["Access-Control-Allow-Origin"] = "*"
    return response

"""How an authority keeps its catalog, for everybody: the same meters as inside, as a page and as JSON (NĐ 224/2026 Điều 12).

Only what must be public is measured here. A figure opens its rows where the rows themselves are public.
"""

from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from catalog import meters
from catalog.choices import InfoClass
from catalog.models import InformationItem
from cms.core.authority_url import authority_or_404
from cms.core.dates import today

#: Meter → the state by which the public list shows its rows; None: no list, for its rows are not public.
COLUMNS = {
    "cong-khai": "",
    "mo-duoc": "mo-duoc",
    "dung-han": None,
    "dang-cham": "cham",
    "qua-han": None,
    "qua-ky": "can-cap-nhat",
    "viec-cu-con": None,
}


def _board(authority):
    items = InformationItem.objects.of(authority).filter(info_class=InfoClass.MUST_PUBLISH)
    return meters.by_point(items, meters.Ruler.of(today()))


@require_safe
def page(request, code):
    """`/<mã>/danh-muc/so-do/`"""
    authority = request.authority = authority_or_404(code)
    board = _board(authority)
    return render(
        request,
        "catalog/meters.html",
        {
            "board": board,
            "bars": board.bars,
            "parts": meters.TIMELY,
            "columns": [meters.METERS[slug] for slug in COLUMNS],
            "lines": [_line(authority, line) for line in board.lines],
            "whole": _line(authority, board.whole),
            "median": board.whole.median_delay,
            "crumbs": [
                (authority.short_name, reverse("home:authority", args=[authority.code])),
                ("Danh mục", reverse("catalog:home", args=[authority.code])),
            ],
            "here": "catalog",
        },
    )


def _line(authority, line):
    cells = []
    for slug, state in COLUMNS.items():
        count, url = line.counts[slug], ""
        if count and state is not None and line.key != meters.NO_POINT:
            words = {"nhom": line.key, "trangthai": state}
            chosen = "&".join(f"{name}={value}" for name, value in words.items() if value)
            url = reverse("catalog:list", args=[authority.code, "phai-cong-khai"]) + (f"?{chosen}" if chosen else "")
        meter = meters.METERS[slug]
        cells.append(
            {"label": meter.label, "count": count, "url": url, "share": line.share(slug) if meter.of else None}
        )
    return {"label": line.label, "cells": cells}


@require_safe
def as_json(request, code):
    """`/<mã>/danh-muc/so-do.json`"""
    authority = request.authority = authority_or_404(code)
    board = _board(authority)
    answer = JsonResponse(
        {
            "authority": authority.code,
            "name": authority.name,
            "day": board.ruler.day.isoformat(),
            "law": board.ruler.rules.legal_reference,
            "backlog_until": board.ruler.backlog_until.isoformat() if board.ruler.backlog_until else None,
            "meters": {slug: {"label": str(meters.METERS[slug].label)} for slug in COLUMNS},
            "total": _figures(board.whole),
            "points": [{"code": line.key, "label": line.label} | _figures(line) for line in board.lines],
        },
        json_dumps_params={"ensure_ascii": False},
    )
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def _figures(line):
    counts = {slug: line.counts[slug] for slug in COLUMNS}
    return counts | {"median_delay_working_days": line.median_delay}

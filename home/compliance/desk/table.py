"""All authorities in reach against all obligations: filters, and the same as a workbook."""

from dataclasses import dataclass
from io import BytesIO

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic.base import View

from cms.core import tables
from cms.core.admin_page import AdminPage
from cms.core.dates import local_day, short
from cms.core.models import Authority
from cms.core.models.authority import AuthorityKind
from home.compliance import access, obligations
from home.compliance.board import Board, Standing, boards_of
from home.compliance.desk.signs import SHORT, SIGNS
from home.compliance.public import slug_of
from home.compliance.states import State
from home.models import ObligationCode


@dataclass(frozen=True)
class Filters:
    """What the address asks for; anything it does not know is left out."""

    kind: str = ""
    state: str = ""
    obligation: str = ""

    @classmethod
    def read(cls, query) -> "Filters":
        def known(name, choices):
            value = query.get(name, "")
            return value if value in choices else ""

        return cls(
            known("cap", AuthorityKind.values), known("tinh-trang", State.values), known("viec", ObligationCode.values)
        )

    def shows(self, standing: Standing) -> bool:
        return self.obligation in ("", standing.code) and self.state in ("", standing.state)


class Table:
    """The boards of what this person may compare, as the filters leave them."""

    def __init__(self, user, filters: Filters, day):
        self.filters, self.day = filters, day
        found = Authority.objects.filter(pk__in=reach(user)).order_by("kind", "name")
        if filters.kind:
            found = found.filter(kind=filters.kind)
        self.law = obligations.in_force_on(day)
        self.columns = [one for one in self.law.obligations if filters.obligation in ("", one.code)]
        self.boards = [board for board in boards_of(list(found), day) if self.is_asked_for(board)]

    def is_asked_for(self, board: Board) -> bool:
        return any(self.filters.shows(standing) for standing in board.standings)

    def cells(self, board: Board) -> list[Standing | None]:
        """One for each column; none where the authority has no such obligation."""
        return [board.of(column.code) for column in self.columns]


def reach(user) -> set[int]:
    return access.supervised(user) | access.own(user)


class TableView(AdminPage):
    """For supervisors; whoever has one authority only is led to its own page."""

    template_name = "home/desk/compliance_table.html"

    def get_page_title(self):
        return _("Việc phải công khai của các cơ quan")

    def get(self, request, *args, **kwargs):
        keys = reach(request.user)
        if not keys:
            raise Http404("Không có trang này")
        if len(keys) == 1:
            return redirect("compliance:own", Authority.objects.get(pk=keys.pop()).code)
        return super().get(request, *args, **kwargs)

    @cached_property
    def table(self):
        return Table(self.request.user, Filters.read(self.request.GET), local_day(timezone.now()))

    def get_context_data(self, **kwargs):
        table = self.table
        rows = [
            {"board": board, "cells": [_cell(one) for one in table.cells(board)], "gaps": len(board.gaps)}
            for board in table.boards
        ]
        return super().get_context_data(
            rows=rows,
            columns=[{"short": SHORT[one.code], "label": one.label} for one in table.columns],
            key=[{"sign": sign, "kind": kind, "label": state.label} for state, (sign, kind) in SIGNS.items()],
            chosen=table.filters,
            is_filtered=table.filters != Filters(),
            kinds=AuthorityKind.choices,
            states=State.choices,
            obligations=[(one.code.value, one.label) for one in table.law.obligations],
            law=table.law.legal_reference,
            day=table.day,
            query=self.request.GET.urlencode(),
            **kwargs,
        )


def _cell(standing):
    if standing is None:
        return None
    sign, kind = SIGNS[standing.state]
    return {"standing": standing, "sign": sign, "kind": kind, "slug": slug_of(standing)}


class TableFileView(View):
    """The table with its filters as a workbook: `?dang=chi-tiet` one row for each obligation of each authority."""

    def get(self, request):
        if not reach(request.user):
            raise Http404("Không có trang này")
        table = Table(request.user, Filters.read(request.GET), local_day(timezone.now()))
        in_detail = request.GET.get("dang") == "chi-tiet"
        headers, rows = (_details if in_detail else _matrix)(table)
        stream = BytesIO()
        tables.write_xlsx(stream, headers, rows, sheet=str(_("Việc phải công khai")), about=_about(table))
        response = HttpResponse(
            stream.getvalue(), content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        )
        name = f"viec-phai-cong-khai-{table.day:%Y%m%d}{'-chi-tiet' if in_detail else ''}.xlsx"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["Cache-Control"] = "private, no-store"
        return response


def _matrix(table: Table):
    headers = [_("Mã"), _("Cơ quan"), _("Loại"), *(one.label for one in table.columns), _("Còn thiếu"), _("Đến hạn")]
    rows = (
        [
            board.authority.code,
            board.authority.name,
            str(board.authority.get_kind_display()),
            *(str(one.state.label) if one else "" for one in table.cells(board)),
            len(board.gaps),
            len(board.due),
        ]
        for board in table.boards
    )
    return [str(title) for title in headers], rows


def _details(table: Table):
    headers = (
        *(_("Mã"), _("Cơ quan"), _("Loại"), _("Việc"), _("Căn cứ"), _("Tình trạng"), _("Thực tế"), _("Phụ trách")),
        *(_("Hẹn xong trước"), _("Xem lại gần nhất"), _("Xem lại trước")),
    )
    rows = (
        [
            *(board.authority.code, board.authority.name, str(board.authority.get_kind_display())),
            *(one.obligation.label, one.obligation.article, str(one.state.label), one.words, one.owner),
            *(one.complete_by, one.last_review, one.next_review),
        ]
        for board in table.boards
        for one in board.standings
        if table.filters.shows(one)
    )
    return [str(title) for title in headers], rows


def _about(table: Table):
    return [
        (str(_("Bảng")), str(_("Việc phải công khai của các cơ quan"))),
        (str(_("Tính đến")), short(table.day)),
        (str(_("Theo")), table.law.legal_reference),
        (str(_("Số cơ quan")), str(len(table.boards))),
    ]

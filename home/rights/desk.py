"""Bảng quyền: the same table on a page, one state at a time, for those who answer for rights."""

from django.http import Http404
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from cms.core import offices
from cms.core.admin_page import AdminPage
from home.rights import acts, cells
from workflow.choices import CorrectionStatus, Status

TITLE = _("Bảng quyền")
#: Which part of the table the address asks for: requests and corrections by their state, all other acts.
REQUEST, CORRECTION, OTHER = "buoc", "kien-nghi", "viec-khac"
#: How the style sheet frames each letter.
FRAMES = {
    cells.Kind.ALONE: "1",
    cells.Kind.PROPOSES: "D",
    cells.Kind.APPROVES: "K",
    cells.Kind.RECORDS: "2",
    cells.Kind.SEES: "X",
    cells.Kind.NOTHING: "X",
    cells.Kind.OUT: "X",
}


class RightsView(AdminPage):
    """For administrators and supervisors: whoever looks after accounts, or looks after those who do."""

    template_name = "home/desk/rights.html"

    def dispatch(self, request, *args, **kwargs):
        if not offices.may_look(request.user):
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return TITLE

    def get_context_data(self, **kwargs):
        part, state, groups = self.part()
        columns = [one for one in cells.COLUMNS if part != OTHER or one != cells.REQUESTER]
        return super().get_context_data(
            legend=[(kind, FRAMES[kind]) for kind in cells.Kind],
            columns=[cells.name_of(column) for column in columns],
            groups=[(heading, [row(label, also, cell, columns) for label, also, cell in rows]) for heading, rows in groups],
            states=Status,
            corrections=CorrectionStatus,
            part=part,
            state=state,
            **kwargs,
        )  # fmt: skip

    def part(self):
        """What is shown: its part, its state, and (heading, rows) with each row's label, note and cells."""
        if OTHER in self.request.GET:
            found = [
                (heading, [(one.label, one.also, one.cell) for one in rows]) for heading, rows in acts.ACTS.items()
            ]
            return OTHER, "", found
        for part, table in ((CORRECTION, cells.CORRECTIONS), (REQUEST, cells.REQUESTS)):
            state = self.request.GET.get(part, "")
            if state in table[1].values:
                return part, state, [(table[1](state).label, rows_of(table, state))]
        return REQUEST, Status.RECEIVED, [(Status.RECEIVED.label, rows_of(cells.REQUESTS, Status.RECEIVED))]


def rows_of(table, state):
    moves, _states, cell = table
    found = cells.moves_in(moves, state)
    return [(move.label, "", lambda column, move=move: cell(move, state, column)) for move in found]


def row(label, also, cell, columns):
    found = [cells.Kind(cell(column)) for column in columns]
    return {"label": label, "also": also, "cells": [(kind, FRAMES[kind]) for kind in found]}


class RightsItem(MenuItem):
    def __init__(self):
        super().__init__(TITLE, "", name="bang-quyen", icon_name="table", order=805)

    def is_shown(self, request):
        return offices.may_look(request.user)

    def render_component(self, request):
        component = super().render_component(request)
        component.url = reverse("rights:table")
        return component


app_name = "rights"
urlpatterns = [path("bang-quyen/", RightsView.as_view(), name="table")]

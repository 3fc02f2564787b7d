"""Thống kê: the table of figures; one figure with the rows behind it, or with each authority's share; the table as a file."""

from io import BytesIO
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.audit.record import refused
from cms.core import files
from cms.core.admin_page import AdminPage
from cms.core.dates import local_day
from cms.core.figures import WHOLE, Scope
from cms.core.print_table import words
from home.reports.gathering import by_code
from home.statistics import access, exporting
from home.statistics.desk.forms import ScopeForm
from home.statistics.lists import listing_of
from home.statistics.table import shown, table_of

TITLE = _("Thống kê")
_SHOWN = 50  # rows a page
_TYPES = {"XLSX": files.TYPES["xlsx"], "PDF": files.TYPES["pdf"]}


class StatisticsPage(AdminPage):
    """A page about the authorities in one's reach; whoever has none does not find it."""

    def dispatch(self, request, *args, **kwargs):
        self.at = timezone.now()
        if not request.user.is_authenticated or not access.reach(request.user):
            raise Http404("Không có trang này")
        self.form = ScopeForm(request.GET, authorities=access.authorities_of(request.user), day=self.day)
        return super().dispatch(request, *args, **kwargs)

    @property
    def day(self):
        return local_day(self.at)

    def trail(self):
        return [(TITLE, f"{reverse('statistics:table')}?{self.query}")]

    @property
    def query(self) -> str:
        return urlencode(self.form.query())

    def get_context_data(self, **kwargs):
        return super().get_context_data(form=self.form, query=self.query, day=self.day, **kwargs)


class TableView(StatisticsPage):
    """Every figure of the choice, each leading to what is behind it."""

    template_name = "home/desk/statistics/table.html"

    def get_page_title(self):
        return TITLE

    def trail(self):
        return []

    def get_context_data(self, **kwargs):
        if not self.form.is_valid():
            return super().get_context_data(groups=[], **kwargs)
        table = table_of(self.form.authorities, self.form.period)
        groups = [
            {"label": group.label, "slug": group.value.lower(), "lines": [self.line(line) for line in lines]}
            for group, lines in table.groups
        ]
        return super().get_context_data(
            table=table, groups=groups, one=table.authorities[0] if len(table.authorities) == 1 else None, **kwargs
        )

    def line(self, line):
        words = {"part": line.part} if line.part else {}
        url = reverse("statistics:figure", args=[line.definition.code])
        return {
            "line": line,
            "url": f"{url}?{urlencode(self.form.query() | words)}" if line.total and not line.is_heading else "",
        }


class FigureView(StatisticsPage):
    """One figure or one part of it: its rows where all of them may be opened, else each authority's share."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.definition = by_code().get(kwargs["figure"])
        self.part = request.GET.get("part", WHOLE)[:60]

    def dispatch(self, request, *args, **kwargs):
        if self.definition is None or bool(self.part) != bool(self.definition.part_labels()):
            raise Http404("Không có số liệu này")
        return super().dispatch(request, *args, **kwargs)

    def get_template_names(self):
        return [f"home/desk/statistics/{'rows' if self.opens_rows else 'shares'}.html"]

    @property
    def opens_rows(self) -> bool:
        return access.opens_all(self.request.user, self.definition, self.form.authorities)

    def get_page_title(self):
        label = self.definition.label
        return f"{label}: {self.definition.label_of(self.part)}" if self.part else label

    def get(self, request, *args, **kwargs):
        if not self.form.is_valid():
            raise Http404("Không có kỳ này")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        authorities, period = self.form.authorities, self.form.period
        scope = Scope(tuple(one.pk for one in authorities), period)
        counts = self.definition.count(scope)
        amounts = {key: counts.get(key, {}).get(self.part, 0) for key in scope.authority_ids}
        context = {
            "definition": self.definition,
            "part": self.part,
            "period": period,
            "authorities": authorities,
            "total": shown(self.definition, self.definition.total(amounts.values())),
        }
        context |= self.rows(scope) if self.opens_rows else self.shares(authorities, amounts)
        return super().get_context_data(**context, **kwargs)

    def rows(self, scope):
        definition, user = self.definition, self.request.user
        found = definition.gate(user, definition.cases(scope, self.part or None))
        listing = listing_of(found)
        if definition.amount is not None:
            found = found.annotate(of_row=definition.amount)
        page = Paginator(found.select_related(*listing.related).order_by("pk"), _SHOWN).get_page(
            self.request.GET.get("p")
        )
        titles = list(listing.titles)
        if definition.amount is not None:
            titles.append(definition.measure.label)
        return {
            "titles": titles,
            "rows": [{"url": listing.url(row), "cells": self._cells(listing, row)} for row in page.object_list],
            "page": page,
            "page_query": urlencode(self.form.query() | ({"part": self.part} if self.part else {})),
        }

    def _cells(self, listing, row):
        cells = [words(cell) for cell in listing.cells(row)]
        return cells if self.definition.amount is None else [*cells, words(row.of_row)]

    def shares(self, authorities, amounts):
        may_open = self.definition.opens(self.request.user) if self.definition.rows is not None else set()
        rows = []
        for one in authorities:
            own = self.form.query() | {"authority": one.code} | ({"part": self.part} if self.part else {})
            rows.append(
                {
                    "authority": one,
                    "shown": shown(self.definition, amounts[one.pk]),
                    "url": f"?{urlencode(own)}" if amounts[one.pk] and one.pk in may_open else "",
                }
            )
        return {"shares": rows, "has_rows": self.definition.rows is not None}


class FileView(StatisticsPage):
    """The table as XLSX or PDF; asked for by POST, for it is an act on record."""

    http_method_names = ["post"]

    def get_page_title(self):
        return TITLE

    def post(self, request, *args, **kwargs):
        kind = request.POST.get("kind", "")
        if kind not in exporting.KINDS or not self.form.is_valid():
            refused(exporting.EXPORTED, by=request.user, at=self.at)
            raise Http404("Không có tệp này")
        target = BytesIO()
        table = table_of(self.form.authorities, self.form.period)
        exporting.export(target, table, kind=kind, by=request.user, at=self.at)
        response = HttpResponse(target.getvalue(), content_type=_TYPES[kind])
        response["Content-Disposition"] = f'attachment; filename="thong-ke-{table.period.end}.{kind.lower()}"'
        response["Cache-Control"] = "private, no-store"
        return response

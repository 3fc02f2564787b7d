"""The meters in the admin: of the authorities and units in one's reach, each figure opening its rows in the list."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog import access, meters
from catalog.desk.views import CatalogPage, list_url
from catalog.models import InformationItem

#: The columns of the table, in their order.
COLUMNS = ("muc", "cong-khai", "mo-duoc", "dung-han", "cham", "qua-han", "qua-ky", "da-so-hoa", "viec-cu-con")
GROUPS = {"": _("Theo điểm của Điều 17.1"), "don-vi": _("Theo đơn vị chịu trách nhiệm")}


class MetersView(CatalogPage):
    """All authorities in reach beside each other; of one, its points or its units."""

    template_name = "catalog/desk/meters.html"

    def get_page_title(self):
        return _("Đo danh mục")

    def get_context_data(self, **kwargs):
        ruler = meters.Ruler.of(self.day)
        items = access.readable(self.request.user, InformationItem.objects.all())
        everywhere = meters.by_authority(items, ruler)
        one = self._chosen(everywhere)
        group = "don-vi" if self.request.GET.get("theo") == "don-vi" else ""
        board, parameter, fixed = everywhere, "co-quan", {}
        if one is not None:
            items, fixed = items.filter(authority__code=one.key), {"co-quan": one.key}
            board = meters.by_unit(items, ruler) if group else meters.by_point(items, ruler)
            parameter = group or "diem"
        whole = self._line(board.whole, fixed, False)
        return super().get_context_data(
            board=board,
            one=one,
            several=len(everywhere.lines) > 1,
            group=group,
            groups=[{"name": name, "label": label, "current": name == group} for name, label in GROUPS.items()],
            columns=[meters.METERS[slug] for slug in COLUMNS],
            lines=[self._line(line, fixed | {parameter: line.key}, one is None) for line in board.lines],
            whole=whole,
            parts=meters.TIMELY,
            digitised=self._digitised(items, ruler, fixed),
            backlog={"all": whole["by_slug"]["viec-cu"], "left": whole["by_slug"]["viec-cu-con"]},
            **kwargs,
        )

    def _chosen(self, board):
        """The authority that the address names, or the only one there is."""
        code = self.request.GET.get("co-quan", "")
        only = board.lines[0] if len(board.lines) == 1 else None
        return next((line for line in board.lines if line.key == code), only)

    def _line(self, line, fixed, is_authority):
        cells = {}
        for slug in (*COLUMNS, "viec-cu"):
            count = line.counts[slug]
            cells[slug] = {
                "count": count,
                "url": self._rows(slug, fixed) if count else "",
                "share": line.share(slug) if meters.METERS[slug].of else None,
                "delay": line.median_delay if slug == "cham" else None,
                "is_bad": bool(count) and slug in ("qua-han", "qua-ky"),
            }
        url = f"?{urlencode({'co-quan': line.key})}" if is_authority else ""
        return {"label": line.label, "url": url, "cells": [cells[slug] for slug in COLUMNS], "by_slug": cells}

    def _rows(self, slug, fixed):
        return f"{list_url()}?{urlencode({'so-do': slug} | fixed)}"

    def _digitised(self, items, ruler, fixed):
        return [
            {
                "label": one.label,
                "cells": [
                    {"count": count, "url": self._rows(slug, fixed | {"ra-doi": one.made}) if count else ""}
                    for slug, count in one.counts.items()
                ],
            }
            for one in meters.digitised(items, ruler)
        ]

    @property
    def own_url(self):
        return reverse("catalog_desk:meters")

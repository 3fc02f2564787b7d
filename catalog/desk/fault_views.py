"""What of the public catalog cannot be opened any more: the list for who answers for it, and a word on the start page."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from catalog import access, queries
from catalog.desk.views import CatalogPage, item_url
from cms.core.dates import today
from cms.core.roles import Role

_MOST = 200  # rows of the page: whoever has more mends the oldest first
_SHOWN = 5
#: Who mends: those who enter, and the unit that made the information.
MENDING = access.ENTERING | {Role.FOCAL_HEAD, Role.ORIGINATING_UNIT}


def _row(fault, day) -> dict:
    return {"fault": fault, "url": item_url(fault.item), "is_told": not fault.is_harmless and fault.told_from <= day}


class FaultsView(CatalogPage):
    """Oldest first, each with what is wrong, since when, and whether readers are told."""

    template_name = "catalog/desk/faults.html"

    def get_page_title(self):
        return _("Tệp, đường dẫn hỏng")

    def get_context_data(self, **kwargs):
        found = queries.faults(self.request.user)
        rows = [_row(fault, self.day) for fault in found[: _MOST + 1]]
        return super().get_context_data(rows=rows[:_MOST], is_cut=len(rows) > _MOST, **kwargs)


class FaultsPanel(Component):
    """On the start page: how much is broken of what the person looks after."""

    name = "faults"
    template_name = "catalog/desk/faults_panel.html"
    order = 310

    def __init__(self, faults):
        super().__init__()
        self.faults = faults

    def get_context_data(self, parent_context):
        day = today()
        return {
            "rows": [_row(fault, day) for fault in self.faults[:_SHOWN]],
            "more": len(self.faults) > _SHOWN,
            "url": reverse("catalog_desk:faults"),
        }


def add_panel(request, panels):
    """For those who mend, and only where something is broken."""
    if not any(held.role in MENDING for held in request.user.current_roles):
        return
    found = list(queries.faults(request.user)[: _SHOWN + 1])
    if found:
        panels.append(FaultsPanel(found))

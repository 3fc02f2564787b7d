"""What every page of reports begins with; how a record is found and an act is done is that of the plans' desk."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from home.plans.desk.base import ActPage, MakingPage, PlansPage, ThingPage
from home.reports import access

#: The tabs above every page here: (name, label, URL name).
TABS = (
    ("reports", _("Báo cáo của cơ quan"), "reports:reports"),
    ("periods", _("Kỳ báo cáo"), "reports:periods"),
    ("bodies", _("Cơ quan ngoài hệ thống"), "reports:bodies"),
)


def tabs(current: str, user) -> list[dict]:
    """The last two only for those who look after a period or a province."""
    shown = TABS if access.provinces_of(user) else TABS[:2]
    return [{"label": label, "url": reverse(url), "current": name == current} for name, label, url in shown]


class ReportsPage(PlansPage):
    """A page of this part of the desk; whoever holds no office here does not find it."""

    tab = "reports"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"tabs": tabs(self.tab, self.request.user), "tabs_label": _("Báo cáo")}


class ReportsThingPage(ReportsPage, ThingPage):
    """A page about one period, report or body."""


class ReportsActPage(ReportsThingPage, ActPage):
    """One act on one of them."""


class ReportsMakingPage(ReportsPage, MakingPage):
    """An act that makes one."""

"""The catalog in the menu, by role. Labels stay short: the sidebar cuts after twenty characters."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from catalog import access, queries
from cms.core.roles import Role


class CatalogItem(MenuItem):
    """An entry for those of whom `shown(user)` holds; `count(user)` says how much waits there."""

    def __init__(self, label, url_name, *, shown, icon, order, count=None):
        super().__init__(label, "", name=f"catalog-{order}", icon_name=icon, order=order)
        self.url_name, self.shown, self.count = url_name, shown, count

    def is_shown(self, request):
        return self.shown(request.user)

    def render_component(self, request):
        # Items are shared between requests, so only the component that is returned may carry a count.
        component = super().render_component(request)
        component.url = reverse(self.url_name)
        waiting = self.count(request.user) if self.count else 0
        if waiting:
            component.label = f"{self.label} ({waiting})"
        return component


def _publishes(user):
    return bool(user.authorities_as({Role.FOCAL_HEAD, Role.PUBLISHER}))


ITEMS = (
    CatalogItem(_("Danh mục"), "danh-muc_modeladmin_index", shown=access.can_open, icon="list-ul", order=52),
    CatalogItem(
        _("Chờ duyệt đăng"),
        "catalog_desk:approve",
        shown=_publishes,
        icon="check",
        order=54,
        count=lambda user: queries.waiting_for(user).order_by().count(),
    ),
)

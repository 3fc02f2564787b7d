"""The way to the figures, for those who have authorities to look at."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from home.statistics import access


class StatisticsItem(MenuItem):
    def __init__(self):
        super().__init__(_("Thống kê"), "", name="thong-ke", icon_name="clipboard-list", order=49)

    def is_shown(self, request):
        return bool(access.reach(request.user))

    def render_component(self, request):
        component = super().render_component(request)
        component.url = reverse("statistics:table")
        return component

"""The way back to the start page, for those who have no desk to bring one along."""

from django.urls import reverse
from wagtail.admin.menu import MenuItem

from cms.core.admin_page import START
from home.desk import worklist
from workflow import access


class StartItem(MenuItem):
    def __init__(self):
        super().__init__(START, "", name="start", icon_name="tasks", order=10)

    def is_shown(self, request):
        return worklist.concerns(request.user) and not access.can_open_desk(request.user)

    def render_component(self, request):
        component = super().render_component(request)
        component.url = reverse("wagtailadmin_home")
        return component

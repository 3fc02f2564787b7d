"""The log in the menu, for those who have a grant."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from cms.audit import access


class LogItem(MenuItem):
    def __init__(self):
        super().__init__(_("Nhật ký"), "", name="log", icon_name="history", order=90)

    def is_shown(self, request):
        return access.may_read_log(request.user)

    def render_component(self, request):
        component = super().render_component(request)
        component.url = reverse("log:log")
        return component

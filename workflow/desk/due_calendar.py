"""Lịch hạn: the secret address of one's own due dates, shown once after it was made."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.core.addresses import absolute
from cms.core.admin_page import AdminPage
from cms.core.secrets import cipher
from workflow.desk.views import DeskPageMixin
from workflow.services import due_calendar

_KEY = "due_calendar_once"


class DueCalendarView(DeskPageMixin, AdminPage):
    """Make, see once, revoke."""

    template_name = "workflow/desk/due_calendar.html"

    def get_page_title(self):
        return _("Lịch hạn")

    def get_context_data(self, **kwargs):
        kept = self.request.session.pop(_KEY, None)
        token = cipher().decrypt(kept.encode()).decode() if kept else ""
        address = absolute(reverse("workflow:due_calendar", args=[token])) if token else ""
        return super().get_context_data(address=address, present=due_calendar.of(self.request.user), **kwargs)

    def post(self, request, *args, **kwargs):
        if request.POST.get("viec") == "tao":
            token = due_calendar.make(by=request.user, at=self.at)
            request.session[_KEY] = cipher().encrypt(token.encode()).decode()
        elif request.POST.get("viec") == "bo" and due_calendar.revoke(by=request.user, at=self.at):
            messages.success(request, _("Đã bỏ địa chỉ lịch. Ứng dụng lịch không đọc được nữa."))
        return redirect("desk:due_calendar")

    def render_to_response(self, context, **kwargs):
        response = super().render_to_response(context, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

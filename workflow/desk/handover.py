"""Bàn giao: what a new officer must know on the first morning; open cases, dates, a guide of three minutes."""

from django.db.models import Count, Min, Q
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from cms.core.admin_page import AdminPage
from cms.core.roles import Role
from workflow import queues
from workflow.choices import OPEN_STATUSES, RUNNING_STATUSES
from workflow.desk.rows import row
from workflow.desk.views import DeskPageMixin

_SHOWN = 100


class HandoverView(DeskPageMixin, AdminPage):
    template_name = "workflow/desk/handover.html"

    def get_page_title(self):
        return _("Bàn giao")

    def get_context_data(self, **kwargs):
        desk = self.desk
        focal = desk.authorities({Role.FOCAL_OFFICER, Role.FOCAL_HEAD})
        if not focal:
            raise Http404("Không có trang này")
        open_now = queues.visible(desk.user).filter(authority__in=focal, status__in=OPEN_STATUSES)
        found = queues.with_what_holds_up(open_now).by_due_date()
        late = Q(status__in=RUNNING_STATUSES, due_on__lt=desk.day)
        holders = (
            open_now.values("assigned_to", "assigned_to__first_name", "assigned_to__is_active")
            .annotate(open=Count("pk"), late=Count("pk", filter=late), next_on=Min("due_on"))
            .order_by("assigned_to__first_name")
        )
        return super().get_context_data(
            rows=[row(desk, case) for case in found[:_SHOWN]],
            more=max(open_now.count() - _SHOWN, 0),
            holders=holders,
            day=desk.day,
            authorities=[held.authority for held in desk.user.current_roles if held.authority_id in focal],
            **kwargs,
        )

"""Khiếu nại, khởi kiện, tố cáo as records: the list with its queues."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import HeaderButton

from cms.core.history_view import AuditHistoryView
from cms.core.safe_modeladmin import ReachableInstanceView, SafeIndexView, SafeModelAdmin
from workflow import access
from workflow.desk.menu import desk_of
from workflow.desk.modeladmin import DeskPermissions
from workflow.desk.remedies.rows import LIST, chip_of, remedy_url
from workflow.models import Remedy
from workflow.remedy_choices import RemedyStatus

#: Tabs by their word in the address: label, and which rows.
QUEUES = {
    "": (_("Đang mở"), lambda found, day: found.open()),
    "qua-han": (_("Quá hạn"), lambda found, day: found.overdue_on(day)),
    "cho-quyet-dinh": (_("Chờ người thứ hai"), lambda found, day: found.filter(status=RemedyStatus.PROPOSED)),
    "da-ket-thuc": (_("Đã kết thúc"), lambda found, day: found.closed()),
}


class RemedyIndexView(SafeIndexView):
    """The next to fall due first; ended ones by the day of their end."""

    known = ("hang",)

    def get_queryset(self, request=None):
        request = request or self.request
        self.desk = desk_of(request)
        self.queue = request.GET.get("hang", "") if request.GET.get("hang", "") in QUEUES else ""
        found = QUEUES[self.queue][1](self.model_admin.get_queryset(request), self.desk.day)
        return found.order_by("-outcome_on", "-pk") if self.queue == "da-ket-thuc" else found.by_due_date()

    def get_header_buttons(self):
        if not access.remedy_authorities(self.request.user):
            return []
        return [HeaderButton(_("Sổ khiếu nại"), url=reverse("desk:remedy_register"), icon_name="list-ul")]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        page = context["page_obj"]
        return context | {
            "tabs": [
                {"name": name, "label": label, "current": name == self.queue} for name, (label, _rows) in QUEUES.items()
            ],
            "queue": self.queue,
            "rows": [
                {"case": one, "url": remedy_url(one), "chip": chip_of(one, self.desk)} for one in page.object_list
            ],
            "previous_url": self.get_query_string({"p": page.number - 1}),
            "next_url": self.get_query_string({"p": page.number + 1}),
        }


class RemedyHistoryView(AuditHistoryView):
    """Of the matter and its papers; who denounces stands on no page but its own."""

    def back_url(self):
        return remedy_url(self.instance)

    def reads_personal(self):
        return access.can_read_remedy(self.request.user, self.instance)

    def things(self):
        return [self.instance, *self.instance.files.all()]


class ToRemedyView(ReachableInstanceView):
    """Inspecting one means its own page."""

    def get(self, request, *args, **kwargs):
        return redirect("desk:remedy", code=self.instance.code)


class RemedyAdmin(SafeModelAdmin):
    model = Remedy
    base_url_path = "khieu-nai"
    menu_label = LIST
    list_display = ("code", "kind", "status", "due_on")
    permission_helper_class = DeskPermissions
    index_view_class = RemedyIndexView
    history_view_class = RemedyHistoryView
    inspect_view_class = ToRemedyView
    index_template_name = "workflow/desk/remedies/list.html"
    add_to_admin_menu = False

    def get_queryset(self, request):
        return access.visible_remedies(request.user).with_people()

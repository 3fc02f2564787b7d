"""Kiến nghị đính chính as records: the list with its queues, the field-by-field history, and the links beside an item."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import HeaderButton

from catalog.desk.beside import Link
from cms.core.history_view import AuditHistoryView
from cms.core.roles import SUPERVISING_ROLES
from cms.core.safe_modeladmin import ReachableInstanceView, SafeIndexView, SafeModelAdmin
from workflow import access
from workflow.choices import CorrectionStatus
from workflow.desk.corrections.forms import register_authorities
from workflow.desk.corrections.views import LIST, correction_url
from workflow.desk.due import chip
from workflow.desk.menu import desk_of
from workflow.desk.modeladmin import DeskPermissions
from workflow.desk.rows import HIDDEN_NAME, law_name
from workflow.models import CorrectionRequest

#: Tabs by their word in the address: label, rows, and whether the newest answer stands first.
QUEUES = {
    "": (_("Đang mở"), lambda found, day: found.open()),
    "qua-han": (_("Quá hạn"), lambda found, day: found.overdue_on(day)),
    "cho-don-vi": (_("Chờ đơn vị"), lambda found, day: found.filter(status=CorrectionStatus.ASKED)),
    "cho-quyet-dinh": (_("Chờ người thứ hai"), lambda found, day: found.filter(status=CorrectionStatus.PROPOSED)),
    "da-tra-loi": (_("Đã trả lời"), lambda found, day: found.closed()),
}


class CorrectionIndexView(SafeIndexView):
    """The next to fall due first; closed ones by the day of their answer."""

    known = ("hang",)

    def get_queryset(self, request=None):
        request = request or self.request
        self.desk = desk_of(request)
        self.queue = request.GET.get("hang", "") if request.GET.get("hang", "") in QUEUES else ""
        found = QUEUES[self.queue][1](self.model_admin.get_queryset(request), self.desk.day)
        return found.order_by("-outcome_on", "-pk") if self.queue == "da-tra-loi" else found.by_due_date()

    def get_header_buttons(self):
        if not register_authorities(self.request.user, SUPERVISING_ROLES):
            return []
        return [HeaderButton(_("Sổ theo dõi"), url=reverse("desk:correction_register"), icon_name="list-ul")]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        page = context["page_obj"]
        return context | {
            "tabs": [
                {"name": name, "label": label, "current": name == self.queue} for name, (label, _rows) in QUEUES.items()
            ],
            "queue": self.queue,
            "rows": [self.row(case) for case in page.object_list],
            "previous_url": self.get_query_string({"p": page.number - 1}),
            "next_url": self.get_query_string({"p": page.number + 1}),
        }

    def row(self, case):
        reads = access.can_read_personal(self.desk.user, case)
        return {
            "case": case,
            "url": correction_url(case),
            "chip": chip(case, self.desk.day, self.desk.calendar, self.desk.soon_until(case.authority)),
            "who": case.requester.name if reads else HIDDEN_NAME,
            "law": law_name(case),
        }


class CorrectionHistoryView(AuditHistoryView):
    """Of the case, the person and the files; personal fields only for those who handle it."""

    def back_url(self):
        return correction_url(self.instance)

    def reads_personal(self):
        return access.can_read_personal(self.request.user, self.instance)

    def things(self):
        case = self.instance
        return [case, *([case.requester] if case.item_id else []), *case.files.all()]


class ToCorrectionView(ReachableInstanceView):
    """Inspecting a case means its own page."""

    def get(self, request, *args, **kwargs):
        return redirect("desk:correction", code=self.instance.code)


class CorrectionAdmin(SafeModelAdmin):
    model = CorrectionRequest
    base_url_path = "kien-nghi"
    menu_label = LIST
    list_display = ("code", "item", "status", "due_on")
    permission_helper_class = DeskPermissions
    index_view_class = CorrectionIndexView
    history_view_class = CorrectionHistoryView
    inspect_view_class = ToCorrectionView
    index_template_name = "workflow/desk/corrections/list.html"
    add_to_admin_menu = False

    def get_queryset(self, request):
        return access.visible_corrections(request.user).with_people()


def links_of(item, user) -> list[Link]:
    """Requests for correction about a catalog item, for those who may see them."""
    found = access.visible_corrections(user).filter(item=item).order_by("-pk")[:10]
    return [
        Link(_("Kiến nghị %(code)s") % {"code": one.code}, correction_url(one), one.get_status_display())
        for one in found
    ]

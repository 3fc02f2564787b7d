"""The four lists with their field-by-field histories; every row through the one gate."""

from django.db.models import F
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import HeaderButton

from cms.core.dates import today
from cms.core.history_view import AuditHistoryView
from cms.core.safe_modeladmin import ReachableInstanceView, RolePermissions, SafeIndexView, SafeModelAdmin
from home.models import Assignment, Difficulty, Plan, ReviewSheet
from home.plans import access, progress
from home.plans.choices import OWING, AssignmentState, DifficultyState, PlanKind, PlanState
from home.plans.desk.base import tabs


class PlansPermissions(RolePermissions):
    def user_can_list(self, user):
        return access.can_open(user)


class PlansIndexView(SafeIndexView):
    """A list with the tabs of this part of the desk and one filter, whose choices the admin names."""

    known = ("loc",)

    def get_queryset(self, request=None):
        request = request or self.request
        name = request.GET.get("loc", "")
        self.filter = name if name in self.model_admin.filters else ""
        found = self.model_admin.get_queryset(request)
        return self.model_admin.ordered(self.model_admin.narrowed(found, self.filter))

    def get_header_buttons(self):
        act, url = self.model_admin.adding()
        if act is None or not act.may(self.request.user, None):
            return []
        return [HeaderButton(act.title or act.button, url=url, icon_name="plus")]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(
            tabs=tabs(self.model_admin.tab),
            filters=[
                {"name": name, "label": label, "current": name == self.filter}
                for name, label in self.model_admin.filters.items()
            ],
            filter_name=self.filter,
            day=today(),
            **kwargs,
        )
        page = context["page_obj"]
        return context | {
            "rows": [self.model_admin.row(one, self.request.user) for one in page.object_list],
            "empty": self.model_admin.empty,
            "previous_url": self.get_query_string({"p": page.number - 1}),
            "next_url": self.get_query_string({"p": page.number + 1}),
        }


class ToPageView(ReachableInstanceView):
    """Inspecting means the record's own page."""

    def get(self, request, *args, **kwargs):
        return redirect(self.model_admin.page_of(self.instance))


class PlansHistoryView(AuditHistoryView):
    """Of those records only whose every word the person may read."""

    def back_url(self):
        return self.model_admin.page_of(self.instance)

    def things(self):
        return self.model_admin.things(self.instance)


class PlansAdmin(SafeModelAdmin):
    permission_helper_class = PlansPermissions
    index_view_class = PlansIndexView
    history_view_class = PlansHistoryView
    inspect_view_class = ToPageView
    add_to_admin_menu = False
    list_display = ("__str__",)
    filters: dict = {"": _("Tất cả")}
    page_name = ""
    tab = ""
    empty = _("Chưa có gì ở đây.")

    def page_of(self, one) -> str:
        return reverse(self.page_name, args=[one.pk])

    def narrowed(self, found, name):
        return found

    def ordered(self, found):
        return found

    def adding(self):
        return None, ""

    def things(self, one):
        return [one]

    def history_view(self, request, instance_pk):
        # What others have not sent yet is theirs alone, its history too.
        request.plans_history = True
        return super().history_view(request, instance_pk)


class PlanAdmin(PlansAdmin):
    model = Plan
    base_url_path = "ke-hoach"
    menu_label = _("Kế hoạch, chỉ thị")
    tab, page_name = "plans", "plans:plan"
    index_template_name = "home/desk/plans.html"
    filters = {
        "": _("Đang thực hiện và đang soạn"),
        "ke-hoach": PlanKind.PLAN.label,
        "chi-thi": PlanKind.DIRECTIVE.label,
        "da-ket-thuc": PlanState.CLOSED.label,
    }
    empty = _("Chưa có kế hoạch, chỉ thị nào.")

    def get_queryset(self, request):
        found = access.visible_plans(request.user, Plan.objects.with_people())
        if getattr(request, "plans_history", False):
            return found.filter(authority__in=access.seen_by(request.user))
        return found.prefetch_related("tasks__assignments")

    def narrowed(self, found, name):
        if name == "da-ket-thuc":
            return found.filter(state=PlanState.CLOSED)
        if name:
            return found.filter(kind=PlanKind.PLAN if name == "ke-hoach" else PlanKind.DIRECTIVE)
        return found.exclude(state=PlanState.CLOSED)

    def adding(self):
        from home.plans.desk.plan_acts import NEW_PLAN

        return NEW_PLAN, reverse("plans:new")

    def row(self, plan, user):
        tasks, total = list(plan.tasks.all()), progress.totals_of(plan, today())
        is_ours = plan.authority_id in access.seen_by(user)
        return {"plan": plan, "url": self.page_of(plan), "tasks": len(tasks), "total": total, "is_ours": is_ours}

    def things(self, plan):
        rows = Assignment.objects.filter(task__plan=plan).select_related("authority", "task")
        return [plan, *plan.tasks.all(), *rows, *plan.reminder_letters.all(), *plan.files.all()]


class AssignmentAdmin(PlansAdmin):
    model = Assignment
    base_url_path = "viec-giao"
    menu_label = _("Việc được giao")
    tab, page_name = "assignments", "plans:assignment"
    index_template_name = "home/desk/assignments.html"
    filters = {
        "": _("Phải báo cáo"),
        "qua-han": _("Quá hạn"),
        "cho-duyet": _("Chờ duyệt gửi"),
        "da-bao-cao": _("Đã báo cáo"),
        "phoi-hop": _("Phối hợp"),
    }
    empty = _("Không có việc nào ở đây.")

    def get_queryset(self, request):
        """Of one's own authorities only; those given by them stand on the plan's follow-up page."""
        found = access.visible_assignments(request.user, Assignment.objects.with_names())
        return found.filter(authority__in=access.seen_by(request.user))

    def ordered(self, found):
        return found.order_by(F("due_on").asc(nulls_last=True), "pk")

    def narrowed(self, found, name):
        if name == "phoi-hop":
            return found.filter(part="COORDINATING")
        found = found.filter(part="LEAD")
        if name == "qua-han":
            return found.filter(state__in=OWING, due_on__lt=today(), task__closed_at=None)
        if name == "cho-duyet":
            return found.filter(state=AssignmentState.DRAFTED)
        if name == "da-bao-cao":
            return found.exclude(state__in=OWING)
        return found.filter(state__in=OWING, task__closed_at=None, task__plan__state=PlanState.ISSUED)

    def row(self, one, user):
        return {"one": one, "url": self.page_of(one), "standing": progress.standing(one, today())}

    def things(self, one):
        reports = list(one.reports.all())
        return [one, *reports, *(file for report in reports for file in report.files.all())]


class SheetAdmin(PlansAdmin):
    model = ReviewSheet
    base_url_path = "bang-ra-soat"
    menu_label = _("Bảng rà soát")
    tab, page_name = "reviews", "plans:sheet"
    index_template_name = "home/desk/sheets.html"
    empty = _("Chưa có bảng rà soát nào.")

    def get_queryset(self, request):
        found = access.visible_sheets(request.user).select_related("authority", "round__authority")
        if getattr(request, "plans_history", False):
            readable = [sheet.pk for sheet in found if access.reads_rows_of(request.user, sheet)]
            return found.filter(pk__in=readable)
        return found

    def row(self, sheet, user):
        return {"sheet": sheet, "url": self.page_of(sheet), "late": sheet.days_late(today())}

    def things(self, sheet):
        return [sheet, *sheet.reviews.all()]


class DifficultyAdmin(PlansAdmin):
    model = Difficulty
    base_url_path = "kho-khan"
    menu_label = _("Khó khăn, kiến nghị")
    tab, page_name = "difficulties", "plans:difficulty"
    index_template_name = "home/desk/difficulties.html"
    filters = {
        "": _("Chờ trả lời"),
        "da-tra-loi": DifficultyState.ANSWERED.label,
        "da-cong-bo": _("Đã công bố"),
        "tat-ca": _("Tất cả"),
    }
    empty = _("Không có khó khăn, kiến nghị nào ở đây.")

    def get_queryset(self, request):
        people = ("authority", "unit", "held_by")
        return access.visible_difficulties(request.user, Difficulty.objects.select_related(*people))

    def narrowed(self, found, name):
        if name == "da-tra-loi":
            return found.filter(state=DifficultyState.ANSWERED)
        if name == "da-cong-bo":
            return found.published()
        return found if name == "tat-ca" else found.waiting()

    def adding(self):
        from home.plans.desk.difficulty_views import NEW

        return NEW, reverse("plans:new_difficulty")

    def row(self, one, user):
        return {"one": one, "url": self.page_of(one)}


ADMINS = (PlanAdmin, AssignmentAdmin, SheetAdmin, DifficultyAdmin)

"""Tạm ngừng: the list of stops, the form to propose one, and the page on which another person decides."""

from django.contrib import messages
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from cms.audit.record import refused
from cms.core.admin_page import RefusedPage
from cms.core.authority_url import host_authority
from cms.core.errors import DomainError, NotAllowed
from cms.core.modeladmin import NewRecordView, OfficeHistoryView, OfficeIndexView
from cms.core.roles import SUPERVISING_ROLES
from cms.core.safe_modeladmin import ReachableInstanceView, RolePermissions, SafeModelAdmin
from home.models.planned_stop import PlannedStop, StopState
from home.stops import services
from home.stops.forms import ReasonForm, StopForm

_INVOLVED = services.PROPOSERS | services.APPROVERS


class StopPermissions(RolePermissions):
    """Those who propose or decide, and supervisors; what they may do with one stop the services say."""

    def user_can_list(self, user):
        return bool(user.authorities_as(_INVOLVED | SUPERVISING_ROLES))

    def user_can_create(self, user):
        return bool(user.authorities_as(services.PROPOSERS))


class NewStopView(NewRecordView):
    def get_page_title(self):
        return _("Đề nghị tạm ngừng")

    def get_form_class(self):
        return StopForm

    def post(self, request, *args, **kwargs):
        form = self.get_form()
        if form.is_valid():
            at = timezone.now()
            try:
                stop = services.propose(by=request.user, at=at, **form.words())
            except NotAllowed as error:
                return refuse(request, "stop.propose", None, error, self.index_url)
            except DomainError as error:
                form.add_error(_field(error.field, form), str(error))
            else:
                messages.success(request, _("Đã trình. Một người duyệt đăng hoặc người đứng đầu khác sẽ duyệt."))
                return redirect(self.url_helper.get_action_url("inspect", stop.pk))
        return self.render_to_response(self.get_context_data(form=form))


def _field(name, form):
    name = {"starts_at": "starts_on", "returns_at": "returns_on"}.get(name, name)
    return name if name in form.fields else None


class StopView(ReachableInstanceView):
    """One stop: what readers will be told, and the acts of the second person."""

    template_name = "home/stop.html"
    ACTS = {"announce": services.announce, "reject": services.reject, "call_off": services.call_off}

    def get_template_names(self):
        return [self.template_name]

    def get_page_title(self):
        return str(self.instance)

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", ReasonForm())
        return super().get_context_data(
            stop=self.instance,
            acts=self.acts(),
            history_url=self.url_helper.get_action_url("history", self.instance.pk),
            waits_for_another=self.instance.state == StopState.PROPOSED
            and self.instance.proposed_by_id == self.request.user.pk,
            **kwargs,
        )

    def acts(self):
        stop, user = self.instance, self.request.user
        if stop.state == StopState.PROPOSED:
            if services.may_decide(user, stop):
                return [("announce", _("Duyệt và thông báo")), ("reject", _("Không duyệt"))]
            return [("reject", _("Rút đề nghị"))] if user.pk == stop.proposed_by_id else []
        whose = services.answering(stop.authority)
        mine = whose is not None and whose.pk in user.authorities_as(_INVOLVED)
        return [("call_off", _("Hủy thông báo"))] if stop.state == StopState.ANNOUNCED and mine else []

    def post(self, request, *args, **kwargs):
        name, form, at = request.POST.get("action", ""), ReasonForm(request.POST), timezone.now()
        if name not in self.ACTS:
            raise Http404("Không có việc này")
        if form.is_valid():
            more = {} if name == "announce" else {"reason": form.cleaned_data["reason"]}
            try:
                self.ACTS[name](stop=self.instance, by=request.user, at=at, **more)
            except NotAllowed as error:
                return refuse(request, f"stop.{name}", self.instance, error, self.index_url)
            except DomainError as error:
                form.add_error("reason" if error.field == "reason" else None, str(error))
            else:
                messages.success(request, _("Đã làm xong. Việc này đã được ghi lại."))
                return redirect(self.url_helper.get_action_url("inspect", self.instance.pk))
        return self.render_to_response(self.get_context_data(form=form))


def refuse(request, attempted, stop, error, back):
    authority = services.answering(stop.authority) if stop else None
    refused(attempted, subject=stop, by=request.user, authority=authority, reason=str(error))
    return RefusedPage.answer(request, status=403, why=str(error), back=back)


class PlannedStopAdmin(SafeModelAdmin):
    model = PlannedStop
    base_url_path = "tam-ngung"
    menu_label = _("Tạm ngừng")
    menu_icon = "warning"
    menu_order = 320
    permission_helper_class = StopPermissions
    index_view_class = OfficeIndexView
    create_view_class = NewStopView
    inspect_view_class = StopView
    history_view_class = OfficeHistoryView
    add_label = _("Đề nghị tạm ngừng")
    list_display = ("what", "kind", "starts", "returns", "state")
    list_select_related = ("authority",)

    def get_queryset(self, request):
        reach = request.user.authorities_as(_INVOLVED | SUPERVISING_ROLES)
        host = host_authority()
        whose = Q(authority__in=reach)
        if host and host.pk in reach:
            whose |= Q(authority=None)
        return super().get_queryset(request).filter(whose)

    def create_view(self, request):
        return self.create_view_class.as_view(model_admin=self)(request)

    def what(self, stop):
        return format_html('<a href="{}">{}</a>', self.url_helper.get_action_url("inspect", stop.pk), stop)

    what.short_description = _("thông báo")

    def starts(self, stop):
        return timezone.localtime(stop.starts_at).strftime("%d/%m/%Y %H:%M")

    starts.short_description = _("ngừng từ")

    def returns(self, stop):
        return timezone.localtime(stop.returns_at).strftime("%d/%m/%Y %H:%M")

    returns.short_description = _("dự kiến hoạt động lại")

"""Reorganisations in the admin: what was and is to be done, one form to propose, one page to look a second time."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from cms.audit.record import refused
from cms.core.admin_page import AdminPage, RefusedPage
from cms.core.dates import local_day
from cms.core.day_field import DayField, tell_today
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority
from cms.core.models.predecessor import Level
from cms.core.roles import Role
from home.reorganisations import services

TITLE = _("Sắp xếp cơ quan")
MOST = 200  # rows of the list


def may_open(user) -> bool:
    return services.can_propose(user) or bool(user.authorities_as({Role.ADMINISTRATOR}))


class ProposeForm(forms.Form):
    use_required_attribute = False

    successor = forms.ModelChoiceField(
        Authority.objects.none(), label=_("Cơ quan tiếp nhận"),
        error_messages={"required": _("Chọn cơ quan tiếp nhận."), "invalid_choice": _("Chọn một cơ quan trong danh sách.")},
    )  # fmt: skip
    former = forms.ModelChoiceField(
        Authority.objects.none(), label=_("Cơ quan kết thúc, nếu đã dùng hệ thống này"), required=False,
        help_text=_("Để trống: chỉ ghi tên, không chuyển gì."),
        error_messages={"invalid_choice": _("Chọn một cơ quan trong danh sách.")},
    )  # fmt: skip
    name = forms.CharField(
        label=_("Tên cơ quan kết thúc"), max_length=200, error_messages={"required": _("Nhập tên cơ quan kết thúc.")}
    )
    level = forms.ChoiceField(label=_("Cấp"), choices=Level, error_messages={"required": _("Chọn cấp.")})
    ended_on = DayField(label=_("Ngày kết thúc hoạt động"))
    decision = forms.CharField(
        label=_("Văn bản sắp xếp"), max_length=200, help_text=_("Số, ngày nghị quyết, quyết định."),
        error_messages={"required": _("Nhập số, ngày của văn bản sắp xếp.")},
    )  # fmt: skip

    def __init__(self, *args, day, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        tell_today(self, day)
        self.fields["successor"].queryset = Authority.objects.open().order_by("name")
        self.fields["former"].queryset = Authority.objects.filter(passed_on=None).order_by("name")


class ReorganisationPage(AdminPage):
    """For who looks after the installation, and the administrators of authorities that take over."""

    def dispatch(self, request, *args, **kwargs):
        self.at = timezone.now()
        if not may_open(request.user):
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    @property
    def day(self):
        return local_day(self.at)


class ListView(ReorganisationPage):
    """Every reorganisation in reach, and the form for the next one."""

    template_name = "home/desk/reorganisations.html"

    def get_page_title(self):
        return TITLE

    def post(self, request, *args, **kwargs):
        if not services.can_propose(request.user):
            raise Http404("Không có trang này")
        form = ProposeForm(request.POST, day=self.day)
        if form.is_valid():
            try:
                found = services.propose(by=request.user, at=self.at, **form.cleaned_data)
            except DomainError as error:
                form.add_error(error.field if error.field in form.fields else None, str(error))
            else:
                messages.success(request, _("Đã ghi đề nghị. Chưa chuyển gì; còn người thứ hai xác nhận."))
                return redirect("reorganisations:one", found.pk)
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, form=None, **kwargs):
        user = self.request.user
        if form is None and services.can_propose(user):
            form = ProposeForm(day=self.day)
        return super().get_context_data(rows=services.visible_to(user)[:MOST], form=form, **kwargs)


class OneView(ReorganisationPage):
    """What moves and what stays, as it is now; the button for the second person."""

    template_name = "home/desk/reorganisation.html"

    def get_page_title(self):
        return _("%(former)s → %(successor)s") % {
            "former": self.found.name,
            "successor": self.found.successor.short_name,
        }

    def trail(self):
        return [(TITLE, reverse("reorganisations:list"))]

    @property
    def found(self):
        if not hasattr(self, "_found"):
            self._found = services.visible_to(self.request.user).filter(pk=self.kwargs["pk"]).first()
        if self._found is None:
            raise Http404("Không có việc sắp xếp này")
        return self._found

    def post(self, request, *args, **kwargs):
        try:
            services.confirm(predecessor=self.found, by=request.user, at=self.at)
        except NotAllowed as error:
            refused("authority.reorganised", subject=self.found, by=request.user, at=self.at, reason=str(error))
            return RefusedPage.answer(request, status=403, why=str(error), back=request.path, trail=self.trail())
        except DomainError as error:
            return RefusedPage.answer(request, status=409, why=str(error), back=request.path, trail=self.trail())
        messages.success(request, _("Đã xác nhận. Mục và hồ sơ đang mở đã chuyển; địa chỉ cũ dẫn sang cơ quan mới."))
        return redirect(request.path)

    def get_context_data(self, **kwargs):
        found = self.found
        is_open = found.confirmed_by_id is None
        return super().get_context_data(
            one=found,
            preview=services.preview(found, self.day) if is_open else None,
            may_confirm=is_open and services.can_confirm(self.request.user, found),
            **kwargs,
        )


class ReorganisationItem(MenuItem):
    def __init__(self):
        super().__init__(TITLE, "", name="sap-xep", icon_name="group", order=95)

    def is_shown(self, request):
        return may_open(request.user)

    def render_component(self, request):
        component = super().render_component(request)
        component.url = reverse("reorganisations:list")
        return component


app_name = "reorganisations"
urlpatterns = [
    path("sap-xep/", ListView.as_view(), name="list"),
    path("sap-xep/<int:pk>/", OneView.as_view(), name="one"),
]

"""Cơ quan: authorities, units, focal points, roles and accounts; changed by their administrators, read by supervisors."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.views.generic.edit import FormMixin
from wagtail.admin.widgets import HeaderButton
from wagtail_modeladmin.options import ModelAdminGroup
from wagtail_modeladmin.views import WMABaseView

from cms.core import acts, emblems, offices
from cms.core.accounts import leaving, openid, second_factor, sessions
from cms.core.accounts import services as accounts
from cms.core.accounts.account_forms import (
    DayModelForm,
    InviteForm,
    ReasonForm,
    RoleHolderForm,
    own_authorities,
    own_units,
    unit_and_authority,
)
from cms.core.accounts.confirm import Confirmed
from cms.core.admin_page import AdminPageMixin, RefusedPage
from cms.core.authority_form import AuthorityForm
from cms.core.dates import local_day, short
from cms.core.day_field import DayField
from cms.core.errors import DomainError, NotAllowed
from cms.core.history_view import AuditHistoryView
from cms.core.models import Authority, FocalPoint, RoleHolder, Unit, User
from cms.core.models.user import Closed
from cms.core.safe_modeladmin import ReachableInstanceView, RolePermissions, SafeIndexView, SafeModelAdmin


# --- who may -----------------------------------------------------------------------------------------------------
class OfficePermissions(RolePermissions):
    """Administrators and supervisors look; the administrator of the record's own authority changes it."""

    def user_can_list(self, user):
        return offices.may_look(user)

    def user_can_create(self, user):
        return bool(offices.administered(user))

    def user_can_edit_obj(self, user, obj):
        return authority_of(obj).pk in offices.administered(user)


class AuthorityPermissions(OfficePermissions):
    """A new authority is the installation's matter, not another authority's."""

    def user_can_create(self, user):
        return user.is_superuser


class RolePermissionsOfOthers(OfficePermissions):
    """Nobody changes their own rights."""

    def user_can_edit_obj(self, user, obj):
        return super().user_can_edit_obj(user, obj) and (user.is_superuser or obj.user_id != user.pk)


class AccountPermissions(OfficePermissions):
    """An account belongs to a person, not to one authority: it changes by its own acts, never by a form."""

    def user_can_edit_obj(self, user, obj):
        return False


def authority_of(record) -> Authority:
    """The authority that a record of an office belongs to."""
    if isinstance(record, Authority):
        return record
    return record.unit.authority if isinstance(record, FocalPoint) else record.authority


# --- forms -------------------------------------------------------------------------------------------------------
class UnitForm(DayModelForm):
    class Meta:
        model = Unit
        fields = ["authority", "code", "name", "is_focal", "is_active"]

    def shape(self):
        if self.instance.pk:
            del self.fields["authority"], self.fields["code"]
        else:
            self.fields["authority"].queryset = own_authorities(self.by)

    def clean(self):
        cleaned = super().clean()
        authority = cleaned.get("authority") or (self.instance.authority if self.instance.pk else None)
        if authority and cleaned.get("is_focal") and cleaned.get("is_active"):
            others = authority.units.filter(is_focal=True, is_active=True).exclude(pk=self.instance.pk)
            if others.exists():
                self.add_error("is_focal", _("Cơ quan đã có đơn vị đầu mối: %(unit)s.") % {"unit": others.first()})
        if authority and "code" in cleaned and authority.units.filter(code=cleaned["code"]).exists():
            self.add_error("code", _("Cơ quan đã có đơn vị mang mã này."))
        return cleaned


class FocalPointForm(DayModelForm):
    decision_on = DayField(label=_("Ngày quyết định"), required=False)
    trained_on = DayField(
        label=_("Lần tập huấn gần nhất"), required=False, help_text=_("Ngày tập huấn về tiếp cận thông tin.")
    )

    class Meta:
        model = FocalPoint
        fields = [
            *("unit", "officer_name", "officer_post", "address", "place", "phone", "email", "hours", "methods"),
            *("decision_number", "decision_on", "background", "trained_on"),
        ]

    def shape(self):
        if self.instance.pk:
            del self.fields["unit"]
        else:
            self.fields["unit"].queryset = own_units(self.by).filter(is_focal=True, focal_point=None)
            self.fields["unit"].label_from_instance = unit_and_authority

    def clean(self):
        cleaned = super().clean()
        number, day = cleaned.get("decision_number"), cleaned.get("decision_on")
        if number and not day and "decision_on" not in self.errors:
            self.add_error("decision_on", _("Hãy ghi ngày của quyết định này."))
        if day and not number and "decision_number" not in self.errors:
            self.add_error("decision_number", _("Hãy ghi số của quyết định này."))
        for name in ("decision_on", "trained_on"):
            if cleaned.get(name) and cleaned[name] > self.day:
                self.add_error(name, _("Ngày này chưa tới."))
        return cleaned


# --- views -------------------------------------------------------------------------------------------------------
class RecordFormMixin(FormMixin):
    """GET shows the form, POST keeps the record with its history and its entry, all in one transaction."""

    template_name = "modeladmin/record_form.html"

    def get_template_names(self):
        return [self.template_name]

    def get_form_class(self):
        return self.model_admin.form_class

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs() | {"by": self.request.user, "day": local_day(timezone.now())}
        if getattr(self, "instance", None) is not None:
            kwargs["instance"] = self.instance
        return kwargs

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(form=self.get_form()))

    def post(self, request, *args, **kwargs):
        form = self.get_form()
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        record, at = form.save(commit=False), timezone.now()
        if not self.model_admin.may_keep(request.user, record):
            raise Http404("Không có bản ghi này")
        self.model_admin.keep(record, by=request.user, at=at, reason=form.cleaned_data.get("reason", ""))
        messages.success(request, _("Đã lưu: %(record)s.") % {"record": record})
        return redirect(self.index_url)


class NewRecordView(RecordFormMixin, AdminPageMixin, WMABaseView):
    def dispatch(self, request, *args, **kwargs):
        if not self.permission_helper.user_can_create(request.user):
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return _("Thêm %(what)s") % {"what": self.verbose_name}

    def trail(self):
        return [(self.model_admin.get_menu_label(), self.index_url)]


class ChangeRecordView(RecordFormMixin, ReachableInstanceView):
    def dispatch(self, request, *args, **kwargs):
        if not self.permission_helper.user_can_edit_obj(request.user, self.instance):
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return str(self.instance)

    def get_context_data(self, **kwargs):
        url = self.url_helper.get_action_url("history", self.instance.pk)
        return super().get_context_data(history_url=url, **kwargs)


class NewRoleView(Confirmed, NewRecordView):
    """Giving a role: who sits here shows once more who they are."""


class ChangeRoleView(Confirmed, ChangeRecordView):
    """Changing a role, in the same way."""


class OfficeHistoryView(AuditHistoryView):
    def back_url(self):
        return self.index_url


class ToFormView(ReachableInstanceView):
    """Inspecting leads to the form of those who may change it, to the history of those who may look."""

    def get(self, request, *args, **kwargs):
        action = "edit" if self.permission_helper.user_can_edit_obj(request.user, self.instance) else "history"
        return redirect(self.url_helper.get_action_url(action, self.instance.pk))


class OfficeIndexView(SafeIndexView):
    def get_header_buttons(self):
        if not self.permission_helper.user_can_create(self.request.user):
            return []
        return [HeaderButton(self.model_admin.add_label, url=self.create_url, icon_name="plus")]


class OfficeAdmin(SafeModelAdmin):
    """Records of an office. `reach` is how the model's rows find their authority."""

    permission_helper_class = OfficePermissions
    history_view_class = OfficeHistoryView
    inspect_view_class = ToFormView
    create_view_class = NewRecordView
    edit_view_class = ChangeRecordView
    form_class: type[DayModelForm]
    reach = "authority"
    index_view_class = OfficeIndexView
    add_label = _("Thêm")

    def get_queryset(self, request):
        readable = offices.readable(request.user)
        return super().get_queryset(request).filter(**{f"{self.reach}__in": readable})

    def may_keep(self, user, record) -> bool:
        return authority_of(record).pk in offices.administered(user) or (user.is_superuser and not record.pk)

    def keep(self, record, *, by, at, reason):
        acts.keep(record, by=by, at=at, authority=authority_of(record), reason=reason)

    def create_view(self, request):
        return self.create_view_class.as_view(model_admin=self)(request)

    def edit_view(self, request, instance_pk):
        return self.edit_view_class.as_view(model_admin=self, instance_pk=instance_pk)(request)

    def links(self, record):
        """The record's own page: changing it or only its history, as the person may."""
        rows = [(self.url_helper.get_action_url("inspect", record.pk), _("Mở"))]
        rows.append((self.url_helper.get_action_url("history", record.pk), _("Lịch sử")))
        return format_html_join(" · ", '<a href="{}">{}</a>', rows)

    links.short_description = _("việc")


def yes_or_no(name: str, label):
    """A column that says có or không in words: the stock one shows pictures of an admin that is not installed."""

    def column(self, record):
        return _("có") if getattr(record, name) else _("không")

    column.short_description = label
    return column


class AuthorityAdmin(OfficeAdmin):
    model = Authority
    base_url_path = "co-quan"
    menu_label = _("Cơ quan")
    menu_icon = "home"
    permission_helper_class = AuthorityPermissions
    form_class = AuthorityForm
    reach = "pk"
    list_display = ("name", "case_prefix", "kind", "receives", "links")

    @transaction.atomic
    def keep(self, record, *, by, at, reason):
        if upload := getattr(record, "emblem_upload", None):
            record.emblem = emblems.store(record, upload, by=by)
        super().keep(record, by=by, at=at, reason=reason)

    receives = yes_or_no("is_open", _("đang nhận yêu cầu"))


class UnitAdmin(OfficeAdmin):
    model = Unit
    base_url_path = "don-vi"
    menu_label = _("Đơn vị")
    menu_icon = "group"
    form_class = UnitForm
    list_display = ("name", "authority", "focal", "active", "links")
    list_select_related = ("authority",)

    focal = yes_or_no("is_focal", _("đầu mối"))
    active = yes_or_no("is_active", _("đang hoạt động"))


class FocalPointAdmin(OfficeAdmin):
    model = FocalPoint
    base_url_path = "dau-moi"
    menu_label = _("Đầu mối")
    menu_icon = "user"
    form_class = FocalPointForm
    reach = "unit__authority"
    list_display = ("officer_name", "unit", "phone", "email", "links")
    list_select_related = ("unit__authority",)


class RoleHolderAdmin(OfficeAdmin):
    model = RoleHolder
    base_url_path = "vai-tro"
    menu_label = _("Vai trò")
    menu_icon = "key"
    permission_helper_class = RolePermissionsOfOthers
    create_view_class = NewRoleView
    edit_view_class = ChangeRoleView
    form_class = RoleHolderForm
    list_display = ("user", "role", "authority", "unit", "since_on", "until_on", "links")
    list_select_related = ("user", "authority", "unit")

    def may_keep(self, user, record):
        return super().may_keep(user, record) and (user.is_superuser or record.user_id != user.pk)

    @transaction.atomic
    def keep(self, record, *, by, at, reason):
        record.save(by=by, reason=reason)  # the record listens to roles by itself


# --- accounts ----------------------------------------------------------------------------------------------------
class AccountView(Confirmed, ReachableInstanceView):
    """One account: who it is, which roles it holds, and the acts on it."""

    template_name = "modeladmin/account.html"
    ACTS = {
        "reset": accounts.reset,
        "disable": accounts.disable,
        "enable": accounts.enable,
        "leave": leaving.leave,
        "sessions_end": sessions.end_of_another,
        "factor_reset": second_factor.reset,
    }

    def get_template_names(self):
        return [self.template_name]

    def get_page_title(self):
        return str(self.instance)

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", ReasonForm())
        day = local_day(timezone.now())
        holdings = self.instance.role_holdings.filter(authority__in=offices.readable(self.request.user))
        return super().get_context_data(
            account=self.instance,
            holdings=holdings.select_related("authority", "unit").order_by("-since_on"),
            acts=self.acts(),
            has_provider=openid.is_on(),
            history_url=self.url_helper.get_action_url("history", self.instance.pk),
            day=day,
            last_of=leaving.last_of(self.instance, day) if self.instance.is_active else [],
            **kwargs,
        )

    def acts(self):
        """What this administrator may do with it: never with their own account."""
        user = self.request.user
        reach = offices.administered(user)
        if self.instance.pk == user.pk or not (
            reach and offices.accounts_of(reach).filter(pk=self.instance.pk).exists()
        ):
            return []
        leave = [] if self.instance.closed_for == Closed.LEFT else [("leave", _("Cho nghỉ việc, chuyển công tác"))]
        if not self.instance.is_active:
            return [("enable", _("Mở khóa")), *leave]
        found = [("reset", _("Đặt lại mật khẩu")), ("disable", _("Khóa tài khoản")), *leave]
        found.append(("sessions_end", _("Kết thúc mọi phiên")))
        if second_factor.has(self.instance):
            found.append(("factor_reset", _("Đặt lại xác thực hai lớp")))
        return found

    def post(self, request, *args, **kwargs):
        name, form = request.POST.get("action", ""), ReasonForm(request.POST)
        if name not in self.ACTS:
            raise Http404("Không có việc này")
        at = timezone.now()
        if form.is_valid():
            try:
                self.ACTS[name](account=self.instance, reason=form.cleaned_data["reason"], by=request.user, at=at)
            except NotAllowed as error:
                acts.refuse(f"account.{name}", subject=self.instance, by=request.user, at=at, reason=str(error))
                return RefusedPage.answer(request, status=403, why=str(error), back=self.index_url)
            except DomainError as error:
                form.add_error(error.field if error.field in form.fields else None, str(error))
            else:
                messages.success(request, _("Đã làm xong. Việc này đã được ghi lại."))
                return redirect(self.url_helper.get_action_url("inspect", self.instance.pk))
        return self.render_to_response(self.get_context_data(form=form))


class InviteView(Confirmed, NewRecordView):
    template_name = "modeladmin/record_form.html"

    def get_form_class(self):
        return InviteForm

    def get_page_title(self):
        return _("Mời người mới")

    def post(self, request, *args, **kwargs):
        form = self.get_form()
        if form.is_valid():
            at = timezone.now()
            try:
                account = accounts.invite(by=request.user, at=at, **form.words())
            except NotAllowed as error:
                acts.refuse("account.invite", subject=None, by=request.user, at=at, reason=str(error))
                return RefusedPage.answer(request, status=403, why=str(error), back=self.index_url)
            except DomainError as error:
                form.add_error(error.field if error.field in form.fields else None, str(error))
            else:
                messages.success(request, _("Đã mời %(name)s. Thư đặt mật khẩu đang được gửi.") % {"name": account})
                return redirect(self.url_helper.get_action_url("inspect", account.pk))
        return self.render_to_response(self.get_context_data(form=form))


class AccountAdmin(OfficeAdmin):
    model = User
    base_url_path = "tai-khoan"
    menu_label = _("Tài khoản")
    menu_icon = "user"
    permission_helper_class = AccountPermissions
    inspect_view_class = AccountView
    create_view_class = InviteView
    add_label = _("Mời người mới")
    list_display = ("name", "username", "post", "roles", "standing", "links")

    def get_queryset(self, request):
        found = User.objects.order_by("first_name", "pk").prefetch_related("role_holdings__authority")
        if request.user.is_superuser:
            return found
        return found.filter(pk__in=offices.accounts_of(offices.readable(request.user)).values("pk"))

    def edit_view(self, request, instance_pk):
        raise Http404("Không có trang này")

    def name(self, account):
        return account.get_full_name()

    name.short_description = _("họ và tên")

    def roles(self, account):
        day = local_day(timezone.now())
        held = [
            h for h in account.role_holdings.all() if h.since_on <= day and (h.until_on is None or h.until_on >= day)
        ]
        return format_html_join(
            "", "{}<small>{}</small>", ((h.get_role_display(), h.authority.short_name) for h in held)
        ) or _("chưa có vai trò")

    roles.short_description = _("vai trò hôm nay")

    def standing(self, account):
        if not account.is_active:
            return (
                _("đã khóa: %(why)s") % {"why": account.get_closed_for_display()}
                if account.closed_for
                else _("đã khóa")
            )
        if account.last_login is None:
            return _("chưa đăng nhập")
        return _("đăng nhập %(day)s") % {"day": short(local_day(account.last_login))}

    standing.short_description = _("tình trạng")

    def links(self, account):
        url = self.url_helper.get_action_url("inspect", account.pk)
        history = self.url_helper.get_action_url("history", account.pk)
        return format_html('<a href="{}">{}</a> · <a href="{}">{}</a>', url, _("Mở"), history, _("Lịch sử"))

    links.short_description = _("việc")


class OfficeGroup(ModelAdminGroup):
    menu_label = _("Cơ quan")
    menu_icon = "home"
    menu_order = 800
    menu_item_name = "co-quan"
    items = (AuthorityAdmin, UnitAdmin, FocalPointAdmin, RoleHolderAdmin, AccountAdmin)

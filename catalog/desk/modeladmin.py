"""Danh mục as records: the list with its queues, the history of an item; groups and public service units."""

from django import forms
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import HeaderButton

from catalog import access
from catalog.choices import ItemState
from catalog.desk.fields import FormsField
from catalog.meters import Narrowed, Ruler
from catalog.models import InformationItem, ItemGroup, PublicServiceUnit
from catalog.ordering import folded_text
from catalog.services import units
from cms.core import acts
from cms.core.accounts.account_forms import DayModelForm
from cms.core.dates import today
from cms.core.history_view import AuditHistoryView
from cms.core.modeladmin import (
    ChangeRecordView,
    NewRecordView,
    OfficeHistoryView,
    OfficeIndexView,
    ToFormView,
    yes_or_no,
)
from cms.core.models import Authority, Unit
from cms.core.roles import SUPERVISING_ROLES
from cms.core.safe_modeladmin import ReachableInstanceView, RolePermissions, SafeIndexView, SafeModelAdmin


class CatalogPermissions(RolePermissions):
    """Everyone with a part in a catalog may list; the gate gives the rows."""

    def user_can_list(self, user):
        return access.can_open(user)


# --- items -------------------------------------------------------------------------------------------------------
QUEUES = {
    "": (_("Tất cả"), lambda items, day: items.exclude(state=ItemState.MARK)),
    "cho-kiem-tra": (_("Chờ kiểm tra lần một"), lambda items, day: items.waiting_for_check()),
    "cho-dang": (_("Chờ người thứ hai"), lambda items, day: items.waiting_for_second()),
    "qua-han": (_("Quá hạn công khai"), lambda items, day: items.overdue_on(day)),
    "can-cap-nhat": (_("Cần cập nhật"), lambda items, day: items.stale_on(day)),
    "dang-cong-khai": (_("Đang công khai"), lambda items, day: items.filter(live=True)),
    "da-thoi": (
        _("Đã gỡ, hết hạn"),
        lambda items, day: items.filter(state__in=(ItemState.WITHDRAWN, ItemState.EXPIRED)),
    ),
}


class ItemIndexView(SafeIndexView):
    """Queues as tabs, a search in names and numbers with or without marks, five columns."""

    known = ("hang", *Narrowed.PARAMETERS)

    def get_queryset(self, request=None):
        request = request or self.request
        self.queue = request.GET.get("hang", "") if request.GET.get("hang", "") in QUEUES else ""
        found = QUEUES[self.queue][1](self.model_admin.get_queryset(request), today())
        self.narrowed = self.narrowing = None
        if any(name in request.GET for name in Narrowed.PARAMETERS):
            ruler = Ruler.of(today())
            narrowed = Narrowed.of(request.GET, ruler.rules)
            if narrowed.is_any:
                found, self.narrowed = narrowed.rows(found, ruler), narrowed.words(ruler)
                self.narrowing = {name: request.GET[name] for name in Narrowed.PARAMETERS if name in request.GET}
        for word in folded_text(self.query).split()[:6]:
            found = found.filter(folded__contains=word)
        order = ("due_on", "pk") if self.queue in ("cho-kiem-tra", "cho-dang", "qua-han") else ("-pk",)
        return found.order_by(*order)

    def get_header_buttons(self):
        if not access.entering_authorities(self.request.user):
            return []
        return [
            HeaderButton(_("Nhập mục"), url=reverse("catalog_desk:quick"), icon_name="plus"),
            HeaderButton(_("Nhập từ bảng"), url=reverse("catalog_desk:imports"), icon_name="upload"),
        ]

    def beside(self) -> list[tuple]:
        """The lists that belong to the catalog: (label, address)."""
        user, rows = self.request.user, []
        if user.authorities_as(access.SECOND):
            rows.append((_("Chờ duyệt đăng"), reverse("catalog_desk:approve")))
        if access.reads_marks(user):
            rows.append((_("Thông tin không được công khai"), reverse("catalog_desk:marks")))
        rows.append((_("Đo danh mục"), reverse("catalog_desk:meters")))
        rows.append((_("Gợi ý trên phiếu"), reverse("catalog_desk:suggestions")))
        rows.append((_("Tệp, đường dẫn hỏng"), reverse("catalog_desk:faults")))
        rows.append((_("Đơn vị sự nghiệp"), reverse("don-vi-su-nghiep_modeladmin_index")))
        rows.append((_("Nhóm thông tin"), reverse("nhom-thong-tin_modeladmin_index")))
        return rows

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        page = context["page_obj"]
        return context | {
            "tabs": [
                {"name": name, "label": label, "current": name == self.queue} for name, (label, _q) in QUEUES.items()
            ],
            "beside": self.beside(),
            "q": self.query,
            "queue": self.queue,
            "narrowed": self.narrowed,
            "narrowing": self.narrowing,
            "day": today(),
            "previous_url": self.get_query_string({"p": page.number - 1}),
            "next_url": self.get_query_string({"p": page.number + 1}),
        }


class ItemHistoryView(AuditHistoryView):
    def back_url(self):
        return reverse("catalog_desk:item", args=[self.instance.code])


class ToItemView(ReachableInstanceView):
    """Inspecting an item means its own page."""

    def get(self, request, *args, **kwargs):
        return redirect("catalog_desk:item", item=self.instance.code)


class ItemAdmin(SafeModelAdmin):
    model = InformationItem
    base_url_path = "danh-muc"
    menu_label = _("Danh mục")
    list_display = ("code", "title", "state", "due_on", "originating_unit")
    permission_helper_class = CatalogPermissions
    index_view_class = ItemIndexView
    history_view_class = ItemHistoryView
    inspect_view_class = ToItemView
    index_template_name = "catalog/desk/list.html"
    add_to_admin_menu = False

    def get_queryset(self, request):
        return access.readable(request.user, InformationItem.objects.with_units())


# --- groups and units: records with a form -----------------------------------------------------------------------
class KeeperPermissions(RolePermissions):
    """Those of the focal unit keep them, everybody with a part in the catalog looks."""

    def user_can_list(self, user):
        return access.can_open(user)

    def user_can_create(self, user):
        return bool(kept_by(user))

    def user_can_edit_obj(self, user, obj):
        return obj.authority_id in kept_by(user)


def kept_by(user) -> set[int]:
    return user.authorities_as(access.ENTERING | access.SECOND)


class GroupForm(DayModelForm):
    class Meta:
        model = ItemGroup
        exclude = ["forms"]

    chosen_forms = FormsField(label=_("Hình thức công khai"))

    def shape(self):
        own = Authority.objects.filter(pk__in=kept_by(self.by))
        authority = self.instance.authority if self.instance.pk else None
        if authority:
            del self.fields["authority"]
        else:
            self.fields["authority"].queryset = own
        within = [authority] if authority else own
        self.fields["unit"].queryset = Unit.objects.filter(authority__in=within, is_active=True)
        tops = ItemGroup.objects.filter(authority__in=within, parent=None).exclude(pk=self.instance.pk)
        self.fields["parent"].queryset = tops  # two levels
        self.fields["chosen_forms"].initial = self.instance.forms

    def clean(self):
        cleaned = super().clean()
        authority = cleaned.get("authority") or (self.instance.authority if self.instance.pk else None)
        for name in ("unit", "parent"):
            chosen = cleaned.get(name)
            if authority and chosen and chosen.authority_id != authority.pk:
                self.add_error(name, _("Mục này thuộc cơ quan khác."))
        if (cleaned.get("term_amount") is None) != (not cleaned.get("term_unit")):
            self.add_error("term_unit", _("Ghi cả con số và cách tính, hoặc để trống cả hai."))
        return cleaned

    def save(self, commit=True):
        group = super().save(commit=False)
        group.forms = self.cleaned_data["chosen_forms"]
        return group


class UnitForm(DayModelForm):
    website = forms.URLField(label=_("Trang thông tin"), required=False, assume_scheme="https")

    class Meta:
        model = PublicServiceUnit
        fields = ["authority", "own_authority", "name", "field", "service", "address", "phone", "email", "website",
                  "is_active"]  # fmt: skip

    def shape(self):
        if self.instance.pk:
            del self.fields["authority"]
        else:
            self.fields["authority"].queryset = Authority.objects.filter(pk__in=kept_by(self.by))


class KeptAdmin(SafeModelAdmin):
    """A list with a form, of the authorities whose catalog the person keeps; others with a part look."""

    permission_helper_class = KeeperPermissions
    index_view_class = OfficeIndexView
    history_view_class = OfficeHistoryView
    inspect_view_class = ToFormView
    create_view_class = NewRecordView
    edit_view_class = ChangeRecordView
    form_class: type[DayModelForm]
    add_label = _("Thêm")
    add_to_admin_menu = False

    def get_queryset(self, request):
        user = request.user
        seen = {held.authority_id for held in user.current_roles if held.role in access.WHOLE | {"ORIGINATING_UNIT"}}
        seen |= user.authorities_as(SUPERVISING_ROLES)
        return super().get_queryset(request).filter(authority__in=seen).select_related("authority")

    def may_keep(self, user, record):
        return record.authority_id in kept_by(user)

    def create_view(self, request):
        return self.create_view_class.as_view(model_admin=self)(request)

    def edit_view(self, request, instance_pk):
        return self.edit_view_class.as_view(model_admin=self, instance_pk=instance_pk)(request)

    def links(self, record):
        return format_html('<a href="{}">{}</a>', self.url_helper.get_action_url("inspect", record.pk), _("Mở"))

    links.short_description = _("việc")


class GroupAdmin(KeptAdmin):
    model = ItemGroup
    base_url_path = "nhom-thong-tin"
    menu_label = _("Nhóm thông tin")
    form_class = GroupForm
    list_display = ("name", "parent", "category", "authority", "active", "links")

    active = yes_or_no("is_active", _("đang dùng"))

    def keep(self, record, *, by, at, reason):
        acts.keep(record, by=by, at=at, authority=record.authority, reason=reason)


class ServiceUnitAdmin(KeptAdmin):
    model = PublicServiceUnit
    base_url_path = "don-vi-su-nghiep"
    menu_label = _("Đơn vị sự nghiệp")
    form_class = UnitForm
    list_display = ("name", "field", "authority", "listed", "links")

    def listed(self, record):
        if record.confirmed_by_id:
            return _("đang công khai") if record.is_active else _("đã bỏ")
        url = reverse("catalog_desk:confirm_unit", args=[record.pk])
        return format_html('<a href="{}">{}</a>', url, _("chờ người thứ hai"))

    listed.short_description = _("tình trạng")

    def keep(self, record, *, by, at, reason):
        units.keep(unit=record, reason=reason, by=by, at=at)


ADMINS = (ItemAdmin, GroupAdmin, ServiceUnitAdmin)

"""Bộ lọc của tôi: the present filter of the list gets a name, old ones are taken away."""

from django import forms
from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from cms.core.admin_page import AdminPage
from cms.core.errors import DomainError
from workflow import queues
from workflow.choices import Channel, Status
from workflow.desk.rows import LAW_NAMES
from workflow.desk.views import LIST, DeskPageMixin, list_url
from workflow.services import saved_filters

_LABELS = {
    "hang": _("danh sách"),
    "trang-thai": _("trạng thái"),
    "kenh": _("gửi bằng"),
    "luat": _("luật"),
    "thu-ly": _("thụ lý"),
    "tu": _("nhận từ"),
    "den": _("đến"),
}


class FilterForm(forms.Form):
    name = forms.CharField(
        label=_("Tên bộ lọc"),
        help_text=_("Ví dụ: Đất đai, quá hạn. Trùng tên thì bộ lọc mới thay bộ lọc cũ."),
        widget=forms.TextInput(attrs={"maxlength": 40}),
        error_messages={"required": _("Nhập tên bộ lọc")},
    )
    query = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)


class SavedFiltersView(DeskPageMixin, AdminPage):
    """GET with a filter offers to keep it; POST keeps it and goes back to the list as it is filtered."""

    template_name = "workflow/desk/saved_filters.html"

    def get_page_title(self):
        return _("Bộ lọc của tôi")

    def trail(self):
        return [(LIST, list_url())]

    def get(self, request, *args, **kwargs):
        form = FilterForm(initial={"query": saved_filters.tidy(request.GET.urlencode())})
        return self.render_to_response(self.get_context_data(form=form))

    def post(self, request, *args, **kwargs):
        form = FilterForm(request.POST)
        if form.is_valid():
            try:
                kept = saved_filters.keep(by=request.user, **form.cleaned_data)
            except DomainError as error:
                form.add_error("name", str(error))
            else:
                messages.success(request, _("Đã lưu bộ lọc “%(name)s”.") % {"name": kept})
                return redirect(f"{list_url()}?{kept.query}")
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, *, form, **kwargs):
        query = saved_filters.tidy(str(form["query"].value() or ""))
        user = self.request.user
        own = [(kept, in_words(user, kept.query)) for kept in saved_filters.of(user)]
        return super().get_context_data(
            form=form, present=in_words(user, query) if query else "", own=own, list_url=list_url(), **kwargs
        )


class DropFilterView(DeskPageMixin, View):
    http_method_names = ["post"]

    def post(self, request, pk):
        saved_filters.drop(pk=pk, by=request.user)
        messages.success(request, _("Đã bỏ bộ lọc."))
        return redirect("desk:filters")


def in_words(user, query: str) -> str:
    """What a filter asks for, as the list's own words say it."""
    parts = []
    for name, value in QueryDict(query).items():
        if name == "o":
            continue
        parts.append(f"{_LABELS[name]}: {_value(user, name, value)}")
    return "; ".join(parts) or str(_("mọi hồ sơ đang mở, thứ tự khác"))


def _value(user, name, value) -> str:
    if name == "hang":
        return str(queues.QUEUES[value].label) if value in queues.QUEUES else value
    if name == "trang-thai":
        return str(dict(Status.choices).get(value, value))
    if name == "kenh":
        return str(dict(Channel.choices).get(value, value))
    if name == "luat":
        return str(LAW_NAMES.get(value, value))
    if name == "thu-ly":
        officers = {str(officer.pk): str(officer) for officer in queues.officers_of(user)}
        return officers.get(value, value)
    return value

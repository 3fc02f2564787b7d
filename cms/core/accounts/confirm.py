"""Before something weighty: whoever sits at an open session shows once more that it is theirs (S13, A8).

A door asks by `Confirmed` (class) or `confirmed` (function). What was typed is kept on the page that asks, and goes on
to the door together with the password; nothing of it waits on the server. Fifteen minutes hold after a sign-in too.
"""

from functools import wraps

from allauth.account.adapter import get_adapter
from django import forms
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.core.accounts import second_factor
from cms.core.accounts.code_form import CodeForm, code_field
from cms.core.accounts.entry_forms import EntryForm
from cms.core.accounts.sessions import CONFIRMED
from cms.core.admin_page import AdminPage

PREFIX = "xac-nhan"
#: A mark of the asking page: files that were sent are lost, so the form is to be filled in again.
FILES_LOST = f"{PREFIX}-mat-tep"


class Confirmed:
    """A view whose acts ask first: every POST, unless `weighs` says that this one is light."""

    def weighs(self, request) -> bool:
        return request.method == "POST"

    def dispatch(self, request, *args, **kwargs):
        answer = ask(request) if self.weighs(request) else None
        return answer or super().dispatch(request, *args, **kwargs)


def confirmed(view):
    """The same for a view that is a function: its POST asks first."""

    @wraps(view)
    def asking(request, *args, **kwargs):
        answer = ask(request) if request.method == "POST" else None
        return answer or view(request, *args, **kwargs)

    return asking


class PasswordAgainForm(EntryForm):
    password = forms.CharField(
        label=_("Mật khẩu của ông/bà"),
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args, user, request, **kwargs):
        self.user, self.request = user, request
        super().__init__(*args, **kwargs)

    def clean_password(self):
        password = self.cleaned_data["password"]
        found = get_adapter(self.request).authenticate(
            self.request, username=self.user.get_username(), password=password
        )
        if found is None or found.pk != self.user.pk:
            raise forms.ValidationError(_("Mật khẩu chưa đúng."), code="wrong")
        return password


class CodeAgainForm(CodeForm):
    code = code_field(_("Mã xác thực"))


def is_recent(request) -> bool:
    """Whether the person has shown who they are within the last minutes."""
    at = request.session.get(CONFIRMED)
    return at is not None and 0 <= timezone.now().timestamp() - at < settings.STAFF_CONFIRM_SECONDS


def ask(request):
    """None when the door may go on; else the page that asks, or the way back where nothing was sent that could go on."""
    if not request.user.is_authenticated:
        return None  # the door itself sends them to sign in
    told = any(name.startswith(f"{PREFIX}-") for name in request.POST)
    if not told:
        return None if is_recent(request) else _page(request, _form(request))
    form = _form(request, request.POST)
    if form is None or not form.is_valid():
        return _page(request, form)
    request.session[CONFIRMED] = timezone.now().timestamp()
    typed = request.POST.copy()
    marks = {name: typed.pop(name) for name in list(typed) if name.startswith(f"{PREFIX}-")}
    if FILES_LOST in marks:
        messages.info(request, _("Đã xác nhận. Hãy điền lại và chọn lại tệp."))
        return redirect(request.get_full_path())
    request.POST = typed
    return None


def _form(request, data=None):
    """Password where there is one, else a code; None for whoever signs in by neither."""
    person = {"user": request.user, "request": request, "prefix": PREFIX}
    if request.user.has_usable_password():
        return PasswordAgainForm(data, **person)
    return CodeAgainForm(data, **person) if second_factor.has(request.user) else None


class ConfirmPage(AdminPage):
    template_name = "wagtailadmin/entry/confirm.html"
    page_title = _("Xác nhận lại")


def _page(request, form):
    kept = [
        (name, value)
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken" and not name.startswith(f"{PREFIX}-")
        for value in values
    ]
    lost_files = [upload.name for upload in request.FILES.values()]
    view = ConfirmPage()
    view.setup(request)
    context = view.get_context_data(
        form=form,
        kept=kept,
        files_mark=FILES_LOST if lost_files or FILES_LOST in request.POST else "",
        lost_files=lost_files,
        minutes=settings.STAFF_CONFIRM_SECONDS // 60,
        back=request.get_full_path(),
    )
    response = view.render_to_response(context)
    response["Cache-Control"] = "no-store"
    return response

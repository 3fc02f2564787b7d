"""Number and code together open one case for fifteen minutes (S5). Wrong number, wrong code and unknown case are one
page, one status, one work.
"""

from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.core import signing
from django.db.models import CharField, Value
from django.shortcuts import redirect, render
from django.urls import get_script_prefix
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from cms.core import throttle as counters
from cms.core.secrets import same
from cms.core.views import too_many_requests
from workflow import codes
from workflow.models import CorrectionRequest, InformationRequest
from workflow.public import fields, throttle
from workflow.public.doors import personal_form

OPEN_FOR_SECONDS = 15 * 60
SALT = "workflow.tracked"
WRONG = _("Số hồ sơ hoặc mã tra cứu chưa đúng. Hãy xem lại trên biên nhận")
#: Compared with when there is no such case, so that looking takes the same work.
DUMMY = codes.tracking_hash("", "")
#: What may stand in this page's address.
KNOWN_WORDS = {"het-han", "dong"}
_MARK = 16


class TooOften(Exception):
    """Number and code were tried more often than the limits allow."""


class LookupForm(forms.Form):
    """Both are always asked, in any spacing and with any hyphens."""

    use_required_attribute = False

    number = fields.Line(
        label=_("Số hồ sơ"),
        help_text=_("Ví dụ: SV-261112-0003"),
        missing=_("Nhập số hồ sơ"),
        longest=80,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "class": "input--20"}),
    )
    code = fields.Line(
        label=_("Mã tra cứu"),
        help_text=_("16 chữ số, viết liền hay cách quãng đều được"),
        missing=_("Nhập mã tra cứu"),
        longest=80,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric", "class": "input--20"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="%s", label_suffix="", **kwargs)


#: What a number may lead to, by the name of its page.
CASE, CORRECTION = "case", "correction"


@dataclass(frozen=True)
class Opened:
    """What number and code have opened: a request, or a request for correction."""

    pk: int
    tracking_hash: str
    kind: str


def find(number: str, code: str) -> Opened | None:
    """The case that both open. The same statement and the same comparison whether there is one or not."""
    requests, corrections = (
        model.objects.filter(code=number)
        .order_by()
        .annotate(kind=Value(kind, output_field=CharField()))
        .values_list("pk", "tracking_hash", "kind")
        for model, kind in ((InformationRequest, CASE), (CorrectionRequest, CORRECTION))
    )
    case = next((Opened(*row) for row in requests.union(corrections, all=True)), None)
    opens = codes.code_opens(number, code, case.tracking_hash if case else DUMMY)
    return case if case is not None and opens else None


def opened_by(form: LookupForm, address: str, at) -> Opened | None:
    """The case that was asked for; None with the form saying what is wrong. TooOften past the limits, right or wrong."""
    if not form.is_valid():
        return None
    number = codes.tidy_number(form.cleaned_data["number"])
    if not throttle.may_look_up(address, number, at):
        raise TooOften
    case = find(number, codes.tidy_code(form.cleaned_data["code"]))
    if case is None:
        throttle.count_failed_look_up(at)
        form.add_error(None, WRONG)
        return None
    counters.forget(throttle.LOOKUP_CASE, number)
    return case


def be_patient(request):
    return too_many_requests(
        request,
        seconds=2 * throttle.SLOW_LANE_SECONDS,
        told=_("Mỗi lúc chỉ tra cứu được một số lần, để không ai dò được mã của bạn."),
    )


# --- the cookie that holds the case open ---------------------------------------------------------------------------
def cookie_name() -> str:
    if not settings.SESSION_COOKIE_SECURE:
        return "ho-so"
    return ("__Secure-" if settings.FORCE_SCRIPT_NAME else "__Host-") + "ho-so"


def hold_open(response, case, kind: str = CASE) -> None:
    """Bind this browser to this case for fifteen minutes from now; a new code at the counter ends it at once."""
    value = signing.dumps({kind: case.pk, "mark": case.tracking_hash[:_MARK]}, salt=SALT)
    response.set_cookie(
        cookie_name(),
        value,
        max_age=OPEN_FOR_SECONDS,
        path=get_script_prefix() if settings.FORCE_SCRIPT_NAME else "/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def let_go(response) -> None:
    response.delete_cookie(cookie_name(), path=get_script_prefix() if settings.FORCE_SCRIPT_NAME else "/")


def held(request) -> dict:
    """{"case": key, "mark": …} of the case this browser has open, or {"correction": key, "mark": …}; empty when none
    or too long ago.
    """
    try:
        return signing.loads(request.COOKIES.get(cookie_name(), ""), salt=SALT, max_age=OPEN_FOR_SECONDS)
    except signing.BadSignature:
        return {}


def is_mark_of(mark: str, case) -> bool:
    return same(mark, case.tracking_hash[:_MARK])


@method_decorator(personal_form, name="dispatch")
class LookupView(View):
    """`/tra-cuu/`: by POST only, so that no code ever stands in an address, a log or a referrer."""

    def get(self, request):
        if set(request.GET) - KNOWN_WORDS:
            # Somebody put number or code into the address: no link of this page shall repeat it.
            return redirect("workflow:lookup")
        response = self._show(request, LookupForm())
        if "dong" in request.GET:  # "Đóng hồ sơ": on a shared computer nobody else shall see it
            let_go(response)
        return response

    def post(self, request):
        form = LookupForm(request.POST)
        try:
            case = opened_by(form, request.client_address, timezone.now())
        except TooOften:
            return be_patient(request)
        if case is None:
            return self._show(request, form, status=422)
        response = redirect(f"workflow:{case.kind}")
        hold_open(response, case, case.kind)
        return response

    def _show(self, request, form, *, status=200):
        return render(
            request,
            "workflow/public/lookup.html",
            {"form": form, "expired": "het-han" in request.GET, "here": "lookup"},
            status=status,
        )

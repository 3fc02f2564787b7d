"""Đăng nhập và bảo mật: one's own second factor and sessions; for administrators, what their authority asks for."""

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.core import acts, offices
from cms.core.accounts import second_factor, sessions
from cms.core.accounts.account_forms import ReasonForm
from cms.core.accounts.code_form import FirstCodeForm
from cms.core.accounts.confirm import Confirmed
from cms.core.accounts.factor_entry import in_groups, key_words
from cms.core.admin_page import AdminPage, RefusedPage
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority, FactorChoice

TITLE = _("Đăng nhập và bảo mật")
#: Where a key that is being set up waits, encrypted, for its first code.
WAITING = "factor_waiting"


class SecurityView(AdminPage):
    """What stands between this account and somebody else."""

    template_name = "wagtailadmin/security.html"
    page_title = TITLE

    def get_context_data(self, **kwargs):
        user, at = self.request.user, timezone.now()
        administered = Authority.objects.filter(pk__in=offices.administered(user)).order_by("name")
        waived = set(FactorChoice.objects.filter(is_waived=True).values_list("authority", flat=True))
        return super().get_context_data(
            factor=Authenticator.objects.filter(user=user, type=second_factor.TOTP).first(),
            is_required=second_factor.is_required(user),
            codes_left=second_factor.codes_left(user),
            sessions=sessions.of(user, at, self.request.session.session_key),
            authorities=[(authority, authority.pk in waived) for authority in administered],
            **kwargs,
        )

    def post(self, request):
        """End one session, or all others. Ending is always for the better, so nothing is asked first."""
        pk = request.POST.get("phien", "")
        if pk and not (pk.isascii() and pk.isdigit() and len(pk) < 19):
            raise Http404("Không có phiên này")
        ended = sessions.end_own(
            user=request.user,
            this_key=request.session.session_key,
            at=timezone.now(),
            pk=int(pk) if pk else None,
        )
        messages.success(request, _("Đã kết thúc %(count)d phiên.") % {"count": ended})
        return redirect("account_security")


class OwnFactorPage(Confirmed, AdminPage):
    """A page about one's own second factor."""

    def trail(self):
        return [(TITLE, reverse("account_security"))]


class SetUpView(OwnFactorPage):
    """Set the second factor up from the desk, where nobody was asked to at the sign-in."""

    template_name = "wagtailadmin/entry/set_up_desk.html"
    page_title = _("Thiết lập xác thực hai lớp")

    def dispatch(self, request, *args, **kwargs):
        if second_factor.has(request.user):
            return redirect("account_security")
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        if WAITING not in self.request.session:
            self.request.session[WAITING] = second_factor.new_secret()
        kwargs.setdefault("form", FirstCodeForm())
        return super().get_context_data(**key_words(self.request.user, self.request.session[WAITING]), **kwargs)

    def post(self, request):
        form = FirstCodeForm(request.POST)
        if WAITING in request.session and form.is_valid():
            try:
                codes = second_factor.enrol(
                    user=request.user,
                    secret=request.session[WAITING],
                    code=form.cleaned_data["code"],
                    at=timezone.now(),
                )
            except DomainError as error:
                form.add_error(error.field, str(error))
            else:
                del request.session[WAITING]
                return codes_page(request, codes)
        return self.render_to_response(self.get_context_data(form=form))


class NewCodesView(OwnFactorPage):
    """Ten new recovery codes in place of the old ones."""

    template_name = "wagtailadmin/entry/sure.html"
    page_title = _("Tạo mã dự phòng mới")
    extra_context = {"what": _("Mười mã cũ hết dùng được. Mã mới chỉ hiện một lần."), "press": _("Tạo mã mới")}

    def post(self, request):
        return codes_page(request, second_factor.renew_codes(user=request.user, at=timezone.now()))

    def dispatch(self, request, *args, **kwargs):
        if not second_factor.has(request.user):
            return redirect("account_security")
        return super().dispatch(request, *args, **kwargs)


class GiveUpView(OwnFactorPage):
    """Do without the second factor, where nobody requires it."""

    template_name = "wagtailadmin/entry/sure.html"
    page_title = _("Bỏ xác thực hai lớp")
    extra_context = {
        "what": _("Từ lần sau chỉ cần mật khẩu. Khóa và mã dự phòng bị xóa."),
        "press": _("Bỏ xác thực hai lớp"),
    }

    def post(self, request):
        at = timezone.now()
        try:
            second_factor.give_up(user=request.user, at=at)
        except NotAllowed as error:
            acts.refuse("account.factor_given_up", subject=request.user, by=request.user, at=at, reason=str(error))
            return RefusedPage.answer(request, status=403, why=str(error), back=reverse("account_security"))
        messages.success(request, _("Đã bỏ xác thực hai lớp."))
        return redirect("account_security")


class CodesPage(OwnFactorPage):
    template_name = "wagtailadmin/entry/codes_desk.html"
    page_title = _("Mã dự phòng")


def codes_page(request, codes):
    """The recovery codes, this once; no cache keeps the page."""
    view = CodesPage()
    view.setup(request)
    response = view.render_to_response(view.get_context_data(codes=in_groups(codes)))
    response["Cache-Control"] = "no-store"
    return response


class ChoiceView(Confirmed, AdminPage):
    """Whether one authority asks its people for the second factor; its administrator says why."""

    template_name = "wagtailadmin/entry/choice.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.authority = Authority.objects.filter(
            pk=kwargs["pk"], pk__in=offices.administered(request.user) if request.user.is_authenticated else ()
        ).first()

    def dispatch(self, request, *args, **kwargs):
        if self.authority is None:
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    def trail(self):
        return [(TITLE, reverse("account_security"))]

    def get_page_title(self):
        return _("Xác thực hai lớp: %(authority)s") % {"authority": self.authority.short_name}

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", ReasonForm())
        waived = FactorChoice.objects.filter(authority=self.authority, is_waived=True).exists()
        return super().get_context_data(is_waived=waived, **kwargs)

    def post(self, request, pk):
        form, at = ReasonForm(request.POST), timezone.now()
        if form.is_valid():
            try:
                second_factor.choose(
                    authority=self.authority,
                    waived=request.POST.get("chon") == "bo",
                    reason=form.cleaned_data["reason"],
                    by=request.user,
                    at=at,
                )
            except DomainError as error:
                form.add_error(error.field, str(error))
            else:
                messages.success(request, _("Đã ghi lựa chọn của cơ quan."))
                return redirect("account_security")
        return self.render_to_response(self.get_context_data(form=form, pk=pk))


urlpatterns = [
    path("bao-mat/", SecurityView.as_view(), name="account_security"),
    path("bao-mat/thiet-lap/", SetUpView.as_view(), name="account_set_up"),
    path("bao-mat/ma-du-phong/", NewCodesView.as_view(), name="account_new_codes"),
    path("bao-mat/bo/", GiveUpView.as_view(), name="account_give_up"),
    path("bao-mat/co-quan/<int:pk>/", ChoiceView.as_view(), name="account_factor_choice"),
]

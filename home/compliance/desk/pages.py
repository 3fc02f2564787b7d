"""An authority's own page of obligations, one obligation with its acts and its past, and the means at the seat."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.audit.record import refused
from cms.core.admin_page import AdminPage, RefusedPage
from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority
from home.compliance import access, public, services
from home.compliance.board import Standing, board_of
from home.compliance.desk import forms
from home.compliance.desk.signs import SIGNS
from home.compliance.mending import mend_of
from home.models import SeatMeans

TITLE = _("Việc phải công khai")
#: Rows of the past that a page shows, newest first.
_PAST = 30


class AuthorityView(AdminPage):
    """A page about one authority's obligations. Out of reach and unknown look the same: 404."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.at = timezone.now()
        self.day = local_day(self.at)

    def dispatch(self, request, *args, **kwargs):
        if not access.can_look(request.user, self.authority):
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def authority(self) -> Authority:
        found = Authority.objects.filter(code=self.kwargs["code"]).first()
        if found is None:
            raise Http404("Không có cơ quan này")
        return found

    @cached_property
    def board(self):
        return board_of(self.authority, self.day)

    @property
    def own_url(self) -> str:
        return reverse("compliance:own", args=[self.authority.code])

    def trail(self):
        several = access.can_supervise(self.request.user)
        return [(TITLE, reverse("compliance:table"))] if several else []

    def refuse(self, error, attempted, subject):
        """Record the attempt after everything was rolled back, and say so on a page of its own."""
        refused(attempted, subject=subject, by=self.request.user, at=self.at, authority=self.authority)
        return RefusedPage.answer(self.request, status=403, why=str(error), back=self.own_url, trail=self.trail())


class OwnView(AuthorityView):
    """How the authority stands, what is missing first, each with the way to mend it."""

    template_name = "home/desk/compliance.html"

    def get_page_title(self):
        return _("%(title)s: %(authority)s") % {"title": TITLE, "authority": self.authority.short_name}

    def get_context_data(self, **kwargs):
        groups = public.groups_of(self.board)
        for group in groups:
            for row in group["rows"]:
                row["mend"] = mend_of(row["standing"], self.board.authority, self.request.user)
                row["desk_kind"] = SIGNS[row["standing"].state][1]
        return super().get_context_data(board=self.board, groups=groups, authority=self.authority, **kwargs)


class ObligationView(AuthorityView):
    """One obligation: how it stands and why, who looked when at what, and what this person may do."""

    template_name = "home/desk/obligation.html"

    def trail(self):
        return [*super().trail(), (self.authority.short_name, self.own_url)]

    @cached_property
    def standing(self) -> Standing:
        found = self.board.of(self.kwargs["obligation"].replace("-", "_").upper())
        if found is None:
            raise Http404("Không có việc này")
        return found

    def get_page_title(self):
        return self.standing.obligation.label

    def acts(self) -> dict:
        """{name: (form, verb)} of what this person may do now."""
        user, authority, obligation, record = self.request.user, self.authority, self.standing.obligation, self.record
        found = {}
        if access.can_review(user, authority, record):
            found["review"] = (forms.ReviewForm, services.review)
        if access.can_charge(user, authority):
            found["charge"] = (forms.ChargeForm, services.charge)
        if access.can_propose_exemption(user, authority, obligation):
            if not (record and record.exempt_reason):
                found["exempt"] = (forms.ExemptForm, services.propose_exemption)
            else:
                found["end"] = (forms.EndForm, services.end_exemption)
        is_waiting = record and record.exempt_reason and not record.is_exempt
        if is_waiting and access.can_confirm_exemption(user, authority, record):
            found["confirm"] = (forms.ConfirmForm, services.confirm_exemption)
        return found

    @property
    def record(self):
        return self.standing.record

    def form(self, name, form_class, data=None):
        return form_class(data, standing=self.standing, authority=self.authority, day=self.day, prefix=name)

    def post(self, request, *args, **kwargs):
        name = request.POST.get("action", "")
        if name not in self.acts():
            raise Http404("Không có việc này")
        form_class, verb = self.acts()[name]
        form = self.form(name, form_class, request.POST)
        if form.is_valid():
            try:
                verb(
                    authority=self.authority,
                    obligation=self.standing.obligation,
                    by=request.user,
                    at=self.at,
                    **form.cleaned_data,
                )
            except NotAllowed as error:
                return self.refuse(error, f"obligation.{name}", self.record)
            except DomainError as error:
                form.add_error(error.field if error.field in form.fields else None, str(error))
            else:
                messages.success(request, form.done)
                return redirect(request.get_full_path())
        return self.render_to_response(self.get_context_data(bound={name: form}))

    def get_context_data(self, bound=None, **kwargs):
        bound = bound or {}
        acts = [
            {"name": name, "form": bound.get(name) or self.form(name, form_class), "is_open": name in bound}
            for name, (form_class, _verb) in self.acts().items()
        ]
        past = self.record.history.select_related("history_user", "unit", "reviewed_by") if self.record else []
        return super().get_context_data(
            authority=self.authority,
            standing=self.standing,
            desk_kind=SIGNS[self.standing.state][1],
            mend=mend_of(self.standing, self.board.authority, self.request.user),
            acts=acts,
            past=past[:_PAST],
            form=next(iter(bound.values()), None),
            **kwargs,
        )


class MeansView(AuthorityView):
    """What a visitor finds at the seat."""

    template_name = "home/desk/means.html"

    def dispatch(self, request, *args, **kwargs):
        if not access.can_keep_means(request.user, self.authority):
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    def trail(self):
        return [*super().trail(), (self.authority.short_name, self.own_url)]

    def get_page_title(self):
        return _("Chỗ đọc và thiết bị tại trụ sở")

    @cached_property
    def means(self):
        return SeatMeans.objects.filter(authority=self.authority).first()

    def post(self, request, *args, **kwargs):
        form = forms.MeansForm(request.POST, means=self.means)
        if form.is_valid():
            told = {"reason": ""} | form.cleaned_data
            try:
                services.keep_means(authority=self.authority, by=request.user, at=self.at, **told)
            except NotAllowed as error:
                return self.refuse(error, "seatmeans.keep", self.means)
            except DomainError as error:
                form.add_error(error.field if error.field in form.fields else None, str(error))
            else:
                messages.success(request, _("Đã ghi. Trang công khai của cơ quan đã đổi theo."))
                return redirect(self.own_url)
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", forms.MeansForm(means=self.means))
        return super().get_context_data(authority=self.authority, own_url=self.own_url, **kwargs)

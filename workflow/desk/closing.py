"""Khóa sổ: which years are closed, the closing of one, its print, and what changed since."""

from collections import Counter
from itertools import islice

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.audit.record import refused
from cms.core import files as store
from cms.core.accounts.confirm import Confirmed
from cms.core.admin_page import RefusedPage
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority
from workflow import access
from workflow.choices import VolumeState
from workflow.desk.forms.parts import long_text
from workflow.desk.register import RegisterPage, register_url
from workflow.models import RegisterVolume
from workflow.register import closing

CLOSING = _("Khóa sổ năm")
_SHOWN = 200  # differences on the page
_SECONDS = 3


class YearForm(forms.Form):
    authority = forms.ModelChoiceField(Authority.objects.none(), label=_("Cơ quan"), empty_label=None)
    year = forms.TypedChoiceField(
        label=_("Năm"),
        coerce=int,
        error_messages={
            "required": _("Chọn năm."),
            "invalid_choice": _(
                "Chọn một năm đã qua. Sổ của năm này đã khóa hoặc đang chờ xác nhận, hoặc năm chưa hết."
            ),
        },
    )

    def __init__(self, *args, authorities, day, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["authority"].queryset = Authority.objects.filter(pk__in=authorities).order_by("name")
        taken = RegisterVolume.objects.filter(authority__in=authorities).exclude(state=VolumeState.RETURNED)
        counted = Counter(taken.values_list("year", flat=True))
        # A year is offered as long as one of these authorities has not closed it, or begun to.
        years = [year for year in range(day.year - 1, 2017, -1) if counted[year] < len(authorities)]
        self.fields["year"].choices = [(year, str(year)) for year in years]
        # Somebody closed it while the form stood open.
        self.fields["year"].error_messages["invalid_choice"] = _(
            "Sổ năm này đã khóa hoặc đang chờ xác nhận, hoặc năm chưa hết."
        )

    def slip(self, error):
        self.add_error(error.field if error.field in self.fields else None, str(error))


class ReturnForm(forms.Form):
    reason = long_text(_("Vì sao trả lại"), limit=500, error=_("Hãy nói vì sao trả lại."))


class ClosingPage(RegisterPage):
    """For those who keep the register, confirm its closing, or supervise; for others it is not there."""

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not self.reach:
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def reach(self):
        user = self.request.user
        found = Authority.objects.filter(pk__in={held.authority_id for held in user.current_roles})
        return [authority for authority in found if access.can_read_volumes(user, authority)]

    def turn_away(self, error, back):
        subject = getattr(self, "volume", None)
        refused("register.closing", subject=subject, by=self.request.user, at=self.at, reason=str(error))
        status = 403 if isinstance(error, NotAllowed) else 409
        return RefusedPage.answer(self.request, status=status, why=str(error), back=back, trail=self.trail())


class VolumesView(Confirmed, ClosingPage):
    """The volumes there are, and the closing of a year that is over."""

    template_name = "workflow/desk/register/volumes.html"

    def get_page_title(self):
        return CLOSING

    def form(self, data=None):
        own = [authority.pk for authority in self.reach if access.can_close_register(self.request.user, authority)]
        return YearForm(data, authorities=own, day=self.day) if own else None

    def get(self, request, *args, **kwargs):
        return self.show(self.form())

    def post(self, request, *args, **kwargs):
        form = self.form(request.POST)
        if form is None:
            error = NotAllowed(_("Chỉ cán bộ hoặc trưởng đơn vị đầu mối của cơ quan khóa được sổ."))
            return self.turn_away(error, register_url())
        if form.is_valid():
            try:
                volume = closing.propose(by=request.user, at=self.at, **form.cleaned_data)
            except NotAllowed as error:
                return self.turn_away(error, register_url())
            except DomainError as error:
                form.slip(error)
            else:
                return redirect("desk:volume", volume.pk)
        return self.show(form, status=422)

    def show(self, form, status=200):
        volumes = RegisterVolume.objects.filter(authority__in=self.reach).exclude(state=VolumeState.RETURNED)
        volumes = volumes.select_related("authority", "proposed_by", "closed_by")
        return self.render_to_response(self.get_context_data(form=form, volumes=volumes), status=status)


class VolumePage(ClosingPage):
    @cached_property
    def volume(self):
        volumes = RegisterVolume.objects.filter(authority__in=self.reach).select_related(
            "authority", "proposed_by", "closed_by", "returned_by"
        )
        found = volumes.filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404("Không có quyển sổ này")
        return found

    @property
    def url(self):
        return reverse("desk:volume", args=[self.volume.pk])


class VolumeView(Confirmed, VolumePage):
    """One volume: its facts, what it waits for, and what changed in its cases since."""

    template_name = "workflow/desk/register/volume.html"

    def get_page_title(self):
        return _("Sổ năm %(year)s") % {"year": self.volume.year}

    def trail(self):
        return [*super().trail(), (CLOSING, reverse("desk:volumes"))]

    def get(self, request, *args, **kwargs):
        return self.show(ReturnForm())

    def post(self, request, *args, **kwargs):
        act, form = request.POST.get("viec", ""), ReturnForm(request.POST)
        if act == "tra-lai" and not form.is_valid():
            return self.show(form, status=422)
        try:
            if act == "xac-nhan":
                closing.confirm(volume=self.volume, by=request.user, at=self.at)
                messages.success(request, _("Đã xác nhận khóa sổ."))
            elif act == "tra-lai":
                reason = form.cleaned_data["reason"]
                closing.send_back(volume=self.volume, reason=reason, by=request.user, at=self.at)
                messages.success(request, _("Đã trả lại. Sổ năm này chưa khóa."))
        except (NotAllowed, closing.NotPossibleNow) as error:
            return self.turn_away(error, self.url)
        return redirect(self.url)

    def show(self, form, status=200):
        volume = self.volume
        standing = volume.state != VolumeState.RETURNED
        found = list(islice(closing.differences(volume, self.request.user), _SHOWN + 1)) if standing else []
        context = self.get_context_data(
            volume=volume,
            form=form,
            may_confirm=volume.state == VolumeState.PROPOSED and access.can_confirm_closing(self.request.user, volume),
            differences=found[:_SHOWN],
            is_cut=len(found) > _SHOWN,
            most=_SHOWN,
        )
        response = self.render_to_response(context, status=status)
        if volume.state == VolumeState.PRINTING:
            response["Refresh"] = str(_SECONDS)  # works without script
        return response


class VolumeFileView(VolumePage):
    """The print of a closed year: the same bytes each time."""

    def get(self, request, *args, **kwargs):
        volume = self.volume
        if volume.state != VolumeState.CLOSED:
            raise Http404("Chưa có bản in")
        try:
            closing.reprint(volume=volume, by=request.user, at=self.at)
        except closing.NotPossibleNow as error:
            return self.turn_away(error, self.url)
        return store.hand_out(volume.path, f"so-theo-doi-{volume.authority.code}-{volume.year}.pdf", store.TYPES["pdf"])

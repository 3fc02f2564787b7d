"""What every page about one request begins with: the request through the gate, the day, the frame."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.audit.record import refused
from cms.core.admin_page import AdminPageMixin, RefusedPage
from cms.core.dates import local_day
from cms.core.models import Authority
from workflow import access
from workflow.models import InformationRequest
from workflow.queues import Desk
from workflow.services import inspections

LIST = _("Hồ sơ")


def list_url() -> str:
    return reverse("ho-so_modeladmin_index")


class DeskPageMixin(AdminPageMixin):
    """A page of the desk. Nobody without a request to look at may open it; for them it is not there."""

    def dispatch(self, request, *args, **kwargs):
        self.at = timezone.now()
        if not access.can_open_desk(request.user):
            raise Http404("Không có trang này")
        return super().dispatch(request, *args, **kwargs)

    @property
    def day(self):
        return local_day(self.at)

    @cached_property
    def desk(self) -> Desk:
        return Desk.of(self.request.user, self.day)


class OneAuthority:
    """A page about one of `authorities`: the one that the address names, else the first. An unknown one is 404."""

    @cached_property
    def authority(self) -> Authority:
        wanted = self.request.GET.get("co-quan", "")
        found = self.authorities.filter(code=wanted).first() if wanted else self.authorities.first()
        if found is None:
            raise Http404("Không có trang này")
        return found


class CasePageMixin(DeskPageMixin):
    """A page about one request. Out of reach and unknown look the same: 404."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.at = timezone.now()

    @cached_property
    def case(self) -> InformationRequest:
        found = access.visible_to(self.request.user, InformationRequest.objects.with_people())
        case = found.filter(code=self.kwargs["code"]).first()
        if case is None:
            raise Http404("Không có hồ sơ này")
        # Whoever looks only because of an inspection is written down each time (S6).
        inspections.note_opening(info_request=case, by=self.request.user, at=self.at)
        return case

    @property
    def case_url(self) -> str:
        return reverse("desk:case", args=[self.case.code])

    def trail(self):
        return [(LIST, list_url()), (self.case.code, self.case_url)]

    def refuse(self, error, *, status, attempted):
        """Record the attempt after everything was rolled back, and say so on a page of its own."""
        refused(attempted, subject=self.case, by=self.request.user, at=self.at, reason=str(error))
        return RefusedPage.answer(
            self.request, status=status, why=str(error), back=self.case_url, trail=CasePageMixin.trail(self)
        )

    def record_stale(self, error, *, attempted):
        """Somebody was faster: the attempt is on record, the request unchanged."""
        refused(
            attempted, subject=self.case, by=self.request.user, at=self.at, data={"why": "stale"}, reason=str(error)
        )

    def get_context_data(self, **kwargs):
        return super().get_context_data(case=self.case, day=self.day, **kwargs)


def print_page(html):
    """A whole page to look at and to print; kept by no cache."""
    response = HttpResponse(html)
    response["Cache-Control"] = "private, no-store"
    return response

"""What every page here begins with: who may look, what was refused, where a service's sentence is shown."""

from abc import ABC, abstractmethod

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.audit.record import refused
from cms.core.admin_page import AdminPage, RefusedPage
from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed, StaleView
from cms.law.services.people import DECIDERS, PROPOSERS, may_read

HOME = _("Lịch và thời hạn")


def holds(user, roles) -> bool:
    return any(held.role in roles for held in user.current_roles)


class CalendarPage(AdminPage):
    """A page of this part of the desk; for whoever may not read it, it is not there."""

    #: Which of the three tabs it stands under.
    part = "home"

    def dispatch(self, request, *args, **kwargs):
        if not may_read(request.user):
            raise Http404("Không có trang này")
        self.at = timezone.now()
        return super().dispatch(request, *args, **kwargs)

    @property
    def today(self):
        return local_day(self.at)

    def trail(self):
        return [(HOME, reverse("calendars:home"))]

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            today=self.today,
            may_propose=holds(user, PROPOSERS),
            may_decide=holds(user, DECIDERS),
            part=self.part,
            **kwargs,
        )


class ActPage(CalendarPage, ABC):
    """A page with an act on it: a slip is shown at its field, a forbidden act is 403, an impossible one 409, on record."""

    #: What each button's act is called in the record.
    attempts: dict[str, str] = {}
    #: The record the act is about, where there is one.
    subject = None

    def get(self, request, *args, **kwargs):
        return self.show()

    def post(self, request, *args, **kwargs):
        action = request.POST.get("action", "")
        try:
            return self.act(action)
        except NotAllowed as error:
            return self.refuse(error, action, status=403)
        except StaleView as error:
            self.record(error, action, why="stale")
            return self.show(status=409, stale=error)
        except DomainError as error:
            return self.refuse(error, action, status=409)

    @abstractmethod
    def act(self, action):
        """Do what the button says; an unknown one shows the page again."""

    def show(self, status=200, **context):
        return self.render_to_response(self.get_context_data(**context), status=status)

    def refuse(self, error, action, *, status):
        self.record(error, action)
        return RefusedPage.answer(self.request, status=status, why=str(error), back=self.back_url(), trail=self.trail())

    def back_url(self) -> str:
        """Where the page of a refusal leads."""
        return self.request.path

    def record(self, error, action, why=""):
        """The refused attempt, in a transaction of its own: everything else was rolled back."""
        refused(
            self.attempts[action],
            subject=self.subject,
            by=self.request.user,
            at=self.at,
            data={"why": why} if why else {},
            reason=str(error),
        )


def put(form, error: DomainError) -> None:
    """Show a service's sentence where it belongs in the form."""
    form.add_error(error.field if error.field in form.fields else None, str(error))

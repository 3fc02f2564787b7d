"""What every page here begins with: whose words one may read, what was refused, how a refusal is put on record."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.audit.record import refused
from cms.core.admin_page import AdminPage, RefusedPage
from cms.core.errors import DomainError, NotAllowed, StaleView
from cms.core.models import Authority
from cms.law.services.people import may_read
from workflow import access

HOME = _("Mẫu câu chữ")
#: The owner's name in an address where the words are the whole site's; no authority's code has it (see urls.py).
SITE = "mac-dinh"


@dataclass(frozen=True)
class Owner:
    """Whose words: an authority's, or the site's where `authority` is None."""

    authority: Authority | None

    @property
    def key(self) -> str:
        return self.authority.code if self.authority else SITE

    @property
    def name(self) -> str:
        return self.authority.name if self.authority else str(_("Mặc định cho mọi cơ quan"))


class WordingPage(AdminPage):
    """A page of this part of the desk; for whoever works with no request and keeps no settings, it is not there."""

    part = "papers"

    def dispatch(self, request, *args, **kwargs):
        if not may_read(request.user):
            raise Http404("Không có trang này")
        self.at = timezone.now()
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        return self.show()

    def show(self, status=200, **context):
        """The page; what stands in its address is no part of what it tells its template."""
        return self.render_to_response(self.get_context_data(**context), status=status)

    @cached_property
    def authorities(self) -> list[Authority]:
        """Those whose words this person reads, by name."""
        return list(Authority.objects.filter(pk__in=access.reads_wording_of(self.request.user)).order_by("name"))

    def owner_named(self, key: str) -> Owner:
        """404 for an authority out of reach, as for one that is not there."""
        if key == SITE:
            return Owner(None)
        for authority in self.authorities:
            if authority.code == key:
                return Owner(authority)
        raise Http404("Không có trang này")

    def trail(self):
        return [(HOME, reverse("wording:home"))]

    def get_context_data(self, **kwargs):
        return super().get_context_data(part=self.part, **kwargs)


class ActPage(WordingPage, ABC):
    """A page with acts on it: a slip is shown at its field, a forbidden act is 403, an impossible one 409, on record."""

    #: What each button's act is called in the record.
    attempts: dict[str, str] = {}
    subject = None

    def post(self, request, *args, **kwargs):
        action = request.POST.get("action", "")
        if action not in self.attempts:
            return self.show()
        try:
            return self.act(action)
        except NotAllowed as error:
            return self.refuse(error, action, status=403)
        except StaleView as error:
            return self.refuse(error, action, status=409, why="stale")
        except DomainError as error:
            return self.refuse(error, action, status=409)

    @abstractmethod
    def act(self, action):
        """Do what the button says."""

    def refuse(self, error, action, *, status, why=""):
        refused(
            self.attempts[action],
            subject=self.subject,
            by=self.request.user,
            at=self.at,
            data={"why": why} if why else {},
            reason=str(error),
        )
        return RefusedPage.answer(
            self.request, status=status, why=str(error), back=self.request.path, trail=self.trail()
        )

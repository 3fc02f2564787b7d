"""What every public door does before its own work: the authority asked, the moment, and pages that nobody else keeps."""

from functools import wraps

from django.db import DatabaseError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.generic import View

from cms.core.authority_url import authority_or_404, last_seen
from cms.core.dates import local_day
from cms.core.views import service_unavailable, too_many_requests
from cms.law.services import rule_set_on
from workflow.public import drafts, throttle
from workflow.public.steps import Journey

#: In the address of a page that was opened from the check page, and returns to it.
BACK_TO_CHECK = "sua"


def personal(view):
    """A page about one person: kept by no cache, and no page that follows learns its address (security.md)."""
    return _private(view, "no-referrer")


def personal_form(view):
    """The same for a page with a form. It tells its address to this site only: under "no-referrer" a browser sends
    the form with an empty origin, which the protection against forged forms must refuse.
    """
    return _private(view, "same-origin")


def _private(view, referrer_policy):
    @wraps(view)
    def answer(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        response["Referrer-Policy"] = referrer_policy
        return response

    return answer


class AuthorityDoor(View):
    """A page under an authority's code. `self.at` is the one moment at which this request acts."""

    def dispatch(self, request, *args, **kwargs):
        self.at = timezone.now()
        # From here on a failure page says that nothing was sent, and keeps what was typed.
        request.sending = request.method == "POST"
        if request.method == "GET" and not throttle.may_open_form(request.client_address, self.at):
            return self.too_many(request, kwargs["code"])
        try:
            self.authority = request.authority = self.find_authority(kwargs["code"])
            return super().dispatch(request, *args, **kwargs)
        except (DatabaseError, OSError):
            if not request.sending:
                raise
            return service_unavailable(request)

    def too_many(self, request, code):
        """Whose telephone number to show is known without asking the database, which is what a flood must not reach."""
        seen = last_seen(code)
        request.authority = seen if seen and seen.code == code else None
        return too_many_requests(request)

    def find_authority(self, code):
        return authority_or_404(code)


class FormDoor(AuthorityDoor):
    """A page of the form: its draft, and the journey through it."""

    def dispatch(self, request, *args, **kwargs):
        self.key = ""
        self.new_key = ""
        response = super().dispatch(request, *args, **kwargs)
        if self.new_key:
            drafts.give_cookie(response, self.authority, self.new_key)
        return response

    def load(self, request):
        """Read the draft. None where the browser has none that still stands."""
        self.key = drafts.key_of(request, self.authority.code)
        self.row = drafts.find(self.key, self.authority, self.at)
        self.kept = drafts.read(self.row)
        return self.row

    def journey(self) -> Journey:
        self.rule_set = rule_set_on(local_day(self.at))
        return Journey(self.authority, self.rule_set.rules, self.kept)

    def to(self, slug):
        return reverse("workflow:step", args=[self.authority.code, slug])

    def start_again(self, request):
        """No form stands behind this page: the cookie was refused, or 24 hours have passed."""
        word = "het-han" if self.key else "cookie"
        return redirect(f"{reverse('workflow:new', args=[self.authority.code])}?{word}=1")

"""Whose request it is, and whether their session may still be used."""

from django.contrib.auth.middleware import AuthenticationMiddleware, get_user
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from cms.core.accounts import sessions
from cms.core.views import session_over


class StaffSessionMiddleware(AuthenticationMiddleware):
    """Who is signed in, for as long as the session may last; asked, as before, only when somebody asks for the user."""

    def process_request(self, request):
        super().process_request(request)
        request.user = SimpleLazyObject(lambda: _person_of(request))

    def process_response(self, request, response):
        """What was typed in a session that is over is not lost on the way to the sign-in."""
        is_over = getattr(request, "staff_session_over", False)
        return (
            session_over(request) if is_over and request.method == "POST" and response.status_code == 302 else response
        )


def _person_of(request):
    known = hasattr(request, "_cached_user")
    user = get_user(request)
    if known or not user.is_authenticated:
        return user
    at = timezone.now()
    if sessions.is_over(request.session, at):
        request.session.flush()
        request.staff_session_over = True
        request._cached_user = AnonymousUser()
    else:
        sessions.note_click(request.session, at)
    return request._cached_user

"""Ý kiến về trang: what readers said of an authority's pages, for those who write and supervise them."""

from django.http import Http404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.core import usefulness
from cms.core.admin_page import AdminPage
from cms.core.dates import local_day
from cms.core.models import Authority
from cms.core.roles import EDITING_ROLES, SUPERVISING_ROLES, Role

_READERS = EDITING_ROLES | SUPERVISING_ROLES | {Role.HEAD, Role.ADMINISTRATOR, Role.FOCAL_HEAD}
_SHOWN = 200


def _codes(user) -> list[str] | None:
    """Whose pages this person reads about; None for the whole site."""
    if user.is_superuser:
        return None
    return list(Authority.objects.filter(pk__in=user.authorities_as(_READERS)).values_list("code", flat=True))


def may_read(user) -> bool:
    return user.is_active and (user.is_superuser or bool(user.authorities_as(_READERS)))


class UsefulnessView(AdminPage):
    template_name = "wagtailadmin/usefulness.html"

    def get_page_title(self):
        return _("Ý kiến về trang")

    def get_context_data(self, **kwargs):
        if not may_read(self.request.user):
            raise Http404("Không có trang này")
        today = local_day(timezone.now())
        rows = usefulness.figures(_codes(self.request.user), today)
        return super().get_context_data(rows=rows[:_SHOWN], more=max(0, len(rows) - _SHOWN), **kwargs)


class UsefulnessItem(MenuItem):
    def is_shown(self, request):
        return may_read(request.user)


def connect():
    """Its address and its entry in the menu."""
    hooks.register(
        "register_admin_urls", lambda: [path("y-kien-ve-trang/", UsefulnessView.as_view(), name="usefulness")]
    )
    hooks.register(
        "register_admin_menu_item",
        lambda: UsefulnessItem(
            _("Ý kiến về trang"), reverse("usefulness"), name="usefulness", icon_name="comment", order=720
        ),
    )

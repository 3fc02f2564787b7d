"""The frame of our own pages in the admin: title, way back, refused and conflicting acts. Rooms above fill it."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic.base import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

START = _("Việc của tôi")


class AdminPageMixin(WagtailAdminTemplateMixin):
    """Title and breadcrumbs. `trail()` names the pages between the start page and this one: (label, address)."""

    def trail(self) -> list[tuple[str, str]]:
        return []

    def get_breadcrumbs_items(self):
        items = [{"url": reverse("wagtailadmin_home"), "label": START}]
        items += [{"url": url, "label": label} for label, url in self.trail()]
        return [*items, {"url": "", "label": self.get_page_title()}]


class AdminPage(AdminPageMixin, TemplateView):
    """A page that only shows."""


class RefusedPage(AdminPage):
    """What was not done, why, and who can do it. Wagtail would turn PermissionDenied into a redirect to the start."""

    template_name = "wagtailadmin/refused.html"

    @classmethod
    def answer(cls, request, *, status, why, title="", back="", trail=()):
        """The page as a response of that status: 403 not theirs to do, 409 not possible now."""
        view = cls()
        view.setup(request)
        view.page_title = title or (_("Không làm được việc này") if status == 403 else _("Bây giờ chưa làm được"))
        view.trail = lambda: list(trail)
        context = view.get_context_data(why=why, back=back or reverse("wagtailadmin_home"), status=status)
        return view.render_to_response(context, status=status)

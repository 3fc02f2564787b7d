"""A page that gathers: its own subpages, or the doors of the software that are no pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from home import doors
from home.models.base import AuthorityContent


class SectionPage(AuthorityContent):
    """Words of the editors above a list of ways on."""

    gathers = models.CharField(
        _("dẫn tới"),
        max_length=20,
        choices=doors.Gathers,
        default=doors.Gathers.PAGES,
        help_text=_("Đường dẫn do phần mềm giữ đúng, không cần gõ."),
    )

    content_panels = [*AuthorityContent.content_panels, FieldPanel("gathers")]
    parent_page_types = ["home.AuthorityPage", "home.SectionPage"]
    subpage_types = ["home.InformationPage", "home.SectionPage"]

    class Meta:
        verbose_name = _("trang mục")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        authority = getattr(request, "authority", None)
        children = self.get_children().live().public().order_by("path") if self.numchild else []
        return context | {"ways": doors.ways(self.gathers, authority), "children": children}

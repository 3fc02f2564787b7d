"""The page that shows whom to turn to: the records themselves, never typed words (L16 Điều 17.1.m; L26 Điều 17.1.u)."""

from django.utils.translation import gettext_lazy as _

from home import focal_points
from home.models.base import AuthorityContent


class FocalPointsPage(AuthorityContent):
    """The focal point of the authority, with every field; nothing may be published while one is empty."""

    class Meta:
        verbose_name = _("trang đầu mối")

    def get_context(self, request, *args, **kwargs):
        authority = getattr(request, "authority", None)
        points = focal_points.of(authority) if authority else []
        return super().get_context(request, *args, **kwargs) | {"points": points}

    def publish_problems(self):
        authority = self.authority_above()
        return focal_points.gaps(authority) if authority else []

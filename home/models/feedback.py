"""Where to turn when an answer is late, refused or wrong; and the figures by which everybody may judge."""

from django.utils.translation import gettext_lazy as _

from cms.core import navigation
from cms.core.dates import today
from home import figures, time_limits
from home.models.base import AuthorityContent


class FeedbackPage(AuthorityContent):
    """Complaints and feedback: the authority's own addresses, the law's time limits (L26 Điều 13; D18 Điều 11.1)."""

    class Meta:
        verbose_name = _("trang khiếu nại, phản ánh")

    def get_context(self, request, *args, **kwargs):
        authority = getattr(request, "authority", None)
        remote = bool(authority and authority.is_remote)
        rows = time_limits.complaints_on(today(), is_remote=remote)
        return super().get_context(request, *args, **kwargs) | {"complaint_rows": rows}


class StatisticsPage(AuthorityContent):
    """Figures counted from the register, never typed; the editors' words stand above them."""

    class Meta:
        verbose_name = _("trang thống kê và báo cáo")

    def get_context(self, request, *args, **kwargs):
        authority = getattr(request, "authority", None)
        former = navigation.navigation(authority.code)["former"] if authority else []
        joined = bool(former) and request.GET.get("gop") == "1"
        board = figures.board_of(authority, today(), with_former=joined) if authority else None
        return super().get_context(request, *args, **kwargs) | {"board": board, "former": former, "joined": joined}

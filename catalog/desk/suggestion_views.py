"""Whether the request form's suggestions help: by month, for those who write what is suggested."""

from datetime import date

from django.db.models import Sum
from django.db.models.functions import TruncMonth
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog import access
from catalog.desk.views import CatalogPage
from catalog.models import SuggestionDay
from cms.core.bars import bar
from cms.core.models import Authority
from cms.core.roles import SUPERVISING_ROLES, Role

_MONTHS = 12
PARTS = (
    ("unsent", "bar__done", gettext_lazy("mở gợi ý rồi không gửi: có lẽ đã thấy điều cần tìm")),
    ("sent", "bar__wait", gettext_lazy("mở gợi ý, vẫn gửi hoặc còn đang điền")),
    ("closed", "bar__none", gettext_lazy("không mở gợi ý nào")),
)


def _reach(user) -> set[int]:
    """Authorities whose figures this person reads."""
    return user.authorities_as(access.WHOLE | SUPERVISING_ROLES | {Role.ORIGINATING_UNIT})


class SuggestionsView(CatalogPage):
    """Counts of forms; nothing of who, what was asked or which entry was opened is kept."""

    template_name = "catalog/desk/suggestions.html"

    def get_page_title(self):
        return _("Gợi ý trên phiếu yêu cầu")

    def get_context_data(self, **kwargs):
        first = _months_before(self.day, _MONTHS - 1)
        rows = SuggestionDay.objects.filter(authority__in=_reach(self.request.user), day__gte=first).order_by()
        months = rows.annotate(month=TruncMonth("day")).values("month", "authority")
        found = list(months.annotate(shown=Sum("shown"), opened=Sum("opened"), unsent=Sum("unsent")))
        names = dict(
            Authority.objects.filter(pk__in={row["authority"] for row in found}).values_list("pk", "short_name")
        )
        lines = [_line(names[row["authority"]], row) for row in found]
        lines.sort(key=lambda line: (-line["month"].toordinal(), line["name"]))
        return super().get_context_data(
            lines=lines,
            several=len(names) > 1,
            bars=_bars(lines),
            parts=PARTS,
            whole={name: sum(line[name] for line in lines) for name in ("shown", "opened", "unsent")},
            **kwargs,
        )


def _line(name, row) -> dict:
    # A form that was offered yesterday may be opened today: a month's parts are never less than nothing.
    closed = max(row["shown"] - row["opened"], 0)
    sent = max(row["opened"] - row["unsent"], 0)
    return {"name": name, "closed": closed, "sent": sent} | row


def _bars(lines):
    months = {}
    for line in lines:
        sums = months.setdefault(line["month"], dict.fromkeys(("unsent", "sent", "closed"), 0))
        for part in sums:
            sums[part] += line[part]
    return [bar(f"{month:%m/%Y}", sums, PARTS) for month, sums in sorted(months.items()) if any(sums.values())]


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, 1)

"""The progress chart of a plan: one bar for each task that somebody must report on."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.core.bars import Bar, bar

#: The parts of a bar in their order: attribute of Counts, class, word of the key.
PARTS = (
    ("done", "bar__done", gettext_lazy("đã hoàn thành")),
    ("sent", "bar__sent", gettext_lazy("đã báo cáo, chờ nhận")),
    ("waiting", "bar__wait", gettext_lazy("trong hạn")),
    ("late", "bar__late", gettext_lazy("quá hạn")),
)


def bars(rows) -> list[Bar]:
    """One bar for each task that somebody must report on."""
    return [
        bar(
            _("Nhiệm vụ %s") % row.task.position,
            {name: getattr(row.counts, name) for name, _css, _word in PARTS},
            PARTS,
        )
        for row in rows
        if row.counts.all
    ]

"""The last line of the register: added up while rows are written, or by the database where only a page of them is shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from workflow.choices import DecisionKind, FileRole, Outcome
from workflow.models import Attachment, CostLine, Member, Payment, Piece
from workflow.models.cost import paid_of, total_of
from workflow.register.columns import ANSWERED, Column


@dataclass
class Totals:
    """The last line under the table, added up while the rows pass."""

    columns: tuple[Column, ...]

    def __post_init__(self):
        self.count, self.sums = 0, [0 if column.adds else None for column in self.columns]

    def passing(self, rows: Iterable[list]) -> Iterator[list]:
        """The rows, each counted as it goes by."""
        for row in rows:
            self.count += 1
            for place, cell in enumerate(row):
                if self.sums[place] is not None:
                    self.sums[place] += cell or 0
            yield row

    def line(self) -> list:
        """“Cộng: 12 hồ sơ” in the first column, sums under the columns that have one."""
        return [str(_("Cộng: %(count)s hồ sơ")) % {"count": self.count}, *self.sums[1:]]


def totals_of(info_requests: QuerySet, columns: tuple[Column, ...]) -> list:
    """The same line for all of these requests, without reading them one by one."""
    wanted, cases = info_requests.order_by().values("pk"), info_requests.count()
    members = Member.objects.filter(requester__info_request__in=wanted)
    lines = CostLine.objects.filter(
        decision__info_request__in=wanted, decision__kind=DecisionKind.ANSWER, decision__state__in=ANSWERED
    )
    ended = {"info_request__in": wanted, "info_request__outcome_on__isnull": False}
    given = Piece.objects.filter(outcome__in=(Outcome.PROVIDE, Outcome.PROVIDE_PARTLY), **ended)
    files = Attachment.objects.filter(role=FileRole.ANSWER, released_by__isnull=False, **ended)
    sums = {
        "group": cases - members.values("requester").distinct().count() + members.count(),
        "pieces_given": given.count(),
        "files_given": files.count(),
        "cost": total_of(lines),
        "paid": paid_of(Payment.objects.filter(info_request__in=wanted)),
    }
    first = str(_("Cộng: %(count)s hồ sơ")) % {"count": cases}
    return [first, *(sums[column.name] if column.adds else None for column in columns[1:])]

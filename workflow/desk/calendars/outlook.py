"""What a preview may show to one person: every count, but cases only of authorities they may see."""

from dataclasses import dataclass

from workflow import access
from workflow.models import InformationRequest
from workflow.services.moved_dates import Effect, Moved, Outlook

#: Rows on one page; the counts above them are of all.
SHOWN = 200


@dataclass(frozen=True)
class ShownOutlook:
    """Counts of the whole installation, since the calendar is one; rows only through the gate."""

    outlook: Outlook
    rows: list[Moved]
    hidden: int
    hidden_authorities: int

    @property
    def token(self) -> str:
        return self.outlook.token

    @property
    def later(self) -> int:
        return self.outlook.count(Effect.LATER)

    @property
    def earlier(self) -> int:
        return self.outlook.count(Effect.EARLIER)

    @property
    def kept(self) -> int:
        return self.outlook.count(Effect.KEPT)

    @property
    def settled(self) -> int:
        return self.outlook.count(Effect.SETTLED)

    @property
    def same(self) -> int:
        return self.outlook.count(Effect.SAME)

    @property
    def told(self) -> int:
        return self.outlook.told

    @property
    def shown(self) -> list[Moved]:
        return self.rows[:SHOWN]

    @property
    def cut(self) -> int:
        """Rows that this person may see and this page does not hold."""
        return max(len(self.rows) - SHOWN, 0)


def shown_to(user, outlook: Outlook) -> ShownOutlook:
    visible = set(access.visible_to(user, InformationRequest.objects.running()).values_list("pk", flat=True))
    rows = [row for row in outlook.moved if row.info_request.pk in visible]
    hidden = [row for row in outlook.moved if row.info_request.pk not in visible]
    return ShownOutlook(outlook, rows, len(hidden), len({row.info_request.authority_id for row in hidden}))

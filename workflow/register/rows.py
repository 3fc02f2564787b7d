"""Which requests stand in the register, narrowed by what somebody chose; read in portions, however many there are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from cms.core.dates import short
from cms.core.models import Authority, Unit
from workflow import access
from workflow.choices import Channel, Status
from workflow.models import Consultation, Decision, Extension, InformationRequest, Letter

PORTION = 500


@dataclass(frozen=True)
class Filters:
    """Empty means all. The days bound the day of receipt."""

    first: date | None = None
    last: date | None = None
    statuses: tuple[str, ...] = ()
    law: str = ""
    channel: str = ""
    unit: int | None = None

    def narrow(self, info_requests: QuerySet) -> QuerySet:
        wanted = {
            "received_on__gte": self.first,
            "received_on__lte": self.last,
            "status__in": self.statuses,
            "rule_set__code": self.law,
            "channel": self.channel,
            "unit": self.unit,
        }
        return info_requests.filter(**{name: value for name, value in wanted.items() if value})

    def said(self) -> str:
        """The choice in words, for the sheet that says what the table is."""
        parts = self._days()
        if self.statuses:
            parts.append("trạng thái: " + ", ".join(str(Status(status).label) for status in self.statuses))
        if self.law:
            parts.append(f"luật áp dụng: {self.law}")
        if self.channel:
            parts.append(f"kênh gửi: {Channel(self.channel).label}")
        if self.unit:
            parts.append(f"đơn vị đang giữ: {Unit.objects.get(pk=self.unit)}")
        return "; ".join(parts) or "tất cả hồ sơ"

    def period(self) -> str:
        """The days of receipt in words."""
        return "; ".join(self._days()) or "từ hồ sơ đầu tiên đến lúc xuất"

    def _days(self) -> list[str]:
        bounds = (("từ", self.first), ("đến", self.last))
        return [f"nhận {word} ngày {short(day)}" for word, day in bounds if day]


def requests_of(user, authority: Authority, filters: Filters) -> QuerySet:
    """The requests of this authority that the person may see, in the order of receipt."""
    seen = access.visible_to(user, InformationRequest.objects.filter(authority=authority))
    return filters.narrow(seen).order_by("received_on", "pk")


def rows_of(info_requests: QuerySet) -> Iterator[InformationRequest]:
    """The requests with everything that a column reads: so many queries a portion, none a row.

    What belongs to a request stands in plain lists (`all_pieces` and so on): a manager for each would cost more than
    reading the rows.
    """
    decided = (
        Decision.objects.order_by("pk")
        .prefetch_related(_listed("findings"), _listed("cost_lines"))
        .select_related("approved_by")
    )
    return (
        info_requests.select_related("requester", "authority", "unit", "assigned_to")
        .prefetch_related(
            # Not joined: the database sorts the rows, and would carry the whole text of the law in each of them.
            "rule_set__source",
            _listed("pieces"),
            _listed("supplements"),
            _listed("payments"),
            Prefetch("requester__members", to_attr="all_members"),
            _listed("attachments"),
            _listed("extensions", Extension.objects.select_related("decision")),
            _listed("consultations", Consultation.objects.select_related("unit")),
            _listed("decisions", decided),
            _listed("letters", Letter.objects.defer("html")),
        )
        .iterator(chunk_size=PORTION)
    )


def _listed(name: str, found: QuerySet | None = None) -> Prefetch:
    return Prefetch(name, found, to_attr=f"all_{name}")

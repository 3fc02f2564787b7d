"""Which requests stand in the register, narrowed by what somebody chose; read in portions, however many there are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from cms.core.dates import short
from cms.core.models import Authority
from workflow import access
from workflow.choices import Status
from workflow.models import Consultation, Decision, Extension, InformationRequest, Letter

PORTION = 500


@dataclass(frozen=True)
class Filters:
    """Empty means all. The days bound the day of receipt."""

    first: date | None = None
    last: date | None = None
    statuses: tuple[str, ...] = ()
    law: str = ""

    def narrow(self, info_requests: QuerySet) -> QuerySet:
        wanted = {
            "received_on__gte": self.first,
            "received_on__lte": self.last,
            "status__in": self.statuses,
            "rule_set__code": self.law,
        }
        return info_requests.filter(**{name: value for name, value in wanted.items() if value})

    def said(self) -> str:
        """The choice in words, for the sheet that says what the table is."""
        parts = []
        if self.first:
            parts.append(f"nhận từ ngày {short(self.first)}")
        if self.last:
            parts.append(f"nhận đến ngày {short(self.last)}")
        if self.statuses:
            parts.append("trạng thái: " + ", ".join(str(Status(status).label) for status in self.statuses))
        if self.law:
            parts.append(f"luật áp dụng: {self.law}")
        return "; ".join(parts) or "tất cả hồ sơ"


def requests_of(user, authority: Authority, filters: Filters) -> QuerySet:
    """The requests of this authority that the person may see, in the order of receipt."""
    seen = access.visible_to(user, InformationRequest.objects.filter(authority=authority))
    return filters.narrow(seen).order_by("received_on", "pk")


def rows_of(info_requests: QuerySet) -> Iterator[InformationRequest]:
    """The requests with everything that a column reads: so many queries a portion, none a row."""
    decided = Decision.objects.order_by("pk").prefetch_related("findings", "cost_lines").select_related("approved_by")
    return (
        info_requests.select_related("requester", "authority", "unit", "assigned_to", "rule_set__source")
        .prefetch_related(
            "pieces",
            "supplements",
            "payments",
            "requester__members",
            Prefetch("attachments"),
            Prefetch("extensions", Extension.objects.select_related("decision")),
            Prefetch("consultations", Consultation.objects.select_related("unit")),
            Prefetch("decisions", decided),
            Prefetch("letters", Letter.objects.defer("html")),
        )
        .iterator(chunk_size=PORTION)
    )

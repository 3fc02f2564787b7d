"""What the chain tells of a case, read back from its sealed bytes."""

import json

from cms.audit.models import Entry


def acts_of(case) -> list[dict]:
    """The sealed payloads about this case, oldest first."""
    entries = Entry.objects.filter(subject_type="workflow.informationrequest", subject_id=str(case.pk)).order_by("seq")
    return [json.loads(bytes(entry.payload)) for entry in entries]


def last_act(case) -> dict:
    return acts_of(case)[-1]


def kinds_of(case) -> list[str]:
    return [act["kind"] for act in acts_of(case)]

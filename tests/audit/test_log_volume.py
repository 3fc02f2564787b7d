"""The log is read through indexes however long it is: 100,000 entries cost what a hundred do."""

import json
from datetime import timedelta
from time import perf_counter

import pytest
from django.db import connection
from django.utils import timezone

from cms.audit import chain, kinds, log
from cms.audit.models import Entry, Head
from cms.audit.record import SYSTEM
from cms.audit.rows import moment
from tests.audit.triggers import lifted
from tests.factories.core import make_house

pytestmark = [pytest.mark.django_db, pytest.mark.heavy]
NUMBER = 100_000
KINDS = ("request.accepted", "request.noted", "request.file_opened", "item.published", "account.signed_in")


@pytest.fixture
def long_log():
    """Entries of two authorities over three years, one in a hundred of them the second's."""
    house, other = make_house(), make_house()
    head, at = Head.objects.get(), timezone.now() - timedelta(days=3 * 365)
    entries = []
    for n in range(NUMBER):
        seq, kind = head.seq + 1 + n, KINDS[n % 5]
        code = "" if kind.startswith("account.") else (other if n % 100 == 0 else house).authority.code
        actor = (house.officer, house.second_officer, other.officer)[n % 3]
        when = at + timedelta(minutes=15 * n)
        payload = {"v": 1, "seq": seq, "kind": kind, "at": moment(when), "actor": SYSTEM, "authority": code}
        payload |= {"subject": {"type": "x.y", "id": str(n // 10), "code": ""}, "data": {}, "rows": []}
        entries.append(
            Entry(
                seq=seq,
                prev_hash="0" * 64,
                hash=f"{seq:064x}",
                payload=chain.canonical_json(payload),
                kind=kind,
                at=when,
                actor_id=actor.pk,
                authority_code=code,
                subject_type="workflow.informationrequest",
                subject_id=str(n // 10),
            )
        )
    with lifted():
        Entry.objects.bulk_create(entries, batch_size=2000)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE audit_entry")
    return house, other


def wanted_of(house, other):
    day = timezone.localdate() - timedelta(days=500)
    return {
        "everything": log.Wanted(),
        "a person": log.Wanted(person=house.officer.pk),
        "a person who never acted": log.Wanted(person=house.cashier.pk),
        "a unit": log.Wanted(unit=house.focal_unit),
        "a kind": log.Wanted(kinds=("request.file_opened",)),
        "a kind that never was": log.Wanted(kinds=("request.lapsed",)),
        "readings": log.Wanted(kinds=kinds.readings()),
        "an old month": log.Wanted(first=day, last=day + timedelta(days=30)),
        "a case": log.Wanted(subjects=(("workflow.informationrequest", "77"),)),
        "a person in an old month": log.Wanted(person=house.officer.pk, first=day, last=day + timedelta(days=30)),
    }


def test_every_way_of_looking_uses_an_index_and_stays_fast(long_log):
    house, other = long_log
    for one in (house, other):
        reach = log.reach_of([one.authority])
        for name, wanted in wanted_of(house, other).items():
            begun = perf_counter()
            _rows, following = log.page(reach, wanted)
            if following:
                log.page(reach, wanted, following)
            assert perf_counter() - begun < 1.5, name
            if connection.vendor == "postgresql":
                plans = [
                    log.BY_TIME.ordered(part)[: log.PAGE + 1].explain(format="json")
                    for part in log.narrowed(reach, wanted)
                ]
                for plan in plans:
                    assert not full_scans(json.loads(plan)), (name, plan)


def full_scans(plan) -> list:
    """Nodes of a plan that read all of the log."""
    found = []
    if isinstance(plan, list):
        return [scan for node in plan for scan in full_scans(node)]
    if isinstance(plan, dict):
        if plan.get("Node Type") == "Seq Scan" and plan.get("Relation Name") == "audit_entry":
            found.append(plan)
        for value in plan.values():
            found += full_scans(value) if isinstance(value, list | dict) else []
    return found

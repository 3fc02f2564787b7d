"""Two people do the same thing at the same moment: one act, one sentence, never an error of the database."""

from datetime import UTC, datetime
from threading import Barrier, Thread

import pytest
from django.db import connection

from cms.audit.models import Entry
from cms.law.models import AdoptedRuleSet, CalendarYear
from cms.law.services import adopt_rule_set, propose_calendar_year, propose_rule_set
from tests.factories.core import make_house, make_person
from tests.law.services.test_rule_sets import next_law

pytestmark = pytest.mark.django_db(transaction=True)

NOW = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


def at_once(*acts) -> list[str]:
    """What each act said: "" where it was done."""
    start, said = Barrier(len(acts)), []

    def run(act):
        try:
            start.wait(timeout=10)
            act()
            said.append("")
        except Exception as slip:
            said.append(f"{type(slip).__name__}: {slip}")
        finally:
            connection.close()

    threads = [Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return sorted(said)


@pytest.fixture
def people():
    house = make_house()
    return [house.administrator] + [make_person(f"Người {n}", "ADMINISTRATOR", authority=house.authority) for n in "12"]


def test_two_draft_one_year(people):
    said = at_once(*(lambda by=by: propose_calendar_year(year=2028, by=by, at=NOW) for by in people[:2]))
    assert said == ["", "CalendarError: Lịch năm 2028 đã có."]
    assert CalendarYear.objects.filter(year=2028).count() == 1


def test_two_propose_one_rule_set(people):
    said = at_once(*(lambda by=by: propose_rule_set(source=next_law(), by=by, at=NOW) for by in people[:2]))
    assert said == ["", "AdoptionError: Đã có bộ quy định mã L28. Bộ mới cần mã khác."]


@pytest.mark.parametrize("second_day", ["2028-01-01", "2028-06-01"], ids=["cùng ngày", "ngày sau"])
def test_two_rule_sets_adopted_at_once_never_stand_in_the_wrong_order(people, second_day):
    proposer, *deciders = people
    first = propose_rule_set(source=next_law("L28"), by=proposer, at=NOW)
    second = propose_rule_set(source=next_law("L28A", in_force_from=second_day), by=proposer, at=NOW)
    said = at_once(
        *(
            lambda by=by, rule_set=rule_set: adopt_rule_set(rule_set=rule_set, by=by, at=NOW)
            for by, rule_set in zip(deciders, (first, second), strict=True)
        )
    )
    in_order = Entry.objects.filter(kind="rule_set.adopted").order_by("seq").values_list("subject_id", flat=True)
    begins_on = [AdoptedRuleSet.objects.get(pk=key).in_force_from for key in in_order]
    assert begins_on == sorted(set(begins_on))
    assert said.count("") == len(begins_on)
    assert all(words.startswith("AdoptionError: Bộ quy định mới phải có hiệu lực sau") for words in said if words)


def test_two_adopt_one_rule_set(people):
    proposer, *deciders = people
    proposed = propose_rule_set(source=next_law(), by=proposer, at=NOW)
    said = at_once(*(lambda by=by: adopt_rule_set(rule_set=proposed, by=by, at=NOW) for by in deciders))
    assert said == ["", "AdoptionError: Bộ quy định L28 đã được quyết định, không thay đổi được nữa."]

"""S8: an act on a stale view is refused, shows what changed and changes nothing, whatever the act (SC05)."""

import pytest

from cms.audit.models import Entry
from cms.core.errors import StaleView
from tests.factories.workflow import Case
from tests.workflow.services.test_budget import MOVES

pytestmark = pytest.mark.django_db

#: A note changes nothing of the case, so an older view does not matter.
WITHOUT_A_VIEW = {"add_note"}


@pytest.fixture
def stale_views(monkeypatch):
    """From now on every act comes with the version before the present one."""

    def be_late():
        call = Case.do

        def do(case, service, **words):
            return call(case, service, **words | {"seen": case.now.version - 1})

        monkeypatch.setattr(Case, "do", do)

    return be_late


@pytest.mark.parametrize("name", [name for name in MOVES if name not in WITHOUT_A_VIEW])
def test_stale_act_is_refused_and_changes_nothing(house, stale_views, name):
    road, act = MOVES[name]
    case = road(house)
    before, entries, rows = case.now, Entry.objects.count(), case.now.history.count()
    stale_views()
    with pytest.raises(StaleView, match="Chưa lưu gì"):
        act(case)
    after = case.now
    assert {field.attname: getattr(after, field.attname) for field in after._meta.concrete_fields} == {
        field.attname: getattr(before, field.attname) for field in before._meta.concrete_fields
    }
    assert (Entry.objects.count(), case.now.history.count()) == (entries, rows)


def test_provided_by_one_refused_by_another_within_the_second(house):
    case = Case.sent(house).accept().review().classify()
    seen = case.now.version
    case.propose("PROVIDE", seen=seen, by=house.officer)
    with pytest.raises(StaleView):
        case.propose("REFUSE", seen=seen, by=house.second_officer)
    assert case.now.decisions.get().outcome == "PROVIDE"


def test_act_of_the_requester_is_seen_too(house):
    case = Case.sent(house).ask_for_supplement()
    seen = case.now.version
    case.supply()
    with pytest.raises(StaleView) as stale:
        case.lapse(seen=seen)
    assert ("trạng thái", "SUPPLEMENT_REQUESTED", "RECEIVED") in [
        (str(label), before, now) for label, before, now in stale.value.changes
    ]

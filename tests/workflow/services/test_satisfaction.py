"""How content people are: one answer a case, and no way from the answer to the person."""

import pytest
from django.db import IntegrityError, transaction

from cms.audit.models import Entry
from cms.core.errors import DomainError, NotAllowed
from tests.factories.core import make_house
from tests.factories.workflow import Case
from workflow.models import Satisfaction
from workflow.services import satisfaction

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(db):
    return Case.sent(make_house()).accept().provide_at_once()


def test_answered_once_for_each_case(case):
    assert satisfaction.is_asked(case.now)
    satisfaction.give(info_request=case.now, level=4, words="Trả lời nhanh.", at=case.at)
    assert not satisfaction.is_asked(case.now)
    with pytest.raises(NotAllowed):
        satisfaction.give(info_request=case.now, level=1, at=case.at)
    answer = Satisfaction.objects.get()
    assert (answer.level, answer.words, answer.given_on, str(answer)) == (4, "Trả lời nhanh.", case.today, "Hài lòng")


def test_nothing_leads_from_the_answer_to_the_case(case):
    satisfaction.give(info_request=case.now, level=2, at=case.at)
    names = {field.name for field in Satisfaction._meta.get_fields()}
    assert names == {"id", "authority", "case_mark", "given_on", "level", "words"}
    assert case.now.code not in Satisfaction.objects.get().case_mark
    payload = bytes(Entry.objects.get(kind="satisfaction.given").payload).decode()
    assert case.now.code not in payload
    assert '"data":{}' in payload


@pytest.mark.parametrize(("words", "field"), [({"level": 6}, "level"), ({"level": 3, "words": "x" * 501}, "words")])
def test_half_an_answer_is_sent_back(case, words, field):
    with pytest.raises(DomainError) as slip:
        satisfaction.give(info_request=case.now, at=case.at, **words)
    assert slip.value.field == field


def test_asked_only_after_an_answer(case):
    for other in (Case.sent(case.house), Case.sent(case.house).withdraw()):
        assert not satisfaction.is_asked(other.now)
        with pytest.raises(NotAllowed):
            satisfaction.give(info_request=other.now, level=3, at=case.at)


def test_no_other_level_is_kept(case):
    with pytest.raises(IntegrityError), transaction.atomic():
        Satisfaction.objects.create(authority=case.house.authority, case_mark="x", given_on=case.today, level=0)

"""S3: one intention makes one case, however often it is clicked, refreshed, replayed or tried again (SC01)."""

import pytest

from cms.core.models import Mail
from tests.factories.moments import moment
from tests.factories.workflow import answers
from workflow.models import InformationRequest, Requester
from workflow.services import intake

pytestmark = pytest.mark.django_db


def send(house, key, at="02/11/2026", **words):
    return intake.submit(authority=house.authority, answers=answers(**words), key=key, at=moment(at))


def test_twenty_replays_and_one_on_the_next_day_are_the_same_case(house):
    first, is_new = send(house, "y-dinh")
    replays = [send(house, "y-dinh") for _ in range(20)] + [send(house, "y-dinh", at="03/11/2026")]
    assert is_new
    assert {(replay.pk, new) for replay, new in replays} == {(first.pk, False)}
    assert InformationRequest.objects.count() == Requester.objects.count() == 1
    assert Mail.objects.count() == 2


def test_replay_with_other_words_changes_nothing(house):
    first, _new = send(house, "y-dinh")
    send(house, "y-dinh", description="Một mô tả khác, dài hơn hai mươi ký tự", name="Người Khác")
    info_request = InformationRequest.objects.get()
    assert info_request.description == first.description
    assert info_request.requester.name == "Nguyễn Thị Mến"
    assert info_request.version == 1


def test_two_intentions_are_two_cases_even_word_for_word(house):
    one, _new = send(house, "y-dinh-1")
    two, is_new = send(house, "y-dinh-2")
    assert is_new
    assert one.code != two.code


def test_key_of_one_authority_makes_no_second_case_at_another(house, make_house_with):
    """The key is the intention's, not the address's: a form posted to another office by a slip is not sent twice."""
    first, _new = send(house, "y-dinh")
    again, is_new = send(make_house_with(), "y-dinh")
    assert (again.pk, is_new) == (first.pk, False)


def test_intention_that_failed_may_be_tried_again(house):
    with pytest.raises(intake.Incomplete):
        send(house, "y-dinh", name="")
    _info_request, is_new = send(house, "y-dinh")
    assert is_new

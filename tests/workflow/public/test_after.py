"""What stands on the tracking page afterwards: complaints and lawsuits, the case that answers anew, the one question."""

import pytest
from django.urls import reverse

from cms.core.dates import local_day, short
from tests.factories import remedies as make
from tests.factories.workflow import case_in
from tests.workflow.public.test_tracking import said_now
from tests.workflow.public.walking import text_of
from workflow.choices import Status
from workflow.models import Satisfaction
from workflow.services import remedies

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(walker):
    return case_in(Status.REFUSED, walker.house, on=said_now())


def page(walker):
    return text_of(walker.client.get(reverse("workflow:case")))


def entered(case, *args, **words):
    return make.entered(case, *args, received_on=short(local_day(case.at)), at=case.at, **words)


def upheld(case):
    remedy, house, on = entered(case), case.house, local_day(case.at)
    act = {"seen": None, "at": case.at}
    remedies.accept(remedy=remedy, accepted_on=on, by=house.head, **act)
    remedies.propose(
        remedy=remedy, outcome="UPHELD", answer="Từ chối sai căn cứ.", measures="Trả lời lại.", by=house.head, **act
    )
    return remedies.decide(remedy=remedy, paper_number="21/QĐ", paper_on=on, by=house.head_of_authority, **act)


def test_the_state_of_a_complaint_stands_on_the_page_and_no_denunciation(walker, case):
    walker.follow(case)
    assert 'id="viec-khieu-nai"' not in page(walker)
    remedy, secret = entered(case), entered(case, "DENUNCIATION", by=case.house.registry)
    text = page(walker)
    assert remedy.code in text
    assert "Đã nhận" in text
    assert "Báo thụ lý hay không chậm nhất" in text
    assert secret.code not in text
    assert make.DENOUNCER["denouncer_name"] not in text
    suit = entered(case, "LAWSUIT")
    assert "Tòa án nhân dân khu vực 3" in page(walker)
    assert suit.code in page(walker)


def test_upheld_leads_to_the_new_case_and_back_with_one_code(walker, case):
    anew = upheld(case).new_case
    text = text_of(walker.follow(case))
    assert "Từ chối sai căn cứ." in text
    assert anew.code in text
    assert "Từ chối cung cấp" in text  # the first answer stays, with its day
    answer = walker.client.post(reverse("workflow:open_linked"), {"number": anew.code})
    assert answer.status_code == 302
    text = page(walker)
    assert anew.code in text
    assert f"Hồ sơ trước: {case.now.code}" in text
    walker.client.post(reverse("workflow:open_linked"), {"number": case.now.code})
    assert f"Hồ sơ mới, trả lời lại: {anew.code}" in page(walker)


def test_no_other_case_is_opened_that_way(walker, case):
    other = case_in(Status.RECEIVED, walker.house, on=said_now())
    walker.follow(case)
    for number in (other.now.code, "", "SV-1"):
        assert walker.client.post(reverse("workflow:open_linked"), {"number": number}).status_code == 404
    assert case.now.code in page(walker)
    assert walker.client.get(reverse("workflow:open_linked")).url == reverse("workflow:case")


def test_the_question_is_answered_once_without_scripts(walker, case):
    text = text_of(walker.follow(case))
    assert "Bạn có hài lòng với cách cơ quan trả lời không?" in text
    address = reverse("workflow:satisfaction")
    empty = walker.client.post(address, {"words": "Nhanh"})
    assert empty.status_code == 422
    assert "Chọn một mức" in text_of(empty)
    assert "Nhanh" in text_of(empty)
    assert walker.client.post(address, {"level": "9"}).status_code == 422
    done = walker.client.post(address, {"level": "4", "words": "Nhanh"}, follow=True)
    assert "Cảm ơn bạn" in text_of(done)
    assert 'id="hai-long"' not in text_of(done)
    assert walker.client.post(address, {"level": "1"}).status_code == 409
    assert Satisfaction.objects.get().level == 4
    assert walker.client.get(address).url == reverse("workflow:case")


def test_it_is_not_asked_before_the_end(walker):
    case = case_in(Status.RECEIVED, walker.house, on=said_now())
    assert 'id="hai-long"' not in text_of(walker.follow(case))
    assert walker.client.post(reverse("workflow:satisfaction"), {"level": "4"}).status_code == 409
    assert not Satisfaction.objects.exists()

"""Earlier requests like this one: why, in which order, and never beyond the gate."""

import pytest
from django.urls import reverse

from tests.factories.core import make_house
from tests.factories.workflow import Case
from workflow.register.similar import MOST, pairs_of, similar_to

pytestmark = pytest.mark.django_db
ROADS = "Đề nghị cung cấp hồ sơ thiết kế cầu Bến Lội và nghiệm thu công trình"
ROADS_TOO = "Xin cho biết ho so thiet ke cau Ben Loi, biên bản nghiệm thu công trình năm 2024"
SCHOOL = "Danh sách học sinh được miễn học phí ở trường tiểu học Suối Vàng"


def sent(house, text, identity="001185000999", **words):
    return Case.sent(house, description=text, identity_number=identity, **words)


def test_like_words_are_found_without_marks_and_say_why(house):
    first = sent(house, ROADS_TOO, "001185000111")
    sent(house, SCHOOL, "001185000222")
    case = sent(house, ROADS, "001185000333")
    (found,) = similar_to(case.now, house.officer)
    assert found.info_request.code == first.now.code
    assert not found.same_person
    assert "thiết kế" in found.common


def test_same_person_comes_first_whatever_was_asked(house):
    alike = sent(house, ROADS, "001185000111")
    own = sent(house, SCHOOL)
    found = similar_to(sent(house, ROADS).now, house.officer)
    assert [(one.info_request.code, one.same_person) for one in found] == [
        (own.now.code, True),
        (alike.now.code, False),
    ]


def test_at_most_five_and_only_earlier_ones(house):
    cases = [sent(house, ROADS, f"00118500011{n}") for n in range(MOST + 2)]
    assert len(similar_to(cases[-1].now, house.officer)) == MOST
    assert similar_to(cases[0].now, house.officer) == []


def test_common_words_alone_make_nothing_alike(house):
    sent(house, "Tôi xin đề nghị cung cấp thông tin về văn bản của cơ quan năm 2024", "001185000111")
    case = sent(house, "Tôi xin đề nghị cung cấp thông tin về tài liệu của cơ quan năm 2025", "001185000222")
    assert similar_to(case.now, house.officer) == []
    assert pairs_of("đề nghị cung cấp thông tin") == {}


def test_what_is_out_of_reach_is_no_neighbour(house):
    other = make_house()
    sent(other, ROADS)
    asked = sent(house, ROADS).accept().collect()
    sent(house, ROADS)
    case = sent(house, ROADS).accept().collect()
    assert len(similar_to(case.now, house.officer)) == 2
    assert [one.info_request.code for one in similar_to(case.now, house.originator)] == [asked.now.code]
    assert similar_to(case.now, house.auditor) == []


def test_page_is_linked_and_opens_for_who_handles_the_case(house, enter):
    first = sent(house, ROADS)
    case = sent(house, ROADS)
    address = reverse("desk:similar", args=[case.now.code])
    officer = enter(house.officer)
    assert address in officer.get(reverse("desk:case", args=[case.now.code])).content.decode()
    text = officer.get(address).content.decode()
    assert first.now.code in text
    assert "cùng người yêu cầu" in text
    auditor = enter(house.auditor)
    assert address not in auditor.get(reverse("desk:case", args=[case.now.code])).content.decode()
    assert auditor.get(address).status_code == 404
    assert enter(make_house().officer).get(address).status_code == 404


def test_queries_stay_few(house, enter, django_assert_max_num_queries):
    for n in range(6):
        sent(house, ROADS, f"00118500011{n}")
    case = sent(house, ROADS)
    assert case.now.requester.identity_hash
    case = case.now
    with django_assert_max_num_queries(5):
        assert len(similar_to(case, house.officer)) == MOST

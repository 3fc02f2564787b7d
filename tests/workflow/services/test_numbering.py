"""The book of outgoing papers kept here: opened by two people, without holes and doubles, not typed by anybody (S4)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from cms.audit.verify import verify
from cms.core.errors import DomainError, NotAllowed
from tests.factories.core import make_house
from tests.factories.moments import day, moment
from tests.factories.workflow import A_MONDAY, Case
from workflow.choices import LetterForm, SeriesState, Status
from workflow.models import Letter, LetterSeries
from workflow.services import numbering

pytestmark = pytest.mark.django_db
AT = moment(A_MONDAY)


@pytest.fixture
def house():
    return make_house()


def proposed(house, **words):
    given = {"authority": house.authority, "year": 2026, "basis": "Quy chế văn thư", "by": house.registry, "at": AT}
    return numbering.propose_book(**given | words)


def opened(house, **words):
    return numbering.open_book(series=proposed(house, **words), by=house.head, at=AT)


def signed(house):
    """A refusal that waits for its number."""
    return Case.sent(house).accept().propose_to_refuse().approve()


def issue(case, **words):
    return case.issue(**{"number": "", "issued_on": None} | words)


# --- who opens a book ----------------------------------------------------------------------------------------------
def test_a_book_is_proposed_by_the_registry_and_opened_by_another_person(house):
    series = proposed(house)
    assert (series.state, numbering.book_of(house.authority, day(A_MONDAY))) == (SeriesState.PROPOSED, None)
    numbering.open_book(series=series, by=house.head, at=AT)
    assert numbering.book_of(house.authority, day(A_MONDAY)) == series
    assert numbering.book_of(house.authority, day("04/01/2027")) is None
    assert verify().problem is None


def test_only_the_registry_proposes_and_only_the_heads_decide(house):
    with pytest.raises(NotAllowed):
        proposed(house, by=house.officer)
    series = proposed(house)
    for person in (house.officer, house.registry, house.signer, house.administrator):
        with pytest.raises(NotAllowed):
            numbering.open_book(series=series, by=person, at=AT)


def test_who_proposed_never_opens_whatever_roles_they_hold(house):
    house.give(house.head, "REGISTRY")
    series = proposed(house, by=house.head)
    with pytest.raises(NotAllowed, match="không được tự duyệt"):
        numbering.open_book(series=series, by=house.head, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        series.state, series.decided_by, series.decided_at = SeriesState.OPEN, house.head, AT
        series.save()


def test_one_book_a_year_and_a_declined_one_leaves_room(house):
    series = proposed(house)
    with pytest.raises(DomainError) as two:
        proposed(house)
    assert two.value.field == "year"
    with pytest.raises(DomainError) as silent:
        numbering.decline_book(series=series, reason=" ", by=house.head, at=AT)
    assert silent.value.field == "reason"
    numbering.decline_book(series=series, reason="Chưa sang năm", by=house.head, at=AT)
    with pytest.raises(numbering.NoLongerWaiting):
        numbering.open_book(series=series, by=house.head, at=AT)
    assert opened(house).state == SeriesState.OPEN
    assert LetterSeries.objects.count() == 2


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"year": 2025}, "year"),
        ({"year": 2028}, "year"),
        ({"basis": " "}, "basis"),
        ({"first_number": 0}, "first_number"),
    ],
)
def test_what_cannot_be_proposed_is_said_at_its_field(house, words, field):
    with pytest.raises(DomainError) as slip:
        proposed(house, **words)
    assert slip.value.field == field


def test_a_book_begins_behind_the_numbers_of_its_year(house):
    signed(house).issue(number="17")
    with pytest.raises(DomainError) as taken:
        proposed(house, first_number=17)
    assert taken.value.field == "first_number"
    series = proposed(house, first_number=18)
    signed(house).issue(number="20")  # the registry's own book still runs
    with pytest.raises(DomainError):
        numbering.open_book(series=series, by=house.head, at=AT)


# --- papers take their numbers -------------------------------------------------------------------------------------
def test_papers_take_consecutive_numbers_from_one(house):
    series = opened(house)
    letters = [issue(signed(house)).last for _ in range(3)]
    assert [letter.series_number for letter in letters] == [1, 2, 3]
    assert [letter.label for letter in letters] == ["01/TB-SXD", "02/TB-SXD", "03/TB-SXD"]
    assert {letter.issued_on for letter in letters} == {day(A_MONDAY)}
    assert "01/TB-SXD" in letters[0].html
    assert numbering.next_of(series) == 4


def test_one_book_for_every_symbol_of_the_authority(house):
    opened(house, first_number=41)
    first, second = issue(signed(house), symbol="TB-SXD").last, issue(signed(house), symbol="QĐ-SXD").last
    assert (first.label, second.label) == ("41/TB-SXD", "42/QĐ-SXD")
    assert issue(signed(make_house()), number="1").last.series is None  # another authority's own system


def test_an_act_that_fails_gives_its_number_back(house):
    series = opened(house)
    case = Case.sent(house, on="02/11/2026").accept().propose_extension().approve("EXTENSION")
    case.at += timedelta(days=60)
    with pytest.raises(DomainError):
        issue(case, form=LetterForm.EXTENSION)
    assert numbering.next_of(series) == 1
    assert issue(signed(house)).last.number == "1"


def test_with_a_book_nobody_types_a_number_or_another_day(house):
    opened(house)
    case = signed(house)
    with pytest.raises(DomainError) as typed:
        issue(case, number="9")
    assert typed.value.field == "number"
    with pytest.raises(DomainError) as backwards:
        issue(case.on("03/11/2026"), issued_on=day(A_MONDAY), late_reason="Quên")
    assert backwards.value.field == "issued_on"
    with pytest.raises(DomainError) as bare:
        issue(case, symbol=" ")
    assert bare.value.field == "symbol"
    assert case.now.status == Status.ACCEPTED


def test_without_a_book_the_registry_enters_number_and_symbol(house):
    case = signed(house)
    for words in ({"number": " "}, {"symbol": " "}):
        with pytest.raises(DomainError) as slip:
            case.issue(**words)
        assert slip.value.field == "number"
    first = case.issue(number="7").last
    assert (first.series, first.number) == (None, "7")
    with pytest.raises(DomainError, match="đã dùng"):
        signed(house).issue(number="7")
    assert signed(house).issue(number="300").last.number == "300"  # gaps are normal


def test_each_year_has_its_own_book(house):
    opened(house)
    issue(signed(house))
    numbering.open_book(series=proposed(house, year=2027), by=house.head_of_authority, at=AT)
    case = signed(house).on("04/01/2027")
    assert issue(case).last.label == "01/TB-SXD"
    assert set(Letter.objects.exclude(number="").values_list("year", flat=True)) == {2026, 2027}


def test_the_database_holds_number_and_place_together(house):
    opened(house)
    letter = issue(signed(house)).last
    for words in ({"series_number": 2}, {"series": None}, {"number": "2"}):
        fresh = Letter.objects.get(pk=letter.pk)
        for name, value in words.items():
            setattr(fresh, name, value)
        with pytest.raises(IntegrityError), transaction.atomic():
            fresh.save()

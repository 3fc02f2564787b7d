"""Complaints, lawsuits, denunciations under retention: an open one stands in the way, an ended one goes with its case."""

import json

import pytest
from django.conf import settings
from django.urls import reverse

from cms.audit.models import Entry
from cms.audit.verify import verify
from cms.core import files, strays
from cms.core.errors import DomainError, NotAllowed, StaleView
from cms.core.figures import Period, Scope, count_all
from cms.core.models import Mail
from tests.factories import remedies as make
from tests.factories.moments import day, moment
from tests.factories.workflow import Case
from tests.workflow.services.test_retention import AFTER, WORDS, adopt, decide, done, kept_file, propose, telling
from workflow import access
from workflow.choices import LettersFate, RetentionKind
from workflow.models import Denouncer, Remedy
from workflow.services import erasing, remedies
from workflow.statistics import remedies as figures
from workflow.transitions import ImpossibleMove

pytestmark = pytest.mark.django_db

ERASE, SEAL = RetentionKind.ERASE, RetentionKind.SEAL
OPEN = "Còn việc chưa kết thúc về hồ sơ này"
LODGED = [make.WORDS, "từ chối đúng", "Cung cấp thông tin.", "don-cua-ba", "rất phức tạp", "Xác minh đơn"]
DENOUNCED = list(make.DENOUNCER.values())


@pytest.fixture
def house(house):
    return adopt(house)


@pytest.fixture
def case(house):
    return make.refused(house)


def complaint(case, **words):
    """Upheld, with a paper on the disk, lengthened by a paper that was named."""
    remedy, head = make.accepted(case, files=[kept_file("don-cua-ba-Mến.pdf")], **words), case.house.head_of_authority
    remedy = remedies.lengthen(
        remedy=remedy, seen=None, paper="TB 12, rất phức tạp", by=head, at=moment("03/12/2026 09:00")
    )
    return make.decided(make.proposed(remedy, case.house, outcome="UPHELD"), case.house)


def denunciation(case):
    """Of an officer, looked into by another whom the head has named, and rejected."""
    house, at = case.house, moment("02/12/2026 11:00")
    secret = make.entered(
        case, "DENUNCIATION", by=house.registry, against=house.officer, files=[kept_file("don-cua-ba-Kín.pdf")]
    )
    head, second = house.head_of_authority, house.second_officer
    remedies.name_reader(remedy=secret, seen=None, reader=second, reason="Xác minh đơn của bà Kín", by=head, at=at)
    remedies.read_denouncer(remedy=secret, reason="Mời bà Kín", by=second, at=at)
    secret = remedies.accept(remedy=secret, seen=None, accepted_on=day("02/12/2026"), by=second, at=at)
    return make.decided(make.proposed(secret, house, by=second), house)


def answered(new_case, house):
    """The case that was reopened, answered in its turn."""
    return Case(house, new_case, moment("11/12/2026 15:00")).on("14/12/2026").provide_at_once()


def counted(house):
    found = count_all(figures.DEFINITIONS, Scope((house.authority.pk,), Period(day("01/01/2026"), day("31/12/2026"))))
    return {code: amounts.get(house.authority.pk, {}) for code, amounts in found.items()}


# --- what is open stands in the way --------------------------------------------------------------------------------
@pytest.mark.parametrize("kind", ["COMPLAINT", "LAWSUIT", "DENUNCIATION"])
def test_an_open_one_of_any_kind_stands_in_the_way_in_the_same_words(case, kind):
    make.entered(case, kind, by=case.house.registry)
    with pytest.raises(DomainError, match=f"^{OPEN}, chưa được xóa. Vẫn niêm phong được.$"):
        propose(case, ERASE)
    done(case, SEAL)
    assert case.now.sealed_at


def test_one_that_comes_after_the_proposal_stops_the_decision(case):
    act = propose(case, ERASE)
    make.entered(case)
    with pytest.raises(DomainError, match=OPEN):
        decide(act, case.house)
    assert case.now.erased_at is None


def test_a_reopened_case_that_is_not_answered_stands_in_the_way_of_the_first(case):
    anew = complaint(case).new_case
    with pytest.raises(DomainError, match=OPEN):
        propose(case, ERASE)
    answered(anew, case.house)
    done(case, ERASE)
    assert case.now.erased_at


# --- what has ended goes along -------------------------------------------------------------------------------------
def test_nothing_of_any_person_is_left_after_both_cases_are_erased(case, django_capture_on_commit_callbacks):
    house = case.house
    upheld, secret = complaint(case), denunciation(case)
    anew = answered(upheld.new_case, house)
    paths = [file.path for one in (upheld, secret) for file in one.files.all()]
    assert all((settings.PRIVATE_ROOT / path).exists() for path in paths)
    searched = [*LODGED, *DENOUNCED]
    assert {word for _name, word in telling(searched)} == set(searched)
    assert Mail.objects.filter(about=upheld.code).exists()
    before, head = counted(house), verify().head

    with django_capture_on_commit_callbacks(execute=True):
        done(case, ERASE, letters=LettersFate.MASK)
    assert telling(searched) == []
    assert not any((settings.PRIVATE_ROOT / path).exists() for path in paths)
    assert strays.missing() == []
    assert not Mail.objects.filter(about=upheld.code).exists()
    # The case that was reopened holds the person's data once more, until its own day.
    assert anew.now.requester.name == "Nguyễn Thị Mến"
    with django_capture_on_commit_callbacks(execute=True):
        done(anew, ERASE)
    assert telling([*WORDS, "Mến", "bà Kín", *searched]) == []

    assert counted(house) == before
    assert before["remedies_kind"] == {"COMPLAINT": 1, "DENUNCIATION": 1}
    assert verify(against=head).problem is None
    for one in Remedy.objects.all():
        assert (one.audit_salt, one.against, one.words) == ("", None, erasing.GONE)
        assert (one.kind, one.about, one.info_request_id, one.status == one.outcome) == (
            {upheld.pk: "COMPLAINT", secret.pk: "DENUNCIATION"}[one.pk],
            {upheld.pk: "REFUSAL", secret.pk: "CONDUCT"}[one.pk],
            case.pk,
            True,
        )
        assert all(file.path.startswith(files.ERASED) for file in one.files.all())
        assert set(one.history.values_list("kind", "words", "answer")) == {("", "", "")}
    person = Denouncer.objects.get()
    assert (person.name, person.contact, person.address) == ("", "", "")


def test_the_record_of_a_denunciation_does_not_tell_of_which_case(case):
    told = {complaint(case).code: {"request": case.now.code}, denunciation(case).code: {}}
    answered(case.now.remedies.get(kind="COMPLAINT").new_case, case.house)
    done(case, ERASE)
    for code, data in told.items():
        remedy = Remedy.objects.get(code=code)
        entry = Entry.objects.get(kind="remedy.erased", subject_id=str(remedy.pk))
        entry = json.loads(bytes(entry.payload))["data"]
        assert {name: value for name, value in entry.items() if name != "erased"} == data
        assert entry["erased"]
        assert case.now.code not in str(entry["erased"])


def test_a_reopened_case_is_erased_without_touching_the_first(case):
    anew = answered(complaint(case).new_case, case.house)
    done(anew, ERASE)
    assert anew.now.requester.name == erasing.GONE
    assert case.now.requester.name == "Nguyễn Thị Mến"
    assert case.now.remedies.get().words == make.WORDS
    assert verify().problem is None


# --- afterwards ----------------------------------------------------------------------------------------------------
@pytest.fixture
def erased(case, django_capture_on_commit_callbacks):
    """A denunciation that went with its case."""
    secret = denunciation(case)
    with django_capture_on_commit_callbacks(execute=True):
        done(case, ERASE)
    return secret


def test_nothing_new_comes_about_an_erased_case(case, erased):
    house = case.house
    words = {"by": house.registry, "at": moment(AFTER)}
    with pytest.raises(DomainError, match="không vào sổ thêm việc"):
        remedies.enter(info_request=case.now, lodged=make.lodged(), **words)
    with pytest.raises(StaleView):  # somebody who still looks at the page from before
        remedies.add_papers(remedy=erased, seen=erased.version, files=[make.a_paper()], **words)
    with pytest.raises(ImpossibleMove, match="đã được xóa"):
        remedies.add_papers(remedy=erased, seen=None, files=[make.a_paper()], **words)
    assert Remedy.objects.count() == 1
    assert erased.files.count() == 1


def test_who_denounced_is_not_read_any_more_and_nothing_is_put_on_record_as_read(case, erased):
    read = Entry.objects.filter(kind="remedy.denouncer_read")
    before, fresh = read.count(), Remedy.objects.with_people().get()
    with pytest.raises(DomainError, match="đã được xóa"):
        remedies.read_denouncer(remedy=fresh, reason="Xem", by=case.house.head_of_authority, at=moment(AFTER))
    with pytest.raises(NotAllowed):
        remedies.read_denouncer(remedy=fresh, reason="Xem", by=case.house.officer, at=moment(AFTER))
    assert read.count() == before


def test_the_pages_of_an_erased_one_open_and_its_papers_do_not(case, erased, client):
    client.force_login(case.house.head_of_authority, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(reverse("desk:remedy", args=[erased.code]))
    assert erasing.GONE in page.content.decode()
    assert "Xác minh" not in page.content.decode()
    assert client.get(reverse("khieu-nai_modeladmin_history", args=[erased.pk])).status_code == 200
    assert client.get(reverse("desk:remedy_file", args=[erased.code, erased.files.get().pk])).status_code == 404


# --- under seal ----------------------------------------------------------------------------------------------------
def test_the_seal_of_a_case_covers_what_has_ended_about_it_and_lets_open_work_go_on(case):
    house = case.house
    ended = make.decided(make.proposed(make.accepted(case), house), house)
    running = make.entered(case, "LAWSUIT")
    done(case, SEAL)

    def reading(remedy):
        remedy = Remedy.objects.with_people().get(pk=remedy.pk)
        return {one for one in (house.officer, house.data_officer) if access.can_read_remedy(one, remedy)}

    assert reading(ended) == {house.data_officer}
    assert house.officer in reading(running)

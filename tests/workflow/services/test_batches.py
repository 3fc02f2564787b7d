"""Many papers at once: each in its own transaction, one that fails stops no other, none is issued twice (S4)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.audit.models import Entry
from cms.audit.verify import verify
from cms.core.dates import short, today
from cms.core.errors import DomainError, NotAllowed
from tests.factories.core import make_house
from tests.factories.workflow import Case
from workflow.choices import BatchLineState, LetterForm, LetterState
from workflow.models import BatchLine, IssueBatch, Letter
from workflow.services import batches, numbering

pytestmark = pytest.mark.django_db
URL = "/admin/so-van-ban/phat-hanh/"


@pytest.fixture
def house():
    return make_house()


@pytest.fixture
def book(house):
    at = timezone.now()
    words = {"authority": house.authority, "year": today().year, "basis": "Quy chế văn thư", "at": at}
    return numbering.open_book(series=numbering.propose_book(**words, by=house.registry), by=house.head, at=at)


def drafts(house, count=3):
    """Notices of the time limit on one case, waiting for their numbers."""
    case = Case.sent(house, on=short(today())).accept()
    letters = [
        Letter(
            info_request=case.now,
            authority=house.authority,
            form=LetterForm.TIME_LIMIT,
            drafted_by=house.officer,
            drafted_at=case.at,
        )
        for _ in range(count)
    ]
    for letter in letters:
        letter.save(by=house.officer)
    return letters


def asked(house, letters, by=None):
    return batches.ask(authority=house.authority, letters=letters, by=by or house.registry, at=timezone.now())


def lines(batch, state):
    return batch.lines.filter(state=state)


@pytest.fixture
def enter(client):
    def sign_in(person):
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


def test_the_worker_issues_every_paper_in_the_order_chosen(house, book):
    letters = drafts(house)
    batch = asked(house, letters)
    assert batches.run_waiting(timezone.now()) == 3
    batch.refresh_from_db()
    assert batch.ended_at is not None
    assert [Letter.objects.get(pk=one.pk).series_number for one in letters] == [1, 2, 3]
    assert batches.progress(batch) == {"total": 3, "issued": 3, "failed": 0, "done": 3, "share": 100}
    assert batches.run_waiting(timezone.now()) == 0
    kinds = Entry.objects.filter(kind__startswith="issuebatch.").order_by("seq").values_list("kind", flat=True)
    assert list(kinds) == ["issuebatch.asked", "issuebatch.ended"]
    assert verify().problem is None


def test_one_that_fails_is_named_and_stops_no_other(house, book):
    first, second, third = drafts(house)
    batch = asked(house, [first, second, third])
    second.state = LetterState.WITHDRAWN  # meanwhile
    second.save()
    batches.run_waiting(timezone.now())
    (failed,) = lines(batch, BatchLineState.FAILED)
    assert (failed.letter_id, failed.told) == (second.pk, "Văn bản này không còn chờ phát hành.")
    numbers = Letter.objects.filter(series=book).values_list("series_number", flat=True)
    assert sorted(numbers) == [1, 2]


def test_an_error_of_ours_is_told_plainly_and_takes_no_number(house, book, monkeypatch):
    letters = drafts(house)
    real = batches.issue_letter

    def broken(*, letter, **words):
        real(letter=letter, **words)
        if letter.pk == letters[0].pk:
            raise RuntimeError("đĩa đầy")

    monkeypatch.setattr(batches, "issue_letter", broken)
    batch = asked(house, letters)
    batches.run_waiting(timezone.now())
    (failed,) = lines(batch, BatchLineState.FAILED)
    assert failed.told == str(batches.BROKEN)
    assert Letter.objects.get(pk=letters[0].pk).state == LetterState.DRAFT
    assert sorted(Letter.objects.filter(series=book).values_list("series_number", flat=True)) == [1, 2]


def test_a_turn_that_is_over_leaves_the_rest_for_the_next(house, book, monkeypatch):
    batch = asked(house, drafts(house))
    monkeypatch.setattr(batches, "TURN", 0)
    assert batches.run_waiting(timezone.now()) == 0
    now = batches.time.monotonic()
    claimed = batches._claim(timezone.now())
    assert batches._carry_on(claimed, now - 1) == 0
    batch.refresh_from_db()
    assert (batch.beat_at, batch.ended_at) == (None, None)
    monkeypatch.undo()
    assert batches.run_waiting(timezone.now()) == 3


def test_a_dead_workers_batch_is_taken_over_and_nothing_issued_twice(house, book):
    batch = asked(house, drafts(house))
    now = timezone.now()
    claimed = batches._claim(now)
    batches._issue(claimed, batch.lines.first().pk)
    assert batches._claim(now) is None
    IssueBatch.objects.update(beat_at=now - batches.DEAD - timedelta(seconds=1))
    assert batches.run_waiting(now) == 2
    batches._issue(claimed, batch.lines.first().pk)  # the dead one wakes up
    assert Letter.objects.filter(series=book).count() == 3
    batches._end(claimed)
    assert Entry.objects.filter(kind="issuebatch.ended").count() == 1


def test_who_may_ask_and_for_what(house, book):
    letters = drafts(house)
    with pytest.raises(NotAllowed):
        asked(house, letters, by=house.officer)
    with pytest.raises(DomainError, match="ít nhất một"):
        asked(house, [])
    with pytest.raises(DomainError, match="không quá"):
        asked(house, letters[:1] * (batches.MOST + 1))
    other = make_house()
    with pytest.raises(DomainError, match="chưa mở sổ"):
        asked(other, drafts(other))
    asked(house, letters[:2])
    with pytest.raises(DomainError, match="đang chờ trong một lần"):
        asked(house, letters)
    batches.run_waiting(timezone.now())
    with pytest.raises(DomainError, match="không còn dùng"):
        asked(house, [Letter.objects.get(pk=letters[0].pk)])
    assert BatchLine.objects.count() == 2


def test_the_registry_chooses_on_the_page_and_sees_how_far_it_is(house, book, enter):
    letters = drafts(house)
    letters[2].state = LetterState.WITHDRAWN
    letters[2].save()
    browser = enter(house.registry)
    assert "2 văn bản chờ phát hành" in browser.get(URL).content.decode()
    assert "Hãy chọn ít nhất một văn bản." in browser.post(URL, {"viec": "chon"}).content.decode()
    sent = browser.post(URL, {"viec": "chon", "van-ban": [letters[0].pk]})
    batch = IssueBatch.objects.get()
    assert sent.url == f"{URL}{batch.pk}/"
    page = browser.get(sent.url)
    assert "Đang phát hành: 0 trên 1 văn bản" in page.content.decode()
    assert page["Refresh"] == "3"
    assert browser.post(URL, {"viec": "tat-ca"}).status_code == 302
    batches.run_waiting(timezone.now())
    page = browser.get(sent.url)
    assert "Đã xong: 1 văn bản đã phát hành" in page.content.decode()
    assert "Refresh" not in page
    assert enter(make_house().registry).get(sent.url).status_code == 404


def test_without_a_book_the_page_says_what_is_missing(house, enter):
    assert "chưa mở sổ của năm nay" in enter(house.registry).get(URL).content.decode()


@pytest.mark.heavy
def test_two_hundred_papers_show_how_far_they_are(house, book, enter, monkeypatch):
    """The page tells more at every turn, until all are issued."""
    batch = asked(house, drafts(house, 200))
    monkeypatch.setattr(batches, "TURN", 2)
    browser, seen = enter(house.registry), []
    while IssueBatch.objects.filter(ended_at=None).exists():
        batches.run_waiting(timezone.now())
        seen.append(batches.progress(batch)["done"])
        assert f"{seen[-1]}" in browser.get(f"{URL}{batch.pk}/").content.decode()
    assert seen == sorted(seen)
    assert len(seen) > 1
    assert seen[-1] == 200
    assert sorted(Letter.objects.filter(series=book).values_list("series_number", flat=True)) == list(range(1, 201))

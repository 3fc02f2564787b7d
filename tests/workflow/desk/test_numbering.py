"""Đánh số văn bản at the desk, and the issuing form of an authority that keeps its book here."""

import pytest
from django.urls import reverse
from django.utils import timezone

from cms.core.dates import today
from tests.factories.workflow import Case
from workflow.choices import LetterState, SeriesState
from workflow.models import LetterSeries
from workflow.services import numbering

URL = "/admin/so-van-ban/danh-so/"


def body(response) -> str:
    return response.content.decode()


def propose(browser, **words):
    given = {"viec": "de-nghi", "year": today().year, "first_number": "1", "basis": "Quy chế văn thư số 12/QC-SXD"}
    return browser.post(URL, given | words)


@pytest.fixture
def opened(house):
    at = timezone.now()
    words = {"authority": house.authority, "year": today().year, "basis": "Quy chế văn thư", "at": at}
    return numbering.open_book(series=numbering.propose_book(**words, by=house.registry), by=house.head, at=at)


def test_registry_proposes_and_the_head_opens(house, enter):
    assert propose(enter(house.registry)).status_code == 302
    series = LetterSeries.objects.get()
    page = body(enter(house.registry).get(URL))
    assert "Ông/bà là người đề nghị" in page
    assert 'value="mo"' not in page
    assert enter(house.head).post(URL, {"viec": "mo", "so": series.pk}).status_code == 302
    series.refresh_from_db()
    assert series.state == SeriesState.OPEN
    assert "Số tiếp theo là 01" in body(enter(house.signer).get(URL))


def test_a_slip_keeps_what_was_typed(house, enter):
    page = body(propose(enter(house.registry), first_number="một", basis="Quy chế riêng"))
    assert "Số bắt đầu là một số nguyên" in page
    assert "Quy chế riêng" in page
    assert not LetterSeries.objects.exists()


def test_declining_needs_a_reason(house, enter):
    propose(enter(house.registry))
    series = LetterSeries.objects.get()
    told = {"viec": "khong-mo", "so": series.pk}
    assert "Hãy nói vì sao không mở sổ" in body(enter(house.head).post(URL, told | {"reason": ""}))
    assert enter(house.head).post(URL, told | {"reason": "Để sang năm"}).status_code == 302
    assert "Để sang năm" in body(enter(house.registry).get(URL))


def test_others_may_look_and_their_attempts_are_refused(house, enter):
    assert propose(enter(house.officer)).status_code == 403
    propose(enter(house.registry))
    series = LetterSeries.objects.get()
    assert enter(house.registry).post(URL, {"viec": "mo", "so": series.pk}).status_code == 403
    assert enter(house.auditor).post(URL, {"viec": "mo", "so": series.pk}).status_code == 403
    for key in ("", "x", "999999"):
        assert enter(house.head).post(URL, {"viec": "mo", "so": key}).status_code == 404


def test_a_book_decided_meanwhile_is_409(house, enter, opened):
    assert enter(house.head).post(URL, {"viec": "mo", "so": opened.pk}).status_code == 409


def test_the_form_shows_the_next_number_and_takes_none(house, enter, sent_today, opened):
    case = Case(house, sent_today.now, timezone.now()).accept().propose_to_refuse().approve()
    url = reverse("desk:move", args=[case.now.code, "phat-hanh"])
    page = body(enter(house.registry).get(url))
    assert "Số tiếp theo: <strong>01</strong>" in page
    assert 'name="number"' not in page
    letter = case.letter()
    told = {
        "seen": case.now.version,
        "letter": letter.pk,
        "symbol": "TB-SXD",
        "number": "77",
        "issued_on": "01/01/2020",
    }
    assert enter(house.registry).post(url, told).status_code == 302
    letter.refresh_from_db()
    assert (letter.state, letter.label, letter.issued_on) == (LetterState.ISSUED, "01/TB-SXD", today())

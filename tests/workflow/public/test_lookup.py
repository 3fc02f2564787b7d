"""Look-up by number and code: one page for every mistake, limits that ask for patience, a case open for minutes (S5)."""

import statistics
import time
from datetime import timedelta

import pytest
from django.core import signing
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cms.core.models import Mail
from tests.workflow.public.walking import Walker, errors_of, text_of
from workflow.public import lookup, throttle
from workflow.services import citizen

pytestmark = pytest.mark.django_db
WRONG = "Số hồ sơ hoặc mã tra cứu chưa đúng. Hãy xem lại trên biên nhận"


def from_address(walker, address):
    return Walker(Client(REMOTE_ADDR=address), walker.house)


def wrong_code(case):
    return case.code[:-1] + str((int(case.code[-1]) + 1) % 10)


# --- what opens --------------------------------------------------------------------------------------------------------
def test_number_and_code_open_in_any_writing(walker):
    case = walker.walk_and_send()
    number, code = case.now.code, case.code
    grouped = " ".join(code[n : n + 4] for n in range(0, 16, 4))
    for typed in (number, number.lower(), number.replace("-", " "), number.replace("-", "–"), number.replace("-", "")):
        assert from_address(walker, "203.0.113.5").look_up(typed, grouped).url == reverse("workflow:case"), typed
    assert walker.look_up(f" {number} ", code.replace("", "-")).status_code == 302


def test_code_stands_in_no_address(walker):
    case = walker.walk_and_send()
    response = walker.look_up(case.now.code, case.code)
    assert case.code not in response.url
    assert case.now.code not in response.url
    # By GET nothing opens and nothing is repeated.
    page = walker.client.get(reverse("workflow:lookup"), {"number": case.now.code, "code": case.code}, follow=True)
    assert page.redirect_chain == [(reverse("workflow:lookup"), 302)]
    assert case.code not in text_of(page)


def test_empty_fields_are_told_and_not_counted(walker):
    response = walker.look_up("", "")
    assert response.status_code == 422
    assert errors_of(response) == ["Nhập số hồ sơ", "Nhập mã tra cứu"]


# --- every mistake looks the same ----------------------------------------------------------------------------------------
def bare(response):
    """The page without what the person typed and without the form's own token."""
    page = text_of(response)
    for typed in ("number", "code", "csrfmiddlewaretoken"):
        start = page.index(f'name="{typed}"')
        page = page[:start] + page[page.index(">", start) :]
    return page


def test_wrong_number_wrong_code_and_unknown_case_are_one_page(walker):
    case = walker.walk_and_send()
    mistakes = {
        "wrong code": (case.now.code, wrong_code(case)),
        "unknown case": ("STP-261101-9999", case.code),
        "nonsense": ("'; DROP TABLE", "x"),
        "no digits": (case.now.code, "mã"),
    }
    answers = {
        name: from_address(walker, f"203.0.113.{n}").look_up(*typed) for n, (name, typed) in enumerate(mistakes.items())
    }
    assert {response.status_code for response in answers.values()} == {422}
    assert {tuple(errors_of(response)) for response in answers.values()} == {(WRONG,)}
    assert len({bare(response) for response in answers.values()}) == 1
    headers = [{k: v for k, v in r.headers.items() if k != "Content-Length"} for r in answers.values()]
    assert all(header == headers[0] for header in headers)


def test_mistakes_cost_the_same_statements(walker):
    case = walker.walk_and_send()
    walker.look_up("STP-261101-0001", "1" * 16)
    shapes = []
    for n, (number, code) in enumerate([(case.now.code, wrong_code(case)), ("STP-261101-9999", case.code)]):
        with CaptureQueriesContext(connection) as captured:
            from_address(walker, f"203.0.113.{n}").look_up(number, code)
        shapes.append([query["sql"].split("WHERE")[0].split("VALUES")[0] for query in captured.captured_queries])
    assert shapes[0] == shapes[1]
    assert len(shapes[0]) <= 5


def test_comparison_takes_the_same_time(walker):
    """SC07: the medians of known and unknown numbers lie within 5 ms."""
    case = walker.walk_and_send()
    spent = {"known": [], "unknown": []}
    for n in range(60):
        for name, number in (("known", case.now.code), ("unknown", f"STP-261101-{n:04d}")):
            began = time.perf_counter()
            assert lookup.find(number, f"{n:016d}") is None
            spent[name].append(time.perf_counter() - began)
    medians = [statistics.median(values) for values in spent.values()]
    assert abs(medians[0] - medians[1]) < 0.005


# --- limits --------------------------------------------------------------------------------------------------------------
def test_address_that_guesses_is_asked_for_patience(walker):
    case = walker.walk_and_send()
    guesser = from_address(walker, "203.0.113.7")
    answers = [guesser.look_up(f"STP-261101-{n:04d}", "1" * 16) for n in range(30)]
    assert [response.status_code for response in answers[:10]] == [422] * 10
    refused = [response for response in answers if response.status_code == 429]
    assert len(refused) >= 18
    assert int(refused[0]["Retry-After"]) <= 60
    # Right or wrong, the refusal is the same: it comes before any comparison.
    assert guesser.look_up(case.now.code, case.code).status_code == 429
    # Everybody else goes on.
    assert from_address(walker, "203.0.113.8").look_up(case.now.code, case.code).status_code == 302


def test_case_that_is_guessed_at_becomes_slow_and_stays_open_for_its_owner(walker):
    case = walker.walk_and_send()
    for n in range(12):
        from_address(walker, f"198.51.100.{n}").look_up(case.now.code, f"{n:016d}")
    owner = from_address(walker, "203.0.113.8")
    assert owner.look_up(case.now.code, case.code).status_code == 302
    # One guess in a while from each address, no more.
    guesser = from_address(walker, "198.51.100.1")
    for n in range(11):
        from_address(walker, f"192.0.2.{n}").look_up(case.now.code, f"{n:016d}")
    answers = [guesser.look_up(case.now.code, "1" * 16).status_code for _ in range(4)]
    assert answers.count(429) >= 3


def test_unknown_number_has_the_same_limit(walker):
    for n in range(11):
        from_address(walker, f"192.0.2.{n}").look_up("STP-261101-9999", f"{n:016d}")
    late = from_address(walker, "192.0.2.99")
    assert [late.look_up("STP-261101-9999", "1" * 16).status_code for _ in range(3)] == [422, 429, 429]


def test_address_recovers_within_a_minute(db):
    at = timezone.now().replace(second=0, microsecond=0)
    for _ in range(30):
        throttle.may_look_up("203.0.113.7", "STP-261101-0001", at)
    assert not throttle.may_look_up("203.0.113.7", "STP-261101-0002", at)
    assert throttle.may_look_up("203.0.113.7", "STP-261101-0002", at + timedelta(seconds=60))


def test_hour_is_limited_too_but_nobody_is_shut_out(db):
    at = timezone.now().replace(minute=0, second=0, microsecond=0)
    passed = [
        throttle.may_look_up("203.0.113.7", f"STP-261101-{n:04d}", at + timedelta(seconds=20 * n)) for n in range(150)
    ]
    assert all(passed[:60])
    assert 20 < sum(passed[60:]) <= 50  # the slow lane


def test_limits_are_those_of_the_table():
    assert (throttle.OPEN_FORM_A_MINUTE, throttle.LEAST_SECONDS_TO_FILL) == (120, 5)
    limits = {
        (10, 3600): throttle.SEND_BY_ADDRESS,
        (3, 3600): throttle.SEND_BY_PERSON,
        (50, 3600): throttle.SEND_SITE_WIDE,
        (10, 60): throttle.LOOKUP_MINUTE,
        (60, 3600): throttle.LOOKUP_HOUR,
    }
    assert all((limit.count, limit.seconds) == figures for figures, limit in limits.items())
    assert (throttle.LOOKUP_CASE.count, throttle.LOOKUP_CASE.seconds) == (10, 3600)


def test_staff_see_one_alert(walker):
    at = timezone.now()
    for _ in range(throttle.LOOKUP_FAILED_SITE_WIDE.count):
        throttle.count_failed_look_up(at)
    assert not Mail.objects.filter(kind="alert").exists()
    for n in range(3):
        from_address(walker, f"198.51.100.{n}").look_up(f"STP-261101-{n:04d}", "1" * 16)
    alert = Mail.objects.get(kind="alert")
    assert alert.to == walker.house.focal_point.email


# --- held open for fifteen minutes -----------------------------------------------------------------------------------------
def test_case_closes_by_itself(walker):
    case = walker.walk_and_send()
    walker.follow(case)
    cookie = walker.client.cookies["ho-so"]
    assert cookie["httponly"]
    assert cookie["max-age"] == 900
    kept = signing.loads(cookie.value, salt=lookup.SALT)
    old = signing.TimestampSigner(salt=lookup.SALT)
    old.timestamp = lambda: signing.b62_encode(int(time.time()) - 901)
    walker.client.cookies["ho-so"] = old.sign_object(kept)
    response = walker.client.get(reverse("workflow:case"), follow=True)
    assert "Phiên tra cứu đã hết hạn" in text_of(response)
    assert case.now.code not in text_of(response)


def test_case_stays_open_while_it_is_read(walker):
    walker.follow(walker.walk_and_send())
    first = walker.client.cookies["ho-so"].value
    time.sleep(1.1)
    walker.client.get(reverse("workflow:case"))
    assert walker.client.cookies["ho-so"].value != first


@pytest.mark.parametrize("value", ["", "x", "eyJjYXNlIjoxfQ:1abc:sig"])
def test_forged_cookie_opens_nothing(walker, value):
    walker.walk_and_send()
    walker.client.cookies["ho-so"] = value
    assert walker.client.get(reverse("workflow:case")).url.startswith(reverse("workflow:lookup"))


def test_cookie_of_one_case_opens_no_other(walker):
    mine = walker.walk_and_send()
    walker.follow(mine)
    theirs = Walker(Client(), walker.house).walk_and_send({"lien-he": {"phone": "0952417000", "notice": "NONE"}})
    page = text_of(walker.client.get(reverse("workflow:case")))
    assert mine.now.code in page
    assert theirs.now.code not in page


def test_new_code_at_the_counter_ends_every_open_view(walker):
    case = walker.walk_and_send()
    walker.follow(case)
    case.do(citizen.reissue_code, identity_seen="Thẻ căn cước", by=case.house.officer)
    assert walker.client.get(reverse("workflow:case")).status_code == 302
    assert walker.look_up(case.now.code, case.code).status_code == 422
    assert walker.look_up(case.now.code, case.last).status_code == 302


def test_closing_leaves_nothing_behind(walker):
    walker.follow(walker.walk_and_send())
    walker.client.get(reverse("workflow:lookup"), {"dong": "1"})
    assert walker.client.get(reverse("workflow:case")).status_code == 302


def test_pages_of_a_case_are_kept_by_nobody(walker):
    response = walker.follow(walker.walk_and_send())
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "no-referrer"

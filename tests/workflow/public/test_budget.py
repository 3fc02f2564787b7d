"""What a page may cost: queries, statements, commits, and bytes on the wire."""

import gzip

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.workflow import case_in
from tests.workflow.public.test_tracking import said_now
from tests.workflow.public.walking import ANSWERS
from workflow.choices import Status
from workflow.public.steps import STEPS

#: Statements are counted as the database sees them, BEGIN, COMMIT and SAVEPOINT included.
pytestmark = pytest.mark.django_db(transaction=True)

MOST_BYTES = 10_000


def statements(act):
    """The statements of a second, warm call."""
    act()
    with CaptureQueriesContext(connection) as captured:
        response = act()
    assert response.status_code in (200, 302), response.status_code
    return [query["sql"] for query in captured.captured_queries]


def weight(response) -> int:
    return len(gzip.compress(response.content, 6))


# --- the form ----------------------------------------------------------------------------------------------------------
def test_step_is_read_in_three_queries(villager):
    villager.walk({"noi-cu-tru": {"is_resident": "KHONG"}, "lien-quan": {"concern": ""}})
    for slug in [step.slug for step in STEPS] + ["kiem-tra"]:
        spent = statements(lambda slug=slug: villager.open(slug))
        assert len(spent) <= 3, (slug, spent)


def test_start_is_read_in_three_queries(villager):
    assert len(statements(lambda: villager.client.get(villager.url()))) <= 3


@pytest.mark.parametrize("contact", [{"notice": "NONE"}, {"email": "mien@example.vn", "notice": "EMAIL"}])
def test_sending_costs_twenty_statements_and_one_commit(walker, contact):
    def send():
        walker.walk({"lien-he": contact})
        walker.be_slow()
        with CaptureQueriesContext(connection) as captured:
            response = walker.client.post(walker.url("kiem-tra"))
        assert response.url == walker.sent_url
        return [query["sql"] for query in captured.captured_queries]

    send()
    spent = send()
    assert len(spent) <= 20, spent
    assert sum(sql.startswith("COMMIT") for sql in spent) == 1
    assert not any(sql.startswith("SAVEPOINT") for sql in spent)


def test_confirmation_is_read_in_three_queries(walker):
    walker.walk_and_send()
    assert len(statements(lambda: walker.client.get(walker.sent_url))) <= 3


# --- the case ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "status",
    [Status.RECEIVED, Status.SUPPLEMENT_REQUESTED, Status.AWAITING_PAYMENT, Status.PROVIDED_PARTLY, Status.REFUSED],
)
def test_case_is_read_in_seven_queries(walker, status):
    walker.follow(case_in(status, walker.house, on=said_now()))
    spent = statements(lambda: walker.client.get(reverse("workflow:case")))
    assert len(spent) <= 7, spent


def test_more_events_cost_no_more_queries(walker):
    case = case_in(Status.RECEIVED, walker.house, on=said_now())
    walker.follow(case)
    few = statements(lambda: walker.client.get(reverse("workflow:case")))
    for _ in range(4):
        case.ask_for_supplement().supply()
    case.accept().review().extended(3).add_cleared_file().propose_to_provide().approve()
    many = statements(lambda: walker.client.get(reverse("workflow:case")))
    assert len(many) == len(few)


# --- bytes -------------------------------------------------------------------------------------------------------------
def test_pages_are_light(villager):
    branches = {"noi-cu-tru": {"is_resident": "KHONG"}, "lien-quan": {"concern": ""}}
    villager.walk(branches)
    heavy = {}
    for slug in [step.slug for step in STEPS] + ["kiem-tra"]:
        heavy[slug] = weight(villager.client.get(villager.url(slug), follow=True))
    heavy["lỗi"] = weight(villager.answer("nguoi-yeu-cau", {}))
    villager.answer("nguoi-yeu-cau", ANSWERS["nguoi-yeu-cau"])
    villager.send()
    heavy["đã gửi"] = weight(villager.client.get(villager.sent_url))
    heavy["biên nhận"] = weight(villager.client.get(villager.sent_url, {"bien-nhan": "a5"}))
    for name in ("choose", "lookup", "deadline"):
        heavy[name] = weight(villager.client.get(reverse(f"workflow:{name}"), follow=True))
    assert {name: size for name, size in heavy.items() if size > MOST_BYTES} == {}


def test_case_with_everything_is_light(walker):
    case = case_in(Status.RECEIVED, walker.house, on=said_now(), pieces=("Danh sách hộ dân được hỗ trợ sau lũ",))
    case.ask_for_supplement().supply().accept().review().extended(5).add_cleared_file()
    assert weight(walker.follow(case)) <= MOST_BYTES

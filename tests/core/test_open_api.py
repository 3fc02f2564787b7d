"""The open interface against its own description: what the document promises, the running site does; odd input never fails."""

from contextlib import suppress

import pytest
import schemathesis
from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS

from catalog.services import publishing
from cms.core import open_door
from cms.wsgi import application
from tests.factories import catalog as make
from tests.factories.core import make_house
from tests.factories.workflow import Case

NOW = timezone.now()
DOCUMENT = "/api/v1/openapi.json"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def as_often_as_we_like(monkeypatch):
    cache.clear()
    monkeypatch.setattr(open_door, "PER_MINUTE", 100_000)
    # The test's transaction lives on one connection, which the end of a request must not close.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)
    cache.clear()


@pytest.fixture
def house():
    """An authority with something in every drawer that the interface opens."""
    house = make_house()
    item = make.published(house, at=NOW, links=(), files=[make.a_file()])
    make.conditional(house, at=NOW)
    gone = make.published(house, at=NOW, title="Đã gỡ")
    publishing.withdraw(item=gone, seen=gone.version, reason="Nhầm", by=house.officer, at=NOW)
    Case.sent(house).accept()
    house.codes = [house.authority.code, item.code, gone.code]
    return house


@pytest.mark.parametrize("mode", GenerationMode)
def test_the_running_site_does_what_its_description_says(house, mode):
    """Every operation with right and wrong parameters: statuses, headers and bodies are those described; never a 500."""
    schema = schemathesis.openapi.from_wsgi(DOCUMENT, application)
    assert schema.raw_schema["openapi"].startswith("3.1")
    asked = set()
    for found in schema.get_all_operations():
        operation = found.ok()
        for code in codes_for(house, operation.path):

            @settings(max_examples=4, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
            @given(operation.as_strategy(mode, **({"path_parameters": {"code": code}} if code else {})))
            def walk(case):
                # A cursor, a point of the law and a day may be well written and still mean nothing here: 422.
                case.call_and_validate(excluded_checks=CHECKS.get_by_names(["positive_data_acceptance"]))
                asked.add(case.operation.path)

            # Some operations take nothing that could be wrong.
            with suppress(Unsatisfiable):
                walk()
    assert len(asked) > (13 if mode is GenerationMode.POSITIVE else 5)


def codes_for(house, path):
    """What stands in the address: an authority, or an item that is public and one that was."""
    if "{code}" not in path:
        return [None]
    return house.codes[1:] if "/items/" in path else house.codes[:1]


def test_every_operation_is_named_for_people_too(house, client):
    page = client.get(reverse("api:page")).content.decode()
    document = client.get(DOCUMENT).json()
    assert len(document["paths"]) == 15
    for path, methods in document["paths"].items():
        (operation,) = methods.values()
        for words in (operation["summary"], operation["description"].split(". ")[0]):
            assert words in page, path
        for parameter in operation["parameters"]:
            assert parameter["description"], (path, parameter["name"])


def test_figures_are_those_of_the_pages(house, client):
    code = house.authority.code
    told = client.get(f"/api/v1/authorities/{code}/statistics").json()
    assert (told["open"], told["years"][0]["received"]) == (1, 1)
    small = (
        next(one for one in told["ends"] if one["shown"] == "dưới\u00a05")
        if told["latest_year"] and any(one["shown"] != "0" for one in told["ends"])
        else None
    )
    assert small is None or small["count"] is None
    duties = client.get(f"/api/v1/authorities/{code}/compliance").json()
    page = client.get(f"/{code}/tuan-thu.json").json()["authorities"][0]
    assert duties["counts"] == page["counts"]
    assert [one["code"] for one in duties["obligations"]] == [one["code"] for one in page["obligations"]]
    (everybody,) = client.get("/api/v1/compliance").json()["items"]
    assert everybody == duties
    point = client.get(f"/api/v1/authorities/{code}").json()["focal_point"]
    assert point == client.get("/api/v1/focal-points", {"authority": code}).json()["items"][0]
    assert point["phone"] == house.focal_point.phone


@pytest.mark.parametrize(
    ("asked", "status", "told"),
    [
        ({"sent": "2026-09-25"}, 200, "2026-10-07"),
        ({"sent": "2026-09-25", "extend": "5"}, 200, "2026-10-12"),
        ({"sent": "2026-06-01", "delivery": "ELECTRONIC", "complexity": "SIMPLE"}, 200, "2026-06-04"),
        ({"sent": "2026-06-01"}, 422, "delivery"),
        ({"sent": "2026-09-25", "valid": "2026-09-24"}, 422, "valid"),
        ({"sent": "2026-09-25", "extend": "99"}, 422, "chỉ cho gia hạn từ 1 đến 12 ngày"),
        ({"sent": "2017-01-01"}, 422, "Ngày 01/01/2017 chưa có bộ quy định nào"),
        ({"sent": "0"}, 422, "sent"),
        ({"sent": "31/12/2026"}, 422, "sent"),
        ({"sent": "9999-12-31"}, 422, "sent"),
        ({}, 422, "Cần tham số này."),
    ],
)
def test_the_deadline_is_the_clocks(client, asked, status, told):
    response = client.get("/api/v1/deadline", asked)
    assert response.status_code == status, response.content.decode()
    found = response.json()
    if status == 200:
        assert found["due_on"] == told
        assert found["days"][-1]["date"] == told
    else:
        assert told in response.content.decode()

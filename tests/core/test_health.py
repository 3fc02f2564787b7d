"""What a load balancer asks: whether the process lives, and whether it can serve (S16)."""

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from cms.core import heartbeat

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def test_a_living_process_says_so_without_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok")
    assert "no-store" in answer.headers["Cache-Control"]


def test_ready_with_database_and_worker(client):
    assert client.get("/readyz").json() == {"database": "ok", "worker": "silent"}
    heartbeat.beat(timezone.now())
    assert client.get("/readyz").json() == {"database": "ok", "worker": "ok"}


def test_without_the_database_requests_go_elsewhere(client, monkeypatch):
    def refuse(*args, **words):
        raise OperationalError("password=bí mật")

    monkeypatch.setattr(connection, "cursor", refuse)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["database"]) == (503, "down")
    assert "bí mật" not in answer.content.decode()


def test_nothing_is_done_by_asking(client):
    assert client.post("/healthz").status_code == 405
    assert client.post("/readyz").status_code == 405


def test_asked_without_https_from_inside(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/healthz").status_code == 200
    assert client.get("/").status_code == 301

"""The supervisor's page of checkpoints, the printed page, and what stands open to everybody."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from cms.audit import checkpoint, verify_export, witnesses
from cms.audit.models import Checkpoint, Delivery, Entry
from cms.audit.notes import PublicKey, lines_of
from cms.audit.record import record
from cms.core.roles import Role
from tests.factories.core import AuthorityFactory, make_person

pytestmark = pytest.mark.django_db
READERS = [Role.AUDITOR, Role.JUSTICE, Role.ADMINISTRATOR]


@pytest.fixture
def point():
    cache.clear()
    with transaction.atomic():
        record("unit.saved")
    return checkpoint.make("HOUR", timezone.now())


def seat(role) -> Client:
    client = Client()
    client.force_login(make_person("Chu Thị Minh Xét", role, authority=AuthorityFactory()))
    return client


@pytest.mark.parametrize("role", READERS)
def test_readers_see_points_keys_and_deliveries(point, settings, role):
    settings.CHECKPOINT_MAILBOXES = ["nhan-chung@kiem-toan.example"]
    Delivery.objects.create(
        checkpoint=point,
        kind="PUT",
        to="https://x.example",
        created_at=point.at,
        next_try_at=point.at,
        error="HTTP 503",
    )
    page = seat(role).get(reverse("checkpoints")).content.decode()
    for words in ("nhan-chung@kiem-toan.example", "chưa giao", "HTTP 503", str(point.key), "Mỗi giờ"):
        assert words.replace("+", "&#x2B;") in page or words in page
    text = seat(role).get(reverse("checkpoint_text", args=[point.number]))
    assert text.content.decode() == point.text
    assert seat(role).get(reverse("checkpoint_text", args=[99])).status_code == 404


@pytest.mark.parametrize("role", [Role.FOCAL_OFFICER, Role.EDITOR, Role.HEAD])
def test_others_find_nothing(point, role):
    client = seat(role)
    assert client.get(reverse("checkpoints")).status_code == 404
    assert client.get(reverse("checkpoint_text", args=[1])).status_code == 404
    assert client.post(reverse("checkpoints_print")).status_code == 404
    assert Delivery.objects.count() == 0


def test_page_does_not_grow_with_points(point, django_assert_max_num_queries):
    client = seat(Role.AUDITOR)
    client.get(reverse("checkpoints"))
    for number in range(8):
        with transaction.atomic():
            record("unit.saved")
        made = checkpoint.make("HOUR", timezone.now())
        Delivery.objects.create(
            checkpoint=made, kind="PAPER", to=str(number), created_at=made.at, next_try_at=made.at, done_at=made.at
        )
    with django_assert_max_num_queries(25):
        client.get(reverse("checkpoints"))


def test_printed_page_bears_the_whole_note(point):
    answer = seat(Role.AUDITOR).post(reverse("checkpoints_print"))
    assert answer["Content-Type"] == "application/pdf"
    (page,) = PdfReader(BytesIO(answer.content)).pages
    words = page.extract_text().translate(dict.fromkeys(map(ord, "\n \u200b")))
    for line in [*point.text.splitlines(), str(point.key), "Chu Thị Minh Xét"]:
        assert line.replace(" ", "") in words
    entry = Entry.objects.latest("seq")
    assert (entry.kind, Delivery.objects.get().kind) == ("checkpoint.printed", "PAPER")


def test_nothing_to_print_is_said():
    answer = seat(Role.AUDITOR).post(reverse("checkpoints_print"), follow=True)
    assert "Chưa có điểm kiểm chứng nào để in" in answer.content.decode()


def test_silence_of_a_day_stands_on_the_start_page(point, monkeypatch):
    client, start = seat(Role.AUDITOR), reverse("wagtailadmin_home")
    assert "nơi kiểm chứng" not in client.get(start).content.decode()
    monkeypatch.setattr(witnesses, "SILENCE", timedelta(0))
    cache.clear()
    assert "Hơn một ngày không nơi nào" in client.get(start).content.decode()
    assert "Hơn một ngày không nơi nào" not in seat(Role.FOCAL_OFFICER).get(start).content.decode()


# --- open to everybody -------------------------------------------------------------------------------------------


def test_what_is_needed_to_check_is_open(point, client):
    key = PublicKey.read(client.get("/kiem-chung/khoa-cong-khai").content.decode())
    lines, _key = lines_of(client.get("/kiem-chung/diem-moi-nhat").content.decode(), [key])
    assert lines[1] == str(point.seq)
    program = b"".join(client.get("/kiem-chung/kiem-chung.py").streaming_content)
    assert program == open(verify_export.__file__, "rb").read()
    page = client.get("/kiem-chung/").content.decode()
    assert point.hash[:32] in page
    assert point.key.key_id in page


def test_open_pages_stand_before_the_first_point(client):
    assert client.get("/kiem-chung/").status_code == 200
    assert client.get("/kiem-chung/diem-moi-nhat").status_code == 404
    assert client.get("/kiem-chung/khoa-cong-khai").content == b""
    assert Checkpoint.objects.count() == 0

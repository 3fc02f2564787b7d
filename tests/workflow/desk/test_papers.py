"""Doors of the papers that an officer draws up beside the decisions."""

import pytest
from django.urls import reverse

from tests.factories.workflow import Case

pytestmark = pytest.mark.django_db


def push(client, case, slug, **given):
    client.force_login(case.house.officer, backend="django.contrib.auth.backends.ModelBackend")
    return client.post(reverse("desk:move", args=[case.now.code, slug]), {"seen": case.now.version} | given)


def test_apology_door_shows_the_law_s_date_and_keeps_what_was_typed(house, client, monkeypatch):
    case = Case.sent(house, "05/10/2026").accept()
    page = push(client, case, "xin-loi", plain_words="Hồ sơ ở ba đơn vị", promised_on="")
    assert page.status_code in (200, 422)
    assert "Hồ sơ ở ba đơn vị" in page.content.decode()
    assert "vẫn giữ nguyên" in page.content.decode()
    assert not case.now.letters.exists()


def test_guidance_door_draws_up_the_paper(house, client):
    case = Case.sent(house, "02/11/2026").ask_for_supplement()
    assert push(client, case, "huong-dan-bo-sung").status_code == 302
    assert case.now.letters.get().form == "SUPPLEMENT"

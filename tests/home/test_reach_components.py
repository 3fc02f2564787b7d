"""The page of components shows every part there is, to developers only."""

from pathlib import Path

import pytest
from django.conf import settings as project

pytestmark = pytest.mark.django_db
#: Parts of other frames: English pages, the front page's picture, pages with a menu, and a failed sending.
ELSEWHERE = {"aids_en", "mast_en", "terraces", "nav", "resend", "day_strip", "request_card", "request_url"}
#: Shown on an authority with a real count only.
ELSEWHERE |= {"compliance_tally"}
#: Words inside other parts, which these draw.
ELSEWHERE |= {"file_meta", "limits_table"}


def test_it_is_not_there_in_production(client):
    response = client.get("/thanh-phan/")
    assert response.status_code == 404
    assert "Không có trang này" in response.content.decode()


def test_every_component_is_on_it(client, settings):
    settings.DEBUG = True
    response = client.get("/thanh-phan/")
    assert response.status_code == 200
    drawn = {template.name for template in response.templates}
    there = {path.stem for path in Path(project.BASE_DIR, "templates/components").glob("*.html")}
    assert {name for name in there if f"components/{name}.html" not in drawn} - ELSEWHERE == set()
    assert "noindex" in response.content.decode()

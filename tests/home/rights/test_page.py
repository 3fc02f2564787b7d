"""docs/rights.md and the page of the desk are the table, whole and in step."""

import re

import pytest
from django.conf import settings
from django.core.management import call_command
from django.urls import reverse

from cms.core.roles import Role
from home.management.commands import draw_rights
from home.rights import acts, cells, page
from tests.factories.core import make_house
from workflow import correction_moves, transitions
from workflow.choices import CorrectionStatus, Status


def test_the_written_page_is_in_step_with_the_tables():
    assert (settings.BASE_DIR / "docs" / "rights.md").read_text(encoding="utf-8") == page.rights_page(), (
        "run manage.py draw_rights"
    )


def test_every_state_role_and_act_stands_on_it():
    text = page.rights_page()
    told = [f"### {one.label}" for one in (*Status, *CorrectionStatus)]
    told += [f"| {move.label} |" for moves in (transitions.MOVES, correction_moves.MOVES) for move in moves.values()]
    told += [f"| {page.SHORT[column]} | {cells.name_of(column)} |" for column in cells.COLUMNS]
    told += [f"| {act.label}" for act in acts.acts()]
    assert [words for words in told if words not in text] == []


def test_the_command_writes_it(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(draw_rights, "PAGE", tmp_path / "rights.md")
    call_command("draw_rights")
    assert (tmp_path / "rights.md").read_text(encoding="utf-8") == page.rights_page()
    assert "rights.md" in capsys.readouterr().out


def test_names_of_acts_are_unique():
    names = [act.name for act in acts.acts()]
    assert len(names) == len(set(names))


# --- the page ----------------------------------------------------------------------------------------------------
def cells_of(html, label):
    """The letters of one row."""
    row = re.search(rf'<th scope="row">{label}(?:<small>.*?</small>)?</th>(.*?)</tr>', html)
    return re.findall(r"<span[^>]*>(.)</span>", row[1])


@pytest.mark.django_db
def test_the_page_shows_one_state_with_the_letters_of_the_table(client):
    house, move = make_house(), transitions.MOVES["propose_refusal"]
    client.force_login(house.auditor, backend="django.contrib.auth.backends.ModelBackend")
    html = client.get(reverse("rights:table"), {"buoc": "UNDER_REVIEW"}).content.decode()
    assert cells_of(html, move.label) == [cells.case_cell(move, "UNDER_REVIEW", one) for one in cells.COLUMNS]
    assert cells_of(html, "Ký từ chối")[cells.COLUMNS.index(Role.SIGNER)] == "K"
    assert "Xác nhận hợp lệ" not in html


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "Xác nhận hợp lệ"),
        ("?buoc=KHONG-CO", "Xác nhận hợp lệ"),
        ("?kien-nghi=PROPOSED", "Quyết định và trả lời"),
        ("?viec-khac", "Hiện đầy đủ số giấy tờ"),
        ("?buoc=SET_ASIDE", "Ghi chú nội bộ"),
    ],
)
def test_each_part_of_the_page_opens(client, query, words):
    client.force_login(make_house().administrator, backend="django.contrib.auth.backends.ModelBackend")
    response = client.get(reverse("rights:table") + query)
    assert response.status_code == 200
    assert words in response.content.decode()


@pytest.mark.django_db
def test_the_page_costs_the_same_whatever_it_shows(client, django_assert_max_num_queries):
    client.force_login(make_house().administrator, backend="django.contrib.auth.backends.ModelBackend")
    client.get(reverse("rights:table"))
    with django_assert_max_num_queries(12):
        client.get(reverse("rights:table"), {"viec-khac": ""})

"""docs/states.md says what the table of moves says."""

from django.conf import settings
from django.core.management import call_command

from workflow.choices import Status
from workflow.management.commands import draw_states
from workflow.transitions import MOVES, as_mermaid


def test_states_page_is_in_step_with_the_moves():
    page = (settings.BASE_DIR / "docs" / "states.md").read_text(encoding="utf-8")
    assert as_mermaid() in page
    assert page == draw_states.states_page(), "run manage.py draw_states"


def test_every_state_and_move_stands_on_the_page():
    page = draw_states.states_page()
    assert [name for name in (*Status.values, *MOVES) if f"| `{name}` |" not in page] == []


def test_command_writes_the_page(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(draw_states, "PAGE", tmp_path / "states.md")
    call_command("draw_states")
    assert (tmp_path / "states.md").read_text(encoding="utf-8") == draw_states.states_page()
    assert "states.md" in capsys.readouterr().out

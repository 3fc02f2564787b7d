"""manage.py draw_states: write docs/states.md from the table of moves, for both laws that ship."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation

from cms.core.roles import Role
from cms.law.reading import read_rule_set, shipped_rule_sets
from workflow import correction_moves, remedy_moves
from workflow.choices import (
    CLOSED_STATUSES,
    HANDLING_STATUSES,
    OPEN_STATUSES,
    RUNNING_STATUSES,
    CorrectionStatus,
    Status,
)
from workflow.remedy_choices import RemedyStatus
from workflow.transitions import MOVES, as_mermaid

PAGE = Path(settings.BASE_DIR) / "docs" / "states.md"
GROUPS = {
    frozenset(Status): "any",
    frozenset(OPEN_STATUSES): "any open",
    frozenset(RUNNING_STATUSES): "any running",
    frozenset(HANDLING_STATUSES): "any in hand",
}
INTRODUCTION = """\
# States and moves of a request

Written by `manage.py draw_states` from `workflow/transitions.py`; a test keeps this page in step. Change the table, then
run the command.

*Any open* is every state without an end; *any running* those in which the law's clock runs, or would run had an officer
confirmed in time; *any in hand* those between acceptance and decision. A move without an arrow leaves the case where it
is. **Two** marks acts of two people: who proposed never approves, superusers included. Under both laws a closing or
extending move counts from the day its paper is issued.
"""


class Command(BaseCommand):
    help = "Vẽ lại docs/states.md từ bảng các bước."

    def handle(self, *args, **options):
        PAGE.write_text(states_page(), encoding="utf-8", newline="\n")
        self.stdout.write(f"Đã ghi {PAGE.name}.")


def states_page() -> str:
    """The whole page: the drawing, the states, the moves with who makes them and by which article."""
    with translation.override("vi"):
        return "\n".join(
            [
                INTRODUCTION,
                "```mermaid",
                as_mermaid(),
                "```",
                "",
                *_states(),
                "",
                *_moves(),
                "",
                *_corrections(),
                "",
                *_remedies(),
                "",
            ]
        )


def _states():
    yield "## States"
    yield ""
    yield "| state | shown as | |"
    yield "| --- | --- | --- |"
    for status in Status:
        yield f"| `{status}` | {status.label} | {'closed' if status in CLOSED_STATUSES else ''} |"


def _moves():
    laws = [read_rule_set(source) for source in shipped_rule_sets().values()]
    titles = " | ".join(rules.code for rules in laws)
    yield "## Moves"
    yield ""
    yield f"| move | shown as | from | to | who | {titles} | |"
    yield f"| --- | --- | --- | --- | --- |{' --- |' * len(laws)} --- |"
    for move in MOVES.values():
        to = f"→ `{move.target}`" if move.target else ""
        articles = " | ".join(getattr(rules.articles, move.article) if move.article else "" for rules in laws)
        two = "two" if move.second_person else ""
        yield f"| `{move.name}` | {move.label} | {_from(move)} | {to} | {_who(move)} | {articles} | {two} |"


def _from(move):
    return GROUPS.get(frozenset(move.sources)) or ", ".join(f"`{source}`" for source in move.sources)


def _who(move):
    who = [str(Role(role).label) for role in dict.fromkeys(move.by)]
    return ", ".join(["Người yêu cầu"] * move.requester + who)


def _corrections():
    yield "## Requests for correction"
    yield ""
    yield "A case of its own beside the request, from `workflow/correction_moves.py`; the clock runs from its receipt to the end."
    yield ""
    yield "```mermaid"
    yield correction_moves.as_mermaid()
    yield "```"
    yield ""
    yield "| move | shown as | from | to | who | |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for move in correction_moves.MOVES.values():
        everywhere = frozenset(move.sources) == frozenset(CorrectionStatus)
        start = "any" if everywhere else ", ".join(f"`{source}`" for source in move.sources)
        to = f"→ `{move.target}`" if move.target else ""
        two = "two" if move.second_person else ""
        yield f"| `{move.name}` | {move.label} | {start} | {to} | {_who(move)} | {two} |"


def _remedies():
    yield "## Complaints, lawsuits, denunciations"
    yield ""
    yield "Linked to the request, from `workflow/remedy_moves.py`. Never by the person complained of."
    yield ""
    yield "```mermaid"
    yield remedy_moves.as_mermaid()
    yield "```"
    yield ""
    yield "| move | shown as | from | to | who | |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for move in remedy_moves.MOVES.values():
        everywhere = frozenset(move.sources) == frozenset(RemedyStatus)
        start = "any" if everywhere else ", ".join(f"`{source}`" for source in move.sources)
        to = f"→ `{move.target}`" if move.target else ""
        two = "two" if move.second_person else ""
        yield f"| `{move.name}` | {move.label} | {start} | {to} | {_who(move)} | {two} |"

"""The room checks itself: every message has its words, every move that closes or extends has its paper."""

from django.core.checks import Error, Tags, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template

from workflow import letters, notices, transitions
from workflow.choices import CLOSED_STATUSES

#: Moves that end a case without a paper of their own, and why none is owed.
WITHOUT_PAPER = {
    "provide_at_once": "the answer itself is given at once (L16 Điều 29.1, 30.3, 31.1)",
    "set_aside": "no request was answered; the register keeps it",
    "lapse": "the authority's own regulation ends it; the notice tells",
    "withdraw": "the requester's own wish",
    "decline_cost": "the requester's own wish",
}
#: Moves that change the due date by a paper (readings.md 8.2).
EXTENDING = frozenset({"issue_extension"})


def connect():
    register(every_notice_has_its_words, Tags.templates)
    register(every_closing_move_has_its_paper)
    register(every_paper_has_its_words)


def _is_missing(template: str) -> bool:
    try:
        get_template(template)
    except TemplateDoesNotExist:
        return True
    return False


def every_notice_has_its_words(app_configs, **kwargs):
    """A declared message without its template would fail in the middle of an act."""
    return [
        Error(f"Notice {name} has no template {notices.template_of(name)}.", id="workflow.E001")
        for name in notices.KINDS
        if _is_missing(notices.template_of(name))
    ]


def every_closing_move_has_its_paper(app_configs, **kwargs):
    """Closing and extending take effect with their paper (readings.md 8.2), so each such move names its form."""
    closing = {move.name for move in transitions.MOVES.values() if move.target in CLOSED_STATUSES}
    bare = closing.union(EXTENDING) - transitions.LETTER_FOR.keys() - WITHOUT_PAPER.keys()
    return [Error(f"Move {name} closes or extends without a paper.", id="workflow.E002") for name in sorted(bare)]


def every_paper_has_its_words(app_configs, **kwargs):
    """A form with a title but no body, or the other way round, could never be issued."""
    return [
        Error(f"Paper {form} has a title or a body, not both.", id="workflow.E003")
        for form in sorted(set(letters.FORMS) ^ set(letters.TITLES))
    ]

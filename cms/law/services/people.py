"""Who may read, who may propose and who may approve: an administrator; a different administrator or a supervisor."""

from cms.core.errors import NotAllowed
from cms.core.roles import CASE_ROLES, SUPERVISING_ROLES, Role
from cms.law.errors import SecondPersonNeeded

#: Whoever works with due dates, looks after those who do, or keeps the calendar.
READERS = CASE_ROLES | SUPERVISING_ROLES | {Role.ADMINISTRATOR}
#: Who proposes laws, calendars and the site's words, and who approves them as a second person (readings.md 8.1).
PROPOSERS = frozenset({Role.ADMINISTRATOR})
DECIDERS = frozenset({Role.ADMINISTRATOR, Role.AUDITOR})


def may_read(user) -> bool:
    """Whether the person sees the calendar, the rule sets and their history; neither is secret, both name colleagues."""
    return user.is_superuser or any(held.role in READERS for held in user.current_roles)


def take_turn(rows) -> None:
    """Hold the oldest of these rows until the transaction ends, so that what is asked next nobody changes meanwhile.

    Two people who act at once then act one after the other, and the second is told by a sentence.
    """
    rows.select_for_update(of=("self",), no_key=True).order_by("pk").first()


def may_propose(by) -> None:
    """Raises NotAllowed unless the person is an administrator today."""
    if not by.authorities_as(PROPOSERS):
        raise NotAllowed("Chỉ người giữ vai trò Quản trị được làm việc này.")


def may_approve(by, *others) -> None:
    """Raises NotAllowed without the role, SecondPersonNeeded for one of those who proposed: two people, always."""
    if not by.authorities_as(DECIDERS):
        raise NotAllowed("Chỉ người giữ vai trò Quản trị hoặc Kiểm tra, giám sát được duyệt.")
    if by.pk in {person.pk for person in others if person is not None}:
        raise SecondPersonNeeded("Người đề nghị không được tự duyệt. Cần người thứ hai.")

"""Who may look at the log, and of which authorities: a role held today, a supervisor's always under a grant with an end."""

from cms.core import offices
from cms.core.models import Authority, RoleHolder
from cms.core.roles import CASE_ROLES, SUPERVISING_ROLES, Role

#: Read the log of the authorities for which they hold one of these.
LOG_ROLES = SUPERVISING_ROLES | {Role.HEAD, Role.ADMINISTRATOR, Role.DATA_OFFICER}

#: Take the words beside entries away, which may be about a requester: the named right.
WORD_ROLES = frozenset({Role.DATA_OFFICER, Role.HEAD})

#: Kinds whose reason an officer gives for their own act, not in words about a requester: every reader sees it.
_OWN_REASONS = ("account.", "role.", "rights.", "authority.", "unit.", "focalpoint.", "rule_set.", "calendar", "log.",
                "register.", "retention.", "reading.")  # fmt: skip
#: Reasons that may name somebody who denounces: read only where the thing itself may be read.
_SECRET_REASONS = ("remedy.",)
_OWN_REASON_KINDS = frozenset({"attempt.refused", "request.identity_shown"})


def log_authorities(user) -> set[int]:
    """Keys of the authorities whose log this person may read; every one for who looks after the installation."""
    if not user.is_active:
        return set()
    return user.authorities_as(LOG_ROLES) | (offices.administered(user) if user.is_superuser else set())


def may_read_log(user) -> bool:
    return user.is_active and (user.is_superuser or any(held.role in LOG_ROLES for held in user.current_roles))


def grants(user) -> list[RoleHolder]:
    """What gives the right to look: the roles held today, with their decision and their end."""
    return [held for held in user.current_roles if held.role in LOG_ROLES]


def authorities(user):
    """The authorities themselves, by name."""
    return Authority.objects.filter(pk__in=log_authorities(user)).order_by("name")


def exports_words(user, authority) -> bool:
    """Take words about requesters away with the log: the named right (S11)."""
    return authority.pk in user.authorities_as(WORD_ROLES)


def is_secret(kind: str) -> bool:
    """Whether nobody reads the words beside such an entry in the log."""
    return kind.startswith(_SECRET_REASONS)


def is_own_reason(kind: str) -> bool:
    """Whether the words beside such an entry are an officer's reason for their own act."""
    return not is_secret(kind) and (kind in _OWN_REASON_KINDS or kind.startswith(_OWN_REASONS))


def reads_reason(user, kind: str, authority: str) -> bool:
    """Whether the words beside an entry may be read: an officer's own reason by all, others by who handles cases there."""
    if is_secret(kind):
        return False
    if is_own_reason(kind):
        return True
    return any(held.role in CASE_ROLES and held.authority.code == authority for held in user.current_roles)

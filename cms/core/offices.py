"""Who looks after an authority's own records: its administrators. Supervisors with a grant may look."""

from cms.core.models import Authority, RoleHolder, User
from cms.core.roles import SUPERVISING_ROLES, Role


def administered(user) -> set[int]:
    """Keys of the authorities whose records this person may change; every one for a superuser."""
    if user.is_active and user.is_superuser:
        return set(Authority.objects.values_list("pk", flat=True))
    return user.authorities_as({Role.ADMINISTRATOR})


def readable(user) -> set[int]:
    """Keys of the authorities whose records this person may read."""
    return administered(user) | user.authorities_as(SUPERVISING_ROLES)


def may_look(user) -> bool:
    return user.is_active and (user.is_superuser or bool(readable(user)))


def accounts_of(authorities):
    """Accounts with a role in one of the authorities, now or once."""
    return User.objects.filter(pk__in=RoleHolder.objects.filter(authority__in=authorities).values("user"))


def belongs_elsewhere(account, by) -> bool:
    """Whether the account holds a role today in an authority that `by` does not administer."""
    return bool({held.authority_id for held in account.current_roles} - administered(by))

"""Who counts as another person (S7): neither oneself, nor whoever one stands in for in the very role one acts in.

A delegated role is used in its holder's name. So nobody decides in a delegated role on what its holder began, nor the
holder on what was begun in their name. What somebody does in a role of their own is their own, delegation or not.
"""

from datetime import date

from cms.core.models import RoleHolder


def names_of(user, roles, authority_id: int) -> list[int]:
    """In whose name the person acts there today: [] in a role of their own, else keys of those they stand in for."""
    return _names([one for one in user.current_roles if one.role in roles and one.authority_id == authority_id])


def names_on(day: date, person_id: int, roles, authority_id: int) -> list[int]:
    """The same of that day, whatever has ended since."""
    held = RoleHolder.objects.current(day).filter(user=person_id, role__in=roles, authority=authority_id)
    return _names(list(held.select_related("delegation__holding")))


def _names(held) -> list[int]:
    if any(one.delegation_id is None for one in held):
        return []
    return sorted({one.delegation.holding.user_id for one in held})


def stands_for(user, roles, authority_id: int, begun_by: set[int]) -> int | None:
    """Whom the person stands in for when deciding on what `begun_by` began; None where they act in a role of their own."""
    return next((key for key in names_of(user, roles, authority_id) if key not in begun_by), None)


def is_another(
    user, began_id: int | None, *, roles, authority_id: int, begun_in=(), begun_on: date | None = None
) -> bool:
    """Whether the person may do the second half of what `began_id` began.

    `roles` are those that the second half asks for, `begun_in` those that the first half asked for; with `begun_on`
    a first half done in somebody's name counts as that person's, too.
    """
    if began_id is None or began_id == user.pk:
        return began_id is None
    begun_by = {began_id}
    if begun_on is not None:
        begun_by |= set(names_on(begun_on, began_id, begun_in, authority_id))
    if user.pk in begun_by:
        return False
    names = names_of(user, roles, authority_id)
    return not names or any(key not in begun_by for key in names)

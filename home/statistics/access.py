"""Whose figures a person may see. Which rows behind a figure they may open, the figure itself says (`opens`, `gate`)."""

from cms.core.figures import Definition
from cms.core.models import Authority
from cms.core.roles import SUPERVISING_ROLES


def reach(user) -> set[int]:
    """Keys of the authorities whose figures this person may see: those they work for, and those under a dated grant."""
    return user.works_for | user.authorities_as(SUPERVISING_ROLES)


def authorities_of(user):
    return Authority.objects.filter(pk__in=reach(user)).order_by("name")


def opens_all(user, definition: Definition, authorities) -> bool:
    """Whether the rows behind the figure may be opened for every one of these authorities."""
    return definition.rows is not None and {one.pk for one in authorities} <= definition.opens(user)

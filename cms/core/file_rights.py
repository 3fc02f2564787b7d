"""Whose images and documents: each authority has a collection of its own, in which those who write its pages work.

Rights follow the roles held today, as those on pages do (page_rights); no group, no nightly job.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wagtail.models import Collection
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from cms.core.roles import EDITING_ROLES

ACTIONS, KINDS = ("add", "change", "choose"), ("image", "document")


@dataclass(frozen=True)
class Permission:
    codename: str


@dataclass(frozen=True)
class Grant:
    """In the shape of Wagtail's own rows."""

    collection: Collection
    permission: Permission

    @property
    def collection_id(self):
        return self.collection.pk


def _none(authorities: Iterable[int]) -> list[Collection]:
    return []


_collections_of: Callable[[Iterable[int]], list[Collection]] = _none


def kept_by(collections_of: Callable[[Iterable[int]], list[Collection]]) -> None:
    """The room that keeps the collections says which are those of some authorities; called once."""
    global _collections_of
    _collections_of = collections_of


class RoleCollectionPolicy(CollectionOwnershipPermissionPolicy):
    """Wagtail's questions about images and documents, answered from the roles."""

    def get_all_permissions_for_user(self, user):
        if not user.is_active or user.is_anonymous or user.is_superuser:
            return []
        authorities = user.authorities_as(EDITING_ROLES)
        if not authorities:
            return []
        # Wagtail keeps one answer on the user for both kinds.
        return [
            Grant(collection, Permission(f"{action}_{kind}"))
            for collection in _collections_of(authorities)
            for action in ACTIONS
            for kind in KINDS
        ]

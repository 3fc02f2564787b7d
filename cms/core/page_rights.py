"""Who may do what with the pages: the one place. Rights follow the roles held today; no group, no nightly job.

An editor writes and sends for approval, a publisher also approves what somebody else wrote and takes pages down, each
in the section of the authority where they hold the role. Pages of the whole site belong to the authority that answers
for the installation: its provincial committee, or its only authority. Nobody publishes directly, a superuser included:
words become public by approval alone (S7).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Q
from wagtail.models import Page, PagePermissionTester
from wagtail.permission_policies.pages import PagePermissionPolicy

from cms.core.dates import today
from cms.core.models import Authority, RoleHolder
from cms.core.roles import EDITING_ROLES, Role

#: What each role may do with a page of its authority, in Wagtail's words. "publish" is nobody's.
ACTIONS = {
    Role.EDITOR: frozenset({"add", "change"}),
    Role.PUBLISHER: frozenset({"add", "change", "lock", "unlock"}),
}
#: Levels of the tree: the front page, below it the authorities' sections and the pages of the whole site.
FRONT, SECTION = 2, 3
#: Kept on the user for one request, as the roles are.
_CACHE, _ROOTS = "_page_estate", "_page_roots"


@dataclass(frozen=True)
class Estate:
    """Where pages stand: sections by path with their authority's key, the front page, and who answers for the rest."""

    front: str = ""
    sections: dict[str, int] = field(default_factory=dict)
    host: int | None = None

    def owner(self, path: str) -> int | None:
        """The authority that a page of that path belongs to."""
        return self.sections.get(path[: SECTION * Page.steplen]) or (
            self.host if self.front and path.startswith(self.front) else None
        )


_read: Callable[[], Estate] = Estate


def stands(read: Callable[[], Estate]) -> None:
    """The room that keeps the tree says how it is read; called once, when the apps are ready."""
    global _read
    _read = read


def estate_of(user) -> Estate:
    """The tree as it stands, read once a request."""
    if _CACHE not in user.__dict__:
        user.__dict__[_CACHE] = _read()
    return user.__dict__[_CACHE]


def authority_of(page) -> Authority | None:
    """Whose page it is; none outside the site."""
    key = _read().owner(page.path)
    return Authority.objects.filter(pk=key).first() if key else None


def roles_on(user, page) -> set[str]:
    """The editing roles that the person holds today in the page's own authority."""
    if not user.is_active or user.is_anonymous:
        return set()
    held = {role: user.authorities_as({role}) for role in EDITING_ROLES}
    owner = estate_of(user).owner(page.path) if any(held.values()) else None
    return {role for role, authorities in held.items() if owner in authorities}


def is_publisher_of(user, page) -> bool:
    """Whether the person may approve somebody else's words there, and take pages down."""
    return Role.PUBLISHER in roles_on(user, page)


def publishers_of(page):
    """Everybody who may approve there today, with their holdings."""
    held = RoleHolder.objects.current(today()).filter(role=Role.PUBLISHER, authority=_read().owner(page.path))
    return held.filter(user__is_active=True).select_related("user")


class Named(NamedTuple):
    """What Wagtail reads of a permission."""

    codename: str


class Grant(NamedTuple):
    """What Wagtail reads of its own rows of rights; it also puts them into sets."""

    page: object
    page_id: int
    permission: Named


class RolePagePolicy(PagePermissionPolicy):
    """Wagtail's questions about pages, answered from the roles."""

    def get_all_permissions_for_user(self, user):
        """One grant for each action on each root of the person's pages, in the shape of Wagtail's own rows."""
        if not user.is_active or user.is_anonymous or user.is_superuser:
            return []
        return [
            Grant(page=page, page_id=page.pk, permission=Named(f"{action}_page"))
            for page in _roots(user)
            for action in sorted(actions_on(user, page))
        ]

    def user_has_any_permission(self, user, actions):
        if set(actions) == {"publish"}:
            return False
        if user.is_active and user.is_superuser:
            return True
        # Without a page of their authority there is nothing that Wagtail could lead them to.
        return bool(_roots(user)) and any(
            set(actions) & ACTIONS[held.role] for held in _current_roles(user) if held.role in ACTIONS
        )

    def user_has_any_permission_for_instance(self, user, actions, instance):
        if set(actions) == {"publish"}:
            return False
        if user.is_active and user.is_superuser:
            return True
        return bool(set(actions) & actions_on(user, instance))

    def instances_user_has_any_permission_for(self, user, actions):
        if set(actions) == {"publish"}:
            return self.model._default_manager.none()
        base = self._base_queryset_for_user(user)
        if base is not None:
            return base
        roots = [root for root in _roots(user) if set(actions) & actions_on(user, root)]
        return self.model._default_manager.filter(_below(roots))

    def explorable_instances(self, user):
        base = self._base_queryset_for_user(user)
        if base is not None:
            return base
        roots = _roots(user)
        if not roots:
            return self.model._default_manager.none()
        top = self.explorable_root_instance(user)
        above = {root.path[:end] for root in roots for end in range(len(top.path), len(root.path), Page.steplen)}
        return self.model._default_manager.filter(_below(roots) | Q(path__in=above))


def _current_roles(user):
    return user.current_roles if user.is_authenticated and user.is_active else []


def actions_on(user, page) -> set[str]:
    """What the person's roles allow on the page."""
    return set().union(*(ACTIONS[role] for role in roles_on(user, page)))


def _roots(user) -> list[Page]:
    """The pages from which downwards the person works; the front page counts for itself alone."""
    authorities = {held.authority_id for held in _current_roles(user) if held.role in EDITING_ROLES}
    if not authorities:
        return []
    if _ROOTS not in user.__dict__:
        estate = estate_of(user)
        own = [path for path, authority in estate.sections.items() if authority in authorities]
        found = Q(path__in=own)
        if estate.host in authorities and estate.front:
            common = Q(depth=SECTION, path__startswith=estate.front) & ~Q(path__in=list(estate.sections))
            found |= Q(path=estate.front) | common
        user.__dict__[_ROOTS] = list(Page.objects.filter(found).order_by("path"))
    return user.__dict__[_ROOTS]


def _below(roots) -> Q:
    condition = Q(pk__in=[])
    for root in roots:
        condition |= Q(path=root.path) if root.depth == FRONT else Q(path__startswith=root.path)
    return condition


def is_in_reach(user, page) -> bool:
    """Whether the person meets the page in the admin at all: their own pages, and those on the way to them."""
    if user.is_superuser and user.is_active:
        return True
    return any(root.path.startswith(page.path) for root in _roots(user)) or bool(actions_on(user, page))


class GuardedPagePermissions(PagePermissionTester):
    """What Wagtail's screens ask about one page. Nobody publishes; only publishers take away what is public."""

    def __init__(self, user, page):
        from wagtail.permissions import page_permission_policy

        self.user, self.page = user, page
        self.permission_policy = page_permission_policy
        self.page_is_root = page.depth == 1
        self.permissions = actions_on(user, page)

    @property
    def withdraws(self) -> bool:
        return self.user.is_active and (self.user.is_superuser or is_publisher_of(self.user, self.page))

    def can_publish(self):
        return False

    def can_publish_subpage(self):
        return False

    def can_set_view_restrictions(self):
        """Lifting a restriction would publish, and public information has none to set."""
        return False

    def can_unpublish(self):
        return self.withdraws and self.page.live and not self.page_is_root and not self.page_locked()

    def can_unschedule(self):
        return self.withdraws

    def can_reorder_children(self):
        return self.withdraws

    def can_delete(self, ignore_bulk=False):
        """What is public is taken down first, so that the record shows it; what the site stands on stays."""
        if self.page.depth <= FRONT or self.page.path in estate_of(self.user).sections:
            return False
        if self.page.get_descendants(inclusive=True).live().exists():
            return False
        return super().can_delete(ignore_bulk)

    def can_move_to(self, destination):
        return self.can_move() and super().can_move_to(destination)

"""The one gate: what of the catalog the public sees, and who inside may read, enter, check and publish (S1)."""

from datetime import date

from django.db.models import Q

from catalog.choices import InfoClass, ItemState
from catalog.models import InformationItem, ItemFile
from cms.core.models import RoleHolder, Unit
from cms.core.roles import SUPERVISING_ROLES, Role

ENTERING = frozenset({Role.FOCAL_OFFICER, Role.EDITOR})
SECOND = frozenset({Role.FOCAL_OFFICER, Role.FOCAL_HEAD, Role.PUBLISHER})
#: May check first: the unit that made it, or the focal officer where nobody is named for the unit.
CHECKING = frozenset({Role.ORIGINATING_UNIT, Role.FOCAL_OFFICER})
#: See the whole catalog of their authority, drafts and marks among it.
WHOLE = ENTERING | SECOND | {Role.HEAD}
#: Marks of what may not be known: those who answer for them, nobody who only writes.
MARKS = frozenset({Role.FOCAL_OFFICER, Role.FOCAL_HEAD, Role.HEAD})
#: Set such marks for the whole authority; a unit sets them for what it made.
KEEPING_MARKS = frozenset({Role.FOCAL_OFFICER, Role.FOCAL_HEAD})


# --- the public --------------------------------------------------------------------------------------------------
def public(items, day: date):
    """What anyone may see today. A period that has ended hides an item at once, whether or not the nightly job ran."""
    return items.filter(live=True, authority__is_open=True).filter(Q(until_on=None) | Q(until_on__gte=day))


def is_public(item, day: date) -> bool:
    return item.live and (item.until_on is None or item.until_on >= day)


def open_data(items, day: date):
    """What may be taken away by machine and in bulk: public, and naming nobody. A list of people that has been carried
    off cannot be called back when its period ends; it is read on its own page only."""
    return public(items, day).filter(names_people=False)


def withdrawn(items):
    """Was public and was taken down: only that, when and why; never what it said."""
    return items.filter(
        state=ItemState.WITHDRAWN, published_on__isnull=False, names_people=False, authority__is_open=True
    )


def has_left(item, day: date) -> bool:
    """Was public once and is not any more: its address says so, with the day, and gives nothing of its content."""
    return item.published_on is not None and not is_public(item, day)


def title_stays(item) -> bool:
    """Whether the stub may still say what it was: an ended period does not make a title wrong, a withdrawal may."""
    return item.state != ItemState.WITHDRAWN and not item.names_people


def public_files(item, day: date, version: int | None = None):
    """Files that anyone may fetch: of what is public, in its present or an earlier version that was not withheld."""
    if not is_public(item, day) or not item.has_content:
        return item.files.none()
    return item.files.in_version(version or item.current_version.number)


def is_file_public(file: ItemFile, day: date) -> bool:
    """Whether some open version of a public item holds this file."""
    item = file.item
    if not is_public(item, day) or not item.has_content or not item.authority.is_open or file.first_version is None:
        return False
    last = file.last_version or item.current_version.number
    return item.versions.filter(number__gte=file.first_version, number__lte=last, is_withheld=False).exists()


# --- inside ------------------------------------------------------------------------------------------------------
def readable(user, items):
    """The items this person may see in the admin: of the authority they serve, of their unit, or under a dated grant."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return items.none()
    units = user.units_as({Role.ORIGINATING_UNIT})
    open_to_all = ~Q(state=ItemState.MARK)
    reach = Q(authority__in=user.authorities_as(WHOLE)) & open_to_all
    reach |= Q(authority__in=user.authorities_as(MARKS | SUPERVISING_ROLES))
    if units:
        reach |= Q(originating_unit__in=units) | Q(responsible_unit__in=units)
    return items.filter(reach)


def can_open(user) -> bool:
    """Whether the person has any part in the catalog."""
    return any(held.role in WHOLE | SUPERVISING_ROLES | {Role.ORIGINATING_UNIT} for held in user.current_roles)


def reads_marks(user) -> bool:
    return any(held.role in MARKS | SUPERVISING_ROLES | {Role.ORIGINATING_UNIT} for held in user.current_roles)


def can_enter(user, authority, unit=None) -> bool:
    """Enter and edit: the focal officer and the editors anything, a unit what it made."""
    if authority.pk in user.authorities_as(ENTERING):
        return True
    units = user.units_as({Role.ORIGINATING_UNIT})
    return (
        unit.pk in units
        if unit is not None
        else any(held.authority_id == authority.pk for held in user.current_roles if held.role == Role.ORIGINATING_UNIT)
    )


def can_edit(user, item: InformationItem) -> bool:
    return can_enter(user, item.authority, item.originating_unit)


def can_check(user, item: InformationItem, day: date) -> bool:
    """The first of two: the unit that made it (D18 Điều 6.2, 7.1); the focal officer where nobody is named for the unit."""
    if item.originating_unit_id in user.units_as({Role.ORIGINATING_UNIT}):
        return True
    if item.authority_id not in user.authorities_as({Role.FOCAL_OFFICER}):
        return False
    named = RoleHolder.objects.current(day).filter(role=Role.ORIGINATING_UNIT, unit=item.originating_unit_id)
    return item.originating_unit.is_focal or not named.exists()


def can_publish(user, item: InformationItem) -> bool:
    """The second of two, by role (D18 Điều 7.2); that it is another person, the services see to."""
    return item.authority_id in user.authorities_as(SECOND)


def can_keep_marks(user, authority, unit) -> bool:
    """Mark information as inaccessible: the unit that made it, or the focal unit."""
    return authority.pk in user.authorities_as(KEEPING_MARKS) or unit.pk in user.units_as({Role.ORIGINATING_UNIT})


def entering_authorities(user) -> set[int]:
    """Keys of the authorities in whose catalog this person may enter something."""
    return user.authorities_as(ENTERING | {Role.ORIGINATING_UNIT})


def importable(user, imports):
    """The tables this person may follow: those of the authorities they write for, or sent by themselves."""
    own = Q(sent_by=user.pk, authority__in=entering_authorities(user))
    return imports.filter(Q(authority__in=user.authorities_as(ENTERING)) | own)


def units_to_enter_for(user):
    """The units whose information this person may enter."""
    own = Q(pk__in=user.units_as({Role.ORIGINATING_UNIT})) | Q(authority__in=user.authorities_as(ENTERING))
    return Unit.objects.filter(own, is_active=True)


def askable(authority, code: str, day: date) -> InformationItem | None:
    """The item that a request may name: public, or public once with a title that may still be told."""
    item = InformationItem.objects.with_units().filter(authority=authority, code=code).first()
    if item is None or item.info_class == InfoClass.INACCESSIBLE:
        return None
    return item if is_public(item, day) or (has_left(item, day) and title_stays(item)) else None

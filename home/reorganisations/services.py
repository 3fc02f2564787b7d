"""The one act of a reorganisation: proposed with a preview by who looks after the installation, confirmed by another."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page

from catalog.services import passing_on as items
from cms.audit.record import record
from cms.core import navigation
from cms.core.dates import local_day
from cms.core.errors import DomainError, NotAllowed
from cms.core.models import Authority, Predecessor, RoleHolder
from cms.core.roles import SUPERVISING_ROLES, Role
from workflow.services import passing_on as cases


def can_propose(user) -> bool:
    """Who looks after the installation."""
    return user.is_active and user.is_superuser


def can_confirm(user, predecessor) -> bool:
    """Another one of them, or an administrator of the authority that takes over."""
    if user.pk == predecessor.proposed_by_id:
        return False
    return can_propose(user) or predecessor.successor_id in user.authorities_as({Role.ADMINISTRATOR})


def visible_to(user):
    """The reorganisations this person may look at."""
    rows = Predecessor.objects.select_related("successor", "former", "proposed_by", "confirmed_by")
    return rows if can_propose(user) else rows.filter(successor__in=user.authorities_as({Role.ADMINISTRATOR}))


@dataclass(frozen=True)
class Preview:
    """What would move, and what would stay."""

    items: int
    public_items: int
    open_cases: int
    closed_cases: int
    units: int
    roles_moving: int
    roles_ending: int
    pages: int
    obstacles: tuple[str, ...]


def preview(predecessor: Predecessor, day) -> Preview | None:
    """None where the former body never worked in this installation: nothing moves."""
    former, successor = predecessor.former, predecessor.successor
    if former is None:
        return None
    held, roles = items.held_by(former), _roles(former, day)
    return Preview(
        items=held.count(),
        public_items=held.filter(live=True).count(),
        open_cases=cases.open_of(former).count(),
        closed_cases=cases.closed_of(former).count(),
        units=former.units.count(),
        roles_moving=roles.filter(unit__isnull=False).count(),
        roles_ending=roles.filter(unit=None).count(),
        pages=_pages(former).count(),
        obstacles=tuple(_obstacles(former, successor)),
    )


def _obstacles(former, successor):
    if not successor.is_open:
        yield str(_("Cơ quan tiếp nhận chưa mở nhận yêu cầu."))
    if not successor.units.filter(is_focal=True, is_active=True).exists():
        yield str(_("Cơ quan tiếp nhận chưa có đơn vị đầu mối."))
    if found := cases.clashes(former, successor):
        yield str(_("Hồ sơ có mã ngoài trùng với hồ sơ của cơ quan tiếp nhận: %s.") % ", ".join(found[:5]))


@transaction.atomic
def propose(*, successor, former, name, level, ended_on, decision, by, at) -> Predecessor:
    """Say which body ended and who has its place. Nothing moves yet."""
    if not can_propose(by):
        raise NotAllowed(_("Chỉ quản trị viên của hệ thống đề nghị được việc sắp xếp."))
    if former is not None and former.pk == successor.pk:
        raise DomainError(_("Cơ quan tiếp nhận phải là cơ quan khác."), field="former")
    if former is not None and Predecessor.objects.filter(former=former).exists():
        raise DomainError(_("Cơ quan này đã có đề nghị sắp xếp."), field="former")
    if former is not None and former.code in _codes_before(successor):
        raise DomainError(_("Cơ quan này chính là nơi đã tiếp nhận cơ quan kia."), field="former")
    if Predecessor.objects.filter(successor=successor, name=name).exists():
        raise DomainError(_("Cơ quan tiếp nhận đã có một cơ quan trước mang tên này."), field="name")
    if ended_on > local_day(at):
        raise DomainError(_("Ngày kết thúc chưa đến. Đề nghị khi cơ quan đã kết thúc hoạt động."), field="ended_on")
    predecessor = Predecessor(
        successor=successor, former=former, name=name, level=level, ended_on=ended_on, decision=decision,
        proposed_by=by, proposed_at=at,
    )  # fmt: skip
    predecessor.save(by=by)
    return _finish("authority.reorganisation_proposed", predecessor, by, at)


def _codes_before(successor) -> list[str]:
    """Codes of those that `successor` has itself passed on to: no circle."""
    found, now = [], successor
    while (step := Predecessor.objects.filter(former=now).select_related("successor").first()) is not None:
        found.append(step.successor.code)
        now = step.successor
    return found


@transaction.atomic
def confirm(*, predecessor, by, at) -> Predecessor:
    """The second look: everything moves now, in this one transaction; numbers, rule sets and due dates stay."""
    predecessor = Predecessor.objects.select_for_update(of=("self",)).get(pk=predecessor.pk)
    if not can_confirm(by, predecessor):
        raise NotAllowed(_("Người đề nghị không tự xác nhận. Cần một quản trị viên khác."))
    if predecessor.confirmed_by_id is not None:
        raise DomainError(_("Việc sắp xếp này đã được xác nhận."))
    former, successor = predecessor.former, predecessor.successor
    predecessor.confirmed_by, predecessor.confirmed_at = by, at
    predecessor.save(by=by)
    transaction.on_commit(navigation.forget)
    data, rows = {}, []
    if former is not None:
        if found := list(_obstacles(former, successor)):
            raise DomainError(" ".join(found))
        data, rows = _pass_on(former, successor, by, at)
    return _finish("authority.reorganised", predecessor, by, at, data=data, rows=rows)


def _pass_on(former, successor, by, at):
    focal_unit = successor.units.get(is_focal=True, is_active=True)
    former_focal = former.units.filter(is_focal=True, is_active=True).values_list("pk", flat=True).first()
    count = items.held_by(former).count()
    rows = _pass_people(former, successor, by, local_day(at))
    rows += items.pass_on(former=former, successor=successor, by=by)
    moved = cases.pass_on(
        former=former, successor=successor, focal_unit=focal_unit, former_focal=former_focal, by=by, at=at
    )
    for page in _pages(former):
        UnpublishPageAction(page.specific, user=by, include_descendants=True).execute(skip_permission_checks=True)
    former.is_open = False
    former.save(by=by, reason=str(items.REASON))
    return {"items": count, "cases": moved}, [*rows, *former.saved_rows()]


def _pass_people(former, successor, by, day) -> list:
    """Units go over with those who work for them; who worked for the whole former body does so until today."""
    rows = []
    for unit in former.units.all():
        unit.authority, unit.is_focal = successor, False
        unit.code = f"{former.code}-{unit.code}"[:40]
        if successor.units.filter(code=unit.code).exists():
            unit.code = f"{unit.code[:30]}-{unit.pk}"
        unit.name = f"{unit.name[:120]} ({former.short_name[:70]})"
        unit.save(by=by, reason=str(items.REASON))
        rows += unit.saved_rows()
    for held in _roles(former, day):
        if held.unit_id:
            held.authority = successor
        else:
            held.until_on = max(day, held.since_on)
        held.save(by=by, reason=str(items.REASON))
        rows += held.saved_rows()
    return rows


def _roles(former, day):
    """Roles in force; a supervisor's dated grant stays for what stays."""
    return RoleHolder.objects.current(day).filter(authority=former).exclude(role__in=sorted(SUPERVISING_ROLES))


def _pages(former: Authority):
    return Page.objects.live().filter(depth=3, slug=former.code)


def _finish(kind, predecessor, by, at, *, data=None, rows=()):
    told = {"predecessor": predecessor.pk, "former": predecessor.former.code if predecessor.former_id else ""}
    record(
        kind,
        subject=predecessor,
        by=by,
        at=at,
        authority=predecessor.successor,
        rows=[*predecessor.saved_rows(), *rows],
        data=told | (data or {}),
    )
    return predecessor

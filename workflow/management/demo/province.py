"""Lay the invented province: authorities, units, focal points, people and what they may do."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import make_password

from catalog import demo as catalog
from cms.core.models import Authority, FocalPoint, RoleHolder, Unit, User
from cms.core.roles import SUPERVISING_ROLES, Role
from workflow.management.demo import more, roster
from workflow.management.demo.office import Office
from workflow.management.demo.people import COLLEAGUES, EVERY_ROLE, SMALL_OFFICES
from workflow.management.demo.places import PLACES
from workflow.management.demo.stage import Days, Stage, moment

#: One password for all: long enough for the house, and good for nothing else.
SHARED = "Suoi-Vang-dung-thu-2026"
SINCE = date(2026, 6, 1)
REASON = "Dữ liệu dùng thử"
DECISION = "Quyết định số 12/QĐ-UBND ngày 28/5/2026 (dùng thử)"
ACCOUNTS_FILE, CASES_FILE = "demo-accounts.json", "demo-cases.json"


@dataclass(frozen=True)
class Loaded:
    """What was laid: the accounts to try, and the cases with their tracking codes."""

    accounts: list[dict]
    cases: list[dict]


def load(now, *, with_catalog: bool = True) -> Loaded:
    """Everything, in the caller's transaction; acts on cases and on the catalog in one order of time."""
    days = Days(now)
    stage = Stage(days)
    stage.now = moment(SINCE, "08:00")
    offices, accounts = {}, []
    password = make_password(SHARED)
    for place in PLACES:
        office = _office(stage, place, {code: office.authority for code, office in offices.items()})
        offices[place.code] = office
        rows = (*EVERY_ROLE, *COLLEAGUES) if place.has_every_role else SMALL_OFFICES[place.code]
        for role, name, post, username, unit in rows:
            user = _person(username, name, post, password, role)
            office.people.setdefault(role, []).append(user)
            _hold(user, role, office, unit, days)
            if place.has_every_role and (role, name) in {row[:2] for row in EVERY_ROLE}:
                accounts.append(_account(role, user))
    _supervise(offices, days)
    for story in roster.all_stories(offices, days):
        stage.add(story)
    if with_catalog:
        for story in catalog.all_stories(_desks(offices), now):
            stage.add(story)
    for teller in more.TELLERS:
        for story in teller(offices, days):
            stage.add(story)
    stage.play()
    return Loaded(accounts, [_shown(case) for office in offices.values() for case in office.cases])


def _desks(offices) -> list[catalog.Desk]:
    """The same offices as the catalog's stories know them."""
    return [
        catalog.Desk(
            authority=office.authority,
            units=office.units,
            officer=office.who(Role.FOCAL_OFFICER),
            head=office.who(Role.FOCAL_HEAD),
            unit_officers={
                held.unit.code: person
                for person in office.people.get(Role.ORIGINATING_UNIT, ())
                for held in person.current_roles
                if held.role == Role.ORIGINATING_UNIT
            },
        )
        for office in offices.values()
    ]


def _office(stage, place, known) -> Office:
    authority = Authority(code=place.code, parent=known.get(place.parent), **place.fields)
    authority.full_clean()
    authority.save(reason=REASON)
    units = {}
    for code, name in place.units:
        unit = Unit(authority=authority, code=code, name=name, is_focal=not units)
        unit.save(reason=REASON)
        units[code] = unit
    focal_point = FocalPoint(unit=next(iter(units.values())), **place.focal)
    focal_point.full_clean()
    focal_point.save(reason=REASON)
    return Office(stage, authority, units, {})


def _person(username, name, post, password, role) -> User:
    user = User(
        username=username,
        first_name=name,
        post=post,
        email=f"{username}@binhminh.example",
        password=password,
        is_staff=role == Role.ADMINISTRATOR,
        is_superuser=role == Role.ADMINISTRATOR,
    )
    user.save()
    return user


def _hold(user, role, office, unit, days, until_on=None):
    if role in SUPERVISING_ROLES:
        until_on = date(days.today.year + 1, 12, 31)
    held = RoleHolder(
        user=user,
        role=role,
        authority=office.authority,
        unit=office.units[unit] if unit else None,
        since_on=SINCE,
        until_on=until_on,
        decision=DECISION,
    )
    held.full_clean()
    held.save(reason=REASON)


def _supervise(offices, days):
    """The justice department and the auditor look into every authority, under a dated grant each."""
    home = offices["suoi-vang"]
    for role in SUPERVISING_ROLES:
        for office in offices.values():
            if office is not home:
                _hold(home.who(role), role, office, "", days)


def _account(role, user) -> dict:
    return {"role": str(Role(role).label), "username": user.username, "password": SHARED, "name": str(user)}


def _shown(case) -> dict:
    info_request = case.now
    return {
        "authority": case.office.authority.code,
        "code": case.code,
        "tracking_code": case.tracking_code,
        "status": info_request.status,
        "law": info_request.rule_set.code,
    }


def write_down(loaded: Loaded) -> None:
    """Beside the database, for `demo` to print and for whoever wants to look a case up."""
    folder = Path(settings.DATA_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in ((ACCOUNTS_FILE, loaded.accounts), (CASES_FILE, loaded.cases)):
        (folder / name).write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")

"""Offices and the people in them. `make_house()` gives one authority with somebody for every role."""

from dataclasses import dataclass, field
from datetime import date

import factory
from factory.django import DjangoModelFactory

from cms.core.models import Authority, FocalPoint, RoleHolder, Unit, User
from cms.core.models.authority import AuthorityKind
from cms.core.roles import SUPERVISING_ROLES, Role

from .replay import once

SINCE = date(2018, 7, 1)
UNTIL = date(2099, 12, 31)


class AuthorityFactory(DjangoModelFactory):
    class Meta:
        model = Authority

    class Params:
        commune = factory.Trait(kind=AuthorityKind.COMMUNE)

    code = factory.Sequence(lambda n: f"co-quan-{n}")
    case_prefix = factory.Sequence(lambda n: f"CQ{n}")
    name = factory.Sequence(lambda n: f"Sở Xây dựng số {n}")
    short_name = factory.Sequence(lambda n: f"Sở {n}")
    kind = AuthorityKind.DEPARTMENT
    letter_place = "Hải Sơn"
    letter_symbol = "SXD"
    address = "Số 1 đường Lê Lợi"
    phone = "0250 3 000 000"
    email = factory.LazyAttribute(lambda o: f"{o.code}@minhbach.example")
    first_instance = "Giám đốc Sở Xây dựng"
    first_instance_address = "Số 1 đường Lê Lợi"
    second_instance = "Chủ tịch Ủy ban nhân dân tỉnh Hải Sơn"
    second_instance_address = "Số 2 đường Trần Phú"
    court = "Tòa án nhân dân khu vực 1"
    court_address = "Số 3 đường Hùng Vương"
    tax_office = "Thuế cơ sở 1 tỉnh Hải Sơn"
    treasury_office = "Kho bạc Nhà nước khu vực Hải Sơn"
    treasury_account = "7111.0.1234567"
    budget_chapter = "419"


class UnitFactory(DjangoModelFactory):
    class Meta:
        model = Unit

    class Params:
        focal = factory.Trait(is_focal=True, name="Văn phòng", code="van-phong")

    authority = factory.SubFactory(AuthorityFactory)
    code = factory.Sequence(lambda n: f"don-vi-{n}")
    name = factory.Sequence(lambda n: f"Phòng chuyên môn {n}")


class FocalPointFactory(DjangoModelFactory):
    class Meta:
        model = FocalPoint

    unit = factory.SubFactory(UnitFactory, focal=True)
    officer_name = "Trần Thị Lan"
    officer_post = "Chuyên viên"
    address = "Số 1 đường Lê Lợi"
    place = "Tầng 1, Bộ phận Một cửa"
    phone = "0250 3 000 111"
    email = factory.LazyAttribute(lambda o: f"daumoi@{o.unit.authority.code}.example")
    hours = "Thứ Hai đến thứ Sáu, 7:30 đến 17:00"


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"can-bo-{n}")
    first_name = factory.Sequence(lambda n: f"Cán bộ thứ {n}")
    email = factory.LazyAttribute(lambda o: f"{o.username}@minhbach.example")
    post = "Chuyên viên"


def give_role(user, role, authority, unit=None, since_on=SINCE, until_on=None):
    """Let somebody hold a role; a supervisor's grant always has an end."""
    if until_on is None and role in SUPERVISING_ROLES:
        until_on = UNTIL
    held = RoleHolder(user=user, role=role, authority=authority, unit=unit, since_on=since_on, until_on=until_on)
    held.save()
    user.__dict__.pop("current_roles", None)
    return held


def make_person(name, *roles, authority, unit=None, **fields):
    """Somebody who holds these roles in this authority (and unit): make_person("Lan", Role.FOCAL_OFFICER, …)."""
    user = UserFactory(first_name=name, **fields)
    for role in roles:
        give_role(user, role, authority, unit if role == Role.ORIGINATING_UNIT else None)
    return user


@dataclass
class House:
    """An authority with a focal unit, one unit that makes information, and one person for every office."""

    authority: Authority
    focal_unit: Unit
    focal_point: FocalPoint
    land_unit: Unit
    officer: User
    second_officer: User
    head: User  # of the focal unit
    signer: User
    registry: User
    cashier: User
    originator: User  # officer of the land unit
    head_of_authority: User
    data_officer: User
    editor: User
    publisher: User
    administrator: User
    auditor: User
    justice: User
    stranger: User  # signs in, holds nothing
    by_role: dict = field(default_factory=dict)

    def give(self, user, role, unit=None):
        """One more role in this house."""
        return give_role(user, role, self.authority, unit)


def make_house(**fields) -> House:
    """A house, ready to receive; `fields` go to its authority, as `commune=True` or `supplement_days=10`."""
    return once(("house", *sorted(fields.items())), lambda: _build(**fields), _keys_of, _load)


def _build(**fields) -> House:
    authority = AuthorityFactory(**fields)
    focal_unit = UnitFactory(authority=authority, focal=True)
    focal_point = FocalPointFactory(unit=focal_unit)
    land_unit = UnitFactory(authority=authority, code="dat-dai", name="Phòng Đất đai")

    def person(name, role, unit=None, **more):
        return make_person(name, role, authority=authority, unit=unit, **more)

    by_role = {
        Role.FOCAL_OFFICER: person("Trần Thị Lan", Role.FOCAL_OFFICER),
        Role.FOCAL_HEAD: person("Lê Văn Hùng", Role.FOCAL_HEAD, post="Chánh Văn phòng"),
        Role.ORIGINATING_UNIT: person("Phạm Thị Đất", Role.ORIGINATING_UNIT, land_unit),
        Role.SIGNER: person("Nguyễn Văn Ký", Role.SIGNER, post="Phó Giám đốc"),
        Role.REGISTRY: person("Đỗ Thị Thư", Role.REGISTRY),
        Role.CASHIER: person("Hoàng Văn Thu", Role.CASHIER),
        Role.HEAD: person("Vũ Thị Đứng Đầu", Role.HEAD, post="Giám đốc"),
        Role.DATA_OFFICER: person("Bùi Văn Dữ", Role.DATA_OFFICER),
        Role.EDITOR: person("Ngô Thị Biên", Role.EDITOR),
        Role.PUBLISHER: person("Dương Văn Đăng", Role.PUBLISHER),
        Role.ADMINISTRATOR: person("Lý Văn Quản", Role.ADMINISTRATOR),
        Role.AUDITOR: person("Mai Thị Sát", Role.AUDITOR),
        Role.JUSTICE: person("Cao Văn Pháp", Role.JUSTICE),
    }
    return House(
        authority=authority,
        focal_unit=focal_unit,
        focal_point=focal_point,
        land_unit=land_unit,
        officer=by_role[Role.FOCAL_OFFICER],
        second_officer=person("Đặng Văn Hai", Role.FOCAL_OFFICER),
        head=by_role[Role.FOCAL_HEAD],
        signer=by_role[Role.SIGNER],
        registry=by_role[Role.REGISTRY],
        cashier=by_role[Role.CASHIER],
        originator=by_role[Role.ORIGINATING_UNIT],
        head_of_authority=by_role[Role.HEAD],
        data_officer=by_role[Role.DATA_OFFICER],
        editor=by_role[Role.EDITOR],
        publisher=by_role[Role.PUBLISHER],
        administrator=by_role[Role.ADMINISTRATOR],
        auditor=by_role[Role.AUDITOR],
        justice=by_role[Role.JUSTICE],
        stranger=UserFactory(first_name="Người lạ"),
        by_role=by_role,
    )


def _keys_of(house):
    """Name → key of everything in the house, and who holds which role."""
    keys = {name: getattr(house, name).pk for name in House.__dataclass_fields__ if name != "by_role"}
    return keys, {role: person.pk for role, person in house.by_role.items()}


def _load(memory) -> House:
    keys, holders = memory
    parts = dict(keys)
    authority = parts["authority"] = Authority.objects.get(pk=keys["authority"])
    units = Unit.objects.in_bulk([keys["focal_unit"], keys["land_unit"]])
    for unit in units.values():
        unit.authority = authority
    parts["focal_unit"], parts["land_unit"] = units[keys["focal_unit"]], units[keys["land_unit"]]
    parts["focal_point"] = FocalPoint.objects.get(pk=keys["focal_point"])
    parts["focal_point"].unit = parts["focal_unit"]
    people = User.objects.in_bulk()
    parts |= {name: people[key] for name, key in keys.items() if name not in {*_PLACES}}
    return House(**parts, by_role={role: people[key] for role, key in holders.items()})


_PLACES = ("authority", "focal_unit", "focal_point", "land_unit")

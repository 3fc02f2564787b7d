"""The databases of the measurement, with offices, pages, and rows: made once and kept."""

from types import SimpleNamespace

from django.core.management import call_command
from django.db import OperationalError, connection, transaction

from catalog.models import InformationItem
from cms.core.models import Authority
from cms.core.roles import Role
from home import default_site, demo
from tests.bench import many_items, many_requests
from workflow.models import InformationRequest

HOUSES = 5
_OFFICES = {
    "officer": Role.FOCAL_OFFICER,
    "head": Role.FOCAL_HEAD,
    "originator": Role.ORIGINATING_UNIT,
    "signer": Role.SIGNER,
    "registry": Role.REGISTRY,
}


def new_database() -> None:
    name = connection.settings_dict["NAME"]
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}"')
    call_command("migrate", verbosity=0)


def offices() -> list:
    """The authorities with their people; the first one's section of pages filled."""
    with transaction.atomic():
        houses = many_items.make_houses(HOUSES)
        default_site.build(fill=demo.fill)
    return houses


def offices_there() -> list:
    """The same authorities, when the database is kept from an earlier run."""
    houses = []
    for authority in Authority.objects.filter(code__startswith="co-quan-").order_by("pk"):
        held = {one.role: one.user for one in authority.role_holders.select_related("user").order_by("-pk")}
        units = {unit.is_focal: unit for unit in authority.units.all()}
        people = {name: held[role] for name, role in _OFFICES.items()}
        houses.append(SimpleNamespace(authority=authority, focal_unit=units[True], land_unit=units[False], **people))
    return houses


def fill(houses, rows, already=0) -> None:
    """Items and requests up to that many, and what PostgreSQL's housekeeping does afterwards."""
    with transaction.atomic():
        many_items.load(houses, rows - already, already)
    with transaction.atomic():
        many_requests.load(houses, rows - already, already)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")


def is_there(rows) -> bool:
    """Whether an earlier run has made it, to the end."""
    try:
        call_command("migrate", verbosity=0)
    except OperationalError:
        return False
    return InformationItem.objects.count() >= rows and InformationRequest.objects.count() >= rows * 9 // 10


def make_sure(rows) -> None:
    if not is_there(rows):
        connection.close()
        new_database()
        fill(offices(), rows)

"""`manage.py check`: what the release ships as law can be read, and a price list holds today."""

from datetime import date

from django.core.checks import Error, register

from cms.core.dates import today
from cms.law.errors import FileError, NoSuchEntry
from cms.law.price_lists import list_on
from cms.law.reading import (
    read_price_list,
    read_retention,
    read_rule_set,
    read_year,
    shipped_price_lists,
    shipped_retention,
    shipped_rule_sets,
    shipped_years,
)


def connect():
    register(shipped_files_can_be_read)
    register(a_price_list_is_in_force)


def shipped_files_can_be_read(app_configs, files=None, **kwargs):
    """Every rule set, calendar and price list beside the software, each slip of it named."""
    found = files or [
        *((read_rule_set, f"rule_sets/{code}.toml", source) for code, source in shipped_rule_sets().items()),
        *((read_year, f"calendars/{year}.toml", source) for year, source in shipped_years().items()),
        *((read_price_list, f"prices/{code}.toml", source) for code, source in shipped_price_lists().items()),
        *((read_retention, f"retention/{code}.toml", source) for code, source in shipped_retention().items()),
    ]
    slips = []
    for read, name, source in found:
        try:
            read(source)
        except FileError as error:
            slips += [Error(f"{name}: {slip}", id="law.E001") for slip in error.slips]
    return slips


def a_price_list_is_in_force(app_configs, price_lists=None, day: date | None = None, **kwargs):
    """Without one no cost can be asked for, and nobody would know why."""
    try:
        found = price_lists or [read_price_list(source) for source in shipped_price_lists().values()]
        list_on(found, day or today())
    except FileError:
        return []  # named by the other check
    except NoSuchEntry as none:
        return [Error(str(none), id="law.E002")]
    return []

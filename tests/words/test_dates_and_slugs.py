"""What editors type and read: days as dd/mm/yyyy, weeks from Monday, thousands with dots, addresses without marks."""

import json
import re
from datetime import date, datetime

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.template import Context, Template
from django.urls import reverse
from django.utils import formats
from django.utils.timezone import make_aware
from django.utils.translation import override
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput


@pytest.fixture(autouse=True)
def vietnamese():
    with override("vi"):
        yield


def picker(widget):
    """What the script of a date picker is told, and the day as it stands in the field."""
    html = widget().render("ngay", date(2026, 3, 5), {"id": "ngay"})
    return json.loads(re.search(r"\{.*\}", html)[0]), BeautifulSoup(html, "html.parser").input["value"]


def test_the_pickers_write_days_first_and_begin_weeks_on_monday():
    options, value = picker(AdminDateInput)
    assert (options["format"], options["dayOfWeekStart"], value) == ("d/m/Y", 1, "05/03/2026")
    options, value = picker(AdminDateTimeInput)
    assert (options["format"], options["dayOfWeekStart"]) == ("d/m/Y H:i", 1)


@pytest.mark.parametrize("typed", ["05/03/2026", "5/3/2026", "05-03-2026", "05.03.2026", "2026-03-05"])
def test_the_fifth_of_march_is_never_the_third_of_may(typed):
    assert forms.DateField().clean(typed) == date(2026, 3, 5)


def test_shown_as_an_office_writes_it():
    template = Template("{{ day|date }} {{ day|date:'SHORT_DATE_FORMAT' }} {{ moment|date:'DATETIME_FORMAT' }} {{ n }}")
    moment = make_aware(datetime.fromisoformat("2026-03-05T07:04"))
    shown = template.render(Context({"day": date(2026, 3, 5), "moment": moment, "n": 1_234_567}))
    assert shown == "05/03/2026 05/03/2026 05/03/2026 07:04 1.234.567"
    assert formats.number_format(1234.5) == "1.234,5"
    assert formats.get_format("FIRST_DAY_OF_WEEK") == 1


def slug_field(admin, address, name):
    field = BeautifulSoup(admin.get(address).content, "html.parser").find("input", {"name": name})
    return json.loads(field["data-w-slug-formatters-value"])


@pytest.mark.parametrize(("view", "name"), [("edit", "slug"), ("copy", "new_slug")])
def test_the_script_of_the_address_knows_vietnamese_letters(admin, page, view, name):
    """The editor's own field, and the one of the form that copies a page."""
    formatters = slug_field(admin, reverse(f"wagtailadmin_pages:{view}", args=[page.pk]), name)
    letters = {bare: pattern for (pattern, _flags), bare in formatters}
    assert {"đ", "Đ"} <= set(letters["d"] + letters["D"])
    assert "ặ" in letters["a"]

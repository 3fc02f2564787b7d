"""Every door by which an item could become public, pushed by one person alone: none opens."""

import ast
import contextlib
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from catalog.models import InformationItem, ItemVersion, PublicEntry
from catalog.services import drafts, publishing
from cms.core.errors import DomainError
from tests.factories import catalog as make
from tests.factories.core import give_role

NOW = timezone.now()
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def alone(house):
    """Somebody with every role of the catalog, who enters, checks and would publish by themselves."""
    person = house.originator
    for role in ("FOCAL_OFFICER", "FOCAL_HEAD", "EDITOR", "PUBLISHER", "HEAD"):
        give_role(person, role, house.authority)
    cache.clear()
    return make.as_now(person)


@pytest.fixture(params=["unchecked", "checked by the same person"])
def item(request, house, alone):
    house.originator = alone
    item = make.draft(house, at=NOW, by=alone)
    return item if request.param == "unchecked" else make.checked(house, item=item, at=NOW)


def screen(item, by, name, data):
    client = Client()
    client.force_login(by, backend="django.contrib.auth.backends.ModelBackend")
    return client.post(reverse(name, args=[item.code, *data.pop("args", [])] if "args" in data else []), data)


def wagtails_schedule(item, by):
    item.go_live_at = timezone.now() - timezone.timedelta(minutes=5)
    item.save_quietly()
    item.revisions.update(approved_go_live_at=item.go_live_at)
    call_command("publish_scheduled")


def our_schedule(item, by):
    later = timezone.now() + timezone.timedelta(days=1)
    publishing.publish(item=item, seen=None, by=by, at=NOW, go_live_at=later)


def raw(item, by, **fields):
    for name, value in fields.items():
        setattr(item, name, value)
    with transaction.atomic():
        item.save()


def forged(item, by):
    with transaction.atomic():
        version = ItemVersion.objects.create(
            item=item, number=1, kind="FIRST", facts={}, sha256="0" * 64,
            checked_by=by, checked_at=NOW, published_by=by, published_at=NOW,
        )  # fmt: skip
    raw(item, by, live=True, state="PUBLISHED", current_version=version, published_on=NOW.date())


DOORS = {
    "the act's page": lambda item, by: screen(
        item, by, "catalog_desk:act", {"args": ["dang"], "seen": item.version}
    ),
    "the list of titles": lambda item, by: screen(
        item, by, "catalog_desk:approve", {"muc": f"{item.pk}:{item.version}"}
    ),
    "more fields than the form has": lambda item, by: screen(
        item, by, "catalog_desk:act",
        {"args": ["phan-loai"], "seen": item.version, "info_class": "MAY_PUBLISH", "reason": "x", "live": "on",
         "state": "PUBLISHED", "published_on": "01/11/2026", "current_version": "1"},
    ),
    "content that is no content": lambda item, by: drafts.edit(
        item=item, seen=None, facts={"live": True, "state": "PUBLISHED"}, by=by, at=NOW
    ),
    "publish": lambda item, by: publishing.publish(item=item, seen=None, by=by, at=NOW),
    "publish_listed": lambda item, by: publishing.publish_listed(listed=[(item, item.version)], by=by, at=NOW),
    "publish_revision": lambda item, by: publishing.publish_revision(item=item, revision=item.latest_revision, by=by),
    "our schedule": our_schedule,
    "Wagtail's revision": lambda item, by: item.latest_revision.publish(user=by),
    "Wagtail's revision, nobody named": lambda item, by: item.latest_revision.publish(),
    "Wagtail's item": lambda item, by: item.publish(item.latest_revision, user=by, skip_permission_checks=True),
    "Wagtail's schedule": wagtails_schedule,
    "the worker": lambda item, by: publishing.publish_due(timezone.now() + timezone.timedelta(days=9)),
    "a bare save": lambda item, by: raw(item, by, live=True),
    "a bare save of everything": lambda item, by: raw(item, by, live=True, state="PUBLISHED", published_on=NOW.date()),
    "a forged version": forged,
    "the search's own rebuilding": lambda item, by: call_command("rebuild_search"),
}  # fmt: skip


@pytest.mark.parametrize("door", DOORS)
def test_no_door_lets_one_person_make_an_item_public(item, alone, door, client):
    refused = (DomainError, IntegrityError, TypeError)
    with contextlib.suppress(*refused):
        DOORS[door](item, alone)
    fresh = InformationItem.objects.get(pk=item.pk)
    assert (fresh.live, fresh.published_on, fresh.current_version) == (False, None, None)
    assert not PublicEntry.objects.filter(key=f"item:{item.pk}").exists()
    assert client.get(f"/{fresh.authority.code}/danh-muc/{fresh.code}/").status_code == 404


def test_the_table_of_doors_is_whole():
    """One place in the whole project makes an item live; whoever opens another adds it to the table above."""
    found = []
    for room in ("catalog", "workflow", "home", "cms"):
        for path in (ROOT / room).rglob("*.py"):
            if "migrations" not in path.parts:
                found += [f"{path.relative_to(ROOT).as_posix()}" for _line in _makes_live(path)]
    assert found == ["catalog/services/publishing.py"]


def _makes_live(path):
    """Assignments of True to something's `live`, alone or in a row of names."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Assign):
            continue
        for target in node.targets:
            names = target.elts if isinstance(target, ast.Tuple) else [target]
            values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value] * len(names)
            for name, value in zip(names, values, strict=False):
                is_live = isinstance(name, ast.Attribute) and name.attr == "live"
                if is_live and isinstance(value, ast.Constant) and value.value is True:
                    yield node.lineno


@pytest.mark.parametrize(
    "words",
    [{"title": "Tên"}, {"number": "1/MB"}, {"summary": "Nội dung"}, {"keywords": "từ"}, {"main_url": "https://x.vn"},
     {"mark": ""}, {"reason_code": ""}, {"review_on": None}, {"live": True}, {"created_on": NOW.date()}],
    ids=str,
)  # fmt: skip
def test_the_database_keeps_a_mark_a_mark(house, words):
    mark = make.a_mark(house, at=NOW)
    for name, value in words.items():
        setattr(mark, name, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        mark.save()

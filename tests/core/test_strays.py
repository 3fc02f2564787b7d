"""Private files without a row go after a day; files that a row names stay, however old."""

import os
from datetime import UTC, datetime, timedelta

import pytest

from cms.core import strays
from cms.core.files import keep
from workflow.models import DraftFile, FormDraft

pytestmark = pytest.mark.django_db
NOW = datetime.now(tz=UTC)


@pytest.fixture
def root(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path / "private"
    return settings.PRIVATE_ROOT


def stored(root, *, hours):
    kept = keep("ghi-chu.txt", "xin chào".encode())
    moment = (NOW - timedelta(hours=hours)).timestamp()
    os.utime(root / kept.path, (moment, moment))
    return kept


def named(kept):
    """A row that knows the file."""
    from tests.factories.core import AuthorityFactory

    draft = FormDraft.objects.create(key_hash="x", authority=AuthorityFactory(), started_at=NOW, expires_at=NOW)
    words = {"role": "SENT", "content_type": kept.content_type, "size": kept.size, "sha256": kept.sha256}
    return DraftFile.objects.create(draft=draft, name=kept.name, path=kept.path, **words)


def test_old_file_without_a_row_goes(root):
    kept = stored(root, hours=25)
    assert strays.sweep(NOW) == 1
    assert not (root / kept.path).exists()


def test_young_file_may_still_wait_for_its_row(root):
    kept = stored(root, hours=23)
    assert strays.sweep(NOW) == 0
    assert (root / kept.path).exists()


def test_file_that_a_row_names_stays(root):
    kept = stored(root, hours=24 * 365)
    named(kept)
    assert strays.sweep(NOW) == 0
    assert (root / kept.path).exists()


def test_unfinished_file_goes(root):
    kept = stored(root, hours=30)
    os.rename(root / kept.path, root / f"{kept.path}.part")
    assert strays.sweep(NOW) == 1


def test_many_files_go_in_batches(root, monkeypatch):
    monkeypatch.setattr(strays, "_BATCH", 2)
    for _ in range(5):
        stored(root, hours=25)
    assert strays.sweep(NOW) == 5


def test_row_without_its_file_is_told(root):
    kept = stored(root, hours=1)
    row = named(kept)
    assert strays.missing() == []
    (root / kept.path).unlink()
    assert strays.missing() == [row.path]


def test_empty_store_is_no_error(root):
    assert strays.sweep(NOW) == 0

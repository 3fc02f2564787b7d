"""The projection that the site's search reads: what is put is found, what is dropped is not, on every database."""

from datetime import date

import pytest

from catalog import entries, matching
from catalog.asked import read
from catalog.choices import EntryKind
from catalog.entries import Entry, Lead
from catalog.models import FileText, PublicEntry

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def entry(number=1, title="Quyết định về giá đất", **fields):
    facts = {"published_on": date(2026, 11, 3), "kind": EntryKind.PAGE, "address": f"trang-{number}/"}
    return Entry(key=f"page:{number}", title=title, **facts | fields)


def found(typed):
    return [row.order_key for row in matching.find(read(typed).ladder(), on=TODAY).rows]


def test_what_was_put_is_found_and_what_was_dropped_is_not():
    entries.put(entry())
    assert found("giá đất") == [entries.order_key("page:1", date(2026, 11, 3))]
    entries.put(entry(title="Quyết định về giá nước"))
    assert found("giá đất") == []
    assert found("nước") != []
    entries.drop("page:1")
    assert found("nước") == []
    entries.drop("page:1")


def test_a_new_day_moves_the_entry_without_leaving_a_trace():
    entries.put(entry())
    entries.put(entry(published_on=date(2025, 1, 2)))
    assert found("giá đất") == [entries.order_key("page:1", date(2025, 1, 2))]
    assert PublicEntry.objects.get().year == 2025


def test_nothing_is_written_when_nothing_changed(django_assert_num_queries):
    entries.put(entry())
    with django_assert_num_queries(4):  # savepoint, the row, its files, savepoint
        entries.put(entry())


def test_words_of_files_are_forgotten_with_the_last_entry_that_held_them():
    FileText.objects.create(key="document:5", fingerprint="a", state="READ", text="Thuyết minh quy hoạch")
    for number in (1, 2):
        entries.put(entry(number, files=(Lead("document:5", is_held=True),)))
    assert len(found("thuyết minh")) == 2
    entries.drop("page:1")
    assert FileText.objects.exists()
    entries.put(entry(2))
    assert not FileText.objects.exists()
    assert found("thuyết minh") == []


def test_an_index_of_a_long_file_stays_within_what_the_databases_hold():
    text = " ".join(f"từ{number}ngữ" for number in range(100_000))
    entries.put(entry(body=text))
    assert len(found("từ1ngữ")) == 1


def test_an_entry_with_a_last_day_is_not_found_on_the_next():
    entries.put(entry(1, until_on=TODAY))
    entries.put(entry(2, until_on=date(2026, 11, 19)))
    assert [row.order_key & 0xFFFF for row in matching.find((), on=TODAY).rows] == [1]

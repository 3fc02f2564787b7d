"""The projection that the site's search reads: what is put is found, what is dropped is not, on every database."""

from datetime import date

import pytest

from catalog import entries, matching, tokens
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


def test_what_is_found_stands_newest_first_and_once_however_old_it_is():
    days = [date(2027, 1, 1), TODAY, date(2026, 10, 1), date(2026, 9, 30), date(2026, 4, 1), date(2026, 1, 1)]
    days += [date(2025, 12, 31), date(2024, 2, 29), date(2023, 1, 1), date(2022, 12, 31), date(1999, 5, 5)]
    for number, day in enumerate(days, start=1):
        entries.put(
            entry(number, published_on=day, title="Giá đất" if number % 2 else "Bảng giá", body="Giá đất nào đó")
        )
    in_title = [day for place, day in enumerate(days) if place % 2 == 0]
    expected = in_title + [day for day in days if day not in in_title]
    for typed in ("giá đất", "giá đấ", "đất gi", '"giá đất"', '"giá đất nào đó" giá'):
        found_on = [
            PublicEntry.objects.get(order_key=row.order_key).published_on
            for row in matching.find(read(typed).ladder(), TODAY).rows
        ]
        assert sorted(found_on) == sorted(days), typed
        assert found_on == (expected if "nào" not in typed else days), typed
    of_year = matching.find(read("giá đất").ladder(), TODAY, [tokens.year_token(2026)]).rows
    assert {row.year for row in of_year} == {2026}
    assert len(of_year) == 5


@pytest.mark.parametrize("month", range(1, 13))
def test_spans_of_time_follow_each_other_without_gap_or_overlap(month):
    end = 2026 * 12 + month
    spans, first = tokens.spans_before(end, years=3)
    days = [date(number // 12, number % 12 + 1, 1) for number in range(first - 1, end + 1)]
    held = [[place for place, span in enumerate(spans) if set(span) & set(tokens.time_tokens(day))] for day in days]
    assert all(len(places) == 1 for places in held[1:-1])
    assert held[1:-1] == sorted(held[1:-1], reverse=True)
    assert held[0] == held[-1] == []


def test_beginnings_are_left_out_before_the_database_would_refuse():
    kept = tokens.with_beginnings(" ".join(f"{chr(97 + n % 26)}{chr(0x4E00 + n)}{'x' * 24}" for n in range(31_000)))
    assert sum(len(token.encode()) for token in kept) < 1_048_575
    assert tokens.with_beginnings("t.giá giá giá+đất 13/2018/nd-cp k.item a")[6:] == ["t.b.gi", "b.gi", "b.13"]

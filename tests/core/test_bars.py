"""Bars and columns drawn by the server: places in percent, what is heard instead, nothing drawn of nothing."""

from cms.core.bars import HEIGHT, bar, columns

PARTS = (("a", "bar__done", "đúng hạn"), ("b", "bar__late", "quá hạn"))


def test_bars_of_one_picture_can_be_compared():
    small, large = (bar("x", counts, PARTS, of=8) for counts in ({"a": 2, "b": 0}, {"a": 6, "b": 2}))
    assert [piece.width for piece in small.pieces] == ["25.00%"]
    assert [piece.width for piece in large.pieces] == ["75.00%", "25.00%"]
    assert large.said == "6 đúng hạn, 2 quá hạn"


def test_columns_stand_side_by_side_and_the_tallest_fills_the_height():
    first, second = columns([("10/2026", {"a": 4, "b": 0}), ("11/2026", {"a": 2, "b": 1})], PARTS)
    assert [one.height for one in first.columns + second.columns] == [HEIGHT, 0, HEIGHT // 2, round(HEIGHT / 4)]
    assert [one.x for one in first.columns] == ["5.00%", "25.00%"]
    assert all(one.top + one.height == HEIGHT for one in first.columns + second.columns)
    assert second.said == "2 đúng hạn, 1 quá hạn"


def test_nothing_is_drawn_of_nothing():
    assert columns([("10/2026", {"a": 0, "b": 0})], PARTS) == []

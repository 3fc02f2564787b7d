"""One number by which everything that is found stands in order: newest first, alike on every database."""

from datetime import date

#: What can be a source, in the order of entries of one day: never change a number.
SOURCES = {"page": 1, "document": 2, "item": 3, "answer": 4, "question": 5}
_DAY = 40  # bits below the day: the kind of source and its number


def order_key(key: str, published_on: date) -> int:
    """Larger is newer; of one day, by kind of source and its number. 60 bits."""
    name, _colon, number = key.partition(":")
    return published_on.toordinal() << _DAY | SOURCES[name] << 36 | int(number)


def keys_of_year(year: int) -> tuple[int, int]:
    """The smallest and the largest that anything of that year can have; none for a year that no calendar has."""
    if not date.min.year <= year <= date.max.year:
        return 0, -1
    return date(year, 1, 1).toordinal() << _DAY, (date(year, 12, 31).toordinal() + 1 << _DAY) - 1


def keys_of_months(first: int, end: int) -> tuple[int, int]:
    """The smallest and the largest key of the months from `first` up to `end`, which is not among them.

    Months are counted from January of the year 0.
    """
    begin, beyond = (date(number // 12, number % 12 + 1, 1).toordinal() << _DAY for number in (first, end))
    return begin, beyond - 1

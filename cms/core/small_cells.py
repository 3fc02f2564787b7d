"""Small numbers held back: what a public figure may say of few people, and what would give a held number away.

Beside a sum that is known, one number held back alone could be reckoned. So another is held back with it.
"""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

#: A smaller number could tell of a person.
SMALLEST = 5


def hidden(amounts: Mapping[str, int], first: Iterable[str] = ()) -> set[str]:
    """Which of these amounts may not be shown beside the sum of all of them.

    `first`: which to hold back before all others where one more must go; a sum of these may be known from elsewhere.
    """
    held = {name for name, amount in amounts.items() if 0 < amount < SMALLEST}
    before = [name for name in first if name in amounts]
    if held & set(before):
        held |= set(before)
    others = sorted((name for name in amounts if name not in held), key=lambda name: (amounts[name], name))
    if others and _can_be_reckoned([amounts[name] for name in held]):
        held.add(others[0])
    return held


def held_back(amounts: Mapping[str, int], first: Iterable[str] = ()) -> dict[str, str]:
    """Each amount as it may be shown: the number, “dưới 5”, or “không nêu” for a larger one that would give it away."""
    held = hidden(amounts, first)
    return {
        name: str(amount) if name not in held else _("dưới\u00a05") if amount < SMALLEST else _("không nêu")
        for name, amount in amounts.items()
    }


def _can_be_reckoned(numbers: list[int]) -> bool:
    """Whether the sum tells each of these numbers: there is one alone, or all are as small or as large as they may be."""
    if not numbers:
        return False
    whole, all_small = sum(numbers), all(number < SMALLEST for number in numbers)
    extremes = {0, len(numbers), (SMALLEST - 1) * len(numbers)} if all_small else set()
    return len(numbers) == 1 or whole in extremes

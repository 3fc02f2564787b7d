"""Small numbers about people are held back, and nothing that is shown gives them away."""

from itertools import product

import pytest

from cms.core.small_cells import SMALLEST, held_back, hidden


@pytest.mark.parametrize(
    ("amounts", "shown"),
    [
        ({"a": 0, "b": 7}, {"a": "0", "b": "7"}),
        ({"a": 3, "b": 4, "c": 9}, {"a": "dưới 5", "b": "dưới 5", "c": "9"}),
        ({"a": 1, "b": 15, "c": 8}, {"a": "dưới 5", "b": "15", "c": "không nêu"}),
        ({"a": 1, "b": 1, "c": 0}, {"a": "dưới 5", "b": "dưới 5", "c": "dưới 5"}),
        ({"a": 4, "b": 4, "c": 30}, {"a": "dưới 5", "b": "dưới 5", "c": "không nêu"}),
        ({"a": 4}, {"a": "dưới 5"}),
    ],
)
def test_small_numbers_are_held_back(amounts, shown):
    assert held_back(amounts) == {name: value.replace("dưới 5", "dưới\u00a05") for name, value in shown.items()}


def test_of_two_whose_sum_is_told_elsewhere_both_are_held_back():
    """One ground alone tells refused and partly together: 8 shown of 11 would tell of the other 3."""
    amounts = {"provided": 6, "provided_partly": 8, "refused": 3}
    assert hidden(amounts) == {"refused", "provided"}
    assert hidden(amounts, first=("refused", "provided_partly")) == {"refused", "provided_partly"}
    assert hidden({"provided": 6, "provided_partly": 8, "refused": 9}, first=("refused",)) == set()


def test_no_held_number_can_be_reckoned_from_the_sum():
    """Every small number stays one of several that it could be, whoever knows the sum and what is shown."""
    numbers = (0, 1, 2, 4, 5, 6, 9)
    for told in product(numbers, repeat=3):
        amounts = dict(zip("abc", told, strict=True))
        held = hidden(amounts)
        if not held or sum(told) <= 1:
            continue
        left = sum(amounts[name] for name in held)
        small = {name for name in held if amounts[name] < SMALLEST}
        larger = held - small
        possible = [
            guess
            for guess in product(range(SMALLEST), repeat=len(small))
            if (left - sum(guess) >= SMALLEST * len(larger))
            if larger or sum(guess) == left
        ]
        if len(held) < len(amounts):
            assert len(possible) > 1, (amounts, held)

"""Limits that hold across workers: what is counted, for how long, and that a target is never kept readable."""

from datetime import UTC, datetime, timedelta

import pytest

from cms.core import throttle
from cms.core.models import Attempt
from cms.core.throttle import Limit, Tally

AT = datetime(2026, 11, 20, 3, 0, 7, 123_456, tzinfo=UTC)
FIVE_A_MINUTE = Limit("five", 5, 60)

pytestmark = pytest.mark.django_db


def test_tries_within_the_limit_pass_and_the_next_does_not():
    assert [throttle.hit(FIVE_A_MINUTE, "203.0.113.7", AT) for _ in range(7)] == [True] * 5 + [False] * 2


def test_other_targets_and_limits_are_not_touched():
    for _ in range(6):
        throttle.hit(FIVE_A_MINUTE, "203.0.113.7", AT)
    assert throttle.hit(FIVE_A_MINUTE, "203.0.113.8", AT)
    assert throttle.hit(Limit("other", 5, 60), "203.0.113.7", AT)


def test_limit_slides_over_the_window_before():
    for _ in range(5):
        throttle.hit(FIVE_A_MINUTE, "203.0.113.7", AT)
    a_window_later = AT.replace(second=0, microsecond=0) + timedelta(minutes=1)
    assert not throttle.hit(FIVE_A_MINUTE, "203.0.113.7", a_window_later)
    assert throttle.hit(FIVE_A_MINUTE, "203.0.113.7", a_window_later + timedelta(seconds=59))
    assert throttle.hit(FIVE_A_MINUTE, "203.0.113.7", a_window_later + timedelta(minutes=2))


def test_window_is_the_same_at_every_moment_within_it():
    tally = Tally(FIVE_A_MINUTE, "a")
    begins = AT.replace(second=0, microsecond=0)
    moments = [begins + timedelta(microseconds=step) for step in range(0, 60_000_000, 999_983)]
    assert {tally.window(moment) for moment in moments} == {begins}


def test_looking_counts_nothing():
    tally = Tally(FIVE_A_MINUTE, "a")
    assert [throttle.used_up([tally], AT) for _ in range(10)] == [[]] * 10
    assert Attempt.objects.count() == 0


def test_several_limits_cost_two_statements(django_assert_num_queries):
    tallies = [Tally(FIVE_A_MINUTE, "a"), Tally(Limit("hour", 60, 3600), "a"), Tally(Limit("case", 10, 3600), "n")]
    with django_assert_num_queries(2):
        throttle.used_up(tallies, AT)
        assert set(throttle.count(tallies, AT).values()) == {1}
    assert set(throttle.count(tallies, AT).values()) == {2}


def test_target_is_kept_as_a_keyed_hash_only():
    throttle.hit(FIVE_A_MINUTE, "mien@example.vn", AT)
    assert "mien" not in Attempt.objects.get().key


def test_forgetting_starts_afresh():
    for _ in range(6):
        throttle.hit(FIVE_A_MINUTE, "a", AT)
    throttle.forget(FIVE_A_MINUTE, "a")
    assert throttle.hit(FIVE_A_MINUTE, "a", AT)


def test_sweep_drops_what_no_window_needs():
    throttle.hit(FIVE_A_MINUTE, "old", AT - timedelta(days=2))
    throttle.hit(FIVE_A_MINUTE, "new", AT)
    assert throttle.sweep(AT) == 1
    assert Attempt.objects.count() == 1


@pytest.mark.parametrize(
    ("address", "counted_as"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
    ],
)
def test_household_is_one_address(address, counted_as):
    assert throttle.network(address) == counted_as

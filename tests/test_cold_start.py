"""Plugins that are installed and not asked for cost next to nothing."""

from benchmarks.plugins import NONE, UNSELECTED, measure

ROUNDS = 8


def test_twenty_plugins_that_are_not_selected_add_less_than_a_tenth_to_a_cold_start() -> None:
    taken = measure(ROUNDS, [NONE, UNSELECTED])
    assert taken[UNSELECTED] < 1.10 * taken[NONE]

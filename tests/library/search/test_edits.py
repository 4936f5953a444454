"""Slips between two words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlapp.library.search.edits import edits

WORDS = st.text("abc", max_size=8)


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("", "", 0),
        ("virus", "virus", 0),
        ("vrus", "virus", 1),
        ("viirus", "virus", 1),
        ("vorus", "virus", 1),
        ("vrius", "virus", 1),
        ("vriuss", "virus", 2),
        ("ab", "ba", 1),
        ("natalizumab", "rituximab", 4),
        ("abcdef", "ghijkl", 4),
    ],
)
def test_slips_are_counted_up_to_the_limit(one: str, other: str, slips: int) -> None:
    assert edits(one, other, 3) == slips


@given(WORDS, WORDS)
def test_the_way_back_is_as_long(one: str, other: str) -> None:
    assert edits(one, other, 8) == edits(other, one, 8)


@given(WORDS, WORDS, st.integers(0, 8))
def test_a_limit_changes_nothing_below_it(one: str, other: str, most: int) -> None:
    assert edits(one, other, most) == min(edits(one, other, 8), most + 1)

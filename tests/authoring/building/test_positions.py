"""Positions: they rise in the order shown, and as few pages as can be get another."""

from hypothesis import given
from hypothesis import strategies as st

from pmlapp.authoring.building.positions import positions_of

orders = st.lists(st.integers(0, 30), unique=True)


@given(st.lists(orders, min_size=1, max_size=6))
def test_whatever_comes_and_goes_positions_rise_in_the_order_shown(editions: list[list[int]]) -> None:
    before: dict[int, int] = {}
    for order in editions:
        before = positions_of(order, before)
        found = [before[key] for key in order]
        assert list(before) == order
        assert found == sorted(set(found))
        assert not found or found[0] > 0


@given(st.lists(st.integers(0, 99), unique=True, min_size=2), st.data())
def test_a_page_that_comes_goes_or_is_moved_moves_no_other(order: list[int], data: st.DataObject) -> None:
    first = positions_of(order, {})
    place = data.draw(st.integers(0, len(order)))
    more = positions_of([*order[:place], -1, *order[place:]], first)
    assert {key: more[key] for key in order} == first
    assert positions_of(order, more) == first
    moved = [*order[1:place], order[0], *order[max(place, 1) :]]
    after = positions_of(moved, first)
    assert sum(after[key] != first[key] for key in order) <= 1


def test_where_no_room_is_left_all_get_new_positions() -> None:
    positions = positions_of("az", {})
    order = "az"
    for letter in "bcdefghijklmn":
        order = f"a{letter}{order[1:]}"
        positions = positions_of(order, positions)
        assert [positions[key] for key in order] == sorted(set(positions.values()))


def test_a_file_whose_positions_have_no_gaps_gets_them_when_a_page_comes() -> None:
    assert positions_of("abc", {"a": 1, "b": 2, "c": 3}) == {"a": 1, "b": 2, "c": 3}
    assert positions_of("axb", {"a": 1, "b": 2}) == {"a": 1024, "x": 2048, "b": 3072}

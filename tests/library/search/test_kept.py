"""What was read lately is not read again."""

from collections.abc import Sequence

from pmlapp.library.search.kept import Kept


class Shelf:
    """Squares of even numbers, and what was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def look_up(self, numbers: Sequence[int]) -> dict[int, int]:
        self.asked.append([*numbers])
        return {number: number**2 for number in numbers if number % 2 == 0}


def test_only_what_is_new_is_looked_up_and_comes_in_the_order_asked_for() -> None:
    shelf = Shelf()
    kept = Kept(shelf.look_up, most=9)
    assert list(kept.of([4, 2]).items()) == [(4, 16), (2, 4)]
    assert list(kept.of([6, 2, 4]).items()) == [(6, 36), (2, 4), (4, 16)]
    assert shelf.asked == [[4, 2], [6]]


def test_what_has_no_value_is_left_out() -> None:
    assert Kept(Shelf().look_up, most=9).of([2, 3]) == {2: 4}


def test_that_there_is_no_value_is_kept_as_well() -> None:
    shelf = Shelf()
    kept = Kept(shelf.look_up, most=9)
    kept.of([2, 3])
    assert kept.of([3]) == {}
    assert shelf.asked == [[2, 3]]


def test_too_much_is_forgotten_and_looked_up_again() -> None:
    shelf = Shelf()
    kept = Kept(shelf.look_up, most=3)
    kept.of([2, 4])
    assert kept.of([4, 6, 8]) == {4: 16, 6: 36, 8: 64}
    assert shelf.asked == [[2, 4], [4, 6, 8]]

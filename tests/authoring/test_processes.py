"""Work that is shared out to processes comes back whole and in order."""

import os

import pytest

from pmlapp.authoring.processes import in_processes

ITEMS = tuple(range(101))


def test_results_are_in_the_order_of_the_items() -> None:
    assert in_processes(lambda item: item * 2, ITEMS, 3) == [item * 2 for item in ITEMS]


def test_work_is_really_shared() -> None:
    assert len(set(in_processes(lambda item: os.getpid(), ITEMS, 2))) == 2
    assert set(in_processes(lambda item: os.getpid(), ITEMS[:5], 2)) == {os.getpid()}


def test_the_share_of_a_process_that_ends_early_is_done_all_the_same() -> None:
    here = os.getpid()

    def work(item: int) -> int:
        if os.getpid() != here:
            os._exit(9)
        return item

    assert in_processes(work, ITEMS, 2) == list(ITEMS)


def test_a_failure_is_raised_where_the_work_was_asked_for() -> None:
    def work(item: int) -> int:
        if item == 33:
            raise ValueError("33 cannot be done")
        return item

    with pytest.raises(ValueError, match="33 cannot be done"):
        in_processes(work, ITEMS, 2)

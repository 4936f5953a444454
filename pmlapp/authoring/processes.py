"""Work on many files shared out to all cores."""

import multiprocessing
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Final, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_FEWEST: Final = 24
"""Items for which a process of their own is worth its start."""


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_processes(work: Callable[[Item], Result], items: Sequence[Item], processes: int) -> list[Result]:
    """What ``work`` makes of each item, in their order.

    The processes are copies of this one, so ``work`` may use whatever is read already; what it
    changes is lost with them.  Where there are no copies of processes (not on Linux), or too few
    items, all is done here; so is the share of a process that ended early.
    """
    processes = min(processes, len(items) // _FEWEST)
    if processes < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return [work(item) for item in items]
    context = multiprocessing.get_context("fork")
    results: dict[int, Result] = {}
    started = []
    for number in range(1, processes):
        ours, theirs = context.Pipe(duplex=False)
        helper = context.Process(target=_share, args=(work, items[number::processes], theirs), daemon=True)
        helper.start()
        theirs.close()
        started.append((number, helper, ours))
    results.update(zip(range(0, len(items), processes), map(work, items[::processes]), strict=True))
    for number, helper, ours in started:
        with suppress(EOFError, OSError):
            places = range(number, len(items), processes)
            results.update(zip(places, ours.recv(), strict=True))
        ours.close()
        helper.join()
    return [results[place] if place in results else work(item) for place, item in enumerate(items)]


def _share(work: Callable[[Item], Result], items: Sequence[Item], answer: Connection) -> None:
    # What fails here is done again by the process that asked, which says what is wrong.
    with suppress(Exception):
        answer.send([work(item) for item in items])
    answer.close()

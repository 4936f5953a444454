"""Nothing is cut off in any view, at several sizes, in both directions; `make check NAME=views` tries all of them."""

import pytest

from tests.person import OFFSCREEN_LIMITS, OpenWindow
from tests.view_matrix import VIEWS, faults, reach

pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)


@pytest.mark.parametrize(
    ("size", "zoom", "rightward"),
    [
        ((1280, 800), 100, True),
        ((1280, 800), 200, False),
        ((1280, 800), 400, True),
        ((800, 600), 200, False),
        ((800, 600), 100, True),
    ],
    ids=str,
)
def test_nothing_is_cut_off_or_scrolls_sideways(
    open_window: OpenWindow, size: tuple[int, int], zoom: int, rightward: bool
) -> None:
    wrong = {}
    for view in VIEWS:
        person = open_window("--zoom", str(zoom), size=size)
        reach(person, view, rightward=rightward)
        if found := list(faults(person)):
            wrong[view] = found
        person.window.close()
    assert wrong == {}

"""Walks the line guide 10,000 steps over all pages, at four text sizes, in both directions: it lights whole lines."""

import sys
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.conftest import _own_files, bundled_library
from tests.guide_walk import walk
from tests.person import CTRL, OFFSCREEN_LIMITS, SHIFT, Key, OpenWindow, open_window

__all__ = ["_own_files", "bundled_library", "open_window"]
_STEPS = 10_000
_SIZES = (100, 150, 200, 400)
pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)


@pytest.mark.parametrize("rightward", [True, False], ids=["left to right", "right to left"])
@pytest.mark.parametrize("zoom", _SIZES)
def test_wherever_it_goes_it_lights_whole_lines(open_window: OpenWindow, zoom: int, rightward: bool) -> None:
    person = open_window("--zoom", str(zoom), page="causes/what-causes-pml")
    if not rightward:
        person.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    person.presses(Key.Key_G, CTRL | SHIFT)
    pages = person.every_page()
    random = Random(zoom + rightward)
    steps = -(-_STEPS // (2 * len(_SIZES) * len(pages)))
    wrong = []
    for page in pages:
        person.goes_to(page)
        QApplication.processEvents()
        wrong += walk(person.parts.pane, person.parts.line_guide, random, steps)
    print(f"{len(pages)} pages, {steps} steps each, {len(wrong)} wrong", file=sys.stderr)
    assert wrong == []

"""A step of an action card fits one line of the smallest screen."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from pmlapp import paths
from pmlapp.authoring.sources.sources import read_sources
from pmlapp.authoring.sources.step_width import ROOM_PX, SIZE_PX, letters_too_many, step_width
from pmlapp.reading.look.fonts import font, load_fonts
from pmlapp.reading.look.scale import Style

LIBRARIES = (
    paths.resources_dir() / "content" / "en",
    Path(__file__).parents[2] / "libraries" / "diabetes" / "content" / "en",
)


def drawn(step: str) -> float:
    """Its width as Qt draws it, in the face and size of the card."""
    load_fonts(paths.font_dir())
    return QFontMetricsF(font(Style(SIZE_PX, 100, 700))).horizontalAdvance(step)


@pytest.mark.parametrize(
    "step",
    [
        "Turn them on their side.",
        "“I take …. It can cause PML.”",
        "Über 5 Minuten – Hilfe rufen!",
        "WAVE Ty. (99%) œuf",
    ],
)
def test_a_step_is_as_wide_as_it_is_drawn(qapp: QApplication, step: str) -> None:
    # The sum of the letters, without kerning, is a little wider: never narrower by more than rounding.
    assert -1 <= step_width(step) - drawn(step) <= 0.03 * drawn(step)


@pytest.mark.parametrize("folder", LIBRARIES, ids=lambda folder: folder.parents[1].name)
def test_each_step_of_our_libraries_is_one_line(qapp: QApplication, folder: Path) -> None:
    steps = [step for card in read_sources(folder).action_cards for step in card.steps]
    assert steps
    assert [step for step in steps if drawn(step) > ROOM_PX] == []


def test_what_does_not_fit_is_counted() -> None:
    assert letters_too_many("Put nothing in their mouth.") == 0
    long = "Put nothing in their mouth, and do not hold them down."
    assert 0 < letters_too_many(long) < len(long)
    assert step_width(long[: -letters_too_many(long)]) <= ROOM_PX < step_width(long)


def test_letters_of_another_script_are_taken_for_wide_ones() -> None:
    assert step_width("症状") == 2 * SIZE_PX

"""Every view in every theme, at four text sizes, in both directions: nothing is cut off; pictures in build/views."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from tests.conftest import _own_files, bundled_library
from tests.person import OFFSCREEN_LIMITS, OpenWindow, open_window
from tests.view_matrix import VIEWS, faults, reach

__all__ = ["_own_files", "bundled_library", "open_window"]
_THEMES = ("light", "dark", "high_contrast", "warm_paper")
_SIZES = (((1280, 800), 100), ((1280, 800), 200), ((1280, 800), 400), ((800, 600), 100), ((800, 600), 200))
_THUMB = QSize(400, 250)
_BUILD = Path(__file__).parent.parent / "build" / "views"
pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)


@pytest.mark.parametrize("rightward", [True, False], ids=["ltr", "rtl"])
@pytest.mark.parametrize("theme", _THEMES)
def test_no_view_is_cut_off(open_window: OpenWindow, theme: str, rightward: bool) -> None:
    _BUILD.mkdir(parents=True, exist_ok=True)
    line = 22
    sheet = QImage(_THUMB.width() * len(_SIZES), (_THUMB.height() + line) * len(VIEWS), QImage.Format.Format_RGB32)
    sheet.fill(QColor("#888888"))
    wrong = {}
    painter = QPainter(sheet)
    painter.setFont(QFont("Atkinson Hyperlegible Next", 11))
    try:
        for row, view in enumerate(VIEWS):
            for column, (size, zoom) in enumerate(_SIZES):
                person = open_window("--theme", theme, "--zoom", str(zoom), size=size)
                reach(person, view, rightward=rightward)
                if found := list(faults(person)):
                    wrong[f"{view} {size} {zoom} %"] = found
                place = QRect(column * _THUMB.width(), row * (_THUMB.height() + line), _THUMB.width(), line)
                painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), f"{view}, {size[0]} x {size[1]}, {zoom} %")
                picture = (
                    person.window.grab()
                    .toImage()
                    .scaled(_THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
                )
                painter.drawImage(place.bottomLeft(), picture)
                person.window.close()
    finally:
        painter.end()
        sheet.save(str(_BUILD / f"{theme}-{'ltr' if rightward else 'rtl'}.png"))
    assert wrong == {}

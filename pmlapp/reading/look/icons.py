"""Our icons, tinted and sharp at any size."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from pmlapp.reading.look.painting import painting, report


class IconSet:
    """The SVG files of one folder as pixmaps of one colour; each is drawn once a size and colour.

    What the folder does not have is asked of ``own``: the SVG of an icon that the library brought.
    """

    def __init__(self, folder: Path, own: Callable[[str], bytes | None] = lambda name: None) -> None:
        self._folder = folder
        self._own = own
        self._drawn: dict[tuple[str, int, str, float], QPixmap] = {}

    def pixmap(self, name: str, size: int, colour: QColor, device_pixel_ratio: float = 1.0) -> QPixmap:
        """The icon ``name`` (a file stem), ``size`` logical px square, in ``colour``.

        One that is not there, or no picture, is a ring in its place, and reported as a mistake of ours.
        """
        key = (name, size, colour.name(), device_pixel_ratio)
        drawn = self._drawn.get(key)
        if drawn is None:
            drawn = self._drawn[key] = self._draw(name, size, colour, device_pixel_ratio)
        return drawn

    def _draw(self, name: str, size: int, colour: QColor, ratio: float) -> QPixmap:
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        whole = QRectF(pixmap.rect())
        with painting(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            try:
                self._renderer(name, colour).render(painter, whole)
            except (OSError, ValueError) as error:
                report(error)
                edge = whole.width() / 8
                painter.setPen(QPen(colour, edge / 2))
                painter.drawEllipse(whole.adjusted(edge, edge, -edge, -edge))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _renderer(self, name: str, colour: QColor) -> QSvgRenderer:
        data = self._data(name)
        # Qt draws currentColor black, so the colour goes in as text: one pass, no mask.
        renderer = QSvgRenderer(data.replace(b"currentColor", colour.name().encode()))
        if not renderer.isValid():
            raise ValueError("an icon that is not a picture")
        return renderer

    def _data(self, name: str) -> bytes:
        try:
            return (self._folder / f"{name}.svg").read_bytes()
        except FileNotFoundError:
            if data := self._own(name):
                return data
            raise

"""Our icons, tinted and sharp at any size."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class IconSet:
    """The SVG files of one folder as pixmaps of one colour; each is drawn once a size and colour."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[str, int, str, float], QPixmap] = {}

    def pixmap(self, name: str, size: int, colour: QColor, device_pixel_ratio: float = 1.0) -> QPixmap:
        """The icon ``name`` (a file stem), ``size`` logical px square, in ``colour``.

        Raises:
            FileNotFoundError: no such icon; a mistake of ours.
        """
        key = (name, size, colour.name(), device_pixel_ratio)
        drawn = self._drawn.get(key)
        if drawn is None:
            drawn = self._drawn[key] = self._draw(name, size, colour, device_pixel_ratio)
        return drawn

    def _draw(self, name: str, size: int, colour: QColor, ratio: float) -> QPixmap:
        data = (self._folder / f"{name}.svg").read_bytes()
        # Qt draws currentColor black, so the colour goes in as text: one pass, no mask.
        renderer = QSvgRenderer(data.replace(b"currentColor", colour.name().encode()))
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

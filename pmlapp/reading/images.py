"""The pictures of a page: only from the library's own media, drawn in the colours of the theme."""

import re
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from pmlapp.content.model import Media
from pmlapp.reading.theme import Theme

_ROLE = re.compile(r"var\(\s*--([a-z0-9_-]+)\s*(?:,\s*(#[0-9A-Fa-f]{3,8})\s*)?\)")
_LARGEST_SIDE_PX = 4_000
_UNREADABLE = (320.0, 80.0)


class PageImages:
    """Pictures by the name that an article gives them.

    ``load_media`` returns the picture of a name, or None if the library has none.
    """

    def __init__(self, load_media: Callable[[str], Media | None]) -> None:
        self._load_media = load_media

    def size(self, name: str) -> tuple[float, float]:
        """Natural width and height of a picture, in px at 100 %; of a small empty field if there is none."""
        media = self._load_media(name)
        if media is None:
            return _UNREADABLE
        if media.media_type == "image/svg+xml":
            found = QSvgRenderer(media.data).defaultSize()
        else:
            found = _reader(media.data)[0].size()
        if not found.isValid() or max(found.width(), found.height()) > _LARGEST_SIDE_PX or found.isEmpty():
            return _UNREADABLE
        return float(found.width()), float(found.height())

    def image(self, name: str, width_px: int, theme: Theme) -> QImage:
        """The picture ``width_px`` device pixels wide; `blank_image` if there is none or it cannot be read."""
        media = self._load_media(name)
        if media is None:
            return blank_image()
        width, height = self.size(name)
        target = QSize(width_px, max(1, round(height * width_px / width)))
        if media.media_type != "image/svg+xml":
            reader, _buffer = _reader(media.data)
            image = reader.read()
            return image if not image.isNull() else blank_image()
        renderer = QSvgRenderer(coloured(media.data.decode("utf-8", "replace"), theme).encode())
        if not renderer.isValid():
            return blank_image()
        image = QImage(target, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, target.width(), target.height()))
        painter.end()
        return image


def coloured(svg: str, theme: Theme) -> str:
    """An SVG with each ``var(--role, #fallback)`` replaced by the theme's colour of that role.

    A role that the theme lacks takes the fallback, and without one the colour of text.
    """

    def colour(match: re.Match[str]) -> str:
        try:
            return theme.colour(match.group(1).replace("-", "_")).name()
        except (AttributeError, ValueError):
            return match.group(2) or theme.text.name()

    return _ROLE.sub(colour, svg)


def blank_image() -> QImage:
    """One transparent pixel: what every request outside the library is answered with.

    It has to be a valid image: given nothing, Qt would open the path itself.
    """
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _reader(data: bytes) -> tuple[QImageReader, QBuffer]:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    # The reader does not own its device: whoever holds the one holds the other.
    return QImageReader(buffer), buffer

"""The pictures of a page: only from the library's own media, drawn in the colours of the theme."""

import re
from collections.abc import Callable

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from pmlapp.content.model import Media
from pmlapp.reading.look.painting import painting
from pmlapp.reading.look.theme import Theme

_ROLE = r"var\(\s*--([a-z0-9_-]+)\s*(?:,\s*(#[0-9A-Fa-f]{3,8})\s*)?\)"
_REACHES_OUT = r"(?i)<!DOCTYPE|<!ENTITY|<\?xml-|<(?:[\w.-]+:)?(?:image|feImage)\b"
"""What makes Qt open other files for a drawing, or grow without end."""

_SVG = "image/svg+xml"
_FORMATS = {"image/png": b"png", "image/jpeg": b"jpeg"}
"""Qt's name for each kind of photograph; left to guess, it would take anything it has a plugin for."""

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
        return self.size_of(name) or _UNREADABLE

    def size_of(self, name: str) -> tuple[float, float] | None:
        """The same; None if there is no such picture, or none that can be read."""
        media = self._load_media(name)
        natural = _natural_size(media) if media is not None else None
        return None if natural is None else (float(natural.width()), float(natural.height()))

    def draw(self, painter: QPainter, name: str, place: QRectF, theme: Theme) -> None:
        """Draw a picture into ``place``, a drawing as lines and not as pixels; nothing if there is no such picture."""
        media = self._load_media(name)
        natural = _natural_size(media) if media is not None else None
        if media is None or natural is None:
            return
        if media.media_type == _SVG:
            QSvgRenderer(coloured(_text(media), theme).encode()).render(painter, place)
        else:
            painter.drawImage(place, _open(media, natural))

    def image(self, name: str, width_px: int, theme: Theme) -> "QtGui.QImage":
        """The picture ``width_px`` device pixels wide, a photograph at most as wide as it is.

        `blank_image` if there is none, or it cannot be read or is too large.
        """
        media = self._load_media(name)
        natural = _natural_size(media) if media is not None else None
        if media is None or natural is None:
            return blank_image()
        # Bounded in height too: a drawing as thin as a thread would fill the memory.
        target = natural.scaled(width_px, _LARGEST_SIDE_PX, Qt.AspectRatioMode.KeepAspectRatio)
        target = target.expandedTo(QSize(1, 1))
        image = _draw(media, target, theme) if media.media_type == _SVG else _open(media, target)
        return blank_image() if image.isNull() else image


class Picture:
    """A picture of the library as a part of the window: drawn again only for another size or other colours."""

    def __init__(self, images: PageImages, name: str, size: tuple[float, float]) -> None:
        self._images = images
        self._name = name
        self._size = size
        self._drawn: tuple[int, str, QtGui.QImage] | None = None

    @classmethod
    def of(cls, images: PageImages, name: str) -> "Picture | None":
        """The picture of this name; None if the library has none, or none that can be read."""
        size = images.size_of(name)
        return cls(images, name, size) if size is not None else None

    def draw(self, painter: QPainter, room: QRectF, theme: Theme) -> None:
        """Draw it as large as ``room`` allows, in its own shape, in the middle of the far end."""
        width, height = self._size
        scale = min(room.width() / width, room.height() / height)
        # A device of its own measure, such as a printer, has a ratio of 1.
        pixels = max(1, round(width * scale * painter.device().devicePixelRatioF()))
        if self._drawn is None or self._drawn[:2] != (pixels, theme.name):
            self._drawn = (pixels, theme.name, self._images.image(self._name, pixels, theme))
        top = room.top() + (room.height() - height * scale) / 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(room.right() - width * scale, top, width * scale, height * scale), self._drawn[2])


def _natural_size(media: Media) -> QSize | None:
    """The size of a picture, None if it is not one that we draw; nothing is opened for that."""
    if media.media_type == _SVG:
        text = _text(media)
        found = QSvgRenderer(text.encode()).defaultSize() if text else QSize()
    elif media.media_type in _FORMATS:
        # The reader does not own its device: both have to be kept.
        buffer = _buffer(media.data)
        found = QtGui.QImageReader(buffer, _FORMATS[media.media_type]).size()
    else:
        return None
    if found.isEmpty() or max(found.width(), found.height()) > _LARGEST_SIDE_PX:
        return None
    return found


def _text(media: Media) -> str:
    """The text of a drawing that stands for itself; "" of any other."""
    try:
        text = media.data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "" if re.search(_REACHES_OUT, text) else text


def _draw(media: Media, size: QSize, theme: Theme) -> "QtGui.QImage":
    renderer = QSvgRenderer(coloured(_text(media), theme).encode())
    if not renderer.isValid():
        return QtGui.QImage()
    image = QtGui.QImage(size, QtGui.QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with painting(image) as painter:
        renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    return image


def _open(media: Media, size: QSize) -> "QtGui.QImage":
    buffer = _buffer(media.data)
    reader = QtGui.QImageReader(buffer, _FORMATS[media.media_type])
    if size.width() < reader.size().width():
        reader.setScaledSize(size)
    return reader.read()


def coloured(svg: str, theme: Theme) -> str:
    """An SVG with each ``var(--role, #fallback)`` replaced by the theme's colour of that role.

    A role that the theme lacks takes the fallback, and without one the colour of text.
    """

    def colour(match: re.Match[str]) -> str:
        try:
            return theme.colour(match.group(1).replace("-", "_")).name()
        except (AttributeError, ValueError):
            return match.group(2) or theme.text.name()

    return re.sub(_ROLE, colour, svg)


def blank_image() -> "QtGui.QImage":
    """One transparent pixel: what every request outside the library is answered with.

    It has to be a valid image: given nothing, Qt would open the path itself.
    """
    image = QtGui.QImage(1, 1, QtGui.QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _buffer(data: bytes) -> "QtCore.QBuffer":
    buffer = QtCore.QBuffer()
    buffer.setData(QtCore.QByteArray(data))
    buffer.open(QtCore.QIODevice.OpenModeFlag.ReadOnly)
    return buffer

"""Pictures: only those of the library, in the colours of the theme; no other request is ever answered."""

import base64
import os
import zlib
from collections.abc import Callable
from pathlib import Path
from struct import pack

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QColor, QImage, QImageWriter, QTextDocument, QTextImageFormat
from PySide6.QtWidgets import QTextBrowser

from pmlapp.content.model import Media
from pmlapp.content.page import Figure, walk
from pmlapp.library.pages.pages import Pages
from pmlapp.reading.look.images import PageImages, blank_image, coloured
from tests.reading.conftest import CAUSES, LookOf, OpenPage, PutOnDesk
from tests.reading.pages_of import PageReader, count_colour, figure, fold, let_go_of_the_dead, page_of, paragraph

RED = QColor(255, 0, 0)
_IMAGE = QTextDocument.ResourceType.ImageResource.value
_NAMES = ("path", "file url", "relative path", "data url", "http url", "media of another name")
_NATURAL = (40.0, 30.0)
_NONE = (320.0, 80.0)
"""The empty field in place of a missing picture."""


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The ways to ask for a red picture that is not part of the library."""
    path = tmp_path / "red.png"
    path.write_bytes(png_of(QImage(40, 30, QImage.Format.Format_RGB32), RED))
    monkeypatch.chdir(tmp_path)
    return {
        "path": str(path),
        "file url": QUrl.fromLocalFile(str(path)).toString(),
        "relative path": "red.png",
        "data url": "data:image/png;base64," + base64.b64encode(path.read_bytes()).decode(),
        "http url": "http://127.0.0.1:9/red.png",
        "media of another name": f"media:{path}",
    }


def png_of(image: QImage, colour: QColor) -> bytes:
    image.fill(colour)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def svg(body: str, size: str = 'width="40" height="30"') -> Media:
    text = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{body}</svg>'
    return Media("drawn.svg", "image/svg+xml", text.encode())


def full(colour: str) -> Media:
    """A picture that is one colour all over."""
    return svg(f'<rect width="40" height="30" fill="{colour}"/>')


def png(data: bytes) -> Media:
    return Media("photo.png", "image/png", data)


def one(media: Media | None) -> Callable[[str], Media | None]:
    """A library with one picture, whatever it is asked for."""
    return lambda _name: media


def insert_picture(browser: QTextBrowser, name: str) -> None:
    made = QTextImageFormat()
    made.setName(name)
    made.setWidth(40)
    made.setHeight(30)
    cursor = browser.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    cursor.insertImage(made)
    cursor.insertHtml(f'<img src="{name}" width="40" height="30">')


# Nothing from outside


@pytest.mark.parametrize("form", _NAMES)
def test_a_request_for_anything_outside_the_library_gets_one_transparent_pixel(
    open_page: OpenPage, outside: dict[str, str], form: str
) -> None:
    reader = open_page(CAUSES)
    for name in (QUrl(outside[form]), outside[form]):
        answer = reader.pane.loadResource(_IMAGE, name)
        assert isinstance(answer, QImage)
        assert (answer.width(), answer.height(), answer.pixelColor(0, 0).alpha()) == (1, 1, 0)


@pytest.mark.parametrize("kind", list(QTextDocument.ResourceType))
def test_a_request_of_any_kind_is_answered_with_an_image(
    open_page: OpenPage, outside: dict[str, str], kind: QTextDocument.ResourceType
) -> None:
    reader = open_page(CAUSES)
    assert isinstance(reader.pane.loadResource(kind.value, QUrl(outside["file url"])), QImage)


@pytest.mark.parametrize("form", _NAMES)
def test_a_picture_from_outside_is_not_drawn(open_page: OpenPage, outside: dict[str, str], form: str) -> None:
    reader = open_page(page_of(paragraph("A page."), figure(outside[form])))
    insert_picture(reader.pane, outside[form])
    assert count_colour(reader.picture, RED) == 0


@pytest.mark.parametrize("form", ["path", "file url", "relative path"])
def test_an_ordinary_text_browser_would_have_drawn_it(
    put_on_desk: PutOnDesk, look_of: LookOf, outside: dict[str, str], form: str
) -> None:
    browser = QTextBrowser()
    put_on_desk(browser, look_of())
    insert_picture(browser, outside[form])
    assert count_colour(browser.viewport().grab().toImage(), RED) > 1000


def test_the_library_is_asked_for_the_name_and_never_opens_it_as_a_path(
    open_page: OpenPage, outside: dict[str, str]
) -> None:
    asked: list[str] = []

    def load(name: str) -> Media | None:
        asked.append(name)
        return None

    reader = open_page(page_of(figure(outside["path"])), media=load)
    assert count_colour(reader.picture, RED) == 0
    assert set(asked) == {outside["path"]}
    assert os.path.exists(outside["path"])  # noqa: PTH110 the very string


# Those of the library


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast", "warm_paper"])
def test_a_picture_is_drawn_in_the_colours_of_the_theme(open_page: OpenPage, theme: str) -> None:
    reader = open_page(page_of(figure("drawn.svg")), theme=theme, media=one(full("var(--urgent, #ff0000)")))
    assert count_colour(reader.picture, reader.pane.look.theme.urgent) > 1000
    assert count_colour(reader.picture, RED) == 0


def test_a_picture_changes_its_colours_with_the_theme(open_page: OpenPage, look_of: LookOf) -> None:
    reader = open_page(page_of(figure("drawn.svg")), media=one(full("var(--urgent)")))
    light, dark = look_of("light"), look_of("dark")
    reader.pane.set_look(dark)
    assert count_colour(reader.picture, dark.theme.urgent) > 1000
    assert count_colour(reader.picture, light.theme.urgent) == 0


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("var(--primary)", "primary"),
        ("var(--line-strong)", "line_strong"),
        ("var( --primary , #ff0000 )", "primary"),
        ("var(--no-such-role, #ff0000)", "#ff0000"),
        ("var(--no-such-role)", "text"),
        ("var(--name)", "text"),
        ("var(--load)", "text"),
        ("var(----init--)", "text"),
        ("#00ff00", "#00ff00"),
    ],
)
def test_each_role_that_a_picture_names_becomes_its_colour(look_of: LookOf, written: str, drawn: str) -> None:
    theme = look_of("dark").theme
    wanted = drawn if drawn.startswith("#") else theme.colour(drawn).name()
    assert coloured(f'<a fill="{written}"/>', theme) == f'<a fill="{wanted}"/>'


def test_every_picture_of_the_library_is_drawn_and_differs_from_theme_to_theme(pages: Pages, look_of: LookOf) -> None:
    images = PageImages(pages.catalog.media)
    names = [block.media for block in walk(pages.page(CAUSES)[0].blocks) if isinstance(block, Figure)]
    assert names
    for name in names:
        width, height = images.size(name)
        light = images.image(name, 600, look_of("light").theme)
        dark = images.image(name, 600, look_of("dark").theme)
        assert light.width() == 600
        assert light.height() == pytest.approx(600 * height / width, abs=1)
        assert light != dark
        inks = {light.pixel(x, y) for x in range(0, 600, 2) for y in range(0, light.height(), 2)}
        assert len(inks) > 10, name


def test_a_picture_is_as_sharp_as_the_screen(look_of: LookOf) -> None:
    images = PageImages(one(full("#00ff00")))
    assert images.size("drawn.svg") == _NATURAL
    assert images.image("drawn.svg", 1328, look_of().theme).width() == 1328


def shown_images(reader: PageReader) -> list[QTextImageFormat]:
    """The pictures of the page as they are in it."""
    formats = (block.begin().fragment().charFormat() for block in reader.blocks())
    return [made.toImageFormat() for made in formats if made.isImageFormat()]


@pytest.mark.parametrize("percent", [100, 130, 300])
def test_a_picture_is_drawn_in_the_very_size_that_it_is_shown_in(open_page: OpenPage, percent: int) -> None:
    inside = fold("more", figure("drawn.svg"), name="f1")
    drawing = svg('<rect width="640" height="301" fill="#00ff00"/>', 'width="640" height="301"')
    reader = open_page(page_of(figure("drawn.svg"), inside), percent=percent, media=one(drawing))
    reader.presses(Qt.Key.Key_Tab)
    reader.presses(Qt.Key.Key_Return)
    shown = shown_images(reader)
    assert len(shown) == 2
    assert shown[1].width() < shown[0].width() or percent == 100
    for made in shown:
        drawn = reader.pane.loadResource(_IMAGE, QUrl(made.name()))
        assert (drawn.width(), drawn.height()) == (made.width(), pytest.approx(made.height(), abs=1))


def test_a_picture_in_a_part_about_outlook_is_not_even_looked_at_before_the_part_is_opened(open_page: OpenPage) -> None:
    asked: list[str] = []

    def load(name: str) -> Media | None:
        asked.append(name)
        return full("#00ff00")

    reader = open_page(page_of(fold("figures", figure("alive.svg"), each_visit=True)), media=load)
    assert asked == []
    reader.presses(Qt.Key.Key_Tab)
    reader.presses(Qt.Key.Key_Return)
    assert set(asked) == {"alive.svg"}
    assert count_colour(reader.picture, QColor(0, 255, 0)) > 1000


def test_a_photograph_is_drawn_as_it_is(open_page: OpenPage) -> None:
    green = QColor(0, 160, 0)
    data = png_of(QImage(300, 200, QImage.Format.Format_RGB32), green)
    reader = open_page(page_of(figure("photo.png")), media=one(png(data)))
    assert count_colour(reader.picture, green) > 300 * 200 * 0.95


def test_a_large_photograph_is_kept_no_larger_than_it_is_shown(look_of: LookOf) -> None:
    data = png_of(QImage(3000, 2000, QImage.Format.Format_RGB32), RED)
    image = PageImages(one(png(data))).image("photo.png", 600, look_of().theme)
    assert (image.width(), image.height()) == (600, 400)
    assert image.pixelColor(300, 200) == RED


# Those that cannot be drawn


def huge_png(side: int) -> bytes:
    """A real picture of ``side`` x ``side`` white dots, a bit each: small here, large once it is opened."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    line = b"\0" + b"\xff" * ((side + 7) // 8)
    squeeze = zlib.compressobj(1)
    data = b"".join(squeeze.compress(line * 500) for _ in range(side // 500)) + squeeze.flush()
    head = pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


_BROKEN = {
    "no picture": None,
    "an empty one": png(b""),
    "no picture at all": png(b"this is text"),
    "a picture cut off in its head": png(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"),
    "a kind that nobody knows": Media("photo.png", "application/x-unknown", b"\0\1\2"),
    "a drawing that is no drawing": Media("drawn.svg", "image/svg+xml", b"<html>"),
    "a drawing of another encoding": Media("drawn.svg", "image/svg+xml", b"\xff\xfe\x00"),
    "a drawing cut off": Media("drawn.svg", "image/svg+xml", b'<svg xmlns="http://www.w3.org/2000/svg" width="40"'),
    "a drawing without a size": svg("", 'width="0" height="0"'),
    "a drawing larger than any": svg("", 'width="90000" height="90000"'),
}


@pytest.mark.qt_log_ignore("", extend=True)
@pytest.mark.parametrize("kind", _BROKEN)
def test_a_picture_that_cannot_be_drawn_is_an_empty_field(open_page: OpenPage, look_of: LookOf, kind: str) -> None:
    images = PageImages(one(_BROKEN[kind]))
    assert images.size("it") == _NONE
    image = images.image("it", 600, look_of().theme)
    assert (image.width(), image.height()) == (1, 1)
    assert image.pixelColor(0, 0).alpha() == 0
    reader = open_page(page_of(paragraph("Before."), figure("it"), paragraph("After.")), media=one(_BROKEN[kind]))
    assert words_of(reader) == ["Before.", "What it shows.", "After."]
    assert reader.picture.width() > 0


def words_of(reader: PageReader) -> list[str]:
    return [line for line in reader.text.replace("\ufffc", "").splitlines() if line]


@pytest.mark.parametrize("side", [4_500, 30_000])
def test_a_picture_that_would_fill_the_memory_is_never_opened(look_of: LookOf, side: int) -> None:
    images = PageImages(one(png(huge_png(side))))
    assert images.size("it") == _NONE
    assert images.image("it", 600, look_of().theme) == blank_image()


def test_a_drawing_as_thin_as_a_thread_does_not_fill_the_memory(look_of: LookOf) -> None:
    images = PageImages(one(svg('<rect width="1" height="3900" fill="#00ff00"/>', 'width="1" height="3900"')))
    image = images.image("it", 664, look_of().theme)
    assert image.sizeInBytes() < 100_000_000
    assert image.height() <= 4_000


@pytest.mark.qt_log_ignore("", extend=True)
@pytest.mark.parametrize("form", ["path", "file url", "relative path", "data url"])
@pytest.mark.parametrize("element", ["image", "x:image"])
def test_a_drawing_cannot_bring_in_a_picture_from_outside(
    look_of: LookOf, outside: dict[str, str], form: str, element: str
) -> None:
    spaces = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:x="http://www.w3.org/2000/svg" width="40" height="30"'
    href = outside[form]
    drawing = svg(f'<{element} href="{href}" xlink:href="{href}" width="40" height="30"/>', spaces)
    image = PageImages(one(drawing)).image("it", 40, look_of().theme)
    assert count_colour(image, RED) == 0


@pytest.mark.qt_log_ignore("", extend=True)
@pytest.mark.parametrize("data", [b'<?xml-stylesheet type="text/css" href="red.css"?>', b"<!DOCTYPE svg>"])
def test_a_drawing_cannot_bring_in_a_style_sheet_or_entities(look_of: LookOf, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "red.css").write_text("rect { fill: #ff0000 }")
    drawing = full("#00ff00")
    images = PageImages(one(drawing._replace(data=data + drawing.data)))
    assert images.size("it") == _NONE
    assert images.image("it", 40, look_of().theme) == blank_image()


@pytest.mark.qt_log_ignore("", extend=True)
def test_what_is_called_a_photograph_is_not_taken_for_a_drawing(look_of: LookOf) -> None:
    images = PageImages(one(png(full("#00ff00").data)))
    assert images.size("it") == _NONE
    assert images.image("it", 40, look_of().theme) == blank_image()


# Nothing is kept


def test_a_document_that_was_replaced_is_deleted(open_page: OpenPage, pages: Pages) -> None:
    reader = open_page(CAUSES)
    two = [pages.page(CAUSES)[0], pages.page("words")[0]]
    gone = Count()
    for number in range(200):
        reader.document.destroyed.connect(gone.up)
        reader.reads(two[number % 2])
    let_go_of_the_dead()
    assert gone.count == 200
    assert len(reader.pane.findChildren(QTextDocument)) == 1


class Count(QObject):
    """How often a signal came."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    @Slot()
    def up(self) -> None:
        self.count += 1


def test_an_image_that_is_blank_is_a_valid_one() -> None:
    assert not blank_image().isNull()
    assert QByteArray(bytes(blank_image().constBits())).toHex() == b"00000000"

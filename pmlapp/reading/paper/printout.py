"""Sheets of paper, laid out and ready to be drawn: on a printer, into a file, or on the screen."""

from typing import NamedTuple

from PySide6.QtGui import QPagedPaintDevice, QPainter

from pmlapp.content.page import Align, Block, BlockId, Table, Text, Title
from pmlapp.library.pages.leaflet import Leaflet, LeafletPart
from pmlapp.library.pages.page_words import PageWords
from pmlapp.reading.look.icons import IconSet
from pmlapp.reading.look.images import PageImages, Picture
from pmlapp.reading.look.look import Look
from pmlapp.reading.look.painting import painting
from pmlapp.reading.look.theme import Theme
from pmlapp.reading.paper.column import PaperColumn
from pmlapp.reading.paper.furniture import FootWords, Furniture
from pmlapp.reading.paper.pagination import SheetCut, paginate
from pmlapp.reading.paper.print_look import UNITS_PER_INCH, PaperScale, PaperSize, Sheet, print_theme
from pmlapp.reading.paper.setting import PaperTypesetter

_PICTURE_SHARE = 0.55
"""Of the room of a sheet, for a picture: with its caption and a heading it still fits."""


class _Laid(NamedTuple):
    """One part, laid out."""

    part: LeafletPart
    column: PaperColumn
    cuts: tuple[SheetCut, ...]
    furniture: Furniture


class Printout:
    """The sheets of one leaflet."""

    def __init__(self, parts: tuple[_Laid, ...], sheet: Sheet, words: PageWords) -> None:
        self._parts = parts
        self._sheet = sheet
        self._words = words
        self._places = [(laid, number) for laid in parts for number in range(len(laid.cuts))]

    @property
    def count(self) -> int:
        """How many sheets there are."""
        return len(self._places)

    @property
    def characters(self) -> frozenset[str]:
        """Every character in the columns, once."""
        return frozenset().union(*(laid.column.characters for laid in self._parts))

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a sheet, in units."""
        return self._sheet.width, self._sheet.height

    def lines(self, number: int) -> tuple[str, ...]:
        """The words of the column on sheet ``number``, from 0, line by line."""
        laid, part_sheet = self._places[number]
        return tuple(line for part in laid.cuts[part_sheet].slices for line in laid.column.lines(part))

    def parts(self) -> tuple[tuple[PaperColumn, tuple[SheetCut, ...], float], ...]:
        """Each part: its column, how that is cut, and the room of a sheet."""
        return tuple((laid.column, laid.cuts, laid.furniture.room) for laid in self._parts)

    def draw(self, painter: QPainter, number: int) -> None:
        """Draw sheet ``number``, from 0, at the painter's origin, in units."""
        laid, part_sheet = self._places[number]
        beside = laid.part.topic if part_sheet == 0 and laid.part.topic else laid.part.title
        page = self._words.page_of.format(page=number + 1, count=self.count)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        laid.furniture.draw(painter, beside=beside, page=page)
        painter.save()
        painter.translate(self._sheet.side, laid.furniture.top)
        for part in laid.cuts[part_sheet].slices:
            laid.column.draw(painter, part)
        painter.restore()

    def draw_all(self, device: QPagedPaintDevice, dots_per_inch: float) -> bool:
        """Draw every sheet on a printer or into a file; whether that went well."""
        with painting(device) as painter:
            if not painter.isActive():
                return False
            scale = dots_per_inch / UNITS_PER_INCH
            for number in range(self.count):
                if number and not device.newPage():
                    return False
                painter.resetTransform()
                painter.scale(scale, scale)
                self.draw(painter, number)
        return True


class PaperMaker:
    """Lays out leaflets."""

    def __init__(
        self, words: PageWords, *, icons: IconSet, images: PageImages, pictures: Theme, logo: Picture | None
    ) -> None:
        self._words = words
        self._icons = icons
        self._images = images
        self._pictures = pictures
        self._logo = logo
        self._ink = print_theme()

    def printout(self, leaflet: Leaflet, size: PaperSize, *, large: bool, remark: str = "") -> Printout:
        """Lay out a leaflet on sheets of one size; ``remark`` is added to every foot."""
        sheet, scale = Sheet.of(size), PaperScale(large=large)
        parts = tuple(self._lay(leaflet, part, sheet, scale, remark) for part in leaflet.parts)
        if leaflet.contents is not None:
            parts = (self._contents(leaflet, parts, sheet, scale, remark), *parts)
        return Printout(parts, sheet, self._words)

    def _lay(self, leaflet: Leaflet, part: LeafletPart, sheet: Sheet, scale: PaperScale, remark: str) -> _Laid:
        above, under = part.code_hint
        foot = FootWords(
            status=part.status,
            care=leaflet.care,
            printed=f"{leaflet.printed} {remark}".rstrip(),
            ask=above,
            code=part.code,
            type_it=under,
        )
        furniture = Furniture(sheet, scale, self._ink, library=leaflet.library, logo=self._logo, foot=foot)
        setter = PaperTypesetter(
            self._ink,
            scale,
            self._words,
            self._images.size,
            column=sheet.column,
            room=furniture.room * _PICTURE_SHARE,
        )
        look = Look(self._ink, scale, self._icons)
        column = PaperColumn(
            setter.set(part.blocks), look=look, images=self._images, pictures=self._pictures, width=sheet.column
        )
        return _Laid(part, column, paginate(column.bands, column.heads, height=furniture.room), furniture)

    def _contents(
        self, leaflet: Leaflet, parts: tuple[_Laid, ...], sheet: Sheet, scale: PaperScale, remark: str
    ) -> _Laid:
        """The contents of a leaflet, whose own length decides on which sheet the first part begins."""
        own = 1
        while True:
            numbers, page = [], own + 1
            for laid in parts:
                numbers.append(page)
                page += len(laid.cuts)
            made = self._lay(leaflet, _contents_part(leaflet, numbers), sheet, scale, remark)
            if len(made.cuts) <= own:
                return made
            own = len(made.cuts)


def _contents_part(leaflet: Leaflet, numbers: list[int]) -> LeafletPart:
    assert leaflet.contents is not None
    title, question, page = leaflet.contents
    rows = tuple(
        ((Text(part.title),), (Text(str(number)),)) for part, number in zip(leaflet.parts, numbers, strict=True)
    )
    blocks: tuple[Block, ...] = (
        Title(BlockId("leaflet-title"), leaflet.title),
        Table(BlockId("contents"), (), ((Text(question),), (Text(page),)), rows, (Align.START, Align.END), ()),
    )
    statuses = dict.fromkeys(part.status for part in leaflet.parts if part.status)
    status = next(iter(statuses)) if len(statuses) == 1 else ""
    return LeafletPart(leaflet.title, title, status, blocks, "", ("", ""))

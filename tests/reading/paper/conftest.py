"""The bundled library, and its pages laid out for paper."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pmlapp.library.pages.leaflet import LeafletWriter
from pmlapp.library.pages.pages import Pages
from pmlapp.reading.look.icons import IconSet
from pmlapp.reading.look.images import PageImages, Picture
from pmlapp.reading.look.theme import Theme
from pmlapp.reading.paper.print_look import PaperSize
from pmlapp.reading.paper.printout import PaperMaker, Printout

PrintPages = Callable[..., Printout]


@pytest.fixture
def writer(pages: Pages) -> LeafletWriter:
    return LeafletWriter(pages)


@pytest.fixture
def maker(pages: Pages, icons: IconSet, resources: Path) -> PaperMaker:
    images = PageImages(pages.picture)
    light = Theme.load(resources / "themes" / "light.json")
    logo = Picture.of(images, "brand/logo.svg")
    return PaperMaker(pages.words, icons=icons, images=images, pictures=light, logo=logo)


@pytest.fixture
def print_pages(writer: LeafletWriter, maker: PaperMaker) -> PrintPages:
    """``print_pages("causes/jc-virus", large=True)``: pages laid out on sheets."""

    def printed(*names: str, size: PaperSize = PaperSize.A4, large: bool = False, hard_words: bool = True) -> Printout:
        return maker.printout(writer.leaflet(names, "A leaflet", hard_words=hard_words), size, large=large)

    return printed

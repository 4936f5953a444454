"""What the window and the command line do with paper: lay out a page, print it, save it."""

from collections.abc import Mapping
from pathlib import Path

from pmlapp.content.model import Media
from pmlapp.library.pages.leaflet import LeafletWriter
from pmlapp.library.pages.page_names import HOME
from pmlapp.library.pages.pages import Pages
from pmlapp.reading.look.images import PageImages, Picture
from pmlapp.reading.look.look import Look
from pmlapp.reading.look.theme import Theme
from pmlapp.reading.paper.pdf import pdf_of
from pmlapp.reading.paper.print_look import PaperSize
from pmlapp.reading.paper.printout import PaperMaker
from pmlapp.shell.arguments import Arguments

_PICTURES = "light.json"
"""The theme whose colours the pictures have on paper; words are black."""


def paper_maker(pages: Pages, look: Look, theme_dir: Path, own: Mapping[str, Media] | None = None) -> PaperMaker:
    """Lays out leaflets of this library; ``own`` are pictures by name that are not the library's, such as codes."""
    drawn = own or {}
    images = PageImages(lambda name: drawn.get(name) or pages.picture(name))
    return PaperMaker(
        pages.words,
        icons=look.icons,
        images=images,
        pictures=Theme.load(theme_dir / _PICTURES),
        logo=Picture.of(images, "brand/logo.svg"),
    )


def page_as_pdf(pages: Pages, look: Look, theme_dir: Path, arguments: Arguments) -> bytes:
    """The page that ``arguments`` name as a PDF file, with its hard words explained at the end.

    The home page is printed as the list of all questions.

    Raises:
        ContentError: the library or the page cannot be read.
        LostInPdfError: words of it would be lost in such a file.
    """
    name = arguments.article or arguments.page or HOME
    leaflet = LeafletWriter(pages).leaflet([name], hard_words=True)
    size = PaperSize(arguments.paper_size)
    maker = paper_maker(pages, look, theme_dir)
    printout = maker.printout(leaflet, size, large=arguments.large_print, remark=pages.words.made_for_printing)
    return pdf_of(printout, size, title=leaflet.title)

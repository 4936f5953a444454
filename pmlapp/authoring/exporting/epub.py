"""A library as an EPUB 3 book, written with the standard library: the same pages twice give the same bytes."""

import re
import uuid
from html import escape
from typing import Final

from pmlapp.authoring.exporting.put_in_place import Files
from pmlapp.authoring.exporting.shelf import ExportedPage, ExportShelf
from pmlapp.content.direction import direction_of
from pmlapp.content.page_html import Addresses, page_body
from pmlapp.content.page_style import PAGE_STYLE
from pmlapp.library.pages.web_page import html_words

MIMETYPE: Final = ("mimetype", b"application/epub+zip")
"""Stored at the very beginning, by which any program knows the file; packed it would not be seen by all of them."""

_CONTAINER: Final = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_SPACE: Final = uuid.UUID("7c9f1f0e-3f0a-4b5a-9d6b-0d2f6f0c5c11")
_VOID: Final = re.compile(r"<(br|img|hr)\b([^<>]*?)\s*/?>")
_ACCESSIBLE: Final = (
    ("accessMode", "textual"),
    ("accessMode", "visual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityFeature", "alternativeText"),
    ("accessibilityFeature", "displayTransformability"),
    ("accessibilityHazard", "none"),
)


class EpubBook:
    """Writes the files of a book; one chapter a page."""

    def __init__(self, shelf: ExportShelf) -> None:
        self._shelf = shelf
        self._words = html_words(shelf.words)
        language = shelf.library.language.split("-")
        self._language = "-".join([language[0], *(part.upper() if len(part) == 2 else part for part in language[1:])])

    def files(self) -> Files:
        """Every file of the book by its path, but for the one that says what it is."""
        chapters: list[tuple[str, str]] = []
        pictures: dict[str, tuple[str, bytes]] = {}
        written: list[tuple[str, bytes]] = []
        for exported in self._shelf.pages():
            place = _chapter(exported.article.id)
            chapters.append((place, exported.page.title))
            written.append((f"EPUB/{place}", self._page(exported, pictures)))
        yield "META-INF/container.xml", _CONTAINER.encode()
        yield "EPUB/package.opf", self._package(chapters, pictures)
        yield "EPUB/nav.xhtml", self._contents()
        yield "EPUB/style.css", f"{PAGE_STYLE}\nbody {{ max-width: none; padding: 0; }}\n".encode()
        yield from written
        for name, (_, data) in sorted(pictures.items()):
            yield f"EPUB/media/{name}", data

    def _page(self, exported: ExportedPage, pictures: dict[str, tuple[str, bytes]]) -> bytes:
        def picture(name: str) -> str:
            media = self._shelf.picture(name)
            if media is None:
                return ""
            file = name.replace("/", "-")
            pictures[file] = (media.media_type, media.data)
            return f"media/{file}"

        def href(target: str) -> str:
            if target.startswith(("#", "https:")):
                return target
            kind, _, name = target.partition(":")
            if kind == "article":
                return _chapter(name) if name in self._shelf.reviews else ""
            return f"nav.xhtml#topic-{name}" if kind == "topic" else "nav.xhtml" if target == "page:home" else ""

        body = page_body(exported.page, self._words, Addresses(href, picture, self._shelf.term))
        return self._xhtml(exported.page.title, _VOID.sub(r"<\1\2/>", body))

    def _contents(self) -> bytes:
        library = self._shelf.library
        topics = "".join(
            f'<li id="topic-{escape(topic.id)}"><span>{escape(topic.title)}</span><ol>'
            + "".join(f'<li><a href="{_chapter(page)}">{escape(title)}</a></li>' for page, title in pages)
            + "</ol></li>"
            for topic, pages in self._shelf.topics
        )
        disclaimer = escape(self._shelf.words.disclaimer)
        about = f"<p>{escape(library.publisher)}. {escape(library.licence)}.</p><p>{disclaimer}</p>"
        inside = (
            f'<h1>{escape(library.title)}</h1>{about}<nav epub:type="toc" role="doc-toc" id="toc"'
            f' aria-label="{escape(library.title)}"><ol>{topics}</ol></nav>'
        )
        return self._xhtml(library.title, inside)

    def _package(self, chapters: list[tuple[str, str]], pictures: dict[str, tuple[str, bytes]]) -> bytes:
        library = self._shelf.library
        name = uuid.uuid5(_SPACE, f"{library.id}\n{library.edition}\n{library.digest}")
        access = "".join(f'<meta property="schema:{key}">{value}</meta>' for key, value in _ACCESSIBLE)
        said = (
            f'<dc:identifier id="book">urn:uuid:{name}</dc:identifier><dc:title>{escape(library.title)}</dc:title>'
            f"<dc:language>{escape(self._language)}</dc:language><dc:publisher>{escape(library.publisher)}</dc:publisher>"
            f"<dc:rights>{escape(library.licence)}</dc:rights><dc:subject>{escape(library.subject)}</dc:subject>"
            f'<meta property="dcterms:modified">{library.newest.isoformat()}T00:00:00Z</meta>{access}'
        )
        items = [
            '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
            '<item id="style" href="style.css" media-type="text/css"/>',
        ]
        for number, (place, _) in enumerate(chapters, start=1):
            items.append(f'<item id="page{number}" href="{escape(place)}" media-type="application/xhtml+xml"/>')
        for number, (file, (media_type, _)) in enumerate(sorted(pictures.items()), start=1):
            items.append(f'<item id="picture{number}" href="media/{escape(file)}" media-type="{media_type}"/>')
        spine = "".join(f'<itemref idref="page{number}"/>' for number in range(1, len(chapters) + 1))
        turning = ' page-progression-direction="rtl"' if direction_of(library.language) == "rtl" else ""
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0"'
            f' unique-identifier="book" xml:lang="{escape(self._language)}" dir="{direction_of(library.language)}">\n'
            f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{said}</metadata>\n'
            f'<manifest>{"".join(items)}</manifest>\n<spine{turning}><itemref idref="nav"/>{spine}</spine>\n'
            "</package>\n"
        ).encode()

    def _xhtml(self, title: str, inside: str) -> bytes:
        language = escape(self._language)
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"'
            f' xmlns:epub="http://www.idpf.org/2007/ops" lang="{language}" xml:lang="{language}"'
            f' dir="{direction_of(self._language)}">\n<head><meta charset="utf-8"/><title>{escape(title)}</title>'
            f'<link rel="stylesheet" href="style.css"/></head>\n<body>\n{inside}\n</body>\n</html>\n'
        ).encode()


def _chapter(page: str) -> str:
    return f"{page.replace('/', '--')}.xhtml"

"""Leaflets and a booklet as PDF for paper and screen readers, set by Typst from ``booklet.typ`` beside this module."""

import json
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import typst

from pmlapp.authoring.exporting.errors import CannotSetPagesError
from pmlapp.authoring.exporting.shelf import ExportedPage, ExportShelf
from pmlapp.authoring.typst_values import breakable, drawable, plain_values
from pmlapp.content.direction import direction_of
from pmlapp.content.model import Media
from pmlapp.content.page import Breadcrumb, Care, Title
from pmlapp.content.source_address import address_as_read

_TEMPLATE: Final = "booklet.typ"
_STANDARD: Final = "ua-1"
"""PDF/UA: headings, tables and alternative texts for screen readers; a letter that no font has is an error."""
_DEEPEST: Final = 6
_CONTENTS: Final = "Contents"
_IN_ORDER: Final = {"Table": ("caption", "header", "rows", "note")}


class PaperPages:
    """Sets pages of a library; the same library and fonts give the same bytes.

    ``fonts`` is the folder of the reading font; other scripts come from the fonts of the computer.  ``paper`` is a4
    or us-letter.
    """

    def __init__(self, shelf: ExportShelf, *, fonts: Path, paper: str) -> None:
        self._shelf = shelf
        self._fonts = fonts
        self._paper = paper

    def leaflet(self, exported: ExportedPage) -> bytes:
        """One page.

        Raises:
            CannotSetPagesError: a letter of it is in no font, or a picture cannot be drawn.
        """
        part = {"topic": "", "description": "", "pages": [self._page(exported, above=0)]}
        return self._checked([exported], self._data(exported.page.title, [part], cover=None))

    def booklet(self) -> bytes:
        """Every page by its topic, behind a cover and contents.

        Raises:
            CannotSetPagesError: a letter of a page is in no font, or a picture cannot be drawn.
        """
        pages = {each.article.id: each for each in self._shelf.pages()}
        parts = [
            {
                "topic": topic.title,
                "description": topic.description,
                "pages": [self._page(pages[page], above=1) for page, _ in listed if page in pages],
            }
            for topic, listed in self._shelf.topics
        ]
        library = self._shelf.library
        cover = [library.publisher, f"{library.edition}. {library.licence}", self._shelf.words.disclaimer]
        return self._checked(list(pages.values()), self._data(library.title, parts, cover=cover))

    def _data(self, title: str, parts: list[dict[str, Any]], *, cover: list[str] | None) -> dict[str, Any]:
        library = self._shelf.library
        places = {place for part in parts for page in part["pages"] for place in _places(page["id"], page["blocks"])}
        return {
            "title": title,
            "publisher": library.publisher,
            "lang": library.language.partition("-")[0],
            "dir": direction_of(library.language),
            "paper": self._paper,
            "foot": " · ".join((library.title, library.edition, library.licence)),
            "contents": _CONTENTS,
            "care": {care.value: self._shelf.words.care(care) for care in Care},
            "cover": cover,
            "parts": parts,
            "places": sorted(places),
            "pictures": [],
        }

    def _page(self, exported: ExportedPage, *, above: int) -> dict[str, Any]:
        """The blocks of a page as data, with heading levels below ``above`` others and none left out."""
        level = above

        def deeper(wanted: int) -> int:
            nonlocal level
            level = min(wanted + above, level + 1, _DEEPEST)
            return level

        def set_up(value: Any) -> Any:
            match value:
                case {"is": "Title" | "ShortAnswer" | "Heading" as kind}:
                    wanted = {"Title": 1, "ShortAnswer": 2}.get(kind) or value["level"]
                    return {**value, "level": deeper(wanted)}
                case {"is": "Fold"}:
                    title = value["title"]
                    return {**value, "title": title[:1].upper() + title[1:], "blocks": set_up(value["blocks"])}
                case {"is": "SourceList"}:
                    return {**value, "entries": [_entry(entry) for entry in value["entries"]]}
                case dict():
                    return {key: set_up(each) for key, each in value.items()}
                case list():
                    return [set_up(each) for each in value]
                case _:
                    return value

        shown = tuple(block for block in exported.page.blocks if not isinstance(block, Breadcrumb))
        # What warns of the page as a whole comes first in the window; the first heading of a PDF is its title.
        shown = (*(b for b in shown if isinstance(b, Title)), *(b for b in shown if not isinstance(b, Title)))
        blocks = set_up(plain_values(shown))
        keys = dict.fromkeys(_terms(blocks))
        words = [found for key in keys if (found := self._shelf.term(key)) is not None]
        if words:
            title = self._shelf.words.explained_words
            blocks.append({"is": "Explained", "level": deeper(2), "title": title, "words": words})
        return {"id": str(exported.article.id), "blocks": blocks}

    def _checked(self, pages: Sequence[ExportedPage], data: dict[str, Any]) -> bytes:
        try:
            return self._set(data)
        except typst.TypstError as error:
            if len(pages) == 1:
                raise CannotSetPagesError((f"{pages[0].article.id}: {_said(error)}",)) from error
            told: list[str] = []
            for each in pages:
                try:
                    self.leaflet(each)
                except CannotSetPagesError as alone:
                    told.extend(alone.pages)
            raise CannotSetPagesError(tuple(told) or (_said(error),)) from error

    def _set(self, data: dict[str, Any]) -> bytes:
        pictures: dict[str, Media] = {}
        for part in data["parts"]:
            for name in _pictures(part["pages"]):
                if (media := self._shelf.picture(name)) is not None:
                    pictures[name] = media
        day = datetime.combine(self._shelf.library.newest, time(), UTC)
        with tempfile.TemporaryDirectory(prefix="pml-paper-") as name:
            folder = Path(name)
            (folder / _TEMPLATE).write_bytes((files("pmlapp.authoring.exporting") / _TEMPLATE).read_bytes())
            for place, media in pictures.items():
                (folder / place).write_bytes(drawable(media))
            whole = breakable({**data, "pictures": list(pictures)})
            (folder / "booklet.json").write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
            pdf = typst.compile(
                folder / _TEMPLATE,
                root=folder,
                font_paths=[self._fonts],
                pdf_standards=_STANDARD,
                timestamp=int(day.timestamp()),
            )
        assert isinstance(pdf, bytes)
        return pdf


def _entry(entry: dict[str, Any]) -> dict[str, Any]:
    return {**entry, "address": entry["url"], "url": address_as_read(entry["url"]) if entry["url"] else ""}


def _walk(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for key in _IN_ORDER.get(value.get("is", ""), tuple(value)):
            yield from _walk(value[key])
    elif isinstance(value, list):
        for each in value:
            yield from _walk(each)


def _terms(blocks: Any) -> Iterator[str]:
    return (each["key"] for each in _walk(blocks) if each.get("is") == "Term")


def _pictures(pages: Any) -> Iterator[str]:
    return (each["media"] for each in _walk(pages) if each.get("is") == "Figure")


def _places(page: str, blocks: Any) -> Iterator[str]:
    """What links can lead to."""
    yield page
    for each in _walk(blocks):
        if each.get("is") == "Heading":
            yield f"{page}#{each['anchor']}"
        elif each.get("is") == "SourceEntry":
            yield f"{page}#source-{each['key']}"


def _said(error: typst.TypstError) -> str:
    return " ".join(str(error.message).split())

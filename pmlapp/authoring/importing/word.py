"""A Word file as a page: scanned by us, turned into HTML by mammoth, read by the walk that reads web pages."""

from collections import Counter
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import Element

import mammoth

from pmlapp.authoring.importing.compared import word_text
from pmlapp.authoring.importing.dialect import DialectWriter
from pmlapp.authoring.importing.html_tree import Element as HtmlElement
from pmlapp.authoring.importing.html_tree import clean, read_tree, text_of
from pmlapp.authoring.importing.html_walk import HtmlWalk
from pmlapp.authoring.importing.imported import ImportedPage, Pictures, Unread, as_page
from pmlapp.authoring.importing.limits import USUAL, Limits
from pmlapp.authoring.importing.not_carried import Kind, Note, words
from pmlapp.authoring.importing.word_package import MAIN, WordPackage
from pmlapp.authoring.importing.word_scan import WordScan
from pmlapp.errors import CannotImportError

_NOTE_PARTS: Final = ("word/footnotes.xml", "word/endnotes.xml")
_TOLD_ELSEWHERE: Final = (
    "Unrecognised paragraph style",
    "Unrecognised run style",
    "Unrecognised table style",
    "Paragraph style with ID",
    "Run style with ID",
    "Table style with ID",
    "Image of type",
)


def read_word(
    path: Path, *, origin: str, write: DialectWriter, language: str, take_hidden: bool = False, limits: Limits = USUAL
) -> ImportedPage | Unread:
    """The page that a Word file becomes.

    Args:
        path: a .docx file.
        origin: what it is known by.
        write: writes the page.
        language: of the library; words in another one are noted.
        take_hidden: whether text that Word hides is taken as ordinary text.
        limits: what is opened at all.

    Raises:
        CannotImportError: it is not a Word file, is damaged, or is larger than the limits.
    """
    package = WordPackage(path, limits)
    notes: list[Note] = []
    try:
        changed, style_map = _scanned(package, notes, take_hidden=take_hidden)
        html, pictures = _html(package, changed, style_map, notes)
        root = read_tree(html.encode()) if html.strip() else None
        if root is None:
            return Unread(origin, "there is no text in it")
        added = with_plain_notes(root, notes)
        clean(root, take_hidden=True)
        walk = HtmlWalk(pictures.named, notes, language="")
        blocks = walk.blocks(root)
    except (ValueError, KeyError, AttributeError, TypeError, IndexError, RecursionError) as error:
        # What a file may lack in the eyes of mammoth is not written anywhere; nothing else is done in here.
        raise CannotImportError(
            path=path, reason=f"it is damaged, or made by a program that writes other files ({error})"
        ) from error
    text, cells = "", Counter[str]()
    for part in changed.values():
        more, others = word_text(part)
        text, cells = f"{text}\n{more}", cells + others
    return as_page(
        origin,
        blocks,
        before=(f"{text}\n{added}", cells),
        repeated=walk.repeated,
        notes=notes,
        pictures=pictures.pictures,
        usual_title=path.stem.replace("_", " "),
        write=write,
    )


class _WordPictures:
    """Hands pictures from mammoth to the walk, which sees no more of them than an address."""

    def __init__(self, notes: list[Note]) -> None:
        self.pictures = Pictures(notes)
        self._found: list[tuple[bytes, str]] = []

    def address(self, image: Any) -> dict[str, str]:
        """Where mammoth says that a picture is."""
        with image.open() as file:
            self._found.append((file.read(), image.content_type or ""))
        return {"src": str(len(self._found) - 1)}

    def named(self, address: str, place: str) -> str:
        """The name of the picture at an address."""
        data, media_type = self._found[int(address)]
        return self.pictures.keep(data, media_type, place)


def _scanned(package: WordPackage, notes: list[Note], *, take_hidden: bool) -> tuple[dict[str, Element], str]:
    root = package.part(MAIN)
    if root is None:
        raise CannotImportError(path=package.path, reason="it holds no text")
    scan = WordScan(package, notes, take_hidden=take_hidden)
    changed = {MAIN: root}
    for name in _NOTE_PARTS:
        if (part := package.part(name)) is not None:
            changed[name] = part
    scan.note_surroundings(root)
    for name, part in changed.items():
        scan.scan(part, "" if name == MAIN else "note, ")
    return changed, scan.style_map


def _html(
    package: WordPackage, changed: dict[str, Element], style_map: str, notes: list[Note]
) -> tuple[str, _WordPictures]:
    pictures = _WordPictures(notes)
    result = mammoth.convert_to_html(
        package.with_parts(changed),
        style_map=style_map,
        convert_image=mammoth.images.img_element(pictures.address),
    )
    for message in result.messages:
        if not message.message.startswith(_TOLD_ELSEWHERE):
            notes.append(Note(Kind.PICTURES, "the whole text", message.message))
    return result.value, pictures


def with_plain_notes(root: HtmlElement, notes: list[Note]) -> str:
    """Footnotes as paragraphs at the end, since sources alone are cited; returns the numbers that this adds."""
    found = [each for each in root.iter("li") if (each.get("id") or "").startswith(("footnote-", "endnote-"))]
    if not found:
        return ""
    number = {each.get("id"): place for place, each in enumerate(found, start=1)}
    added: list[str] = []
    for link in list(root.iter("a")):
        target = (link.get("href") or "")[1:]
        if target in number:
            parent = link.getparent()
            link.text = f" (note {number[target]})"
            added.append(str(number[target]))
            link.drop_tag()
            if parent is not None and parent.tag == "sup":
                parent.drop_tag()
        elif target.startswith(("footnote-ref", "endnote-ref")):
            link.drop_tree()
    holder = found[0].getparent()
    for place, each in enumerate(found, start=1):
        notes.append(
            Note(
                Kind.NOTES,
                f"note {place}",
                f"it is at the end now; cite it if it is a source: {words(text_of(each))}",
            )
        )
        first = next(iter(each.iter("p")), each)
        first.text = f"Note {place}: {first.text or ''}"
        added.append(str(place))
        for child in list(each):
            holder.addprevious(child)
    holder.getparent().remove(holder)
    return " ".join(added)

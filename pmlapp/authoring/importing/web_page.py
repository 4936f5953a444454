"""A saved or pasted web page as a page of the library."""

import base64
import binascii
import re
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from pmlapp.authoring.importing.compared import html_text
from pmlapp.authoring.importing.dialect import DialectWriter
from pmlapp.authoring.importing.html_tree import Element, clean, page_title, read_tree, text_of
from pmlapp.authoring.importing.html_walk import HtmlWalk
from pmlapp.authoring.importing.imported import ImportedPage, Pictures, Unread, as_page
from pmlapp.authoring.importing.limits import USUAL, Limits, read_bytes
from pmlapp.authoring.importing.not_carried import Kind, Note, words
from pmlapp.errors import CannotImportError

_TYPES: Final = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}
_DATA: Final = re.compile(r"data:([\w/+.-]+);base64,(.*)", re.DOTALL)


def read_web_page(
    path: Path, *, origin: str, write: DialectWriter, language: str, take_hidden: bool = False, limits: Limits = USUAL
) -> ImportedPage | Unread:
    """The page that a saved web page becomes; only pictures that were saved beside it are taken, nothing is fetched.

    Raises:
        CannotImportError: it cannot be read, or is larger than the limits.
    """
    data = read_bytes(path, limits)
    try:
        root = read_tree(data)
    except ValueError as error:
        raise CannotImportError(path=path, reason=f"it is not a web page: {error}") from error
    try:
        return html_page(
            root,
            origin=origin,
            folder=path.parent,
            usual_title=page_title(root) or path.stem,
            write=write,
            language=language,
            take_hidden=take_hidden,
            limits=limits,
        )
    except RecursionError as error:
        raise CannotImportError(path=path, reason="its parts are nested too deeply") from error


def html_page(
    root: Element,
    *,
    origin: str,
    folder: Path | None,
    usual_title: str,
    write: DialectWriter,
    language: str,
    take_hidden: bool = False,
    limits: Limits = USUAL,
    own_title: str = "",
) -> ImportedPage | Unread:
    """The page that a tree becomes; ``folder`` is where pictures were saved, None for a tree from elsewhere."""
    notes = clean(root, take_hidden=take_hidden)
    main = _main_part(root, notes)
    before = html_text(main)
    pictures = Pictures(notes)

    def keep(address: str, place: str) -> str:
        found = _saved_picture(address, folder, limits)
        if found is None:
            notes.append(
                Note(
                    Kind.PICTURES,
                    place,
                    f"the picture {address[:80] or 'without an address'} was not saved with the page",
                )
            )
            return ""
        return pictures.keep(*found, place)

    walk = HtmlWalk(keep, notes, language=root.get("lang") or language)
    blocks = walk.blocks(main)
    return as_page(
        origin,
        blocks,
        before=before,
        repeated=walk.repeated,
        notes=notes,
        pictures=pictures,
        usual_title=usual_title,
        write=write,
        own_title=own_title,
    )


def _main_part(root: Element, notes: list[Note]) -> Element:
    """What a page calls its main part, if it names one; else all of it."""
    for tag in ("main", "article"):
        found = list(root.iter(tag))
        if len(found) == 1:
            around = text_of(root).replace(text_of(found[0]), " ", 1)
            if around.strip():
                notes.append(Note(Kind.HEADERS, "around the main part", f"left out: {words(around)}"))
            return found[0]
    body = root.find("body")
    return root if body is None else body


def _saved_picture(address: str, folder: Path | None, limits: Limits) -> tuple[bytes, str] | None:
    if match := _DATA.match(address):
        try:
            return base64.b64decode(match[2], validate=False), match[1]
        except (binascii.Error, ValueError):
            return None
    if folder is None or ":" in address or address.startswith("//") or not address:
        return None
    path = (folder / unquote(address.partition("?")[0])).resolve()
    # A page may name any file of the computer; only what was saved beside it is a picture of it.
    if not path.is_relative_to(folder.resolve()) or not path.is_file() or path.suffix.lower() not in _TYPES:
        return None
    return read_bytes(path, limits), _TYPES[path.suffix.lower()]

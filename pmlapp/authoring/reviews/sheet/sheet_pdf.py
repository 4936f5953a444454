"""A review sheet as a PDF for printing, set by Typst from the template ``sheet.typ`` beside this module."""

import json
import re
import tempfile
from collections.abc import Mapping
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, NamedTuple

from pmlapp.authoring.reviews.sheet.review_sheet import MOST_COLUMNS, ReviewSheet
from pmlapp.authoring.reviews.sheet.sheet_words import SheetWords
from pmlapp.content.model import Media
from pmlapp.content.source_address import address_to_open
from pmlapp.errors import MissingToolError, UnprintableSheetError


class Paper(StrEnum):
    """What a sheet is printed on."""

    A4 = "a4"
    LETTER = "letter"


class PrintedSheet(NamedTuple):
    """The file, and whether every sign in it could be printed."""

    pdf: bytes
    complete: bool


_TEMPLATE: Final = "sheet.typ"
_STANDARD: Final = "ua-1"
"""PDF/UA, for screen readers: headings, tables, picture texts; a sign without a letter form is then an error."""
# Words of these lengths may be broken: a third of a line, as a cell is wide, and most of one for an address.
_LONG: Final = re.compile(r"\S{32}(?=\S)")
_LONG_ADDRESS: Final = re.compile(r"\S{72}(?=\S)")
_ROLE: Final = re.compile(r"var\(--[^,()]*,\s*([^()]*)\)")


def sheet_pdf(sheet: ReviewSheet, words: SheetWords, *, fonts: Path, paper: Paper) -> PrintedSheet:
    """The whole file.

    Where a sign has no letter form on this computer, the sheet says so at its head.

    Args:
        sheet: what is on it.
        words: what it says by itself.
        fonts: the folder of the reading font's faces; other scripts are set with the fonts of the system.
        paper: its size.

    Raises:
        MissingToolError: Typst is not installed.
        UnprintableSheetError: a picture, say, is damaged beyond its head.
    """
    try:
        import typst  # noqa: PLC0415 thirty megabytes that no other command needs
    except ImportError as error:
        raise MissingToolError(tool="typst", extra="authoring") from error
    with tempfile.TemporaryDirectory(prefix="pml-sheet-") as name:
        folder = Path(name)
        (folder / _TEMPLATE).write_bytes((files("pmlapp.authoring.reviews.sheet") / _TEMPLATE).read_bytes())
        for picture in sheet.media.values():
            (folder / picture.name).write_bytes(_drawable(picture))

        def printed(*, complete: bool) -> bytes:
            data = _breakable(_data(sheet, words, paper, unprintable=not complete))
            (folder / "sheet.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
            pdf = typst.compile(
                folder / _TEMPLATE,
                root=folder,
                font_paths=[fonts],
                pdf_standards=_STANDARD if complete else [],
            )
            assert isinstance(pdf, bytes)
            return pdf

        try:
            return PrintedSheet(printed(complete=True), True)
        except typst.TypstError:
            pass
        try:
            return PrintedSheet(printed(complete=False), False)
        except typst.TypstError as error:
            raise UnprintableSheetError(article=sheet.article.id, reason=error.message) from error


def _data(sheet: ReviewSheet, words: SheetWords, paper: Paper, *, unprintable: bool) -> dict[str, Any]:
    article = sheet.article
    return {
        "words": words._asdict(),
        "paper": {Paper.A4: "a4", Paper.LETTER: "us-letter"}[paper],
        "unprintable": unprintable,
        "most_columns": MOST_COLUMNS,
        "lang": article.language.partition("-")[0],
        "id": article.id,
        "title": article.title,
        "sha256": article.text_sha256,
        "command": words.sign_command(article),
        "facts": sheet.facts(words),
        "pictures": list(sheet.media),
        "parts": [
            {
                "title": part.title or words.first_part,
                "blocks": _plain(part.blocks),
                "numbers": [
                    {"runs": _plain(each.runs), "places": words.places(each.sources, each.where)}
                    for each in part.numbers
                ],
            }
            for part in sheet.parts
        ],
        "sources": [
            {
                "title": each.title,
                "detail": words.published(each),
                "url": address_to_open(each) or each.url,
                "key": each.key,
            }
            for each in sheet.sources
        ],
        "glossary": [(term.word, term.meaning) for term in sheet.glossary],
        "claims": sheet.claim_lines(words),
        "since": [
            {"whom": words.since_whom(each.sign_off), "same": each.same, "changes": _plain(each.changes)}
            for each in sheet.since
        ],
    }


def _plain(value: Any) -> Any:
    """Named values as tables that say under ``is`` what they are; everything else as JSON has it."""
    if hasattr(value, "_asdict"):
        fields: Mapping[str, Any] = value._asdict()
        return {"is": type(value).__name__, **{key: _plain(field) for key, field in fields.items()}}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _breakable(value: Any, key: str = "") -> Any:
    """The text with a place to break in every word that is too long for a line."""
    match value:
        case str():
            # The name of a picture is the name of its file.
            long = _LONG_ADDRESS if key == "url" else _LONG
            return value if key == "media" else long.sub("\\g<0>\u200b", value)
        case dict():
            return {name: each if name == "pictures" else _breakable(each, name) for name, each in value.items()}
        case list() | tuple():
            return [_breakable(each) for each in value]
        case _:
            return value


def _drawable(picture: Media) -> bytes:
    """A picture as Typst can draw it: it knows no colour roles, only the colours given beside them."""
    if picture.media_type != "image/svg+xml":
        return picture.data
    return _ROLE.sub(r"\1", picture.data.decode("utf-8-sig")).encode()

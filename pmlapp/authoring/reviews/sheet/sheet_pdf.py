"""A review sheet as a PDF for printing, set by Typst from the template ``sheet.typ`` beside this module."""

import json
import tempfile
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, NamedTuple

from pmlapp.authoring.reviews.sheet.review_sheet import MOST_COLUMNS, ReviewSheet
from pmlapp.authoring.reviews.sheet.sheet_words import SheetWords
from pmlapp.authoring.typst_values import breakable, drawable, plain_values
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
            (folder / picture.name).write_bytes(drawable(picture))

        def printed(*, complete: bool) -> bytes:
            data = breakable(_data(sheet, words, paper, unprintable=not complete))
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
                "blocks": plain_values(part.blocks),
                "numbers": [
                    {"runs": plain_values(each.runs), "places": words.places(each.sources, each.where)}
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
            {"whom": words.since_whom(each.sign_off), "same": each.same, "changes": plain_values(each.changes)}
            for each in sheet.since
        ],
    }

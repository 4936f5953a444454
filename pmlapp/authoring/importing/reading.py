"""Files and folders read as pages, each by its kind; one that cannot be read does not keep the others out."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from pmlapp.authoring.importing.dialect import DialectWriter
from pmlapp.authoring.importing.imported import ImportedPage, Unread
from pmlapp.authoring.importing.limits import USUAL, Limits, read_bytes
from pmlapp.authoring.importing.markdown_text import read_markdown
from pmlapp.authoring.importing.medlineplus import medlineplus_pages
from pmlapp.authoring.importing.medquad import medquad_pages
from pmlapp.authoring.importing.question_table import read_table
from pmlapp.authoring.importing.web_page import read_web_page
from pmlapp.authoring.importing.word import read_word
from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.errors import CannotImportError

_OTHERS: Final = {
    ".doc": "open it in Word or LibreOffice and save it as .docx",
    ".odt": "open it in LibreOffice and save it as .docx",
    ".rtf": "open it in Word or LibreOffice and save it as .docx",
    ".pdf": "a PDF has no order of reading; ask for the Word file it was made from",
    ".xlsx": "save the sheet as CSV (comma separated, UTF-8)",
    ".xls": "save the sheet as CSV (comma separated, UTF-8)",
    ".ods": "save the sheet as CSV (comma separated, UTF-8)",
}
_SUFFIXES: Final = frozenset({".docx", ".html", ".htm", ".xhtml", ".md", ".markdown", ".csv", ".tsv", ".xml", *_OTHERS})


class Reading(NamedTuple):
    """How texts are read."""

    language: str
    take_hidden: bool = False
    limits: Limits = USUAL


def files_in(paths: tuple[Path, ...]) -> list[tuple[Path, str]]:
    """The files that paths name, each with the name by which it is known when it comes again."""
    found: dict[Path, str] = {}
    for path in paths:
        if path.is_dir():
            for inner in sorted(path.rglob("*")):
                hidden = any(part.startswith((".", "~$")) for part in inner.relative_to(path).parts)
                if inner.is_file() and not hidden and inner.suffix.lower() in _SUFFIXES:
                    found.setdefault(inner, f"{path.resolve().name}/{inner.relative_to(path).as_posix()}")
        else:
            found.setdefault(path, path.name)
    return list(found.items())


def read_pages(
    files: list[tuple[Path, str]], reading: Reading, progress: Callable[[int], None] = lambda done: None
) -> Iterator[ImportedPage | Unread]:
    """The pages of files; one that cannot be read is said to be one."""
    write = DialectWriter(ArticleParser())
    for done, (path, origin) in enumerate(files, start=1):
        try:
            yield from _pages(path, origin, reading, write)
        except CannotImportError as error:
            yield Unread(origin, str(error.details["reason"]))
        progress(done)


def _pages(path: Path, origin: str, reading: Reading, write: DialectWriter) -> Iterator[ImportedPage | Unread]:
    language, hidden, limits = reading
    match path.suffix.lower():
        case ".docx":
            yield read_word(path, origin=origin, write=write, language=language, take_hidden=hidden, limits=limits)
        case ".html" | ".htm" | ".xhtml":
            yield read_web_page(path, origin=origin, write=write, language=language, take_hidden=hidden, limits=limits)
        case ".md" | ".markdown":
            yield read_markdown(path, origin=origin, write=write, language=language, limits=limits)
        case ".csv" | ".tsv":
            yield from read_table(path, origin=origin, write=write, limits=limits)
        case ".xml":
            yield from _xml(path, reading, write)
        case suffix:
            raise CannotImportError(path=path, reason=_OTHERS.get(suffix, "files of this kind are not read"))


def _xml(path: Path, reading: Reading, write: DialectWriter) -> Iterator[ImportedPage | Unread]:
    try:
        root = fromstring(read_bytes(path, reading.limits))
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise CannotImportError(path=path, reason=f"its XML is damaged: {error}") from error
    if root.tag == "Document":
        yield from medquad_pages(path, root, write)
    elif root.tag in {"health-topics", "nlmSearchResult", "health-topic"}:
        yield from medlineplus_pages(path, root, write, language=reading.language)
    else:
        raise CannotImportError(path=path, reason="it is neither of MedQuAD nor of MedlinePlus")

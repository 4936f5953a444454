"""A table of questions and answers, as a spreadsheet saves it: each row becomes a page."""

import csv
import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import quote

from pmlapp.authoring.importing.dialect import DialectWriter
from pmlapp.authoring.importing.imported import CitedSource, ImportedPage, Pictures, Unread, as_page
from pmlapp.authoring.importing.limits import USUAL, Limits, read_bytes
from pmlapp.authoring.importing.plain_text import blocks_of_text
from pmlapp.authoring.sources.article_head import MAX_SHORT_ANSWER_WORDS
from pmlapp.errors import CannotImportError

_COLUMNS: Final = {
    "question": ("question", "title", "frage", "pregunta", "pregunta frecuente"),
    "answer": ("answer", "text", "body", "antwort", "respuesta", "réponse"),
    "short_answer": ("short answer", "short_answer", "summary", "kurzantwort"),
    "topic": ("topic", "category", "thema", "tema"),
    "type": ("question type", "question_type", "type", "qtype"),
    "names": ("names", "synonyms", "keywords"),
    "also_asked": ("also asked", "also_asked", "variants"),
    "source": ("source", "publisher"),
    "url": ("url", "link", "address"),
    "id": ("id", "key", "number"),
}
"""What a column may be called, in small letters."""

_LONGEST_FIELD: Final = 200_000


def read_table(
    path: Path, *, origin: str, write: DialectWriter, limits: Limits = USUAL
) -> Iterator[ImportedPage | Unread]:
    """The pages of a table; a row without an answer is said to be one.

    Raises:
        CannotImportError: it cannot be read, or has no columns for question and answer.
    """
    text = _decoded(read_bytes(path, limits))
    csv.field_size_limit(_LONGEST_FIELD)
    sample = text[: text.find("\n") if "\n" in text else len(text)]
    delimiter = max(",;\t|", key=sample.count)
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise CannotImportError(
            path=path, reason=f"it is not a table with commas between its columns ({error})"
        ) from error
    named = _named(list(rows[0]) if rows else [])
    if not {"question", "answer"} <= named.keys():
        found = ", ".join(f"“{each}”" for each in (rows[0] if rows else [])) or "none"
        raise CannotImportError(
            path=path,
            reason=f"it needs a first row with the columns “question” and “answer”; the columns found are {found}",
        )
    for line, row in enumerate(rows, start=1):
        held = {key: " ".join((row[column] or "").split()) for key, column in named.items()}
        yield _page(
            held, row[named["answer"]] or "", f"{origin}#{held.get('id') or held['question'] or line}", line, write
        )


def _page(held: dict[str, str], answer: str, origin: str, line: int, write: DialectWriter) -> ImportedPage | Unread:
    if not held["question"]:
        return Unread(origin, f"row {line} has no question")
    if not answer.strip():
        return Unread(origin, f"the question “{held['question'][:60]}” in row {line} has no answer")
    page = as_page(
        origin,
        blocks_of_text(answer),
        before=(answer, Counter()),
        repeated=[],
        notes=[],
        pictures=Pictures([]),
        usual_title=held["question"],
        write=write,
    )
    if isinstance(page, Unread):
        return page
    short = held.get("short_answer", "")
    return page._replace(
        short_answer=short if len(short.split()) <= MAX_SHORT_ANSWER_WORDS else "",
        question_type=held.get("type", "").casefold().replace(" ", "-"),
        topic=held.get("topic", ""),
        names=_listed(held.get("names", "")),
        also_asked=tuple(dict.fromkeys((*page.also_asked, *_listed(held.get("also_asked", ""))))),
        source=_source(held),
    )


def _source(held: dict[str, str]) -> CitedSource | None:
    url = quote(held.get("url", ""), safe="%/:?#[]@!$&'()*+,;=~")
    if not url.startswith("https://"):
        return None
    # By the whole address: two of them may end alike, and a key holds a-z and digits only.
    key = f"T{hashlib.sha256(url.encode()).hexdigest()[:12]}"
    return CitedSource(key, held["question"], held.get("source") or url.split("/")[2], "undated", url, "")


def _named(columns: list[str]) -> dict[str, str]:
    known = {name: key for key, names in _COLUMNS.items() for name in names}
    found: dict[str, str] = {}
    for column in columns:
        key = known.get((column or "").strip().casefold())
        if key and key not in found:
            found[key] = column
    return found


def _listed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.strip() for each in re.split(r"[;|]", text) if each.strip()))


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "windows-1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")

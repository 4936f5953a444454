"""Imported pages written into a library, without losing what an educator changed since they came before."""

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from pmlapp.authoring.importing.imported import CitedSource, ImportedPage
from pmlapp.authoring.sources.article_text import FILL_IN, ArticleText, article_text
from pmlapp.authoring.sources.library_files import FOLDERS
from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.content.model import ArticleKind, Provenance
from pmlapp.errors import CannotWriteError, plain_reason

RECORDS: Final = "imports"
"""The folder beside ``content`` in which an import remembers what it wrote."""

_LONGEST_SLUG: Final = 60
_ICON: Final = "info"


class Fate(StrEnum):
    """What became of an imported page."""

    NEW = "new"
    UPDATED = "updated"
    SAME = "unchanged"
    KEPT = "changed here, so it was kept; the new text waits beside it"
    OVERWRITTEN = "changed here, and overwritten"
    DELETED = "deleted here, so it was not brought back"


class Written(NamedTuple):
    """Where a page is now."""

    origin: str
    page: str
    fate: Fate


class Choices(NamedTuple):
    """What only the person who imports can say."""

    provenance: Provenance
    licence: str
    topic: str
    """The title of the topic for pages that name none."""
    overwrite: bool = False
    """Whether pages that were changed here are overwritten."""


def write_pages(
    folder: Path,
    library: LibrarySources,
    pages: Iterable[ImportedPage],
    choices: Choices,
    progress: Callable[[int], None] = lambda done: None,
) -> tuple[Written, ...]:
    """Write pages into the library of ``folder``, the folder of one language.

    A page whose origin was imported before is written again only if nobody has changed it here since;
    otherwise its new text is put into ``imports/<language>/waiting``.  After a failure everything is as it was.

    Raises:
        CannotWriteError: no space or no permission; the library is as it was.
    """
    return _Import(folder, library, choices).write(pages, progress)


class _Import:
    """One run, with what it has to undo if it fails."""

    def __init__(self, folder: Path, library: LibrarySources, choices: Choices) -> None:
        self._folder = folder
        self._choices = choices
        self._library = library
        self._types = [key for key, _ in library.question_types]
        self._records_file = folder.parents[1] / RECORDS / folder.name / "pages.json"
        self._records: dict[str, dict[str, str]] = _read_records(self._records_file)
        self._topics = {topic.title.casefold(): str(topic.id) for topic in library.topics}
        self._topic_ids = {str(topic.id) for topic in library.topics}
        self._new_topics: list[tuple[str, str]] = []
        self._sources = {str(source.key) for source in library.sources}
        self._new_sources: dict[str, CitedSource] = {}
        self._taken = {path.relative_to(folder).with_suffix("").as_posix() for path in folder.glob("*/*.md")}
        self._seen: Counter[str] = Counter()
        self._before: dict[Path, bytes | None] = {}

    def write(self, pages: Iterable[ImportedPage], progress: Callable[[int], None]) -> tuple[Written, ...]:
        written = []
        try:
            for done, page in enumerate(pages, start=1):
                written.append(self._page(page))
                progress(done)
            self._shelves()
            self._put(
                self._records_file, json.dumps(self._records, ensure_ascii=False, indent=0, sort_keys=True).encode()
            )
        except BaseException as error:
            self._undo()
            if isinstance(error, OSError):
                raise CannotWriteError(path=error.filename or self._folder, reason=plain_reason(error)) from error
            raise
        return tuple(written)

    def _page(self, page: ImportedPage) -> Written:
        page = page._replace(origin=self._once(page.origin))
        known = self._records.get(page.origin)
        place = known["page"] if known else self._new_place(page)
        text = article_text(self._article(page, place)).encode()
        digest = hashlib.sha256(text).hexdigest()
        path = self._folder / f"{place}.md"
        fate = Fate.NEW
        if known:
            now = path.read_bytes() if path.exists() else None
            if now is None:
                return Written(page.origin, place, Fate.DELETED)
            changed_here = hashlib.sha256(now).hexdigest() != known["written"]
            if digest == known["written"]:
                return Written(page.origin, place, Fate.SAME)
            if changed_here and not self._choices.overwrite:
                self._put(self._records_file.parent / "waiting" / f"{place.replace('/', '--')}.md", text)
                return Written(page.origin, place, Fate.KEPT)
            fate = Fate.OVERWRITTEN if changed_here else Fate.UPDATED
        self._put(path, text)
        for name, data in page.pictures:
            self._put(self._folder / "media" / name, data)
        self._records[page.origin] = {"page": place, "written": digest}
        self._cite(page.source)
        return Written(page.origin, place, fate)

    def _once(self, origin: str) -> str:
        """The origin, or one of its own for a text of which another one in this import has the name."""
        self._seen[origin] += 1
        return origin if self._seen[origin] == 1 else f"{origin} ({self._seen[origin]})"

    def _article(self, page: ImportedPage, place: str) -> ArticleText:
        body = page.body
        if page.source is not None and page.source.url:
            body = _with_citation(body, page.source.key)
        return ArticleText(
            id=place,
            title=page.title,
            kind=ArticleKind.QUESTION,
            question_type=page.question_type if page.question_type in self._types else self._types[0],
            short_answer=page.short_answer or f"{FILL_IN}: the answer in one to three sentences, at most 60 words.",
            provenance=self._choices.provenance,
            licence=self._choices.licence,
            body=body,
            also_asked=page.also_asked,
            names=page.names,
            codes=page.codes,
        )

    def _new_place(self, page: ImportedPage) -> str:
        topic = self._topic(page.topic or self._choices.topic)
        slug = slug_of(page.title) or slug_of(Path(page.origin).stem) or "page"
        place, number = f"{topic}/{slug}", 2
        while place in self._taken:
            place, number = f"{topic}/{slug}-{number}", number + 1
        self._taken.add(place)
        return place

    def _topic(self, title: str) -> str:
        key = title.casefold()
        if key in self._topic_ids:
            return key
        if key not in self._topics:
            slug = slug_of(title) or "pages"
            while slug in self._topic_ids or slug in FOLDERS:
                slug += "-pages"
            self._topics[key] = slug
            self._topic_ids.add(slug)
            self._new_topics.append((slug, title))
        return self._topics[key]

    def _cite(self, source: CitedSource | None) -> None:
        if source is not None and source.url and source.key not in self._sources:
            self._new_sources.setdefault(source.key, source)

    def _shelves(self) -> None:
        """The topics and sources that the new pages need, behind those that there are."""
        topics = [
            f'\n[[topic]]\nid = "{slug}"\ntitle = {_quoted(title)}\n'
            f'description = {_quoted("Pages that were brought in.")}\nicon = "{_ICON}"\n'
            for slug, title in self._new_topics
        ]
        sources = [
            f"\n[{source.key}]\ntitle = {_quoted(source.title)}\npublisher = {_quoted(source.publisher)}\n"
            f"published = {_quoted(source.published)}\nurl = {_quoted(source.url)}\n"
            f"licence = {_quoted(source.licence or self._choices.licence)}\n"
            for source in self._new_sources.values()
        ]
        for name, added in (("topics.toml", topics), ("sources.toml", sources)):
            if added:
                path = self._folder / name
                before = path.read_text(encoding="utf-8") if path.exists() else ""
                text = before + ("\n" if before and not before.endswith("\n") else "") + "".join(added)
                self._put(path, text.lstrip("\n").encode())

    # Each file appears whole; a failure puts back what was there.

    def _put(self, path: Path, data: bytes) -> None:
        if path not in self._before:
            self._before[path] = path.read_bytes() if path.exists() else None
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f".{path.name}.unfinished")
        try:
            unfinished.write_bytes(data)
            unfinished.replace(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise

    def _undo(self) -> None:
        folders: set[Path] = set()
        for path, before in self._before.items():
            if before is None:
                path.unlink(missing_ok=True)
                folders.update(path.parents)
            elif path.read_bytes() != before:
                path.write_bytes(before)
        for folder in sorted(folders, reverse=True):
            if folder.is_dir() and folder.is_relative_to(self._folder.parents[1]) and not any(folder.iterdir()):
                folder.rmdir()


def slug_of(title: str) -> str:
    """A title as the name of a file: a-z, 0-9 and single hyphens; "" if nothing of it can be."""
    plain = unicodedata.normalize("NFKD", title.replace("ß", "ss").casefold()).encode("ascii", "ignore").decode()
    words = [word for word in re.split(r"[^a-z0-9]+", plain) if word]
    found = ""
    for word in words:
        if found and len(found) + len(word) >= _LONGEST_SLUG:
            break
        found = f"{found}-{word}" if found else word[:_LONGEST_SLUG]
    return found


def _with_citation(body: str, key: str) -> str:
    """The text with a citation behind its first paragraph."""
    lines = body.split("\n")
    for number, line in enumerate(lines):
        starts_block = re.match(r"\s*(?:#|\||!\[|!!!|\?\?\?|(?:[-*]|\d+\.)\s|(?:Table|Note|Figure):)", line)
        if line.strip() and not starts_block and (number + 1 == len(lines) or not lines[number + 1].strip()):
            lines[number] = f"{line}[^{key}]"
            return "\n".join(lines)
    for number, line in enumerate(lines):
        if re.match(r"(?:[-*]|\d+\.)\s", line):
            lines[number] = f"{line}[^{key}]"
            return "\n".join(lines)
    return body


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _read_records(path: Path) -> dict[str, dict[str, str]]:
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {
        origin: record
        for origin, record in (held.items() if isinstance(held, dict) else ())
        if isinstance(record, dict) and {"page", "written"} <= record.keys()
    }


def summary(written: Sequence[Written]) -> Iterator[str]:
    """How many pages had which fate, as pieces of a sentence."""
    for fate in Fate:
        if count := sum(each.fate is fate for each in written):
            yield f"{count} {fate}"

"""What a later edition of the original would change in a library that took it over, part by part."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from pmlapp.authoring.sources.library_files import ORIGIN
from pmlapp.authoring.sources.whole_file import write_whole
from pmlapp.authoring.starting.taken_over import Original, is_page
from pmlapp.errors import SourcesRefusedError, plain_reason

_FRONT: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_KEYS: Final = re.compile(r"^(?=[A-Za-z_]+:|---$)", re.MULTILINE)
_PARAGRAPHS: Final = re.compile(r"(?:[^\n]+\n?)+\n*|\n+")
_TABLE: Final = re.compile(r"^\[([A-Za-z0-9_-]+)\]\n(?:(?!^\[).*\n?)*", re.MULTILINE)


class Kind(StrEnum):
    """What the later edition does."""

    CHANGED = "changed"
    """A part that is here as it was."""
    CLASH = "changed by both"
    """A part that was changed here too."""
    ADDED = "new page"
    GONE = "no longer there"
    """A page that the original does not have any more; it stays here until somebody decides."""


class Change(NamedTuple):
    """One part of one page, or a whole page."""

    kind: Kind
    page: str
    before: str
    """As the original had it; "" for a new part or page."""
    after: str
    here: str
    """As it is here, if that differs from ``before``."""
    at: tuple[int, int]
    """The parts of the page as it was taken over that would be replaced."""


def parts_of(text: str) -> list[str]:
    """A page's file in parts, each key of the front matter and each paragraph one; together they are the file."""
    front = _FRONT.match(text)
    at = front.end() if front else 0
    return [part for part in _KEYS.split(text[:at]) if part] + _PARAGRAPHS.findall(text[at:])


def changes_in(root: Path, original: Original) -> tuple[Change, ...]:
    """What ``original`` has that the library in ``root`` did not take yet, by page and place."""
    found: list[Change] = []
    base = _pages(root / ORIGIN / original.language)
    here = _pages(root / "content" / original.language)
    new = {name: data.decode() for name, data in original.files.items() if is_page(name)}
    for name in sorted(base.keys() | new.keys()):
        page = name.removesuffix(".md")
        if name not in new:
            if name in here:
                found.append(Change(Kind.GONE, page, "", "", "", (0, 0)))
        elif name not in base:
            found.append(Change(Kind.ADDED, page, "", new[name], here.get(name, ""), (0, 0)))
        elif name in here:
            found += _changed_parts(page, parts_of(base[name]), parts_of(new[name]), parts_of(here[name]))
    return tuple(found)


def take(root: Path, original: Original, changes: Iterable[Change]) -> tuple[Path, ...]:
    """Put changes into the library in ``root``; sources and words that they need come along.

    A page that is then word for word that of the original gets the original's signatures.

    Returns:
        The files written.

    Raises:
        SourcesRefusedError: a file here cannot be read; nothing is written to it.
        CannotWriteError: no space or no permission; each file is whole or as it was.
    """
    written = [path for name, wanted in _by_page(changes) for path in _take_page(root, original, name, wanted)]
    content = root / "content" / original.language
    text = "\n".join(_pages(content).values())
    for file, pattern in (("sources.toml", r"\[\^{}\]|source: {}\b"), ("glossary.toml", r"\(glossary:{}\)")):
        if added := _missing_tables(content / file, original.files.get(file, b"").decode(), pattern, text):
            before = _read(content / file) if (content / file).exists() else ""
            write_whole(content / file, f"{before.rstrip()}\n\n{added}".lstrip("\n").encode())
            written.append(content / file)
    for name, data in original.files.items():
        shown = name.startswith("media/") and f"(media:{name.removeprefix('media/')})" in text
        if shown and not (content / name).exists():
            write_whole(content / name, data)
            written.append(content / name)
    return tuple(written)


def leave(root: Path, original: Original, changes: Iterable[Change]) -> None:
    """Never offer these changes again: they count as seen."""
    for page, wanted in _by_page(changes):
        _note_as_seen(root, original, page, wanted)


def _changed_parts(page: str, base: list[str], new: list[str], here: list[str]) -> Iterator[Change]:
    ours = SequenceMatcher(None, base, here, autojunk=False).get_opcodes()
    for kind, first, last, start, end in SequenceMatcher(None, base, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        after, mine = new[start:end], here[_place(ours, first, at_end=False) : _place(ours, last, at_end=True)]
        if mine == after:
            continue
        untouched = mine == base[first:last]
        yield Change(
            Kind.CHANGED if untouched else Kind.CLASH,
            page,
            "".join(base[first:last]),
            "".join(after),
            "" if untouched else "".join(mine),
            (first, last),
        )


def _place(opcodes: Sequence[tuple[str, int, int, int, int]], part: int, *, at_end: bool) -> int:
    """Where a place between two parts of one text is in another one."""
    place = 0
    for kind, first, last, start, end in opcodes:
        if kind == "equal" and first <= part <= last:
            place = start + part - first
            if not at_end or part > first:
                return place
        elif first < part < last or (at_end and part == last) or (not at_end and part == first):
            return end if at_end else start
    return place


def _take_page(root: Path, original: Original, page: str, changes: Sequence[Change]) -> Iterator[Path]:
    path = root / "content" / original.language / f"{page}.md"
    new = original.files[f"{page}.md"].decode() if f"{page}.md" in original.files else ""
    if changes[0].kind is Kind.GONE:
        return
    if changes[0].kind is Kind.ADDED:
        text = new
    else:
        base_path = root / ORIGIN / original.language / f"{page}.md"
        base, here = (parts_of(_read(each)) for each in (base_path, path))
        ours = SequenceMatcher(None, base, here, autojunk=False).get_opcodes()
        for change in sorted(changes, key=lambda each: each.at, reverse=True):
            first, last = change.at
            here[_place(ours, first, at_end=False) : _place(ours, last, at_end=True)] = [change.after]
        text = "".join(here)
    write_whole(path, text.encode())
    yield path
    _note_as_seen(root, original, page, changes)
    reviews = original.reviews.get(f"{page}.yaml")
    if text == new and reviews:
        place = root / "reviews" / original.language / f"{page}.yaml"
        before = place.read_bytes() if place.exists() else b""
        if not before or reviews.startswith(before):
            write_whole(place, reviews)
            yield place


def _note_as_seen(root: Path, original: Original, page: str, changes: Sequence[Change]) -> None:
    path = root / ORIGIN / original.language / f"{page}.md"
    if changes[0].kind is Kind.GONE:
        path.unlink(missing_ok=True)
        return
    if changes[0].kind is Kind.ADDED:
        write_whole(path, changes[0].after.encode())
        return
    base = parts_of(_read(path))
    for change in sorted(changes, key=lambda each: each.at, reverse=True):
        base[change.at[0] : change.at[1]] = [change.after]
    write_whole(path, "".join(base).encode())


def _by_page(changes: Iterable[Change]) -> list[tuple[str, list[Change]]]:
    pages: dict[str, list[Change]] = {}
    for change in changes:
        pages.setdefault(change.page, []).append(change)
    return list(pages.items())


def _missing_tables(path: Path, offered: str, pattern: str, text: str) -> str:
    """The tables of a file of the original that the pages here refer to, and that are not here yet."""
    known: Mapping[str, object] = {}
    if path.exists():
        try:
            known = tomllib.loads(_read(path))
        except ValueError as error:
            raise SourcesRefusedError((f"{path}:1: the file cannot be read: {error}",)) from error
    return "\n".join(
        match[0].rstrip() + "\n"
        for match in _TABLE.finditer(offered)
        if match[1] not in known and re.search(pattern.replace("{}", re.escape(match[1])), text)
    )


def _pages(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): _read(path) for path in sorted(folder.glob("*/*.md"))}


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = plain_reason(error) if isinstance(error, OSError) else "it is no text in UTF-8"
        raise SourcesRefusedError((f"{path}:1: the file cannot be read: {reason}",)) from error

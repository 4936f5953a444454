"""A library for translators: its words as a PO file, and manuscripts in another language from a finished one."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final, NamedTuple

import polib
import yaml

from pmlapp.authoring.exporting.manuscript_parts import Form, Part, parts_of
from pmlapp.errors import CannotImportError, SourcesRefusedError, plain_reason

_MARKS: Final = re.compile(r"\]\([^()]*\)|\[\^[^\]\s]+\]|\{[^{}]*\}")
"""What a translation must hold as it is: where links lead, sources, and claims that are put in place."""
_NUMBER: Final = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")
_ALIKE: Final = 0.5
"""From here on two sentences count as one that was changed: half of their letters are the same, in order."""
_FORBIDDEN: Final = {
    Form.CELL: re.compile(r"(?<!\\)\||\n"),
    Form.TITLE: re.compile(r'["\n]'),
    Form.HEADING: re.compile(r"\n"),
}


class Manuscripts(NamedTuple):
    """The files of one language."""

    language: str
    texts: Mapping[str, tuple[Part, ...]]
    """Of each file with words, by its path in the folder."""
    others: Mapping[str, bytes]
    """Pictures and whatever else is there, as it is."""


class Taken(NamedTuple):
    """Manuscripts in another language."""

    files: tuple[tuple[str, bytes], ...]
    parts: int
    missing: tuple[str, ...]
    """Where the words are still those of the original: ``causes/what-is-it.md:12: title``."""
    numbers: tuple[str, ...]
    """Where the figures are not those of the original."""


def manuscripts(folder: Path) -> Manuscripts:
    """Every file of the folder of one language.

    Raises:
        SourcesRefusedError: a file cannot be read as text, or its front matter is broken.
    """
    texts: dict[str, tuple[Part, ...]] = {}
    others: dict[str, bytes] = {}
    mistakes: list[str] = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.is_file() or any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        try:
            data = path.read_bytes()
            if path.suffix in (".md", ".toml"):
                texts[name] = parts_of(name, data.decode())
            else:
                others[name] = data
        except OSError as error:
            mistakes.append(f"{name}:1: the file cannot be read: {plain_reason(error)}")
        except UnicodeDecodeError:
            mistakes.append(f"{name}:1: the file is not UTF-8; save it with the encoding UTF-8")
        except (yaml.YAMLError, ValueError) as error:
            mistakes.append(f"{name}:1: it cannot be taken apart: {str(error).splitlines()[0]}")
    if mistakes:
        raise SourcesRefusedError(tuple(mistakes))
    return Manuscripts(folder.resolve().name, texts, others)


def template(source: Manuscripts) -> polib.POFile:
    """Every sentence of the library once for each place where it is, without translations."""
    return _catalogue(source, "", (_entry(name, part) for name, part in _units(source)))


def brought_up_to_date(source: Manuscripts, language: str, old: polib.POFile) -> polib.POFile:
    """A PO file for ``language`` with what was translated in an earlier one.

    A sentence that was changed keeps its translation as fuzzy, with the words before; those no longer there are kept
    at the end.
    """
    fresh = [_entry(name, part) for name, part in _units(source)]
    by_file: dict[str, list[polib.POEntry]] = defaultdict(list)
    for entry in old:
        if not entry.obsolete:
            by_file[_file(entry)].append(entry)
    now: dict[str, list[polib.POEntry]] = defaultdict(list)
    for entry in fresh:
        now[_file(entry)].append(entry)
    left: list[polib.POEntry] = []
    for name, before in by_file.items():
        left.extend(_carried(before, now.get(name, [])))
    done = _catalogue(source, language, fresh)
    for entry in [*left, *(entry for entry in old if entry.obsolete)]:
        if entry.msgstr:
            entry.obsolete = True
            done.append(entry)
    return done


def read_catalogue(path: Path) -> polib.POFile:
    """A PO file.

    Raises:
        CannotImportError: it cannot be read, or is none.
    """
    try:
        catalogue = polib.pofile(str(path), encoding="utf-8")
    except OSError as error:
        reason = plain_reason(error) if error.errno is not None else "it is not a PO file"
        raise CannotImportError(path=path, reason=reason) from error
    except ValueError as error:
        raise CannotImportError(path=path, reason="it is not a PO file in UTF-8") from error
    if not len(catalogue):
        raise CannotImportError(path=path, reason="it is not a PO file, or has nothing in it")
    return catalogue


def translated(source: Manuscripts, catalogue: polib.POFile) -> Taken:
    """The manuscripts with every sentence that has a finished translation; the others stay as they are.

    Raises:
        SourcesRefusedError: a translation lost a link, a source or a claim, or holds a sign that its place cannot hold.
    """
    known = {(entry.msgctxt, entry.msgid): entry for entry in catalogue if not entry.obsolete}
    mistakes: list[str] = []
    missing: list[str] = []
    numbers: list[str] = []
    files: list[tuple[str, bytes]] = []
    count = 0
    for name, parts in source.texts.items():
        written: list[str] = []
        for part in parts:
            entry = known.get((f"{name}#{part.place}", part.words)) if part.place else None
            count += bool(part.place)
            where = f"{name}:{part.line}: {part.place}"
            if entry is None or not entry.msgstr.strip() or entry.fuzzy:
                missing.extend([where] if part.place else [])
                written.append(part.raw)
                continue
            mistakes.extend(f"{where}: {what}" for what in _broken(part, entry.msgstr))
            if _figures(part.words) != _figures(entry.msgstr):
                numbers.append(where)
            written.append(part.written(entry.msgstr))
        files.append((name, "".join(written).encode()))
    if mistakes:
        raise SourcesRefusedError(tuple(mistakes))
    return Taken((*files, *source.others.items()), count, tuple(missing), tuple(numbers))


def _units(source: Manuscripts) -> Iterator[tuple[str, Part]]:
    return ((name, part) for name, parts in source.texts.items() for part in parts if part.place)


def _entry(name: str, part: Part) -> polib.POEntry:
    return polib.POEntry(msgctxt=f"{name}#{part.place}", msgid=part.words, occurrences=[(name, str(part.line))])


def _catalogue(source: Manuscripts, language: str, entries: Iterable[polib.POEntry]) -> polib.POFile:
    # No day of making: the same library gives the same bytes.
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.metadata = {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": language,
        "X-Source-Language": source.language,
    }
    catalogue.extend(entries)
    return catalogue


def _carried(before: list[polib.POEntry], now: list[polib.POEntry]) -> list[polib.POEntry]:
    """Hands the translations of a file on to its sentences of today; returns the entries that found none."""
    free = list(before)
    waiting: list[tuple[polib.POEntry, list[polib.POEntry]]] = []
    matcher = SequenceMatcher(None, [entry.msgid for entry in before], [entry.msgid for entry in now], autojunk=False)
    for same, start, end, other, until in matcher.get_opcodes():
        if same == "equal":
            for old, new in zip(before[start:end], now[other:until], strict=True):
                new.msgstr, new.flags, new.previous_msgid = old.msgstr, old.flags, old.previous_msgid
                free.remove(old)
        else:
            waiting.extend((new, before[start:end]) for new in now[other:until])
    # A sentence that was only moved, then those that were changed.
    changed: list[tuple[polib.POEntry, list[polib.POEntry]]] = []
    for new, near in waiting:
        moved = next((old for old in free if old.msgid == new.msgid), None)
        if moved is None:
            changed.append((new, near))
            continue
        new.msgstr, new.flags, new.previous_msgid = moved.msgstr, moved.flags, moved.previous_msgid
        free.remove(moved)
    for new, near in changed:
        ranked = [
            (SequenceMatcher(None, old.msgid, new.msgid, autojunk=False).ratio(), old) for old in near if old in free
        ]
        likeness, old = max(ranked, key=lambda pair: pair[0], default=(0.0, None))
        if old is None or likeness < _ALIKE:
            continue
        free.remove(old)
        if old.msgstr:
            new.msgstr, new.previous_msgid = old.msgstr, old.previous_msgid or old.msgid
            new.flags = ["fuzzy"]
    return free


def _file(entry: polib.POEntry) -> str:
    return str(entry.msgctxt or "").partition("#")[0]


def _broken(part: Part, said: str) -> Iterator[str]:
    before, after = Counter(_MARKS.findall(part.words)), Counter(_MARKS.findall(said))
    if lost := before - after:
        yield f"the translation lacks {', '.join(f'“{mark}”' for mark in lost)}"
    if added := after - before:
        yield f"the translation has {', '.join(f'“{mark}”' for mark in added)}, which the original has not"
    if (forbidden := _FORBIDDEN.get(part.form)) is not None and (found := forbidden.search(said)):
        sign = "a line break" if found[0] == "\n" else f"the sign {found[0]}"
        yield f"the translation holds {sign}, which cannot be written here"


def _figures(text: str) -> Counter[str]:
    """The numbers of a text; a comma and a point count as the same, since languages differ."""
    return Counter(re.sub(r"\D", "", number) for number in _NUMBER.findall(_MARKS.sub("", text)))

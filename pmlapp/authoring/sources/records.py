"""Front matter and TOML as records in which every value knows its line.

A record is checked once against a table of its keys; what is wrong is noted,
never raised, so that an author sees all of it in one run.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple, TypeVar

import yaml

from pmlapp.authoring.sources.diagnostics import Diagnostics, SourceFault
from pmlapp.authoring.sources.plain_words import in_plain_words

MAX_FRONT_MATTER: Final = 20_000
_MAX_NESTING: Final = 4

Member = TypeVar("Member", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Value:
    """A value as written: text, a list, a table, or ``other`` such as a bare number in TOML."""

    line: int
    text: str | None = None
    items: "Sequence[Value] | None" = None
    table: "Mapping[str, Value] | None" = None
    other: str = ""
    number: int | None = None


class Form(StrEnum):
    """What a key may hold; the value is how a message names it."""

    TEXT = "text"
    DATE = "a date written as YYYY-MM-DD"
    TEXTS = "a list of texts"
    RECORDS = "a list of records"
    TABLE = "a table of keys"
    COUNT = "a whole number from 0, without quotes"
    MONTHS = "a number of months, such as 24"


class Key(NamedTuple):
    """One allowed key of a record."""

    form: Form
    needed: bool = True


Keys = Mapping[str, Key]


@dataclass(frozen=True, slots=True)
class Record:
    """A table of values checked against its keys; a key with a mistake reads as empty."""

    line: int
    values: Mapping[str, Value] = field(default_factory=dict)

    @classmethod
    def check(cls, value: Value, keys: Keys, notes: Diagnostics, *, of: str) -> "Record":
        """The record in ``value``, with everything noted in which it differs from ``keys``.

        ``of`` names it in messages: ``the front matter``, ``topic 3``.
        """
        if value.table is None:
            notes.add(value.line, f"{of} must be keys with values, not {_kind(value)}")
            return cls(value.line)
        allowed = ", ".join(keys)
        good: dict[str, Value] = {}
        for name, held in value.table.items():
            if name not in keys:
                notes.add(held.line, f"unknown key “{name}” in {of}; allowed are: {allowed}")
            elif problem := _problem(held, keys[name].form):
                notes.add(held.line, f"“{name}” must be {keys[name].form}{problem}")
            else:
                good[name] = held
        for name, key in keys.items():
            if key.needed and name not in value.table:
                notes.add(value.line, f"{of} lacks the key “{name}”")
        return cls(value.line, good)

    def line_of(self, name: str) -> int:
        """Where the key is; the record's own line if it is not there."""
        return self.values[name].line if name in self.values else self.line

    def text(self, name: str) -> str:
        """The text under ``name``, on one line; a number as its digits; empty if there is neither."""
        if name not in self.values:
            return ""
        text, number = self.values[name].text, self.values[name].number
        return " ".join((text or "").split()) if number is None else str(number)

    def texts(self, name: str) -> tuple[str, ...]:
        """The list of texts under ``name``."""
        return tuple(" ".join((item.text or "").split()) for item in self.items(name))

    def items(self, name: str) -> Sequence[Value]:
        """The list under ``name``, with lines."""
        return (self.values[name].items or ()) if name in self.values else ()

    def day(self, name: str) -> date | None:
        """The date under ``name``."""
        return date.fromisoformat(self.values[name].text or "") if name in self.values else None

    def count(self, name: str) -> int | None:
        """The whole number under ``name``."""
        return self.values[name].number if name in self.values else None

    def choice(self, name: str, members: type[Member], notes: Diagnostics) -> Member | None:
        """The member of a closed list under ``name``; any other text is noted."""
        said = self.one_of(name, tuple(members), notes)
        return members(said) if said else None

    def one_of(self, name: str, allowed: Sequence[str], notes: Diagnostics) -> str:
        """The text under ``name`` if it is one of ``allowed``, else ""; any other text is noted."""
        said = self.text(name)
        if name in self.values and said not in allowed:
            notes.add(self.line_of(name), f"“{name}” is “{said}”; allowed are: {', '.join(allowed)}")
            return ""
        return said


def _problem(value: Value, form: Form) -> str:
    """What keeps ``value`` from having the form, to follow its name; empty if nothing does."""
    match form:
        case Form.TEXT if value.text is None:
            return f", not {_kind(value)}"
        case Form.TEXT if not (value.text or "").strip():
            return ", not empty"
        case Form.DATE:
            return "" if value.text is not None and _is_date(value.text) else f", not {_kind(value)}"
        case Form.TEXTS | Form.RECORDS if value.items is None:
            return f", not {_kind(value)}"
        case Form.TEXTS if any(not (item.text or "").strip() for item in value.items or ()):
            return _no_text(value.items or ())
        case Form.TABLE if value.table is None:
            return f", not {_kind(value)}"
        case Form.MONTHS if value.number is None and not (value.text or "").strip():
            return f", not {_kind(value)}"
        case Form.COUNT if value.number is None or value.number < 0:
            return f", not {_kind(value) if value.number is None else value.number}"
    return ""


def _no_text(items: Sequence[Value]) -> str:
    """What is wrong with a list of texts of which one is something else."""
    for item in items:
        for key, held in (item.table or {}).items():
            said = f"{key}: {held.text or ''}".strip()
            return f"; put “{said[:60]}” on line {item.line} in quotes, since it has a colon and a space in it"
    return "; one of them is empty or no text"


def _is_date(text: str) -> bool:
    try:
        return re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _kind(value: Value) -> str:
    if value.text is not None:
        return f"“{value.text[:40]}”" if value.text.strip() else "nothing"
    return value.other or ("a list" if value.items is not None else "a record")


# YAML: read from events, since the library's own values have forgotten their lines,
# take "no" for False, and follow aliases that can grow without bounds.

_YamlLoader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def yaml_record(
    text: str, notes: Diagnostics, *, first_line: int, of: str = "the front matter", longest: int = MAX_FRONT_MATTER
) -> Value | None:
    """The YAML value in ``text``, whose first line is ``first_line`` of its file; None, and a note, if there is none.

    ``of`` names it in messages; of more than ``longest`` characters nothing is read.
    Scalars stay text as written; anchors, aliases, tags and repeated keys are noted.
    """
    if len(text) > longest:
        notes.add(first_line, f"{of} is longer than {longest:,} characters; shorten it")
        return None
    try:
        events = list(yaml.parse(text, Loader=_YamlLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = in_plain_words(str(getattr(error, "problem", None)), "yaml")
        notes.add(first_line + (mark.line if mark else 0), f"{of} cannot be read: {problem}")
        return None
    except RecursionError:
        notes.add(first_line, f"{of} is nested too deeply")
        return None
    documents = sum(isinstance(event, yaml.DocumentStartEvent) for event in events)
    nodes = iter([event for event in events if isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent)])
    first = next(nodes, None)
    if documents != 1 or first is None:
        notes.add(first_line, f"{of} is empty")
        return None
    return _yaml_value(first, nodes, notes, first_line, _MAX_NESTING, of)


def _yaml_value(
    event: yaml.Event, events: Iterator[yaml.Event], notes: Diagnostics, first_line: int, depth: int, of: str
) -> Value:
    line = first_line + (event.start_mark.line if event.start_mark else 0)
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        notes.add(line, "anchors (&name) and aliases (*name) are not used; write the value out, or put it in quotes")
    if getattr(event, "tag", None):
        notes.add(line, "tags (!name) are not used; put a text that starts with ! in quotes")
    if isinstance(event, yaml.ScalarEvent):
        return Value(line, text=event.value)
    if isinstance(event, yaml.AliasEvent):
        return Value(line, other="an alias")
    if depth == 0:
        notes.add(line, f"{of} is nested too deeply")
        _skip(events)
        return Value(line, other="something nested")
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Value] = []
        while not isinstance(inner := next(events), yaml.SequenceEndEvent):
            items.append(_yaml_value(inner, events, notes, first_line, depth - 1, of))
        return Value(line, items=items)
    table: dict[str, Value] = {}
    while not isinstance(key_event := next(events), yaml.MappingEndEvent):
        key = _yaml_value(key_event, events, notes, first_line, depth - 1, of)
        value = _yaml_value(next(events), events, notes, first_line, depth - 1, of)
        name = key.text if key.text is not None else f"({_kind(key)})"
        if name in table:
            notes.add(key.line, f"the key “{name}” is listed twice (first on line {table[name].line})")
        # A value of several lines begins below its key; its mistakes belong to the key.
        table.setdefault(name, Value(key.line, value.text, value.items, value.table, value.other))
    return Value(line, table=table)


def _skip(events: Iterator[yaml.Event]) -> None:
    open_collections = 1
    while open_collections:
        event = next(events)
        open_collections += isinstance(event, yaml.CollectionStartEvent)
        open_collections -= isinstance(event, yaml.CollectionEndEvent)


# TOML: tomllib keeps no lines, so they are looked up by the heads of tables and the names of keys.


def toml_record(text: str, notes: Diagnostics) -> Value | None:
    """The TOML document in ``text``; None, and a note, if it is not TOML."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        end = text.count("\n") + 1
        problem = in_plain_words(str(error), "toml")
        notes.add(int(line[1]) if line else end, f"the file cannot be read: {problem}", SourceFault.FILE)
        return None
    except RecursionError:
        notes.add(1, "this TOML is nested too deeply", SourceFault.FILE)
        return None
    except ValueError:
        # Python reads no number of more than 4,300 digits.
        notes.add(
            _line_of_longest_number(text), "a number is too long; shorten it, or put it in quotes", SourceFault.FILE
        )
        return None
    return _toml_value(document, _TomlLines(text), (), 1)


def _line_of_longest_number(text: str) -> int:
    longest = max(re.finditer(r"[\d_]+", text), key=lambda digits: len(digits[0]))
    return text.count("\n", 0, longest.start()) + 1


class _TomlLines:
    """Where tables and keys are in a TOML text."""

    def __init__(self, text: str) -> None:
        self._lines: dict[tuple[str | int, ...], int] = {}
        counts: dict[str, int] = {}
        head: tuple[str | int, ...] = ()
        for number, line in enumerate(text.split("\n"), start=1):
            if match := re.match(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]", line):
                name = match[2].strip("\"'")
                head = (name,)
                if match[1] == "[[":
                    head = (name, counts.get(name, 0))
                    counts[name] = counts.get(name, 0) + 1
                    self._lines.setdefault((name,), number)
                self._lines.setdefault(head, number)
            elif match := re.match(r"\s*([\w-]+|\"[^\"]*\"|'[^']*')\s*=", line):
                self._lines.setdefault((*head, match[1].strip("\"'")), number)

    def of(self, path: tuple[str | int, ...], otherwise: int) -> int:
        return self._lines.get(path, otherwise)


def _toml_value(held: object, lines: _TomlLines, path: tuple[str | int, ...], above: int) -> Value:
    line = lines.of(path, above)
    match held:
        case str():
            return Value(line, text=held)
        case date():
            return Value(line, text=held.isoformat())
        case int() if not isinstance(held, bool):
            return Value(line, other=f"the bare value {held}; put it in quotes", number=held)
        case dict():
            return Value(
                line, table={key: _toml_value(inner, lines, (*path, key), line) for key, inner in held.items()}
            )
        case list():
            return Value(
                line, items=[_toml_value(inner, lines, (*path, index), line) for index, inner in enumerate(held)]
            )
        case _:
            return Value(line, other=f"the bare value {str(held).lower()}; put it in quotes")

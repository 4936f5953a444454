"""What a text must keep to before any parser sees it, each rule checked in time linear in the text.

A page within them is read, set in type and compared in a time that grows with its
length alone; docs/article-format.md lists them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby
from typing import Final, NamedTuple

MAX_CHARACTERS: Final = 100_000
MAX_WORD: Final = 200
MAX_BRACKETS_IN_A_ROW: Final = 50
MAX_HEADINGS: Final = 100
MAX_TABLE_CELLS: Final = 1_000
MAX_LIST_ITEMS: Final = 300
MAX_LIST_DEPTH: Final = 6
MAX_BOX_DEPTH: Final = 3
"""Callouts and folds inside each other; more would leave no room for words on a narrow page."""

# A list 6 deep inside boxes 3 deep, and one level for the text of its last point.
MAX_INDENT: Final = 4 * (MAX_LIST_DEPTH + MAX_BOX_DEPTH)

# What is paired or replaced inside one paragraph; a page of many paragraphs may hold more.
MAX_PARAGRAPH: Final = 20_000
MAX_STRESS_MARKS: Final = 200
MAX_INLINE_MARKS: Final = 2_000

MAX_BLOCKS: Final = 3_000


class TextFault(StrEnum):
    """What a mistake is about: a fixed key for the linter's codes, so that sentences may be reworded freely."""

    LIMIT = "limit"
    """Longer, deeper or more than any text may be."""
    CHARACTER = "character"
    """Cannot be seen, or hides what can."""
    HTML = "html"
    LINK = "link"
    LINK_WORDS = "link-words"
    CITATION = "citation"
    PICTURE = "picture"
    TABLE = "table"
    HEADING = "heading"
    DIALECT = "dialect"
    """Markdown, or what looks like it, that articles do not have."""


class Mistake(NamedTuple):
    """One thing to put right: ``line`` counts from 1, ``reason`` is a clause that can follow a colon."""

    line: int
    reason: str
    fault: TextFault


def breaches(text: str) -> list[Mistake]:
    """Every place where ``text`` (line ends ``\\n``) breaks a limit, by line; empty if it may be parsed."""
    if len(text) > MAX_CHARACTERS:
        # Nothing else is looked at: the rest may be of any size.
        line = text.count("\n", 0, MAX_CHARACTERS) + 1
        return [
            Mistake(
                line,
                f"the text is longer than {MAX_CHARACTERS:,} characters; divide it into two pages",
                TextFault.LIMIT,
            )
        ]
    lines = LineIndex(text)
    found = {*unseen_characters(text, lines), *_runs(text, lines), *_paragraphs(text), *_structure(text)}
    return sorted(found)


class LineIndex:
    """Tells the line of a place in a text without counting from its start again."""

    def __init__(self, text: str) -> None:
        self._ends = [match.start() for match in re.finditer("\n", text)]

    def line_of(self, offset: int) -> int:
        """The line, from 1, of the character at ``offset``."""
        return bisect_left(self._ends, offset) + 1


# Joiners spell words in Arabic script and in the scripts of India and their neighbours, and mean nothing elsewhere.
_JOINED = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af]")
_JOINERS = "\u200c\u200d"
# Thai, Lao, Khmer and Burmese set no spaces: a zero-width space shows where a line may break.
_BREAK = "\u200b"
_BREAKABLE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, but for tab and newline
    r"\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff"  # zero width
    r"\u2028\u2029\u202a-\u202e\u2066-\u206f"  # line separators and changes of direction
    r"\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\uffff"  # no characters, or private ones
    r"\U000e0000-\U0010ffff]"
)
_HEAPED_ACCENTS = re.compile(r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4}")


def unseen_characters(text: str, lines: LineIndex) -> Iterator[Mistake]:
    """Characters that cannot be seen, change the direction of others, or heap accents on a letter."""
    for match in _UNSEEN.finditer(text):
        if match[0] in _JOINERS and _JOINED.match(text[match.start() - 1 : match.start()]):
            continue
        if match[0] == _BREAK and all(
            _BREAKABLE.match(text[place : place + 1]) for place in (match.start() - 1, match.end())
        ):
            continue
        code = f"U+{ord(match[0]):04X}"
        yield Mistake(
            lines.line_of(match.start()),
            f"the character {code} cannot be seen or can hide text; take it out",
            TextFault.CHARACTER,
        )
    for match in _HEAPED_ACCENTS.finditer(text):
        yield Mistake(
            lines.line_of(match.start()), "more than 3 accents on one letter; take some out", TextFault.CHARACTER
        )


_WITHOUT_SPACES = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef"
    r"\U00020000-\U0003ffff"
)
UNSPACED: Final = f"[{_WITHOUT_SPACES}]"
"""A pattern for one character of a script that is written without spaces between words."""

# Such scripts break at any character, so their runs are not words.
_IN_WORD = rf"[^\s{_WITHOUT_SPACES}]"
_RUNS = (
    (
        re.compile(rf"(?<!{_IN_WORD}){_IN_WORD}{{{MAX_WORD + 1}}}"),
        f"a word is longer than {MAX_WORD} characters; divide it by spaces",
    ),
    (
        re.compile(rf"(?<![\[\]])[\[\]]{{{MAX_BRACKETS_IN_A_ROW + 1}}}"),
        f"more than {MAX_BRACKETS_IN_A_ROW} square brackets in a row; take some out",
    ),
    (
        re.compile(r"(?<![*_])[*_]{4}"),
        "more than 3 stars or underscores in a row; use ** for bold text, * for emphasis",
    ),
)


def _runs(text: str, lines: LineIndex) -> Iterator[Mistake]:
    for pattern, reason in _RUNS:
        for match in pattern.finditer(text):
            yield Mistake(lines.line_of(match.start()), reason, TextFault.LIMIT)


_INLINE_MARK = re.compile(r"[\\\[\]!<&`]|  \n")


def _paragraphs(text: str) -> Iterator[Mistake]:
    """Runs of lines without an empty one between: what Python-Markdown reads in one go."""
    numbered = enumerate(text.split("\n"), start=1)
    runs = (list(run) for filled, run in groupby(numbered, key=lambda line: bool(line[1].strip())) if filled)
    for count, run in enumerate(runs, start=1):
        number = run[0][0]
        paragraph = "\n".join(line for _, line in run)
        if len(paragraph) > MAX_PARAGRAPH:
            yield Mistake(
                number,
                f"more than {MAX_PARAGRAPH:,} characters without an empty line; put some in",
                TextFault.LIMIT,
            )
        if paragraph.count("*") + paragraph.count("_") > MAX_STRESS_MARKS:
            yield Mistake(
                number,
                f"a paragraph holds more than {MAX_STRESS_MARKS} stars and underscores; divide it",
                TextFault.LIMIT,
            )
        if len(_INLINE_MARK.findall(paragraph)) > MAX_INLINE_MARKS:
            yield Mistake(
                number,
                f"a paragraph holds more than {MAX_INLINE_MARKS:,} marks; divide it by empty lines",
                TextFault.LIMIT,
            )
        if count == MAX_BLOCKS + 1:
            yield Mistake(
                number,
                f"there are more than {MAX_BLOCKS:,} paragraphs; divide the text into two pages",
                TextFault.LIMIT,
            )


_ITEM = re.compile(r"( *)(?:[-*+]|\d++\.) +(?=\S)")
_ITEM_AGAIN = re.compile(r"(?:[-*+]|\d++\.)(?: |$)")
_HEADING = re.compile(r" {0,3}#{1,6}(?!#)")
_RULE = re.compile(r"(?:(?:- *+){3,}|(?:\* *+){3,}|(?:_ *+){3,}|(?:= *+){3,})$")
_TABLE_RULE = re.compile(r"\|?+(?: *+:?-++:? *+\|)*+(?: *+:?-++:? *+)?$")


def _structure(text: str) -> Iterator[Mistake]:
    """Lines that nest, and counts of what must stay countable."""
    headings = 0
    items_at: dict[int, int] = {}
    previous = ""
    columns = cells = 0
    for number, line in enumerate(text.expandtabs(4).split("\n"), start=1):
        bare = line.strip()
        if not bare:
            previous, columns = "", 0
            continue
        indent = len(line) - len(line.lstrip(" "))
        if indent > MAX_INDENT:
            yield Mistake(
                number, f"the line is indented by more than {MAX_INDENT} spaces; nest less deeply", TextFault.LIMIT
            )
        if _HEADING.match(line):
            headings += 1
            if headings == MAX_HEADINGS + 1:
                yield Mistake(
                    number,
                    f"there are more than {MAX_HEADINGS} headings; divide the text into two pages",
                    TextFault.HEADING,
                )
        if item := _ITEM.match(line):
            yield from _item(line, number, item)
            items_at = {at: count for at, count in items_at.items() if at <= indent}
            items_at[indent] = items_at.get(indent, 0) + 1
            if items_at[indent] == MAX_LIST_ITEMS + 1:
                yield Mistake(number, f"a list has more than {MAX_LIST_ITEMS} points; divide it", TextFault.LIMIT)
        elif not previous:
            items_at = {at: count for at, count in items_at.items() if at < indent}
        if columns:
            cells += columns
            if cells_in(line) != columns:
                yield Mistake(
                    number, f"this row has {cells_in(line)} cells, the head of the table has {columns}", TextFault.TABLE
                )
            if cells > MAX_TABLE_CELLS >= cells - columns:
                yield Mistake(number, f"a table has more than {MAX_TABLE_CELLS:,} cells; divide it", TextFault.LIMIT)
        elif "|" in line and "|" in previous and _TABLE_RULE.match(bare):
            columns = cells_in(previous)
            cells = columns
        elif _RULE.match(bare):
            yield Mistake(
                number, "lines across the page are not used; write a heading with ## instead", TextFault.DIALECT
            )
        previous = line


def _item(line: str, number: int, item: re.Match[str]) -> Iterator[Mistake]:
    if len(item[1]) % 4:
        yield Mistake(
            number,
            f"a point inside a list is indented by four spaces a level, not by {len(item[1])}",
            TextFault.DIALECT,
        )
    if _ITEM_AGAIN.match(line, item.end()):
        yield Mistake(
            number,
            "a point begins with the mark of another point; put words between, or \\ before the mark",
            TextFault.DIALECT,
        )


def cells_in(row: str) -> int:
    """How many cells a row of a pipe table has."""
    bare = re.sub(r"\\.", "..", row).strip()
    return bare.removeprefix("|").removesuffix("|").count("|") + 1

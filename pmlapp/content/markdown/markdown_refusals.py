"""What an article may not contain, what to write instead, and the line it is on."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from pmlapp.content.markdown.markdown_dialect import CITATION_KEY
from pmlapp.content.markdown.markdown_limits import LineIndex, Mistake, TextFault


class LeafProblem(NamedTuple):
    """A mistake ``offset`` characters into the piece of text number ``leaf``."""

    leaf: int
    offset: int
    reason: str
    fault: TextFault


_BACKSLASHED: Final = re.compile(r"\\[^\w\s]")

# The marks come first, in one set, so that text without any is passed over quickly.
_ANYWHERE: Final = re.compile(
    r"""[<&`!\[{](?:
    (?<=<)(?P<html>[A-Za-z/!?])
    |(?<=&)(?P<entity>(?:\#\d++|\#[xX][0-9A-Fa-f]++|[A-Za-z][A-Za-z0-9]*+);)
    |(?<=`)(?P<code>)
    |(?<=!)(?P<picture>\[)
    |(?<=\[)(?P<reference>[^\[\]]*+\]\[(?!\^))
    |(?<=\{)(?P<attributes>:?[ ]*[\#.:])
    )""",
    re.VERBOSE,
)
_AT_LINE_START: Final = re.compile(
    rf"""^[ ]*(?:
    (?P<box>!!!|\?\?\?)
    |(?P<quote>>)
    |(?P<heading>\#{{1,6}}(?!\#))
    |(?P<definition>\[(?!\^{CITATION_KEY}\](?!:))[^\[\]]*+\]:)
    |(?P<fence>~~~)
    |(?P<table>\|?(?:[ ]*:?-+:?[ ]*\|)+(?:[ ]*:?-+:?[ ]*)?$)
    |(?P<list>(?<=\n)(?:[-*+]|\d{{1,9}}\.)[ ]|(?<=\n[ ])(?:[-*+]|\d{{1,9}}\.)[ ])
    )""",
    re.VERBOSE | re.MULTILINE,
)
_REASONS: Final[dict[str, tuple[str, TextFault]]] = {
    "html": ("HTML is not used; where < is meant as a sign, put a space after it or write \\<", TextFault.HTML),
    "code": ("backticks are not used, articles hold no code; write the words plainly", TextFault.DIALECT),
    "picture": ("put a picture in a paragraph of its own: ![what it shows](media:name.svg)", TextFault.PICTURE),
    "reference": (
        "a link is written [words](target); sources are listed in sources.toml and cited as [^KEY]",
        TextFault.CITATION,
    ),
    "definition": (
        "articles have no list of links or notes; sources are listed in sources.toml and cited as [^KEY]",
        TextFault.CITATION,
    ),
    "attributes": (
        "only a heading may be followed by {#anchor}; no other braces like these are used",
        TextFault.DIALECT,
    ),
    "box": (
        'a callout or fold starts with !!! or ???, a kind, and a title in quotes: !!! info "Good to know"',
        TextFault.DIALECT,
    ),
    "quote": (
        "quotes with > are not used; write the sentence in quotation marks, or \\> for the sign itself",
        TextFault.DIALECT,
    ),
    "heading": (
        "put a heading on a line of its own that starts with ##, without indent and without a backslash at its end",
        TextFault.HEADING,
    ),
    "fence": ("fenced blocks are not used, articles hold no code", TextFault.DIALECT),
    "table": (
        "this table cannot be read: an empty line before it, and as many columns in this line as in the head",
        TextFault.TABLE,
    ),
    "list": (
        "an empty line is missing before this list; if it is not a list, put \\ before the mark or the dot",
        TextFault.DIALECT,
    ),
}


def text_problems(text: str, tag: str) -> Iterator[tuple[int, str, TextFault]]:
    """What may not be in a piece of text of the element ``tag``, as ``(offset, reason, fault)``."""
    bare = _BACKSLASHED.sub("..", text)
    for match in _ANYWHERE.finditer(bare):
        if match.lastgroup == "picture" and tag in {"p", "li"} and _alone(bare):
            continue
        if match.lastgroup == "entity":
            if (character := html.unescape(match[0])) != match[0]:
                meant = character.strip() or "a space"
                yield (
                    match.start(),
                    f"codes for characters are not used; write {meant} instead of {match[0]}",
                    TextFault.HTML,
                )
        else:
            yield match.start(), *_REASONS[match.lastgroup or ""]
    if tag in {"p", "li", "ul", "ol"}:
        for match in _AT_LINE_START.finditer(bare):
            yield match.start(match.lastgroup or 0), *_REASONS[match.lastgroup or ""]


def _alone(text: str) -> bool:
    return re.fullmatch(r"\s*!\[[^\[\]]+\]\(media:[a-z0-9-]+\.[a-z]+\)\s*", text) is not None


_LEFT_OVER: Final = re.compile(r"\]\(|\[\^|\*\*|__")
_LEFT_OVER_REASONS: Final[Mapping[str, tuple[str, TextFault]]] = {
    "](": (
        "this is not a link that can be read; write [words](target) without spaces or brackets inside",
        TextFault.LINK,
    ),
    "[^": ("this is not a citation; write [^KEY] with the key of a source, such as [^S57]", TextFault.CITATION),
    "**": ("unmatched **; put bold text between two pairs of stars, **like this**", TextFault.DIALECT),
    "__": (
        "unmatched __; put bold text between two pairs of stars, **like this**",
        TextFault.DIALECT,
    ),
}


def left_over(text: str) -> Iterator[tuple[int, str, TextFault]]:
    """The first mark in ``text`` that was meant to be read and was not, as ``(offset, reason, fault)``."""
    if mark := _LEFT_OVER.search(text):
        yield mark.start(), *_LEFT_OVER_REASONS[mark[0]]


_TARGETS: Final = {
    "article": (re.compile(r"[a-z0-9-]+/[a-z0-9-]+"), "article:topic/slug"),
    "glossary": (re.compile(r"[a-z0-9-]+"), "glossary:key, in a-z, 0-9 and hyphens"),
    # The address is shown to be read and copied, so it may hold nothing that looks like what it is not.
    "https": (re.compile(r"//[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d{1,5})?(?:[/?#][!-~]*)?"), "https://host/path"),
}


def link_problem(target: str) -> str:
    """Why a link may not lead to ``target``; empty if it may."""
    if target.startswith("#"):
        return "" if len(target) > 1 else "a link on the page names a heading: #how-it-happens"
    scheme, colon, rest = target.partition(":")
    if not colon or scheme not in _TARGETS:
        return f"a link leads to article:, glossary:, # or https:// only, not to {target[:40]}"
    form, example = _TARGETS[scheme]
    return "" if form.fullmatch(rest) else f"a link of this kind is written {example}"


def leaf_lines(source: str, leaves: list[str]) -> list[list[int]]:
    """The line in the source of each line of each piece of text, found by following the pieces through it in order."""
    lines = LineIndex(source)
    found: list[list[int]] = []
    position = 0
    for leaf in leaves:
        numbers: list[int] = []
        for piece in leaf.split("\n"):
            at = source.find(piece.strip(), position)
            if at >= 0:
                position = at + len(piece.strip())
            numbers.append(lines.line_of(max(at, 0)))
        found.append(numbers)
    return found


def locate(lines: list[list[int]], leaves: list[str], problems: list[LeafProblem]) -> list[Mistake]:
    """The lines of problems, by those of `leaf_lines`; a text without any piece has one line."""
    found: set[Mistake] = set()
    for leaf, offset, reason, fault in problems:
        line = lines[leaf][leaves[leaf].count("\n", 0, offset)] if leaves else 1
        found.add(Mistake(line, reason, fault))
    return sorted(found)

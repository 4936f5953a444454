"""Passages that are on several pages: written once in ``blocks/``, placed in the pages by name.

``{block:urgent-signs}`` on a line of its own becomes the text of
``blocks/urgent-signs.md`` before anything else reads the article, so that the
page, the text that is signed and every rule see what a reader will see.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from pmlapp.authoring.sources.diagnostics import Diagnostics, SourceFault
from pmlapp.authoring.sources.front_matter import divided
from pmlapp.authoring.sources.nearest import nearest
from pmlapp.authoring.sources.records import Form, Key, Keys
from pmlapp.authoring.sources.references import References, references
from pmlapp.authoring.sources.source_folder import NAME, SourceFolder, note_all
from pmlapp.content.markdown.markdown import ArticleParser

BLOCK_KEYS: Final[Keys] = {"sources": Key(Form.TEXT, needed=False)}


class SharedBlock(NamedTuple):
    """One passage, and what its file says."""

    key: str
    """The name of its file, by which pages place it."""
    text: str
    """Markdown with its claims in place, without empty lines around it."""
    references: References
    notes: Diagnostics
    """Where its mistakes are noted."""
    line: int
    """The line of its file, from 1, on which the text begins."""
    refused: frozenset[str]
    """What the parser says against it: said of its own file, so that no page is blamed for it."""


class BodyLines(NamedTuple):
    """Which line of an article's file a line of its text comes from, once shared blocks are in it."""

    first: int
    """The line of the file, from 1, on which the text begins."""
    written: tuple[int, ...] = ()
    """For each line of the text the line as written, both from 1; empty if they are the same."""
    blocks: Mapping[int, str] = {}
    """The shared block that a line of the text comes from."""

    def in_file(self, line: int) -> int:
        """The line of the file; a line of a shared block is where the block is placed."""
        if self.written:
            line = self.written[min(max(line, 1), len(self.written)) - 1]
        return self.first + line - 1


class Expanded(NamedTuple):
    """A text with its shared blocks in place."""

    text: str
    lines: BodyLines
    used: frozenset[str]
    mistakes: tuple[tuple[int, str], ...]
    """Line as written (from 1), and what is wrong with a place that no block could fill."""


_PLACE: Final = re.compile(r"( *)\{block:([^{}\n]*)\}[ ]*")


def place_blocks(text: str, blocks: Mapping[str, SharedBlock], *, first_line: int) -> Expanded:
    """``text`` with each line ``{block:name}`` replaced by that block, indented as the line is.

    Args:
        text: the Markdown of an article.
        blocks: by name.
        first_line: of ``text`` in its file.
    """
    if "{block:" not in text:
        return Expanded(text, BodyLines(first_line), frozenset(), ())
    out: list[str] = []
    written: list[int] = []
    origin: dict[int, str] = {}
    mistakes: list[tuple[int, str]] = []
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        match = _PLACE.fullmatch(line)
        if match is None:
            out.append(line)
            written.append(number)
            continue
        name = match[2].strip()
        block = blocks.get(name)
        if block is None:
            mistakes.append((number, f"the folder blocks has no block “{name}”{nearest(name, blocks)}"))
        placed = [match[1] + each if each else "" for each in block.text.split("\n")] if block else [""]
        # A passage is a paragraph of its own, whether its author left empty lines around the place or not.
        if out and out[-1].strip():
            placed.insert(0, "")
        if number < len(lines) and lines[number].strip():
            placed.append("")
        for each in placed:
            out.append(each)
            written.append(number)
            origin[len(out)] = name
    return Expanded(
        "\n".join(out),
        BodyLines(first_line, tuple(written), origin),
        frozenset(origin[line] for line in origin if origin[line] in blocks),
        tuple(mistakes),
    )


def read_blocks(
    folder: SourceFolder, parser: ArticleParser, place_claims: Callable[[str, Diagnostics, Callable[[int], int]], str]
) -> dict[str, SharedBlock]:
    """The shared blocks by name, each looked into as an article is; none if there is no such folder.

    Mistakes are noted in ``folder``.

    Args:
        folder: of one language.
        parser: of its articles.
        place_claims: gives a text with its claims in place, from that, where to note mistakes,
            and what makes a line of the file out of a line of the text.
    """
    blocks: dict[str, SharedBlock] = {}
    for path in folder.entries(folder.path / "blocks"):
        notes = folder.notes(path, SourceFault.SHARED_BLOCK)
        if not path.is_file() or path.suffix != ".md" or not NAME.fullmatch(path.stem):
            notes.add(1, "a shared block's file is named in a-z, 0-9 and single hyphens, and ends in .md")
            continue
        text = folder.text(path, notes)
        if text is None:
            continue
        front, body, line = divided(text, BLOCK_KEYS, notes)
        nested = [number for number, each in enumerate(body.split("\n"), start=line) if "{block:" in each]
        for number in nested:
            notes.add(number, "a shared block holds no other; place both on the page")
        if not nested:
            body = place_claims(body, notes, BodyLines(line).in_file)
        examined = parser.examine(body + "\n")
        note_all(examined.mistakes, notes, first_line=line)
        if not body:
            notes.add(line, "the file has no text; write the passage as in an article")
        elif not examined.body.cited and not examined.mistakes and not (front and front.text("sources")):
            notes.add(
                line,
                "a shared block cites what it rests on, such as [^S57]; if it states nothing that needs a source, "
                "say so above it, between two lines ---, as sources: “not-applicable: why”",
            )
        refused = frozenset(mistake.reason for mistake in examined.mistakes)
        blocks[path.stem] = SharedBlock(path.stem, body, references(examined.body), notes, line, refused)
    return blocks

"""One article as it was written, with the line of everything in it that a rule may speak of."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from pmlapp.authoring.lint.cited import PlacedBlock, Stretch, stretches
from pmlapp.authoring.lint.dossier import Dossier
from pmlapp.authoring.lint.reading_age import ReadingAge, ReadingMeter
from pmlapp.authoring.lint.sentences import sentences_in
from pmlapp.authoring.lint.word_lists import WordLists
from pmlapp.authoring.sources.records import Record
from pmlapp.authoring.sources.shared_blocks import BodyLines
from pmlapp.authoring.sources.sources import Draft, LibrarySources
from pmlapp.content.markdown.markdown import ArticleParser, ExaminedBody, ParsedBody
from pmlapp.content.markdown.markdown_limits import LineIndex, Mistake
from pmlapp.content.model import Article
from pmlapp.content.page import (
    Block,
    BlockId,
    Breadcrumb,
    Callout,
    CardList,
    Disclaimer,
    Emphasis,
    Figure,
    Fold,
    Heading,
    ItemList,
    Link,
    Notice,
    Paragraph,
    ReviewLine,
    ShortAnswer,
    SourceList,
    Span,
    Strong,
    Table,
    Term,
    Text,
    Title,
    children,
    plain,
)
from pmlapp.library.pages.review import Review, review_of


class Role(StrEnum):
    """What a passage is on its page."""

    TITLE = "title"
    SHORT_ANSWER = "short answer"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    POINT = "point"
    BOX_TITLE = "title of a callout or fold"
    CAPTION = "caption"
    CELL = "cell"
    PICTURE = "words for a picture"


RUNNING_TEXT: Final = frozenset({Role.SHORT_ANSWER, Role.PARAGRAPH, Role.POINT})
"""Where people read sentences."""


class Passage(NamedTuple):
    """Words that stand by themselves: a paragraph, a point of a list, a cell of a table."""

    role: Role
    line: int
    text: str
    """Plain words on one line, without citations."""
    spans: tuple[Span, ...]
    block: BlockId | None
    """The block that holds them; none for what stands in the front matter."""
    inside: tuple[Block, ...]
    section: BlockId | None
    """The heading under which they stand."""


class Sentence(NamedTuple):
    """One sentence of a passage, and its line."""

    text: str
    line: int
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryContext:
    """What a rule may know besides the article itself."""

    today: date
    folder: Path | None
    """The folder of the language; none for a file that belongs to no library."""
    sources: LibrarySources
    """The library as far as it could be read; its shelves are empty for a file that belongs to none."""
    words: WordLists
    """What rules look for in this language."""
    meter: ReadingMeter
    dossier: Dossier | None = None
    """What the editors recorded under each source; none unless they handed it in."""

    @property
    def language(self) -> str:
        """The language of every article in it."""
        return self.sources.language


_LONGEST_PARAGRAPH: Final = 60
"""Lines looked through for words; in a longer paragraph its first line must do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """One file, read once; every rule walks over what is here."""

    path: str
    """As findings show it."""
    lines: tuple[str, ...]
    """The whole file: ``lines[0]`` is line 1."""
    front: Record
    """The front matter as written; without values if the file has none."""
    title: str
    """As a reader sees it; empty without front matter."""
    short_answer: str
    """As a reader sees it; empty without front matter."""
    body_line: int
    blocks: tuple[PlacedBlock, ...]
    """In reading order, those inside lists, callouts and folds too."""
    passages: tuple[Passage, ...]
    stretches: tuple[Stretch, ...]
    """The body again, by what its citations carry."""
    sentences: tuple[Sentence, ...]
    """Of every passage, so a heading is one too; `Sentence.passage` tells its role."""
    library: LibraryContext
    article: Article | None
    """What the library makes of the file, with its sources and sign-offs; none for a foreign text."""

    @property
    def review(self) -> Review | None:
        """What its records say today; none for a foreign text."""
        return self.article and review_of(self.article, self.library.today, self.library.sources.policy)

    @property
    def words(self) -> WordLists:
        """What rules look for in its language."""
        return self.library.words

    @property
    def has_front_matter(self) -> bool:
        """Whether this is an article of a library at all; a foreign text is not."""
        return bool(self.front.values)

    def reading_age(self) -> ReadingAge:
        """Of the running text: each point is a sentence; headings, tables, captions and citations are left out."""
        told = [each.text for each in self.sentences if each.passage.role in RUNNING_TEXT]
        linked = {span.key: plain(span.spans) for span in self.spans() if isinstance(span, Term)}
        explained = set(linked.values())
        for term in self.library.sources.glossary:
            if term.key in linked:
                explained |= {term.word, *term.also}
        return self.library.meter.measure(told, sorted(explained))

    def spans(self) -> Iterator[Span]:
        """Every span of every passage in reading order, those inside others too."""
        for passage in self.passages:
            yield from every_span(passage.spans)

    def line_of(self, words: str, stretch: Stretch) -> int:
        """The line on which ``words`` of a stretch stand, if they stand there as written; else its first."""
        for number in range(stretch.line, min(stretch.line + _LONGEST_PARAGRAPH, len(self.lines)) + 1):
            line = self.lines[number - 1]
            if words in line:
                return number
            if not line.strip():
                break
        return stretch.line

    def body_lines(self) -> Iterator[tuple[int, str]]:
        """Each line below the front matter with its number."""
        return ((number, self.lines[number - 1]) for number in range(self.body_line, len(self.lines) + 1))


_ONE_LINE_PARAGRAPHS: Final = re.compile(r"^[^\n]{300,}\n[^\n]*\S", re.MULTILINE)


def of_draft(draft: Draft, text: str, library: LibraryContext, article: Article) -> Manuscript:
    """The manuscript of the ``article`` of a library whose file holds ``text``."""
    first, body = draft.lines.first, article.body
    head = text.split("\n")[: first - 1]
    manuscript = _manuscript(
        draft.notes.path,
        text,
        # Claims and shared blocks stand in it as readers see them.
        "\n".join([*head, body]),
        draft.front,
        (article.title, article.short_answer),
        first,
        _read(body, draft.examined, 1, first - 1),
        library,
        article,
    )
    return _with_lines_of_file(manuscript, draft.lines) if draft.lines.written else manuscript


def _with_lines_of_file(manuscript: Manuscript, lines: BodyLines) -> Manuscript:
    """The same by the lines of the file: what a shared block holds is on the line that places it."""

    def line(read: int) -> int:
        return read if read < lines.first else lines.in_file(read - lines.first + 1)

    passages = {id(each): each._replace(line=line(each.line)) for each in manuscript.passages}
    return replace(
        manuscript,
        blocks=tuple(each._replace(line=line(each.line)) for each in manuscript.blocks),
        passages=tuple(passages.values()),
        stretches=tuple(each._replace(line=line(each.line)) for each in manuscript.stretches),
        sentences=tuple(
            each._replace(line=line(each.line), passage=passages[id(each.passage)]) for each in manuscript.sentences
        ),
    )


def of_foreign(
    path: str, text: str, library: LibraryContext, parser: ArticleParser
) -> tuple[Manuscript, tuple[Mistake, ...]]:
    """The manuscript of a text without front matter: foreign Markdown, or plain text if its name ends otherwise.

    With it comes what the parser refuses in the text.

    In plain text each line is a paragraph, as programs that export pages write
    it; so it is in Markdown with very long lines and nothing between them.
    """
    stretch = 1 if path.endswith(".md") and not _ONE_LINE_PARAGRAPHS.search(text) else 2
    body = text if stretch == 1 else text.replace("\n", "\n\n")
    examined = parser.examine(body)
    mistakes = tuple(each._replace(line=_unstretched(each.line, stretch)) for each in examined.mistakes)
    read = _read(body, examined, stretch, 0)
    return _manuscript(path, text, text, Record(1), ("", ""), 1, read, library, None), mistakes


def _unstretched(line: int, stretch: int) -> int:
    return (line + stretch - 1) // stretch


_READ_OF_REFUSED: Final = 10_000
"""Characters read of a text that the parser refuses whole: it is refused anyway, and may be made to take long."""


def _read(body: str, examined: ExaminedBody, stretch: int, before: int) -> tuple[ParsedBody, Mapping[BlockId, int]]:
    """Blocks with lines of the file; what the parser refuses whole is read as bare paragraphs."""
    blocks, lines = examined.body, examined.lines
    if not blocks.blocks:
        numbered = enumerate(body[:_READ_OF_REFUSED].split("\n"), start=1)
        filled = (list(run) for written, run in groupby(numbered, key=lambda line: bool(line[1].strip())) if written)
        runs = [(" ".join(line for _, line in run), run[0][0]) for run in filled]
        ids = [BlockId(f"b{number}") for number in range(1, len(runs) + 1)]
        found = (Paragraph(block, (Text(" ".join(run.split())),)) for block, (run, _) in zip(ids, runs, strict=True))
        blocks, lines = ParsedBody(tuple(found), ()), dict(zip(ids, (line for _, line in runs), strict=True))
    return blocks, {block: before + _unstretched(line, stretch) for block, line in lines.items()}


def _manuscript(
    path: str,
    text: str,
    shown: str,
    front: Record,
    head: tuple[str, str],
    body_line: int,
    read: tuple[ParsedBody, Mapping[BlockId, int]],
    library: LibraryContext,
    article: Article | None,
) -> Manuscript:
    body, lines = read
    blocks = tuple(_placed(body.blocks, lines, ()))
    passages = (*_front_passages(front, *head), *_body_passages(blocks))
    return Manuscript(
        path=path,
        lines=tuple(text.split("\n")),
        front=front,
        title=head[0],
        short_answer=head[1],
        body_line=body_line,
        blocks=blocks,
        passages=passages,
        stretches=tuple(stretches(blocks)),
        sentences=tuple(_sentences(shown, passages)),
        library=library,
        article=article,
    )


def every_span(spans: tuple[Span, ...]) -> Iterator[Span]:
    """Spans in reading order, each before those inside it."""
    for span in spans:
        yield span
        if isinstance(span, Strong | Emphasis | Link | Term):
            yield from every_span(span.spans)


def _placed(
    blocks: tuple[Block, ...], lines: Mapping[BlockId, int], inside: tuple[Block, ...]
) -> Iterator[PlacedBlock]:
    for block in blocks:
        yield PlacedBlock(block, lines.get(block.id, 1), inside)
        yield from _placed(children(block), lines, (*inside, block))


def _front_passages(front: Record, title: str, short_answer: str) -> Iterator[Passage]:
    for role, key, text in ((Role.TITLE, "title", title), (Role.SHORT_ANSWER, "short_answer", short_answer)):
        if text:
            yield Passage(role, front.line_of(key), text, (Text(text),), None, (), None)


def _body_passages(blocks: tuple[PlacedBlock, ...]) -> Iterator[Passage]:
    section: BlockId | None = None
    for placed in blocks:
        if isinstance(placed.block, Heading):
            section = placed.block.id
        for role, line, spans in _spoken(placed):
            if words := " ".join(plain(spans).split()):
                yield Passage(role, line, words, spans, placed.block.id, placed.inside, section)


def _spoken(placed: PlacedBlock) -> Iterator[tuple[Role, int, tuple[Span, ...]]]:
    """Every run of words of one block with its role and line."""
    block, line, inside = placed
    match block:
        case Paragraph(spans=spans):
            yield (Role.POINT if inside and isinstance(inside[-1], ItemList) else Role.PARAGRAPH), line, spans
        case Heading(spans=spans):
            yield Role.HEADING, line, spans
        case Callout(title=spans):
            yield Role.BOX_TITLE, line, spans
        case Fold(title=title):
            yield Role.BOX_TITLE, line, (Text(title),)
        case Figure(alt=alt, caption=caption):
            yield Role.PICTURE, line, (Text(alt),)
            yield Role.CAPTION, line, caption
        case Table(caption=caption, header=header, rows=rows, note=note):
            yield Role.CAPTION, line, caption
            yield from ((Role.CELL, line, cell) for cell in header)
            # The line under the head, which sets the columns, is no row.
            yield from ((Role.CELL, line + 2 + number, cell) for number, row in enumerate(rows) for cell in row)
            yield Role.CAPTION, line + 2 + len(rows), note
        case (
            ItemList()
            | Breadcrumb()
            | Title()
            | Notice()
            | ReviewLine()
            | ShortAnswer()
            | SourceList()
            | CardList()
            | Disclaimer()
        ):
            pass


_WORD: Final = re.compile(r"[^\W_]+")


def _sentences(text: str, passages: tuple[Passage, ...]) -> Iterator[Sentence]:
    index = LineIndex(text)
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for passage in passages:
        found = sentences_in(passage.text)
        if len(found) == 1:
            yield Sentence(found[0], passage.line, passage)
            continue
        position = starts[passage.line - 1]
        for sentence in found:
            # Marks may stand between the words, so its first word is looked up, then its last.
            words = _WORD.findall(sentence)
            at = text.find(words[0], position) if words else -1
            yield Sentence(sentence, max(index.line_of(at), passage.line) if at >= 0 else passage.line, passage)
            if at >= 0:
                # Never so far that one word met too late would carry the rest of the page with it.
                end = text.find(words[-1], at, at + 4 * len(sentence) + 200)
                position = max(position, end, at)

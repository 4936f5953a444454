"""One article as it was written, with the line of everything in it that a rule may speak of."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from pmlapp.authoring.lint.cited import PlacedBlock, Stretch, stretches
from pmlapp.authoring.lint.dossier import Dossier
from pmlapp.authoring.lint.reading_age import ReadingAge, ReadingMeter
from pmlapp.authoring.lint.text_units import (
    RUNNING_TEXT,
    Sentence,
    TextUnit,
    body_units,
    every_span,
    front_units,
    sentences_of,
    take_home_units,
)
from pmlapp.authoring.lint.word_lists import WordLists
from pmlapp.authoring.sources.drafts import Draft
from pmlapp.authoring.sources.records import Record
from pmlapp.authoring.sources.shared_blocks import BodyLines
from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.content.markdown.markdown import ArticleParser, ExaminedBody, ParsedBody
from pmlapp.content.markdown.markdown_limits import Mistake
from pmlapp.content.model import Article
from pmlapp.content.page import (
    Block,
    BlockId,
    Callout,
    Care,
    Link,
    Paragraph,
    Span,
    Term,
    Text,
    children,
    plain,
)
from pmlapp.library.pages.review import Review, review_of


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
    text_units: tuple[TextUnit, ...]
    stretches: tuple[Stretch, ...]
    """The body again, by what its citations carry."""
    sentences: tuple[Sentence, ...]
    """Of every text unit, headings too; `Sentence.unit` has the role."""
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
        told = [each.text for each in self.sentences if each.unit.role in RUNNING_TEXT]
        linked = {span.key: plain(span.spans) for span in self.spans() if isinstance(span, Term)}
        explained = set(linked.values())
        for term in self.library.sources.glossary:
            if term.key in linked:
                explained |= {term.word, *term.also}
        return self.library.meter.measure(told, sorted(explained))

    def spans(self) -> Iterator[Span]:
        """Every span of every text unit in reading order, those inside others too."""
        for unit in self.text_units:
            yield from every_span(unit.spans)

    def line_of(self, words: str, stretch: Stretch) -> int:
        """The line on which ``words`` of a stretch are, if they are there as written; else its first."""
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


class PageInShort(NamedTuple):
    """What rules over the whole library know of each page: little enough to be kept for thousands."""

    path: str
    id: str
    """``topic/slug``; empty for a foreign text."""
    question_type: str
    front: Mapping[str, str]
    """The front matter's texts by key, "" for what is no text; empty if the file has none."""
    body_line: int
    boxes: frozenset[Care]
    """The kinds of its callouts."""
    links: frozenset[str]
    """Where the links of its text lead."""
    cited: frozenset[str]
    """The keys of its sources."""


def page_in_short(manuscript: Manuscript) -> PageInShort:
    """What is known of a page once it has been judged."""
    article = manuscript.article
    return PageInShort(
        path=manuscript.path,
        id=article.id if article else "",
        question_type=article.question_type if article else "",
        front={key: manuscript.front.text(key) for key in manuscript.front.values},
        body_line=manuscript.body_line,
        boxes=frozenset(each.block.care for each in manuscript.blocks if isinstance(each.block, Callout)),
        links=frozenset(span.target for span in manuscript.spans() if isinstance(span, Link)),
        cited=frozenset(source.key for source in article.sources) if article else frozenset(),
    )


_ONE_LINE_PARAGRAPHS: Final = re.compile(r"^[^\n]{300,}\n[^\n]*\S", re.MULTILINE)


def of_draft(draft: Draft, text: str, library: LibraryContext, article: Article) -> Manuscript:
    """The manuscript of the ``article`` of a library whose file holds ``text``."""
    first, body = draft.lines.first, article.body
    head = text.split("\n")[: first - 1]
    manuscript = _manuscript(
        draft.notes.path,
        text,
        # Claims and shared blocks are in it as readers see them.
        shown="\n".join([*head, body]),
        front=draft.front,
        title=article.title,
        short_answer=article.short_answer,
        body_line=first,
        read=_read(body, draft.examined, 1, first - 1),
        library=library,
        article=article,
    )
    return _with_lines_of_file(manuscript, draft.lines) if draft.lines.written else manuscript


def _with_lines_of_file(manuscript: Manuscript, lines: BodyLines) -> Manuscript:
    """The same by the lines of the file: what a shared block holds is on the line that places it."""

    def line(read: int) -> int:
        return read if read < lines.first else lines.in_file(read - lines.first + 1)

    units = {id(each): each._replace(line=line(each.line)) for each in manuscript.text_units}
    return replace(
        manuscript,
        blocks=tuple(each._replace(line=line(each.line)) for each in manuscript.blocks),
        text_units=tuple(units.values()),
        stretches=tuple(each._replace(line=line(each.line)) for each in manuscript.stretches),
        sentences=tuple(
            each._replace(line=line(each.line), unit=units[id(each.unit)]) for each in manuscript.sentences
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
    line_factor = 1 if path.endswith(".md") and not _ONE_LINE_PARAGRAPHS.search(text) else 2
    body = text if line_factor == 1 else text.replace("\n", "\n\n")
    examined = parser.examine(body)
    mistakes = tuple(each._replace(line=_unstretched(each.line, line_factor)) for each in examined.mistakes)
    read = _read(body, examined, line_factor, 0)
    manuscript = _manuscript(
        path,
        text,
        shown=text,
        front=Record(1),
        title="",
        short_answer="",
        body_line=1,
        read=read,
        library=library,
        article=None,
    )
    return manuscript, mistakes


def _unstretched(line: int, line_factor: int) -> int:
    return (line + line_factor - 1) // line_factor


_READ_OF_REFUSED: Final = 10_000
"""Characters read of a text that the parser refuses whole: it is refused anyway, and may be made to take long."""


def _read(body: str, examined: ExaminedBody, line_factor: int, before: int) -> tuple[ParsedBody, Mapping[BlockId, int]]:
    """Blocks with lines of the file; what the parser refuses whole is read as bare paragraphs."""
    blocks, lines = examined.body, examined.lines
    if not blocks.blocks:
        numbered = enumerate(body[:_READ_OF_REFUSED].split("\n"), start=1)
        filled = (list(run) for written, run in groupby(numbered, key=lambda line: bool(line[1].strip())) if written)
        runs = [(" ".join(line for _, line in run), run[0][0]) for run in filled]
        ids = [BlockId(f"b{number}") for number in range(1, len(runs) + 1)]
        found = (Paragraph(block, (Text(" ".join(run.split())),)) for block, (run, _) in zip(ids, runs, strict=True))
        blocks, lines = ParsedBody(tuple(found), ()), dict(zip(ids, (line for _, line in runs), strict=True))
    return blocks, {block: before + _unstretched(line, line_factor) for block, line in lines.items()}


def _manuscript(
    path: str,
    text: str,
    *,
    shown: str,
    front: Record,
    title: str,
    short_answer: str,
    body_line: int,
    read: tuple[ParsedBody, Mapping[BlockId, int]],
    library: LibraryContext,
    article: Article | None,
) -> Manuscript:
    body, lines = read
    blocks = tuple(_placed(body.blocks, lines, ()))
    take_home = take_home_units(front, article) if article else ()
    units = (*front_units(front, title, short_answer), *take_home, *body_units(blocks))
    return Manuscript(
        path=path,
        lines=tuple(text.split("\n")),
        front=front,
        title=title,
        short_answer=short_answer,
        body_line=body_line,
        blocks=blocks,
        text_units=units,
        stretches=tuple(stretches(blocks)),
        sentences=tuple(sentences_of(shown, units)),
        library=library,
        article=article,
    )


def _placed(
    blocks: tuple[Block, ...], lines: Mapping[BlockId, int], inside: tuple[Block, ...]
) -> Iterator[PlacedBlock]:
    for block in blocks:
        yield PlacedBlock(block, lines.get(block.id, 1), inside)
        yield from _placed(children(block), lines, (*inside, block))

"""The source folder of one language, read into the values of a library."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from pmlapp.authoring.sources.article_files import article_files, place_of
from pmlapp.authoring.sources.article_head import (
    ARTICLE_KEYS,
    CLAIM_HOLDERS,
    head_references,
    note_lost_anchors,
    read_head,
)
from pmlapp.authoring.sources.claims import Claim, place_claims, place_in
from pmlapp.authoring.sources.diagnostics import Diagnostic, Diagnostics, SourceFault
from pmlapp.authoring.sources.drafts import RELATED, RELATED_KEYS, Draft, PlacedNames, left_to_write, placed_names
from pmlapp.authoring.sources.front_matter import divided, no_front_matter
from pmlapp.authoring.sources.library_files import LibraryFiles, check_identity
from pmlapp.authoring.sources.nearest import nearest
from pmlapp.authoring.sources.own_words import usual_question_types
from pmlapp.authoring.sources.policy import read_policy
from pmlapp.authoring.sources.query_sheet import QuerySheet, read_query_sheet
from pmlapp.authoring.sources.records import Record
from pmlapp.authoring.sources.references import Shelves, lost, references
from pmlapp.authoring.sources.review_files import ReviewFile, read_review_files
from pmlapp.authoring.sources.shared_blocks import BodyLines, SharedBlock, place_blocks, read_blocks
from pmlapp.authoring.sources.sign_off import text_sha256, with_hashes
from pmlapp.authoring.sources.source_folder import SourceFolder
from pmlapp.content.cards import ActionCard, SelfCheck
from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.content.markdown.markdown_limits import TextFault
from pmlapp.content.model import (
    Article,
    ArticleId,
    GlossaryTerm,
    Media,
    Policy,
    RelatedQuestion,
    Source,
    Synonym,
    Topic,
)
from pmlapp.errors import SourcesRefusedError


@dataclass(frozen=True, slots=True, kw_only=True)
class LibrarySources:
    """All that a library is built from, in one language, without a mistake in it."""

    title: str
    subject: str
    language: str
    publisher: str
    licence: str
    topics: tuple[Topic, ...]
    articles: tuple[Article, ...]
    """By topic, then question type, then id."""
    sources: tuple[Source, ...]
    glossary: tuple[GlossaryTerm, ...]
    synonyms: tuple[Synonym, ...]
    media: tuple[Media, ...]
    emergency_signs: str = ""
    """What the home page asks in its emergency line; "" for the usual question."""
    medicines: tuple[str, ...] = ()
    """Names that the search never takes for misspelt."""
    claims: tuple[Claim, ...] = ()
    """What pages place by name; in the texts above they are in place already."""
    blocks: tuple[SharedBlock, ...] = ()
    """Passages that pages place by name; in the texts above they are in place already."""
    policy: Policy = field(default_factory=Policy)
    states_policy: bool = True
    """Whether somebody has said what it may be given out with; until then it is a draft."""
    queries: QuerySheet | None = None
    """What the search is tried with; None without a sheet.  Nothing of it comes into the content file."""
    id: str = ""
    """A name that stays through all editions, such as ``org.example.pml``; "" for a library that nobody will update."""
    edition: str = ""
    """A day or a number; "" to be called after the newest day of its records."""
    min_app_version: str = ""
    """The first version of the program that shows all of it as it is meant; "" for any."""
    words: tuple[tuple[str, str], ...] = ()
    """The library's own texts, such as its disclaimer, by key."""
    question_types: tuple[tuple[str, str], ...] = usual_question_types("en")
    """Each type of question in the order of the types, and its heading; "" for none."""
    action_cards: tuple[ActionCard, ...] = ()
    """What to do in which situation, in the order shown."""
    self_checks: tuple[SelfCheck, ...] = ()
    """Searches by which a library that was just installed is tried."""
    statements: Record = field(default_factory=lambda: Record(1))
    """``library.toml`` as read: who answers for the pages, unless a page says otherwise of itself."""
    unfinished: tuple[tuple[ArticleId, str], ...] = ()
    """Pages that may be looked at but not given out yet, each with ``path:line: what is left to write``."""
    source_records: Mapping[str, Record] = field(default_factory=dict)
    """``sources.toml`` as read, by key: what its sources say of themselves, with lines."""


def read_sources(
    folder: Path, *, today: date | None = None, progress: Callable[[int, int], None] | None = None
) -> LibrarySources:
    """Read the folder of one language, such as ``resources/content/en``.

    Args:
        folder: laid out as docs/article-format.md says; its name is the language.
        today: if given, nothing may have been checked, signed or withdrawn on a day later than tomorrow.
        progress: called after each article with how many are read, and of how many.

    Raises:
        SourcesRefusedError: with every mistake of every file, as ``path:line: message``.
    """
    examined = examine_sources(folder, today=today, progress=progress)
    if examined.mistakes:
        raise SourcesRefusedError(tuple(str(note) for note in examined.mistakes))
    return examined.library


class ExaminedSources(NamedTuple):
    """A folder of sources as far as it could be read, with every mistake in it."""

    library: LibrarySources
    drafts: tuple[Draft, ...]
    """The articles that have front matter, in the order of their files."""
    paths: tuple[Path, ...]
    """Every article's file, readable or not."""
    mistakes: tuple[Diagnostic, ...]
    """By path and line."""
    reading: "SourceReading"
    """What its pages share, for reading one of them again."""


def examine_sources(
    folder: Path, *, today: date | None = None, progress: Callable[[int, int], None] | None = None
) -> ExaminedSources:
    """Read the folder of one language as `read_sources` does, but note mistakes instead of refusing them."""
    reading = SourceReading(folder, today)
    drafts: list[Draft] = []
    articles: list[Article] = []
    placed: list[PlacedNames] = []
    unfinished: list[tuple[ArticleId, str]] = []
    for done, path in enumerate(reading.paths, start=1):
        if draft := reading.draft(path):
            drafts.append(draft)
            articles.append(reading.followed(draft))
            placed.append(placed_names(draft))
            unfinished += draft.unfinished
        if progress:
            progress(done, len(reading.paths))
    titles = {article.id: article.title for article in articles}
    articles = [
        article._replace(related=tuple(each._replace(title=titles.get(each.to, "")) for each in article.related))
        for article in articles
    ]
    reading.note_unused(placed)
    shelves = reading.shelves
    order = {topic.id: index for index, topic in enumerate(shelves.topics)}
    types = [key for key, _ in shelves.question_types]
    ordered = sorted(
        articles, key=lambda page: (order.get(page.topic, len(order)), types.index(page.question_type), page.id)
    )
    library = replace(
        shelves,
        articles=with_hashes(ordered, shelves.glossary, shelves.media),
        unfinished=tuple(unfinished),
    )
    return ExaminedSources(library, tuple(drafts), tuple(reading.paths), tuple(sorted(set(reading.mistakes))), reading)


class SourceReading:
    """One run over one folder: what all pages share is read at once, then page by page in any order or process.

    Mistakes are collected in ``mistakes``.
    """

    def __init__(self, folder: Path, today: date | None) -> None:
        self.folder = SourceFolder(folder, today=today)
        if not self.folder.path.is_dir():
            raise SourcesRefusedError(tuple(str(note) for note in self.mistakes))
        self._claims_used: set[str] = set()
        files = LibraryFiles(self.folder)
        library = files.library()
        self._types = files.question_types(library)
        icons = files.icons()
        self._topics = files.topics(icons)
        source_records = files.source_records()
        self._sources = files.sources(source_records)
        self._glossary = files.glossary()
        synonyms, medicines = files.synonyms()
        media = files.media()
        self._claims: Mapping[str, Claim] | None = files.claims(self._sources)
        self._blocks = read_blocks(self.folder, self.parser, self._placed)
        self.paths = article_files(self.folder, self._topics)
        self.places = {place_of(path): path for path in self.paths}
        """Every article by its id, for one that cannot be read is there all the same for those that lead to it."""
        self._shelves = Shelves(self._sources, self._glossary, self.places, media)
        for block in self._blocks.values():
            for line, message, fault in lost(block.references, block.text, self._shelves):
                block.notes.add(block.line + line - 1, message, fault)
        self._claims_in_blocks = frozenset(self._claims_used)
        check_identity(library, self.folder.notes(self.folder.path / "library.toml"))
        policy = read_policy(self.folder)
        queries = read_query_sheet(self.folder, self.places)
        self._reviews = read_review_files(self.folder, self.places)
        self.shelves = LibrarySources(
            title=library.text("title"),
            subject=library.text("subject"),
            language=self.folder.language,
            publisher=library.text("publisher"),
            licence=library.text("licence"),
            emergency_signs=library.text("emergency_signs"),
            topics=self._topics or (),
            articles=(),
            sources=tuple((self._sources or {}).values()),
            glossary=tuple((self._glossary or {}).values()),
            synonyms=synonyms,
            medicines=medicines,
            action_cards=files.action_cards(self._sources, self.places),
            self_checks=files.self_checks(library, self.places),
            media=(*media.values(), *icons.values(), *files.brand()),
            question_types=self._types,
            words=files.words(library, self.places),
            claims=tuple((self._claims or {}).values()),
            blocks=tuple(self._blocks.values()),
            policy=policy or Policy(),
            states_policy=policy is not None,
            queries=queries,
            id=library.text("id"),
            edition=library.text("edition"),
            min_app_version=library.text("min_app_version"),
            statements=library,
            source_records=source_records or {},
        )
        """The library without its articles."""
        self._terms: Mapping[str, GlossaryTerm] = {term.key: term for term in self.shelves.glossary}
        self._pictures: Mapping[str, Media] = {picture.name: picture for picture in self.shelves.media}

    def __getstate__(self) -> dict[str, object]:
        """All but the parser, which each process makes for itself."""
        return {name: value for name, value in self.__dict__.items() if name != "parser"}

    @cached_property
    def parser(self) -> ArticleParser:
        """Reads the text of one article after another."""
        return ArticleParser()

    @property
    def mistakes(self) -> list[Diagnostic]:
        """What is wrong so far, in the order found."""
        return self.folder.mistakes

    def note_unused(self, placed: Iterable[PlacedNames]) -> None:
        """Note the claims, shared blocks and pictures that none of the pages places or shows."""
        claims, blocks, shown = set(self._claims_in_blocks), set[str](), set[str]()
        for page in placed:
            claims |= page.claims
            blocks |= page.blocks
            shown |= page.media
        for claim in self.shelves.claims:
            if claim.key not in claims:
                notes = self.folder.notes(self.folder.path / "claims.toml")
                notes.add(
                    claim.line, f"no article uses the claim “{claim.key}”; place it or take it out", SourceFault.CLAIM
                )
        for block in self._blocks.values():
            if block.key not in blocks:
                notes = self.folder.notes(self.folder.path / "blocks" / f"{block.key}.md", SourceFault.SHARED_BLOCK)
                notes.add(1, f"no article places this block; place it with {{block:{block.key}}} or take it out")
        for name in self._shelves.media or ():
            if name not in shown:
                notes = self.folder.notes(self.folder.path / "media" / name)
                notes.add(1, "no article shows this picture; use it or take it out", SourceFault.PICTURE_FILE)

    # Articles

    def text(self, path: Path) -> str | None:
        """The text of an article's file; None, and a note, if it cannot be read."""
        return self.folder.text(path, self.folder.notes(path))

    def draft(self, path: Path, text: str | None = None) -> Draft | None:
        """An article as far as its file can be read; ``text`` is what that holds, if it is known already."""
        if text is None:
            text = self.text(path)
        if text is None:
            return None
        notes = self.folder.notes(path)
        self._claims_used.clear()
        front, body, body_line = divided(text, ARTICLE_KEYS, notes)
        if front is None:
            notes.add(1, no_front_matter(text))
            return None
        for key, held in front.values.items():
            if key not in CLAIM_HOLDERS and (kind := place_in(held)):
                notes.add(held.line, f"{kind} is placed in the text or the short answer, not in “{key}”")
        article = read_head(front, place_of(path), self.folder.language, self._types, notes, self._placed)
        line = front.line_of("evidence_checked")
        self.folder.note_future(article.evidence_checked, "evidence_checked", line, notes)
        expanded = place_blocks(body + "\n", self._blocks, first_line=body_line)
        for line, problem in expanded.mistakes:
            notes.add(body_line + line - 1, problem, SourceFault.SHARED_BLOCK)
        lines = expanded.lines
        body = self._placed(expanded.text, notes, lines.in_file)
        examined = self.parser.examine(body)
        note_lost_anchors(front, article, examined.body, notes)
        for line, reason, fault in examined.mistakes:
            if not self._said_of_its_block(lines, line, reason):
                notes.add(lines.in_file(line), reason, fault)
        if not body.strip():
            notes.add(body_line, "the article has no text below its front matter")
        article = article._replace(body=body)
        return Draft(
            path=path,
            article=article,
            notes=notes,
            front=front,
            lines=lines,
            examined=examined,
            references=references(examined.body),
            claims=frozenset(self._claims_used),
            blocks=expanded.used,
            unfinished=tuple(left_to_write(article.id, front, text, notes.path)),
        )

    def _said_of_its_block(self, lines: BodyLines, line: int, reason: str) -> bool:
        """Whether a mistake is in a shared block, of which it is said once."""
        return line in lines.blocks and reason in self._blocks[lines.blocks[line]].refused

    def _placed(self, text: str, notes: Diagnostics, in_file: Callable[[int], int], *, citable: bool = True) -> str:
        """The text with its claims in place, so that whatever reads it next reads what a reader will.

        ``in_file`` gives the line of the file for a line of the text.
        """
        placed = place_claims(text, self._claims, citable=citable)
        self._claims_used |= placed.used
        for line, problem in placed.mistakes:
            notes.add(in_file(line), problem, SourceFault.CLAIM)
        return placed.text

    def followed(self, draft: Draft) -> Article:
        """The article with its sources, related pages and reviews, every reference followed.

        Titles of related pages are left empty.
        """
        refers = draft.references
        for line, message, fault in lost(refers, draft.article.body, self._shelves):
            if line not in draft.lines.blocks:  # what is in a shared block is said of that
                draft.notes.add(draft.lines.in_file(line), message, fault)
        keys = dict.fromkeys(refers.sources)
        for head, line in head_references(draft.front, draft.article):
            keys.update(dict.fromkeys(head.sources))
            for _, message, fault in lost(head, "", self._shelves):
                draft.notes.add(line, message, fault)
        sources = self._sources or {}
        reviews = self._reviews.get(draft.article.id, ReviewFile())
        return draft.article._replace(
            sources=tuple(sources[key] for key in keys if key in sources),
            related=self._related(draft),
            sign_offs=reviews.sign_offs,
            withdrawal=reviews.withdrawal,
        )

    def signable(self, article: Article) -> Article:
        """An article that was followed, with the hash of its text as it is now."""
        return article._replace(text_sha256=text_sha256(article, self._terms, self._pictures))

    def _related(self, draft: Draft) -> tuple[RelatedQuestion, ...]:
        items = draft.front.items("related")
        related: dict[str, RelatedQuestion] = {}
        if "related" in draft.front.values and len(items) not in RELATED:
            message = f"“related” names {len(items)} pages; it must name {RELATED.start} to {RELATED.stop - 1}"
            draft.notes.add(draft.front.line_of("related"), message)
        for item in items:
            record = Record.check(item, RELATED_KEYS, draft.notes, of="a related page")
            to = record.text("to")
            if to and to not in self.places:
                draft.notes.add(
                    record.line_of("to"), f"there is no article “{to}”{nearest(to, self.places)}", TextFault.LINK
                )
            elif to == draft.article.id:
                draft.notes.add(record.line_of("to"), "an article cannot be related to itself")
            elif to in related:
                draft.notes.add(record.line_of("to"), f"“{to}” is listed twice under “related”")
            related[to] = RelatedQuestion(to=ArticleId(to), title="", reason=record.text("why"))
        return tuple(related.values())

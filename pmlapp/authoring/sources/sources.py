"""The source folder of one language, read into the values of a library."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from pmlapp.authoring.sources.article_files import article_files, place_of
from pmlapp.authoring.sources.article_head import (
    ARTICLE_KEYS,
    CLAIM_HOLDERS,
    head_references,
    note_lost_anchors,
    read_head,
)
from pmlapp.authoring.sources.article_text import FILL_IN
from pmlapp.authoring.sources.claims import Claim, place_claims, place_in
from pmlapp.authoring.sources.diagnostics import Diagnostic, Diagnostics, SourceFault
from pmlapp.authoring.sources.front_matter import divided, no_front_matter
from pmlapp.authoring.sources.library_files import LibraryFiles, check_identity
from pmlapp.authoring.sources.nearest import nearest
from pmlapp.authoring.sources.own_words import usual_question_types
from pmlapp.authoring.sources.policy import read_policy
from pmlapp.authoring.sources.query_sheet import QuerySheet, read_query_sheet
from pmlapp.authoring.sources.records import Form, Key, Keys, Record
from pmlapp.authoring.sources.references import References, Shelves, lost, references
from pmlapp.authoring.sources.review_files import ReviewFile, read_review_files
from pmlapp.authoring.sources.shared_blocks import BodyLines, SharedBlock, place_blocks, read_blocks
from pmlapp.authoring.sources.sign_off import with_hashes
from pmlapp.authoring.sources.source_folder import SourceFolder
from pmlapp.content.cards import ActionCard, SelfCheck
from pmlapp.content.markdown.markdown import ArticleParser, ExaminedBody
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

RELATED: Final = range(3, 7)
NO_RELATED: Final = (
    f"the front matter lacks the key “related”; it names {RELATED.start} to {RELATED.stop - 1} pages worth reading next"
)
RELATED_KEYS: Final[Keys] = {"to": Key(Form.TEXT), "why": Key(Form.TEXT)}


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


class Draft(NamedTuple):
    """An article's file as far as it could be read."""

    path: Path
    article: Article
    """Its body is the text below the front matter, without empty lines around it."""
    notes: Diagnostics
    front: Record
    lines: BodyLines
    """Where in the file the lines of the body are."""
    examined: ExaminedBody
    """Lines count from the body's first."""
    references: References


class ExaminedSources(NamedTuple):
    """A folder of sources as far as it could be read, with every mistake in it."""

    library: LibrarySources
    drafts: tuple[Draft, ...]
    """The articles that have front matter, in the order of their files."""
    paths: tuple[Path, ...]
    """Every article's file, readable or not."""
    mistakes: tuple[Diagnostic, ...]
    """By path and line."""


def examine_sources(
    folder: Path, *, today: date | None = None, progress: Callable[[int, int], None] | None = None
) -> ExaminedSources:
    """Read the folder of one language as `read_sources` does, but note mistakes instead of refusing them."""
    return Reading(folder, today).read(progress or (lambda done, total: None))


class Reading:
    """One run over one folder; collects mistakes until the end."""

    def __init__(self, folder: Path, today: date | None) -> None:
        self._folder = SourceFolder(folder, today=today)
        self._parser = ArticleParser()
        self._types: tuple[tuple[str, str], ...] = ()
        self._claims: Mapping[str, Claim] | None = None
        self._claims_used: set[str] = set()
        self._blocks: Mapping[str, SharedBlock] = {}
        self._blocks_used: set[str] = set()
        self._unfinished: list[tuple[ArticleId, str]] = []

    def read(self, progress: Callable[[int, int], None]) -> ExaminedSources:
        """Everything, as far as it can be read."""
        if not self._folder.path.is_dir():
            raise SourcesRefusedError(tuple(str(note) for note in self._folder.mistakes))
        files = LibraryFiles(self._folder)
        library = files.library()
        self._types = files.question_types(library)
        icons = files.icons()
        topics = files.topics(icons)
        source_records = files.source_records()
        sources = files.sources(source_records)
        glossary = files.glossary()
        synonyms, medicines = files.synonyms()
        media = files.media()
        self._claims = files.claims(sources)
        self._blocks = read_blocks(self._folder, self._parser, self._placed)
        paths = article_files(self._folder, topics)
        drafts: list[Draft] = []
        for done, path in enumerate(paths, start=1):
            if draft := self._draft(path):
                drafts.append(draft)
            progress(done, len(paths))
        # An article that cannot be read is there all the same for those that lead to it.
        titles = {place_of(path): "" for path in paths} | {str(each.article.id): each.article.title for each in drafts}
        articles = self._followed(drafts, titles, sources, glossary, media)
        self._note_unused()
        notes = self._folder.notes(self._folder.path / "library.toml")
        check_identity(library, notes)
        policy = read_policy(self._folder)
        queries = read_query_sheet(self._folder, titles)
        articles = self._reviewed(articles, titles)
        order = {topic.id: index for index, topic in enumerate(topics or ())}
        types = [key for key, _ in self._types]
        values = LibrarySources(
            title=library.text("title"),
            subject=library.text("subject"),
            language=self._folder.language,
            publisher=library.text("publisher"),
            licence=library.text("licence"),
            emergency_signs=library.text("emergency_signs"),
            topics=topics or (),
            articles=with_hashes(
                sorted(
                    articles,
                    key=lambda page: (order.get(page.topic, len(order)), types.index(page.question_type), page.id),
                ),
                (glossary or {}).values(),
                media.values(),
            ),
            sources=tuple((sources or {}).values()),
            glossary=tuple((glossary or {}).values()),
            synonyms=synonyms,
            medicines=medicines,
            action_cards=files.action_cards(sources, titles),
            self_checks=files.self_checks(library, titles),
            media=(*media.values(), *icons.values(), *files.brand()),
            question_types=self._types,
            words=files.words(library, titles),
            claims=tuple((self._claims or {}).values()),
            blocks=tuple(self._blocks.values()),
            policy=policy or Policy(),
            states_policy=policy is not None,
            queries=queries,
            id=library.text("id"),
            edition=library.text("edition"),
            min_app_version=library.text("min_app_version"),
            statements=library,
            unfinished=tuple(self._unfinished),
            source_records=source_records or {},
        )
        return ExaminedSources(values, tuple(drafts), tuple(paths), tuple(sorted(set(self._folder.mistakes))))

    # Articles

    def _draft(self, path: Path) -> Draft | None:
        notes = self._folder.notes(path)
        text = self._folder.text(path, notes)
        if text is None:
            return None
        front, body, body_line = divided(text, ARTICLE_KEYS, notes)
        if front is None:
            notes.add(1, no_front_matter(text))
            return None
        for key, held in front.values.items():
            if key not in CLAIM_HOLDERS and (kind := place_in(held)):
                notes.add(held.line, f"{kind} is placed in the text or the short answer, not in “{key}”")
        article = read_head(front, place_of(path), self._folder.language, self._types, notes, self._placed)
        self._note_unfinished(article.id, front, text, notes)
        line = front.line_of("evidence_checked")
        self._folder.note_future(article.evidence_checked, "evidence_checked", line, notes)
        expanded = place_blocks(body + "\n", self._blocks, first_line=body_line)
        self._blocks_used |= expanded.used
        for line, problem in expanded.mistakes:
            notes.add(body_line + line - 1, problem, SourceFault.SHARED_BLOCK)
        lines = expanded.lines
        body = self._placed(expanded.text, notes, lines.in_file)
        examined = self._parser.examine(body)
        note_lost_anchors(front, article, examined.body, notes)
        for line, reason, fault in examined.mistakes:
            if not self._said_of_its_block(lines, line, reason):
                notes.add(lines.in_file(line), reason, fault)
        if not body.strip():
            notes.add(body_line, "the article has no text below its front matter")
        article = article._replace(body=body)
        return Draft(path, article, notes, front, lines, examined, references(examined.body))

    def _note_unfinished(self, article: ArticleId, front: Record, text: str, notes: Diagnostics) -> None:
        left = [(number, FILL_IN) for number, line in enumerate(text.split("\n"), start=1) if FILL_IN in line]
        if front.values and "related" not in front.values:
            left.insert(0, (front.line, NO_RELATED))
        self._unfinished += [(article, f"{notes.path}:{number}: {wanted}") for number, wanted in left]

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

    def _followed(
        self,
        drafts: list[Draft],
        titles: dict[str, str],
        sources: dict[str, Source] | None,
        glossary: dict[str, GlossaryTerm] | None,
        media: dict[str, Media],
    ) -> list[Article]:
        """Articles with their sources and related questions, every reference followed."""
        shelves = Shelves(sources, glossary, titles, media)
        for block in self._blocks.values():
            for line, message, fault in lost(block.references, block.text, shelves):
                block.notes.add(block.line + line - 1, message, fault)
        shown: set[str] = set()
        articles: list[Article] = []
        for draft in drafts:
            refers = draft.references
            for line, message, fault in lost(refers, draft.article.body, shelves):
                if line not in draft.lines.blocks:  # what is in a shared block is said of that
                    draft.notes.add(draft.lines.in_file(line), message, fault)
            keys = dict.fromkeys(refers.sources)
            for head, line in head_references(draft.front, draft.article):
                keys.update(dict.fromkeys(head.sources))
                for _, message, fault in lost(head, "", shelves):
                    draft.notes.add(line, message, fault)
            shown.update(refers.media)
            cited = tuple(sources[key] for key in keys if key in sources) if sources else ()
            articles.append(draft.article._replace(sources=cited, related=self._related(draft, titles)))
        for name in media.keys() - shown:
            # A text beyond the limits is not read, yet may show the picture.
            if not any(f"(media:{name})" in draft.article.body for draft in drafts):
                notes = self._folder.notes(self._folder.path / "media" / name)
                notes.add(1, "no article shows this picture; use it or take it out", SourceFault.PICTURE_FILE)
        return articles

    def _reviewed(self, articles: list[Article], known: Iterable[str]) -> list[Article]:
        """The articles with their review records."""
        files = read_review_files(self._folder, known)
        return [
            article._replace(sign_offs=file.sign_offs, withdrawal=file.withdrawal)
            for article in articles
            for file in (files.get(article.id, ReviewFile()),)
        ]

    def _note_unused(self) -> None:
        """Claims and shared blocks that no page places."""
        for claim in (self._claims or {}).values():
            if claim.key not in self._claims_used:
                notes = self._folder.notes(self._folder.path / "claims.toml")
                notes.add(
                    claim.line, f"no article uses the claim “{claim.key}”; place it or take it out", SourceFault.CLAIM
                )
        for block in self._blocks.values():
            if block.key not in self._blocks_used:
                block.notes.add(1, f"no article places this block; place it with {{block:{block.key}}} or take it out")

    def _related(self, draft: Draft, titles: dict[str, str]) -> tuple[RelatedQuestion, ...]:
        items = draft.front.items("related")
        related: dict[str, RelatedQuestion] = {}
        if "related" in draft.front.values and len(items) not in RELATED:
            message = f"“related” names {len(items)} pages; it must name {RELATED.start} to {RELATED.stop - 1}"
            draft.notes.add(draft.front.line_of("related"), message)
        for item in items:
            record = Record.check(item, RELATED_KEYS, draft.notes, of="a related page")
            to = record.text("to")
            if to and to not in titles:
                draft.notes.add(
                    record.line_of("to"), f"there is no article “{to}”{nearest(to, titles)}", TextFault.LINK
                )
            elif to == draft.article.id:
                draft.notes.add(record.line_of("to"), "an article cannot be related to itself")
            elif to in related:
                draft.notes.add(record.line_of("to"), f"“{to}” is listed twice under “related”")
            related[to] = RelatedQuestion(to=ArticleId(to), title=titles.get(to, ""), reason=record.text("why"))
        return tuple(related.values())

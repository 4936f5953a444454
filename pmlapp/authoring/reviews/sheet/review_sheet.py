"""All that is on a review sheet: what a reviewer needs to read, check and sign one article."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from pmlapp.authoring.lint.sentences import words_of
from pmlapp.authoring.reviews.sheet.numbers_on_page import NumberedSentence, numbered_sentences
from pmlapp.authoring.reviews.sheet.sheet_words import SheetWords
from pmlapp.authoring.reviews.signed_texts import signed_text, text_to_sign
from pmlapp.authoring.reviews.text_changes import Change, changes
from pmlapp.authoring.sources.claims import Claim
from pmlapp.authoring.sources.references import references
from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.content.anchors import KEY_POINTS, SOURCES, TO_ASK
from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.content.markdown.markdown_text import plain_lines
from pmlapp.content.model import Article, GlossaryTerm, Media, Policy, SignOff, Source
from pmlapp.content.page import Block, BlockId, Breadcrumb, Heading, Page, ShortAnswer, Title, plain
from pmlapp.library.pages.composer import Composer
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.review import review_of
from pmlapp.library.pages.review_blocks import state_words


class SheetPart(NamedTuple):
    """A stretch of the page that is ticked as one: a heading and what is under it."""

    title: str
    """Empty for what is above the first heading."""
    blocks: tuple[Block, ...]
    """Without the heading itself."""
    numbers: tuple[NumberedSentence, ...]


class SinceSignOff(NamedTuple):
    """What became of the text since one sign-off."""

    sign_off: SignOff
    same: bool
    changes: tuple[Change, ...] | None
    """None if the text that was signed has not been kept."""


class ReviewSheet(NamedTuple):
    """One article, ready to be printed for its reviewer."""

    library: str
    article: Article
    topic: str
    status: str
    """In words."""
    made_on: date
    word_count: int
    parts: tuple[SheetPart, ...]
    sources: tuple[Source, ...]
    """In the order of their numbers, from 1."""
    glossary: tuple[GlossaryTerm, ...]
    claims: tuple[Claim, ...]
    since: tuple[SinceSignOff, ...]
    """For the newest sign-off of each kind; none if there never was one."""
    media: Mapping[str, Media]

    def facts(self, words: SheetWords) -> tuple[tuple[str, str], ...]:
        """What is at the head of the sheet, as names and values."""
        article = self.article
        gone = article.withdrawal
        return (
            (words.article, article.id),
            (words.library, f"{self.library} ({article.language})"),
            (words.topic, self.topic),
            (words.status, self.status),
            *(((words.withdrawn, f"{gone.on}, {gone.by}: {gone.reason}"),) if gone else ()),
            *(((words.checked, str(article.evidence_checked)),) if article.evidence_checked else ()),
            (words.words, f"{self.word_count:,}"),
            (words.made_on, str(self.made_on)),
            (words.sha256, article.text_sha256),
        )

    def claim_lines(self, words: SheetWords) -> tuple[tuple[str, str], ...]:
        """The facts placed from the list: the words of each, and what is behind it."""
        return tuple((claim.words, words.recorded(claim)) for claim in self.claims)


MOST_COLUMNS: Final = 7
"""Of a table on a sheet; the rows of a wider one are set as lists, since columns so narrow could not be read."""

_FROM_FRONT_MATTER: Final = frozenset({KEY_POINTS, TO_ASK})
"""Sections of the page whose words are the author's, but not from the text."""

_CUT: Final = 2
"""The level of the headings at which a page is cut."""


def review_sheet(folder: Path, library: LibrarySources, article: Article, *, today: date) -> ReviewSheet:
    """Put together the sheet of an article of ``library``, which was read from ``folder``.

    A withdrawn page is on it in full, since its reviewer decides whether it may come back.

    Raises:
        SourcesRefusedError: a text that was kept under its hash is another one now.
    """
    words = PageWords()
    parsed = ArticleParser().parse(article.body)
    (topic,) = (topic for topic in library.topics if topic.id == article.topic)
    composer = Composer(words, emergency_action=words.emergency_action(None))
    shown = review_of(article._replace(withdrawal=None), today, Policy())
    page = composer.article_page(article, topic, parsed.blocks, shown)
    named = references(parsed)
    terms = {str(term.key): term for term in library.glossary}
    pictures = {picture.name: picture for picture in library.media}
    text = "\n".join((article.title, article.short_answer, *plain_lines(article.body)))
    return ReviewSheet(
        library=library.title,
        article=article,
        topic=topic.title,
        status=state_words(review_of(article, today, library.policy), words),
        made_on=today,
        word_count=len(words_of(text)),
        parts=tuple(_parts(page, frozenset(block.id for block in parsed.blocks))),
        sources=article.sources,
        glossary=tuple(terms[key] for key in named.terms if key in terms),
        claims=tuple(claim for claim in library.claims if _placed(claim, article)),
        since=tuple(_since(folder, library, article)),
        media={name: pictures[name] for name in named.media if name in pictures},
    )


def _parts(page: Page, written: frozenset[BlockId]) -> Iterator[SheetPart]:
    """The page cut at its headings; its sources are left out, since the sheet has a list of its own.

    ``written`` are the blocks whose words are the author's.
    """
    title = ""
    anchor = ""
    blocks: list[Block] = []

    def part() -> SheetPart:
        if anchor in _FROM_FRONT_MATTER:
            return SheetPart(title, tuple(blocks), numbered_sentences(tuple(blocks)))
        own = tuple(block for block in blocks if block.id in written or isinstance(block, ShortAnswer))
        return SheetPart(title, tuple(blocks), numbered_sentences(own))

    for block in page.blocks:
        if isinstance(block, Heading) and block.level == _CUT:
            if blocks and anchor != SOURCES:
                yield part()
            title, anchor, blocks = plain(block.spans), block.anchor, []
        elif not isinstance(block, Breadcrumb | Title):
            blocks.append(block)
    if blocks and anchor != SOURCES:
        yield part()


def _placed(claim: Claim, article: Article) -> bool:
    words = (claim.words, claim.words[:1].upper() + claim.words[1:])
    return any(each in text for each in words for text in (article.body, article.short_answer))


def _since(folder: Path, library: LibrarySources, article: Article) -> Iterator[SinceSignOff]:
    newest = {sign_off.kind: sign_off for sign_off in article.sign_offs}
    now = text_to_sign(article, library)
    for sign_off in newest.values():
        same = sign_off.text_sha256 == article.text_sha256
        before = now if same else signed_text(folder, sign_off.text_sha256)
        yield SinceSignOff(sign_off, same, None if before is None else changes(before, now))

"""What is different for a reader between two content files of one library, page by page."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from pmlapp.content.file.store import ContentStore
from pmlapp.content.markdown.markdown_text import plain_lines
from pmlapp.content.model import Article, ArticleId, SignOff, Source
from pmlapp.content.sentences import sentences_in


class PageFate(StrEnum):
    """What became of a page."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    REINSTATED = "reinstated"
    REVIEWED = "reviewed"
    """Its text is the same, and somebody has signed it since."""
    REMOVED = "removed"


class Part(StrEnum):
    """The part of a page that a sentence is in."""

    TITLE = "title"
    SHORT_ANSWER = "short answer"
    TEXT = "text"
    SOURCES = "sources"


class SentenceChange(NamedTuple):
    """Words that were replaced; ``before`` is empty for new ones, ``after`` for those that are gone."""

    part: Part
    before: str
    after: str


class PageChange(NamedTuple):
    """What is different on one page."""

    page: ArticleId
    title: str
    """As it is now, or was last."""
    fate: PageFate
    sentences: tuple[SentenceChange, ...] = ()
    """In the order of the page; none of a page that is new, removed or withdrawn."""
    reviews: tuple[SignOff, ...] = ()
    """Signatures that the older file lacks and that hold for the text as it is now."""
    reason: str = ""
    """Why it was withdrawn."""


def differences(old: ContentStore, new: ContentStore) -> tuple[PageChange, ...]:
    """Every page that a reader finds changed in ``new``, in the order of its pages; the removed ones last.

    Pages of which nothing changed that a reader sees are not in it, however their rows differ.

    Raises:
        UnreadableContentError: one of the files is damaged where it is read.
    """
    before, now = old.page_digests(), new.page_digests()
    found = [
        change
        for page, digest in now.items()
        if page not in before or digest != before[page] or not digest
        for change in _change(page, old if page in before else None, new)
    ]
    titles = {ArticleId(id_): title for _, id_, _, title in old.numbered_pages()}
    found += [PageChange(page, titles.get(page, ""), PageFate.REMOVED) for page in before if page not in now]
    return tuple(found)


def _change(page: ArticleId, old: ContentStore | None, new: ContentStore) -> Iterator[PageChange]:
    after = new.article(page)
    if old is None:
        yield PageChange(page, after.title, PageFate.ADDED, reviews=_new_reviews(None, after))
        return
    before = old.article(page)
    if after.withdrawal is not None:
        if before.withdrawal is None:
            yield PageChange(page, after.title, PageFate.WITHDRAWN, reason=after.withdrawal.reason)
        return
    reviews = _new_reviews(before, after)
    if before.withdrawal is not None:
        # Of a withdrawn page the older file holds no text to compare with.
        yield PageChange(page, after.title, PageFate.REINSTATED, reviews=reviews)
        return
    sentences = tuple(_sentence_changes(before, after))
    if sentences or reviews:
        yield PageChange(page, after.title, PageFate.CHANGED if sentences else PageFate.REVIEWED, sentences, reviews)


def _new_reviews(before: Article | None, after: Article) -> tuple[SignOff, ...]:
    known = before.sign_offs if before else ()
    return tuple(each for each in after.sign_offs if each not in known and each.text_sha256 == after.text_sha256)


def _sentence_changes(before: Article, after: Article) -> Iterator[SentenceChange]:
    for part, old, new in (
        (Part.TITLE, [before.title], [after.title]),
        (Part.SHORT_ANSWER, sentences_in(before.short_answer), sentences_in(after.short_answer)),
        (Part.TEXT, _text(before), _text(after)),
        (Part.SOURCES, [_source(each) for each in before.sources], [_source(each) for each in after.sources]),
    ):
        if old == new:
            continue
        for same, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if same != "equal":
                yield from _paired(part, old[start:end], new[new_start:new_end])


def _paired(part: Part, old: Sequence[str], new: Sequence[str]) -> Iterator[SentenceChange]:
    """A run of sentences that differ: one beside the other where there are as many, else all of them together."""
    if len(old) == len(new):
        for before, after in zip(old, new, strict=True):
            yield SentenceChange(part, before, after)
    else:
        yield SentenceChange(part, " ".join(old), " ".join(new))


def _text(article: Article) -> list[str]:
    return [sentence for line in plain_lines(article.body) for sentence in sentences_in(line)]


def _source(source: Source) -> str:
    return ", ".join(part for part in (source.title, source.publisher, source.published, source.url) if part)

"""What an edition of a library takes over from the one before: numbers, the dictionary, what changed pages said."""

from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pmlapp.authoring.building.positions import positions_of
from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.content.edition import EarlierText, edition_order
from pmlapp.content.file.store import ContentStore
from pmlapp.content.file.stored_editions import FormerPage, Numbers
from pmlapp.content.model import Article
from pmlapp.errors import ContentError, PreviousEditionError

PageKey = tuple[str, str]
"""Id and language of a page."""

_TEXTS_KEPT: Final = 3
"""Of each page: a reader asks what changed since the last visit, not since the first edition."""

_MOST_WORDS_OF_A_LENGTH: Final = 1_000_000
"""Words of seven letters are numbered from 7,000,001: those of one length are together, and new ones find room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition, numbered."""

    name: str
    pages: Mapping[PageKey, int]
    positions: Mapping[PageKey, int]
    """Places in the order shown, with gaps."""
    last_page: int
    names: Mapping[str, int]
    last_name: int
    former: tuple[FormerPage, ...]
    earlier: Mapping[PageKey, tuple[EarlierText, ...]]
    """What pages said before, the newest first."""
    dictionary: bytes
    """That of the edition before; empty if there is none to keep."""
    words_before: Mapping[str, int] = field(default_factory=dict)
    last_words_before: Mapping[int, int] = field(default_factory=dict)

    def numbered_words(self, words: Iterable[str]) -> tuple[dict[str, int], dict[int, tuple[int, int]]]:
        """A number for each word, and for each length the first number and the last that was ever given.

        Words of one length are together, new ones behind the others; in a first edition they are in order.
        """
        numbers = {word: self.words_before[word] for word in words if word in self.words_before}
        last = dict(self.last_words_before)
        for word in sorted(word for word in words if word not in numbers):
            numbers[word] = last[len(word)] = last.get(len(word), len(word) * _MOST_WORDS_OF_A_LENGTH) + 1
        return numbers, {
            letters: (letters * _MOST_WORDS_OF_A_LENGTH + 1, number) for letters, number in sorted(last.items())
        }


_NO_NUMBERS: Final = Numbers({}, {}, 0, {}, 0, {}, {})


def edition_of(sources: LibrarySources, names: Iterable[str], previous: Path | None, newest: str) -> Edition:
    """The edition that ``sources`` make.

    Args:
        sources: the library, its pages in the order shown.
        names: every name and way of asking once.
        previous: the content file of the edition before; None to start from the beginning.
        newest: the newest day of its records, which names an edition that has no name; `UNDATED` if there is none.

    Raises:
        PreviousEditionError: that file is another library, or the edition is not later.
        ContentError: that file cannot be read.
    """
    if previous is None:
        return _numbered(sources, names, _NO_NUMBERS, sources.edition or newest)
    with closing(ContentStore.open(previous)) as store:
        before = store.library()
        if before.id != sources.id:
            reason = f"its id is “{before.id}”, and that of the sources “{sources.id}”"
            raise PreviousEditionError(path=previous, reason=reason)
        name = _name(sources, newest, before.edition, previous)
        numbers = store.numbers()
        edition = _numbered(sources, names, numbers, name, former=_gone(store, sources, before.edition))
        earlier: dict[PageKey, tuple[EarlierText, ...]] = {}
        for page in sources.articles:
            if page.withdrawal is None and (page.id, page.language) in numbers.pages:
                earlier[page.id, page.language] = _earlier(store, page, before.edition)
    return Edition(
        name=name,
        pages=edition.pages,
        positions=edition.positions,
        last_page=edition.last_page,
        names=edition.names,
        last_name=edition.last_name,
        former=edition.former,
        earlier={key: texts for key, texts in earlier.items() if texts},
        dictionary=store.dictionary(),
        words_before=numbers.words,
        last_words_before=numbers.last_words,
    )


def _numbered(
    sources: LibrarySources, names: Iterable[str], numbers: Numbers, name: str, former: tuple[FormerPage, ...] = ()
) -> Edition:
    pages: dict[PageKey, int] = {}
    last_page = numbers.last_page
    for page in sources.articles:
        key = (page.id, page.language)
        if key in numbers.pages:
            pages[key] = numbers.pages[key]
        else:
            last_page += 1
            pages[key] = last_page
    numbered: dict[str, int] = {}
    last_name = numbers.last_name
    for each in names:
        if each in numbers.names:
            numbered[each] = numbers.names[each]
        else:
            last_name += 1
            numbered[each] = last_name
    return Edition(
        name=name,
        pages=pages,
        positions=positions_of(list(pages), numbers.positions),
        last_page=last_page,
        names=numbered,
        last_name=last_name,
        former=former,
        earlier={},
        dictionary=b"",
    )


def _name(sources: LibrarySources, newest: str, before: str, previous: Path) -> str:
    """What the edition is called: later than the one before in any case."""
    if sources.edition:
        if before and edition_order(sources.edition) <= edition_order(before):
            reason = f"it is edition {before} already, and library.toml says {sources.edition}; name a later one"
            raise PreviousEditionError(path=previous, reason=reason)
        return sources.edition
    if not before or edition_order(newest) > edition_order(before):
        return newest
    day, _, count = before.partition(".")
    return f"{day}.{int(count or 1) + 1}"


def _gone(store: ContentStore, sources: LibrarySources, edition: str) -> tuple[FormerPage, ...]:
    """The pages that were there once, and are not now."""
    here = {(page.id, page.language) for page in sources.articles}
    former = {each.number: each for each in store.former_pages()}
    for number, id_, language, title in store.numbered_pages():
        former[number] = FormerPage(number, id_, language, title, edition)
    return tuple(each for _, each in sorted(former.items()) if (each.id, each.language) not in here)


def _earlier(store: ContentStore, page: Article, edition: str) -> tuple[EarlierText, ...]:
    """What a page said before, with what it said in the edition before if that was something else."""
    try:
        before = store.article(page.id, page.language)
    except ContentError:
        return ()  # new, or damaged there: nobody knows what it said
    kept = store.earlier_texts(page.id, page.language)
    same = (before.title, before.short_answer, before.body) == (page.title, page.short_answer, page.body)
    if not same and before.withdrawal is None:
        told = [each.note for each in page.sign_offs if each not in before.sign_offs and each.note]
        reason = told[-1] if told else ""
        kept = (EarlierText(edition, before.title, before.short_answer, before.body, reason), *kept)
    return kept[:_TEXTS_KEPT]

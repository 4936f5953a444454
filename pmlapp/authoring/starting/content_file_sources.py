"""A content file turned back into the sources of a library, page by page as it was signed."""

import hashlib
import json
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, combinations, count
from typing import Final, TypeVar

from pmlapp.authoring.sources.article_text import ArticleText, article_text
from pmlapp.authoring.sources.review_files import as_yaml
from pmlapp.authoring.sources.sign_off import canonical_text, text_sha256
from pmlapp.content.file.store import ContentStore
from pmlapp.content.icon_names import OWN_ICONS
from pmlapp.content.model import Article, GlossaryTerm, Source
from pmlapp.content.source_address import AddressKind, kind_of

_PRINTED: Final = re.compile(r"(?<=[A-Za-z\u00c0-\u024f])\u2019(?=[A-Za-z\u00c0-\u024f])")
"""An apostrophe that a build prints in place of the typed one."""

_TYPED: Final = re.compile(r"(?<=[A-Za-z\u00c0-\u024f])'(?=[A-Za-z\u00c0-\u024f])")

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenPage:
    """One page of a content file as a file of sources."""

    id: str
    text: str
    reviews: str
    """The file of its reviews; "" without any."""
    as_signed: bool
    """Whether its text is the one that its newest signatures name; True for a page that nobody signed."""


class ContentFileSources:
    """The sources in an open content file; what the file does not hold, such as claims and authors, is not in them.

    A build prints apostrophes (’) where authors type them (').  Signatures are under the typed text, so each page is
    tried with either, until its text is the one that was signed.
    """

    def __init__(self, store: ContentStore) -> None:
        self._store = store
        self.library = store.library()
        self._glossary = {str(term.key): _typed(term) for term in store.glossary()}
        self._media = {name: found for name in store.media_names() if (found := store.media(name)) is not None}
        self._sources: dict[str, Source] = {}

    def pages(self) -> Iterator[TakenPage]:
        """Every page, in the order shown."""
        for summary in self._store.summaries():
            stored = self._store.article(summary.id)
            article, as_signed = self._as_signed(stored)
            for source in article.sources:
                self._sources.setdefault(str(source.key), source)
            records = (*article.sign_offs, *((article.withdrawal,) if article.withdrawal else ()))
            yield TakenPage(
                id=str(article.id),
                text=page_text(article),
                reviews="".join(map(as_yaml, records)),
                as_signed=as_signed,
            )

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The files beside the pages, by their path in the folder of the language, but for ``library.toml``."""
        store = self._store
        topics = [each._asdict() for each in map(_typed, store.topics())]
        yield "topics.toml", tables("topic", topics).encode()
        for card in store.action_cards():
            for source in card.sources:
                self._sources.setdefault(str(source.key), _typed(source))
        yield "sources.toml", "\n".join(map(source_table, self._sources.values())).encode()
        yield "glossary.toml", "\n".join(map(term_table, self._glossary.values())).encode()
        synonyms = [{"words": list(each.words), "means": each.means} for each in store.synonyms()]
        medicines = f"medicines = {json.dumps(list(store.medicines()), ensure_ascii=False)}\n\n"
        yield "synonyms.toml", (medicines + tables("synonym", synonyms)).encode()
        if cards := store.action_cards():
            rows = [
                {
                    "id": card.id,
                    "situation": card.situation,
                    "steps": list(card.steps),
                    "sources": [source.key for source in card.sources],
                    "page": card.page,
                }
                for card in map(_typed, cards)
            ]
            yield "action_cards.toml", tables("card", rows).encode()
        for name, media in self._media.items():
            place = name if name.startswith((OWN_ICONS, "brand/")) else f"media/{name}"
            yield place, media.data

    def words(self) -> dict[str, object]:
        """What ``library.toml`` says beside title, publisher and the like."""
        said = self._store.library_words()
        values: dict[str, object] = {key: value for key, value in said.items() if key != "examples"}
        if examples := said.get("examples", "").split():
            values["examples"] = examples
        values["emergency_signs"] = self.library.emergency_signs
        return {key: value for key, value in values.items() if value}

    def lists(self) -> str:
        """The tables at the end of ``library.toml``: types of questions, and the searches that try the library."""
        types = [{"id": key, "heading": heading} for key, heading in self._store.question_types().items()]
        checks = [{"query": each.query, "page": each.page} for each in self._store.self_checks()]
        return tables("question_type", types) + tables("self_check", checks)

    def _as_signed(self, stored: Article) -> tuple[Article, bool]:
        """The article with the apostrophes that make its text the one that was signed, and whether they were found."""
        typed = _with_typed(stored)
        if not stored.sign_offs:
            return typed, True
        for tried in (typed, stored):
            if text_sha256(tried, self._glossary, self._media) == stored.text_sha256:
                return tried, True
        return self._with_some_printed(stored) or (typed, False)

    def _with_some_printed(self, stored: Article) -> tuple[Article, bool] | None:
        """The article with one or two apostrophes printed and all others typed, if that is the text that was signed.

        They are looked for in the text that is signed, which is quick, and then found again in the article.
        """
        text = canonical_text(_with_typed(stored), self._glossary, self._media)
        places = [found.start() for found in _TYPED.finditer(text)]
        for printed in chain(combinations(places, 1), combinations(places, 2)):
            wanted = _with_printed(text, printed)
            if hashlib.sha256(wanted.encode()).hexdigest() != stored.text_sha256:
                continue
            alone = {_with_printed(text, (place,)) for place in printed}
            numbers = frozenset(
                number
                for number in range(len(_PRINTED.findall(repr(stored))))
                if canonical_text(_with_typed(stored, {number}), self._glossary, self._media) in alone
            )
            return _with_typed(stored, numbers), True
        return None


def _with_printed(text: str, places: Iterable[int]) -> str:
    for place in places:
        text = f"{text[:place]}\u2019{text[place + 1 :]}"
    return text


def _with_typed(article: Article, printed: Container[int] = frozenset()) -> Article:
    """The article as it is typed, without a touch to its records; ``printed`` are the apostrophes that stay."""
    kept = article._replace(sign_offs=(), withdrawal=None, consent=None)
    made: Article = _typed(kept, printed, count())
    return made._replace(sign_offs=article.sign_offs, withdrawal=article.withdrawal, consent=article.consent)


def page_text(article: Article) -> str:
    """The file of an article, from which a build makes the same article again."""
    answer, shift = article.short_answer, 0
    for place in article.short_answer_terms:
        start, end = place.start + shift, place.end + shift
        link = f"[{answer[start:end]}](glossary:{place.term})"
        answer, shift = answer[:start] + link + answer[end:], shift + len(link) - (end - start)
    consent = article.consent
    return article_text(
        ArticleText(
            id=str(article.id),
            title=article.title,
            kind=article.kind,
            question_type=article.question_type,
            short_answer=answer,
            provenance=article.provenance,
            licence=article.licence,
            body=article.body,
            also_asked=article.also_asked,
            names=article.names,
            codes=article.codes,
            related=tuple((str(each.to), each.reason) for each in article.related),
            evidence_checked=article.evidence_checked,
            key_points=tuple(_cited(each.text, each.sources) for each in article.key_points),
            questions_to_ask=tuple(_cited(each.text, each.sources) for each in article.questions_to_ask),
            teach_back=tuple((each.question, each.answer, each.anchor) for each in article.teach_back),
            consent={
                key: value if key == "given_on" else str(value) for key, value in consent._asdict().items() if value
            }
            if consent
            else None,
        )
    )


def source_table(source: Source) -> str:
    """A source as its table in ``sources.toml``."""
    values = {key: value for key, value in source._asdict().items() if value and key != "key"}
    if kind_of(source.url) is not AddressKind.EXACT and not {"doi", "pmid"} & values.keys():
        values["address"] = "not known"
    return f"[{source.key}]\n{lines(values)}"


def term_table(term: GlossaryTerm) -> str:
    """An explained word as its table in ``glossary.toml``."""
    values = {"word": term.word, "meaning": term.meaning, "also": list(term.also)}
    return f"[{term.key}]\n{lines(values)}"


def tables(head: str, rows: Iterable[Mapping[str, object]]) -> str:
    """An array of TOML tables."""
    return "".join(f"[[{head}]]\n{lines(row)}\n" for row in rows)


def lines(values: Mapping[str, object]) -> str:
    """Keys and values as TOML; a text in JSON is a text in TOML too.  What is empty is left out."""
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items() if value)


def _cited(text: str, sources: Iterable[str]) -> str:
    return text + "".join(f"[^{key}]" for key in sources)


def _typed(value: _Value, printed: Container[int] = frozenset(), numbers: Iterator[int] | None = None) -> _Value:
    """A value with the apostrophes of all its texts as they are typed, but for those whose number is in ``printed``."""
    numbers = numbers if numbers is not None else count()
    made: object = value
    if type(value) is str:
        made = _PRINTED.sub(lambda found: found[0] if next(numbers) in printed else "'", str(value))
    elif isinstance(value, tuple):
        parts = tuple(_typed(each, printed, numbers) for each in value)
        made = getattr(type(value), "_make", tuple)(parts)
    return made  # type: ignore[return-value]

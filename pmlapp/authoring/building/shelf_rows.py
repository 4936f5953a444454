"""What pages rest on, as rows: topics, sources, words, pictures, cards."""

from collections.abc import Callable, Iterable, Iterator

from sqlite_utils import Database

from pmlapp.authoring.building.edition import Edition
from pmlapp.authoring.building.rows import Part, Row, insert, placed, row
from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.content.cards import ActionCard
from pmlapp.content.file.digests import of_values


def insert_shelves(database: Database, sources: LibrarySources) -> list[Part]:
    """Fill the tables that no page is needed for; gives the digests of what is in them."""
    insert(database, "topics", placed(row(topic, "id title description icon") for topic in sources.topics))
    types = [{"id": key, "heading": heading} for key, heading in sources.question_types]
    insert(database, "question_types", placed(types))
    insert(database, "library_words", ({"key": key, "value": value} for key, value in sorted(sources.words)))
    columns = "key title publisher published url licence doi pmid note"
    insert(database, "sources", (row(source, columns) for source in sources.sources))
    terms = [(term, of_values("glossary", term)) for term in sources.glossary]
    insert(database, "glossary", ({**row(term, "key word meaning"), "sha256": digest} for term, digest in terms))
    insert(
        database,
        "word_forms",
        (each for term, _ in terms for each in placed({"term": term.key, "form": form} for form in term.also)),
    )
    typed: dict[str, list[str]] = {}
    for synonym in sources.synonyms:
        typed.setdefault(synonym.means, []).extend(synonym.words)
    insert(
        database,
        "synonyms",
        (each for means, words in typed.items() for each in placed({"means": means, "typed": word} for word in words)),
    )
    medicines = sorted(set(sources.medicines))
    insert(database, "medicines", ({"name": name} for name in medicines))
    media = [(each, of_values("media", each)) for each in sources.media]
    insert(database, "media", ({**row(each, "name role media_type data"), "sha256": digest} for each, digest in media))
    synonyms = tuple((means, tuple(words)) for means, words in sorted(typed.items()))
    return [
        Part("topics", of_values("topics", sources.topics)),
        Part("question types", of_values("question types", sources.question_types)),
        Part("library words", of_values("library words", tuple(sorted(sources.words)))),
        Part("synonyms", of_values("synonyms", synonyms)),
        Part("medicines", of_values("medicines", tuple(medicines))),
        *(Part(f"source {source.key}", of_values("source", source)) for source in sources.sources),
        *(Part(f"word {term.key}", digest) for term, digest in terms),
        *(Part(f"media {each.name}", digest) for each, digest in media),
    ]


def insert_cards(database: Database, sources: LibrarySources, edition: Edition) -> list[Part]:
    """Fill the tables of what leads to pages: action cards and the searches that try a library."""
    cards = sources.action_cards

    def number(page: str) -> int | None:
        return edition.pages[page, sources.language] if page else None

    insert(
        database,
        "action_cards",
        placed({"id": card.id, "situation": card.situation, "article": number(card.page)} for card in cards),
    )
    insert(database, "action_steps", _of_each(cards, lambda card: ({"step": step} for step in card.steps)))
    insert(database, "action_sources", _of_each(cards, lambda card: ({"source": each.key} for each in card.sources)))
    checks = sources.self_checks
    insert(database, "self_checks", placed({"query": check.query, "article": number(check.page)} for check in checks))
    return [
        Part("action cards", of_values("action cards", cards)),
        Part("self checks", of_values("self checks", checks)),
    ]


def characters_of(sources: LibrarySources) -> str:
    """Every character that the library shows, once, in order: what the fonts of a reader must have."""
    found: set[str] = set()
    for text in _shown(sources):
        found.update(text)
    return "".join(sorted(each for each in found if each.isprintable()))


def _shown(sources: LibrarySources) -> Iterator[str]:
    yield from (sources.title, sources.subject, sources.publisher, sources.licence, sources.emergency_signs)
    yield from (value for _, value in sources.words)
    yield from (heading for _, heading in sources.question_types)
    for topic in sources.topics:
        yield from (topic.title, topic.description)
    for term in sources.glossary:
        yield from (term.word, term.meaning, *term.also)
    for source in sources.sources:
        yield from source
    for card in sources.action_cards:
        yield from (card.situation, *card.steps)
    for page in sources.articles:
        yield from (page.title, page.short_answer, page.body, *page.names, *page.also_asked)
        yield from (related.reason for related in page.related)
        yield from (point.text for point in page.key_points)
        yield from (each.text for each in page.questions_to_ask)
        yield from (text for each in page.teach_back for text in each)
        yield from (text for signed in page.sign_offs for text in signed if isinstance(text, str))
        if page.withdrawal:
            yield from (page.withdrawal.reason, page.withdrawal.by)


def _of_each(cards: tuple[ActionCard, ...], rows_of: Callable[[ActionCard], Iterable[Row]]) -> Iterator[Row]:
    return ({"card": card.id, **each} for card in cards for each in placed(rows_of(card)))

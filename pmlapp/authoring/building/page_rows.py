"""Pages as rows, each with the digest by which a reader knows that it is as it was built."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Final

from sqlite_utils import Database

from pmlapp.authoring.building.dictionary import shared_dictionary
from pmlapp.authoring.building.edition import Edition
from pmlapp.authoring.building.rows import Part, Row, insert, placed, row
from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.content.file.block_json import to_json
from pmlapp.content.file.compression import packed
from pmlapp.content.file.digests import of_page, of_reviews, of_summary, of_values, of_words
from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.content.model import Article
from pmlapp.errors import MarkdownRefusedError

_PACKED_FROM_CHARACTERS: Final = 1_000_000
"""Below, the pages stay plain text: what they would save is less than the rest of the file,
and people who open it with another program can read them."""


def dictionary_of(articles: Sequence[Article], edition: Edition) -> bytes:
    """What the packed pages have in common, the same as long as an edition follows another; empty for plain pages."""
    if not _is_large(articles):
        return b""
    return edition.dictionary or shared_dictionary([article.body for article in articles])


def insert_pages(database: Database, sources: LibrarySources, edition: Edition, dictionary: bytes) -> list[Part]:
    """Fill the tables of the pages; gives the digests of the pages, in the order shown."""
    large = _is_large(sources.articles)
    numbers = edition.pages
    ordered = [(numbers[article.id, article.language], article) for article in _as_stored(sources)]
    numbered = sorted(ordered)
    parser = ArticleParser()
    digests: dict[int, bytes] = {}

    def articles() -> Iterator[Row]:
        for number, article in numbered:
            yield {
                "number": number,
                "position": edition.positions[article.id, article.language],
                **row(article, "id language topic title kind question_type short_answer provenance"),
                "evidence_checked": article.evidence_checked and article.evidence_checked.isoformat(),
                "licence": article.licence,
                "text_sha256": article.text_sha256,
                "sha256": digests[number],
                "summary_sha256": of_summary(
                    article.id, article.topic, article.title, article.question_type, article.language
                ),
                "words_sha256": of_words(
                    article.title, article.short_answer, article.names, article.also_asked, article.body
                ),
                "reviews_sha256": of_reviews(article.sign_offs, article.withdrawal, article.text_sha256),
            }

    def texts() -> Iterator[Row]:
        for number, article in numbered:
            blocks = blocks_of(parser, article)
            digests[number] = of_page(article, blocks)
            body = article.body.encode()
            yield {
                "article": number,
                "body": packed(article.body, dictionary) if large else article.body,
                # Packed by the words of the page, which they repeat.
                "blocks": packed(blocks, body) if blocks else "",
            }

    rows = list(texts())
    insert(database, "articles", articles())
    insert(database, "page_texts", rows)
    _insert_earlier(database, edition, dictionary, large=large)
    _insert_what_belongs_to_each(database, edition, numbered)
    return [Part(f"page {article.id} {article.language}", digests[number]) for number, article in ordered]


def _as_stored(sources: LibrarySources) -> Iterator[Article]:
    """The pages as a reader will get them, which the digests are taken of."""
    titles = {(article.id, article.language): article.title for article in sources.articles}
    shelf = {source.key: source for source in sources.sources}
    for article in sources.articles:
        yield article._replace(
            related=tuple(each._replace(title=titles[each.to, article.language]) for each in article.related),
            sources=tuple(shelf.get(source.key, source) for source in article.sources),
            # Only signatures are compared with it, and not small: of a page that nobody signed it is not kept.
            text_sha256=article.text_sha256 if article.sign_offs else "",
        )


def blocks_of(parser: ArticleParser, article: Article) -> str:
    """A body as blocks; "" for a text that cannot be shown, which the page will say."""
    with suppress(MarkdownRefusedError):
        return to_json(parser.parse(article.body).blocks)
    return ""


def _insert_earlier(database: Database, edition: Edition, dictionary: bytes, *, large: bool) -> None:
    """What the edition keeps of those before: earlier texts, and the numbers of pages that are gone."""
    insert(
        database,
        "earlier_texts",
        (
            {
                "article": edition.pages[key],
                **row(text, "edition title short_answer reason"),
                "body": packed(text.body, dictionary) if large else text.body,
                "sha256": of_values("earlier", text),
            }
            for key, texts in edition.earlier.items()
            for text in texts
        ),
    )
    insert(database, "former_pages", (row(page, "number id language title edition") for page in edition.former))


def _insert_what_belongs_to_each(database: Database, edition: Edition, numbered: list[tuple[int, Article]]) -> None:
    def of_each(rows_of: Callable[[Article], Iterable[Row]]) -> Iterator[Row]:
        return ({"article": number, **each} for number, article in numbered for each in rows_of(article))

    def fill(table: str, rows_of: Callable[[Article], Iterable[Row]]) -> None:
        insert(database, table, of_each(rows_of))

    names = sorted(edition.names.items(), key=lambda item: item[1])
    insert(database, "names", ({"number": number, "name": name} for name, number in names))
    fill("article_names", lambda article: placed(_names(article, edition)))
    fill(
        "related",
        lambda article: placed(
            {"leads_to": edition.pages[related.to, article.language], "reason": related.reason}
            for related in article.related
        ),
    )
    fill(
        "citations",
        lambda article: (
            {"number": number, "source": source.key} for number, source in enumerate(article.sources, start=1)
        ),
    )
    fill("codes", lambda article: placed(row(code, "system value") for code in article.codes))
    fill(
        "short_answer_terms",
        lambda article: (
            {"starts": start, "ends": end, "term": term} for start, end, term in article.short_answer_terms
        ),
    )
    fill("key_points", lambda article: placed({"point": point.text} for point in article.key_points))
    fill("questions_to_ask", lambda article: placed({"question": each.text} for each in article.questions_to_ask))
    fill("point_sources", _point_sources)
    fill("teach_back", lambda article: placed(row(each, "question answer anchor") for each in article.teach_back))
    fill("consents", _consent)
    fill("sign_offs", lambda article: placed(_sign_offs(article)))
    fill("withdrawals", _withdrawal)


def _names(article: Article, edition: Edition) -> Iterator[Row]:
    for kind, group in (("name", article.names), ("also asked", article.also_asked)):
        for name in group:
            yield {"kind": kind, "name": edition.names[name]}


def _point_sources(article: Article) -> Iterator[Row]:
    key_points = [point.sources for point in article.key_points]
    questions = [question.sources for question in article.questions_to_ask]
    for kind, lists in (("key point", key_points), ("question to ask", questions)):
        for point, sources in enumerate(lists, start=1):
            yield from placed({"kind": kind, "point": point, "source": source} for source in sources)


def _consent(article: Article) -> Iterator[Row]:
    if (consent := article.consent) is not None:
        yield {
            "kind": consent.kind,
            "given_on": consent.given_on and consent.given_on.isoformat(),
            "held_by": consent.held_by,
            "source": consent.source or None,
        }


def _sign_offs(article: Article) -> Iterator[Row]:
    for sign_off in article.sign_offs:
        yield {
            **row(sign_off, "reviewer role credentials interests evidence kind text_sha256 note"),
            "signed_on": sign_off.signed_on.isoformat(),
            "next_due": sign_off.next_due.isoformat(),
        }


def _withdrawal(article: Article) -> Iterator[Row]:
    if (gone := article.withdrawal) is not None:
        yield {"reason": gone.reason, "withdrawn_by": gone.by, "withdrawn_on": gone.on.isoformat()}


def _is_large(articles: Sequence[Article]) -> bool:
    return sum(len(article.body) for article in articles) >= _PACKED_FROM_CHARACTERS

"""What the search reads, made from the articles: its full-text tables, its list of words, its codes."""

import re
import sqlite3
import string
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from operator import itemgetter
from typing import Final

from pmlapp.authoring.building.edition import Edition
from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.content.file.schema import Stemmer
from pmlapp.content.markdown.markdown_text import plain_lines
from pmlapp.content.model import Article
from pmlapp.library.search.letters import folded, pieces
from pmlapp.library.search.query import ordinary_words
from pmlapp.library.search.words import content_words, words_in

Progress = Callable[[int, int], None]
"""Told how many articles are done, and of how many."""

_SMALL: Final = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_LONGEST_WORD: Final = 40
"""Longer ones are chemistry or mistakes; nobody types them to the end."""


def fill_search_tables(
    connection: sqlite3.Connection, sources: LibrarySources, edition: Edition, progress: Progress
) -> int:
    """Fill every search table; returns the number of words read.

    Stop words are left out: nobody searches by them, and they are half of the index.
    """
    words = 0
    heads: list[list[str]] = []
    numbered = sorted((edition.pages[article.id, article.language], article) for article in sources.articles)
    for done, (number, article) in enumerate(numbered, start=1):
        head = (article.title, "\n".join(article.names), "\n".join(article.also_asked))
        body = "\n".join((article.short_answer, *plain_lines(article.body)))
        words += sum(len(words_in(text)) for text in (*head, body))
        searchable = [content_words(text, article.language) for text in head]
        heads.append([word for column in searchable for word in column])
        connection.execute(
            "insert into search_head (rowid, title, names, question) values (?, ?, ?, ?)",
            (number, *(" ".join(column) for column in searchable)),
        )
        connection.execute(
            "insert into search_body (rowid, answer) values (?, ?)",
            (number, " ".join(content_words(body, article.language))),
        )
        connection.executemany(
            "insert into search_codes (code, article) values (?, ?)", [(code, number) for code in codes_of(article)]
        )
        connection.executemany(
            "insert into search_plain_names (name, article) values (?, ?)",
            [(name, number) for name in plain_names_of(article)],
        )
        progress(done, len(sources.articles))
    _fill_words(connection, sources, edition, heads)
    for table in ("search_head", "search_body", "search_grams"):
        connection.execute(f"insert into {table} ({table}) values ('optimize')")
    return words


def codes_of(article: Article) -> list[str]:
    """The codes of an article as they are looked for: ``A81.2`` as ``a812``; ``ORPHA:217260`` also without its list."""
    codes: dict[str, None] = {}
    for code in article.codes:
        codes[re.sub(r"[^0-9a-z]", "", folded(code.value))] = None
        codes[re.sub(r"[^0-9a-z]", "", folded(code.value.rpartition(":")[2]))] = None
    return [code for code in codes if code]


def plain_names_of(article: Article) -> list[str]:
    """Title, names and questions in small letters without accents, where these are more than the capitals of ASCII."""
    names = dict.fromkeys((article.title, *article.names, *article.also_asked))
    plain = {folded(name): None for name in names if folded(name) != name.translate(_SMALL)}
    return list(plain)


def _fill_words(
    connection: sqlite3.Connection, sources: LibrarySources, edition: Edition, heads: list[list[str]]
) -> None:
    """Every word that a person may have meant, with the number of titles and names that hold it or a form of it."""
    pages = Counter[str]()
    shown: dict[str, str] = {}
    for text in _meant(sources):
        flat = folded(text)
        for piece in pieces(flat):
            if not piece.unspaced and len(piece.word) <= _LONGEST_WORD and not piece.word.isdigit():
                shown.setdefault(piece.word, flat[piece.start : piece.end])
    with closing(Stemmer()) as stemmer:
        for head in heads:
            pages.update(set(stemmer.stems(head).values()))
        stems = stemmer.stems(shown)
    numbers, lengths = edition.numbered_words(shown)
    for word, number in sorted(numbers.items(), key=itemgetter(1)):
        connection.execute(
            "insert into search_words (number, word, shown, stem, pages) values (?, ?, ?, ?, ?)",
            (number, word, "" if shown[word] == word else shown[word], stems[word], pages[stems[word]]),
        )
        if len(word) > 1 and word.isalpha():
            connection.execute("insert into search_grams (rowid, word) values (?, ?)", (number, f"^{word}$"))
    connection.executemany(
        "insert into search_lengths (letters, first, last) values (?, ?, ?)",
        [(letters, *ends) for letters, ends in lengths.items()],
    )


def _meant(sources: LibrarySources) -> Iterator[str]:
    for article in sources.articles:
        yield from (article.title, *article.names, *article.also_asked)
    for term in sources.glossary:
        yield from (term.word, *term.also)
    for synonym in sources.synonyms:
        yield from (synonym.means, *synonym.words)
    yield from sources.medicines
    yield " ".join(ordinary_words(sources.language))

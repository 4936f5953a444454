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
from pmlapp.library.search.folding import Folding
from pmlapp.library.search.korean import initials
from pmlapp.library.search.language import Language
from pmlapp.library.search.query import ordinary_words

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
    folding = Folding(Language.of(sources.language))
    words = 0
    heads: list[list[str]] = []
    numbered = sorted((edition.pages[article.id, article.language], article) for article in sources.articles)
    for done, (number, article) in enumerate(numbered, start=1):
        head = (article.title, "\n".join(article.names), "\n".join(article.also_asked))
        body = "\n".join((article.short_answer, *plain_lines(article.body)))
        words += sum(len(folding.words(text)) for text in (*head, body))
        searchable = [folding.content_words(text) for text in head]
        heads.append([word for column in searchable for word in column])
        connection.execute(
            "insert into search_head (rowid, title, names, question) values (?, ?, ?, ?)",
            (number, *(" ".join(column) for column in searchable)),
        )
        connection.execute(
            "insert into search_body (rowid, answer) values (?, ?)",
            (number, " ".join(folding.content_words(body))),
        )
        connection.executemany(
            "insert into search_codes (code, article) values (?, ?)",
            [(code, number) for code in codes_of(article, folding)],
        )
        connection.executemany(
            "insert into search_plain_names (name, article) values (?, ?)",
            [(name, number) for name in plain_names_of(article, folding)],
        )
        progress(done, len(sources.articles))
    _fill_words(connection, sources, edition, folding, heads)
    for table in ("search_head", "search_body", "search_grams"):
        connection.execute(f"insert into {table} ({table}) values ('optimize')")
    return words


def codes_of(article: Article, folding: Folding) -> list[str]:
    """The codes of an article as they are looked for: ``A81.2`` as ``a812``; ``ORPHA:217260`` also without its list."""
    codes: dict[str, None] = {}
    for code in article.codes:
        codes[re.sub(r"[^0-9a-z]", "", folding.folded(code.value))] = None
        codes[re.sub(r"[^0-9a-z]", "", folding.folded(code.value.rpartition(":")[2]))] = None
    return [code for code in codes if code]


def plain_names_of(article: Article, folding: Folding) -> list[str]:
    """Title, names and questions, folded, where these are more than the capitals of ASCII.

    Korean ones also go by the first letters of their syllables.
    """
    found: dict[str, None] = {}
    for name in (article.title, *article.names, *article.also_asked):
        if (plain := folding.folded(name)) != name.translate(_SMALL):
            found[plain] = None
        if not name.isascii():
            first_letters = [initials(word) for word in folding.words(name)]
            found.update((" ".join(first_letters[at:]), None) for at, letters in enumerate(first_letters) if letters)
    return list(found)


def _fill_words(
    connection: sqlite3.Connection,
    sources: LibrarySources,
    edition: Edition,
    folding: Folding,
    heads: list[list[str]],
) -> None:
    """Every word that a person may have meant, with the number of titles and names that hold it or a form of it."""
    language = Language.of(sources.language)
    pages = Counter[str]()
    shown: dict[str, str] = {}
    for text in _meant(sources, language):
        flat = folding.fold(text)
        for piece in folding.pieces(flat):
            if not piece.unspaced and len(piece.word) <= _LONGEST_WORD and not piece.word.isdigit():
                shown.setdefault(piece.word, flat.text[piece.start : piece.end])
    for word in tuple(shown.values()):
        shown.setdefault(language.in_latin(word), word)
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


def _meant(sources: LibrarySources, language: Language) -> Iterator[str]:
    for article in sources.articles:
        yield from (article.title, *article.names, *article.also_asked)
    for term in sources.glossary:
        yield from (term.word, *term.also)
    for synonym in sources.synonyms:
        yield from (synonym.means, *synonym.words)
    yield from sources.medicines
    yield " ".join(sorted(ordinary_words(language)))

"""The tables of a content file, which docs/content-file.md explains to people."""

import sqlite3
from collections.abc import Iterable
from typing import Final

from pmlapp.content.file.compression import unpacked

APPLICATION_ID: Final = 0x504D4C41
"""Spells PMLA at byte 68 of the file, by which ``file`` and we know it."""

SCHEMA_VERSION: Final = 3
"""SQLite's ``user_version``; raise it with every change of the statements below."""

TOKENIZER: Final = "porter unicode61 remove_diacritics 2 categories ''L* N* Co Mn Mc''"
"""Signs count as part of a word: without them a word of Hindi falls into its consonants."""

# Contentless: the text stands once, in articles; the index holds only where words are.
# Full detail, since bm25 without counts ranks far worse.  Two tables and not two
# columns, since bm25 divides by the length of the whole row.  Known words are
# compared with others of their length only, so how long they are is left out.
STATEMENTS: Final = f"""
CREATE TABLE library (
    id integer primary key check (id = 1),
    title text not null,
    subject text not null,
    language text not null,
    publisher text not null,
    licence text not null,
    emergency_signs text not null,
    digest text not null check (length(digest) = 64),
    newest text not null check (newest = date(newest)),
    release text not null check (release in ('none', 'sources-checked', 'clinical')),
    overdue text not null check (overdue in ('warn', 'withdraw')),
    grace_days integer not null check (grace_days >= 0),
    draft integer not null check (draft in (0, 1)),
    dictionary blob not null
) strict

CREATE TABLE topics (
    id text primary key,
    position integer not null unique,
    title text not null,
    description text not null,
    icon text not null
) strict

CREATE TABLE articles (
    number integer primary key,
    id text not null,
    language text not null,
    topic text not null references topics (id),
    title text not null,
    kind text not null check (kind in ('question', 'article', 'story')),
    question_type text not null check (question_type in (
        'overview', 'causes', 'risk', 'contagion', 'inheritance', 'prevention', 'symptoms', 'urgent-help',
        'tests', 'forms', 'treatment', 'complementary', 'outlook', 'living', 'diet', 'support', 'people',
        'statistics', 'history', 'codes'
    )),
    short_answer text not null,
    provenance text not null check (provenance in (
        'adapted', 'clinician-written', 'lived-experience', 'machine-drafted'
    )),
    evidence_checked text check (evidence_checked = date(evidence_checked)),
    licence text not null,
    text_sha256 text not null check (length(text_sha256) in (0, 64)),
    body any not null check (typeof(body) in ('text', 'blob')),
    unique (id, language)
) strict

CREATE INDEX articles_by_title ON articles (title collate nocase)

CREATE TABLE page_blocks (
    article integer primary key references articles (number),
    blocks text not null
) strict

CREATE TABLE names (
    number integer primary key,
    name text not null
) strict

CREATE INDEX names_by_name ON names (name collate nocase)

CREATE TABLE article_names (
    article integer not null references articles (number),
    position integer not null,
    kind text not null check (kind in ('name', 'also asked')),
    name integer not null references names (number),
    primary key (article, position)
) strict, without rowid

CREATE INDEX article_names_by_name ON article_names (name)

CREATE TABLE related (
    article integer not null references articles (number),
    position integer not null,
    leads_to integer not null references articles (number),
    reason text not null,
    primary key (article, position)
) strict, without rowid

CREATE TABLE sources (
    key text primary key,
    title text not null,
    publisher text not null,
    published text not null,
    url text not null,
    licence text not null
) strict

CREATE TABLE citations (
    article integer not null references articles (number),
    number integer not null,
    source text not null references sources (key),
    primary key (article, number)
) strict, without rowid

CREATE TABLE codes (
    article integer not null references articles (number),
    position integer not null,
    system text not null,
    value text not null,
    primary key (article, position)
) strict, without rowid

CREATE TABLE sign_offs (
    article integer not null references articles (number),
    position integer not null,
    reviewer text not null,
    role text not null,
    credentials text not null,
    interests text not null,
    evidence text not null,
    kind text not null check (kind in ('editorial', 'clinical', 'lay', 'translation')),
    signed_on text not null check (signed_on = date(signed_on)),
    next_due text not null check (next_due > signed_on),
    text_sha256 text not null check (length(text_sha256) = 64),
    note text not null,
    primary key (article, position)
) strict, without rowid

CREATE TABLE withdrawals (
    article integer primary key references articles (number),
    reason text not null,
    withdrawn_by text not null,
    withdrawn_on text not null check (withdrawn_on = date(withdrawn_on))
) strict

CREATE TABLE glossary (
    key text primary key,
    word text not null,
    meaning text not null
) strict

CREATE TABLE word_forms (
    term text not null references glossary (key),
    position integer not null,
    form text not null,
    primary key (term, position)
) strict, without rowid

CREATE TABLE synonyms (
    means text not null,
    position integer not null,
    typed text not null,
    primary key (means, position)
) strict, without rowid

CREATE TABLE media (
    name text primary key,
    media_type text not null,
    data blob not null
) strict

CREATE TABLE medicines (
    name text primary key
) strict, without rowid

CREATE TABLE search_words (
    number integer primary key,
    word text not null unique,
    shown text not null,
    stem text not null,
    pages integer not null
) strict

CREATE TABLE search_lengths (
    letters integer primary key,
    first integer not null references search_words (number)
) strict

CREATE TABLE search_plain_names (
    name text not null,
    article integer not null references articles (number),
    primary key (name, article)
) strict, without rowid

CREATE TABLE search_codes (
    code text not null,
    article integer not null references articles (number),
    primary key (code, article)
) strict, without rowid

CREATE VIRTUAL TABLE search_grams using fts5 (
    word, content='', columnsize=0, tokenize='trigram'
)

CREATE VIRTUAL TABLE search_head using fts5 (
    title, names, question, content='', tokenize='{TOKENIZER}'
)

CREATE VIRTUAL TABLE search_body using fts5 (
    answer, content='', tokenize='{TOKENIZER}'
)
""".strip("\n").split("\n\n")

_KEPT_BY_SEARCH: Final = frozenset(
    f"{table}_{part}"
    for table in ("search_head", "search_body", "search_grams")
    for part in ("data", "idx", "docsize", "config")
    if (table, part) != ("search_grams", "docsize")
)
"""The tables in which FTS5 keeps an index without text."""

_LIMITS: Final = {
    sqlite3.SQLITE_LIMIT_LENGTH: 16 * 1024 * 1024,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 20,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 5,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}

_FUNCTIONS: Final = frozenset({"match", "bm25", "coalesce", "count", "min", "max"})
_PRAGMAS: Final = frozenset({"data_version", "integrity_check"})

_MOST_STEMS_KEPT: Final = 20_000

_DIGESTED: Final = {
    "topics": "position",
    "articles": "number",
    "page_blocks": "article",
    "names": "number",
    "article_names": "article, position",
    "related": "article, position",
    "sources": "key",
    "citations": "article, number",
    "codes": "article, position",
    "sign_offs": "article, position",
    "withdrawals": "article",
    "glossary": "key",
    "word_forms": "term, position",
    "synonyms": "means, position",
    "medicines": "name",
    "media": "name",
}


def create_tables(connection: sqlite3.Connection) -> None:
    """Make an empty content file out of an empty database."""
    connection.execute(f"pragma application_id = {APPLICATION_ID}")
    connection.execute(f"pragma user_version = {SCHEMA_VERSION}")
    for statement in STATEMENTS:
        connection.execute(statement)


def foreign_object(connection: sqlite3.Connection) -> str | None:
    """What the schema of a file has too much or too little, by name; None if it is exactly ours.

    A view or trigger in a file from elsewhere would run somebody else's SQL.
    """
    missing = set(STATEMENTS)
    for kind, name, sql in connection.execute("select type, name, sql from sqlite_schema"):
        if sql in missing:
            missing.remove(sql)
        elif not (name in _KEPT_BY_SEARCH and kind == "table") and not (kind == "index" and sql is None):
            return str(name)
    return min(missing, default=None)


def guard(connection: sqlite3.Connection) -> None:
    """Make the connection unable to do more than read our tables; ValueError if the schema is not ours.

    Source: https://sqlite.org/security.html
    """
    for setting in ("trusted_schema=off", "cell_size_check=on", "query_only=on", "mmap_size=0"):
        connection.execute(f"pragma {setting}")
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    if (name := foreign_object(connection)) is not None:
        raise ValueError(f"the schema is not ours: {name}")
    for table in ("search_head", "search_body", "search_grams"):
        # FTS5 declares its tables at the first query, which the authorizer would refuse.
        connection.execute(f"select rowid from {table} where {table} match '\"aaa\"' limit 1").fetchone()
    connection.set_authorizer(_only_reading)


def digest_of(connection: sqlite3.Connection) -> str:
    """The sha256, in hex, over every row in order, with the pages as plain text.

    It depends neither on SQLite nor on zlib, so it is the same on every
    machine; the search tables follow from the rows and are left out.
    """
    import hashlib  # noqa: PLC0415  a reader never needs it: only a build and the self-test do

    digest = hashlib.sha256()
    library = (
        "select title, subject, language, publisher, licence, emergency_signs, newest, release, overdue, grace_days,"
        " draft, dictionary from library"
    )
    for *values, dictionary in connection.execute(library).fetchall():
        digest.update(_canonical("library", values))
        for table, order in _DIGESTED.items():
            for row in connection.execute(f"select * from {table} order by {order}"):
                plain = (*row[:-1], unpacked(row[-1], dictionary)) if table == "articles" else row
                digest.update(_canonical(table, plain))
    return digest.hexdigest()


class Stemmer:
    """Cuts words to their stems by the tokenizer of the search tables, so that what is marked is what was found."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}
        self._db = sqlite3.connect(":memory:", isolation_level=None)
        self._db.execute(f"CREATE VIRTUAL TABLE words using fts5 (word, tokenize='{TOKENIZER}')")
        self._db.execute("CREATE VIRTUAL TABLE stems using fts5vocab (words, instance)")

    def close(self) -> None:
        """Give back the memory."""
        self._db.close()

    def stems(self, words: Iterable[str]) -> dict[str, str]:
        """The stem of each word; a word that the tokenizer does not take for one is its own."""
        asked = dict.fromkeys(words)
        new = [word for word in asked if word not in self._known]
        if new:
            if len(self._known) > _MOST_STEMS_KEPT:
                self._known.clear()
                new = list(asked)
            self._known.update((word, word) for word in new)
            # Words of ASCII are one token each: together they are one text, read four times as fast.
            plain = [word for word in new if word.isascii() and word.isalnum()]
            others = [word for word in new if not (word.isascii() and word.isalnum())]
            self._db.execute("begin")
            self._db.executemany("insert into words (rowid, word) values (?, ?)", enumerate([" ".join(plain), *others]))
            for text, place, stem in self._db.execute('select doc, "offset", term from stems'):
                self._known[others[text - 1] if text else plain[place]] = stem
            self._db.execute("rollback")
        return {word: self._known[word] for word in asked}


def _only_reading(action: int, first: str | None, second: str | None, _database: str | None, _by: str | None) -> int:
    allowed = (
        action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)
        or (action == sqlite3.SQLITE_FUNCTION and second in _FUNCTIONS)
        or (action == sqlite3.SQLITE_PRAGMA and first in _PRAGMAS)
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _canonical(table: str, values: Iterable[object]) -> bytes:
    # Type and length before each value: no two different rows look the same.
    parts = [f"{table}:".encode()]
    for value in values:
        match value:
            case bytes():
                parts.append(b"b%d:%s" % (len(value), value))
            case str():
                text = value.encode()
                parts.append(b"t%d:%s" % (len(text), text))
            case _:
                parts.append(f"{value!r};".encode())
    parts.append(b"\n")
    return b"".join(parts)

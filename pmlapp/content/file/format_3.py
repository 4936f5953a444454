"""Files of format 3, read as if they were of format 4: their tables word for word, and views for the rest.

Nothing in such a file has a digest of its own, so none is compared.
"""

import sqlite3
from collections.abc import Iterable
from typing import Final

from pmlapp.content.file.compression import unpacked
from pmlapp.content.file.digests import sha256
from pmlapp.content.file.tables import TOKENIZER

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

# Temporary, so they are before the tables of the file whose names they have.
_VIEWS: Final = """
library as select
    1 as row, '' as id, '' as edition, title, subject, language, publisher, licence, emergency_signs, newest,
    release, overdue, grace_days, draft, '' as min_app_version, 0 as folding, '' as characters, digest,
    x'' as file_sha256, dictionary, x'' as dictionary_sha256,
    (select coalesce(max(number), 0) from main.articles) as last_page,
    (select coalesce(max(number), 0) from main.names) as last_name
    from main.library

articles as select
    number, number as position, id, language, topic, title, kind, question_type, short_answer, provenance,
    evidence_checked, licence, text_sha256, x'' as sha256, x'' as summary_sha256, x'' as words_sha256,
    x'' as reviews_sha256
    from main.articles

page_texts as select
    number as article, body, coalesce(blocks, '') as blocks
    from main.articles left join main.page_blocks on page_blocks.article = number

sources as select key, title, publisher, published, url, licence, '' as doi, '' as pmid, '' as note from main.sources

glossary as select key, word, meaning, x'' as sha256 from main.glossary

media as select name, 'picture' as role, media_type, x'' as sha256, data from main.media

library_words as select '' as key, '' as value where 0

part_digests as select '' as part, x'' as sha256 where 0

question_types as select '' as id, 0 as position, '' as heading where 0

earlier_texts as select
    0 as article, '' as edition, '' as title, '' as short_answer, '' as body, '' as reason, x'' as sha256 where 0

former_pages as select 0 as number, '' as id, '' as language, '' as title, '' as edition where 0

short_answer_terms as select 0 as article, 0 as starts, 0 as ends, '' as term where 0

key_points as select 0 as article, 0 as position, '' as point where 0

questions_to_ask as select 0 as article, 0 as position, '' as question where 0

point_sources as select 0 as article, '' as kind, 0 as point, 0 as position, '' as source where 0

teach_back as select 0 as article, 0 as position, '' as question, '' as answer, '' as anchor where 0

consents as select 0 as article, '' as kind, '' as given_on, '' as held_by, '' as source where 0

action_cards as select '' as id, 0 as position, '' as situation, 0 as article where 0

action_steps as select '' as card, 0 as position, '' as step where 0

action_sources as select '' as card, 0 as position, '' as source where 0

self_checks as select 0 as position, '' as query, 0 as article where 0
""".strip("\n").split("\n\n")


def show_as_format_4(connection: sqlite3.Connection) -> None:
    """Let readers of ``connection``, to a file of format 3, find the tables of format 4."""
    for view in _VIEWS:
        connection.execute(f"create temp view {view}")


# What format 3 reckoned its one digest from: its own tables, each in this order.
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


def verify(connection: sqlite3.Connection) -> None:
    """Read every row and compare them with the digest that the file names.

    Raises:
        ValueError: they are not as they were built.
    """
    (result,) = connection.execute("pragma integrity_check(1)").fetchone()
    if result != "ok":
        raise ValueError(result)
    digest = sha256()
    library = (
        "select title, subject, language, publisher, licence, emergency_signs, newest, release, overdue, grace_days,"
        " draft, dictionary from main.library"
    )
    *values, dictionary = connection.execute(library).fetchone()
    digest.update(_canonical("library", values))
    for table, order in _DIGESTED.items():
        for row in connection.execute(f"select * from main.{table} order by {order}"):
            digest.update(_canonical(table, (*row[:-1], unpacked(row[-1], dictionary)) if table == "articles" else row))
    if connection.execute("select digest from main.library").fetchone()[0] != digest.hexdigest():
        raise ValueError("the rows do not have the digest that the file names")


def _canonical(table: str, values: Iterable[object]) -> bytes:
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

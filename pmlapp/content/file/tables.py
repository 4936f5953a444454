"""The tables of a content file of format 4, which docs/content-file.md explains to people."""

from typing import Final

APPLICATION_ID: Final = 0x504D4C41
"""Spells PMLA at byte 68 of the file, by which ``file`` and we know it."""

SCHEMA_VERSION: Final = 4
"""SQLite's ``user_version``; raise it with every change of the statements below."""

OLDEST_VERSION: Final = 3
"""The oldest format that can still be opened, read by way of `content.file.format_3`."""

TOKENIZER: Final = "porter unicode61 remove_diacritics 2 categories ''L* N* Co Mn Mc''"
"""Signs count as part of a word: without them a word of Hindi falls into its consonants."""

# Contentless: the text is kept once, in articles; the index holds only where words are.
# Full detail, since bm25 without counts ranks far worse.  Two tables and not two
# columns, since bm25 divides by the length of the whole row.  Known words are
# compared with others of their length only, so how long they are is left out.
STATEMENTS: Final = f"""
CREATE TABLE library (
    row integer primary key check (row = 1),
    id text not null,
    edition text not null check (length(edition) > 0),
    title text not null,
    subject text not null,
    language text not null,
    publisher text not null,
    licence text not null,
    emergency_signs text not null,
    newest text not null check (newest = date(newest)),
    release text not null check (release in ('none', 'sources-checked', 'clinical')),
    overdue text not null check (overdue in ('warn', 'withdraw')),
    grace_days integer not null check (grace_days >= 0),
    draft integer not null check (draft in (0, 1)),
    min_app_version text not null,
    folding integer not null check (folding > 0),
    characters text not null,
    digest text not null check (length(digest) = 64),
    file_sha256 blob not null check (length(file_sha256) = 32),
    dictionary blob not null,
    dictionary_sha256 blob not null check (length(dictionary_sha256) = 32),
    last_page integer not null,
    last_name integer not null
) strict

CREATE TABLE library_words (
    key text primary key,
    value text not null
) strict, without rowid

CREATE TABLE part_digests (
    part text primary key,
    sha256 blob not null check (length(sha256) = 32)
) strict, without rowid

CREATE TABLE topics (
    id text primary key,
    position integer not null unique,
    title text not null,
    description text not null,
    icon text not null
) strict

CREATE TABLE question_types (
    id text primary key,
    position integer not null unique,
    heading text not null
) strict

CREATE TABLE articles (
    number integer primary key,
    position integer not null unique,
    id text not null,
    language text not null,
    topic text not null references topics (id),
    title text not null,
    kind text not null check (kind in ('question', 'article', 'story')),
    question_type text not null references question_types (id),
    short_answer text not null,
    provenance text not null check (provenance in (
        'adapted', 'clinician-written', 'lived-experience', 'machine-drafted'
    )),
    evidence_checked text check (evidence_checked = date(evidence_checked)),
    licence text not null,
    text_sha256 text not null check (length(text_sha256) in (0, 64)),
    sha256 blob not null check (length(sha256) = 32),
    summary_sha256 blob not null check (length(summary_sha256) = 16),
    words_sha256 blob not null check (length(words_sha256) = 16),
    reviews_sha256 blob not null check (length(reviews_sha256) in (0, 16)),
    unique (id, language)
) strict

CREATE INDEX articles_by_title ON articles (title collate nocase)

CREATE TABLE page_texts (
    article integer primary key references articles (number),
    body any not null check (typeof(body) in ('text', 'blob')),
    blocks any not null check (typeof(blocks) in ('text', 'blob'))
) strict

CREATE TABLE earlier_texts (
    article integer not null references articles (number),
    edition text not null,
    title text not null,
    short_answer text not null,
    body any not null check (typeof(body) in ('text', 'blob')),
    reason text not null,
    sha256 blob not null check (length(sha256) = 32),
    primary key (article, edition)
) strict, without rowid

CREATE TABLE former_pages (
    number integer primary key,
    id text not null,
    language text not null,
    title text not null,
    edition text not null,
    unique (id, language)
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
    licence text not null,
    doi text not null,
    pmid text not null,
    note text not null
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

CREATE TABLE short_answer_terms (
    article integer not null references articles (number),
    starts integer not null check (starts >= 0),
    ends integer not null check (ends > starts),
    term text not null references glossary (key),
    primary key (article, starts)
) strict, without rowid

CREATE TABLE key_points (
    article integer not null references articles (number),
    position integer not null,
    point text not null,
    primary key (article, position)
) strict, without rowid

CREATE TABLE questions_to_ask (
    article integer not null references articles (number),
    position integer not null,
    question text not null,
    primary key (article, position)
) strict, without rowid

CREATE TABLE point_sources (
    article integer not null references articles (number),
    kind text not null check (kind in ('key point', 'question to ask')),
    point integer not null,
    position integer not null,
    source text not null references sources (key),
    primary key (article, kind, point, position)
) strict, without rowid

CREATE TABLE teach_back (
    article integer not null references articles (number),
    position integer not null,
    question text not null,
    answer text not null,
    anchor text not null,
    primary key (article, position)
) strict, without rowid

CREATE TABLE consents (
    article integer primary key references articles (number),
    kind text not null check (kind in ('written', 'published')),
    given_on text check (given_on = date(given_on)),
    held_by text not null,
    source text references sources (key)
) strict

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

CREATE TABLE action_cards (
    id text primary key,
    position integer not null unique,
    situation text not null,
    article integer references articles (number)
) strict

CREATE TABLE action_steps (
    card text not null references action_cards (id),
    position integer not null check (position between 1 and 5),
    step text not null,
    primary key (card, position)
) strict, without rowid

CREATE TABLE action_sources (
    card text not null references action_cards (id),
    position integer not null,
    source text not null references sources (key),
    primary key (card, position)
) strict, without rowid

CREATE TABLE self_checks (
    position integer primary key,
    query text not null,
    article integer not null references articles (number)
) strict

CREATE TABLE glossary (
    key text primary key,
    word text not null,
    meaning text not null,
    sha256 blob not null check (length(sha256) = 32)
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
    role text not null check (role in ('picture', 'icon', 'logo', 'leaflet')),
    media_type text not null,
    sha256 blob not null check (length(sha256) = 32),
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
    first integer not null,
    last integer not null
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

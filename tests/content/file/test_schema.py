"""The tables: what they let in, and what a reader's connection may do."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pmlapp.content.file.schema import Stemmer, create_tables, foreign_object, guard
from pmlapp.content.file.tables import APPLICATION_ID, STATEMENTS
from pmlapp.content.model import ArticleKind, ConsentKind, Provenance, SignOffKind
from tests.builders import content_file

ALL_SQL = "\n".join(STATEMENTS)


@pytest.fixture
def empty() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        create_tables(connection)
        yield connection


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(content_file(tmp_path), isolation_level=None)) as connection:
        guard(connection)
        yield connection


@pytest.mark.parametrize(
    ("column", "values"),
    [("kind", ArticleKind), ("kind", ConsentKind), ("provenance", Provenance), ("kind", SignOffKind)],
)
def test_a_closed_list_of_the_model_is_the_closed_list_of_the_table(column: str, values: type) -> None:
    lists = re.findall(rf"{column} in \(([^)]*)\)", ALL_SQL)
    assert {str(value) for value in values} in [set(re.findall(r"'([^']*)'", listed)) for listed in lists]


def test_the_file_says_whose_it_is(empty: sqlite3.Connection) -> None:
    assert APPLICATION_ID.to_bytes(4, "big") == b"PMLA"
    assert empty.execute("pragma application_id").fetchone() == (APPLICATION_ID,)


@pytest.mark.parametrize(
    "statement",
    [
        "create view tales as select 1",
        "create table more (x)",
        "create trigger t after insert on topics begin select 1; end",
        "create index by_title on topics (title)",
        "create virtual table v using fts5 (x)",
        "drop index names_by_name",
        "drop table media",
        "alter table media add column more text",
    ],
)
def test_a_schema_with_more_or_less_than_ours_is_noticed(empty: sqlite3.Connection, statement: str) -> None:
    assert foreign_object(empty) is None
    empty.execute(statement)
    assert foreign_object(empty) is not None
    with pytest.raises(ValueError, match="not ours"):
        guard(empty)


@pytest.mark.parametrize(
    "statement",
    [
        "insert into topics values ('a', 9, 'a', 'a', 'a')",
        "delete from articles",
        "update library set title = 'x'",
        "drop table articles",
        "attach ':memory:' as other",
        "vacuum",
        "pragma query_only = off",
        "create temp table t (x)",
        "select load_extension('x')",
        "select randomblob(1000000)",
        "with recursive n (i) as (select 1 union all select i + 1 from n) select max(i) from n",
    ],
)
def test_a_guarded_connection_refuses_whatever_is_not_reading(guarded: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.DatabaseError):
        guarded.execute(statement).fetchall()


def test_a_guarded_connection_still_searches(guarded: sqlite3.Connection) -> None:
    ranked = "select rowid from search_body where search_body match 'kidneys' order by bm25(search_body)"
    assert guarded.execute(ranked).fetchall() == [(1,), (2,)]


def test_stems_are_those_of_the_index() -> None:
    stemmer = Stemmer()
    assert stemmer.stems(["symptoms", "causes", "sjögren", "★", "cause"]) == {
        "symptoms": "symptom",
        "causes": "caus",
        "sjögren": "sjogren",
        "★": "★",
        "cause": "caus",
    }
    stemmer.close()

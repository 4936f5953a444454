"""Reading a content file, sound or not."""

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pmlapp import __version__
from pmlapp.authoring.building.build import build
from pmlapp.content.file.store import ContentStore, Counts
from pmlapp.content.model import ArticleId, TermKey, TopicId
from pmlapp.errors import (
    ArticleNotFoundError,
    ContentError,
    MissingContentError,
    NewerContentError,
    UnreadableContentError,
)
from pmlapp.library.search.search import Search
from tests.builders import article, as_read, content_file, library, many_pages

FLIPS = 150
"""Damaged copies of each of two files; a few seconds of testing."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return content_file(tmp_path)


@pytest.fixture
def store(path: Path) -> Iterator[ContentStore]:
    store = ContentStore.open(path)
    yield store
    store.close()


def test_every_value_comes_back_as_it_went_in(store: ContentStore) -> None:
    sources = library()
    assert tuple(store.article(page.id) for page in sources.articles) == tuple(map(as_read, sources.articles))
    assert store.topics() == sources.topics
    assert store.synonyms() == sources.synonyms
    assert store.media("nerve.svg") == sources.media[0]


def test_the_library_says_what_it_is(store: ContentStore) -> None:
    found = store.library()
    assert (found.title, found.subject, found.language) == ("PML Answers", "PML, a rare infection of the brain", "en")
    assert len(found.digest) == 64


def test_pages_come_in_the_order_shown_and_by_topic(store: ContentStore) -> None:
    assert [page.id for page in store.summaries()] == ["causes/what-causes-pml", "diet/food"]
    assert [page.id for page in store.summaries(TopicId("diet"))] == ["diet/food"]
    assert store.summaries(TopicId("nothing")) == ()


def test_hard_words_come_in_the_order_of_the_alphabet(store: ContentStore) -> None:
    assert [term.word for term in store.glossary()] == ["Antibody", "myelin"]
    assert store.glossary()[0].also == ("antibodies", "Ab")


def test_what_is_not_there_is_none(store: ContentStore) -> None:
    assert store.term(TermKey("nothing")) is None
    assert store.media("../etc/passwd") is None


def test_a_page_that_is_not_there_is_told_by_its_id(store: ContentStore) -> None:
    with pytest.raises(ArticleNotFoundError, match="no page called “no/page”"):
        store.article(ArticleId("no/page"))
    with pytest.raises(ArticleNotFoundError):
        store.article(ArticleId("diet/food"), "es")


def test_counts_are_those_of_the_rows(store: ContentStore) -> None:
    assert store.counts() == Counts(topics=2, articles=2, sources=2, terms=2)


def test_a_sound_file_passes_the_full_check(store: ContentStore) -> None:
    store.verify()


def test_packed_pages_read_like_plain_ones(tmp_path: Path) -> None:
    sources = many_pages()
    store = ContentStore.open(content_file(tmp_path, sources))
    assert store.article(sources.articles[17].id) == as_read(sources.articles[17])
    store.verify()
    store.close()


def test_a_file_may_lie_in_a_folder_with_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "50% of #1? &c. ü"
    folder.mkdir()
    store = ContentStore.open(content_file(folder))
    assert store.counts().articles == 2
    store.close()


def test_a_library_that_is_open_may_be_replaced_by_a_new_one(store: ContentStore, path: Path) -> None:
    content_file(path.parent, library(title="A new title"))
    assert store.library().title == "PML Answers"
    fresh = ContentStore.open(path)
    assert fresh.library().title == "A new title"
    fresh.close()


def test_nothing_is_left_beside_a_file_that_was_read(store: ContentStore, path: Path) -> None:
    store.summaries()
    assert list(path.parent.iterdir()) == [path]


# Files that are no content files.


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def another_database(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("create table articles (id)")
    connection.close()


def a_text(path: Path) -> None:
    path.write_text("# What causes PML?\n" * 100, encoding="utf-8")


def nothing_in_it(path: Path) -> None:
    path.write_bytes(b"")


def cut_in_the_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def cut_in_a_page(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5000])


def one_byte_more(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"x")


def altered(statement: str) -> Callable[[Path], None]:
    def alter(path: Path) -> None:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute(statement)
        connection.close()

    return alter


@pytest.mark.parametrize(
    "spoil",
    [
        a_folder,
        pytest.param(a_pipe, marks=pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")),
        another_database,
        a_text,
        nothing_in_it,
        cut_in_the_header,
        cut_in_a_page,
        one_byte_more,
        altered("pragma user_version = 0"),
        altered("pragma application_id = 1"),
        altered("pragma journal_mode = wal"),
        altered("create view more as select 1"),
        altered("drop table media"),
        altered("delete from library"),
    ],
)
def test_what_is_no_content_file_is_refused_at_once(path: Path, spoil: Callable[[Path], None]) -> None:
    spoil(path)
    with pytest.raises(UnreadableContentError, match=r"damaged, or is not a library|changed by another program"):
        ContentStore.open(path)


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path, path: Path) -> None:
    for missing in (tmp_path / "none.db", path / "inside.db"):
        with pytest.raises(MissingContentError, match="is not there"):
            ContentStore.open(missing)


def test_a_file_of_a_newer_program_says_so(path: Path) -> None:
    altered("pragma user_version = 99")(path)
    with pytest.raises(NewerContentError, match="newer version") as caught:
        ContentStore.open(path)
    assert caught.value.details["found"] == 99


@pytest.mark.parametrize("needs", ["999", "0.999", f"{__version__}.1"])
def test_a_library_that_needs_a_newer_program_says_which(tmp_path: Path, needs: str) -> None:
    path = tmp_path / "needs.db"
    build(library([article()], min_app_version=needs), path)
    with pytest.raises(NewerContentError, match="newer version") as caught:
        ContentStore.open(path)
    assert (caught.value.details["found"], caught.value.details["supported"]) == (needs, __version__)


@pytest.mark.parametrize("needs", ["", "0", "0.0.9", __version__])
def test_a_library_that_this_program_is_new_enough_for_opens(tmp_path: Path, needs: str) -> None:
    path = tmp_path / "needs.db"
    build(library([article()], min_app_version=needs), path)
    with closing(ContentStore.open(path)) as store:
        assert store.article(article().id).title == article().title


@pytest.mark.parametrize(
    "statement",
    [
        "update articles set title = 'Quite another title'",
        "update page_texts set body = body || ' Take it twice a day.'",
        "update citations set source = 'S1'",
        "delete from article_names",
        "update library set publisher = 'somebody else'",
    ],
)
def test_a_text_changed_after_the_build_fails_the_full_check(path: Path, statement: str) -> None:
    altered(statement)(path)
    store = ContentStore.open(path)
    with pytest.raises(UnreadableContentError) as caught:
        store.verify()
    assert "digest" in str(caught.value.details["cause"])
    store.close()


@pytest.mark.parametrize(
    "statement",
    [
        "update articles set title = cast(x'ff' as text)",
        "update page_texts set body = x'ff00'",
        "update page_texts set body = zeroblob(20000000)",
    ],
)
def test_a_field_that_cannot_be_read_is_told_as_damage(path: Path, statement: str) -> None:
    altered(statement)(path)
    store = ContentStore.open(path)
    with pytest.raises(UnreadableContentError):
        store.article(ArticleId("diet/food"))
    store.close()


def test_a_field_of_another_type_is_told_as_damage(path: Path) -> None:
    # The tables are strict, so a build cannot do this: the schema is loosened and then put back.
    schema = "pragma writable_schema = on; update sqlite_schema set sql = replace(sql, {}) where name = 'synonyms'"
    for script in (
        schema.format("') strict', ') '"),
        "update synonyms set means = x'6162'",
        schema.format("') ', ') strict'"),
    ):
        connection = sqlite3.connect(path, isolation_level=None)
        connection.executescript(script)
        connection.close()
    store = ContentStore.open(path)
    with pytest.raises(UnreadableContentError):
        Search(store).search("virus")
    store.close()


@pytest.mark.parametrize("sources", [library(), many_pages()], ids=["plain", "packed"])
def test_flipped_bits_are_told_as_damage_or_do_none(tmp_path: Path, sources) -> None:
    path = content_file(tmp_path, sources)
    sound = path.read_bytes()
    chance = random.Random(20261121)
    refused = 0
    for _ in range(FLIPS):
        damaged = bytearray(sound)
        for _ in range(chance.choice((1, 8, 64))):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        try:
            read_everything(path)
        except ContentError:
            refused += 1
    assert refused > 0


def read_everything(path: Path) -> None:
    store = ContentStore.open(path)
    try:
        for page in store.summaries()[:5]:
            store.article(page.id)
        store.glossary()
        store.counts()
        store.media("nerve.svg")
        Search(store).search("what virus rests in the kidneys")
        store.verify()
    finally:
        store.close()


def test_a_closed_store_is_a_mistake_of_ours_and_not_of_the_file(path: Path) -> None:
    store = ContentStore.open(path)
    store.close()
    with pytest.raises(sqlite3.ProgrammingError):
        store.topics()


@pytest.mark.parametrize(
    ("module", "also_unwanted"),
    [("pmlapp.library.catalog", {"json"}), ("pmlapp.library.search.search", set[str]())],
    ids=["the pages", "the search, whose languages are JSON"],
)
def test_reading_needs_neither_the_tools_of_the_build_nor_slow_imports(module: str, also_unwanted: set[str]) -> None:
    script = f"import sys, {module}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    unwanted = {"sqlite_utils", "click", "yaml", "markdown", "logging", "importlib.metadata", "hashlib"}
    assert (unwanted | also_unwanted).isdisjoint(loaded)


def test_whoever_opened_a_file_has_closed_all_of_it_at_the_end(path: Path) -> None:
    with ContentStore.open(path) as store:
        assert Search(store).search("virus")
        stemmer = store.stemmer
    for ask in (store.topics, lambda: stemmer.stems(["a new word"])):
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            ask()
    store.close()

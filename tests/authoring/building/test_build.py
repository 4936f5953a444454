"""Writing a content file: whole or not at all, and the same each time."""

import sqlite3
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from pmlapp.authoring.building.build import build
from pmlapp.authoring.building.dictionary import DICTIONARY_BYTES, shared_dictionary
from pmlapp.content.file.compression import packed, unpacked
from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import Synonym
from pmlapp.errors import CannotWriteError
from tests.builders import FIRST, article, as_read, content_file, library, many_pages
from tests.hardship import not_allowed_to_write

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("sources", [library(), many_pages()], ids=["plain", "packed"])
def test_the_same_sources_make_the_same_bytes(tmp_path: Path, sources) -> None:
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    assert build(sources, first) == build(sources, second)
    assert first.read_bytes() == second.read_bytes()


def test_the_digest_goes_with_the_text_and_not_with_how_it_is_packed(tmp_path: Path) -> None:
    path = tmp_path / "content.db"
    before = build(library(), path).digest
    assert build(library(title="Another title"), path).digest != before
    assert build(library([article(body="Another text.")]), path).digest != build(library([article()]), path).digest
    assert build(library(), path).digest == before


def test_the_report_counts_what_was_built(tmp_path: Path) -> None:
    path = tmp_path / "content.db"
    report = build(library([article(title="What causes PML?", short_answer="A virus.", body="It wakes up.")]), path)
    assert (report.articles, report.words, report.bytes) == (1, 3 + 2 + 3, path.stat().st_size)


def test_progress_is_told_for_each_article(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    build(library(), tmp_path / "content.db", progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


def test_nothing_is_left_beside_the_new_file(tmp_path: Path) -> None:
    path = content_file(tmp_path)
    assert list(tmp_path.iterdir()) == [path]


def test_the_file_may_be_read_by_everybody_who_may_read_the_folder(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    assert content_file(tmp_path).stat().st_mode == (tmp_path / "other").stat().st_mode


def test_large_libraries_are_packed_to_less_than_their_text(tmp_path: Path) -> None:
    sources = many_pages(2_000)
    report = build(sources, tmp_path / "content.db")
    assert report.bytes < sum(len(page.body) for page in sources.articles)


def test_other_programs_find_tables_that_lead_to_each_other(tmp_path: Path) -> None:
    database = Database(content_file(tmp_path), execute_plugins=False)
    assert {"library", "topics", "articles", "related", "sources", "citations", "glossary"} <= set(
        database.table_names()
    )
    leads = {(key.table, key.column, key.other_table) for table in database.tables for key in table.foreign_keys}
    assert ("articles", "topic", "topics") in leads
    assert ("citations", "source", "sources") in leads
    assert database.execute("pragma foreign_key_check").fetchall() == []
    assert database.execute("select body from page_texts").fetchone()[0].startswith("## How")
    database.close()


def test_a_source_keeps_its_address_and_its_numbers_in_columns_of_their_own(tmp_path: Path) -> None:
    source = FIRST._replace(url="", doi="10.1093/brain/awac237", pmid="35779271", note="only the abstract")
    page = article(sources=(source,))
    path = content_file(tmp_path, library(articles=(page,), sources=(source,)))
    database = Database(path)
    (row,) = database["sources"].rows
    database.close()
    assert [row[key] for key in ("url", "doi", "pmid", "note")] == [
        "",
        "10.1093/brain/awac237",
        "35779271",
        source.note,
    ]
    store = ContentStore.open(path)
    assert store.article(page.id).sources == (source,)
    store.close()


def test_two_entries_for_one_meaning_become_one(tmp_path: Path) -> None:
    pills, tablets = Synonym(words=("pills",), means="medicine"), Synonym(words=("tablets",), means="medicine")
    store = ContentStore.open(content_file(tmp_path, library(synonyms=(pills, tablets))))
    assert store.synonyms() == (Synonym(words=("pills", "tablets"), means="medicine"),)
    store.close()


# When the disk says no.


def test_a_folder_that_may_not_be_written_leaves_the_old_file_alone(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    old = content_file(folder).read_bytes()
    with not_allowed_to_write(folder), pytest.raises(CannotWriteError, match="could not be written"):
        build(library(title="New"), folder / "content.db")
    assert (folder / "content.db").read_bytes() == old
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("output", ["none/content.db", "folder"])
def test_a_place_where_no_file_can_be_is_said_to_be_so(tmp_path: Path, output: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(CannotWriteError, match="could not be written"):
        build(library(), tmp_path / output)
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no limit to the size of a file")
@pytest.mark.parametrize("room", [0, 20_000, 150_000])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path, room: int) -> None:
    old = content_file(tmp_path).read_bytes()
    script = f"""
        import resource
        from pathlib import Path
        from pmlapp.authoring.building.build import build
        from pmlapp.errors import CannotWriteError
        from tests.builders import many_pages

        sources = many_pages()
        resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))
        try:
            build(sources, Path("content.db"))
        except CannotWriteError as error:
            print(error.exit_code)
    """
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{textwrap.dedent(script)}"]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ended.stdout == "73\n"
    assert (tmp_path / "content.db").read_bytes() == old
    assert len(list(tmp_path.iterdir())) == 1


def test_a_mistake_of_ours_is_not_told_as_a_full_disk(tmp_path: Path) -> None:
    twice = library([article(), article()])
    with pytest.raises(sqlite3.IntegrityError):
        build(twice, tmp_path / "content.db")
    assert list(tmp_path.iterdir()) == []


# What pages have in common.


def test_a_dictionary_makes_texts_that_have_much_in_common_smaller() -> None:
    texts = [page.body.replace("kidneys", f"kidneys of person {n}") for n, page in enumerate(many_pages().articles)]
    dictionary = shared_dictionary(texts)
    assert 0 < len(dictionary) <= DICTIONARY_BYTES
    assert dictionary == shared_dictionary(texts)
    text = texts[3]
    assert len(packed(text, dictionary)) < len(packed(text, b""))
    assert unpacked(packed(text, dictionary), dictionary) == text


def test_texts_with_nothing_in_common_have_an_empty_dictionary() -> None:
    assert shared_dictionary(["one two three", "four five six"]) == b""
    assert shared_dictionary([]) == b""


def test_articles_in_two_languages_stand_in_one_file(tmp_path: Path) -> None:
    sources = library([article(), article(language="es", title="¿Qué causa la LMP?")])
    english, spanish = sources.articles
    store = ContentStore.open(content_file(tmp_path, sources))
    assert store.article(spanish.id, "es") == as_read(spanish)
    assert store.article(spanish.id) == as_read(english)
    store.close()


def test_a_page_may_lead_only_to_pages_of_the_file(tmp_path: Path) -> None:
    lost = replace(library(), articles=library().articles[:1])
    with pytest.raises(KeyError):
        build(lost, tmp_path / "content.db")

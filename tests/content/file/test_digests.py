"""What is read is compared with its digest: no altered word comes out of a content file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from pmlapp.authoring.building.build import build
from pmlapp.content.file.digests import of_file, of_page, of_values
from pmlapp.content.file.header import was_written_to
from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import ArticleId, TermKey
from pmlapp.errors import DamagedPartError, EditedContentError, EditedPartError, UnreadableContentError
from pmlapp.library.search.search import Search
from tests.builders import SIGN_OFF, article, content_file, library, rich_article, signed

CAUSES = ArticleId("causes/what-causes-pml")
FORMAT_3 = Path(__file__).parent / "fixtures" / "format-3.db"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return content_file(tmp_path, library([signed(rich_article(), SIGN_OFF), *library().articles[1:]]))


def edited(path: Path, statement: str) -> ContentStore:
    """The file after somebody changed it with another program."""
    with closing(sqlite3.connect(path)) as connection, connection:
        assert connection.execute(statement).rowcount > 0
    return ContentStore.open(path)


PAGE = [
    "update articles set title = 'Quite another title' where number = 1",
    "update articles set short_answer = 'It is harmless.' where number = 1",
    "update articles set text_sha256 = lower(hex(zeroblob(32))) where number = 1",
    "update page_texts set body = body || 'Take it twice a day.' where article = 1",
    "update sources set title = 'A better study'",
    "update citations set source = 'S1'",
    "update sign_offs set reviewer = 'Dr B. Example'",
    "delete from sign_offs",
    "update related set reason = 'for another reason'",
    "delete from article_names where article = 1",
]


@pytest.mark.parametrize("statement", PAGE)
def test_an_edited_page_is_not_read(path: Path, statement: str) -> None:
    with closing(edited(path, statement)) as store, pytest.raises(UnreadableContentError):
        store.article(CAUSES)


def test_what_is_damaged_is_named(path: Path) -> None:
    with closing(edited(path, PAGE[0])) as store, pytest.raises(DamagedPartError, match="the page causes/what-causes"):
        store.article(CAUSES)


def test_the_other_pages_go_on(path: Path) -> None:
    with closing(edited(path, PAGE[3])) as store:
        assert store.article(ArticleId("diet/food")).title == "What should I eat?"


@pytest.mark.parametrize(
    "statement",
    [
        "insert into sign_offs select 2, 1, reviewer, role, credentials, interests, evidence, kind, signed_on,"
        " next_due, text_sha256, note from sign_offs where article = 1",
        "update articles set text_sha256 = lower(hex(zeroblob(32))) where number = 2",
    ],
)
def test_a_review_that_somebody_adds_is_not_believed(path: Path, statement: str) -> None:
    with closing(edited(path, statement)) as store, pytest.raises(DamagedPartError, match="the reviews of diet/food"):
        store.review_records(ArticleId("diet/food"))


@pytest.mark.parametrize(
    ("statement", "read"),
    [
        ("update glossary set meaning = 'Nothing.'", lambda store: store.term(TermKey("myelin"))),
        ("update word_forms set form = 'x'", lambda store: store.glossary()),
        ("update media set data = x'00'", lambda store: store.media("nerve.svg")),
        ("update synonyms set means = 'aspirin'", lambda store: store.synonyms()),
    ],
)
def test_an_edited_part_is_not_read(path: Path, statement: str, read) -> None:
    with closing(edited(path, statement)) as store, pytest.raises(EditedPartError):
        read(store)


@pytest.mark.parametrize(
    ("statement", "read"),
    [
        ("update topics set title = 'Other'", lambda store: store.topics()),
        ("update library set publisher = 'somebody'", lambda store: store.library()),
        ("update question_types set heading = 'x'", lambda store: store.question_types()),
    ],
)
def test_without_a_part_that_every_page_needs_nobody_is_told_to_read_on(path: Path, statement: str, read) -> None:
    with closing(edited(path, statement)) as store, pytest.raises(EditedContentError) as failure:
        read(store)
    assert "go on reading" not in failure.value.what_to_do


def test_a_file_that_another_program_wrote_to_is_told_apart_from_a_damaged_one(path: Path) -> None:
    with closing(edited(path, PAGE[3])) as store, pytest.raises(EditedContentError):
        store.verify()


def test_a_file_that_was_edited_and_then_damaged_is_damaged(path: Path) -> None:
    with closing(edited(path, PAGE[3])):
        pass
    whole = bytearray(path.read_bytes())
    tables = len(whole) - 4096 * 3
    whole[tables : tables + 512] = b"\x55" * 512
    path.write_bytes(whole)
    with pytest.raises(UnreadableContentError) as failure, closing(ContentStore.open(path)) as store:
        store.verify()
    assert type(failure.value) is UnreadableContentError


def test_a_copy_with_a_turned_bit_is_damaged_and_not_called_edited(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"wakes up", b"wakes us"))
    with closing(ContentStore.open(path)) as store:
        with pytest.raises(DamagedPartError) as of_page_alone:
            store.article(CAUSES)
        with pytest.raises(UnreadableContentError) as of_all:
            store.verify()
    assert [type(failure.value) for failure in (of_page_alone, of_all)] == [DamagedPartError, UnreadableContentError]


def test_each_build_leaves_the_same_count_of_writes(path: Path, tmp_path: Path) -> None:
    """By it an edited file is known: built again, and built upon the edition before."""
    later = tmp_path / "later.db"
    build(library([article(evidence_checked=date(2026, 12, 1))]), later, previous=path)
    for each in (path, later, FORMAT_3):
        assert not was_written_to(each)


def test_a_list_of_pages_has_no_title_that_was_edited(path: Path) -> None:
    with closing(edited(path, PAGE[0])) as store:
        assert [each.title for each in store.summaries()] == ["", "What should I eat?"]


@pytest.mark.parametrize("statement", [PAGE[0], PAGE[1], PAGE[3], PAGE[9]])
def test_a_search_result_says_nothing_that_was_edited(path: Path, statement: str) -> None:
    with closing(edited(path, statement)) as store:
        hits = Search(store).find("kidneys").hits
        damaged = [hit for hit in hits if hit.article.id == CAUSES]
        assert [(hit.damaged, hit.article.title, hit.snippet) for hit in damaged] == [(True, "", "")]
        assert [hit.damaged for hit in hits if hit.article.id != CAUSES] == [False] * (len(hits) - 1)


def test_one_byte_anywhere_fails_the_check_of_the_whole_file(path: Path, tmp_path: Path) -> None:
    whole = path.read_bytes()
    for place in range(101, len(whole), len(whole) // 50):
        changed = tmp_path / "changed.db"
        changed.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(UnreadableContentError), closing(ContentStore.open(changed)) as store:
            store.verify()


def test_a_sound_file_passes(path: Path) -> None:
    with closing(ContentStore.open(path)) as store:
        store.verify()
        store.file_check()()


@pytest.fixture
def store(path: Path) -> Iterator[ContentStore]:
    with closing(ContentStore.open(path)) as store:
        yield store


def test_another_file_at_its_place_is_noticed_and_read(path: Path, store: ContentStore, tmp_path: Path) -> None:
    assert not store.is_changed()
    other = tmp_path / "other"
    other.mkdir()
    content_file(other, library(title="Another library")).replace(path)
    assert store.is_changed()
    store.reopen()
    assert store.library().title == "Another library"
    assert not store.is_changed()


def test_where_what_is_there_now_cannot_be_read_the_old_goes_on(
    path: Path, store: ContentStore, tmp_path: Path
) -> None:
    (tmp_path / "broken").write_bytes(b"no library" * 100)
    (tmp_path / "broken").replace(path)
    assert store.is_changed()
    with pytest.raises(UnreadableContentError):
        store.reopen()
    assert store.article(CAUSES).title == "What causes PML?"


def test_a_file_that_is_gone_for_a_moment_is_not_another_one(path: Path, store: ContentStore) -> None:
    path.rename(path.with_name("away.db"))
    assert not store.is_changed()


# The digest itself.


def test_two_different_values_have_two_digests() -> None:
    values = ["a", b"a", ("a",), ("a", ""), ("", "a"), 1, "1", None, "", ((), "a"), ("a", ("b",)), ("a", "b")]
    assert len({of_values(value) for value in values}) == len(values)
    assert of_values("a", "b") != of_values("ab")


def test_a_field_that_is_empty_changes_no_digest() -> None:
    page = rich_article()
    assert of_page(page, "") == of_page(page._replace(key_points=(), consent=None), "")
    assert of_page(page, "") != of_page(page, "blocks")


def test_a_file_holds_its_digest_once() -> None:
    digest = bytes(range(32))
    assert of_file(b"a" + digest + b"b", digest) == of_file(b"a" + bytes(32) + b"b", bytes(32))
    for data in (b"a", digest + digest):
        with pytest.raises(ValueError, match="once"):
            of_file(data, digest)

"""An edition that follows another: numbers stay, orders change, and what was said before is kept."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pmlapp.authoring.building.build import build
from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.content.edition import EarlierText, edition_order, is_undated
from pmlapp.content.file.store import ContentStore
from pmlapp.content.file.stored_editions import FormerPage
from pmlapp.content.model import ArticleId, Withdrawal
from pmlapp.errors import PreviousEditionError
from tests.builders import EDITORIAL, article, content_file, library, many_pages, signed

FIRST = ("causes/a", "causes/b", "causes/c")
WITHDRAWAL = Withdrawal(reason="A study was taken back.", by="the editors", on=date(2026, 12, 1))


def pages(*keys: str, **changes: str) -> LibrarySources:
    return library([article(key, title=f"On {key}", names=(f"name of {key}",)) for key in keys], **changes)


@pytest.fixture
def before(tmp_path: Path) -> Path:
    path = tmp_path / "before.db"
    build(pages(*FIRST), path)
    return path


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_a_page_added_in_the_middle_moves_no_other(before: Path, tmp_path: Path) -> None:
    after = tmp_path / "after.db"
    build(pages("causes/a", "causes/aa", "causes/b", "causes/c"), after, previous=before)
    assert rows(after, "select number, id from articles order by position") == [
        (1, "causes/a"),
        (4, "causes/aa"),
        (2, "causes/b"),
        (3, "causes/c"),
    ]
    for table in ("names", "article_names", "page_texts", "search_codes"):
        assert set(rows(before, f"select * from {table}")) <= set(rows(after, f"select * from {table}"))
    words = "select number, word from search_words"
    assert set(rows(before, words)) <= set(rows(after, words))


def test_pages_are_shown_and_found_in_their_order_whatever_their_numbers(before: Path, tmp_path: Path) -> None:
    after = tmp_path / "after.db"
    build(pages("causes/c", "causes/aa", "causes/a"), after, previous=before)
    with closing(ContentStore.open(after)) as store:
        assert [each.id for each in store.summaries()] == ["causes/c", "causes/aa", "causes/a"]
        first, last = store.beside(ArticleId("causes/aa"))
        assert first
        assert last
        assert (first.id, last.id) == ("causes/c", "causes/a")


def test_a_number_is_never_given_to_another_page(before: Path, tmp_path: Path) -> None:
    second, third, fourth = (tmp_path / f"{n}.db" for n in (2, 3, 4))
    build(pages("causes/a", "causes/b"), second, previous=before)
    build(pages("causes/a", "causes/b", "causes/d"), third, previous=second)
    assert rows(third, "select number from articles where id = 'causes/d'") == [(4,)]
    with closing(ContentStore.open(third)) as store:
        assert [(each.number, each.id) for each in store.former_pages()] == [(3, "causes/c")]
    build(pages(*FIRST), fourth, previous=third)
    assert rows(fourth, "select number, id from articles order by position") == [
        (1, "causes/a"),
        (2, "causes/b"),
        (3, "causes/c"),
    ]
    with closing(ContentStore.open(fourth)) as store:
        assert [(each.number, each.id) for each in store.former_pages()] == [(4, "causes/d")]


def test_the_digest_does_not_depend_on_what_came_before(before: Path, tmp_path: Path) -> None:
    sources = pages("causes/d", "causes/a")
    fresh, after = tmp_path / "fresh.db", tmp_path / "after.db"
    assert build(sources, fresh).digest == build(sources, after, previous=before).digest
    assert fresh.read_bytes() != after.read_bytes()


def test_the_same_sources_and_edition_before_make_the_same_bytes(before: Path, tmp_path: Path) -> None:
    sources = pages("causes/d", "causes/a")
    one, two = tmp_path / "one.db", tmp_path / "two.db"
    assert build(sources, one, previous=before) == build(sources, two, previous=before)
    assert one.read_bytes() == two.read_bytes()


def test_a_large_library_keeps_its_dictionary(tmp_path: Path) -> None:
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    sources = many_pages()
    build(sources, first)
    changed = [sources.articles[0]._replace(body="Another text.\n"), *sources.articles[1:]]
    build(replace(sources, articles=tuple(changed)), second, previous=first)
    dictionary = "select dictionary from library"
    assert rows(first, dictionary) == rows(second, dictionary)
    bodies = "select body from page_texts where article > 1"
    assert rows(first, bodies) == rows(second, bodies)


def test_what_a_page_said_before_is_kept_with_the_reason(before: Path, tmp_path: Path) -> None:
    note = EDITORIAL._replace(note="A newer study.")
    changed = signed(article("causes/a", title="On causes/a", body="It is so.\n"), note)
    after = tmp_path / "after.db"
    build(library([changed, *pages("causes/b", "causes/c").articles]), after, previous=before)
    with closing(ContentStore.open(after)) as store:
        (earlier,) = store.earlier_texts(ArticleId("causes/a"))
        old = article("causes/a")
        assert earlier == EarlierText("2026-11-21", "On causes/a", old.short_answer, old.body, "A newer study.")
        assert store.earlier_texts(ArticleId("causes/b")) == ()


def test_of_each_page_the_last_three_earlier_texts_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "0.db"
    build(library([article(body="Text 0.\n")]), path)
    for number in range(1, 6):
        previous, path = path, tmp_path / f"{number}.db"
        build(library([article(body=f"Text {number}.\n")]), path, previous=previous)
    with closing(ContentStore.open(path)) as store:
        earlier = store.earlier_texts(article().id)
        assert [(each.edition, each.body) for each in earlier] == [
            ("2026-11-21.5", "Text 4.\n"),
            ("2026-11-21.4", "Text 3.\n"),
            ("2026-11-21.3", "Text 2.\n"),
        ]


def test_of_a_withdrawn_page_no_earlier_text_is_given_out(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.db" for number in range(4)]
    build(library([article(body="First words.\n"), article("diet/food")]), files[0])
    build(library([article(body="Second words.\n"), article("diet/food")]), files[1], previous=files[0])
    withdrawn = article(body="Second words.\n", withdrawal=WITHDRAWAL)
    build(library([withdrawn, article("diet/food")]), files[2], previous=files[1])
    build(library([article(body="Third words.\n"), article("diet/food")]), files[3], previous=files[2])

    def earlier(path: Path) -> list[str]:
        with closing(ContentStore.open(path)) as store:
            return [each.body for each in store.earlier_texts(article().id)]

    assert [earlier(path) for path in files] == [[], ["First words.\n"], [], []]
    assert rows(files[2], "select count(*) from earlier_texts") == [(0,)]


def test_an_edition_is_called_after_its_newest_day_and_is_later_than_the_one_before(
    before: Path, tmp_path: Path
) -> None:
    after = tmp_path / "after.db"
    assert build(pages(*FIRST), after).edition == "2026-11-21"
    assert build(pages(*FIRST), after, previous=before).edition == "2026-11-21.2"
    assert build(pages(*FIRST, edition="2026-12-24"), after, previous=before).edition == "2026-12-24"
    order = ["0", "0.2", "7", "7.1", "7.10", "12", "2026-11-21", "2026-11-21.2", "2026-11-21.10", "2026-12-01"]
    assert sorted(order, key=edition_order) == order


def test_an_edition_without_a_day_is_called_by_no_day_and_comes_before_all_that_have_one(tmp_path: Path) -> None:
    undated = library([article(FIRST[0], evidence_checked=None)])
    first, second, third = (tmp_path / name for name in ("first.db", "second.db", "third.db"))
    assert build(undated, first).edition == "0"
    assert build(undated, second, previous=first).edition == "0.2"
    assert build(pages(*FIRST), third, previous=second).edition == "2026-11-21"
    assert [is_undated(edition) for edition in ("0", "0.2", "2026-11-21")] == [True, True, False]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [({"id": "org.example.other"}, "its id is “”"), ({"edition": "2026-11-20"}, "it is edition 2026-11-21 already")],
)
def test_another_library_or_a_later_one_is_not_the_edition_before(
    before: Path, tmp_path: Path, changes: dict[str, str], reason: str
) -> None:
    with pytest.raises(PreviousEditionError, match=reason):
        build(pages(*FIRST, **changes), tmp_path / "after.db", previous=before)
    assert not (tmp_path / "after.db").exists()


def test_a_library_of_format_3_may_be_the_edition_before(tmp_path: Path) -> None:
    old = Path(__file__).parents[2] / "content" / "file" / "fixtures" / "format-3.db"
    after = tmp_path / "after.db"
    build(library([article("causes/new"), article("diet/food", title="What?")]), after, previous=old)
    assert rows(after, "select number, id from articles order by position") == [(4, "causes/new"), (2, "diet/food")]
    with closing(ContentStore.open(after)) as store:
        assert store.former_pages()[0] == FormerPage(1, "causes/what-causes-pml", "en", "What causes PML?", "")


def test_without_an_edition_before_pages_are_numbered_in_the_order_shown(tmp_path: Path) -> None:
    path = content_file(tmp_path)
    found = [number for (number,) in rows(path, "select number from articles order by position")]
    assert found == list(range(1, len(found) + 1))

"""What a search found, under the box: rows, marks, the choice, and what else can be taken."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from pmlapp.content.model import Findings, GlossaryTerm, SearchHit, TermKey
from pmlapp.errors import UnreadableContentError
from pmlapp.library.pages.hit_line import HitLine
from pmlapp.library.pages.pages import Pages
from pmlapp.library.search.hits import Hits
from pmlapp.reading.finding.hit_list import HitList
from pmlapp.reading.look.buttons import LinkButton
from pmlapp.reading.look.look import Look
from tests.reading.conftest import LookOf, PutOnDesk
from tests.reading.pages_of import NO_KEY, count_colour


class Finder:
    """Looks at the list under a search box at the top of a window of some size."""

    def __init__(self, hits: HitList, desk: QWidget, pages: Pages) -> None:
        self.list = hits
        self.desk = desk
        self._pages = pages
        self.chosen: list[str] = []
        self.all_asked = 0
        self.rows: list[int] = []
        hits.hit_chosen.connect(self._note)
        hits.all_asked.connect(self._count_all)

    def _note(self, article: str, row: int) -> None:
        self.chosen.append(article)
        self.rows.append(row)

    def _count_all(self) -> None:
        self.all_asked += 1

    def asks(self, query: str, found: tuple[SearchHit, ...] | None = None) -> None:
        hits = self._pages.search(query) if found is None else found
        self.hears(Findings(hits, query, query, ()))

    def found(self, query: str) -> tuple[SearchHit, ...]:
        return self._pages.search(query)

    def hears(self, found: Findings) -> None:
        self.list.show_findings(found, QRect(200, 10, 400, 52), self.desk.rect())

    @property
    def titles(self) -> list[str]:
        return [self.list.model.index(row).data() for row in range(self.list.model.rowCount())]

    @property
    def chosen_title(self) -> str:
        return str(self.list.view.currentIndex().data())

    def words(self, name: str) -> str:
        label = self.list.findChild(QLabel, name)
        assert isinstance(label, QLabel)
        return label.text() if label.isVisible() else ""

    def row(self, number: int) -> QRect:
        return self.list.view.visualRect(self.list.model.index(number))


FindIn = Callable[..., Finder]


@pytest.fixture
def find_in(pages: Pages, look_of: LookOf, put_on_desk: PutOnDesk) -> FindIn:
    """``find_in((800, 600), 200)``: a list in a window of that size at that text size."""

    def made(size: tuple[int, int] = (1280, 800), percent: int = 100, theme: str = "light") -> Finder:
        look = look_of(theme, percent)
        window = QWidget()
        hits = HitList(look, pages.hit_line, window)
        put_on_desk(window, look, size=size)
        return Finder(hits, window, pages)

    return made


def test_the_titles_are_listed_best_first_and_counted(find_in: FindIn, pages: Pages) -> None:
    finder = find_in()
    finder.asks("kidney")
    assert finder.titles == [hit.article.title for hit in pages.search("kidney")]
    assert finder.words("hit_count").startswith(f"{len(finder.titles)} answers.")
    assert finder.words("no_hits") == ""
    assert finder.chosen_title == finder.titles[0]


def test_a_page_whose_title_has_the_word_comes_before_one_that_only_mentions_it(find_in: FindIn) -> None:
    finder = find_in()
    finder.asks("symptoms")
    assert "symptoms" in finder.titles[0].lower()
    assert not any("symptoms" in title.lower() for title in finder.titles[1:])
    assert len(finder.titles) > 1


def test_one_answer_is_not_counted_as_many(find_in: FindIn, pages: Pages) -> None:
    finder = find_in()
    finder.asks("kidney", pages.search("kidney")[:1])
    assert finder.words("hit_count").startswith("1 answer.")


def test_nothing_found_is_said_with_the_words_that_were_typed(find_in: FindIn) -> None:
    finder = find_in()
    finder.asks("zebra <b>crossing</b>", ())
    assert finder.words("no_hits") == "Nothing here about “zebra <b>crossing</b>”."
    assert finder.words("hit_count") == "Press Enter to see what this library holds"
    assert not finder.list.view.isVisible()
    finder.list.take()
    assert finder.chosen == [""]


def test_what_was_typed_is_never_drawn_as_anything_but_words(find_in: FindIn) -> None:
    finder = find_in()
    finder.asks("x", ())
    height = finder.list.height()
    finder.asks("<img src='/x.png' height='400'><h1>x</h1>", ())
    assert finder.list.height() <= height * 2
    label = finder.list.findChild(QLabel, "no_hits")
    assert isinstance(label, QLabel)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_moving_the_choice_stops_at_both_ends(find_in: FindIn) -> None:
    finder = find_in()
    finder.asks("virus")
    last = len(finder.titles) - 1
    assert last > 2
    for steps, row in ((1, 1), (-1, 0), (-5, 0), (5, min(5, last)), (1000, last), (-1000, 0)):
        finder.list.move_choice(steps)
        assert finder.list.view.currentIndex().row() == row


def test_the_row_chosen_is_brought_into_sight(find_in: FindIn) -> None:
    finder = find_in((800, 500))
    finder.asks("virus")
    finder.list.move_choice(1000)
    assert finder.list.view.viewport().rect().contains(finder.row(len(finder.titles) - 1).center())


def test_taking_the_choice_opens_that_page(find_in: FindIn, pages: Pages) -> None:
    finder = find_in()
    finder.asks("virus")
    finder.list.move_choice(1)
    finder.list.take()
    assert finder.chosen == [pages.search("virus")[1].article.id]


def test_a_closed_list_can_neither_be_moved_nor_taken(find_in: FindIn) -> None:
    finder = find_in()
    finder.asks("virus")
    finder.list.hide()
    finder.list.move_choice(1)
    finder.list.take()
    assert finder.chosen == []
    assert finder.list.view.currentIndex().row() == 0


def test_a_click_on_a_row_opens_it(find_in: FindIn, pages: Pages) -> None:
    finder = find_in()
    finder.asks("virus")
    QTest.mouseClick(finder.list.view.viewport(), Qt.MouseButton.LeftButton, NO_KEY, finder.row(2).center())
    assert finder.chosen == [pages.search("virus")[2].article.id]


def test_all_results_can_be_asked_for(find_in: FindIn) -> None:
    finder = find_in()
    finder.asks("virus")
    QTest.mouseClick(finder.list.findChildren(LinkButton)[0], Qt.MouseButton.LeftButton)
    assert finder.all_asked == 1


@pytest.mark.parametrize("percent", [100, 200, 300])
@pytest.mark.parametrize("size", [(800, 600), (1280, 800), (360, 500)], ids=str)
@pytest.mark.parametrize("query", ["virus", "natalizumab", "zebra crossing " * 6])
def test_the_list_stays_inside_the_window_and_shows_whole_rows(
    find_in: FindIn, size: tuple[int, int], percent: int, query: str
) -> None:
    finder = find_in(size, percent)
    finder.asks(query)
    assert finder.desk.rect().contains(finder.list.geometry())
    assert finder.list.view.horizontalScrollBar().maximum() == 0
    assert finder.list.geometry().top() > 62
    if finder.titles:
        assert finder.row(0).width() <= finder.list.view.viewport().width()


@pytest.mark.parametrize("percent", [100, 200])
def test_rows_are_at_least_88_high_and_grow_with_what_they_say(find_in: FindIn, percent: int) -> None:
    finder = find_in((1280, 900), percent)
    finder.asks("virus")
    heights = [finder.row(number).height() for number in range(len(finder.titles))]
    assert min(heights) >= (88 if percent == 100 else 132)
    narrow = find_in((280, 900), percent)
    narrow.asks("virus")
    assert max(narrow.row(number).height() for number in range(len(narrow.titles))) > max(heights)


def test_six_rows_are_in_sight_at_most(find_in: FindIn) -> None:
    finder = find_in((1280, 2000))
    finder.asks("virus")
    assert len(finder.titles) > 6
    sight = finder.list.view.viewport().rect()
    assert sum(sight.contains(finder.row(number)) for number in range(len(finder.titles))) == 6


def test_the_words_found_are_marked(find_in: FindIn, look: Look) -> None:
    finder = find_in()
    finder.asks("kidney")
    assert finder.list.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert count_colour(finder.list.view.viewport().grab().toImage(), look.theme.mark) > 200


@pytest.mark.parametrize("theme", ["light", "high_contrast"])
def test_the_row_chosen_can_be_told_from_the_others(find_in: FindIn, look_of: LookOf, theme: str) -> None:
    finder = find_in(theme=theme)
    finder.asks("virus")
    tint = look_of(theme).theme.tint
    picture = finder.list.view.viewport().grab().toImage()
    counts = [count_colour(picture, tint, finder.row(number)) for number in range(3)]
    assert counts[0] > 10_000
    assert counts[1:] == [0, 0]


def test_the_row_under_the_pointer_can_be_told_from_the_others_until_the_pointer_leaves(
    find_in: FindIn, look: Look
) -> None:
    finder = find_in()
    finder.asks("virus")
    viewport = finder.list.view.viewport()

    def tinted() -> list[bool]:
        picture = viewport.grab().toImage()
        return [count_colour(picture, look.theme.tint, finder.row(number)) > 10_000 for number in range(4)]

    QTest.mouseMove(viewport, finder.row(2).center())
    assert tinted() == [True, False, True, False]
    finder.asks("virus brain")
    assert tinted() == [True, False, True, False], "the rows are others, the pointer is where it was"
    QTest.mouseMove(viewport, finder.row(1).center())
    assert tinted() == [True, True, False, False]
    QTest.mouseMove(finder.desk, QPoint(5, 5))
    assert tinted() == [True, False, False, False]


def test_where_there_is_little_room_only_the_rows_that_it_holds_are_made(find_in: FindIn, pages: Pages) -> None:
    finder = find_in((1280, 400))
    found = pages.find("virus", most=20)
    assert isinstance(found.hits, Hits)
    finder.hears(found)
    assert finder.list.grab().height() > 0
    assert 2 <= found.hits.made <= 4


def test_a_row_says_to_a_listener_what_it_says_to_the_eye(find_in: FindIn, pages: Pages) -> None:
    finder = find_in()
    finder.asks("kidney")
    hit = pages.search("kidney")[0]
    said = finder.list.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert all(part in said for part in (hit.article.title, hit.snippet, hit.topic_title))
    assert finder.list.accessibleDescription() == finder.words("hit_count")


def test_the_list_takes_no_keyboard_from_the_box(find_in: FindIn) -> None:
    finder = find_in()
    finder.asks("virus")
    inside = [each for each in finder.list.findChildren(QWidget) if each.focusPolicy() is not Qt.FocusPolicy.NoFocus]
    assert [each for each in inside if isinstance(each, QLineEdit | QPushButton | LinkButton)] == []
    assert finder.list.view.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_another_question_replaces_what_was_found(find_in: FindIn) -> None:
    finder = find_in()
    finder.asks("virus")
    finder.list.move_choice(3)
    finder.asks("diet")
    assert finder.list.view.currentIndex().row() == 0
    finder.asks("zzzz", ())
    assert finder.titles == []
    finder.asks("virus")
    assert finder.list.view.isVisible()
    assert finder.words("no_hits") == ""


# Rows that nobody sees, and what else can be taken


def test_only_rows_that_come_into_sight_are_made(find_in: FindIn, pages: Pages) -> None:
    finder = find_in((1280, 800))
    found = pages.find("virus", most=20)
    assert isinstance(found.hits, Hits)
    assert len(found.hits) > 8
    finder.hears(found)
    assert finder.list.grab().height() > 0
    assert found.hits.made <= 6
    finder.list.move_choice(1000)
    assert finder.chosen_title == found.hits[len(found.hits) - 1].article.title
    assert finder.list.view.viewport().rect().intersects(finder.row(len(found.hits) - 1))


def test_a_row_that_was_scrolled_to_is_as_high_as_what_it_says(find_in: FindIn, pages: Pages) -> None:
    finder = find_in((420, 700))
    finder.hears(pages.find("virus", most=20))
    bar = finder.list.view.verticalScrollBar()
    for _ in range(40):
        bar.setValue(bar.value() + 60)
        finder.list.view.doItemsLayout()
    last = len(finder.titles) - 1
    seen_at_once = find_in((420, 700))
    hit = pages.find("virus", most=20).hits[last]
    seen_at_once.asks("virus", (hit,) * len(finder.titles))  # as many, for the scroll bar takes room
    assert finder.row(last).height() == seen_at_once.row(0).height()


def test_a_page_that_cannot_be_read_leaves_its_row_empty_and_is_told(look: Look, put_on_desk: PutOnDesk) -> None:
    def broken(found: Sequence[tuple[int, float]]) -> list[SearchHit]:
        raise UnreadableContentError(path="content.db")

    window = QWidget()
    hits = HitList(look, lambda hit: HitLine("clock", hit.topic_title), window)
    put_on_desk(window, look, size=(800, 600))
    told: list[object] = []
    hits.unreadable.connect(told.append)
    hits.show_findings(Findings(Hits(((1, 1.0),), broken), "x", "x", ()), QRect(0, 0, 400, 52), window.rect())
    hits.grab()
    hits.take()
    assert [type(failure) for failure in told] == [UnreadableContentError]


CORRECTED = ("luekoencefalopathy", "leukoencephalopathy", ("luekoencefalopathy",))


def test_what_was_searched_instead_of_what_was_typed_is_said_first(find_in: FindIn, pages: Pages) -> None:
    finder = find_in()
    finder.hears(Findings(pages.search("PML"), *CORRECTED))
    assert finder.list.offered.isVisible()
    assert finder.list.offered.said == (
        "Showing results for leukoencephalopathy. Search instead for luekoencefalopathy."
    )
    assert finder.list.accessibleDescription().startswith("Showing results for")
    finder.asks("virus")
    assert not finder.list.offered.isVisible()


def test_other_searches_are_offered_without_being_searched(find_in: FindIn) -> None:
    finder = find_in()
    finder.hears(Findings((), "natlizumab", "natlizumab", ("natalizumab", "nivolumab")))
    assert finder.list.offered.said == "Did you mean natalizumab or nivolumab?"
    assert "Nothing here" in finder.words("no_hits")


def test_the_arrows_reach_what_is_offered_above_and_all_results_below(find_in: FindIn, pages: Pages) -> None:
    finder = find_in()
    taken: list[str] = []
    finder.list.offer_chosen.connect(taken.append)
    finder.hears(Findings(pages.search("virus"), *CORRECTED))
    assert finder.chosen_title == finder.titles[0]
    finder.list.move_choice(-1)
    assert not finder.list.view.currentIndex().isValid()
    finder.list.take()
    assert taken == ['"luekoencefalopathy"'], "in the marks that keep it from being corrected again"
    finder.list.move_choice(1)
    assert finder.chosen_title == finder.titles[0]
    finder.list.move_choice(1000)
    assert finder.chosen_title == finder.titles[-1]
    finder.list.move_choice(1)
    finder.list.take()
    assert (finder.all_asked, finder.chosen) == (1, [])


def test_with_nothing_found_the_arrows_reach_what_is_offered_and_enter_alone_what_there_is(find_in: FindIn) -> None:
    finder = find_in()
    taken: list[str] = []
    finder.list.offer_chosen.connect(taken.append)
    finder.hears(Findings((), "natlizumab", "natlizumab", ("natalizumab", "nivolumab")))
    finder.list.take()
    assert finder.chosen == [""]
    finder.list.move_choice(1)
    finder.list.move_choice(1)
    finder.list.take()
    assert taken == ["nivolumab"]


def test_what_is_offered_is_never_drawn_as_anything_but_words(find_in: FindIn, pages: Pages) -> None:
    finder = find_in()
    typed = "<img src='/x.png' height='400'>{0}"
    finder.hears(Findings(pages.search("virus"), typed, "<h1>virus</h1>", (typed,)))
    assert finder.list.offered.said == f"Showing results for <h1>virus</h1>. Search instead for {typed}."
    assert finder.list.offered.height() < 100


def test_a_row_says_how_far_its_page_may_be_relied_on(find_in: FindIn, pages: Pages) -> None:
    finder = find_in()
    finder.asks("kidney")
    hit = pages.search("kidney")[0]
    line = pages.hit_line(hit)
    assert line.icon in {"review-none", "check-circle", "clock", "changed", "withdrawn"}
    assert line.words.split(" · ")[1] == hit.topic_title
    assert line.words in finder.list.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_hard_word_is_explained_over_the_pages_that_hold_it(find_in: FindIn) -> None:
    finder = find_in()
    term = GlossaryTerm(TermKey("antibody"), "Antibody", "A <small> defence.")
    hits = finder.found("virus")
    finder.hears(Findings(hits, "antibodies", "antibodies", (), term))
    assert finder.list.meaning.isVisible()
    assert finder.list.meaning.said == "Antibody: A <small> defence."
    assert finder.list.accessibleDescription().startswith("Antibody: A <small> defence.")
    assert finder.list.meaning.geometry().bottom() <= finder.list.view.geometry().top()
    finder.hears(Findings(hits, "virus", "virus", ()))
    assert not finder.list.meaning.isVisible()
    assert not finder.list.accessibleDescription().startswith("Antibody")


def test_a_hard_word_that_no_page_holds_is_explained_all_the_same(find_in: FindIn) -> None:
    finder = find_in()
    finder.hears(Findings((), "antibody", "antibody", (), GlossaryTerm(TermKey("antibody"), "Antibody", "A defence.")))
    assert finder.list.meaning.isVisible()
    assert finder.words("no_hits") == "Nothing here about “antibody”."

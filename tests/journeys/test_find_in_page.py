"""Finding words on the page one reads: by keys, by mouse, with very large text, with closed parts in between."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from pmlapp.content.page import Fold, walk
from tests.person import CTRL, OFFSCREEN_LIMITS, SHIFT, Key, OpenWindow, Person

pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)

CAUSES = "causes/what-causes-pml"
OUTLOOK = "outlook/life-expectancy"


def looks_for(person: Person, words: str) -> None:
    person.presses(Key.Key_F, CTRL)
    person.types(words)


def said(person: Person) -> str:
    return person.parts.find_bar.said.text()


def stood_on(person: Person) -> str:
    """The words among the marked ones that one has stepped to."""
    number = person.parts.highlights.current
    return marked(person)[number] if number is not None else ""


def marked(person: Person) -> list[str]:
    return [each.cursor.selectedText() for each in person.parts.pane.extraSelections()]


def test_words_are_counted_marked_and_stepped_through(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    looks_for(person, "kidney")
    count = person.text.lower().count("kidney")
    assert count > 1
    assert said(person) == f"1 of {count}"
    assert {word.lower() for word in marked(person)} == {"kidney"}
    assert len(marked(person)) == count
    person.presses(Key.Key_Return)
    assert said(person) == f"2 of {count}"
    person.presses(Key.Key_Return, SHIFT)
    assert said(person) == f"1 of {count}"
    person.presses(Key.Key_F3)
    assert said(person) == f"2 of {count}"
    person.presses(Key.Key_F3, SHIFT)
    assert said(person) == f"1 of {count}"
    assert person.keyboard == "find_field"


def test_past_the_last_it_begins_again_and_says_so(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    looks_for(person, "kidney")
    count = len(marked(person))
    person.presses(Key.Key_Return, times=count)
    assert said(person) == f"1 of {count}, from the top again"
    person.presses(Key.Key_Return, SHIFT)
    assert said(person) == f"{count} of {count}, from the end"
    person.presses(Key.Key_Return, SHIFT)
    assert said(person) == f"{count - 1} of {count}"


@pytest.mark.parametrize(
    ("typed", "found"), [("KIDNEY", "kidney"), ("kídney", "kidney"), ("  jc   virus ", "JC virus")]
)
def test_capitals_accents_and_spaces_make_no_difference(open_window: OpenWindow, typed: str, found: str) -> None:
    person = open_window(page=CAUSES)
    looks_for(person, "")
    person.parts.find_bar.field.insert(typed)
    assert stood_on(person).lower().replace("\u00a0", " ") == found.lower()


def test_what_is_not_there_is_said_in_words(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    looks_for(person, "volcano")
    assert (said(person), marked(person)) == ("Not on this page", [])
    person.presses(Key.Key_Return)
    assert said(person) == "Not on this page"
    person.presses(Key.Key_Backspace, times=7)
    assert said(person) == ""


def test_esc_closes_and_reading_goes_on_where_one_stopped(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    looks_for(person, "immune")
    person.presses(Key.Key_Return, times=4)
    line = person.line
    assert line > 5
    person.presses(Key.Key_Escape)
    assert not person.sees("find_bar")
    assert person.keyboard == "article_pane"
    assert abs(person.line - line) < 0.1
    assert marked(person) == []


def test_esc_leaves_the_keyboard_on_the_link_that_one_stood_on(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    target = next(link for link in person.links if link.startswith("article:"))
    number = person.links.index(target)
    typeset = person.parts.pane.typeset
    assert typeset is not None
    words = person.text[typeset.links[number].start : typeset.links[number].end]
    looks_for(person, words)
    while person.parts.highlights.link_of_current() != number:
        person.presses(Key.Key_F3)
    person.presses(Key.Key_Escape)
    assert person.link == target


def test_looking_again_begins_with_the_words_looked_for_last(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    looks_for(person, "kidney")
    person.presses(Key.Key_Escape)
    person.presses(Key.Key_F3)
    assert stood_on(person).lower() == "kidney"
    assert person.parts.find_bar.field.text() == "kidney"
    person.types("immune")
    assert stood_on(person).lower() == "immune"


def test_it_begins_below_the_line_that_is_read(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.scrolls_to(20)
    first_in_sight = person.parts.pane.character_at_top()
    looks_for(person, "virus")
    assert int(said(person).split()[0]) > 1
    assert span(person)[0] >= first_in_sight


# Folds

FOLDED = "treatment/how-is-pml-treated"


def words_in_fold(person: Person, fold: str) -> str:
    """A long word that is in this fold alone, whichever others are open."""
    pane = person.parts.pane
    others = frozenset(block.id for block in walk(pane.page.blocks) if isinstance(block, Fold)) - {fold}
    without = pane.typeset_with(others).document.toPlainText()
    words = pane.typeset_with(others | {fold}).document.toPlainText().split()
    return max((word for word in words if word.isalpha() and word not in without), key=len)


def test_a_closed_part_is_counted_and_opened_when_one_steps_to_it(open_window: OpenWindow) -> None:
    person = open_window(page=FOLDED)
    fold = next(link for link in person.links if link.startswith("fold:")).removeprefix("fold:")
    word = words_in_fold(person, fold)
    assert word not in person.text
    looks_for(person, word)
    assert word in person.text
    assert stood_on(person) == word
    assert person.parts.pane.open_folds == {fold}
    place = person.parts.pane.line_boxes(*span(person))[0]
    top = place[2] - person.parts.pane.verticalScrollBar().value()
    assert 0 < top < person.parts.pane.viewport().height()


def span(person: Person) -> tuple[int, int]:
    marks = person.parts.highlights
    assert marks.current is not None
    spot = marks._spots[marks.current]
    return spot.start, spot.end


def test_the_count_is_the_same_before_and_after_parts_are_opened(open_window: OpenWindow) -> None:
    person = open_window(page=FOLDED)
    looks_for(person, "trial")
    count = int(said(person).split()[2])
    seen = []
    for _ in range(count):
        seen.append(said(person))
        person.presses(Key.Key_Return)
    assert seen == [f"{number} of {count}" for number in range(1, count + 1)]
    assert person.text.lower().count("trial") == count


def test_what_is_said_of_outlook_is_counted_but_stays_closed(open_window: OpenWindow) -> None:
    person = open_window(page=OUTLOOK)
    fold = next(link for link in person.links if link.startswith("fold:")).removeprefix("fold:")
    word = words_in_fold(person, fold)
    looks_for(person, word)
    assert person.parts.pane.open_folds == frozenset()
    assert word not in person.text
    assert said(person).endswith("It is in a closed part, which you can open.")
    person.presses(Key.Key_Return)
    assert person.parts.pane.open_folds == frozenset()
    person.presses(Key.Key_Escape)
    assert (person.link or "").startswith("fold:")
    person.presses(Key.Key_Return)
    assert len(person.parts.pane.open_folds) == 1


def test_an_outlook_part_opened_by_its_reader_shows_what_is_found_in_it(open_window: OpenWindow) -> None:
    person = open_window(page=OUTLOOK)
    fold = next(link for link in person.links if link.startswith("fold:"))
    word = words_in_fold(person, fold.removeprefix("fold:"))
    looks_for(person, word)
    person.clicks_link(fold)
    assert "closed part" not in said(person)
    assert word in marked(person)


# The bar


def test_it_goes_with_the_page(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    looks_for(person, "kidney")
    person.goes_to(FOLDED)
    assert not person.sees("find_bar")
    assert marked(person) == []


def test_on_the_home_page_one_searches_the_library_instead(open_window: OpenWindow) -> None:
    person = open_window()
    person.presses(Key.Key_F, CTRL)
    assert person.keyboard == "home_search_box"


def test_it_can_be_opened_and_used_by_mouse(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.clicks(person.parts.top_bar.button("more"))
    person.chooses(person.window.menus.more, lambda entry: entry.text() == "Find on this page")
    person.types("kidney")
    bar = person.parts.find_bar
    person.clicks(bar.after)
    assert said(person).startswith("2 of")
    person.clicks(bar.before)
    assert said(person).startswith("1 of")
    person.clicks(bar.done)
    assert not person.sees("find_bar")


@pytest.mark.parametrize("percent", ["100", "200", "400"])
@pytest.mark.parametrize("size", [(360, 500), (800, 600), (1280, 800)], ids=str)
def test_nothing_of_the_bar_is_cut_off(open_window: OpenWindow, percent: str, size: tuple[int, int]) -> None:
    person = open_window("--zoom", percent, page=CAUSES, size=size)
    looks_for(person, "virus")
    person.presses(Key.Key_F3, SHIFT)
    bar = person.parts.find_bar
    person.makes_window(*size)
    for part in (bar.field, bar.said, bar.before, bar.after, bar.done):
        assert bar.rect().contains(part.geometry()), part.objectName()
        others = [each for each in (bar.field, bar.said, bar.before, bar.after, bar.done) if each is not part]
        assert not any(part.geometry().intersects(each.geometry()) for each in others)
    assert bar.said.heightForWidth(bar.said.width()) <= bar.said.height()
    assert bar.field.width() >= 100
    assert min(bar.before.width(), bar.after.height(), bar.done.height()) >= 44


def test_text_size_and_colours_may_change_meanwhile(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    looks_for(person, "kidney")
    person.presses(Key.Key_F3)
    before = said(person)
    person.presses(Key.Key_Plus, CTRL)
    person.chooses_colours("dark")
    assert said(person) == before
    assert stood_on(person).lower() == "kidney"


def test_f6_visits_the_bar(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    looks_for(person, "kidney")
    person.presses(Key.Key_F6, SHIFT, times=1)
    person.presses(Key.Key_F6)
    assert person.keyboard == "find_field"


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast", "warm-paper"])
def test_the_one_stood_on_differs_by_a_frame_and_not_by_colour_alone(open_window: OpenWindow, theme: str) -> None:
    person = open_window("--theme", theme, page=CAUSES)
    looks_for(person, "kidney")
    pane = person.parts.pane
    left, right, top, _ = pane.line_boxes(*span(person))[0]
    above = pane.verticalScrollBar().value()
    picture = pane.viewport().grab().toImage()
    frame = picture.pixelColor(QPoint(round((left + right) / 2), round(top - above)))
    ground = picture.pixelColor(QPoint(round((left + right) / 2), round(top - above - 4)))
    assert contrast(frame, ground) >= 3


def contrast(one: QColor, other: QColor) -> float:
    def light(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)

"""The window: what its keys do, and that every part follows the reader's choices."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from pmlapp.reading.bars.reading_rows import ColourRow
from pmlapp.reading.look.theme import Theme
from pmlapp.settings import SiteSettings
from pmlapp.shell.keys import window_keys
from tests.builders import content_file, library
from tests.person import ALT, CTRL, NO_KEY, OFFSCREEN_LIMITS, SHIFT, Key, OpenWindow

CAUSES = "causes/what-causes-pml"
RISK = "causes/who-is-at-risk"
pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)

THEMES = ("light", "dark", "high_contrast", "warm_paper")


# Keys


def test_f6_walks_the_parts_of_a_page_and_shift_f6_walks_back(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    assert person.keyboard == "article_pane"
    walked = []
    for _ in range(5):
        person.presses(Key.Key_F6)
        walked.append(person.keyboard)
    assert walked == ["outline_list", "about_library", "search_box", "topic_tree", "article_pane"]
    back = []
    for _ in range(5):
        person.presses(Key.Key_F6, SHIFT)
        back.append(person.keyboard)
    assert back == ["topic_tree", "search_box", "about_library", "outline_list", "article_pane"]


def test_f6_leaves_out_what_is_not_in_sight(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES, size=(800, 600))
    walked = []
    for _ in range(3):
        person.presses(Key.Key_F6)
        walked.append(person.keyboard)
    assert walked == ["about_library", "search_box", "article_pane"]


def test_f6_walks_the_home_page(open_window: OpenWindow) -> None:
    person = open_window()
    walked = []
    for _ in range(5):
        person.presses(Key.Key_F6)
        walked.append(person.keyboard)
    assert walked == ["home_search_box", "emergency_link", "card_about", "about_library", "home_search_box"]


@pytest.mark.parametrize("page", ["home", CAUSES, "words"])
def test_whatever_takes_the_keyboard_has_a_name_and_shows_that_it_has_it(open_window: OpenWindow, page: str) -> None:
    person = open_window(page=page)
    person.presses(Key.Key_K, CTRL)
    ring = person.window.findChild(QWidget, "focus_ring")
    assert ring is not None
    # The pane draws the ring around its links itself, and takes the keyboard once for each of them.
    pane = person.parts.pane if page != "home" else None
    seen: list[QWidget] = []
    for _ in range(400):
        focus = person.window.focusWidget()
        if focus in seen and (pane is None or focus is not pane):
            break
        seen.append(focus)
        assert focus.accessibleName()
        assert ring.isVisible() or focus in (pane, person.parts.home)
        person.presses(Key.Key_Tab)
    assert len(set(seen)) >= 8


def test_tab_reaches_every_link_in_order_then_goes_on(open_window: OpenWindow) -> None:
    person = open_window(page=RISK)
    links = len(person.parts.pane.links())
    assert links > 20
    reached = []
    for _ in range(links):
        person.presses(Key.Key_Tab)
        reached.append(person.parts.pane.focused_link)
    assert reached == list(range(links))
    person.presses(Key.Key_Tab)
    assert person.keyboard != "article_pane"


def test_f1_lists_every_key_with_what_it_does(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.presses(Key.Key_F1)
    assert person.page == "keys"
    for key, does in window_keys():
        assert key in person.text
        assert does in person.text


def test_alt_and_arrows_go_back_and_forward_and_alt_home_goes_home(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.follows(f"article:{RISK}")
    person.presses(Key.Key_Left, ALT)
    assert person.page == CAUSES
    person.presses(Key.Key_Right, ALT)
    assert person.page == RISK
    person.presses(Key.Key_Back)
    assert person.page == CAUSES
    person.presses(Key.Key_Forward)
    assert person.page == RISK
    person.presses(Key.Key_Home, ALT)
    assert person.page == "home"
    assert person.sees("home")


@pytest.mark.parametrize("key", [Key.Key_Q, Key.Key_W])
def test_ctrl_q_and_ctrl_w_close_the_window(open_window: OpenWindow, key: Qt.Key) -> None:
    person = open_window(page=CAUSES)
    person.presses(key, CTRL)
    assert not person.window.isVisible()


def test_esc_closes_what_lies_on_top_one_after_the_other(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES, size=(800, 600))
    person.window.say("Something happened.")
    person.presses(Key.Key_T, CTRL)
    assert (person.sees("topics"), person.banner) == (True, "Something happened.")
    person.presses(Key.Key_Escape)
    assert (person.sees("topics"), person.banner) == (False, "Something happened.")
    assert person.keyboard == "article_pane"
    person.asks("kidneys")
    assert person.hits
    person.presses(Key.Key_Escape)
    assert not person.sees("hits")
    assert person.banner == "Something happened."
    person.presses(Key.Key_Escape)
    assert person.banner == ""
    person.presses(Key.Key_Escape)
    assert person.keyboard == "article_pane"
    assert person.page == CAUSES


def test_back_with_nowhere_to_go_leaves_what_was_opened_on_the_page(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.follows("fold:other-sources")
    open_text = person.text
    person.presses(Key.Key_Left, ALT)
    assert person.text == open_text


# Text size


def test_keys_change_the_text_size_of_page_and_parts(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES, size=(1920, 1080))
    bar, page = person.parts.top_bar.height(), person.parts.pane.document().size().height()
    person.presses(Key.Key_Plus, CTRL)
    person.presses(Key.Key_Equal, CTRL)
    assert person.percent == 150
    assert person.parts.top_bar.height() > bar
    assert person.parts.pane.document().size().height() > page * 1.3
    person.presses(Key.Key_Minus, CTRL)
    assert person.percent == 125
    person.presses(Key.Key_0, CTRL)
    assert (person.percent, person.parts.top_bar.height()) == (100, bar)


def test_ctrl_and_the_wheel_change_the_text_size_and_the_wheel_alone_scrolls(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    page = person.parts.pane.viewport()
    person.turns_wheel(page, 2, CTRL)
    assert person.percent == 125
    person.turns_wheel(page, -1, CTRL)
    assert (person.percent, person.line) == (100, 0)
    person.turns_wheel(page, -3)
    assert person.percent == 100
    assert person.line > 0


def test_the_buttons_change_the_text_size_and_the_reader_stays_in_place(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.reads("Myelin is lost in patches")
    reading = person.paragraph_at_top
    for _ in range(4):
        person.clicks(person.parts.top_bar.button("larger"))
        assert person.paragraph_at_top == reading
    for _ in range(4):
        person.clicks(person.parts.top_bar.button("smaller"))
    assert (person.percent, person.paragraph_at_top) == (100, reading)


# Colours


@pytest.mark.parametrize("theme", THEMES)
def test_another_theme_is_on_every_part_at_once(open_window: OpenWindow, resources: Path, theme: str) -> None:
    person = open_window("--theme", "dark" if theme == "light" else "light", page=CAUSES)
    parts, colours = person.parts, Theme.load(resources / "themes" / f"{theme}.json")
    person.window.say("Something happened.")
    person.chooses_colours(theme)
    person.asks("kidneys")
    # Beside the results.
    at_its_end = QPoint(parts.pane.viewport().width() - 3, parts.pane.viewport().height() - 3)
    grounds = {
        "bar": (person.colour_of(parts.top_bar, QPoint(2, 4)), colours.pane),
        "topics": (person.colour_of(parts.topics, QPoint(4, 4)), colours.pane),
        "tree": (person.colour_of(parts.tree.viewport(), QPoint(2, parts.tree.viewport().height() - 2)), colours.pane),
        "page": (person.colour_of(parts.pane.viewport(), at_its_end), colours.ground),
        "outline": (person.colour_of(parts.outline), colours.ground),
        "footer": (person.colour_of(parts.footer), colours.sunken),
        "banner": (person.colour_of(parts.banner, QPoint(1, 1)), colours.ground),
        "hits": (person.colour_of(parts.hits, QPoint(20, 8)), colours.tint),
    }
    assert {part: seen.name() for part, (seen, _) in grounds.items()} == {
        part: wanted.name() for part, (_, wanted) in grounds.items()
    }
    assert person.inks_of(parts.pane.viewport()) >= {colours.text.name(), colours.heading.name()}


@pytest.mark.parametrize("theme", THEMES)
def test_the_home_page_follows_the_theme(open_window: OpenWindow, resources: Path, theme: str) -> None:
    person = open_window("--theme", "dark" if theme == "light" else "light")
    home, colours = person.parts.home, Theme.load(resources / "themes" / f"{theme}.json")
    person.chooses_colours(theme)
    panel = colours.ground if theme == "high_contrast" else colours.primary
    assert person.colour_of(home.panel, QPoint(30, 12)).name() == panel.name()
    assert person.colour_of(home.cards[0], QPoint(8, home.cards[0].height() // 2)).name() == colours.surface.name()
    assert person.colour_of(home.strip, QPoint(12, 8)).name() == colours.emergency_tint.name()
    assert person.colour_of(home, QPoint(3, home.height() - 3)).name() == colours.ground.name()


def test_a_part_that_is_made_after_the_change_has_the_new_look(open_window: OpenWindow, resources: Path) -> None:
    person = open_window("--theme", "light")
    person.chooses_colours("dark")
    person.presses(Key.Key_Plus, CTRL)
    person.clicks(person.parts.home.cards[0])
    dark = Theme.load(resources / "themes" / "dark.json")
    assert person.colour_of(person.parts.pane.viewport()).name() == dark.ground.name()
    assert person.parts.pane.look.scale.percent == 125


def test_the_pop_up_marks_the_colours_that_are_chosen(open_window: OpenWindow) -> None:
    person = open_window("--theme", "dark")
    person.chooses_colours("warm_paper")
    person.presses(Key.Key_D, CTRL)
    rows = person.parts.reading_panel.findChildren(ColourRow)
    assert [row.objectName() for row in rows if row.isChecked()] == ["theme_warm_paper"]


# Privacy


def test_the_title_of_the_window_never_names_a_page(open_window: OpenWindow) -> None:
    person = open_window(page="outlook/life-expectancy")
    titles = {person.window.windowTitle()}
    for page in (CAUSES, "words", "about", "topics/outlook", "search:am i dying", "home"):
        person.goes_to(page)
        titles.add(person.window.windowTitle())
    person.asks("dying")
    titles.add(person.window.windowTitle())
    assert titles == {"PML Answers"}


# Back to where one was


def test_back_returns_to_the_same_line_with_the_keyboard_on_the_link_used(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.tabs_to(f"article:{RISK}")
    line = person.line
    assert line > 20
    person.presses(Key.Key_Return)
    assert (person.page, person.line, person.link) == (RISK, 0, None)
    person.scrolls_to(7)
    person.presses(Key.Key_Left, ALT)
    assert person.line == pytest.approx(line, abs=0.1)
    assert person.link == f"article:{RISK}"
    assert person.keyboard == "article_pane"
    person.presses(Key.Key_Right, ALT)
    assert person.line == pytest.approx(7, abs=0.1)


def test_back_by_the_button_from_a_click_returns_to_the_line_too(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.tabs_to(f"article:{RISK}")
    line = person.line
    person.clicks_link(f"article:{RISK}")
    assert person.page == RISK
    person.clicks(person.parts.top_bar.button("back"))
    assert person.line == pytest.approx(line, abs=0.1)
    assert person.link == f"article:{RISK}"


@pytest.mark.parametrize("steps", [1, 2, 4])
@pytest.mark.parametrize("size", [(1280, 800), (800, 600)], ids=str)
def test_back_returns_to_the_same_paragraph_after_the_text_size_has_changed(
    open_window: OpenWindow, size: tuple[int, int], steps: int
) -> None:
    person = open_window(page=CAUSES, size=size)
    person.tabs_to(f"article:{RISK}")
    reading = person.paragraph_at_top
    person.presses(Key.Key_Return)
    person.presses(Key.Key_Plus, CTRL, times=steps)
    person.presses(Key.Key_Left, ALT)
    assert person.paragraph_at_top == reading
    assert person.link == f"article:{RISK}"


def test_back_returns_to_a_link_below_something_that_was_opened(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.follows("fold:other-sources")
    person.tabs_on_to("article:signs/symptoms")
    reading = person.paragraph_at_top
    person.presses(Key.Key_Return)
    assert person.page == "signs/symptoms"
    person.presses(Key.Key_Left, ALT)
    assert person.link == "article:signs/symptoms"
    assert person.paragraph_at_top == reading


# A card beside a word


def test_a_hard_word_is_explained_in_a_card_and_esc_leads_back_to_it(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.follows("glossary:jc-virus")
    assert person.sees("popover")
    assert "JC virus" in person.parts.popover.accessibleName()
    person.presses(Key.Key_Escape)
    assert not person.sees("popover")
    assert (person.keyboard, person.link) == ("article_pane", "glossary:jc-virus")


def test_a_card_goes_when_the_reader_clicks_elsewhere(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.follows("glossary:jc-virus")
    person.clicks(person.parts.pane.viewport(), QPoint(5, 5))
    assert not person.sees("popover")


def test_the_list_of_results_goes_when_the_reader_clicks_elsewhere(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.asks("kidneys")
    person.clicks(person.parts.pane.viewport(), QPoint(5, person.parts.pane.height() - 5))
    assert person.hits is None


def test_a_card_that_led_elsewhere_does_not_move_the_next_page(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.follows("glossary:antibody")
    person.presses(Key.Key_Return)
    assert person.page == "words"
    person.presses(Key.Key_Escape)
    assert (person.line, person.link) == (0, None)


def test_the_address_of_a_source_is_copied_not_followed(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    address = (
        "https://clinicalinfo.hiv.gov/en/guidelines/adult-and-adolescent-opportunistic-infection/progressive-multifocal"
    )
    person.follows(address)
    assert address in person.parts.popover.accessibleName()
    person.presses(Key.Key_Return)
    assert QApplication.clipboard().text() == address
    assert (person.page, person.link) == (CAUSES, address)


# Searching


@pytest.mark.parametrize("page", ["home", CAUSES])
def test_every_key_is_answered_at_once_and_enter_opens_the_first(open_window: OpenWindow, page: str) -> None:
    person = open_window(page=page)
    person.presses(Key.Key_K, CTRL)
    for letter in "contag":
        person.types(letter)
        assert person.sees("hits")
    assert person.hits
    assert person.hits[0] == person.chosen_hit == "Is PML contagious?"
    person.presses(Key.Key_Return)
    assert (person.page, person.hits, person.searched) == ("catching/is-it-contagious", None, "")
    assert person.keyboard == "article_pane"


def test_arrows_choose_another_result_and_stop_at_the_ends(open_window: OpenWindow) -> None:
    person = open_window()
    person.asks("medicine")
    hits = person.hits
    assert hits is not None
    assert len(hits) > 3
    person.presses(Key.Key_Down, times=2)
    assert person.chosen_hit == hits[2]
    person.presses(Key.Key_Up)
    assert person.chosen_hit == hits[1]
    person.presses(Key.Key_Up, times=5)
    assert person.chosen_hit == hits[0]
    person.presses(Key.Key_PageDown, times=9)
    assert person.chosen_hit == hits[-1]
    person.presses(Key.Key_Return)
    assert person.text.splitlines().count(hits[-1]) >= 1


def test_a_result_opens_by_a_click(open_window: OpenWindow) -> None:
    person = open_window()
    person.asks("hereditary")
    view = person.window.hits.view
    person.clicks(view.viewport(), view.visualRect(view.model().index(0, 0)).center())
    assert person.page == "catching/is-it-hereditary"
    assert (person.hits, person.searched) == (None, "")


def test_the_page_one_is_on_may_be_chosen_too(open_window: OpenWindow) -> None:
    person = open_window(page="catching/is-it-hereditary")
    person.asks("hereditary")
    person.presses(Key.Key_Return)
    assert person.page == "catching/is-it-hereditary"
    assert not person.sees("hits")
    assert (person.searched, person.keyboard) == ("", "article_pane")


def test_clearing_the_box_closes_the_list_and_esc_clears_it(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.asks("kidneys")
    person.presses(Key.Key_Escape)
    assert (person.hits, person.searched) == (None, "")
    person.types("kidneys")
    person.presses(Key.Key_A, CTRL)
    person.presses(Key.Key_Delete)
    assert not person.sees("hits")
    assert person.searched == ""


def test_nothing_found_says_so_and_enter_says_what_there_is(open_window: OpenWindow) -> None:
    person = open_window()
    person.asks("volcano")
    assert person.hits == []
    assert "Nothing here about “volcano”." in person.words_in_sight(person.window.hits)
    person.presses(Key.Key_Return)
    assert "What this library does hold" in person.text


def test_a_long_question_that_is_pasted_is_answered(open_window: OpenWindow) -> None:
    person = open_window()
    QApplication.clipboard().setText("can my children catch this from me " * 400)
    person.presses(Key.Key_K, CTRL)
    person.presses(Key.Key_V, CTRL)
    assert len(person.searched) == 500
    assert person.hits
    # Both pages answer it.
    assert set(person.hits[:2]) == {"Is PML contagious?", "Can children get PML?"}


def test_the_list_goes_when_the_window_changes(open_window: OpenWindow) -> None:
    person = open_window()
    person.asks("kidneys")
    person.makes_window(1000, 700)
    assert person.hits is None


# Going by mouse


def test_home_page_leads_to_topics_examples_and_urgent_help(open_window: OpenWindow) -> None:
    person = open_window()
    home = person.parts.home
    person.clicks(home.cards[1])
    assert person.page == "topics/causes"
    person.clicks(person.parts.top_bar.button("home"))
    person.clicks(home.panel.examples[0])
    assert person.page == "catching/is-it-contagious"
    person.clicks(person.parts.top_bar.button("home"))
    person.clicks(home.strip.link)
    assert person.page == "signs/urgent-help"
    person.clicks(person.parts.footer.about)
    assert person.page == "about"


def test_the_tree_marks_the_page_that_is_read_and_leads_to_others(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    tree = person.parts.tree
    assert tree.currentIndex().data() == "What causes PML?"
    person.clicks(tree.viewport(), tree.visualRect(tree.indexBelow(tree.currentIndex())).center())
    assert person.page == RISK
    assert tree.currentIndex().data() == "Who is at risk of PML?"
    person.presses(Key.Key_Left, ALT)
    assert tree.currentIndex().data() == "What causes PML?"


@pytest.mark.parametrize(
    ("signs", "asked"),
    [
        ("Sudden weakness & <b>great</b> confusion?", "Sudden weakness & <b>great</b> confusion?"),
        ("", "Is someone suddenly very unwell?"),
    ],
)
def test_the_home_page_asks_after_the_signs_that_the_library_names(
    open_window: OpenWindow, tmp_path: Path, signs: str, asked: str
) -> None:
    person = open_window(library=content_file(tmp_path, replace(library(), emergency_signs=signs)))
    said = QTextDocument()
    said.setHtml(person.parts.home.strip.findChild(QLabel, "emergency_words").text())
    assert said.toPlainText() == f"{asked} Call for emergency help now."


def test_an_emergency_number_of_the_site_stands_on_home_and_pages(open_window: OpenWindow) -> None:
    person = open_window(page="signs/urgent-help", site=SiteSettings(emergency_number="112"))
    assert "112" in person.text
    person.presses(Key.Key_Home, ALT)
    assert "112" in person.words_in_sight(person.parts.home)


def test_the_name_of_the_topic_is_in_sight_above_the_page_being_read(open_window: OpenWindow) -> None:
    tree = open_window(page=CAUSES, size=(1280, 800)).parts.tree
    index = tree.currentIndex()
    seen = tree.viewport().rect()
    assert seen.contains(tree.visualRect(index))
    assert seen.contains(tree.visualRect(index.parent()))


@pytest.mark.parametrize(("staff_nearby", "whom"), [(True, "ask the staff."), (False, "ask your care team.")])
def test_who_finds_nothing_is_told_whom_to_ask(open_window: OpenWindow, staff_nearby: bool, whom: str) -> None:
    person = open_window(page="search:shingles", site=SiteSettings(staff_nearby=staff_nearby))
    assert f"Try fewer or other words, or {whom}" in person.text


def test_topics_and_outline_follow_once_the_next_page_has_been_painted(open_window: OpenWindow, qtbot: QtBot) -> None:
    person = open_window(page=CAUSES, size=(1280, 800))
    QApplication.processEvents()
    tree, outline = person.parts.tree, person.parts.outline
    order: list[str] = []
    person.parts.pane.seen.connect(lambda: order.append("page"))
    outline.model.modelReset.connect(lambda: order.append("outline"))
    tree.selectionModel().currentChanged.connect(lambda: order.append("topics"))
    with qtbot.waitSignal(tree.selectionModel().currentChanged):
        person.goes_to(RISK)
    assert order == ["page", "outline", "topics"]
    assert tree.currentIndex().data() == "Who is at risk of PML?"
    listed = [outline.model.index(row).data() for row in range(outline.model.rowCount())]
    assert listed == [entry.title for entry in person.parts.pane.page.outline]
    assert outline.view.delegate.reading == person.parts.pane.reading == person.parts.pane.page.outline[0].anchor


@pytest.mark.parametrize("tabs", [0, 1, 4, 6])
def test_at_home_letters_are_a_question_wherever_the_keyboard_is(open_window: OpenWindow, tabs: int) -> None:
    person = open_window()
    person.presses(Key.Key_Tab, times=tabs)
    person.types("mood")
    assert person.searched == "mood"
    assert person.keyboard == person.window.search_box().objectName()
    assert person.sees("hits")


def test_at_home_keys_of_commands_and_the_space_bar_are_no_question(open_window: OpenWindow) -> None:
    person = open_window()
    for key, held in ((Key.Key_X, CTRL), (Key.Key_X, ALT), (Key.Key_Space, NO_KEY), (Key.Key_Escape, NO_KEY)):
        person.presses(key, held)
        assert person.searched == ""


def test_letters_on_a_page_are_no_question(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.types("mood")
    assert person.searched == ""

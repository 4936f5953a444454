"""The wiring diagram: every connection between the parts of the program is here."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication

from pmlapp.errors import PmlError
from pmlapp.library.pages.page_names import HANDOUT
from pmlapp.shell.calendar import Calendar
from pmlapp.shell.choices import Choices
from pmlapp.shell.command_answers import answers
from pmlapp.shell.idle_tasks import IdleTasks
from pmlapp.shell.keys import WINDOW_KEYS
from pmlapp.shell.prefetch import Prefetch
from pmlapp.shell.reader import Reader
from pmlapp.shell.session_saver import SessionSaver
from pmlapp.shell.single_instance import SingleInstance
from pmlapp.shell.system_look import SystemLook
from pmlapp.shell.verification import Verification
from pmlapp.shell.window import Window

if TYPE_CHECKING:
    from pmlapp.reading.bars.footer import Footer
    from pmlapp.reading.bars.guide_strip import GuideStrip
    from pmlapp.reading.bars.handout_line import HandoutLine
    from pmlapp.reading.bars.listen_strip import ListenStrip
    from pmlapp.reading.bars.menus import Menus
    from pmlapp.reading.bars.reading_panel import ReadingPanel
    from pmlapp.reading.bars.strip import Strip
    from pmlapp.reading.bars.top_bar import TopBar
    from pmlapp.reading.beside.outline import Outline
    from pmlapp.reading.beside.popover import Popover
    from pmlapp.reading.beside.topic_tree import TopicTree
    from pmlapp.reading.finding.find_bar import FindBar
    from pmlapp.reading.finding.hit_list import HitList
    from pmlapp.reading.finding.search_box import SearchBox
    from pmlapp.reading.home.home import HomePage
    from pmlapp.reading.keeping.code_sheet import CodeSheet
    from pmlapp.reading.keeping.kept_sheet import KeptSheet
    from pmlapp.reading.keeping.questions_panel import QuestionsPanel
    from pmlapp.reading.page.article_pane import ArticlePane
    from pmlapp.reading.page.highlights import Highlights
    from pmlapp.reading.page.line_guide import LineGuide
    from pmlapp.reading.page.spoken_mark import SpokenMark
    from pmlapp.reading.paper.print_sheet import PrintSheet
    from pmlapp.reading.preferences import Preferences
    from pmlapp.shell.bookmarks import Bookmarks
    from pmlapp.shell.fingers import Fingers
    from pmlapp.shell.languages import Languages
    from pmlapp.shell.take_along import TakeAlong


def wire(  # noqa: PLR0915 a diagram is as long as there are wires
    window: Window, reader: Reader, choices: Choices, instance: SingleInstance | None
) -> None:
    """Connect those who ask with those who answer.

    Parts are made when they are first needed, and connected then: each by
    the function below that bears its name.
    """
    answer = answers(window, reader, choices)

    def do(asks: str) -> None:
        answer[asks]()

    def top_bar(bar: "TopBar") -> None:
        bar.asked.connect(do)
        search_box(bar.search)

    def glance(target: str, link: int) -> None:
        window.cards.glance(reader.meaning(target), link)

    def search_box(box: "SearchBox") -> None:
        # Behind the paint of the box itself, and before the first letter.
        box.entered.connect(reader.expect_question, Qt.ConnectionType.QueuedConnection)
        box.entered.connect(window.expect_hits, Qt.ConnectionType.QueuedConnection)
        box.query_changed.connect(reader.search)
        box.choice_moved.connect(window.move_choice)
        box.chosen.connect(window.take_choice)
        box.left.connect(window.focus_order.leave)

    def footer(line: "Footer") -> None:
        line.about_asked.connect(reader.open_about)

    def home(page: "HomePage") -> None:
        page.topic_asked.connect(reader.open_topic)
        page.article_asked.connect(reader.open)
        page.help_asked.connect(reader.open_urgent_help)
        search_box(page.panel.search)

    def pane(page: "ArticlePane") -> None:
        page.link_followed.connect(reader.follow)
        page.place_changed.connect(window.mark_place)
        # Behind the paint of the page itself.
        page.seen.connect(window.show_beside, Qt.ConnectionType.QueuedConnection)
        page.seen.connect(window.announce_page, Qt.ConnectionType.QueuedConnection)
        page.text_size_asked.connect(choices.step_text_size)
        page.set_anew.connect(window.guide.page_set)
        page.link_reached.connect(window.guide.light_link)
        page.link_reached.connect(glance)
        page.menu_asked.connect(window.selection.show_menu)

    def outline(places: "Outline") -> None:
        places.place_asked.connect(window.scroll_to)

    def tree(topics: "TopicTree") -> None:
        topics.article_asked.connect(reader.open)

    def hits(found: "HitList") -> None:
        found.hit_chosen.connect(reader.choose_hit)
        found.hit_chosen.connect(window.focus_page)
        found.all_asked.connect(reader.show_all_hits)
        found.offer_chosen.connect(reader.ask)
        found.unreadable.connect(window.show_failure)

    def popover(card: "Popover") -> None:
        card.action_chosen.connect(reader.act)
        card.closed.connect(window.focus_page)

    def find_bar(bar: "FindBar") -> None:
        bar.words_changed.connect(window.find_in_page.look_for)
        bar.step_asked.connect(window.find_in_page.step)
        bar.closed.connect(window.find_in_page.close)

    def highlights(marks: "Highlights") -> None:
        marks.moved.connect(window.find_in_page.say)

    def menus(both: "Menus") -> None:
        both.set_remembering(choices.preferences.remember_place)
        if not reader.may_copy:
            both.leave_out("web")
        both.asked.connect(do)
        both.place_asked.connect(window.scroll_to)
        both.copy_asked.connect(window.selection.copy)
        both.copy_with_source_asked.connect(window.selection.copy_with_source)
        both.find_selected_asked.connect(window.selection.find)
        both.search_selected_asked.connect(window.selection.search)
        both.remembering_chosen.connect(choices.remember_place)
        if (languages := window.offered_languages()) is not None:
            both.offer_languages(languages.of_window, languages.window, languages.of_pages, languages.content)
            # Behind the menu itself, which is made again.
            both.language_chosen.connect(languages.use_for_window, Qt.ConnectionType.QueuedConnection)
            both.pages_language_chosen.connect(languages.use_for_pages, Qt.ConnectionType.QueuedConnection)

    def line_guide(guide: "LineGuide") -> None:
        guide.lines_chosen.connect(choices.choose_guide_lines)

    def guide_strip(buttons: "GuideStrip") -> None:
        buttons.move_asked.connect(window.parts.line_guide.move)
        buttons.lines_chosen.connect(choices.choose_guide_lines)
        buttons.closed.connect(window.stage.strip.dismiss)
        buttons.gave_way.connect(window.guide.strip_taken)

    def reading_panel(panel: "ReadingPanel") -> None:
        panel.set_choices(choices.preferences._asdict())
        panel.opened.connect(choices.mark)
        panel.chosen.connect(choices.choose)
        panel.undo_asked.connect(choices.as_it_was)
        panel.closed.connect(window.reading.leave)

    def show_choices(preferences: "Preferences") -> None:
        if window.parts.is_made("reading_panel"):
            window.parts.reading_panel.set_choices(preferences._asdict())

    def print_sheet(sheet: "PrintSheet") -> None:
        printing = window.paper.printing
        printing.failed.connect(window.show_failure)
        sheet.print_asked.connect(printing.print_now)
        sheet.save_asked.connect(printing.save)
        sheet.closed.connect(window.focus_page)

    def handout_line(line: "HandoutLine") -> None:
        handouts = window.paper.handouts
        reader.dress = handouts.dressed
        reader.own_pages[HANDOUT] = handouts.page
        handouts.changed.connect(show_again)
        line.list_asked.connect(partial(reader.open, HANDOUT))
        line.print_asked.connect(print_handout)
        line.closed.connect(handouts.leave)

    def show_again() -> None:
        place = window.place()
        reader.start(place.page, place.position)
        if place.link is not None:
            window.parts.pane.focus_link(place.link)

    def choose_part(target: str) -> None:
        window.paper.handouts.choose(target)

    def print_handout() -> None:
        handouts = window.paper.handouts
        window.paper.printing.ask_for(handouts.title, handouts.leaflet, may_save=reader.may_copy)

    def strip(foot: "Strip") -> None:
        foot.height_changed.connect(window.stage.make_room_below)
        foot.closed.connect(window.focus_page)
        foot.closed.connect(window.guide.show)

    def follow_page(_page: str) -> None:
        if "take_along" in vars(window):
            window.take_along.follow_page()

    def print_list() -> None:
        along = window.take_along
        window.paper.printing.ask_for(along.list_title, along.list_leaflet, may_save=reader.may_copy)

    def print_codes() -> None:
        along = window.take_along
        pictures, leaflet = along.code_pictures(), along.code_leaflet()
        window.paper.printing.ask_for(leaflet.title, lambda: leaflet, may_save=reader.may_copy, pictures=pictures)

    def questions(panel: "QuestionsPanel") -> None:
        along = window.take_along
        panel.toggled.connect(along.toggle_question)
        panel.own_added.connect(along.keeping.add_own)
        panel.own_removed.connect(along.keeping.remove_own)
        panel.noticed_added.connect(along.keeping.add_noticed)
        panel.noticed_removed.connect(along.keeping.remove_noticed)
        panel.clear_asked.connect(along.keeping.clear_questions)
        panel.undo_asked.connect(along.keeping.undo_clear)
        panel.code_asked.connect(along.show_code_of_questions)
        panel.print_asked.connect(print_list)
        panel.closed.connect(along.panel_closed)

    def code_sheet(sheet: "CodeSheet") -> None:
        sheet.closed.connect(window.take_along.sheet_closed)
        sheet.print_asked.connect(print_codes)

    def listen_strip(player: "ListenStrip") -> None:
        aloud = window.read_aloud
        player.toggle_asked.connect(aloud.play_or_pause)
        player.previous_asked.connect(aloud.previous)
        player.next_asked.connect(aloud.next)
        player.stop_asked.connect(aloud.stop_and_leave)
        player.closed.connect(aloud.stop_and_leave)
        player.gave_way.connect(aloud.strip_taken)
        player.speed_chosen.connect(aloud.set_speed)
        player.voice_chosen.connect(aloud.choose_voice)
        player.sentence_asked.connect(aloud.go_to_sentence)

    def spoken_mark(mark: "SpokenMark") -> None:
        mark.away_changed.connect(window.read_aloud.away_changed)
        mark.set_again.connect(window.read_aloud.page_set_again)
        window.parts.pane.verticalScrollBar().valueChanged.connect(mark.scrolled)

    def kept_sheet(sheet: "KeptSheet") -> None:
        sheet.closed.connect(window.take_along.sheet_closed)
        sheet.copy_asked.connect(window.take_along.save_copy)
        sheet.delete_asked.connect(window.take_along.delete_kept)

    own = (questions, code_sheet, kept_sheet, handout_line, print_sheet, line_guide, guide_strip)
    on_the_page = (pane, outline, tree, popover, find_bar, highlights, strip, reading_panel, listen_strip, spoken_mark)
    connections: tuple[Callable[[Any], None], ...] = (top_bar, footer, home, hits, menus, *on_the_page, *own)
    by_name = {connect.__name__: connect for connect in connections}
    window.parts.connect_by(lambda name, part: by_name[name](part) if name in by_name else None)

    window.selection.find_asked.connect(window.find_selected)
    window.selection.search_asked.connect(reader.ask)
    reader.page_shown.connect(window.clear_search)
    reader.part_chosen.connect(choose_part)
    reader.page_shown.connect(follow_page)
    reader.page_shown.connect(window.read_aloud.page_shown)
    window.read_aloud.page_asked.connect(reader.open)
    window.closing.connect(window.read_aloud.close)
    choices.look_changed.connect(window.stage.set_look)
    choices.chosen.connect(show_choices)
    choices.chosen.connect(window.guide.follow)
    window.guide.given_up.connect(choices.end_line_guide)
    reader.page_shown.connect(window.guide.show)
    window.guide.follow(choices.preferences)
    choices.not_kept.connect(window.show_failure)
    window.read_aloud.begin_with(choices.preferences)
    window.read_aloud.chosen.connect(choices.choose)
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.focusChanged.connect(window.close_what_was_left)
    if instance is not None:
        instance.opened_again.connect(reader.opened_again)
        instance.opened_again.connect(window.come_forward)
        instance.told.connect(window.say)


def wire_fingers(window: Window, reader: Reader, fingers: "Fingers") -> None:
    """Let fingers scroll each part from when it is made on; behind the first paint."""
    reader.page_shown.connect(fingers.cover)
    window.parts.top_bar.search.entered.connect(fingers.cover, Qt.ConnectionType.QueuedConnection)
    fingers.cover()


def wire_system(system: SystemLook, choices: Choices) -> None:
    """Follow what the computer is set to."""
    for change in system.changes():
        change.connect(choices.follow_system)


def wire_languages(window: Window, languages: "Languages", choices: Choices, show_again: Callable[[], None]) -> None:
    """Make everything again in another language, and keep the choice; when a menu first asks for it."""
    languages.switched.connect(show_again)
    languages.failed.connect(window.show_failure)
    languages.window_chosen.connect(partial(choices.choose, "language"))
    languages.pages_chosen.connect(partial(choices.choose, "pages_language"))


def wire_keys(window: Window, reader: Reader, choices: Choices) -> None:
    """Connect the keys of the window; behind the first paint, since Qt makes a good deal for the first of them."""
    answer = answers(window, reader, choices)
    for key in WINDOW_KEYS:
        for sequence in key.keys:
            QShortcut(sequence, window).activated.connect(answer[key.asks])


def wire_take_along(
    window: Window, reader: Reader, choices: Choices, along: "TakeAlong", bookmarks: "Bookmarks"
) -> None:
    """Connect what the reader keeps and takes along, and read what was kept."""
    bookmarks.page_asked.connect(reader.open)
    bookmarks.place_asked.connect(reader.open_at)
    along.keeping.changed.connect(bookmarks.show_kept)
    along.page_followed.connect(bookmarks.show_kept)
    window.closing.connect(bookmarks.keep_place)
    choices.look_changed.connect(bookmarks.set_look)
    along.failed.connect(window.show_failure)
    along.said.connect(window.say)
    along.keeping.failed.connect(window.show_failure)
    along.keeping.changed.connect(along.show_questions)


def wire_run(
    window: Window,
    reader: Reader,
    saver: SessionSaver,
    calendar: Calendar,
    tell: Callable[[PmlError], int],
) -> None:
    """Connect what only a window in use has: a place and a day kept, failures logged."""
    reader.page_shown.connect(calendar.keep)
    window.closing.connect(saver.save)
    # Whatever the banner says went wrong is also logged.
    window.failure_shown.connect(tell)
    reader.damage_met.connect(tell)


def wire_idle_tasks(window: Window, tasks: IdleTasks) -> None:
    """Let go of what was deferred if the window closes before it is done."""
    window.closing.connect(tasks.stop)


def wire_verification(window: Window, reader: Reader, verification: Verification) -> None:
    """Verify the whole library, and say so if something in it is not as it was built."""
    verification.damage_found.connect(window.show_failure)
    verification.library_replaced.connect(reader.show_replaced)
    reader.page_shown.connect(verification.follow)
    window.closing.connect(verification.stop)
    verification.begin()


def wire_prefetch(window: Window, reader: Reader, prefetch: Prefetch) -> None:
    """Prefetch from now on the pages that the page shown leads to; the first paint waits for nothing."""
    reader.page_shown.connect(prefetch.begin)
    window.closing.connect(prefetch.stop)
    prefetch.begin(reader.here)

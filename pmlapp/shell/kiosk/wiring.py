"""The wiring diagram of the kiosk: every connection between its parts is here."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from pmlapp.errors import PmlError
from pmlapp.shell.kiosk.guard import Guard
from pmlapp.shell.kiosk.idle import IdleWatch
from pmlapp.shell.kiosk.kiosk import Kiosk
from pmlapp.shell.kiosk.kiosk_services import KioskServices
from pmlapp.shell.kiosk.kiosk_window import KioskWindow
from pmlapp.shell.reader import Reader

if TYPE_CHECKING:
    from pmlapp.reading.beside.popover import Popover
    from pmlapp.reading.keeping.code_sheet import CodeSheet
    from pmlapp.reading.keeping.questions_panel import QuestionsPanel
    from pmlapp.reading.touch.action_card import ActionCardView
    from pmlapp.reading.touch.attract import AttractScreen
    from pmlapp.reading.touch.calm_page import CalmPage
    from pmlapp.reading.touch.comfort_sheet import ComfortSheet
    from pmlapp.reading.touch.countdown import Countdown
    from pmlapp.reading.touch.keyboard import OnScreenKeyboard
    from pmlapp.reading.touch.listen_row import ListenRow
    from pmlapp.reading.touch.number_page import NumberPage
    from pmlapp.reading.touch.search_page import SearchPage
    from pmlapp.reading.touch.touch_bar import PageRow, TouchBar
    from pmlapp.reading.touch.touch_home import TouchHome
    from pmlapp.reading.touch.touch_pane import TouchPane
    from pmlapp.shell.kiosk.staff_door import StaffDoor
    from pmlapp.shell.kiosk.update_desk import UpdateDesk


def wire_kiosk(  # noqa: PLR0915 a diagram is as long as there are wires
    window: KioskWindow,
    reader: Reader,
    kiosk: Kiosk,
    idle: IdleWatch,
    guard: Guard,
    staff: "StaffDoor",
    services: KioskServices,
) -> None:
    """Connect those who ask with those who answer; parts when they are made, by the function of their name."""

    along = services.along

    def attract(screen: "AttractScreen") -> None:
        screen.page_asked.connect(kiosk.welcome)
        screen.help_asked.connect(kiosk.show_help)
        screen.sightless_asked.connect(kiosk.welcome_sightless)
        # Behind the touch itself: the button is made again.
        screen.language_asked.connect(kiosk.choose_language, Qt.ConnectionType.QueuedConnection)

    def home(first: "TouchHome") -> None:
        first.topic_asked.connect(reader.open_topic)
        first.help_asked.connect(kiosk.show_help)
        first.search_asked.connect(kiosk.show_search)
        first.number_asked.connect(kiosk.show_number)
        first.clinic_touched.connect(staff.touched)
        first.language_asked.connect(kiosk.choose_language, Qt.ConnectionType.QueuedConnection)

    def bar(below: "TouchBar") -> None:
        below.back_asked.connect(kiosk.go_back)
        below.home_asked.connect(kiosk.go_home)
        below.comfort_asked.connect(window.show_comfort)
        below.listen_asked.connect(services.listen)
        below.questions_asked.connect(along.toggle_panel)
        # Each finish comes behind the click that asked for it: the button itself goes with the wipe.
        below.finish_asked.connect(kiosk.finish, Qt.ConnectionType.QueuedConnection)

    def row(above_bar: "PageRow") -> None:
        above_bar.search_asked.connect(kiosk.show_search)
        above_bar.print_asked.connect(services.print_page)
        above_bar.take_home_asked.connect(along.show_code_of_page)
        above_bar.moved.connect(window.move_page)

    def questions(panel: "QuestionsPanel") -> None:
        panel.toggled.connect(along.toggle_question)
        panel.own_added.connect(along.add_own)
        panel.own_removed.connect(along.remove_own)
        panel.noticed_added.connect(along.add_noticed)
        panel.noticed_removed.connect(along.remove_noticed)
        panel.code_asked.connect(along.show_code_of_questions)
        panel.clear_asked.connect(along.clear)
        panel.undo_asked.connect(along.undo)
        panel.closed.connect(along.panel_closed)

    def list_keyboard(keyboard: "OnScreenKeyboard") -> None:
        keyboard.typed.connect(along.type)
        keyboard.rubbed_out.connect(along.rub_out)
        keyboard.cleared.connect(along.clear_line)
        keyboard.asked.connect(along.add_line)
        keyboard.hidden.connect(window.hide_list_keyboard)
        keyboard.language_asked.connect(keyboard.set_language)

    def code_sheet(code: "CodeSheet") -> None:
        code.closed.connect(window.focus_page)

    def listen_row(controls: "ListenRow") -> None:
        controls.stepped.connect(services.voice.step)
        controls.pause_asked.connect(services.voice.pause_or_go_on)
        controls.speed_asked.connect(services.voice.change_speed)
        # Behind the click itself: the controls go when nothing is read any more.
        controls.stop_asked.connect(services.voice.stop, Qt.ConnectionType.QueuedConnection)

    def pane(page: "TouchPane") -> None:
        page.link_followed.connect(reader.follow)
        page.ends_changed.connect(window.show_ends)

    def search(asking: "SearchPage") -> None:
        asking.query_changed.connect(kiosk.search)
        asking.page_asked.connect(reader.choose_hit)
        asking.topics_asked.connect(kiosk.go_home)
        asking.language_asked.connect(asking.keyboard.set_language)
        asking.keyboard.asked.connect(kiosk.note_missed)

    def number(digits: "NumberPage") -> None:
        digits.looked_up.connect(kiosk.look_up)
        digits.page_asked.connect(reader.open)

    def comfort(sheet: "ComfortSheet") -> None:
        # Behind the click itself: the sheet goes with the old look.
        sheet.size_asked.connect(kiosk.choose_size, Qt.ConnectionType.QueuedConnection)
        sheet.theme_asked.connect(kiosk.choose_theme, Qt.ConnectionType.QueuedConnection)
        sheet.closed.connect(sheet.hide)

    def countdown(question: "Countdown") -> None:
        question.kept.connect(kiosk.keep_on)
        question.finished.connect(kiosk.finish, Qt.ConnectionType.QueuedConnection)

    def action(cards: "ActionCardView") -> None:
        cards.left.connect(kiosk.leave_help)
        cards.listen_asked.connect(services.say_card)
        cards.signs_asked.connect(kiosk.open_signs)

    def popover(card: "Popover") -> None:
        card.action_chosen.connect(reader.act)
        card.closed.connect(window.focus_page)

    def calm(page: "CalmPage") -> None:
        page.go_on_asked.connect(kiosk.finish, Qt.ConnectionType.QueuedConnection)

    connectors = (
        attract,
        home,
        bar,
        row,
        listen_row,
        questions,
        list_keyboard,
        code_sheet,
        pane,
        search,
        number,
        comfort,
        countdown,
        action,
        popover,
        calm,
    )
    by_name = {connector.__name__: connector for connector in connectors}

    def connect(name: str, part: Any) -> None:
        if (connector := by_name.get(name)) is not None:
            connector(part)

    window.parts.connect_by(connect)
    window.resized.connect(kiosk.fit)
    reader.page_shown.connect(kiosk.note_page)
    idle.counting.connect(kiosk.count_down)
    idle.stopped.connect(kiosk.keep_on)
    idle.over.connect(kiosk.finish)
    services.voice.changed.connect(services.show_listening)
    guard.used.connect(kiosk.used)
    guard.staff_asked.connect(staff.open)
    staff.pin_shown.connect(kiosk.show_pin)
    staff.staff_shown.connect(kiosk.show_staff)
    staff.closed.connect(kiosk.finish, Qt.ConnectionType.QueuedConnection)
    application = QGuiApplication.instance()
    if isinstance(application, QGuiApplication):
        application.screenAdded.connect(kiosk.screens_changed)
        application.screenRemoved.connect(kiosk.screens_changed)
        application.primaryScreenChanged.connect(kiosk.screens_changed)
    if isinstance(application, QApplication):
        application.focusChanged.connect(along.follow_focus)


def wire_updates(desk: "UpdateDesk", kiosk: Kiosk, staff: "StaffDoor", tell: Callable[[PmlError], int]) -> None:
    """Connect what updates the library, once staff have asked for it."""
    desk.page_shown.connect(kiosk.show_staff)
    desk.left.connect(staff.show_staff_again)
    desk.failed.connect(tell)

"""The staff's way in: five touches or a key, the PIN, the staff page, and out of the kiosk."""

from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from pmlapp.errors import CannotWriteError
from pmlapp.shell.failure_words import shown_words
from pmlapp.shell.kiosk.staff_pin import PinState, StaffPin, Verdict

if TYPE_CHECKING:
    from pmlapp.reading.touch.pin_page import PinPage
    from pmlapp.reading.touch.staff_page import StaffPage, StatusLine

_TOUCHES: Final = 5
_WITHIN_S: Final = 4.0
_MINUTE: Final = 60
_LOOK_MS: Final = 50


class StaffDoor(QObject):
    """Holds no widget for longer than it is shown.

    Signals:
        pin_shown: a `PinPage` to show.
        staff_shown: a `StaffPage` to show.
        closed: back to the start, after a wipe.
        leave_asked: staff want the program to end.
        action_asked: the name of an action of the staff page that somebody else does.
    """

    pin_shown = Signal(object)
    staff_shown = Signal(object)
    closed = Signal()
    leave_asked = Signal()
    action_asked = Signal(str)
    _judged = Signal(object)

    def __init__(
        self,
        pin: StaffPin,
        *,
        make_pin_page: Callable[[str, str], "PinPage"],
        make_staff_page: Callable[[], "StaffPage"],
        lines: Callable[[], "tuple[StatusLine, ...]"],
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pin = pin
        self._make_pin_page, self._make_staff_page = make_pin_page, make_staff_page
        self._lines = lines
        self._clock = clock
        self._touched: list[float] = []
        self._page: PinPage | None = None
        self._staff: StaffPage | None = None
        self._purpose = ""
        self._new_pin = ""
        self._thread: Thread | None = None
        self._judged.connect(self._answer)
        self._verdict: Verdict | None = None
        self._judging = QTimer(self, interval=_LOOK_MS)
        self._judging.timeout.connect(self._look)
        self._waiting = QTimer(self, interval=1000)
        self._waiting.timeout.connect(self._show_wait)

    @property
    def is_open(self) -> bool:
        """Whether the keypad or the staff page is shown."""
        return self._page is not None or self._staff is not None

    @Slot()
    def touched(self) -> None:
        """The clinic's name was touched; five times within 4 s open the keypad."""
        now = self._clock()
        self._touched = [*(at for at in self._touched if now - at < _WITHIN_S), now]
        if len(self._touched) >= _TOUCHES:
            self._touched = []
            self.open()

    @Slot()
    def open(self) -> None:
        """Show the keypad."""
        if not self.is_open:
            lead = self.tr("For the people who look after this kiosk. What the last person read has been cleared.")
            self._ask_pin("staff", self.tr("Staff PIN"), lead)

    def _ask_pin(self, purpose: str, title: str, lead: str) -> None:
        self._purpose = purpose
        page = self._make_pin_page(title, lead)
        page.entered.connect(self._entered)
        page.left.connect(self.close)
        self._page, self._staff = page, None
        self.pin_shown.emit(page)
        if not self._pin.is_set:
            page.say(
                self.tr("No PIN has been set."),
                self.tr("An administrator sets one with: pmlapp kiosk --set-pin"),
                may_type=False,
                is_fact=True,
            )
        elif self._pin.wait_s:
            self._waiting.start()
            self._show_wait()

    @Slot()
    def close(self) -> None:
        """Nobody of the staff is there any more."""
        self._waiting.stop()
        self._page = self._staff = None
        self._new_pin = ""
        self.closed.emit()

    @Slot(str)
    def _entered(self, digits: str) -> None:
        if self._page is None or (self._thread is not None and self._thread.is_alive()):
            return
        if self._purpose == "new":
            self._new_pin = digits
            self._purpose = "repeat"
            self._page.ask(self.tr("The new PIN again"), self.tr("So that a slip does not lock you out."))
        elif self._purpose == "repeat":
            self._keep_new(digits)
        else:
            # Half a second of work: the screen, and the heartbeat, must not wait for it.
            self._page.say(self.tr("One moment."), may_type=False, is_fact=True)
            self._thread = Thread(target=self._judge, args=(digits,), name="staff-pin", daemon=True)
            self._thread.start()
            self._judging.start()

    def _judge(self, digits: str) -> None:
        """In a thread of its own, which touches nothing of Qt."""
        self._verdict = self._pin.attempt(digits)

    @Slot()
    def _look(self) -> None:
        verdict, self._verdict = self._verdict, None
        if verdict is not None:
            self._judging.stop()
            self._judged.emit(verdict)

    def _keep_new(self, digits: str) -> None:
        assert self._page is not None
        if digits != self._new_pin:
            self._purpose, self._new_pin = "new", ""
            self._page.ask(self.tr("New PIN"), self.tr("6 to 8 digits that nobody guesses."))
            self._page.say(self.tr("The two were not the same."), self.tr("Please begin again."))
            return
        try:
            self._pin.set(digits)
        except CannotWriteError as failure:
            self._page.say(*shown_words(failure))
            return
        self._new_pin = ""
        self._show_staff()
        if self._staff is not None:
            self._staff.say(self.tr("The PIN has been changed."))

    @Slot(object)
    def _answer(self, verdict: Verdict) -> None:
        page = self._page
        if page is None:
            return
        match verdict.state:
            case PinState.RIGHT:
                self._let_in()
            case PinState.WRONG if verdict.wait_s:
                self._waiting.start()
                self._show_wait()
            case PinState.WRONG:
                left = (
                    self.tr("1 more try, then a wait of 1 minute.")
                    if verdict.tries_left == 1
                    else self.tr("{count} more tries, then a wait of 1 minute.", "", verdict.tries_left).format(
                        count=verdict.tries_left
                    )
                )
                page.say(self.tr("That PIN was not right."), left)
            case PinState.WAITING | PinState.NOT_SET:
                self._show_wait()

    @Slot()
    def _show_wait(self) -> None:
        left = self._pin.wait_s
        if self._page is None:
            self._waiting.stop()
        elif left:
            minutes = -(-left // _MINUTE)
            more = (
                self.tr("Please wait 1 minute.")
                if minutes == 1
                else self.tr("Please wait {count} minutes.", "", minutes).format(count=minutes)
            )
            wrong = self.tr("That PIN was not right.")
            if self._page.notice.words != f"{wrong} {more}":
                self._page.say(wrong, more, may_type=False)
        else:
            self._waiting.stop()
            self._page.say("", may_type=True)

    def _let_in(self) -> None:
        if self._purpose == "leave":
            self.leave_asked.emit()
        elif self._purpose == "change":
            self._purpose = "new"
            assert self._page is not None
            self._page.say("")
            self._page.ask(self.tr("New PIN"), self.tr("6 to 8 digits that nobody guesses."))
        else:
            self._show_staff()

    def _show_staff(self) -> None:
        self._page = None
        staff = self._make_staff_page()
        staff.closed.connect(self.close)
        staff.asked.connect(self._act)
        self._staff = staff
        self.staff_shown.emit(staff)

    @Slot(str)
    def _act(self, action: str) -> None:
        match action:
            case "leave":
                self._ask_pin("leave", self.tr("Leave the kiosk"), self.tr("The PIN once more, then the program ends."))
            case "change-pin":
                self._ask_pin("change", self.tr("Change the PIN"), self.tr("The PIN that holds now, first."))
            case _:
                self.action_asked.emit(action)

    @Slot()
    def show_staff_again(self) -> None:
        """Back from what an action showed."""
        if self._staff is not None:
            self.staff_shown.emit(self._staff)

    @property
    def staff_page(self) -> "StaffPage | None":
        """The staff page, while it is shown."""
        return self._staff

    def show_lines(self) -> None:
        """Show how everything is now."""
        if self._staff is not None:
            self._staff.show_lines(self._lines())

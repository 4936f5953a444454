"""One run of the kiosk: puts it together, keeps it going, and ends it when staff or the night ask for that."""

import gc
import linecache
import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRect, QSize, QTimer, Slot
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication

from pmlapp import paths
from pmlapp.content.file.store import ContentStore
from pmlapp.content.icon_names import OWN_ICONS
from pmlapp.errors import ContentError, PmlError
from pmlapp.library.pages.pages import Pages
from pmlapp.reading.look.fonts import load_fonts
from pmlapp.reading.look.icons import IconSet
from pmlapp.reading.look.theme import Theme
from pmlapp.reading.touch.touch_look import TouchLook, units
from pmlapp.settings import ENGLISH, SiteSettings
from pmlapp.shell.any_thread import FromAnyThread
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.calendar import Calendar
from pmlapp.shell.failures import LastResort
from pmlapp.shell.idle_tasks import IdleTasks
from pmlapp.shell.keys import window_keys
from pmlapp.shell.kiosk import site_pieces
from pmlapp.shell.kiosk.guard import Guard, forbidden_classes
from pmlapp.shell.kiosk.heartbeat import Heartbeat, notify
from pmlapp.shell.kiosk.idle import IdleWatch
from pmlapp.shell.kiosk.kiosk import Kiosk
from pmlapp.shell.kiosk.kiosk_parts import number_lengths
from pmlapp.shell.kiosk.kiosk_printer import KioskPrinter, Send, send_to
from pmlapp.shell.kiosk.kiosk_services import KioskServices
from pmlapp.shell.kiosk.kiosk_take_along import KioskTakeAlong
from pmlapp.shell.kiosk.kiosk_voice import KioskVoice
from pmlapp.shell.kiosk.kiosk_window import KioskWindow
from pmlapp.shell.kiosk.no_library import show_without_library
from pmlapp.shell.kiosk.run_record import RunRecord, memory_kb
from pmlapp.shell.kiosk.staff_door import StaffDoor
from pmlapp.shell.kiosk.staff_pin import StaffPin
from pmlapp.shell.kiosk.usage import UsageCounts
from pmlapp.shell.kiosk.wiring import wire_kiosk
from pmlapp.shell.library_to_read import library_to_read
from pmlapp.shell.reader import Reader

Tell = Callable[[PmlError], int]
"""Prints and logs a failure; returns the number the process should end with."""

if TYPE_CHECKING:
    from pmlapp.reading.touch.pin_page import PinPage
    from pmlapp.reading.touch.staff_page import StaffPage
    from pmlapp.shell.kiosk.staff_desk import StaffDesk
    from pmlapp.shell.kiosk.status import KioskStatus
    from pmlapp.shell.verification import Verification
    from pmlapp.speech.speaking_process import SpeakingProcess

_HOPELESS: Final = 75
"""What the process ends with when it had better be started again; EX_TEMPFAIL of sysexits.h."""

_EACH_MINUTE_MS: Final = 60_000
_SETTLED_MS: Final = 1_500
_SAMPLE_EACH: Final = 60
"""Minutes."""

_RESTART_FROM_S: Final = 6 * 3600
_MOST_MEMORY_KB: Final = 700_000


class KioskRun(QObject):
    """Made once a process."""

    def __init__(self, arguments: Arguments, site: SiteSettings, tell: Tell) -> None:
        super().__init__()
        self._interface = site_pieces.interface_in(site, kiosk_application)
        self._arguments, self.site, self.tell = arguments, _for_kiosk(site), tell
        self._folder = paths.kiosk_dir()
        self._calendar = Calendar(paths.last_day_file(), _today)
        self.record = RunRecord(self._folder)
        self.pages: Pages | None = None
        self._minutes = 0
        self._code = 0
        self._verification: Verification | None = None
        self.start_speech: Callable[[QObject], SpeakingProcess] = site_pieces.speaking_process
        self.stores: list[ContentStore] = []
        self.end: Callable[[int], None] = QApplication.exit
        self.send: Send | None = None  # What prints, in place of the site's printer.

    # Putting it together

    def open_library(self) -> Pages | None:
        """The library that was named, or else the one that came with the program; None if neither can be read.

        Never a kiosk without a page: what was wrong is logged, and staff see it.
        """
        bundled = paths.bundled_library()
        usual = self.site.library or bundled
        for path in dict.fromkeys((self._arguments.library or library_to_read(usual), usual, bundled)):
            try:
                store = ContentStore.open(path).follow_recalls(paths.recalls_file())
            except ContentError as failure:
                self.tell(failure)
                continue
            pages = self._pages_of(store)
            try:
                _ = pages.catalog.outline, pages.catalog.library, pages.words
            except PmlError as failure:
                self.tell(failure)
                self.stores.pop().close()
                continue
            return pages
        return None

    def _pages_of(self, store: ContentStore) -> Pages:
        self.stores.append(store)
        return Pages(
            store,
            site_pieces.words_of(self._interface),
            emergency_number=self.site.emergency_number,
            keys=window_keys(),
            today=self._calendar.today,
            doubted=self._calendar.doubted,
        )

    def close(self) -> None:
        """Let go of the library's files, and of the language."""
        if self._interface is not None:
            self._interface.use(ENGLISH)
        for store in self.stores:
            store.close()

    def build(self, size: QSize) -> KioskWindow:
        """Put everything together; nothing is shown yet.

        Raises:
            ContentError: there is no library at all.
        """
        pages = self.open_library()
        if pages is None:
            raise ContentError
        self.pages = pages
        site = self.site

        def own_icon(name: str) -> bytes | None:
            media = pages.catalog.media(f"{OWN_ICONS}{name}.svg")
            return media and media.data

        unit, text = units(size, site.screen_mm, site.viewing_distance_mm)
        look = TouchLook(self.load_theme(site.theme or "light"), IconSet(paths.icon_dir(), own_icon), unit, text)
        offers = tuple(feature for feature in site.features if feature in self._available(pages))
        window = KioskWindow(pages, site, look, offers=offers, logo=site_pieces.logo_of(site.logo))
        # Task bars show it beside the window's title, and it must not name an illness either.
        QGuiApplication.setApplicationDisplayName(window.windowTitle())
        window.resize(size)
        reader = Reader(pages, window, may_open_outside=False)
        self.window, self.reader = window, reader
        voice = KioskVoice(self.start_speech, language=pages.catalog.library.language, parent=window)
        along = KioskTakeAlong(window, pages, site, parent=window)
        self.services = KioskServices(window, pages, voice, self._printer(pages, look), along, parent=window)
        self.idle = IdleWatch(
            idle_seconds=site.idle_seconds,
            countdown_seconds=site.countdown_seconds,
            busy=lambda: self.services.is_busy,
            parent=window,
        )
        self.usage = UsageCounts(
            self._folder, pages=site.usage_counts, words=site_pieces.medical_words() if site.missed_words else ()
        )
        self.kiosk = Kiosk(
            window,
            reader,
            pages,
            self.idle,
            self.usage,
            site=site,
            load_theme=self.load_theme,
            services=self.services,
            parent=window,
        )
        if self._interface is not None:
            languages = site_pieces.languages_of(pages, self.stores[-1].path, self._interface, self._pages_of)
            languages.failed.connect(self.tell)
            self.kiosk.offer(languages)
        self.guard = Guard(window)
        self.staff = StaffDoor(
            StaffPin(self._folder),
            make_pin_page=self._pin_page,
            make_staff_page=self._staff_page,
            lines=lambda: self.status.lines(),  # noqa: PLW0108 - what it reads is made later
            clock=time.monotonic,
            parent=window,
        )
        wire_kiosk(window, reader, self.kiosk, self.idle, self.guard, self.staff, self.services)
        self.staff.leave_asked.connect(self.leave)
        self.staff.action_asked.connect(self._act)
        self.kiosk.failed.connect(self.tell)
        window.failure_shown.connect(self.tell)
        reader.damage_met.connect(self._damaged)
        self.kiosk.view_restarted.connect(self.record.count_view_restart)
        self.kiosk.hopeless.connect(self._give_up)
        return window

    # Staff come once a month: what they see is loaded then.

    @cached_property
    def status(self) -> "KioskStatus":
        """How everything is."""
        from pmlapp.shell.kiosk.status import KioskStatus

        assert self.pages is not None
        return KioskStatus(
            self.pages, self.site, self.record, self._folder, spoken=lambda: self.services.voice.languages
        )

    @cached_property
    def desk(self) -> "StaffDesk":
        """What staff can do."""
        from pmlapp.shell.kiosk.staff_desk import StaffDesk
        from pmlapp.shell.kiosk.update_parts import kiosk_updates

        return StaffDesk(
            self.window,
            self.status,
            self.usage,
            folder=self._folder,
            site_file=self._arguments.site or paths.site_file(),
            shown=lambda: self.staff.staff_page,
            updates=kiosk_updates(self),
            parent=self.window,
        )

    def _pin_page(self, title: str, lead: str) -> "PinPage":
        from pmlapp.reading.touch.pin_page import PinPage

        window = self.window
        return PinPage(window.parts.look, title, lead, wide=window.width() > window.height(), parent=window)

    def _staff_page(self) -> "StaffPage":
        return self.desk.page()

    @Slot(str)
    def _act(self, action: str) -> None:
        self.desk.act(action)

    def load_theme(self, name: str) -> Theme:
        """A theme; the light one in the site's own colour."""
        theme, brand = Theme.load(paths.theme_dir() / f"{name}.json"), self.site.brand_colour
        if name == "light" and brand:
            theme.primary = QColor(brand)
            theme.primary_hover, theme.primary_pressed = theme.primary.darker(120), theme.primary.darker(140)
        return theme

    def _available(self, pages: Pages) -> tuple[str, ...]:
        """What this computer and this library can offer."""
        some = {"numbers": number_lengths(pages)[0], "print": self.site.printer}
        return ("search", "listen", "questions", "take_home", *(name for name, there in some.items() if there))

    def _printer(self, pages: Pages, look: TouchLook) -> KioskPrinter | None:
        if not self.site.printer:
            return None
        send, most = self.send or send_to(self.site.printer), self.site.pages_per_visit
        return KioskPrinter(pages, look.look, paths.theme_dir(), most_sheets=most, send=send)

    # Running

    def run(self, last_resort: LastResort) -> int:
        """Show the kiosk until staff leave it, or it restarts; the number that the process ends with."""
        self.record.begin()
        last_resort.show = lambda _said: self._give_up()
        with forbidden_classes():
            try:
                window = self.build(self._size())
            except ContentError:
                return show_without_library(self.site, self._size(), self.load_theme("light"))
            last_resort.tells_again = True
            last_resort.translate = QApplication.translate
            last_resort.show = FromAnyThread(self.kiosk.calm)
            self.guard.stand()
            self._show(window)
            self.kiosk.begin()
            pages = self.pages
            assert pages is not None
            self.heartbeat = Heartbeat(paints=self._paints, reads=self._reads, parent=window)
            minute = QTimer(window, interval=_EACH_MINUTE_MS)
            minute.timeout.connect(self.each_minute)
            minute.start()
            # At the start a compositor may answer with a maximised window; it is asked again, and looked at later.
            QTimer.singleShot(_SETTLED_MS, window, self._look_at_screen)
            first = (self.kiosk.fill_screen, self.heartbeat.begin, self.kiosk.prepare_slides, linecache.clearcache)
            prepare = (self.kiosk.prepare, pages.warm_up, self._verify, self.record.take_sample)
            self._tasks = IdleTasks((*first, *prepare, linecache.clearcache, gc.freeze, gc.enable), window)
            QApplication.exec()
            if self._verification is not None:
                self._verification.stop()
            self.guard.step_aside()
        self.services.forget()
        self.heartbeat.end()
        if self._code == 0:
            self.record.end()
        return self._code

    def _size(self) -> QSize:
        if self._arguments.size:
            return QSize(*self._arguments.size)
        return QGuiApplication.primaryScreen().size()

    def _show(self, window: KioskWindow) -> None:
        if self._arguments.size:
            window.show()
            return
        window.setGeometry(QGuiApplication.primaryScreen().geometry())
        window.showFullScreen()

    def _verify(self) -> None:
        from pmlapp.shell.verification import Verification

        assert self.pages is not None
        self._verification = Verification(self.pages, self.window)
        self._verification.damage_found.connect(self._damaged)
        self._verification.library_replaced.connect(self._replaced)
        self._verification.begin()

    @Slot()
    def _look_at_screen(self) -> None:
        if not self.window.isFullScreen():
            self.kiosk.fill_screen()
        self.record.note_screen(full=self.window.isFullScreen())

    def _paints(self) -> bool:
        return not self.window.grab(QRect(0, 0, 8, 8)).isNull()

    def _reads(self) -> bool:
        assert self.pages is not None
        return self.pages.catalog.first_of("urgent-help") is not None or self.pages.catalog.counts.articles >= 0

    @Slot(object)
    def _damaged(self, failure: PmlError) -> None:
        self.status.damage = failure
        self.tell(failure)

    @Slot()
    def _replaced(self) -> None:
        if self.kiosk.is_at_rest:
            self.kiosk.finish()

    @Slot()
    def each_minute(self) -> None:
        """Once an hour a sample; at night, or when it holds too much, a restart while nobody is there."""
        self._minutes += 1
        memory = memory_kb()
        if self._minutes % _SAMPLE_EACH == 0:
            self.record.take_sample()
        if self.site.update_policy == "itself" and self.kiosk.is_at_rest:
            self.desk.update_by_itself()
        if self.kiosk.is_at_rest and (self.is_night(datetime.now()) or memory > _MOST_MEMORY_KB):
            self.leave()

    def is_night(self, now: datetime) -> bool:
        """Whether the quiet restart is due: the hour after the time set, and this run is hours old."""
        hours, minutes = map(int, self.site.restart_at.split(":"))
        due = now.replace(hour=hours, minute=minutes, second=0, microsecond=0)
        return self.record.uptime_s >= _RESTART_FROM_S and due <= now < due + timedelta(hours=1)

    @Slot()
    def leave(self) -> None:
        """End on purpose."""
        self.window.may_close = True
        notify("STOPPING=1")
        self.end(self._code)

    @Slot()
    def _give_up(self) -> None:
        self._code = _HOPELESS
        self.end(_HOPELESS)


def _for_kiosk(site: SiteSettings) -> SiteSettings:
    """The site's settings, but for what no kiosk may have."""
    return site._replace(staff_nearby=True, remember_reader=False, web_links=False)


def _today() -> date:
    return datetime.now().date()


def kiosk_application() -> QApplication:
    """The one application of this process, with its fonts."""
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication([*sys.argv[:1], "-style", "fusion"])
    QApplication.setApplicationName("pmlapp")
    QGuiApplication.setDesktopFileName(paths.package_name())
    QApplication.setQuitOnLastWindowClosed(False)
    load_fonts(paths.font_dir())
    return application

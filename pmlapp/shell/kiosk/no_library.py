"""What a kiosk shows when there is no library at all: whom to call, and to ask the staff."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from pmlapp import paths
from pmlapp.library.pages.page_words import PageWords
from pmlapp.reading.look.icons import IconSet
from pmlapp.reading.look.theme import Theme
from pmlapp.reading.touch.calm_page import CalmPage
from pmlapp.reading.touch.touch_look import TouchLook, units
from pmlapp.settings import SiteSettings
from pmlapp.shell.kiosk.heartbeat import notify

translate = QCoreApplication.translate

_START_AGAIN: Final = 75
_LOOK_AGAIN_MS: Final = 60_000
_ALIVE_MS: Final = 10_000


def show_without_library(site: SiteSettings, size: QSize, theme: Theme) -> int:
    """Stay a minute, then end so that the next start looks for a library; what the process ends with."""
    unit, text = units(size, site.screen_mm, site.viewing_distance_mm)
    look = TouchLook(theme, IconSet(paths.icon_dir()), unit, text)
    call = PageWords(staff_nearby=True).emergency_action(site.emergency_number)
    window = CalmPage(look, call=call, help_words=site.staff_help or translate("Kiosk", "Please ask the staff."))
    window.setObjectName("window")
    window.say(
        translate("Kiosk", "There is nothing to read here now"),
        translate("Kiosk", "The library is missing."),
        may_go_on=False,
    )
    window.setGeometry(QGuiApplication.primaryScreen().geometry())
    window.showFullScreen()
    notify("READY=1\nSTATUS=No library")
    alive = QTimer(window, interval=_ALIVE_MS)
    alive.timeout.connect(lambda: notify("WATCHDOG=1"))
    alive.start()
    QTimer.singleShot(_LOOK_AGAIN_MS, window, lambda: QApplication.exit(_START_AGAIN))
    return QApplication.exec()

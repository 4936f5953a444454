"""Clears everything of a visit: what is on the screen, behind it, and in what the program remembers."""

import gc
import re

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QClipboard, QGuiApplication, QPixmapCache

from pmlapp.errors import ContentError
from pmlapp.library.pages.pages import Pages
from pmlapp.reading.touch.touch_look import TouchLook
from pmlapp.shell.kiosk.kiosk_window import KioskWindow
from pmlapp.shell.reader import Reader


def wipe(window: KioskWindow, reader: Reader, pages: Pages, usual: TouchLook) -> ContentError | None:
    """Leave nothing of the last visitor that can be reached from the program.

    The start screen comes up first, so that nobody who looks over sees what was read.  Nothing is
    emptied by hand: the parts are thrown away, with their documents, undo stacks, rows and marks.

    Returns:
        Why the library cannot be read any more, or None: then all is well.
    """
    window.start_again(usual)
    reader.forget()
    failure = None
    try:
        pages.forget()
    except ContentError as error:
        failure = error
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        if mode is QClipboard.Mode.Clipboard or clipboard.supportsSelection():
            clipboard.clear(mode)
    QPixmapCache.clear()
    # Python keeps the last patterns that it compiled, and some are made of the words asked for.
    re.purge()
    # Parts thrown away live on until the event loop comes round: that may be long after the next visitor.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    return failure

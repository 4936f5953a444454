"""What a window gets behind its first paint: tools, fingers, what is kept, a look at the fonts."""

from pmlapp.library.pages.pages import Pages
from pmlapp.shell.reader import Reader
from pmlapp.shell.system_look import SystemLook
from pmlapp.shell.window import Window
from pmlapp.shell.wiring import wire_fingers


def answer_tools(window: Window) -> None:
    """Give assistive tools the page as what it is."""
    from pmlapp.reading.page.page_factory import answer_for_pages  # noqa: PLC0415 - see above

    answer_for_pages((window.parts.pane,))


def begin_keeping(window: Window) -> None:
    """Read what the reader keeps, and say how much that is."""
    window.take_along.follow_page()


def let_fingers_scroll(window: Window, reader: Reader, system: SystemLook) -> None:
    """Let fingers scroll what scrolls."""
    from pmlapp.shell.fingers import Fingers  # noqa: PLC0415 - see above

    wire_fingers(window, reader, Fingers(window.parts, system.less_motion, window))


def check_fonts(window: Window, pages: Pages) -> None:
    """Say so where there is no font for the script of the library."""
    from pmlapp.shell.font_check import tell_of_missing_font  # noqa: PLC0415 - see above

    tell_of_missing_font(window, pages)

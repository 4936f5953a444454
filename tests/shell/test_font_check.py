"""A library in a script that this computer has no font for says so over the page."""

from pathlib import Path

from pmlapp.library.pages.page_names import HOME
from pmlapp.shell.font_check import tell_of_missing_font
from tests.builders import article, content_file, library
from tests.person import OpenWindow

NANDINAGARI = "".join(map(chr, range(0x119AE, 0x119D0)))


def test_the_first_page_names_the_script(open_window: OpenWindow, tmp_path: Path) -> None:
    pages = [article("diet/food", short_answer=NANDINAGARI, body=f"{NANDINAGARI}\n")]
    person = open_window(page=HOME, library=content_file(tmp_path, library(pages)))
    tell_of_missing_font(person.window, person.parts._pages)
    assert "no font for Nandinagari" in person.banner

"""What the program was started for."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pmlapp.library.infobutton import InfobuttonRequest

OWN_PAGES = ("home", "words", "about", "keys", "voices")
"""Pages that are not articles: the start, the word list, what this program is, the keys, how to add a voice."""


class Arguments(NamedTuple):
    """What was asked for; None where nothing was said."""

    article: str | None = None
    page: str | None = None
    """One of ``OWN_PAGES``; never together with ``article``."""
    code: tuple[str, str] | None = None
    """A classification, one of `command_line.CODE_SYSTEMS`, and a code of it, instead of ``article``."""
    infobutton: "InfobuttonRequest | None" = None
    """What a record system asks for, instead of ``article``; nothing of it names a person."""
    section: str = ""
    """An anchor of ``article`` to go to."""
    print_id: bool = False
    """Print the name of the page that has ``code``."""
    notice: str = ""
    """A sentence to begin with, if something else is shown than was asked for."""
    language: str | None = None
    theme: str | None = None
    """``system`` or one of the themes."""
    zoom: int | None = None
    """Text size, 100 to 400 percent."""
    size: tuple[int, int] | None = None
    """Width and height of the window or the picture, in px."""
    library: Path | None = None
    portable: bool = False
    """Keep everything beside the program, and nothing anywhere else."""
    snapshot: Path | None = None
    """Draw one page into this PNG file, without a display."""
    text: bool = False
    """Print one page as plain text."""
    sentences: bool = False
    """Print what would be read aloud of one page, a sentence a line."""
    hear: bool = False
    """Print one page as a screen reader is given it."""
    paper: Path | None = None
    """Draw one page as it would be printed into this PDF file, without a display."""
    paper_size: str = "A4"
    """The size of its sheets, ``A4`` or ``Letter``."""
    large_print: bool = False
    """Whether its words are 18 pt."""
    self_test: bool = False
    kiosk: bool = False
    """Be a kiosk: full screen, and nothing else can be reached."""
    set_pin: bool = False
    """Keep a new PIN for the staff of a kiosk, and end."""
    update_from: Path | None = None
    """Take a newer edition of the library from this folder or stick."""
    go_back: bool = False
    """Use the edition before the last update again."""
    yes: bool = False
    """Take the update without asking."""
    again: bool = False
    """Offer also an edition that somebody went back from."""
    share_to: Path | None = None
    """Make a stick in this folder from what this computer has."""
    site: Path | None = None
    """The site file to go by, in place of the usual one."""
    site_to_check: Path | None = None
    """A site file to report on, instead of anything else."""
    write_example: bool = False
    """Print a site file with every setting explained."""

    @property
    def opens_window(self) -> bool:
        """Whether a display is needed; the other modes draw without one."""
        into_files = self.snapshot or self.paper
        printed = self.text or self.sentences or self.hear
        return not (into_files or printed or self.self_test or self.print_id)

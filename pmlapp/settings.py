"""What the site decides: the settings of the person who keeps this computer, as values."""

from pathlib import Path
from typing import Final, NamedTuple

THEMES: Final = ("light", "dark", "high_contrast", "warm_paper")
"""The themes that come with the program, by the names of their files."""

FEATURES: Final = ("search", "numbers", "listen", "print", "questions", "take_home")
"""What a kiosk may offer beside reading; each is left out where the site file does not list it."""

ATTRACT_RULES: Final = ("clinically-reviewed", "sources-checked", "any", "none")
"""Whose sentences the attract screen may show: pages with at least this review, or none at all."""

UPDATE_POLICIES: Final = ("staff", "itself", "never")
"""Who accepts an update: staff by their PIN, the program by itself while nobody is there, or nobody."""

ENGLISH: Final = "en"
"""What the phrases in the source are in."""


class SiteSettings(NamedTuple):
    """The settings of one site; the defaults are those of a computer without a site file.

    Flat and of plain values, so that a start without a site file pays nothing for them;
    what each means to a keeper, and what is allowed, is in `site_file`.
    """

    emergency_number: str | None = None
    """Whom emergency boxes say to call; None where nobody has said which number holds here."""
    language: str = ENGLISH
    """The language of the window, unless the reader chose another."""
    staff_nearby: bool = False
    """Whether there is somebody to ask at this computer, as in a clinic's waiting room."""
    remember_reader: bool = True
    """Whether anything that a reader chose may be kept after the window closes."""
    theme: str | None = None
    """One of ``THEMES``, or None to follow the system."""
    library: Path | None = None
    """Another content file than the one that came with the program."""
    web_links: bool = True
    """Whether an address may be opened in the web browser; a kiosk never does."""
    clinic: str = ""
    logo: Path | None = None
    clinic_phone: str = ""
    clinic_hours: str = ""
    staff_help: str = ""
    """Whom a visitor asks, as one sentence; "" for the usual one."""
    owner: str = ""
    """Who looks after this computer, for staff."""
    brand_colour: str = ""
    """``#rrggbb`` in place of the main colour of the light theme; "" for ours."""
    languages: tuple[str, ...] = ()
    """The languages that a kiosk offers, each with a keyboard; empty for ``language`` alone."""
    features: tuple[str, ...] = FEATURES
    idle_seconds: int = 60
    countdown_seconds: int = 30
    attract: str = "sources-checked"
    """One of ``ATTRACT_RULES``."""
    attract_seconds: int = 20
    restart_at: str = "03:30"
    """When a kiosk restarts, if nobody is there: hours and minutes."""
    headphones: bool = False
    """Whether visitors can plug in headphones, so that listening is private."""
    screen_mm: tuple[int, int] | None = None
    """Width and height of the lit part of the screen."""
    viewing_distance_mm: int = 600
    printer: str = ""
    """The one printer of a kiosk, as the system names it; "" where nothing is printed."""
    pages_per_visit: int = 10
    usage_counts: bool = False
    missed_words: bool = False
    update_root: Path | None = None
    """The keys whose updates are trusted, in place of those that came with the program."""
    update_from: Path | None = None
    """A folder in which updates arrive; None to look at sticks alone."""
    update_policy: str = "staff"
    """One of ``UPDATE_POLICIES``."""

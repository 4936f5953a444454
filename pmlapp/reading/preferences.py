"""What the reader decides: text size, colours, language and place, kept in one small file."""

import json
import math
import os
from pathlib import Path
from typing import Any, Final, NamedTuple

from pmlapp.content.model import names_a_page
from pmlapp.errors import QT_TRANSLATE_NOOP, PreferencesError, plain_reason

THEME_CHOICES: Final = ("system", "light", "dark", "high_contrast", "warm_paper")

LETTERS: Final = ("ours", "system")
LINE_LENGTHS: Final = ("short", "usual", "long")
_MOST_GUIDE_LINES: Final = 3

_LARGEST_FILE = 64 * 1024
_LONGEST_PAGE_LINES = 1e6
_TEXT_PERCENT = (100, 400)
_WINDOW_PX = (200, 32_000)
_MAX_OTHER_PLACES = 20
_FASTEST = 6
"""The last of `speech.player.SPEEDS`."""
_MAX_VOICES = 50
_LONGEST_VOICE = 200


class Preferences(NamedTuple):
    """The choices of one reader; the defaults are those of somebody new."""

    text_percent: int = 100
    """100 to 400."""
    theme: str = "system"
    """One of ``THEME_CHOICES``."""
    wide_spacing: bool = False
    """Whether lines, paragraphs, letters and words are further apart."""
    clean_view: bool = False
    """Whether only headings, text and the words of pictures are shown."""
    letters: str = "ours"
    """One of ``LETTERS``: the bundled font or that of the system."""
    line_length: str = "usual"
    """One of ``LINE_LENGTHS``."""
    line_guide: bool = False
    guide_lines: int = 2
    """How many lines the guide lights: 1 to 3."""
    listen_speed: int | None = None
    """Which of the speeds of read aloud, counted from the slowest (0); None for the usual one."""
    voices: tuple[tuple[str, str], ...] = ()
    """The voice chosen for each language: pairs of its code and the name that the engine has for the voice."""
    language: str | None = None
    """That of the window; None for the site's."""
    pages_language: str | None = None
    """That of the pages; None for the library's own."""
    remember_place: bool = True
    """Whether the page and the line may be kept after the window closes."""
    last_page: str | None = None
    """The id of an article, or the name of a page of our own."""
    last_position: float = 0.0
    """How far that page was scrolled, in lines of body text as in `library.visit.Place`."""
    window_width: int | None = None
    """In logical px; None for whatever suits the screen."""
    window_height: int | None = None
    window_maximised: bool = False

    def without_place(self) -> "Preferences":
        """The same choices with nothing about what was read."""
        return self._replace(last_page=None, last_position=0.0)


class PreferencesFile:
    """Keeps one reader's preferences at ``path``; with None, as in a kiosk, keeps nothing.

    Each library has a last place of its own; ``library`` is the key of the one that is read, empty for the usual one.
    Nobody writes the file by hand, so it is JSON, which is read in the first moments of a start anyway.
    """

    def __init__(self, path: Path | None, *, library: str = "") -> None:
        self._path = path
        self._library = library

    def load(self) -> tuple[Preferences, PreferencesError | None]:
        """What was kept, or the defaults, and what to tell the reader if the file was no good.

        A single value that makes no sense is left out without a word.  A file
        that makes none is renamed to ``*.unreadable``, so it is reported once.
        """
        if self._path is None:
            return Preferences(), None
        try:
            if self._path.stat().st_size > _LARGEST_FILE:
                return Preferences(), self._set_aside()
            values = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Preferences(), None
        except IsADirectoryError:
            return Preferences(), self._set_aside()
        except OSError as error:
            return Preferences(), PreferencesError(path=self._path, reason=plain_reason(error))
        except (ValueError, RecursionError):
            return Preferences(), self._set_aside()
        if not isinstance(values, dict):
            return Preferences(), self._set_aside()
        preferences = _sensible(values)
        if self._library and preferences.remember_place:
            page, position = _places(values).get(self._library, (None, 0.0))
            preferences = preferences._replace(last_page=page, last_position=position)
        return preferences, None

    def save(self, preferences: Preferences) -> None:
        """Keep ``preferences``: all of them or, after an error, those kept before.

        Raises:
            PreferencesError: the folder cannot be written or the disk is full.
        """
        if self._path is None:
            return
        if not preferences.remember_place:
            preferences = preferences.without_place()
        half_written = self._path.with_name(self._path.name + ".new")
        try:
            # What somebody read about an illness is for their own eyes.
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                handle = os.open(half_written, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
                with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                    json.dump(self._values(preferences), file, indent=2)
                # Without fsync a power cut may leave the file empty, which loads as the
                # defaults; waiting for the disk at each change of page is the worse fault.
                half_written.replace(self._path)
            except OSError:
                half_written.unlink(missing_ok=True)
                raise
        except OSError as error:
            raise PreferencesError(path=self._path, reason=plain_reason(error)) from error

    def _values(self, preferences: Preferences) -> dict[str, Any]:
        """What the file is to hold: with the places in other libraries, as another window may have left them."""
        places = _places(self._kept()) if preferences.remember_place else {}
        places.pop(self._library, None)
        if preferences.last_page is not None:
            places[self._library] = (preferences.last_page, preferences.last_position)
        page, position = places.pop("", (None, 0.0))
        others = dict(list(places.items())[-_MAX_OTHER_PLACES:])
        return {**preferences._asdict(), "last_page": page, "last_position": position, "other_libraries": others}

    def _kept(self) -> dict[str, Any]:
        assert self._path is not None
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return values if isinstance(values, dict) else {}

    def _set_aside(self) -> PreferencesError:
        assert self._path is not None
        try:
            self._path.replace(self._path.with_name(self._path.name + ".unreadable"))
        except OSError as error:
            return PreferencesError(path=self._path, reason=plain_reason(error))
        return PreferencesError(
            path=self._path, reason=QT_TRANSLATE_NOOP("errors", "their file was damaged, so they start afresh")
        )


def _sensible(values: dict[str, Any]) -> Preferences:
    """Preferences from a file that anything may have written."""
    usual = Preferences()
    page = values.get("last_page")
    kept = Preferences(
        text_percent=int(_number(values, "text_percent", *_TEXT_PERCENT) or usual.text_percent),
        theme=_one_of(values, "theme", THEME_CHOICES, usual.theme),
        wide_spacing=_switch(values, "wide_spacing", usual.wide_spacing),
        clean_view=_switch(values, "clean_view", usual.clean_view),
        letters=_one_of(values, "letters", LETTERS, usual.letters),
        line_length=_one_of(values, "line_length", LINE_LENGTHS, usual.line_length),
        line_guide=_switch(values, "line_guide", usual.line_guide),
        guide_lines=int(_number(values, "guide_lines", 1, _MOST_GUIDE_LINES) or usual.guide_lines),
        listen_speed=_whole(values, "listen_speed", 0, _FASTEST),
        voices=_voices(values.get("voices")),
        language=_language(values.get("language")),
        pages_language=_language(values.get("pages_language")),
        remember_place=_switch(values, "remember_place", usual.remember_place),
        last_page=page if isinstance(page, str) and names_a_page(page) else None,
        last_position=_number(values, "last_position", 0, _LONGEST_PAGE_LINES) or 0.0,
        window_width=_whole(values, "window_width", *_WINDOW_PX),
        window_height=_whole(values, "window_height", *_WINDOW_PX),
        window_maximised=_switch(values, "window_maximised", usual.window_maximised),
    )
    return kept if kept.remember_place and kept.last_page else kept.without_place()


def _places(values: dict[str, Any]) -> dict[str, tuple[str, float]]:
    """Page and position in each library, by its key; the oldest first."""
    usual = {"": [values.get("last_page"), values.get("last_position")]}
    others = values.get("other_libraries")
    places = {}
    for library, place in {**usual, **(others if isinstance(others, dict) else {})}.items():
        match place:
            case [str(page), position] if names_a_page(page):
                found = {"position": position}
                places[library] = (page, _number(found, "position", 0, _LONGEST_PAGE_LINES) or 0.0)
            case _:
                pass
    return places


def _number(values: dict[str, Any], key: str, smallest: float, largest: float) -> float | None:
    value = values.get(key)
    # bool is an int in Python; Python's JSON has NaN, and whole numbers too long for a float.
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or (isinstance(value, float) and math.isnan(value))
    ):
        return None
    return float(min(max(value, smallest), largest))


def _whole(values: dict[str, Any], key: str, smallest: int, largest: int) -> int | None:
    number = _number(values, key, smallest, largest)
    return None if number is None else int(number)


def _switch(values: dict[str, Any], key: str, usual: bool) -> bool:
    value = values.get(key)
    return value if isinstance(value, bool) else usual


def _one_of(values: dict[str, Any], key: str, known: tuple[str, ...], usual: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) and value in known else usual


def _voices(value: object) -> tuple[tuple[str, str], ...]:
    pairs = value[:_MAX_VOICES] if isinstance(value, list) else ()
    found: dict[str, str] = {}
    for pair in pairs:
        match pair:
            case [language, str(name)] if (code := _language(language)) and 0 < len(name) <= _LONGEST_VOICE:
                found[code] = name
            case _:
                pass
    return tuple(found.items())


def _language(value: object) -> str | None:
    if isinstance(value, str) and len(value) <= 20 and value.isascii() and value.replace("-", "").isalnum():
        return value
    return None

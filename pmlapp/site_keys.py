"""Every setting of a site file: its description for a keeper, and the values it may have."""

import json
import re
from collections.abc import Callable
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from pmlapp.paths import theme_dir
from pmlapp.settings import ATTRACT_RULES, FEATURES, THEMES, UPDATE_POLICIES

_LANGUAGE = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
_MOST_LANGUAGES = 6
_LEAST_CONTRAST = 4.5

_IDLE = (20, 3600)
_COUNTDOWN = (30, 300)
_ATTRACT = (10, 600)
_SCREEN_MM = (100, 4000)
_DISTANCE_MM = (300, 3000)
_PAGES = (1, 100)


class SiteKey(NamedTuple):
    """One setting: ``allowed`` ends the sentence "… must be", ``example`` is its usual value as TOML."""

    chapter: str
    is_allowed: Callable[[Any], bool]
    allowed: str
    comment: tuple[str, ...]
    example: str


def contrast(one: str, other: str) -> float:
    """The contrast of two colours ``#rrggbb``, 1 to 21.

    Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def unreadable_colour(colour: str) -> str:
    """Why a site's own colour cannot be read with the other colours of the light theme; "" if it can."""
    theme = json.loads((theme_dir() / "light.json").read_text(encoding="utf-8"))["colours"]
    for role, what in (("on_primary", "white words on it"), ("ground", "it on the page"), ("tint", "it on a card")):
        found = contrast(colour, theme[role])
        if found < _LEAST_CONTRAST:
            return (
                f"brand_colour {colour} cannot be read: {what} has a contrast of {found:.1f}, "
                f"at least {_LEAST_CONTRAST} is needed; take a darker one"
            )
    return ""


def _luminance(colour: str) -> float:
    def linear(part: str) -> float:
        share = int(part, 16) / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(colour[start : start + 2]) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _is_number_to_call(value: object) -> bool:
    return _is_line(value) and any(letter.isdigit() for letter in str(value)) and len(str(value)) <= 40


def _is_language(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(_LANGUAGE, value) is not None


def _are_languages(value: object) -> bool:
    return _is_list_of(value, _is_language) and 0 < len(value) <= _MOST_LANGUAGES  # type: ignore[arg-type]


def _is_switch(value: object) -> bool:
    return isinstance(value, bool)


def _is_path(value: object) -> bool:
    return isinstance(value, str) and value != "" and value.isprintable()


def _is_line(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 120 and value.isprintable()


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"#[0-9A-Fa-f]{6}", value) is not None


def _is_time(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value) is not None


def _is_list_of(value: object, is_allowed: Callable[[object], bool]) -> bool:
    return isinstance(value, list) and all(map(is_allowed, value)) and len({str(one) for one in value}) == len(value)


def _one_of(*choices: str) -> Callable[[object], bool]:
    return lambda value: value in choices


def _some_of(*choices: str) -> Callable[[object], bool]:
    return lambda value: _is_list_of(value, _one_of(*choices))


def _from_to(least: int, most: int) -> Callable[[object], bool]:
    # bool is an int in Python.
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _is_size_in_mm(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_from_to(*_SCREEN_MM), value))


def _between(limits: tuple[int, int], unit: str) -> str:
    return f"a whole number of {unit} from {limits[0]} to {limits[1]}"


_EVERY = "Every computer"
_CLINIC = "The clinic"
_KIOSK = "The kiosk (pmlapp kiosk)"
_SCREEN = "The kiosk's screen"
_PRINT = "Printing at the kiosk"
_UPDATES = "Updates of the library"
_COUNTS = "Usage counts of the kiosk: off unless you switch them on"

SITE_KEYS: Final = MappingProxyType(
    {
        "emergency_number": SiteKey(
            _EVERY,
            _is_number_to_call,
            'the number to call, such as "112"',
            (
                "Whom every emergency box says to call.  Without it the boxes say to ask the staff, or to call",
                "the local emergency number; the number of another country is never shown.",
            ),
            '"112"',
        ),
        "language": SiteKey(
            _EVERY, _is_language, 'the code of a language, such as "en"', ("The language to begin in.",), '"en"'
        ),
        "staff_nearby": SiteKey(
            _EVERY,
            _is_switch,
            "true or false",
            ("Whether there are staff to ask where this computer is; a kiosk always says so.",),
            "false",
        ),
        "remember_reader": SiteKey(
            _EVERY,
            _is_switch,
            "true or false",
            ("Whether text size, colours and place are kept for the next start; a kiosk never keeps them.",),
            "true",
        ),
        "theme": SiteKey(
            _EVERY,
            lambda value: value in THEMES,
            f"one of {', '.join(THEMES)}, in quotes",
            (f"The colours to begin with: {', '.join(THEMES)}.",),
            '"light"',
        ),
        "library": SiteKey(
            _EVERY,
            _is_path,
            "the place of a content file, in quotes",
            ("Another library than the one that came with the program; a relative path begins at this file.",),
            '"content.db"',
        ),
        "web_links": SiteKey(
            _EVERY,
            _is_switch,
            "true or false",
            ("Whether addresses of sources may be opened in the web browser; a kiosk never opens one.",),
            "true",
        ),
        "clinic": SiteKey(
            _CLINIC,
            _is_line,
            "a name of at most 120 letters, in quotes",
            ("The name at the top of the kiosk, and on paper.",),
            '"Example Clinic"',
        ),
        "logo": SiteKey(
            _CLINIC,
            _is_path,
            "the place of a picture (.svg, .png or .jpg), in quotes",
            ("A picture beside the name, in place of the library's own; a relative path begins at this file.",),
            '"logo.svg"',
        ),
        "clinic_phone": SiteKey(
            _CLINIC,
            _is_number_to_call,
            "a telephone number, in quotes",
            ("The number that visitors may call later.  Without it they read “ask the staff”.",),
            '"01632 960000"',
        ),
        "clinic_hours": SiteKey(
            _CLINIC,
            _is_line,
            "one line of at most 120 letters, in quotes",
            ("When somebody answers that number.",),
            '"Monday to Friday, 8 to 16"',
        ),
        "staff_help": SiteKey(
            _CLINIC,
            _is_line,
            "one line of at most 120 letters, in quotes",
            ("Whom a visitor asks for help; shown at the same place on every page of the kiosk.",),
            '"Need help? Ask at the front desk."',
        ),
        "owner": SiteKey(
            _CLINIC,
            _is_line,
            "one line of at most 120 letters, in quotes",
            ("Who looks after this computer; shown to staff only.",),
            '"Front desk"',
        ),
        "brand_colour": SiteKey(
            _CLINIC,
            _is_colour,
            'a colour such as "#15505E"',
            ("In place of the main colour of the light theme; refused where it could not be read.",),
            '"#15505E"',
        ),
        "languages": SiteKey(
            _KIOSK,
            _are_languages,
            f'a list of 1 to {_MOST_LANGUAGES} codes of languages, such as ["en", "es"]',
            ("The languages that visitors can choose, each with its keyboard.",),
            '["en"]',
        ),
        "features": SiteKey(
            _KIOSK,
            _some_of(*FEATURES),
            f"a list of some of {', '.join(FEATURES)}, each in quotes",
            ("What the kiosk offers beside reading; what is not listed is left out.",),
            "[" + ", ".join(f'"{feature}"' for feature in FEATURES) + "]",
        ),
        "idle_seconds": SiteKey(
            _KIOSK,
            _from_to(*_IDLE),
            _between(_IDLE, "seconds"),
            ("After how many seconds without a touch the countdown begins.",),
            "60",
        ),
        "countdown_seconds": SiteKey(
            _KIOSK,
            _from_to(*_COUNTDOWN),
            _between(_COUNTDOWN, "seconds"),
            ("How long the countdown runs before everything is cleared; one touch stops it.",),
            "30",
        ),
        "attract": SiteKey(
            _KIOSK,
            _one_of(*ATTRACT_RULES),
            f"one of {', '.join(ATTRACT_RULES)}, in quotes",
            (
                "Whose sentences are shown while nobody is there: those of pages that a clinician has reviewed,",
                "those of pages whose sources were checked, any, or none.",
            ),
            '"sources-checked"',
        ),
        "attract_seconds": SiteKey(
            _KIOSK, _from_to(*_ATTRACT), _between(_ATTRACT, "seconds"), ("How long each sentence is shown.",), "20"
        ),
        "restart_at": SiteKey(
            _KIOSK,
            _is_time,
            'a time such as "03:30"',
            ("When the kiosk restarts by itself, once nobody is there.",),
            '"03:30"',
        ),
        "headphones": SiteKey(
            _KIOSK,
            _is_switch,
            "true or false",
            ("Whether visitors can plug in headphones; then what they type is said aloud too.",),
            "false",
        ),
        "screen_mm": SiteKey(
            _SCREEN,
            _is_size_in_mm,
            f"width and height in mm, each from {_SCREEN_MM[0]} to {_SCREEN_MM[1]}, such as [336, 598]",
            ("Width and height of the lit part, as it hangs.  With it buttons are 20 mm and words large enough.",),
            "[336, 598]",
        ),
        "viewing_distance_mm": SiteKey(
            _SCREEN,
            _from_to(*_DISTANCE_MM),
            _between(_DISTANCE_MM, "mm"),
            ("How far the eyes of somebody who reads are from the screen.",),
            "600",
        ),
        "printer": SiteKey(
            _PRINT,
            _is_line,
            "the name of a printer, in quotes",
            ("The printer, as lpstat -p or the system's settings name it.  Without it nothing can be printed.",),
            '"Desk"',
        ),
        "pages_per_visit": SiteKey(
            _PRINT, _from_to(*_PAGES), _between(_PAGES, "sheets"), ("How many sheets one visitor may print.",), "10"
        ),
        "update_root": SiteKey(
            _UPDATES,
            _is_path,
            "the place of a file root.json, in quotes",
            ("The keys whose updates are trusted, in place of those that came with the program.",),
            '"root.json"',
        ),
        "update_from": SiteKey(
            _UPDATES,
            _is_path,
            "the place of a folder, in quotes",
            ("A folder in which updates arrive, such as a share; sticks are looked at without it.",),
            '"/var/lib/pmlapp/arrived"',
        ),
        "update_policy": SiteKey(
            _UPDATES,
            _one_of(*UPDATE_POLICIES),
            f"one of {', '.join(UPDATE_POLICIES)}, in quotes",
            ("Who accepts an update: staff by their PIN, the kiosk itself while nobody is there, or nobody.",),
            '"staff"',
        ),
        "usage_counts": SiteKey(
            _COUNTS,
            _is_switch,
            "true or false",
            (
                "How often each page is opened in a week.  Counts below 5 are never written out.  Put up the notice",
                "of docs/kiosk.md before you switch this on.",
            ),
            "false",
        ),
        "missed_words": SiteKey(
            _COUNTS,
            _is_switch,
            "true or false",
            ("Also how often a word of a fixed list found nothing; what was typed is never kept.",),
            "false",
        ),
    }
)
"""Each key of a site file, in the order of the example."""

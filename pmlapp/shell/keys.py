"""The keys of the window: what each asks for, and what it does in words."""

from typing import NamedTuple

from pmlapp.errors import QT_TRANSLATE_NOOP


class Key(NamedTuple):
    """``asks`` is what the wiring connects; the first of ``keys`` is the one that is listed."""

    asks: str
    keys: tuple[str, ...]
    does: str


WINDOW_KEYS = (
    Key("search", ("Ctrl+K",), QT_TRANSLATE_NOOP("keys", "Search the library")),
    Key("find", ("Ctrl+F",), QT_TRANSLATE_NOOP("keys", "Find words on this page")),
    Key("find_next", ("F3", "Ctrl+G"), QT_TRANSLATE_NOOP("keys", "The next of the words found on this page")),
    Key("find_before", ("Shift+F3",), QT_TRANSLATE_NOOP("keys", "The one found before")),
    Key("print", ("Ctrl+P",), QT_TRANSLATE_NOOP("keys", "Print this page")),
    Key("home", ("Alt+Home",), QT_TRANSLATE_NOOP("keys", "Home page")),
    Key("back", ("Alt+Left", "Back"), QT_TRANSLATE_NOOP("keys", "Back to the page before, at the same line")),
    Key("forward", ("Alt+Right", "Forward"), QT_TRANSLATE_NOOP("keys", "Forward again")),
    Key("topics", ("Ctrl+T",), QT_TRANSLATE_NOOP("keys", "Topics")),
    Key("larger", ("Ctrl++", "Ctrl+="), QT_TRANSLATE_NOOP("keys", "Larger text")),
    Key("smaller", ("Ctrl+-",), QT_TRANSLATE_NOOP("keys", "Smaller text")),
    Key("usual_size", ("Ctrl+0",), QT_TRANSLATE_NOOP("keys", "Usual text size")),
    Key("reading", ("Ctrl+D",), QT_TRANSLATE_NOOP("keys", "Reading: colours and letters")),
    Key("line_guide", ("Ctrl+Shift+G",), QT_TRANSLATE_NOOP("keys", "Line guide: lights the lines that are read")),
    Key("questions", ("Ctrl+Shift+M",), QT_TRANSLATE_NOOP("keys", "My questions for the visit")),
    Key("listen", ("Ctrl+Shift+L",), QT_TRANSLATE_NOOP("keys", "Listen: read the page aloud, or stop")),
    Key("next_pane", ("F6",), QT_TRANSLATE_NOOP("keys", "Next part of the window")),
    Key("previous_pane", ("Shift+F6",), QT_TRANSLATE_NOOP("keys", "Part of the window before")),
    Key("keys", ("F1",), QT_TRANSLATE_NOOP("keys", "This list of keys")),
    Key("leave", ("Esc",), QT_TRANSLATE_NOOP("keys", "Close what lies over the page")),
    Key("quit", ("Ctrl+Q", "Ctrl+W"), QT_TRANSLATE_NOOP("keys", "Close the window")),
)

PAGE_KEYS = (
    ("Tab", QT_TRANSLATE_NOOP("keys", "Next link, button or field")),
    ("Shift+Tab", QT_TRANSLATE_NOOP("keys", "The one before")),
    ("Enter", QT_TRANSLATE_NOOP("keys", "Follow the link, press the button, open the result")),
    ("Arrow keys, Page Up, Page Down", QT_TRANSLATE_NOOP("keys", "Scroll the page, or choose in a list")),
    ("Home, End", QT_TRANSLATE_NOOP("keys", "Start or end of the page")),
)


def shown_keys() -> dict[str, str]:
    """The key of each command that has one, by its name."""
    return {key.asks: key.keys[0] for key in WINDOW_KEYS}


def window_keys() -> tuple[tuple[str, str], ...]:
    """All keys with what they do, for the page that lists them."""
    return (*((key.keys[0], key.does) for key in WINDOW_KEYS), *PAGE_KEYS)

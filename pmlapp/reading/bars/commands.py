"""What a reader can ask for at the top of the window: one row each, as a button of the bar or an entry of its menu.

A new row here needs an answer in `shell.wiring`, and nothing else; its key is in `shell.keys` under the same name.
"""

from enum import Enum, Flag, auto
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from pmlapp.errors import QT_TRANSLATE_NOOP


class On(Flag):
    """Where something is offered: on the home page or on others, in a wide window or a narrow one."""

    NOWHERE = 0
    HOME = auto()
    PAGE = auto()
    NARROW_HOME = auto()
    NARROW_PAGE = auto()
    WIDE = HOME | PAGE
    PAGES = PAGE | NARROW_PAGE
    ANYWHERE = HOME | PAGE | NARROW_HOME | NARROW_PAGE


class Group(Enum):
    """What belongs together, in the order in which it is drawn in the bar."""

    WHERE = auto()
    THIS_PAGE = auto()
    COMFORT = auto()
    TAKE_AWAY = auto()
    LIBRARY = auto()
    MORE = auto()


class Command(NamedTuple):
    """One thing to ask for.

    It has a button where ``button`` says, as long as the bar has room.  Where ``entry`` says and no button is in
    sight, it is in the menu More.
    """

    asks: str
    """Its name, which the wiring answers."""
    icon: str
    word: str
    """What is under the icon."""
    group: Group
    button: On = On.NOWHERE
    entry: On = On.NOWHERE
    says: str = ""
    """What it is called where the word alone says too little: in the menu, and to those who listen."""
    personal: bool = False
    """Whether it leads to what is the reader's own, and has its colour."""

    @property
    def shown_word(self) -> str:
        """The word in the reader's language."""
        return QCoreApplication.translate("commands", self.word)

    @property
    def shown_name(self) -> str:
        """The whole name in the reader's language."""
        return QCoreApplication.translate("commands", self.says or self.word)


COMMANDS: Final = (
    Command("topics", "topics", QT_TRANSLATE_NOOP("commands", "Topics"), Group.WHERE, On.NARROW_PAGE, On.NARROW_PAGE),
    Command("home", "home", QT_TRANSLATE_NOOP("commands", "Home"), Group.WHERE, On.PAGES),
    Command("back", "back", QT_TRANSLATE_NOOP("commands", "Back"), Group.WHERE, On.ANYWHERE),
    Command("places", "outline", QT_TRANSLATE_NOOP("commands", "On this page"), Group.THIS_PAGE, entry=On.PAGES),
    Command(
        "find", "find-in-page", QT_TRANSLATE_NOOP("commands", "Find on this page"), Group.THIS_PAGE, entry=On.PAGES
    ),
    Command("forward", "forward", QT_TRANSLATE_NOOP("commands", "Forward"), Group.THIS_PAGE, entry=On.ANYWHERE),
    Command("words", "glossary", QT_TRANSLATE_NOOP("commands", "Word list"), Group.THIS_PAGE, On.HOME, On.ANYWHERE),
    Command(
        "smaller", "text-smaller", QT_TRANSLATE_NOOP("commands", "Smaller"), Group.COMFORT, On.ANYWHERE, On.ANYWHERE,
        says=QT_TRANSLATE_NOOP("commands", "Smaller text"),
    ),
    Command(
        "larger", "text-larger", QT_TRANSLATE_NOOP("commands", "Larger"), Group.COMFORT, On.ANYWHERE, On.ANYWHERE,
        says=QT_TRANSLATE_NOOP("commands", "Larger text"),
    ),
    Command(
        "reading", "theme", QT_TRANSLATE_NOOP("commands", "Reading"), Group.COMFORT, On.WIDE, On.ANYWHERE,
        says=QT_TRANSLATE_NOOP("commands", "Reading: colours and letters"),
    ),
    Command("listen", "speak", QT_TRANSLATE_NOOP("commands", "Listen"), Group.TAKE_AWAY, On.PAGES, On.PAGES),
    Command(
        "web", "external", QT_TRANSLATE_NOOP("commands", "Open in my web browser"), Group.TAKE_AWAY, entry=On.PAGES
    ),
    Command("line_guide", "line-guide", QT_TRANSLATE_NOOP("commands", "Line guide"), Group.COMFORT, entry=On.PAGES),
    Command("print", "print", QT_TRANSLATE_NOOP("commands", "Print"), Group.TAKE_AWAY, On.PAGE, On.ANYWHERE),
    Command(
        "handout", "handout", QT_TRANSLATE_NOOP("commands", "Make a handout"), Group.TAKE_AWAY, entry=On.PAGES
    ),
    Command(
        "take_home", "qr", QT_TRANSLATE_NOOP("commands", "Take it home"), Group.TAKE_AWAY, entry=On.PAGES,
        says=QT_TRANSLATE_NOOP("commands", "Take it home as a code"),
    ),
    Command(
        "questions", "questions", QT_TRANSLATE_NOOP("commands", "My questions"), Group.TAKE_AWAY, On.ANYWHERE,
        On.ANYWHERE, personal=True,
    ),
    Command(
        "kept", "bookmark", QT_TRANSLATE_NOOP("commands", "What is kept about you"), Group.LIBRARY, entry=On.ANYWHERE
    ),
    Command("about", "info", QT_TRANSLATE_NOOP("commands", "About this library"), Group.LIBRARY, entry=On.ANYWHERE),
    Command("keys", "keyboard", QT_TRANSLATE_NOOP("commands", "Keys"), Group.LIBRARY, entry=On.ANYWHERE),
    Command("more", "more", QT_TRANSLATE_NOOP("commands", "More"), Group.MORE, On.ANYWHERE),
)  # fmt: skip
"""In the order in which they are drawn and reached by Tab."""

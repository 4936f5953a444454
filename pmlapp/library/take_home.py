"""What a reader takes home as a code: text that stands alone, in as many codes as a telephone can read off a screen."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from pmlapp.content.model import Article, Library
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.visit_questions import VisitQuestions

MOST_BYTES: Final = 800
"""Of a text in UTF-8: more makes a code that some telephones do not read."""

LEAST_PX: Final = 6
"""Of one module on a screen of about 96 px an inch."""

QUIET: Final = 4
"""Modules left white around a code; with fewer readers do not find it."""

_MOST_CODES: Final = 2


class Clinic(NamedTuple):
    """Whom a reader can call at home, from the site file; empty where it does not say."""

    name: str = ""
    phone: str = ""
    hours: str = ""

    @property
    def line(self) -> str:
        """Name, number and when somebody answers; "" without a number."""
        if not self.phone:
            return ""
        number = f"{self.phone}, {self.hours}" if self.hours else self.phone
        return f"{self.name}: {number}" if self.name else number


class TakeHome(NamedTuple):
    """A text that stands alone."""

    title: str
    lines: tuple[str, ...]
    ending: tuple[str, ...]
    """Whom to call, and where the text is from."""
    left_out: int = 0
    """How many lines more there were than fit."""

    @property
    def text(self) -> str:
        """The very words that the code holds."""
        return "\n".join((self.title, *self.lines, *self.ending))

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.text.encode())

    def halves(self, numbered: str) -> tuple["TakeHome", "TakeHome"]:
        """Two texts that each stand alone, about as long; ``numbered`` makes their titles of {title} and {number}."""
        lines = (*self.lines, *self.ending)
        half = sum(len(line.encode()) + 1 for line in lines) / 2
        taken, cut = 0, 0
        while cut < len(lines) - 1 and taken + (len(lines[cut].encode()) + 1) / 2 < half:
            taken += len(lines[cut].encode()) + 1
            cut += 1
        cut = max(1, cut)
        return (
            TakeHome(numbered.format(title=self.title, number=1), lines[:cut], ()),
            TakeHome(numbered.format(title=self.title, number=2), lines[cut:], ()),
        )


class Code(NamedTuple):
    """One code, ready to be drawn."""

    text: str
    rows: tuple[bytes, ...]
    """Its modules without the quiet edge, row by row: 1 is black."""
    level: str
    """How much of it may be dirty: L, M, Q or H."""

    @property
    def modules(self) -> int:
        """Of one side, without the quiet edge."""
        return len(self.rows)

    @property
    def least_px(self) -> int:
        """How large it has to be on a screen, with its quiet edge."""
        return (self.modules + 2 * QUIET) * LEAST_PX


def take_home_page(
    article: Article, library: Library, words: PageWords, *, reviewed: str, emergency_number: str | None, clinic: Clinic
) -> TakeHome:
    """What to take home of a page: its title and key points, as many from the first on as fit.

    ``reviewed`` says how far the page may be relied on, in the words of its review line.
    """
    lines = [f"{number} {point.text}" for number, point in enumerate(article.key_points, 1)]
    ending = (
        *_whom_to_call(library, emergency_number, clinic),
        f"{words.from_library.format(library=library.title, edition=_edition(library, words))} {reviewed}",
    )
    taken = TakeHome(article.title, tuple(lines), ending)
    while taken.size > MOST_BYTES and len(taken.lines) > 1:
        taken = taken._replace(lines=taken.lines[:-1], left_out=taken.left_out + 1)
    return taken


def take_home_questions(
    questions: VisitQuestions,
    library: Library,
    words: PageWords,
    *,
    today: date,
    emergency_number: str | None,
    clinic: Clinic,
) -> TakeHome:
    """The list for the visit."""
    asked = (*(each.question for each in questions.ticked), *questions.own)
    return TakeHome(
        words.my_questions_of.format(date=words.day(today)),
        (
            *(f"{number} {question}" for number, question in enumerate(asked, 1)),
            *(words.noticed_line.format(note=note) for note in questions.noticed),
        ),
        (
            *_whom_to_call(library, emergency_number, clinic),
            words.from_library.format(library=library.title, edition=_edition(library, words)),
        ),
    )


def codes(taken: TakeHome, *, room_px: int, numbered: str) -> tuple[Code, ...]:
    """The text as one code, or as two where one would be too small to read in a square of ``room_px``.

    None if it is too much: longer than 800 bytes, or more than two codes hold at that size.
    """
    for parts in ((taken,), taken.halves(numbered)) if taken.size <= MOST_BYTES else ():
        made = tuple(_code(part.text, room_px) for part in parts)
        if all(code.least_px <= room_px for code in made):
            return made
    return ()


def code_of(text: str, level: str) -> Code:
    """One code at error correction ``level`` (L, M, Q, H) or, where that costs no room, a better one."""
    import segno  # noqa: PLC0415 - only for the few who take something home

    # Without both, zbar reads German as Chinese: measured with zbar 0.23.
    made = segno.make(text, error=level, encoding="utf-8", eci=True, micro=False)
    return Code(text, tuple(map(bytes, made.matrix)), str(made.error))


def _code(text: str, room_px: int) -> Code:
    best = code_of(text, "m")
    return best if best.least_px <= room_px else code_of(text, "l")


def _whom_to_call(library: Library, number: str | None, clinic: Clinic) -> Iterator[str]:
    # At home there is no staff to ask.
    words = PageWords()
    yield f"{library.emergency_signs or words.emergency_sign} {words.emergency_strip(number)}"
    if clinic.line:
        yield clinic.line


def _edition(library: Library, words: PageWords) -> str:
    try:
        return words.day(date.fromisoformat(library.edition))
    except ValueError:
        return library.edition or words.day(library.newest)

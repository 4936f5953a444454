"""How wide a step of an action card is on the smallest screen: it has to fit one line.

The card is read at one glance by somebody in a hurry, from where they are: on a screen of 800 x 600 a step is
set in the bold face of the program at 36 px, between the number at its left and the edge at its right.  Whether a
step fits is known from the widths of its letters, so that building a library needs neither Qt nor a screen.
"""

import unicodedata
from typing import Final

SIZE_PX: Final = 36
ROOM_PX: Final = 672
"""Of 800 px: 100 are left of a step, with its number, and 28 right of it."""

_WIDTHS: Final = (
    (210, "'"),
    (259, "j"),
    (269, "‘’"),
    (271, ","),
    (272, ".:;"),
    (300, "iı"),
    (303, "!"),
    (312, " "),
    (318, "l"),
    (335, "()"),
    (348, "ł"),
    (365, "f"),
    (373, "-"),
    (376, "rt"),
    (424, "I"),
    (440, "/1\\"),
    (479, "“”"),
    (501, "–"),
    (505, "z"),
    (508, "s"),
    (510, "c"),
    (521, "y"),
    (530, "v"),
    (537, "7~"),
    (539, "x"),
    (547, "?"),
    (552, "La"),
    (555, "k"),
    (561, "J"),
    (563, "e"),
    (566, "F"),
    (567, "u"),
    (571, "9hnħ"),
    (576, "oø"),
    (579, "2"),
    (582, "^"),
    (588, "ð"),
    (593, "g"),
    (595, "+"),
    (596, "bdpþđ"),
    (597, "E"),
    (599, "q"),
    (600, "3"),
    (607, "5T"),
    (610, "$S"),
    (612, "="),
    (618, "Z"),
    (621, "ß"),
    (624, "48"),
    (626, "6"),
    (629, "P"),
    (643, "B"),
    (644, "V"),
    (649, "«»"),
    (650, "RY"),
    (658, "C"),
    (659, "0"),
    (663, "K"),
    (678, "A"),
    (685, "X"),
    (686, "U"),
    (688, "D"),
    (701, "H"),
    (717, "N"),
    (718, "G"),
    (725, "&"),
    (740, "w"),
    (746, "O"),
    (756, "Q"),
    (765, "#"),
    (780, "…"),
    (781, "@"),
    (832, "—"),
    (858, "M"),
    (878, "æ"),
    (882, "m"),
    (886, "W"),
    (936, "œ"),
    (969, "%"),
)
"""Thousandths of the size, and the letters of that width, in Atkinson Hyperlegible Next Bold; a test measures them."""

_UNKNOWN: Final = 1000
"""What a letter of another script is taken for: as wide as it is high."""

_WIDTH_OF: Final = {letter: width for width, letters in _WIDTHS for letter in letters}


def step_width(step: str) -> float:
    """The width of a step, in px at `SIZE_PX`; accents add nothing."""
    letters = (letter for letter in unicodedata.normalize("NFD", step) if not unicodedata.combining(letter))
    return SIZE_PX * sum(_WIDTH_OF.get(letter, _UNKNOWN) for letter in letters) / 1000


def letters_too_many(step: str) -> int:
    """How many letters at the end of a step do not fit its line; 0 if it fits."""
    fitting = len(step)
    while fitting and step_width(step[:fitting]) > ROOM_PX:
        fitting -= 1
    return len(step) - fitting

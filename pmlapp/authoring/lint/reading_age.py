"""How hard sentences are to read, by the formulas of textstat."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final, NamedTuple

from textstat.textstat import textstatistics

HIGHEST_GRADE: Final = 8.0
"""School years; English.  The NIH asks for 6 to 8."""
HIGHEST_SMOG: Final = 9.0
"""School years; English.  SMOG gives some three years more than Flesch-Kincaid for the same leaflet."""
LOWEST_INFLESZ: Final = 55.0
"""Spanish; below it the INFLESZ scale calls a text somewhat hard."""

_LOCALES: Final = {"en": "en_US", "es": "es"}
MEASURED: Final = tuple(_LOCALES)
"""Languages with formulas that somebody has validated."""

_STOPS: Final = re.compile(r"[.!?…]+")


class ReadingAge(NamedTuple):
    """Figures of one page; a formula that is not for its language is None."""

    words: int
    grade: float | None = None
    """Flesch-Kincaid, English, in school years, without the hard words that the page explains."""
    grade_with_terms: float | None = None
    smog: float | None = None
    """English, in school years, with all words; not to be relied on below 30 sentences."""
    inflesz: float | None = None
    """Szigriszt-Pazos, Spanish, without the hard words that the page explains; higher is easier."""
    fernandez_huerta: float | None = None
    """Spanish, with all words; higher is easier."""


class ReadingMeter:
    """Measures pages of one language; made once, since the list of syllables takes longest to read."""

    def __init__(self, language: str) -> None:
        self._language = language.partition("-")[0]

    @cached_property
    def _formulas(self) -> textstatistics:
        formulas = textstatistics()
        formulas.set_lang(_LOCALES.get(self._language, "en_US"))
        return formulas

    def measure(self, sentences: Sequence[str], explained: Sequence[str]) -> ReadingAge:
        """The figures of ``sentences``, and of them without the words and phrases in ``explained``.

        Each is one sentence, however many stops it holds; but textstat counts none of one or two words.
        In a language that is not one of `MEASURED` only words are counted.
        """
        phrases = "|".join(re.escape(phrase) for phrase in sorted(explained, key=len, reverse=True))
        hard = re.compile(rf"(?<!\w)(?:{phrases})(?!\w)" if phrases else r"(?!)", re.IGNORECASE)
        text = _one_text(sentences)
        bare = _one_text([hard.sub(" ", sentence) for sentence in sentences])
        formulas = self._formulas
        words = formulas.lexicon_count(text)
        if not words or self._language not in MEASURED:
            return ReadingAge(words)
        if self._language == "es":
            return ReadingAge(
                words,
                inflesz=formulas.szigriszt_pazos(bare),
                fernandez_huerta=formulas.fernandez_huerta(text),
            )
        return ReadingAge(
            words,
            grade=formulas.flesch_kincaid_grade(bare),
            grade_with_terms=formulas.flesch_kincaid_grade(text),
            smog=formulas.smog_index(text),
        )


def _one_text(sentences: Sequence[str]) -> str:
    """One stop a sentence: textstat would count those of 4.14 and e.g. too."""
    told = (" ".join(_STOPS.sub(" ", sentence).split()) for sentence in sentences)
    return " ".join(f"{sentence}." for sentence in told if sentence)

"""The voices of a computer, and which of them reads a language."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple


class Voice(NamedTuple):
    """A voice: its name, by which the engine knows it, and the language that it speaks, such as ``en-gb``."""

    name: str
    language: str

    @property
    def title(self) -> str:
        """Its name as people read it."""
        return self.name.replace("_", " ").replace("-", " ") if " " not in self.name else self.name


_SAME: Final = {"no": "nb", "nn": "nb", "zh": "cmn", "iw": "he", "in": "id", "tl": "fil", "sh": "sr"}
"""Codes by which engines know a language under another name."""

_LATIN_AMERICA: Final = "419"
_USUAL_REGIONS: Final = {
    "en": ("gb", "us"),
    "es": ("es", "", "419", "mx"),
    "pt": ("br", "pt"),
    "fr": ("fr",),
    "de": ("de",),
    "cmn": ("cn",),
    "ar": ("sa", "eg"),
    "nl": ("nl",),
}
"""The regions whose way of speaking most listeners understand, where the language alone is known."""


def voices_of(language: str, voices: Iterable[Voice], *, home: str = "") -> tuple[Voice, ...]:
    """The voices that speak a language, the best for this computer first.

    ``home`` is the language that the computer is set to, such as ``en-US``: its region comes before the usual ones, so
    that nobody in Mexico or Ohio hears "English (Caribbean)" because it is first by name.
    """
    primary, region = _parted(language)
    home_primary, home_region = _parted(home)
    wanted = [region] if region else []
    if home_primary == primary and home_region:
        wanted.append(home_region)
    if primary == "es" and wanted and "es" not in wanted:
        wanted.append(_LATIN_AMERICA)
    usual = _USUAL_REGIONS.get(primary, ())
    order = [*wanted, "", *usual] if wanted else [*usual, ""]

    def rank(voice: Voice) -> tuple[int, int]:
        region = _parted(voice.language)[1]
        # Of one region, the plain way of speaking comes before that of a town.
        return order.index(region) if region in order else len(order), voice.language.count("-")

    return tuple(sorted((voice for voice in voices if _parted(voice.language)[0] == primary), key=rank))


def voice_for(
    language: str, voices: Iterable[Voice], *, home: str = "", chosen: Mapping[str, str] | None = None
) -> Voice | None:
    """The voice to read a language with; None if there is none.  ``chosen`` names the reader's own by language."""
    speak_it = voices_of(language, voices, home=home)
    name = (chosen or {}).get(_parted(language)[0])
    return next((voice for voice in speak_it if voice.name == name), speak_it[0] if speak_it else None)


def languages_of(voices: Iterable[Voice]) -> tuple[str, ...]:
    """The languages that can be spoken, each once and without a region, in order."""
    return tuple(sorted({_parted(voice.language)[0] for voice in voices}))


def spoken_language(language: str) -> str:
    """The language of a code, without region and under the one name that engines know it by."""
    return _parted(language)[0]


def _parted(language: str) -> tuple[str, str]:
    primary, _, rest = language.replace("_", "-").lower().partition("-")
    regions = [part for part in rest.split("-") if len(part) == 2 or (len(part) == 3 and part.isdecimal())]
    return _SAME.get(primary, primary), regions[0] if regions else ""

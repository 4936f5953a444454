"""The language of a text by its script, where that cannot be the language of its page."""

import re
from typing import Final, NamedTuple


class _Script(NamedTuple):
    letters: re.Pattern[str]
    languages: tuple[str, ...]
    """Those that are written in it; the first is spoken where nothing else is known."""


_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_SCRIPTS: Final = (
    _Script(
        re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]"),
        ("ar", "fa", "ur", "ps", "ckb", "sd", "ug"),
    ),
    _Script(re.compile("[\u0590-\u05ff]"), ("he", "yi")),
    _Script(re.compile("[\u0400-\u052f]"), ("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg")),
    _Script(re.compile("[\u0370-\u03ff\u1f00-\u1fff]"), ("el",)),
    _Script(re.compile("[\u0900-\u097f]"), ("hi", "mr", "ne", "sa", "kok")),
    _Script(re.compile("[\u0980-\u09ff]"), ("bn", "as")),
    _Script(re.compile("[\u0a00-\u0a7f]"), ("pa",)),
    _Script(re.compile("[\u0a80-\u0aff]"), ("gu",)),
    _Script(re.compile("[\u0b80-\u0bff]"), ("ta",)),
    _Script(re.compile("[\u0c00-\u0c7f]"), ("te",)),
    _Script(re.compile("[\u0c80-\u0cff]"), ("kn",)),
    _Script(re.compile("[\u0d00-\u0d7f]"), ("ml",)),
    _Script(re.compile("[\u0d80-\u0dff]"), ("si",)),
    _Script(re.compile("[\u0e00-\u0e7f]"), ("th",)),
    _Script(re.compile("[\u0e80-\u0eff]"), ("lo",)),
    _Script(re.compile("[\u1000-\u109f]"), ("my",)),
    _Script(re.compile("[\u1780-\u17ff]"), ("km",)),
    _Script(re.compile("[\u1200-\u137f]"), ("am", "ti")),
    _Script(re.compile("[\u10a0-\u10ff]"), ("ka",)),
    _Script(re.compile("[\u0530-\u058f]"), ("hy",)),
    _Script(re.compile("[\u3040-\u30ff]"), ("ja",)),
    _Script(re.compile("[\uac00-\ud7af\u1100-\u11ff]"), ("ko",)),
    _Script(re.compile("[\u3400-\u9fff\uf900-\ufaff]"), ("zh", "ja", "ko", "yue")),
)


def language_of(text: str, page_language: str) -> str:
    """The language in which to speak ``text``: that of its page, unless most of its letters are of a foreign script.

    A few foreign letters, such as the β of a medicine's name, do not make a sentence Greek.  Words of another language
    in the page's own script cannot be told apart; they are spoken as the page is.
    """
    if text.isascii() and not _is_other_script(page_language):
        return page_language
    primary = page_language.partition("-")[0].lower()
    counted = [(len(script.letters.findall(text)), script.languages) for script in _SCRIPTS]
    most, languages = max(counted, key=lambda each: each[0])
    latin = len(_LATIN.findall(text))
    if latin > sum(count for count, _ in counted):
        return "en" if _is_other_script(page_language) else page_language
    if most == 0 or primary in languages:
        return page_language
    return languages[0]


def _is_other_script(language: str) -> bool:
    """Whether a language is written in another script than Latin."""
    primary = language.partition("-")[0].lower()
    return language not in ("sr-Latn", "pa-Latn") and any(primary in script.languages for script in _SCRIPTS)

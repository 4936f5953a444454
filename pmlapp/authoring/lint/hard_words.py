"""Hard words of a page, and whether each is explained where a reader first meets it.

What a reader of 11 is taken to know is written down in docs/lint.md, under
Hard words; `KnownWords` follows it.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from importlib.resources import files
from typing import Final, NamedTuple

from pmlapp.authoring.lint.manuscript import Manuscript
from pmlapp.authoring.lint.text_units import Role, TextUnit, every_span
from pmlapp.content.page import Link, Table, Term, plain


class Explained(StrEnum):
    """Where a page says what a hard word means."""

    AT_FIRST_USE = "at its first use"
    ELSEWHERE = "elsewhere on the page"
    NOWHERE = "not on the page"


class HardWord(NamedTuple):
    """One word that its readers may not know, once a page."""

    word: str
    """In small letters, without an ending such as -s; an abbreviation as it is written."""
    line: int
    """Where the page first uses it."""
    explained: Explained


_WORD: Final = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’-][A-Za-zÀ-ÿ]+)*")
_ENDINGS: Final = (
    "'s", "’s", "s", "es", "ed", "d", "ing", "ly", "er", "r", "ers", "est", "y", "ness", "less", "ful", "able", "ment",
    "ally", "ability", "al", "ation", "ion", "ity", "ish", "th",
)  # fmt: skip
_ENDINGS_ON_ENDINGS: Final = frozenset({"s", "ly", "ed", "ing", "ness", "'s"})
_BEGINNINGS: Final = ("un", "re", "non", "over", "under", "mis", "out", "self", "pre", "co")
_BRITISH: Final = (
    ("our", "or"), ("ise", "ize"), ("isa", "iza"), ("isi", "izi"), ("yse", "yze"), ("re", "er"), ("ae", "e"),
    ("oe", "e"), ("ogue", "og"), ("ll", "l"), ("ence", "ense"), ("grey", "gray"), ("programme", "program"),
)  # fmt: skip
"""British letters and the American ones of the lists."""
_ABBREVIATIONS: Final = frozenset({"USA", "US", "UK", "EU", "AI", "ID", "TV", "DNA"})
_NO_EXPLANATION: Final = frozenset({Role.PICTURE, Role.TITLE})
_TELLING_HEADS: Final = re.compile(r"\b(?:what|means?|used for|need|helps? with|note)\b", re.IGNORECASE)
"""A column under such a head says what the word in the first column, or under “Examples”, is."""


def hard_words(manuscript: Manuscript, known: "KnownWords") -> tuple[HardWord, ...]:
    """Each hard word of the page once, in the order in which a reader meets them.

    Pictures, addresses and citations are left out; the name of a person or place is not a hard word.
    """
    forms = _forms_of_terms(manuscript)
    uses: dict[str, list[tuple[TextUnit, str]]] = {}
    for unit in manuscript.text_units:
        if unit.role in _NO_EXPLANATION:
            continue
        for written in _unknown(_without_addresses(unit), known):
            uses.setdefault(_key(written), []).append((unit, written))
    return tuple(
        HardWord(key, places[0][0].line, _explained(places, forms, manuscript)) for key, places in uses.items()
    )


class KnownWords:
    """The words that a reader of 11 is taken to know; read once from the lists that docs/lint.md names."""

    def __init__(self) -> None:
        known_words = files("pmlapp.authoring.lint").joinpath("known_words")
        lists = (
            known_words.joinpath("en-common.txt"),
            known_words.joinpath("en-everyday.txt"),
            files("textstat").joinpath("resources", "en", "easy_words.txt"),
        )
        lines = (line.strip() for each in lists for line in each.read_text(encoding="utf-8").splitlines())
        self._listed = frozenset(line.lower() for line in lines if line and not line.startswith("#"))

    def has(self, word: str) -> bool:
        """Whether a word, which is neither a name nor an abbreviation, is known as it is or but for an ending."""
        word = word.lower().replace("’", "'")
        return any(self._is_near_a_listed_word(form) for form in _spellings(word))

    def _is_near_a_listed_word(self, word: str) -> bool:
        if word in self._listed:
            return True
        if "-" in word:
            return all(self.has(part) for part in word.split("-") if part)
        if self._has_an_ending(word):
            return True
        for beginning in _BEGINNINGS:
            rest = word.removeprefix(beginning)
            if rest != word and len(rest) > 2 and self._is_near_a_listed_word(rest):
                return True
        return any(word[:cut] in self._listed and word[cut:] in self._listed for cut in range(3, len(word) - 2))

    def _has_an_ending(self, word: str) -> bool:
        for ending in _ENDINGS:
            stem = word.removesuffix(ending)
            if stem == word or len(stem) < 3:
                continue
            doubled = stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem
            changed = stem[:-1] + "y" if stem.endswith("i") else stem
            if {stem, stem + "e", doubled, changed} & self._listed:
                return True
            if ending in _ENDINGS_ON_ENDINGS and self._is_near_a_listed_word(stem):
                return True
        return False


def _spellings(word: str) -> Iterator[str]:
    yield word
    for british, american in _BRITISH:
        if british in word:
            yield word.replace(british, american)


def _unknown(text: str, known: KnownWords) -> Iterator[str]:
    """The words of a text that have to be explained, as written."""
    starts = {match.end() for match in re.finditer(r"(?:^|[.:;!?|“(]\s*|^\W+)", text)}
    for match in _WORD.finditer(text):
        word, capitals = match[0], sum(letter.isupper() for letter in match[0])
        if capitals > 1 and (word[:2].isupper() or not word.endswith(("’s", "'s"))):
            # A-81 and S57 are codes, which are there to be copied.
            code = re.match(r"\w*-?\d", text[match.end() :])
            if word.rstrip("s").isupper() and word not in _ABBREVIATIONS and not code:
                yield word
        elif capitals and match.start() not in starts:
            continue  # the name of a person or a place
        elif len(word) > 2 and not known.has(word):
            yield word


def _key(word: str) -> str:
    if word.rstrip("s").isupper():
        return word.rstrip("s")
    small = word.lower().replace("’", "'").removesuffix("'s")
    return small[:-1] if small.endswith("s") and not small.endswith(("ss", "us", "is")) else small


def _explained(
    places: list[tuple[TextUnit, str]], forms: Mapping[str, frozenset[str]], manuscript: Manuscript
) -> Explained:
    told = [_tells(unit, word, forms, manuscript) for unit, word in places]
    if told[0]:
        return Explained.AT_FIRST_USE
    return Explained.ELSEWHERE if any(told) else Explained.NOWHERE


def _tells(unit: TextUnit, word: str, forms: Mapping[str, frozenset[str]], manuscript: Manuscript) -> bool:
    small = _key(word).lower()
    for span in every_span(unit.spans):
        if isinstance(span, Term) and any(
            small in form for form in ({*forms.get(span.key, ()), plain(span.spans).lower()})
        ):
            return True
    return tells_what(unit.text, word) or _row_tells(unit, manuscript)


def tells_what(text: str, word: str) -> bool:
    """Whether a text explains the word itself: ``plaque (a patch)``, ``a small piece (a biopsy)``."""
    name = rf"(?<!\w){re.escape(word)}s?(?!\w)"
    return any(re.search(pattern.replace("NAME", name), text, re.IGNORECASE) for pattern in _TELLING)


_KIND: Final = (
    r"(?:medicines?|illness(?:es)?|virus|cancers?|herbs?|spice|diets?|test|office|mark|treatments?|products?)"
)
_TELLING: Final = (
    # NAME is the word; the first that fits is enough.
    r"NAME[\"”]?(?: \w+)? \(",  # plaque (a patch)
    r"\((?:[\w,’'-]+ ){0,5}NAME(?: scan| cells?)?[)]",  # a small piece (a biopsy)
    r"\b(?:called|known as|named|short for) (?:\w+ ){0,5}[\"“]?NAME",
    r"NAME[\"”]?(?: \w+)?(?: \([A-Z]+\))?, (?:an?|the|or|which|that is|in which|its|strong|sudden)\b",
    r"NAME[\"”]?(?: \w+)?, (?:pictures?|training|people|late|taken)\b",  # rehabilitation, training to …
    r"NAME(?: \w+)? (?:means?|is the word for|is short for|is an?|is the|is care|is strong)\b",
    rf"\b{_KIND}\b[^.;:]*\bsuch as\b[^.;:]*NAME",  # medicines such as one and another
    rf"NAME\b[^.;:]*\b(?:is|are)\b[^.;:]*\b{_KIND}\b",  # this and that are medicines for …
    rf"\b{_KIND},? NAME|NAME {_KIND}\b",  # the medicine aspirin, the herpes virus
)


def _row_tells(unit: TextUnit, manuscript: Manuscript) -> bool:
    """Whether the word is in a table of which another column says what it is."""
    if unit.role is not Role.CELL:
        return False
    for placed in manuscript.blocks:
        table = placed.block
        if isinstance(table, Table) and table.id == unit.block:
            heads = [plain(head) for head in table.header]
            named = {0, *(number for number, head in enumerate(heads) if head == "Examples")}
            told = any(_TELLING_HEADS.search(head) for number, head in enumerate(heads) if number not in named - {0})
            cells = {" ".join(plain(row[number]).split()) for row in table.rows for number in named}
            return told and unit.text in cells
    return False


def _forms_of_terms(manuscript: Manuscript) -> Mapping[str, frozenset[str]]:
    return {
        term.key: frozenset(form.lower() for form in (term.word, *term.also))
        for term in manuscript.library.sources.glossary
    }


def _without_addresses(unit: TextUnit) -> str:
    text = unit.text
    for span in every_span(unit.spans):
        if isinstance(span, Link) and span.target.startswith("https:"):
            text = text.replace(plain(span.spans), "")
    return text

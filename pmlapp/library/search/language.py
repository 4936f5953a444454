"""What the search knows of one language: a file of words beside this module, none of them about one subject.

A language without a file is searched as well, by its letters alone: no word is too common to search by, and none says
which kind of answer is wanted. JSON, because reading TOML takes 6 ms more of the first query.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from pmlapp.library.search.letters import Letters

FILES: Final = Path(__file__).with_name("languages")
"""One file for each language, named by its code; docs/search.md explains what is in them."""

_NOTHING: Final = frozenset[str]()


@dataclass(frozen=True)
class SpellingRules:
    """How the spellings of a word in one language are made one; the default changes nothing."""

    rules: Sequence[tuple[str, str]] = ()
    """Patterns in a folded word and what takes their place, one after the other."""
    where: str = ""
    """A pattern of words that some rule may change: most are ruled out by it."""
    parts: str = ""
    """A pattern of where a word in the one spelling may part from another; "" if that is not known."""
    written_as: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What a letter of the one spelling may be written as where words part."""

    def reduced(self, word: str) -> str:
        """One spelling for all spellings of a folded word."""
        if self._where and self._where.search(word):
            for pattern, other in self._rules:
                word = pattern.sub(other, word)
        return word

    @property
    def tells_where(self) -> bool:
        """Whether it is known where words part."""
        return bool(self.parts) or not self.rules

    def certain_letters(self, word: str) -> int:
        """How many letters at its start all spellings of a word share."""
        parted = self._parts.search(word) if self._parts else None
        return parted.start() if parted else len(word)

    def may_part_at(self, word: str, place: int) -> bool:
        """Whether another spelling of the word may differ from this letter on."""
        return self._parts is not None and self._parts.match(word, place) is not None

    @cached_property
    def _rules(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        return tuple((re.compile(pattern), other) for pattern, other in self.rules)

    @cached_property
    def _where(self) -> re.Pattern[str] | None:
        return re.compile(self.where) if self.rules else None

    @cached_property
    def _parts(self) -> re.Pattern[str] | None:
        return re.compile(self.parts) if self.parts else None


@dataclass(frozen=True, kw_only=True)
class Language:
    """The words and rules of one language; without a file all are empty."""

    stop: frozenset[str] = _NOTHING
    """Too common to search by."""
    everyday: frozenset[str] = _NOTHING
    """That a library lacks them says nothing about whether it has an answer."""
    filler: frozenset[str] = _NOTHING
    """What people say around a question; everyday words too."""
    kind_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words that only say which kind of answer is wanted; the usual kind of a word with two meanings comes first."""
    kind_words_in_phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words that say so in a turn of phrase alone, as "stop" in "how do I stop myself getting it"."""
    kind_phrases: Sequence[tuple[str, str]] = ()
    """Patterns of turns of phrase that say so."""
    overview: str = ""
    """A pattern of questions that ask for everything, if none of those matches."""
    protected_names: frozenset[tuple[str, ...]] = frozenset()
    """Names, each as its folded words: a library that lacks one has no answer, instead of a near one."""
    real_words: frozenset[str] = _NOTHING
    """Words that are spelt rightly, though a library may lack them."""
    offered_only: frozenset[str] = _NOTHING
    """Words of violence, abuse, self-harm and death, into which no query is changed unasked."""
    spelling: SpellingRules = SpellingRules()
    letters: Mapping[str, str] = field(default_factory=dict)
    """Letters that are one in this language, beside those that are so everywhere."""
    latin: Mapping[str, str] = field(default_factory=dict)
    """What people type for each letter who have a Latin keyboard only."""
    apostrophe_is_letter: bool = False

    def in_latin(self, word: str) -> str:
        """A folded word as people type it who have a Latin keyboard only; as it is where that is not usual."""
        return self._latin.sub(lambda match: self.latin[match.group()], word) if self.latin else word

    @cached_property
    def _latin(self) -> re.Pattern[str]:
        return re.compile("|".join(sorted(map(re.escape, self.latin), key=len, reverse=True)))

    @classmethod
    def of(cls, code: str, folder: Path = FILES) -> "Language":
        """The language of a code such as ``en-GB``, in which only the part before the hyphen counts."""
        file = folder / f"{code.partition('-')[0].lower()}.json"
        return _read(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else cls()


def _read(data: Mapping[str, Any]) -> Language:
    letters = Letters(data.get("letters", {}), apostrophe_is_letter=data.get("apostrophe_is_letter", False))

    def folded(lines: Iterable[str]) -> list[str]:
        return letters.fold(" ".join(lines)).text.split()

    filler = frozenset(folded(data.get("filler", ())))
    kinds = data.get("kinds", {})
    who = kinds.get("who", "")

    def by_word(words_of: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for kind, words in words_of.items():
            for word in folded([words]):
                found[word] = (*found.get(word, ()), kind)
        return found

    return Language(
        stop=frozenset(folded(data.get("stop", ()))),
        everyday=filler.union(folded(data.get("everyday", ()))),
        filler=filler,
        kind_words=by_word(kinds.get("words", {})),
        kind_words_in_phrases=by_word(kinds.get("words_in_phrases", {})),
        kind_phrases=[
            (kind, "|".join(patterns).replace("{who}", who)) for kind, patterns in kinds.get("phrases", {}).items()
        ],
        overview="|".join(kinds.get("overview", ())),
        protected_names=frozenset(
            tuple(folded([name])) for line in data.get("protected_names", ()) for name in line.split(", ")
        ),
        real_words=frozenset(folded(data.get("real_words", ()))),
        offered_only=frozenset(folded(data.get("offered_only", ()))),
        spelling=_spelling(data.get("spelling", {})),
        letters=data.get("letters", {}),
        latin=data.get("latin", {}),
        apostrophe_is_letter=data.get("apostrophe_is_letter", False),
    )


def _spelling(data: Mapping[str, Any]) -> SpellingRules:
    return SpellingRules(
        rules=[(pattern, other) for pattern, other in data.get("rules", ())],
        where=data.get("where", ""),
        parts=data.get("parts", ""),
        written_as={letter: tuple(ways) for letter, ways in data.get("written_as", {}).items()},
    )

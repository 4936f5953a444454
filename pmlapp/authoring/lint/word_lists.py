"""The words that rules look for, read from one file a language: ``rules/words/en.toml``."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Final

_NOTHING: Final = re.compile(r"(?!)")
# A number has an end: else each comma in a long row of digits would begin another one as long.
_WILD: Final = {r"\*": r"\w*", r"\#": r"\d[\d,.]{0,14}", r"\ ": r"\s+"}
_REACH: Final = 7
"""Words over which a "not" is felt: "No diet treats, prevents or cures it"."""

_TABLES: Final[Mapping[str, Mapping[str, Mapping[str, str] | Sequence[str]]]] = {
    path.name.removesuffix(".toml"): tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((files("pmlapp.authoring") / "rules" / "words").iterdir(), key=lambda path: path.name)
}

_WORD: Final = re.compile(r"\w+")
_UNUSUAL: Final = re.compile(r"[^\x00-\xb4\xb6-\u012f\u0132-\u017e\u2000-\u206f]")
"""Characters among which some are a capital or small form of another that `str.lower` does not tell."""
_TEXTS_KEPT: Final = 4096
"""More than the sentences of a long page, which are all looked through for one list after another."""


class WordList:
    """Words and phrases of one kind, and what to write instead of each."""

    def __init__(self, words: Mapping[str, str], words_in: "Callable[[str], frozenset[str] | None]") -> None:
        self._words = words
        self._words_in = words_in
        self.instead: Mapping[str, str] = {word.lower(): instead for word, instead in words.items()}
        """By the word in small letters; an empty text where there is nothing better to offer."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds any of them as whole words, in capitals or not."""
        if not self._words:
            return _NOTHING
        longest_first = sorted(self._words, key=lambda word: (-len(word), word))
        either = "|".join(_pattern(word) for word in longest_first)
        return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Where ``text`` has any of them, in order."""
        return self.pattern.finditer(text) if self._may_be_in(text) else iter(())

    def found_in(self, text: str) -> Iterator[tuple[str, str]]:
        """Each of the words in ``text`` as written there, with what to write instead."""
        return ((match[0], self.instead.get(match[0].lower(), "")) for match in self.matches(text))

    def _may_be_in(self, text: str) -> bool:
        """Whether ``text`` has the first word of any of them: most have not, and the pattern need not look for all."""
        there = self._words_in(text)
        firsts, starts, odd = self._beginnings
        return odd or there is None or not firsts.isdisjoint(there) or any(word.startswith(starts) for word in there)

    @cached_property
    def _beginnings(self) -> tuple[frozenset[str], tuple[str, ...], bool]:
        """First words, beginnings of first words, and whether one of them begins with neither."""
        firsts: set[str] = set()
        starts: set[str] = set()
        odd = False
        for word in self.instead:
            first = _WORD.match(word)
            if word.startswith("#"):
                starts.update("0123456789")
            elif first is None or _UNUSUAL.search(word):
                odd = True
            elif word[first.end() : first.end() + 1] in {"*", "#"}:
                starts.add(first[0])
            else:
                firsts.add(first[0])
        return frozenset(firsts), tuple(starts), odd


class WordLists:
    """All lists of one language."""

    def __init__(self, tables: Mapping[str, Mapping[str, str] | Sequence[str]]) -> None:
        self._tables = tables
        self._words_in = lru_cache(_TEXTS_KEPT)(_words_in)
        self.lists: Mapping[str, WordList] = {name: self._list(words) for name, words in tables.items()}
        """By name."""
        self._empty = self._list({})

    def of(self, name: str) -> WordList:
        """The list called ``name``; an empty one where the language has none."""
        return self.lists.get(name, self._empty)

    def with_more(self, name: str, words: Sequence[str]) -> "WordLists":
        """The same lists with ``words`` of a library's own added to the list called ``name``."""
        if not words:
            return self
        return WordLists({**self._tables, name: {**dict.fromkeys(words, ""), **self.of(name).instead}})

    def first(self, name: str, text: str) -> str:
        """The first word of a list in ``text``, as written there; empty if there is none."""
        match = next(self.of(name).matches(text), None)
        return match[0] if match else ""

    def first_stated(self, name: str, text: str) -> str:
        """The first word of a list that ``text`` states: neither denied ("does not always") nor quoted ("a “cure”")."""
        negation = self.of("negations").pattern
        for match in self.of(name).matches(text):
            before = text[: match.start()]
            clause = re.split(r"[.;:!?]\s", before)[-1]
            quoted = before.count("“") > before.count("”")
            if not quoted and not negation.search(" ".join(clause.split()[-_REACH:])):
                return match[0]
        return ""

    def _list(self, words: Mapping[str, str] | Sequence[str]) -> WordList:
        return WordList(words if isinstance(words, Mapping) else dict.fromkeys(words, ""), self._words_in)


def word_lists(language: str) -> WordLists:
    """The lists of a language (``pt-br`` reads those of ``pt``); none where nobody has written them yet."""
    return WordLists(_TABLES.get(language.partition("-")[0], {}))


def languages_with_lists(*names: str) -> tuple[str, ...]:
    """The languages that have all of these lists, or any at all; rules that need them judge no other."""
    return tuple(language for language, tables in _TABLES.items() if tables.keys() >= set(names))


def _words_in(text: str) -> frozenset[str] | None:
    """The words of a text in small letters; None if what is a small letter is not certain."""
    return None if _UNUSUAL.search(text) else frozenset(_WORD.findall(text.lower()))


def _pattern(word: str) -> str:
    return re.sub(r"\\[*# ]", lambda match: _WILD[match[0]], re.escape(word))

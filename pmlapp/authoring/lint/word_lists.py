"""The words that rules look for, read from one file a language: ``rules/words/en.toml``."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final, NamedTuple

_NOTHING: Final = re.compile(r"(?!)")
# A number has an end: else each comma in a long row of digits would begin another one as long.
_WILD: Final = {r"\*": r"\w*", r"\#": r"\d[\d,.]{0,14}", r"\ ": r"\s+"}
_REACH: Final = 7
"""Words over which a "not" is felt: "No diet treats, prevents or cures it"."""


class WordList(NamedTuple):
    """Words and phrases of one kind, and what to write instead of each."""

    pattern: re.Pattern[str]
    """Finds any of them as whole words, in capitals or not."""
    instead: Mapping[str, str]
    """By the word in small letters; an empty text where there is nothing better to offer."""

    def found_in(self, text: str) -> Iterator[tuple[str, str]]:
        """Each of the words in ``text`` as written there, with what to write instead."""
        return ((match[0], self.instead.get(match[0].lower(), "")) for match in self.pattern.finditer(text))


class WordLists(NamedTuple):
    """All lists of one language."""

    lists: Mapping[str, WordList]

    def of(self, name: str) -> WordList:
        """The list called ``name``; an empty one where the language has none."""
        return self.lists.get(name, WordList(_NOTHING, {}))

    def with_more(self, name: str, words: Sequence[str]) -> "WordLists":
        """The same lists with ``words`` of a library's own added to the list called ``name``."""
        if not words:
            return self
        return WordLists({**self.lists, name: _word_list({**dict.fromkeys(words, ""), **self.of(name).instead})})

    def first(self, name: str, text: str) -> str:
        """The first word of a list in ``text``, as written there; empty if there is none."""
        match = self.of(name).pattern.search(text)
        return match[0] if match else ""

    def first_stated(self, name: str, text: str) -> str:
        """The first word of a list that ``text`` states: neither denied ("does not always") nor quoted ("a “cure”")."""
        negation = self.of("negations").pattern
        for match in self.of(name).pattern.finditer(text):
            before = text[: match.start()]
            clause = re.split(r"[.;:!?]\s", before)[-1]
            quoted = before.count("“") > before.count("”")
            if not quoted and not negation.search(" ".join(clause.split()[-_REACH:])):
                return match[0]
        return ""


def word_lists(language: str) -> WordLists:
    """The lists of a language (``pt-br`` reads those of ``pt``); none where nobody has written them yet."""
    path = _folder() / f"{language.partition('-')[0]}.toml"
    if not path.is_file():
        return WordLists({})
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return WordLists({name: _word_list(words) for name, words in tables.items()})


def languages_with_lists(*names: str) -> tuple[str, ...]:
    """The languages that have all of these lists, or any at all; rules that need them judge no other."""
    languages = sorted(path.name.removesuffix(".toml") for path in _folder().iterdir())
    return tuple(language for language in languages if word_lists(language).lists.keys() >= set(names))


def _word_list(words: Mapping[str, str] | Sequence[str]) -> WordList:
    if not isinstance(words, Mapping):
        words = dict.fromkeys(words, "")
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    either = "|".join(_pattern(word) for word in longest_first)
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
    return WordList(pattern, {word.lower(): instead for word, instead in words.items()})


def _pattern(word: str) -> str:
    return re.sub(r"\\[*# ]", lambda match: _WILD[match[0]], re.escape(word))


def _folder() -> Traversable:
    return files("pmlapp.authoring.rules") / "words"

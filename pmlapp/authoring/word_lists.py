"""The words that rules look for, read from one file a language: ``rules/words/en.toml``."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Final, NamedTuple

_NOTHING: Final = re.compile(r"(?!)")


class WordList(NamedTuple):
    """Words and phrases of one kind, and what to write instead of each."""

    pattern: re.Pattern[str]
    """Finds any of them as whole words, in capitals or not."""
    instead: Mapping[str, str]
    """By the word in small letters; an empty text where there is nothing better to offer."""

    def found_in(self, text: str) -> Iterator[tuple[str, str]]:
        """Each of the words in ``text`` as written there, with what to write instead."""
        return ((match[0], self.instead[match[0].lower()]) for match in self.pattern.finditer(text))


class WordLists(NamedTuple):
    """All lists of one language."""

    lists: Mapping[str, WordList]

    def of(self, name: str) -> WordList:
        """The list called ``name``; an empty one where the language has none."""
        return self.lists.get(name, WordList(_NOTHING, {}))


def word_lists(language: str) -> WordLists:
    """The lists of a language (``pt-br`` reads those of ``pt``); none where nobody has written them yet."""
    path = files("pmlapp.authoring.rules") / "words" / f"{language.partition('-')[0]}.toml"
    if not path.is_file():
        return WordLists({})
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return WordLists({name: _word_list(words) for name, words in tables.items()})


def _word_list(words: Mapping[str, str]) -> WordList:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    either = "|".join(re.escape(word) for word in longest_first)
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
    return WordList(pattern, {word.lower(): instead for word, instead in words.items()})

"""How people say which kind of answer they want, in words and in turns of phrase: step 2 of docs/search.md."""

import re
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Final

from pmlapp.content.model import QuestionType
from pmlapp.library.search.language import Language

_NOT_A_WORD: Final = re.compile(r"\W+")


class Kinds:
    """What words and phrases of one language say of the kind of answer."""

    def __init__(self, language: Language, in_library: Collection[str]) -> None:
        self._known = frozenset(QuestionType).union(in_library)
        self.of_word = self._with_known(language.kind_words)
        """The kind that a word asks for, if that is all that it says."""
        self.in_phrase = self._with_known(language.kind_words_in_phrases)
        """The kind that a word asks for where a turn of phrase does."""
        self._language = language

    def of_phrases(self, flat: str) -> frozenset[str]:
        """The kinds that a folded query asks for in more than single words."""
        if not self._phrases:
            return frozenset()
        plain = _NOT_A_WORD.sub(" ", flat.replace("'", "")).strip()
        found = {kind for kind, pattern in self._phrases if pattern.search(plain)}
        if not found and self._overview.search(plain):
            found.add(QuestionType.OVERVIEW.value)
        return frozenset(found)

    def _with_known(self, kinds_of: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        """Without kinds that the program does not know and the library lacks: there such a word is one to search by."""
        known = {word: tuple(kind for kind in kinds if kind in self._known) for word, kinds in kinds_of.items()}
        return {word: kinds for word, kinds in known.items() if kinds}

    @cached_property
    def _phrases(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple(
            (kind, re.compile(rf"\b(?:{pattern})"))
            for kind, pattern in self._language.kind_phrases
            if kind in self._known
        )

    @cached_property
    def _overview(self) -> re.Pattern[str]:
        return re.compile(self._language.overview or r"(?!)")

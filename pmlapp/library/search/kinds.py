"""How people say which kind of answer they want, in words and in turns of phrase: step 2 of docs/search.md."""

import re
from functools import cached_property
from typing import Final

from pmlapp.content.model import QuestionType
from pmlapp.library.search.language import Language

_NOT_A_WORD: Final = re.compile(r"\W+")


class Kinds:
    """What words and phrases of one language say of the kind of answer."""

    def __init__(self, language: Language) -> None:
        self.of_word = language.kind_words
        """The kind that a word asks for, if that is all that it says."""
        self._language = language

    def of_phrases(self, flat: str) -> frozenset[QuestionType]:
        """The kinds that a folded query asks for in more than single words."""
        if not self._phrases:
            return frozenset()
        plain = _NOT_A_WORD.sub(" ", flat.replace("'", "")).strip()
        found = {kind for kind, pattern in self._phrases if pattern.search(plain)}
        if not found and self._overview.search(plain):
            found.add(QuestionType.OVERVIEW)
        return frozenset(found)

    @cached_property
    def _phrases(self) -> tuple[tuple[QuestionType, re.Pattern[str]], ...]:
        return tuple((kind, re.compile(rf"\b(?:{pattern})")) for kind, pattern in self._language.kind_phrases)

    @cached_property
    def _overview(self) -> re.Pattern[str]:
        return re.compile(self._language.overview or r"(?!)")

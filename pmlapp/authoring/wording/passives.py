"""Sentences in the passive, seen by a form of “be” and a participle."""

import re
from typing import Final

from pmlapp.authoring.lint.word_lists import WordLists

_PASSIVE: Final = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)"
    r"((?:\s+(?:not|never|also|often|always|usually|sometimes|already|still|then|only|[a-z]+ly))*)"
    r"\s+([a-z]+)\b",
    re.IGNORECASE,
)


def first_passive(sentence: str, words: WordLists) -> str:
    """The words that make a sentence passive, as written; empty if none do.

    A guess by form: “is swollen” counts where the list of participles has the word, “is tired” never does.
    """
    irregular, never = words.of("irregular").instead, words.of("not_passive").instead
    for match in _PASSIVE.finditer(sentence):
        word = match[2].lower()
        if word not in never and (word in irregular or (word.endswith("ed") and len(word) > 4)):
            return " ".join(match[0].split())
    return ""

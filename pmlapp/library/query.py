"""What somebody typed, understood: the words that matter, what they stand for, the kind of answer wanted."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from pmlapp.content.model import QuestionType, Synonym
from pmlapp.library.words import WORD, folded, stop_words

MOST_CHARACTERS: Final = 400
MOST_WORDS: Final = 40
"""What is typed beyond them says nothing new."""

_LONGEST_SYNONYM_WORDS: Final = 8
_SPACES: Final = re.compile(r"\s+")

# Words that only say what kind of answer is wanted.  A library that knows "treatment" does
# not for that know "asthma treatment".
_KINDS: Final = {
    QuestionType.CAUSES: "cause causes caused causing reason reasons",
    QuestionType.RISK: "risk risks risky chance chances likely",
    QuestionType.CONTAGION: "contagious catching catch infectious spread",
    QuestionType.INHERITANCE: "hereditary inherited inherit inheritance genetic genetics family",
    QuestionType.PREVENTION: "prevent prevention prevented avoid",
    QuestionType.SYMPTOMS: "symptom symptoms sign signs complication complications",
    QuestionType.URGENT_HELP: "emergency urgent urgently",
    QuestionType.TESTS: "test tests testing diagnosis diagnose diagnosed exam exams",
    QuestionType.FORMS: "type types form forms stage stages kind kinds",
    QuestionType.TREATMENT: "treatment treatments treat treated treating therapy therapies cure cures cured curable",
    QuestionType.COMPLEMENTARY: "natural alternative herbal remedy remedies",
    QuestionType.OUTLOOK: "outlook prognosis survival survive expectancy life death die fatal",
    QuestionType.LIVING: "living live cope coping",
    QuestionType.DIET: "diet eat eating food foods",
    QuestionType.SUPPORT: "support help group groups",
    QuestionType.PEOPLE: "famous celebrity celebrities people",
    QuestionType.STATISTICS: "frequency frequent common rare statistics number numbers",
    QuestionType.HISTORY: "history discovered discovery",
    QuestionType.CODES: "icd code codes",
}

# Everyday words.  That a library lacks them says nothing about whether it has an answer.
_EVERYDAY: Final = """
afraid baby bad boyfriend brother child children dad dangerous daughter father friend girlfriend good grandma grandpa
happen happens husband kid kids man mom mother mum normal parent parents partner person scared serious sister son wife
woman worried worry
"""


class Typed(NamedTuple):
    """A content word as it was typed."""

    word: str
    """Folded."""
    start: int
    end: int
    """Where in the text of the query it stands."""
    unfinished: bool
    """The last word, with nothing after it: more letters may follow."""
    kind: QuestionType | None
    """The kind of answer that the word asks for, if that is all it says."""
    everyday: bool
    """Nobody asks a library about this word itself."""
    means: tuple[str, ...]
    """Words of the library that stand for it, or for a phrase that it is part of."""
    little: bool
    """It says nothing by itself, as "can" and "it"; it is here for the phrase that it is part of."""


class Query(NamedTuple):
    """All content words of what was typed."""

    text: str
    """Tidied: one space between words, nothing that SQLite could not store."""
    words: tuple[Typed, ...]

    def shown(self, words: Iterable[Typed]) -> str:
        """Some of the words as they were typed, with what stands between those that touch: ``A81.2``."""
        shown, end = "", 0
        for typed in words:
            between = self.text[end : typed.start]
            shown += between if end and " " not in between else " "
            shown += self.text[typed.start : typed.end]
            end = typed.end
        return shown.strip()

    @property
    def kinds(self) -> frozenset[QuestionType]:
        """The kinds of answer asked for."""
        return frozenset(typed.kind for typed in self.words if typed.kind is not None)


class Interpreter:
    """Reads queries in one language with the synonyms of one library."""

    def __init__(
        self, language: str, synonyms: Iterable[Synonym], stems: Callable[[Iterable[str]], Mapping[str, str]]
    ) -> None:
        self._stems = stems
        self._stop = stop_words(language)
        english = language.partition("-")[0] == "en"
        self._kinds = {word: kind for kind, words in _KINDS.items() for word in words.split()} if english else {}
        self._everyday = frozenset(_EVERYDAY.split() if english else ())
        self._meanings: dict[tuple[str, ...], list[str]] = {}
        for synonym in synonyms:
            meaning = [word for word in WORD.findall(folded(synonym.means)) if word not in self._stop]
            for phrase in synonym.words:
                self._meanings.setdefault(self._key(WORD.findall(folded(phrase))), []).extend(meaning)

    def query(self, text: str) -> Query:
        """What ``text`` asks for; any text at all is understood, if only as nothing."""
        tidy = _tidied(text)
        found = list(WORD.finditer(folded(tidy)))[:MOST_WORDS]
        words = [match.group() for match in found]
        means = self._means(words)
        open_end = text[-1:] == tidy[-1:]
        return Query(
            text=tidy,
            words=tuple(
                Typed(
                    word=word,
                    start=match.start(),
                    end=match.end(),
                    unfinished=open_end and match.end() == len(tidy) and not word.isdigit(),
                    kind=self._kind(word, means[place]),
                    everyday=word in self._everyday,
                    means=means[place],
                    little=word in self._stop,
                )
                for place, (word, match) in enumerate(zip(words, found, strict=True))
                if means[place] or word not in self._stop
            ),
        )

    def _kind(self, word: str, means: Sequence[str]) -> QuestionType | None:
        if word in self._kinds or not means:
            return self._kinds.get(word)
        kinds = {self._kinds.get(meaning) for meaning in means}
        return kinds.pop() if len(kinds) == 1 else None

    def _means(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        """For each word, what the longest phrase that it is part of stands for."""
        means: list[tuple[str, ...]] = [()] * len(words)
        start = 0
        while start < len(words):
            for length in range(min(_LONGEST_SYNONYM_WORDS, len(words) - start), 0, -1):
                meaning = self._meanings.get(self._key(words[start : start + length]))
                if meaning is not None:
                    means[start : start + length] = [tuple(meaning)] * length
                    start += length
                    break
            else:
                start += 1
        return means

    def _key(self, words: Sequence[str]) -> tuple[str, ...]:
        stems = self._stems(words)
        return tuple(stems[word] for word in words)


def _tidied(text: str) -> str:
    # A lone surrogate, which a broken input method may send, is no text to SQLite.
    sound = text[:MOST_CHARACTERS].encode("utf-8", "ignore").decode("utf-8")
    return _SPACES.sub(" ", sound.replace("\0", " ")).strip()

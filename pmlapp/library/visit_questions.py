"""The list for the next visit: questions ticked, questions of the reader's own, and what they have noticed."""

from typing import Final, NamedTuple

MOST_LETTERS: Final = 200
"""Of one question or note: what one says in a breath, and what fits a line on paper."""

MOST_LINES: Final = 100
"""Of each kind; nobody asks more, and a file that anything may have written stays small."""


class Ticked(NamedTuple):
    """A question that a page suggests."""

    question: str
    page: str
    """The id of the page."""


class VisitQuestions(NamedTuple):
    """The list to bring.  Nothing in it is scored, matched or sent."""

    ticked: tuple[Ticked, ...] = ()
    own: tuple[str, ...] = ()
    noticed: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many things are in the list."""
        return len(self.ticked) + len(self.own) + len(self.noticed)

    def has(self, question: str) -> bool:
        """Whether a suggested question is ticked."""
        return any(each.question == question for each in self.ticked)

    def toggled(self, question: str, page: str) -> "VisitQuestions":
        """With the question ticked, or no longer if it was."""
        left = tuple(each for each in self.ticked if each.question != question)
        if len(left) < len(self.ticked) or len(left) >= MOST_LINES:
            return self._replace(ticked=left)
        return self._replace(ticked=(*left, Ticked(question, page)))

    def with_own(self, question: str) -> "VisitQuestions":
        """With one more question of the reader's own; the same list if there is nothing in it, or it is there."""
        return self._replace(own=_with(self.own, question))

    def with_noticed(self, note: str) -> "VisitQuestions":
        """With one more thing noticed; the same list if there is nothing in it, or it is there."""
        return self._replace(noticed=_with(self.noticed, note))

    def without_own(self, question: str) -> "VisitQuestions":
        """Without a question of the reader's own."""
        return self._replace(own=tuple(each for each in self.own if each != question))

    def without_noticed(self, note: str) -> "VisitQuestions":
        """Without a thing noticed."""
        return self._replace(noticed=tuple(each for each in self.noticed if each != note))

    def elsewhere(self, suggested: tuple[str, ...]) -> tuple[Ticked, ...]:
        """What is ticked, but suggested by another page than the one that suggests these."""
        return tuple(each for each in self.ticked if each.question not in suggested)


def _with(lines: tuple[str, ...], line: str) -> tuple[str, ...]:
    tidy = " ".join(line.split())[:MOST_LETTERS].rstrip()
    return lines if not tidy or tidy in lines or len(lines) >= MOST_LINES else (*lines, tidy)

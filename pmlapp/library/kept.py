"""What a reader keeps of a library: questions for the visit, bookmarks, and where reading stopped."""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple, TypeVar

from pmlapp.content.model import names_a_page
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.visit_questions import MOST_LETTERS, MOST_LINES, Ticked, VisitQuestions

MOST_BOOKMARKS: Final = 200
_LONGEST_TITLE: Final = 300
_MOST_LINES_DOWN: Final = 1e6

Made = TypeVar("Made")


class Bookmark(NamedTuple):
    """A page marked to be found again, by the title it had then."""

    page: str
    title: str


class Stopped(NamedTuple):
    """The page that was read last, and how far down, in lines as in `library.visit.Place`."""

    page: str
    title: str
    position: float = 0.0


class Kept(NamedTuple):
    """All that is kept of one library."""

    questions: VisitQuestions = VisitQuestions()
    bookmarks: tuple[Bookmark, ...] = ()
    """The newest first."""
    stopped: Stopped | None = None

    def marks(self, page: str) -> bool:
        """Whether a page has a bookmark."""
        return any(each.page == page for each in self.bookmarks)

    def toggled(self, page: str, title: str) -> "Kept":
        """With a bookmark on a page, or no longer if it had one."""
        left = tuple(each for each in self.bookmarks if each.page != page)
        if len(left) < len(self.bookmarks):
            return self._replace(bookmarks=left)
        return self._replace(bookmarks=(Bookmark(page, title), *left)[:MOST_BOOKMARKS])


def as_text(kept: Kept, words: PageWords) -> str:
    """What is kept as text that anybody can read, ending in a line break."""
    questions = kept.questions
    asked = (*(each.question for each in questions.ticked), *questions.own)
    lines = [f"{number}. {question}" for number, question in enumerate(asked, 1)]
    lines.extend(words.noticed_line.format(note=note) for note in questions.noticed)
    if kept.bookmarks:
        lines.append(words.bookmarks)
        lines.extend(f"- {each.title} ({each.page})" for each in kept.bookmarks)
    if kept.stopped is not None:
        lines.append(words.stopped_at.format(title=kept.stopped.title))
    return "\n".join((*lines, ""))


def to_values(kept: Kept) -> dict[str, Any]:
    """What is kept, as JSON can hold it."""
    questions = kept.questions
    return {
        "ticked": [each._asdict() for each in questions.ticked],
        "own_questions": list(questions.own),
        "noticed": list(questions.noticed),
        "bookmarks": [each._asdict() for each in kept.bookmarks],
        "stopped": kept.stopped._asdict() if kept.stopped else None,
    }


def from_values(values: object) -> Kept:
    """What a file holds, that anything may have written: what makes no sense is left out."""
    if not isinstance(values, Mapping):
        return Kept()
    stopped = _stopped(values.get("stopped"))
    return Kept(
        VisitQuestions(
            _some(values.get("ticked"), _ticked, MOST_LINES),
            _some(values.get("own_questions"), _line, MOST_LINES),
            _some(values.get("noticed"), _line, MOST_LINES),
        ),
        _some(values.get("bookmarks"), _bookmark, MOST_BOOKMARKS),
        stopped,
    )


def _some(values: object, made: Callable[[object], Made | None], most: int) -> tuple[Made, ...]:
    if not isinstance(values, list):
        return ()
    found = dict.fromkeys(each for each in map(made, values[: 10 * most]) if each is not None)
    return tuple(found)[:most]


def _line(value: object) -> str | None:
    tidy = " ".join(value.split()) if isinstance(value, str) else ""
    return tidy if 0 < len(tidy) <= MOST_LETTERS else None


def _page(values: Mapping[Any, Any]) -> str | None:
    page = values.get("page")
    return page if isinstance(page, str) and names_a_page(page) else None


def _ticked(value: object) -> Ticked | None:
    if not isinstance(value, Mapping):
        return None
    question, page = _line(value.get("question")), _page(value)
    return Ticked(question, page) if question and page else None


def _bookmark(value: object) -> Bookmark | None:
    if not isinstance(value, Mapping):
        return None
    page, title = _page(value), value.get("title")
    return Bookmark(page, title[:_LONGEST_TITLE]) if page and isinstance(title, str) else None


def _stopped(value: object) -> Stopped | None:
    marked = _bookmark(value)
    if marked is None or not isinstance(value, Mapping):
        return None
    position = value.get("position")
    if isinstance(position, bool) or not isinstance(position, int | float) or not 0 <= position <= _MOST_LINES_DOWN:
        position = 0.0
    return Stopped(*marked, float(position))

"""Rules M about what is said once for the whole library: authors, money, interests, feedback, AI.

``library.toml`` says it for every page; an article whose head says it too
speaks for itself.  A fault in ``library.toml`` is found once, not once a page.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from pmlapp.authoring.lint.lint import PlacedProblem, Problem, Rule, Severity
from pmlapp.authoring.lint.manuscript import LibraryContext, Manuscript, PageInShort
from pmlapp.authoring.lint.word_lists import WordLists
from pmlapp.authoring.sources.records import Record
from pmlapp.authoring.sources.source_folder import SourceFolder

MAX_CYCLE_MONTHS: Final = 36
"""NHS: content is looked at again at least every three years."""

Judge = Callable[[str, Record, WordLists], str]
"""What is wrong with the statement under a key of a record; empty if nothing is."""


def authors(key: str, record: Record, words: WordLists) -> str:
    """M02: somebody has written the page, and says what makes them fit to, or that they are not a professional."""
    written = [each.table or {} for each in record.items(key)]
    if not written:
        return "no author is named; name each with their credentials, or with lay: yes"
    for author in written:
        said = {name: (value.text or "").strip() for name, value in author.items()}
        if set(said) - {"name", "credentials", "lay"}:
            return "an author has the keys name, and credentials or lay; take the others out"
        if not said.get("name"):
            return "an author has no name; write who it is, a person or a group"
        if not said.get("credentials") and said.get("lay") != "yes":
            return f"“{said['name']}” has no credentials; give them, or write lay: yes if this is not a professional"
    return ""


def declared(key: str, record: Record, words: WordLists) -> str:
    """M03: who paid, and what may sway the writers, is said; "none" is an answer, silence is not."""
    if not record.text(key):
        return f"“{key}” is not declared; say what it is, or “none”, or “none known to …”"
    if words.of("undeclared").pattern.fullmatch(record.text(key).strip(" .")):
        return f"“{key}” says “{record.text(key)}”, which declares nothing; say what it is, or “none”"
    return ""


def feedback(key: str, record: Record, words: WordLists) -> str:
    """M08: readers know to whom to report a mistake."""
    return "" if record.text(key) else "“feedback” is missing; say to whom a reader can report a mistake"


def assistance(key: str, record: Record, words: WordLists) -> str:
    """M09: whether an AI program helped to write is said."""
    if record.text(key) in {"yes", "no"}:
        return ""
    return f"“{key}” must be yes or no: did an AI program help to draft or translate the text?"


def cycle(key: str, record: Record, words: WordLists) -> str:
    """M05: how often the pages are looked at again is said, in months."""
    said = record.text(key)
    if said.isdecimal() and 1 <= int(said) <= MAX_CYCLE_MONTHS:
        return ""
    return f"“{key}” must be a number of months from 1 to {MAX_CYCLE_MONTHS}, in which each page is reviewed again"


def check_page(judged: Sequence[tuple[str, Judge]]) -> Callable[[Manuscript], Iterator[Problem]]:
    """What an article says wrongly of itself; what it does not say is the library's to say."""

    def check(manuscript: Manuscript) -> Iterator[Problem]:
        for key, judge in judged:
            if key in manuscript.front.values and (fault := judge(key, manuscript.front, manuscript.library.words)):
                yield Problem(manuscript.front.line_of(key), fault)

    check.__doc__ = judged[0][1].__doc__
    return check


def check_library(
    judged: Sequence[tuple[str, Judge]],
) -> Callable[[LibraryContext, Sequence[PageInShort]], Iterator[PlacedProblem]]:
    """What ``library.toml`` says wrongly, or leaves to articles that do not say it either."""

    def check(library: LibraryContext, pages: Sequence[PageInShort]) -> Iterator[PlacedProblem]:
        if library.folder is None:
            return
        said = library.sources.statements
        path = SourceFolder(library.folder).notes(library.folder / "library.toml").path
        for key, judge in judged:
            if any(page.front and key not in page.front for page in pages) and (
                fault := judge(key, said, library.words)
            ):
                yield PlacedProblem(path, said.line_of(key), fault)

    check.__doc__ = judged[0][1].__doc__
    return check


def _rule(code: str, title: str, why: str, mend: str, source: str, judged: Sequence[tuple[str, Judge]]) -> Rule:
    return Rule(
        code=code,
        title=title,
        severity=Severity.WARNING if code == "M08" else Severity.ERROR,
        why=why,
        mend=mend,
        source=source,
        check=check_page(judged),
        check_library=check_library(judged),
        word_lists=("undeclared",) if code == "M03" else (),
    )


RULES: Final[tuple[Rule, ...]] = (
    _rule(
        "M02",
        "authors",
        "A reader may ask who wrote this and what they know.",
        "Name the authors in library.toml or in the article, with credentials or lay: yes.",
        "JAMA benchmarks; HONcode 1",
        [("authors", authors)],
    ),
    _rule(
        "M03",
        "money and interests",
        "Who pays may shape what is said and what is left out.",
        "Say who paid and what may sway the writers, or that there is nothing.",
        "HONcode 7; JAMA benchmarks; NHS standard 1",
        [("funding", declared), ("interests", declared)],
    ),
    _rule(
        "M08",
        "feedback",
        "Readers find mistakes that nobody else finds.",
        "Say to whom a reader can report a mistake.",
        "PIF TICK 8; eEurope 2002",
        [("feedback", feedback)],
    ),
)

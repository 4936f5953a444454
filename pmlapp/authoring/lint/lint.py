"""The engine of `pml lint`: what a rule and a finding are, and how rules meet manuscripts.

The rules are in `authoring.rules`, waivers in `authoring.waivers`, how
findings are printed in `authoring.lint_formats`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from pmlapp.authoring.lint.dossier import Dossier
from pmlapp.authoring.lint.manuscript import (
    LibraryContext,
    Manuscript,
    PageInShort,
    of_draft,
    of_foreign,
    page_in_short,
)
from pmlapp.authoring.lint.reading_age import ReadingMeter
from pmlapp.authoring.lint.word_lists import word_lists
from pmlapp.authoring.sources.diagnostics import Diagnostic, Diagnostics, Fault
from pmlapp.authoring.sources.drafts import Draft
from pmlapp.authoring.sources.front_matter import no_front_matter
from pmlapp.authoring.sources.source_folder import SourceFolder, note_all
from pmlapp.authoring.sources.sources import ExaminedSources, LibrarySources, SourceReading, examine_sources
from pmlapp.content.markdown.markdown import ArticleParser


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    """The page must not be published."""
    WARNING = "warning"
    """The page may be published with a named person's written waiver."""
    ADVICE = "advice"
    """Worth a thought; never in the way."""


class Finding(NamedTuple):
    """One thing that a rule found; sorts by path and line."""

    path: str
    line: int
    code: str
    severity: Severity
    message: str
    """What is wrong and how to correct it."""
    source: str
    """Whose rule it is."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code} {self.message}"


class Problem(NamedTuple):
    """What a rule says of one line of the manuscript it was given."""

    line: int
    message: str


class PlacedProblem(NamedTuple):
    """What a rule over the whole library says of one line of one of its files."""

    path: str
    line: int
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: it checks each manuscript, or the library as a whole, or stands for what the reader of sources refuses.

    What it says of a manuscript depends on that, the day, and what all pages share; never on another page.

    A rule may do several of these; ``tests/authoring/rules`` wants fixtures for all.
    """

    code: str
    """A letter for its group and two digits, as in ``T01``; never reused."""
    title: str
    """What it checks, in a few words."""
    severity: Severity
    why: str
    """One sentence."""
    mend: str
    """One sentence."""
    source: str
    """Who asks for it, in a few words."""
    check: Callable[[Manuscript], Iterable[Problem]] | None = None
    check_library: Callable[[LibraryContext, Sequence[PageInShort]], Iterable[PlacedProblem]] | None = None
    refusals: tuple[Fault, ...] = ()
    """The faults refused by `authoring.sources` that are this rule's; each fault is one rule's alone."""
    languages: tuple[str, ...] = ()
    """The languages it can judge; empty for all."""
    word_lists: tuple[str, ...] = ()
    """The lists of words for a part of what it checks; without them it judges a language in the rest."""

    def finding(self, path: str, line: int, message: str) -> Finding:
        """What the rule says of one line of one file."""
        return Finding(path, line, self.code, self.severity, message, self.source)

    def judges(self, language: str) -> bool:
        """Whether the rule is checked in a language; ``pt-br`` is judged as ``pt``."""
        return not self.languages or language.partition("-")[0] in self.languages


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What lies before the linter: manuscripts, what they belong to, and what was refused when they were read."""

    library: LibraryContext
    manuscripts: tuple[Manuscript, ...]
    refused: tuple[Diagnostic, ...]


def library_on_desk(folder: Path, *, today: date, dossier: Dossier | None = None) -> Desk:
    """Every article of the library in ``folder``, the folder of one language, and the ``dossier`` to compare it with.

    Raises:
        SourcesRefusedError: there is no such folder.
    """
    return desk_of(examine_sources(folder, today=today), today=today, dossier=dossier)


def desk_of(examined: ExaminedSources, *, today: date, dossier: Dossier | None = None) -> Desk:
    """Every article of a library that was read already."""
    reading = examined.reading
    library = context_of(examined.library, today, reading.folder.path, dossier)
    drafts = {draft.path: draft for draft in examined.drafts}
    articles = {article.id: article for article in examined.library.articles}
    files = SourceFolder(reading.folder.path)
    manuscripts: list[Manuscript] = []
    for path in examined.paths:
        notes = files.notes(path)
        text = files.text(path, notes)
        if text is None:
            continue
        draft = drafts.get(path)
        manuscripts.append(
            of_draft(draft, text, library, articles[draft.article.id])
            if draft
            else of_foreign(notes.path, text, library, reading.parser)[0]
        )
    return Desk(library=library, manuscripts=tuple(manuscripts), refused=examined.mistakes)


def read_manuscript(
    reading: SourceReading, library: LibraryContext, path: Path
) -> tuple[Manuscript | None, Draft | None]:
    """One article as rules walk over it, and as its file was read; what is wrong with it is noted in ``reading``."""
    text = reading.text(path)
    if text is None:
        return None, None
    draft = reading.draft(path, text)
    if draft is None:
        return of_foreign(reading.folder.notes(path).path, text, library, reading.parser)[0], None
    return of_draft(draft, text, library, reading.signable(reading.followed(draft))), draft


def file_on_desk(path: Path, *, language: str, today: date) -> Desk:
    """One text that belongs to no library, such as a page from elsewhere.

    What it lacks as an article is refused, as the reader of sources would; the rest is judged all the same.
    """
    files = SourceFolder(path.parent)
    found: list[Diagnostic] = []
    notes = Diagnostics(path.as_posix(), found)
    library = context_of(_no_library(language), today, None)
    text = files.text(path, notes)
    manuscripts: tuple[Manuscript, ...] = ()
    if text is not None:
        manuscript, mistakes = of_foreign(notes.path, text, library, ArticleParser())
        notes.add(1, no_front_matter(text))
        note_all(mistakes, notes, first_line=1)
        manuscripts = (manuscript,)
    return Desk(library=library, manuscripts=manuscripts, refused=tuple(sorted(set(found))))


def context_of(
    sources: LibrarySources, today: date, folder: Path | None, dossier: Dossier | None = None
) -> LibraryContext:
    """What rules may know of a library beside one article."""
    return LibraryContext(
        today=today,
        folder=folder,
        sources=sources,
        words=word_lists(sources.language).with_more("hard", sources.statements.texts("hard_words")),
        meter=ReadingMeter(sources.language),
        dossier=dossier,
    )


def _no_library(language: str) -> LibrarySources:
    return LibrarySources(
        title="",
        subject="",
        language=language,
        publisher="",
        licence="",
        topics=(),
        articles=(),
        sources=(),
        glossary=(),
        synonyms=(),
        media=(),
    )


def lint(desk: Desk, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """Everything that ``rules`` find on the desk, by path, line and code."""
    judge = Judge(rules, desk.library)
    found = {finding for manuscript in desk.manuscripts for finding in judge.of_page(manuscript)}
    pages = [page_in_short(manuscript) for manuscript in desk.manuscripts]
    return tuple(sorted({*judge.of_refused(desk.refused), *found, *judge.of_library(pages)}))


class Judge:
    """The rules in force for one library."""

    def __init__(self, rules: Sequence[Rule], library: LibraryContext) -> None:
        self._library = library
        self._active = [rule for rule in rules if rule.judges(library.language)]
        self._rule_of = {fault: rule for rule in rules for fault in rule.refusals}

    def of_page(self, manuscript: Manuscript) -> Iterator[Finding]:
        """What the rules say of one page by itself."""
        for rule in self._active:
            for line, message in rule.check(manuscript) if rule.check else ():
                yield rule.finding(manuscript.path, line, message)

    def of_library(self, pages: Sequence[PageInShort]) -> Iterator[Finding]:
        """What the rules say of all pages together."""
        for rule in self._active:
            for path, line, message in rule.check_library(self._library, pages) if rule.check_library else ():
                yield rule.finding(path, line, message)

    def of_refused(self, refused: Iterable[Diagnostic]) -> Iterator[Finding]:
        """What the reader of sources refused, under the codes of the rules."""
        for path, line, message, fault in refused:
            yield self._rule_of[fault].finding(path, line, message)

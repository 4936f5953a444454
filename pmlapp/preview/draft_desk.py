"""Every draft of one library in memory: read whole once, and page by page as its files are written."""

import itertools
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import monotonic

from pmlapp.authoring.building.apostrophes import with_printed_apostrophes
from pmlapp.authoring.building.build import build
from pmlapp.authoring.building.page_rows import blocks_of
from pmlapp.authoring.lint.lint import Finding, Judge, context_of
from pmlapp.authoring.lint.manuscript import Manuscript, PageInShort, of_draft, of_foreign, page_in_short
from pmlapp.authoring.lint.waivers import apply_waivers, read_waivers
from pmlapp.authoring.reviews.withdrawn import without_withdrawn_text
from pmlapp.authoring.rules import ALL_RULES
from pmlapp.authoring.sources.article_files import place_of
from pmlapp.authoring.sources.diagnostics import Diagnostic
from pmlapp.authoring.sources.drafts import Draft
from pmlapp.authoring.sources.one_page import read_page
from pmlapp.authoring.sources.source_folder import SourceFolder
from pmlapp.authoring.sources.sources import ExaminedSources, LibrarySources, examine_sources
from pmlapp.authoring.wording.six_checks import six_checks
from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.content.model import Article, Topic, TopicId
from pmlapp.errors import PmlError
from pmlapp.preview.news import LibraryBuilt, LibraryJudged, PageBuilt, PageReport, PageWording

Progress = Callable[[int, int], None]


class DraftDesk:
    """The drafts of the library in ``folder``, the folder of one language; content files go to ``build_folder``."""

    def __init__(self, folder: Path, build_folder: Path, today: date) -> None:
        self._folder = folder
        self._build_folder = build_folder
        self._today = today
        self._numbers = itertools.count(1)
        self._examined: ExaminedSources | None = None
        """As it was when the content file was built."""
        self._content_file = build_folder
        self._shown_pages: frozenset[str] = frozenset()
        self._judging: _Judging | None = None
        self._parser = ArticleParser()

    def read_library(self, progress: Progress) -> LibraryBuilt:
        """Read everything, and build what can be shown: mistakes are named, never in the way.

        What lint finds comes later, page by page, by `judge_next`.

        Raises:
            CannotWriteError: no space or no permission for the content file.
        """
        began = monotonic()
        examined = examine_sources(self._folder, today=self._today, progress=progress)
        files = SourceFolder(self._folder)
        pages = {files.notes(path).path: (place_of(path), path) for path in examined.paths}
        shared = any(note.path not in pages and note.path.endswith(".toml") for note in examined.mistakes)
        if not shared or self._examined is None:
            # Without the topics or the sources hardly a page could be shown: then the last good build stays.
            self._examined = examined
            self._content_file = self._build_folder / f"draft-{next(self._numbers)}.db"
            faulty = {pages[note.path][0] for note in examined.mistakes if note.path in pages}
            self._shown_pages = self._build(examined, faulty, self._content_file)
        self._judging = _Judging(examined, files, self._today)
        refused = tuple(sorted(self._judging.judge.of_refused(examined.mistakes)))
        return LibraryBuilt(
            self._content_file,
            {
                page: PageReport(path, _of(refused, name), _first(examined.mistakes, name))
                for name, (page, path) in pages.items()
            },
            self._shown_pages,
            tuple(finding for finding in refused if finding.path not in pages),
            files.shown_from,
            monotonic() - began,
        )

    @property
    def is_judging(self) -> bool:
        """Whether there are pages left of which nobody has said yet what lint finds in them."""
        return self._judging is not None and not self._judging.is_done

    def judge_next(self) -> LibraryJudged | None:
        """Judge one page more; when it was the last, what lint finds in all of them."""
        judging = self._judging
        assert judging is not None
        if judging.left:
            judging.judge_page(next(iter(judging.left)))
            return None
        judging.is_done = True
        waivers, unreadable = read_waivers(self._folder)
        found = {*judging.found(), *judging.judge.of_refused((*judging.examined.mistakes, *unreadable))}
        heard = apply_waivers(sorted(found), waivers, rules=ALL_RULES, today=self._today).findings
        names = {judging.name(path): place_of(path) for path in judging.examined.paths}
        return LibraryJudged(
            {page: _of(heard, name) for name, page in names.items()},
            tuple(finding for finding in heard if finding.path not in names),
        )

    def read_page(self, path: Path) -> PageBuilt | None:
        """Read one page again; None for a file that was not there when the whole library was read."""
        examined, judging = self._examined, self._judging
        if examined is None or judging is None or path not in examined.paths:
            return None
        began = monotonic()
        files = SourceFolder(self._folder)
        read = read_page(examined, path)
        text = files.text(path, files.notes(path)) or ""
        library = context_of(examined.library, self._today, self._folder)
        name = judging.name(path)
        if read.draft is not None and read.article is not None:
            manuscript = of_draft(read.draft, text, library, read.article)
        else:
            manuscript, _ = of_foreign(name, text, library, self._parser)
        judging.take(path, manuscript)
        findings = self._heard(path, read.mistakes)
        article, blocks = None, ""
        if read.draft is not None and read.article is not None and _is_readable(read.draft):
            article, blocks = self._shown(read.article, examined.library)
        return PageBuilt(
            place_of(path),
            PageReport(path, findings, _first(read.mistakes, name)),
            article,
            blocks,
            six_checks(manuscript),
            monotonic() - began,
        )

    def wording(self, page: str) -> PageWording | None:
        """The six checks of a page, and what lint finds in it; None for one that is not there."""
        judging = self._judging
        path = next((each for each in judging.examined.paths if place_of(each) == page), None) if judging else None
        if judging is None or path is None:
            return None
        if path in judging.left:
            judging.judge_page(path)
        manuscript = judging.manuscripts.get(path)
        if manuscript is None:
            return None
        return PageWording(page, six_checks(manuscript), self._heard(path, judging.examined.mistakes))

    def _heard(self, path: Path, mistakes: Iterable[Diagnostic]) -> tuple[Finding, ...]:
        """What lint finds in one page, waivers heard; what compares pages only when all were judged."""
        judging = self._judging
        assert judging is not None
        name = judging.name(path)
        found = {*judging.of_page.get(path, ()), *judging.judge.of_refused(mistakes)}
        if judging.is_done:
            found.update(judging.of_library())
        waivers, _ = read_waivers(self._folder)
        heard = apply_waivers(sorted(found), waivers, rules=ALL_RULES, today=self._today, whole=False)
        return _of(heard.findings, name)

    def _shown(self, article: Article, library: LibrarySources) -> tuple[Article | None, str]:
        """The article as the content file would hold it, and its blocks; none for a text beyond the limits."""
        alone = replace(library, articles=_buildable([article], library))
        for each in with_printed_apostrophes(without_withdrawn_text(alone)).articles:
            if blocks := blocks_of(self._parser, each):
                return each, blocks
        return None, ""

    def _build(self, examined: ExaminedSources, faulty: set[str], content_file: Path) -> frozenset[str]:
        """Build all pages; if a mistake makes that impossible, those without mistakes; if need be, none."""
        library = _whole(examined.library)
        articles = _buildable(library.articles, library)
        sound = tuple(article for article in articles if article.id not in faulty)
        refused = {str(draft.article.id) for draft in examined.drafts if not _is_readable(draft)}
        attempts = (articles, _buildable(sound, replace(library, articles=sound)), ())
        for number, tried in enumerate(attempts, start=1):
            shelves = library if tried else _empty(library)
            try:
                build(replace(shelves, articles=tried), content_file, draft=True)
            except PmlError:
                raise
            except Exception:
                # What a half-written file makes of a row is not known beforehand; an empty library always works.
                if number == len(attempts):
                    raise
            else:
                return frozenset(str(article.id) for article in tried if article.id not in refused)
        raise AssertionError("an empty library can be built")


class _Judging:
    """What lint finds in the pages of one library, as far as it has come."""

    def __init__(self, examined: ExaminedSources, files: SourceFolder, today: date) -> None:
        self.examined = examined
        self._files = files
        self._library = context_of(examined.library, today, files.path)
        self.judge = Judge(ALL_RULES, self._library)
        self.left = dict.fromkeys(examined.paths)
        self.is_done = False
        self.manuscripts: dict[Path, Manuscript] = {}
        self.of_page: dict[Path, tuple[Finding, ...]] = {}
        self._in_short: dict[Path, PageInShort] = {}
        self._drafts = {draft.path: draft for draft in examined.drafts}
        self._articles = {article.id: article for article in examined.library.articles}

    def name(self, path: Path) -> str:
        """How findings call a file."""
        return self._files.notes(path).path

    def judge_page(self, path: Path) -> None:
        """Judge a page as it was when the library was read."""
        self.left.pop(path, None)
        text = self._files.text(path, self._files.notes(path))
        draft = self._drafts.get(path)
        if text is None:
            return
        if draft is not None and draft.article.id in self._articles:
            self.take(path, of_draft(draft, text, self._library, self._articles[draft.article.id]))
        else:
            self.take(path, of_foreign(self.name(path), text, self._library, self.examined.reading.parser)[0])

    def take(self, path: Path, manuscript: Manuscript) -> None:
        """Judge a manuscript of the page at ``path``."""
        self.left.pop(path, None)
        self.manuscripts[path] = manuscript
        self.of_page[path] = tuple(self.judge.of_page(manuscript))
        self._in_short[path] = page_in_short(manuscript)

    def of_library(self) -> tuple[Finding, ...]:
        """What the rules say of all pages together."""
        return tuple(self.judge.of_library([self._in_short[path] for path in sorted(self._in_short)]))

    def found(self) -> set[Finding]:
        """Of each page by itself, and of all together."""
        return {*(finding for each in self.of_page.values() for finding in each), *self.of_library()}


def _first(mistakes: Iterable[Diagnostic], path: str) -> Diagnostic | None:
    return next((mistake for mistake in mistakes if mistake.path == path), None)


def _is_readable(draft: Draft) -> bool:
    """Whether a draft has front matter and a text that can be shown, with mistakes or without."""
    return bool(draft.front.values and draft.examined.body.blocks)


def _of(findings: Iterable[Finding], path: str) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.path == path)


def _whole(library: LibrarySources) -> LibrarySources:
    """The library with a name, and a topic at least for each page."""
    known = {topic.id for topic in library.topics}
    missing = sorted({article.topic for article in library.articles} - known)
    made = [Topic(TopicId(topic), str(topic), "", "topics") for topic in missing]
    return replace(library, title=library.title or "Preview", topics=(*library.topics, *made))


def _empty(library: LibrarySources) -> LibrarySources:
    return replace(
        library, topics=(Topic(TopicId("preview"), "Preview", "", "topics"),), action_cards=(), self_checks=(),
        words=(), media=(), synonyms=(), glossary=(), sources=(),
    )  # fmt: skip


def _buildable(articles: Iterable[Article], library: LibrarySources) -> tuple[Article, ...]:
    """The articles without what leads nowhere."""
    ids = {article.id for article in library.articles}
    keys = {source.key for source in library.sources}
    terms = {term.key for term in library.glossary}
    return tuple(
        article._replace(
            title=article.title or str(article.id).rpartition("/")[2],
            related=tuple(each for each in article.related if each.to in ids and each.to != article.id),
            sources=tuple(source for source in article.sources if source.key in keys),
            short_answer_terms=tuple(place for place in article.short_answer_terms if place.term in terms),
        )
        for article in articles
    )

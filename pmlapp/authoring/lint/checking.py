"""One run of `pml lint`: libraries, single articles and foreign texts, with waivers heard.

What was found on a page is kept, if there is a `Cache`, until the page, what
all pages share, the rules or the day are others.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pmlapp.authoring.cache import Cache, digest, digest_of_files, digest_of_program
from pmlapp.authoring.lint.dossier import Dossier
from pmlapp.authoring.lint.lint import (
    Finding,
    Judge,
    Rule,
    context_of,
    file_on_desk,
    library_on_desk,
    lint,
    read_manuscript,
)
from pmlapp.authoring.lint.manuscript import LibraryContext, Manuscript, PageInShort, page_in_short
from pmlapp.authoring.lint.waivers import FILE, apply_waivers, read_waivers
from pmlapp.authoring.lint.word_lists import WordLists
from pmlapp.authoring.processes import in_processes
from pmlapp.authoring.sources.article_files import article_files
from pmlapp.authoring.sources.diagnostics import Diagnostic
from pmlapp.authoring.sources.drafts import PlacedNames, placed_names
from pmlapp.authoring.sources.source_folder import SourceFolder
from pmlapp.authoring.sources.sources import SourceReading


class Checked(NamedTuple):
    """What a run found."""

    findings: tuple[Finding, ...]
    """By path, line and code."""
    waived: int
    pages: tuple[str, ...]
    """The paths of what was read."""
    language: str
    words: WordLists
    """What rules looked for in it."""


class JudgedPage(NamedTuple):
    """All that a run needs to know of one article."""

    short: PageInShort | None
    """None if its file could not be read."""
    findings: tuple[Finding, ...]
    """Of the rules that look at one page."""
    refused: tuple[Diagnostic, ...]
    placed: PlacedNames | None
    """None if it has no front matter."""
    leads_to: frozenset[str]
    """The articles that it names."""


class _Known(NamedTuple):
    """What is kept of a library between runs."""

    reading: SourceReading
    """What its pages share, as it was read."""
    pages: Mapping[bytes, JudgedPage]
    """By the digest of path and bytes."""


def check_library(
    folder: Path,
    rules: Sequence[Rule],
    *,
    today: date,
    only: frozenset[Path] = frozenset(),
    dossier: Dossier | None = None,
    cache: Cache | None = None,
    processes: int = 1,
) -> Checked:
    """All articles of the library in ``folder``, the folder of one language.

    Args:
        folder: as for `authoring.sources.read_sources`.
        rules: in force.
        today: decides which waivers still hold, and is handed to the rules.
        only: files whose findings are wanted; empty for all of them.
        dossier: what the editors recorded under each source, to compare the pages with.
        cache: where to keep what was found, and to look for it; None to look at every page.
        processes: how many to share the pages out to.

    Raises:
        SourcesRefusedError: there is no such folder.
    """
    run = _Run(folder, rules, today, dossier)
    library, refused, judged = run.judged(cache, processes)
    waivers, unreadable = read_waivers(folder)
    judge = Judge(rules, library)
    shorts = [page.short for page in judged if page.short]
    found = {
        *(finding for page in judged for finding in page.findings),
        *judge.of_library(shorts),
        *judge.of_refused((*refused, *unreadable)),
    }
    heard = apply_waivers(sorted(found), waivers, rules=rules, today=today)
    files = SourceFolder(folder)
    names = {files.notes(path.resolve()).path for path in only} or {page.path for page in shorts}
    return Checked(
        tuple(finding for finding in heard.findings if not only or finding.path in names),
        heard.waived,
        tuple(page.path for page in shorts if page.path in names),
        library.language,
        library.words,
    )


def check_file(
    path: Path,
    rules: Sequence[Rule],
    *,
    language: str,
    today: date,
    dossier: Dossier | None = None,
    cache: Cache | None = None,
    processes: int = 1,
) -> Checked:
    """A single text: an article in the folder of its library, or a page from elsewhere."""
    folder = path.resolve().parent.parent
    if path.suffix == ".md" and (folder / "library.toml").is_file():
        only = frozenset({path})
        return check_library(folder, rules, today=today, only=only, dossier=dossier, cache=cache, processes=processes)
    desk = file_on_desk(path, language=language, today=today)
    pages = tuple(manuscript.path for manuscript in desk.manuscripts)
    return Checked(lint(desk, rules), 0, pages, desk.library.language, desk.library.words)


def manuscripts_at(path: Path, *, language: str, today: date) -> tuple[Manuscript, ...]:
    """The articles of a library, or a single text, whole: for reports that no rule makes."""
    if path.is_dir():
        return library_on_desk(path, today=today).manuscripts
    folder = path.resolve().parent.parent
    if path.suffix == ".md" and (folder / "library.toml").is_file():
        shown = SourceFolder(folder).notes(path.resolve()).path
        return tuple(each for each in library_on_desk(folder, today=today).manuscripts if each.path == shown)
    return file_on_desk(path, language=language, today=today).manuscripts


class _Run:
    """One run over one library."""

    def __init__(self, folder: Path, rules: Sequence[Rule], today: date, dossier: Dossier | None) -> None:
        self._folder = folder
        self._rules = rules
        self._today = today
        self._dossier = dossier

    def judged(
        self, cache: Cache | None, processes: int
    ) -> tuple[LibraryContext, tuple[Diagnostic, ...], list[JudgedPage]]:
        """The library, what was refused in all its files, and its articles in the order of their files."""
        files = SourceFolder(self._folder)
        paths = article_files(files, None)
        data = {path: _bytes(path) for path in paths} if cache else {}
        keys = {path: digest(str(path), held) for path, held in data.items() if held is not None}
        name, stamp = f"lint-{digest(str(files.path)).hex()[:16]}", self._stamp(files, paths) if cache else b""
        kept = cache.get(name, stamp) if cache else None
        known = kept.value if kept and isinstance(kept.value, _Known) else None
        reading = known.reading if known and known.reading.paths == paths else SourceReading(self._folder, self._today)
        library = context_of(reading.shelves, self._today, reading.folder.path, self._dossier)
        places = reading.places.keys()
        pages = {
            path: page
            for path in reading.paths
            if known and (page := known.pages.get(keys.get(path, b""))) and page.leads_to <= places
        }
        judge = Judge(self._rules, library)
        left = [path for path in reading.paths if path not in pages]
        found = in_processes(lambda path: _judged(reading, library, judge, path), left, processes)
        pages.update(zip(left, found, strict=True))
        if cache and (left or reading is not (known and known.reading)):
            held = {keys[path]: page for path, page in pages.items() if path in keys and page.leads_to <= places}
            cache.put(name, stamp, _Known(reading, held))
        judged = [pages[path] for path in reading.paths]
        shared = tuple(reading.mistakes)
        reading.note_unused([page.placed for page in judged if page.placed])
        refused = (*reading.mistakes, *(note for page in judged for note in page.refused))
        del reading.mistakes[len(shared) :]
        return library, tuple(sorted(set(refused))), judged

    def _stamp(self, files: SourceFolder, paths: Sequence[Path]) -> bytes:
        """Changes with all that the findings of a page depend on, but for its own file and which others there are."""
        root = files.library_root
        folders = [files.path]
        if root:
            folders += [path for path in sorted(root.iterdir()) if path.name != "content"]
        return digest(
            digest_of_program(),
            digest_of_files(folders, but=(*paths, files.path / FILE)),
            self._today.isoformat(),
            " ".join(rule.code for rule in self._rules),
            repr(self._dossier),
        )


def _judged(reading: SourceReading, library: LibraryContext, judge: Judge, path: Path) -> JudgedPage:
    before = len(reading.mistakes)
    manuscript, draft = read_manuscript(reading, library, path)
    refused = tuple(reading.mistakes[before:])
    del reading.mistakes[before:]
    related = manuscript.article.related if manuscript and manuscript.article else ()
    return JudgedPage(
        short=page_in_short(manuscript) if manuscript else None,
        findings=tuple(judge.of_page(manuscript)) if manuscript else (),
        refused=refused,
        placed=placed_names(draft) if draft else None,
        leads_to=frozenset((*(draft.references.articles if draft else ()), *(str(each.to) for each in related))),
    )


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None

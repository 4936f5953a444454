"""One run of `pml lint`: libraries, single articles and foreign texts, with waivers heard."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pmlapp.authoring.lint.dossier import Dossier
from pmlapp.authoring.lint.lint import Desk, Finding, Rule, file_on_desk, library_on_desk, lint
from pmlapp.authoring.lint.manuscript import Manuscript
from pmlapp.authoring.lint.waivers import apply_waivers, read_waivers
from pmlapp.authoring.sources.source_folder import SourceFolder


class Checked(NamedTuple):
    """What a run found."""

    findings: tuple[Finding, ...]
    """By path, line and code."""
    waived: int
    manuscripts: tuple[Manuscript, ...]
    """What was read, for the report of reading ages."""


def check_library(
    folder: Path,
    rules: Sequence[Rule],
    *,
    today: date,
    only: frozenset[Path] = frozenset(),
    dossier: Dossier | None = None,
) -> Checked:
    """All articles of the library in ``folder``, the folder of one language.

    Args:
        folder: as for `authoring.sources.read_sources`.
        rules: in force.
        today: decides which waivers still hold, and is handed to the rules.
        only: files whose findings are wanted; empty for all of them.
        dossier: what the editors recorded under each source, to compare the pages with.

    Raises:
        SourcesRefusedError: there is no such folder.
    """
    desk = library_on_desk(folder, today=today, dossier=dossier)
    waivers, unreadable = read_waivers(folder)
    desk = Desk(library=desk.library, manuscripts=desk.manuscripts, refused=(*desk.refused, *unreadable))
    heard = apply_waivers(lint(desk, rules), waivers, rules=rules, today=today)
    if not only:
        return Checked(heard.findings, heard.waived, desk.manuscripts)
    files = SourceFolder(folder)
    names = {files.notes(path.resolve()).path for path in only}
    return Checked(
        tuple(finding for finding in heard.findings if finding.path in names),
        heard.waived,
        tuple(manuscript for manuscript in desk.manuscripts if manuscript.path in names),
    )


def check_file(
    path: Path, rules: Sequence[Rule], *, language: str, today: date, dossier: Dossier | None = None
) -> Checked:
    """A single text: an article in the folder of its library, or a page from elsewhere."""
    folder = path.resolve().parent.parent
    if path.suffix == ".md" and (folder / "library.toml").is_file():
        return check_library(folder, rules, today=today, only=frozenset({path}), dossier=dossier)
    desk = file_on_desk(path, language=language, today=today)
    return Checked(lint(desk, rules), 0, desk.manuscripts)

"""What the building process says to the window, and what the window asks of it."""

from pathlib import Path
from typing import NamedTuple

from pmlapp.authoring.lint.lint import Finding
from pmlapp.authoring.sources.diagnostics import Diagnostic
from pmlapp.authoring.wording.six_checks import Wording
from pmlapp.content.model import Article


class PageReport(NamedTuple):
    """What is known of one page without its text."""

    file: Path
    findings: tuple[Finding, ...]
    """By line."""
    in_the_way: Diagnostic | None = None
    """The first of the mistakes for which the file is not read whole."""


class Progress(NamedTuple):
    """How far the first reading is."""

    done: int
    of: int


class LibraryBuilt(NamedTuple):
    """A whole library was read and built; its findings are still only what keeps files from being read."""

    content_file: Path
    pages: dict[str, PageReport]
    """By the id of the page."""
    shown: frozenset[str]
    """The pages that could be built."""
    elsewhere: tuple[Finding, ...]
    """In files that belong to no page, such as sources.toml."""
    root: Path
    """The folder from which findings name their files."""
    seconds: float


class LibraryJudged(NamedTuple):
    """Every page was judged."""

    pages: dict[str, tuple[Finding, ...]]
    """By the id of the page."""
    elsewhere: tuple[Finding, ...]


class PageBuilt(NamedTuple):
    """One page was read again."""

    page: str
    report: PageReport
    article: Article | None
    """None for a text that cannot be shown: then the last one that could stays."""
    blocks: str
    wording: Wording | None
    seconds: float


class PageWording(NamedTuple):
    """The six checks of a page that was asked for."""

    page: str
    wording: Wording
    findings: tuple[Finding, ...]
    """By line."""


class AskLibrary(NamedTuple):
    """Read and build everything."""


class AskPage(NamedTuple):
    """Read one page again, whose file was written."""

    file: Path


class AskWording(NamedTuple):
    """Take the six checks of a page that is shown now."""

    page: str


class Failed(NamedTuple):
    """Something could not be done; what was shown before stays."""

    words: str


News = Progress | Failed | LibraryBuilt | LibraryJudged | PageBuilt | PageWording
Ask = AskLibrary | AskPage | AskWording

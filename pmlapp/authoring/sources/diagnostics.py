"""What is wrong in the files of a library: where it is, a sentence, and the fault it is a case of."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from pmlapp.content.markdown.markdown_limits import TextFault


class SourceFault(StrEnum):
    """What is wrong outside the text of an article, as a fixed key; see `TextFault` for the text itself."""

    FRONT_MATTER = "front-matter"
    """Keys and values of an article's head, or of a file of the library."""
    PICTURE_FILE = "picture-file"
    FILE = "file"
    """Missing, misplaced, unreadable, or not in its format."""
    ADDRESS = "address"
    """Where a source can be opened: its address, DOI or PubMed id."""
    CLAIM = "claim"
    """A fact placed by name."""
    SHARED_BLOCK = "shared-block"
    """A passage of the folder ``blocks``, or its place on a page."""
    REVIEW_RECORD = "review-record"
    QUERY = "query"
    """A line of the sheet that the search is tried with."""
    WAIVER = "waiver"


Fault = TextFault | SourceFault


class Diagnostic(NamedTuple):
    """What is wrong in one line of one file."""

    path: str
    line: int
    message: str
    fault: Fault

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Diagnostics:
    """The mistakes found so far in the file ``path``, most of them of the ``usual`` kind for such a file."""

    path: str
    found: list[Diagnostic]
    usual: Fault = SourceFault.FRONT_MATTER

    def add(self, line: int, message: str, fault: Fault | None = None) -> None:
        """Note that ``line`` (from 1) is wrong."""
        self.found.append(Diagnostic(self.path, line, message, fault or self.usual))

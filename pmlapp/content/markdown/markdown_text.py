"""The plain text of an article's Markdown, without parsing it: for the index, for excerpts and for counts of words."""

import re
from typing import Final

from pmlapp.content.markdown.emphasis import without_marks

_LINE_START: Final = re.compile(
    r"""\s*(?:
        \#{1,6}\s+                                  # heading
      | (?:!!!|\?\?\?\+?)\s*[\w-]*\s*               # callout, fold
      | (?:[-*+]|\d+[.)])\s+                        # point, step
      | \|                                          # row of a table
      | (?:Table|Note|Figure):\s                    # what is round a table or figure
    )""",
    re.VERBOSE,
)
_TABLE_RULE: Final = re.compile(r"[\s|:-]+\Z")
_CITATION: Final = re.compile(r"\[\^[^\]]*\]")
_LINK: Final = re.compile(r"!?\[([^\]\[]*)\]\([^()]*\)")
_ATTRIBUTES: Final = re.compile(r"\{[^{}]*\}\s*\Z")
_MARK: Final = re.compile(r"[*_\\]")


def plain_lines(markdown: str) -> list[str]:
    """The text of an article without Markdown: a line for each paragraph, point, heading and row."""
    lines: list[str] = []
    open_line = False
    for raw in markdown.splitlines():
        start = _LINE_START.match(raw)
        text = _plain(raw[start.end() :] if start else raw)
        if not text:
            open_line = False
        elif open_line and not start:
            lines[-1] += " " + text
        else:
            lines.append(text)
            open_line = True
    # Most lines have no marks: to look for one costs a hundredth of what taking them out does.
    return [_without_marks(line) if _MARK.search(line) else line for line in lines]


def without_links(markdown: str) -> str:
    """The Markdown with the words of links in their place, and without citations."""
    return _LINK.sub(r"\1", _CITATION.sub("", markdown)) if "[" in markdown else markdown


def _plain(line: str) -> str:
    if _TABLE_RULE.match(line):
        return ""
    line = without_links(line)
    if "{" in line:
        line = _ATTRIBUTES.sub("", line)
    return " ".join(line.replace("\\|", " ").replace("|", " ").split()).strip(' "')


def _without_marks(line: str) -> str:
    return " ".join(without_marks(line).split())

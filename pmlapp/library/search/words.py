"""Which words of a text people search by, the same for the index and for what they type."""

import re
from typing import Final

from pmlapp.library.search.letters import folded, pieces, reduced, words_of

_ENGLISH: Final = """
a about after all also am an and any anyone are as at be because been before being both but by can cannot could
d did do does doing don done each else ever every for from get gets getting give given go goes going got had has
have having he her hers him his how i if in into is isn it its itself just know let like ll m made make makes
many may me mean means might mine more most much must my myself need no nor not of off on one or other our out
over please re really s same say shall she should so some somebody someone something such t tell than that the
their them then there these they thing things this those to too under until up us use used using ve very want
was way we well were what when where whether which while who whom whose why will with without won would yes you
your
dont doesnt didnt isnt arent wasnt cant couldnt wont wouldnt shouldnt hasnt havent im ive youre hes shes its
theres whats whos
"""

_STOP_WORDS: Final = {"en": frozenset(_ENGLISH.split())}

_LINE_START: Final = re.compile(
    r"""\s*(?:
        \#{1,6}\s+                                  # heading
      | (?:!!!|\?\?\?\+?)\s*[\w-]*\s*               # callout, fold
      | (?:[-*+]|\d+[.)])\s+                        # point, step
      | \|                                          # row of a table
      | (?:Table|Note|Figure):\s                    # what stands round a table or figure
    )""",
    re.VERBOSE,
)
_TABLE_RULE: Final = re.compile(r"[\s|:-]+\Z")
_CITATION: Final = re.compile(r"\[\^[^\]]*\]")
_LINK: Final = re.compile(r"!?\[([^\]\[]*)\]\([^()]*\)")
_ATTRIBUTES: Final = re.compile(r"\{[^{}]*\}\s*\Z")
_MARKS: Final = re.compile(r"\\(\W)|\*+")


def words_in(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    return words_of(folded(text))


def stop_words(language: str) -> frozenset[str]:
    """Words too common to search by; none are known for most languages."""
    return _STOP_WORDS.get(language.partition("-")[0], frozenset())


def content_words(text: str, language: str) -> list[str]:
    """The words of a text that say what it is about, as they stand in the index, in order, repeats included."""
    stop = stop_words(language)
    if text.isascii():  # without the places: an index of millions of words is made in a third of the time
        return [reduced(word) for word in words_of(text.lower()) if word not in stop]
    return [piece.word for piece in pieces(folded(text), last_letters=True) if piece.word not in stop]


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
    return lines


def without_links(markdown: str) -> str:
    """The Markdown with the words of links in their place, and without citations."""
    return _LINK.sub(r"\1", _CITATION.sub("", markdown)) if "[" in markdown else markdown


def _plain(line: str) -> str:
    if _TABLE_RULE.match(line):
        return ""
    line = without_links(line)
    # Most lines have no marks: to look for a letter costs a hundredth of what a pattern does.
    if "{" in line:
        line = _ATTRIBUTES.sub("", line)
    if "*" in line or "\\" in line:
        line = _MARKS.sub(r"\1", line)
    return " ".join(line.replace("|", " ").split()).strip(' "')

"""Rules A: pages that everyone can use, by ear and by keyboard too."""

import re
from collections.abc import Iterator
from typing import Final

from pmlapp.authoring.lint.lint import Problem, Rule, Severity
from pmlapp.authoring.lint.manuscript import Manuscript
from pmlapp.authoring.lint.reading_font import drawn_by_another
from pmlapp.authoring.lint.sentences import words_of
from pmlapp.authoring.lint.text_units import RUNNING_TEXT, Role, every_span
from pmlapp.authoring.lint.word_lists import languages_with_lists
from pmlapp.content.markdown.markdown_limits import TextFault
from pmlapp.content.page import Emphasis, Figure, Link, Paragraph, Strong, Table, plain

_MOST_ALT: Final = 150
_MOST_COLUMNS: Final = 6
_MOST_CAPITALS: Final = 2
_FILE_NAME: Final = re.compile(r"^\S+\.(?:svg|png|jpe?g|gif|webp)$|^(?:image|picture|figure|img|photo)[ _-]*\d*$", re.I)
_CAPITALS: Final = re.compile(r"(?:\b[^\W\d_a-zß-öø-ÿ]{2,}\b[ ,]*)+")
_CUE: Final = re.compile(
    r"\b(?:shown|marked|drawn|printed|coloured|colored|highlighted|the ones|see the|those) in (\w+)|"
    r"\bthe (\w+) (?:line|bar|box|area|part|button|text|words|dots?|patch(?:es)?)\b",
    re.IGNORECASE,
)


def alt_text(manuscript: Manuscript) -> Iterator[Problem]:
    """A01: the words for a picture are too long, or are not words."""
    for block, line, _ in manuscript.blocks:
        if not isinstance(block, Figure):
            continue
        if len(block.alt) > _MOST_ALT:
            message = (
                f"the words for the picture have {len(block.alt)} characters; at most {_MOST_ALT}, the rest below it"
            )
            yield Problem(line, message)
        if _FILE_NAME.search(block.alt):
            yield Problem(line, f"“{block.alt}” does not say what the picture shows; describe it in a sentence")


def other_font(manuscript: Manuscript) -> Iterator[Problem]:
    """A08: characters that the reading font does not have."""
    for unit in manuscript.text_units:
        found = drawn_by_another(plain(unit.spans))
        if found:
            named = ", ".join(f"“{each}” (U+{ord(each):04X})" for each in found)
            yield Problem(unit.line, f"another font has to draw {named}")


def link_words(manuscript: Manuscript) -> Iterator[Problem]:
    """A03: the words of a link do not say where it leads."""
    empty = manuscript.library.words.of("empty_links")
    leads: dict[str, str] = {}
    for unit in manuscript.text_units:
        for span in every_span(unit.spans):
            if not isinstance(span, Link):
                continue
            words = plain(span.spans).strip()
            known = words.casefold()
            if empty.pattern.fullmatch(words):
                yield Problem(unit.line, f"the link “{words}” does not say where it leads; name the page")
            elif re.match(r"https?://|www\.", words):
                yield Problem(unit.line, f"the link “{words[:40]}” is a bare address; write the name of the page")
            elif leads.setdefault(known, span.target) != span.target:
                yield Problem(unit.line, f"two links called “{words}” lead to different pages; name each for its own")


def emphasis(manuscript: Manuscript) -> Iterator[Problem]:
    """A04: stress is laid in a way that is not heard or not seen by all."""
    for block, line, _ in manuscript.blocks:
        if isinstance(block, Paragraph) and len(block.spans) == 1 and isinstance(block.spans[0], Strong):
            words = plain(block.spans)
            if not words.rstrip().endswith((".", "!", "?", ":")):
                yield Problem(line, f"“{words[:60]}” is a heading written in strong words; write ## before it instead")
    for unit in manuscript.text_units:
        for span in every_span(unit.spans):
            if isinstance(span, Emphasis):
                message = f"“{plain(span.spans)[:40]}” is slanted, which is hard to read; use **strong** words, or none"
                yield Problem(unit.line, message)
        for run in _CAPITALS.finditer(unit.text):
            if len(words_of(run[0])) > _MOST_CAPITALS and "," not in run[0]:
                yield Problem(unit.line, f"“{run[0].strip()[:40]}” is all in capitals; write it in small letters")


def colour_alone(manuscript: Manuscript) -> Iterator[Problem]:
    """A07: a colour is all that tells one thing from another."""
    colours = manuscript.library.words.of("colours").pattern
    for text, line, unit in manuscript.sentences:
        if unit.role not in RUNNING_TEXT | {Role.CAPTION}:
            continue
        for cue in _CUE.finditer(text):
            word = cue[1] or cue[2]
            if colours.fullmatch(word):
                yield Problem(line, f"“{cue[0]}” can only be followed by eye; name the thing, or say where it is")


def tables(manuscript: Manuscript) -> Iterator[Problem]:
    """A05: a table has too many columns, or a column without a name."""
    for block, line, _ in manuscript.blocks:
        if not isinstance(block, Table):
            continue
        if len(block.header) > _MOST_COLUMNS:
            yield Problem(
                line, f"the table has {len(block.header)} columns; at most {_MOST_COLUMNS} fit: make two of it"
            )
        for number, head in enumerate(block.header, start=1):
            if not plain(head).strip():
                yield Problem(line, f"column {number} of the table has no name; name it, the first one too")


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="A01",
        title="words for pictures",
        severity=Severity.ERROR,
        why="A reader who cannot see the picture has only these words.",
        mend="Say in at most 150 characters what the picture shows; leave the rest to the caption.",
        source="WCAG 2.2, 1.1.1",
        check=alt_text,
        refusals=(TextFault.PICTURE,),
    ),
    Rule(
        code="A03",
        title="words of links",
        severity=Severity.ERROR,
        why="A screen reader lists links without the text around them.",
        mend="Let the words name the page that the link leads to.",
        source="WCAG 2.2, 2.4.4; NHS digital service manual",
        check=link_words,
        refusals=(TextFault.LINK_WORDS,),
        word_lists=("empty_links",),
    ),
    Rule(
        code="A04",
        title="stress",
        severity=Severity.WARNING,
        why="Italics and capitals are hard to read with poor sight, and bold words are not announced as a heading.",
        mend="Use headings for headings, and a few bold words for what must not be missed.",
        source="NHS digital service manual; WCAG 2.2, 1.3.1",
        check=emphasis,
    ),
    Rule(
        code="A05",
        title="tables",
        severity=Severity.ERROR,
        why="By ear a cell is known by the name of its column only, and wide tables do not fit large text.",
        mend="Name every column, and make two tables of a wide one.",
        source="WCAG 2.2, 1.3.1",
        check=tables,
        refusals=(TextFault.TABLE,),
    ),
    Rule(
        code="A07",
        title="colours as the only cue",
        severity=Severity.WARNING,
        why="Not everyone tells red from green, and paper from many printers has no colours.",
        mend="Name the thing, or say where it is.",
        source="WCAG 2.2, 1.4.1",
        check=colour_alone,
        languages=languages_with_lists("colours"),
    ),
    Rule(
        code="A08",
        title="characters of another font",
        severity=Severity.ADVICE,
        why="The letters of the reading font are easy to tell apart; what it lacks looks different on each computer.",
        mend="Write it in words or plain letters: CD4 for a small 4, to for an arrow, 1/3 for a sign.",
        source="Atkinson Hyperlegible Next, the characters of its files",
        check=other_font,
    ),
)

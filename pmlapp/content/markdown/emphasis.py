"""Which stars and underscores are marks of bold text and emphasis, and which are characters that the author wrote.

``HLA-B*57:01``, ``3*4*5`` and ``CYP2D6*4`` keep their stars, as do footnote marks
such as ``Study A* and study B*``: a mark opens only before a word and closes only
behind one, as in CommonMark (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run),
and more strictly than there beside letters.  Python-Markdown is not asked: its versions
pair marks differently, and 3.11.3 loses a character of ``*0**:*:``.
"""

import re
from typing import Final, NamedTuple

from pmlapp.content.markdown.markdown_limits import UNSPACED

# Escaped characters, citations and targets of links are stepped over.
_TOKEN: Final = re.compile(
    r"\\.|\[\^[^\[\]]*+\]|(?P<close>\](?:\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+\))?)|(?P<open>\[)|(?P<run>\*+|_+)",
    re.DOTALL,
)
_SPACED: Final = re.compile(rf"(?!{UNSPACED})[^\W_]")
_CLOSING: Final = frozenset(")]}.,;:!?…»”’")
_OPENING: Final = frozenset("([{«“‘¿¡")
_LONGEST: Final = 3
"""Stars in a mark: one for emphasis, two for bold text, three for both."""


class _Run(NamedTuple):
    """Stars or underscores in a row."""

    start: int
    end: int
    opens: bool
    closes: bool
    bracket: int
    """Where the innermost bracket around it opens; -1 outside of all: no pair reaches into a link."""


class _Pair(NamedTuple):
    opener: _Run
    closer: _Run


def coded(text: str) -> str:
    """One paragraph with its marks as codes that `STRESSED` finds, and other stars and underscores out of its way.

    A pair of stars without its partner stays as it is: `content.markdown` refuses it.
    """
    runs = _runs(text)
    pairs = _pairs(text, runs)
    codes: dict[int, str] = {}
    for number, (opener, closer) in enumerate(pairs):
        codes[opener.start] = f"\x02{opener.end - opener.start}+{number}\x03"
        codes[closer.start] = f"\x02-{number}\x03"
    for run in runs:
        if run.start not in codes and (run.end - run.start == 1 or not (run.opens or run.closes)):
            # As Python-Markdown codes a character that a backslash protects.
            codes[run.start] = "".join(f"\x02{ord(mark)}\x03" for mark in text[run.start : run.end])
    parts: list[str] = []
    done = 0
    for run in runs:
        if run.start in codes:
            parts += text[done : run.start], codes[run.start]
            done = run.end
    return "".join((*parts, text[done:]))


STRESSED: Final = "\x02{length}\\+(\\d+)\x03(.*?)\x02-\\1\x03"
"""A pattern for a coded pair with marks of ``length``: its number, and the words between."""


def without_marks(text: str) -> str:
    """One paragraph as it is shown: marks and protecting backslashes are gone, all else is there."""
    marks = {run.start for pair in _pairs(text, _runs(text)) for run in pair}

    def shown(match: re.Match[str]) -> str:
        if match["run"]:
            return "" if match.start() in marks else match[0]
        return match[0][1:] if match[0][0] == "\\" and re.match(r"[^\w\s]|_", match[0][1:]) else match[0]

    return _TOKEN.sub(shown, text)


def _runs(text: str) -> list[_Run]:
    runs: list[_Run] = []
    brackets: list[int] = []
    for match in _TOKEN.finditer(text):
        if match["open"]:
            brackets.append(match.start())
        elif match["close"] and brackets:
            brackets.pop()
        elif match["run"]:
            start, end = match.span()
            before, after = text[start - 1 : start], text[end : end + 1]
            runs.append(
                _Run(
                    start,
                    end,
                    opens=bool(after.strip()) and after not in _CLOSING and not _SPACED.match(before),
                    closes=bool(before.strip()) and before not in _OPENING and not _SPACED.match(after),
                    bracket=brackets[-1] if brackets else -1,
                )
            )
    return runs


def _pairs(text: str, runs: list[_Run]) -> list[_Pair]:
    """The marks that belong together, each pair before those inside it; none inside another of its own kind."""
    waiting: list[_Run] = []
    pairs: list[_Pair] = []
    for run in runs:
        fitting = (index for index in reversed(range(len(waiting))) if _fit(text, waiting[index], run))
        partner = next(fitting, None) if run.closes else None
        if partner is not None:
            pairs.append(_Pair(waiting[partner], run))
            # What was opened in between can no longer be closed.
            del waiting[partner:]
        elif run.opens and run.end - run.start <= _LONGEST:
            waiting.append(run)
    found: list[_Pair] = []
    for pair in sorted(pairs):
        around = [each for each in found if each.opener.start < pair.opener.start < each.closer.start]
        if not any(_kinds(each) & _kinds(pair) for each in around):
            found.append(pair)
    return found


def _fit(text: str, opener: _Run, closer: _Run) -> bool:
    return (
        text[opener.start : opener.end] == text[closer.start : closer.end]
        and opener.bracket == closer.bracket
        and opener.end < closer.start
    )


def _kinds(pair: _Pair) -> int:
    """Bit 1 for emphasis, bit 2 for bold text."""
    return pair.opener.end - pair.opener.start

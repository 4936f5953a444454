"""Where what is read aloud is in the document of a page, at any width and text size."""

from collections.abc import Iterable, Mapping
from itertools import islice

from PySide6.QtGui import QTextBlock

from pmlapp.library.pages.spoken import Part, Place
from pmlapp.reading.page.highlights import characters
from pmlapp.reading.typesetting.typesetter import TypesetPage

_UNSEEN = frozenset("\u2060\u2066\u2069\u00ad")
"""What the typeset page has more than its words, to keep them together or in order."""
_ALIKE = str.maketrans({"\u00a0": " ", "\u2028": "\n", "\u00b5": "\u03bc", "\u2011": "-", "\u2010": "-"})
_CITATION = "source:"
_SEARCHED_BLOCKS = 4
"""How far behind the text before it a text may be: a mark or an empty block is between them at most."""


class _Line:
    """One text block without citations: its characters, and the position of each in the document."""

    def __init__(self, block: QTextBlock, citations: Mapping[int, int]) -> None:
        origin = block.position()
        text = characters(block.text())
        kept: list[int] = []
        position = 0
        while position < len(text):
            end = citations.get(origin + position)
            if end is not None:
                position = end - origin
                continue
            # Two numbers of sources are kept together by a space that does not break.
            between = text[position] == "\u00a0" and origin + position + 1 in citations
            if text[position] not in _UNSEEN and not between:
                kept.append(position)
            position += 1
        self.text = "".join(text[each] for each in kept).translate(_ALIKE)
        self.positions = [origin + each for each in kept]


class SpokenPlaces:
    """Finds each part of a page once, in reading order; a place of it is one or more ranges of the document."""

    def __init__(self, page: TypesetPage, parts: Iterable[Part]) -> None:
        self._page = page
        self._citations = {link.start: link.end for link in page.links if link.target.startswith(_CITATION)}
        self._shown: dict[tuple[str, int], str] = {}
        self._found: dict[tuple[str, int], tuple[_Line, int]] = {}
        self._find(parts)

    def ranges(self, place: Place) -> tuple[tuple[int, int], ...]:
        """The characters of a place, first and behind the last of each run; citations among them are left out."""
        key = (place.block, place.part)
        if key not in self._found:
            return ()
        line, begin = self._found[key]
        shown = self._shown[key]
        start = len(characters(shown[: place.start]))
        end = len(characters(shown[: place.end]))
        positions = line.positions[begin + start : begin + end]
        runs: list[tuple[int, int]] = []
        for position in positions:
            if runs and not any(each in self._citations for each in range(runs[-1][1], position)):
                runs[-1] = (runs[-1][0], position + 1)
            else:
                runs.append((position, position + 1))
        return tuple(runs)

    def shown(self, place: Place) -> str:
        """The words of a place as the page's own text has them."""
        return self._shown.get((place.block, place.part), "")[place.start : place.end]

    def _find(self, parts: Iterable[Part]) -> None:
        number = 0
        before = ""
        for part in parts:
            self._shown[part.block, part.number] = part.shown
            if part.block != before:
                before = part.block
                number = self._page.starts.get(part.block, number)
            found = self._found_from(number, part)
            if found is not None:
                number, line, begin = found
                self._found[part.block, part.number] = (line, begin)
                number += 1

    def _found_from(self, number: int, part: Part) -> tuple[int, _Line, int] | None:
        wanted = characters(part.shown).translate(_ALIKE)
        reach = 1 if part.header else _SEARCHED_BLOCKS
        for behind, block in enumerate(islice(_blocks_from(self._page, number), reach)):
            line = _Line(block, self._citations)
            begin = line.text.rfind(wanted)
            if begin < 0:
                continue
            before, after = line.text[:begin], line.text[begin + len(wanted) :]
            if not after.strip() and (part.loose or not before.strip()):
                return number + behind, line, begin
        return None


def _blocks_from(page: TypesetPage, number: int) -> Iterable[QTextBlock]:
    block = page.document.findBlockByNumber(number)
    while block.isValid():
        yield block
        block = block.next()

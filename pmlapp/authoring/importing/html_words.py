"""The words inside a paragraph of a page: elements become runs with their marks, and pictures."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from pmlapp.authoring.importing.html_tree import Element, name, place_of, text_of
from pmlapp.authoring.importing.inline import Run
from pmlapp.authoring.importing.not_carried import Kind, Note, words
from pmlapp.authoring.importing.raised import lowered, raised
from pmlapp.authoring.sources.article_text import FILL_IN
from pmlapp.content.markdown.markdown_refusals import link_problem
from pmlapp.content.page import BlockId, Figure

KeepPicture = Callable[[str, str], str]
"""Handed the address and the place of a picture; the name under which it is kept, or "" if it is not shown."""

Piece = Run | Figure

_LEFT_OUT: Final = {
    **dict.fromkeys(("iframe", "video", "audio", "object", "embed", "canvas", "svg", "map"), Kind.PICTURES),
    **dict.fromkeys(("input", "select", "textarea", "button"), Kind.CONTROLS),
    "math": Kind.EQUATIONS,
}
_PRIVATE: Final = re.compile("[\ue000-\uf8ff\ufffc\ufffd]")
_LONGEST_ADDRESS: Final = 150
_BOLD: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_NOT_BOLD: Final = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)")
_SLANTED: Final = re.compile(r"font-style\s*:\s*italic")
_UPRIGHT: Final = re.compile(r"font-style\s*:\s*normal")
_UNDERLINED: Final = re.compile(r"text-decoration[^;]*underline|background(?:-color)?\s*:\s*(?:yellow|#ff0|lime)")


class HtmlWords:
    """Reads what is in a line of text, and notes what our pages do not have.

    ``language`` is that of the library: words in another one are noted.
    """

    def __init__(self, keep_picture: KeepPicture, notes: list[Note], *, language: str) -> None:
        self._keep_picture = keep_picture
        self._notes = notes
        self._language = language.partition("-")[0]

    def inside(self, element: Element, style: Run) -> Iterator[Piece]:
        """The pieces of all that is inside an element."""
        style = styled(element, style)
        yield self.text(element.text, style, element)
        for child in element:
            yield from self.piece(child, style)
            yield self.text(child.tail, style, element)

    def text(self, text: str | None, style: Run, element: Element) -> Run:
        """A run of text; a sign that only a font knew is left for a person to fill in."""
        held = text or ""
        for sign in _PRIVATE.findall(held):
            self._note(Kind.SYMBOLS, element, f"the sign U+{ord(sign):04X} could not be read")
        return style._replace(text=_PRIVATE.sub(f"({FILL_IN}: a sign)", held))

    def piece(self, element: Element, style: Run) -> Iterator[Piece]:
        """The pieces of one element that is in a line of text."""
        tag = name(element)
        match tag:
            case "":
                return
            case "br":
                yield Run("\n")
            case "img":
                yield from self._picture(element)
            case "sup" | "sub":
                yield from self._shifted(element, style)
            case "a":
                yield from self._link(element, style)
            case "s" | "strike" | "del":
                if text := text_of(element).strip():
                    self._note(Kind.MARKS, element, f"struck out, so left out: {words(text)}")
            case _ if tag in _LEFT_OUT:
                text = text_of(element).strip()
                self._note(_LEFT_OUT[tag], element, f"<{tag}> was left out" + (f": {words(text)}" if text else ""))
            case _:
                self._note_marks(element)
                yield from self.inside(element, style)

    def note_language(self, element: Element) -> None:
        """Note words of another language, or of another direction than those around them."""
        language = (element.get("lang") or "").partition("-")[0].lower()
        foreign = language and self._language and language != self._language
        if (foreign or element.get("dir") == "rtl") and (text := text_of(element).strip()):
            said = f"in the language “{language}”" if foreign else "from right to left"
            self._note(Kind.LANGUAGES, element, f"{words(text)} is {said}")

    def _note_marks(self, element: Element) -> None:
        marked = name(element) in {"u", "ins", "mark"} or _UNDERLINED.search(element.get("style") or "")
        if marked and (text := text_of(element).strip()):
            self._note(Kind.MARKS, element, f"underlined or marked: {words(text)}")
        self.note_language(element)

    def _shifted(self, element: Element, style: Run) -> Iterator[Piece]:
        write = raised if name(element) == "sup" else lowered
        for piece in self.inside(element, style):
            yield piece._replace(text=write(piece.text)) if isinstance(piece, Run) else piece

    def _link(self, element: Element, style: Run) -> Iterator[Piece]:
        address = "".join((element.get("href") or "").split())
        text = " ".join(text_of(element).split())
        inside = list(self.inside(element, style))
        if address and text and address.startswith("https:") and not link_problem(address):
            for piece in inside:
                yield piece._replace(link=address) if isinstance(piece, Run) and not piece.is_break else piece
            return
        yield from inside
        if not address or not text:
            return
        if address.startswith("#"):
            self._note(Kind.LINKS, element, f"{words(text)} led to a place in the text")
            return
        shown = re.sub(r"^(?:mailto|tel):", "", address)[:_LONGEST_ADDRESS]
        self._note(Kind.LINKS, element, f"{words(text)} led to {shown}")
        if re.match(r"(?:https?|mailto|tel):", address) and shown not in text:
            yield style._replace(text=f" ({shown})")

    def _picture(self, element: Element) -> Iterator[Figure]:
        place = place_of(element)
        alt = " ".join((element.get("alt") or "").split()).replace("[", "(").replace("]", ")")
        if media := self._keep_picture(element.get("src") or "", place):
            if not alt:
                self._note(Kind.PICTURES, element, f"the picture {media} has no description yet")
            yield Figure(BlockId(""), media, alt or f"{FILL_IN}: what the picture shows", ())

    def _note(self, kind: Kind, element: Element, message: str) -> None:
        self._notes.append(Note(kind, place_of(element), message))


def styled(element: Element, style: Run) -> Run:
    """The marks of the words inside an element, from those around it."""
    css = element.get("style") or ""
    tag = name(element)
    if tag in {"b", "strong"} or _BOLD.search(css):
        style = style._replace(strong=True)
    elif _NOT_BOLD.search(css):
        style = style._replace(strong=False)
    if tag in {"i", "em", "cite", "dfn", "var"} or _SLANTED.search(css):
        style = style._replace(stress=True)
    elif _UPRIGHT.search(css):
        style = style._replace(stress=False)
    return style

"""Python-Markdown set up to read our dialect into a tree, and nothing beyond it.

Only what docs/article-format.md has is registered: raw HTML, code, quotes,
reference links and the like stay plain text here and are refused by
`content.markdown`.  No HTML is ever written.
"""

import re
import string
from typing import ClassVar, Final, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from pmlapp.content.markdown.emphasis import STRESSED, coded

CITATION_KEY: Final = r"[A-Za-z0-9][A-Za-z0-9_-]*"


class Leaf(NamedTuple):
    """A piece of text as it is in the source, before stars and brackets are read."""

    element: Element
    is_tail: bool
    """Whether it follows ``element`` instead of standing in it."""
    text: str


class Tree(NamedTuple):
    """A read text: the element tree, and its pieces of text in the order of the source."""

    root: Element
    leaves: list[Leaf]


class DialectReader:
    """Reads texts within `content.markdown_limits` into element trees.

    Tags: ``p h1…h6 ul ol li table thead tbody tr th td`` as usual;
    ``div class="admonition !!! KIND"`` or ``"admonition ??? KIND"`` with a first
    ``p class="admonition-title"``; ``pre`` for text indented by mistake; inline
    ``strong em br``, ``a href`` and ``cite key``.  An ``h2`` may carry ``anchor``.
    Characters escaped by a backslash stay coded until `unescape`.
    """

    def __init__(self) -> None:
        self._markdown = Markdown(extensions=[TableExtension(), SaneListExtension(), _Dialect()])

    def read(self, text: str) -> Tree:
        """Read ``text``, whose line ends are ``\\n`` and which holds no tabs."""
        # Runs of blank lines would each become an empty block to step over.
        lines = re.sub(r"\n\s*\n", "\n\n", f"\n{text}\n").strip("\n").split("\n")
        self._markdown.reset()
        root = self._markdown.parser.parseDocument(lines).getroot()
        assert root is not None
        for element in root.iter():
            if len(element.tag) == 2 and element.tag[0] == "h" and element.text:
                _take_anchor(element)
        leaves = _leaves(root)
        for leaf in leaves:
            text = coded(leaf.text) if "*" in leaf.text or "_" in leaf.text else leaf.text
            if leaf.is_tail:
                leaf.element.tail = text
            else:
                leaf.element.text = text
            if not leaf.is_tail and not _MARKED.search(text):
                # Python-Markdown passes over such text, which saves a quarter of the reading time.
                leaf.element.text = AtomicString(text)
        self._markdown.treeprocessors["inline"].run(root)
        return Tree(root, leaves)

    @staticmethod
    def unescape(text: str) -> str:
        """Characters that a backslash protected, as themselves again."""
        return _ESCAPED.sub(lambda match: chr(int(match[1])), text)


_MARKED = re.compile("[\\\\\\[\x02]|  \n")
_ESCAPED = re.compile("\x02(\\d+)\x03")
_ANCHOR = re.compile(r" *\{#([^{}\s]*)\}$")


def _take_anchor(heading: Element) -> None:
    text = heading.text or ""
    if match := _ANCHOR.search(text):
        heading.text = text[: match.start()]
        heading.set("anchor", match[1])


def _leaves(element: Element) -> list[Leaf]:
    leaves: list[Leaf] = []
    if element.text and element.text.strip():
        leaves.append(Leaf(element, False, element.text))
    for child in element:
        leaves.extend(_leaves(child))
        if child.tail and child.tail.strip():
            leaves.append(Leaf(child, True, child.tail))
    return leaves


class _Boxes(AdmonitionProcessor):
    """Callouts and folds: a head with a title, then text indented by four spaces."""

    RE: ClassVar[re.Pattern[str]] = re.compile(r'(?:^|\n)(!!!|\?\?\?) ([a-z]+) "([^"\n]*\S[^"\n]*)" *(?:\n|$)')

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        return f"{match[1]} {match[2]}", match[3].strip()


class _Links(InlineProcessor):
    """``[words](target)``; the words hold no brackets, so no bracket is looked at twice."""

    PATTERN: Final = r"(?<!!)\[([^\[\]]++)\]\(((?:[^()\s]|\([^()\s]*+\))*+)\)"

    def handleMatch(  # type: ignore[override]  # as in the base class, whose stub says the same
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        element = Element("a", href=DialectReader.unescape(self.unescape(m[2])))
        element.text = m[1]
        return element, m.start(), m.end()


class _Citations(InlineProcessor):
    """``[^S57]``."""

    PATTERN: Final = rf"\[\^({CITATION_KEY})\]"

    def handleMatch(  # type: ignore[override]  # as in the base class, whose stub says the same
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        return Element("cite", key=m[1]), m.start(), m.end()


class _Stress(InlineProcessor):
    """Bold text and emphasis, as `content.emphasis` coded their marks; ``tags`` from the outermost."""

    def __init__(self, length: int, tags: tuple[str, ...], md: Markdown) -> None:
        super().__init__(STRESSED.format(length=length), md)
        self._tags = tags

    def handleMatch(  # type: ignore[override]  # as in the base class, whose stub says the same
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        element = innermost = Element(self._tags[0])
        for tag in self._tags[1:]:
            innermost = SubElement(innermost, tag)
        innermost.text = m[2]
        return element, m.start(), m.end()


class _Dialect(Extension):
    """Takes out what articles do not have and puts in what they have besides."""

    def extendMarkdown(self, md: Markdown) -> None:
        for block in ("setextheader", "hr", "quote", "reference"):
            md.parser.blockprocessors.deregister(block)
        for span in (
            "backtick",
            "reference",
            "link",
            "image_link",
            "image_reference",
            "short_reference",
            "short_image_ref",
            "autolink",
            "automail",
            "html",
            "entity",
            "em_strong",
            "em_strong2",
            "not_strong",
        ):
            # Some of these are not in every version of Python-Markdown.
            md.inlinePatterns.deregister(span, strict=False)
        md.parser.blockprocessors.register(_Boxes(md.parser), "boxes", 105)
        md.inlinePatterns.register(_Citations(_Citations.PATTERN, md), "citation", 165)
        # Bold text first: emphasis around it then holds it whole.
        for length, tags in ((3, ("strong", "em")), (2, ("strong",)), (1, ("em",))):
            md.inlinePatterns.register(_Stress(length, tags, md), f"stress {length}", 60 + length)
        md.inlinePatterns.register(_Links(_Links.PATTERN, md), "link", 160)
        # All of ASCII's punctuation, as in CommonMark: pandoc writes \\$, \\' and \\^ too.
        md.ESCAPED_CHARS.extend(mark for mark in string.punctuation if mark not in md.ESCAPED_CHARS)

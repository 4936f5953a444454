"""A web page as a tree, without what no reader of it was meant to see."""

import re
from collections.abc import Iterator
from typing import Any, Final

import lxml.html
from lxml import etree

from pmlapp.authoring.importing.not_carried import Kind, Note, words

Element = Any
"""Of lxml, which has no types."""

_DROPPED: Final = frozenset({"script", "style", "noscript", "template", "head", "meta", "link", "base", "title"})
_UNSEEN: Final = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_MSO_LIST: Final = re.compile(r"mso-list\s*:\s*(l\d+)\s+level(\d)", re.IGNORECASE)
_MSO_IGNORED: Final = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\s*(\d{1,3})[.)]")
_LETTER: Final = re.compile(r"\s*\(?([A-Za-z]{1,4})[.)]")


def read_tree(data: bytes) -> Element:
    """The tree of a page, whatever is wrong with its HTML.

    Raises:
        ValueError: there is nothing in it that is HTML.
    """
    parser = lxml.html.HTMLParser(encoding=_encoding(data), remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ValueError(str(error) or "it is empty") from error
    return root


def page_title(root: Element) -> str:
    """What the page calls itself in its head; "" if it does not."""
    return " ".join((root.findtext(".//title") or "").split())


def clean(root: Element, *, take_hidden: bool) -> list[Note]:
    """Take out of a tree what nobody was meant to see, and turn Word's paragraphs that are points into lists."""
    notes: list[Note] = []
    for element in list(root.iter()):
        tag = name(element)
        if tag in _DROPPED:
            _drop(element)
        elif tag == "o:p":
            _unwrap(element)
        elif is_hidden(element):
            if not take_hidden and (text := text_of(element).strip()):
                notes.append(Note(Kind.HIDDEN, place_of(element), f"hidden text was left out: {words(text)}"))
            if not take_hidden:
                _drop(element)
    for element in root.iter():
        for key in ("text", "tail"):
            if held := getattr(element, key):
                setattr(element, key, _UNSEEN.sub("", held))
        style = element.get("style") or ""
        # Google puts a whole document into a b that is not bold.
        if name(element) == "b" and re.search(r"font-weight\s*:\s*(?:normal|400)", style):
            element.tag = "span"
    notes.extend(_as_lists(root))
    return notes


def name(element: Element) -> str:
    """The tag in small letters; "" for what is no element."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def is_hidden(element: Element) -> bool:
    """Whether a browser shows nothing of an element."""
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None


def text_of(element: Element) -> str:
    """All text inside an element."""
    return "".join(element.itertext())


def place_of(element: Element) -> str:
    """Where an element is: the heading above it, if there is one near, and its first words."""
    for before in _before(element):
        if re.fullmatch(r"h[1-6]", name(before)):
            return f"under {words(text_of(before))}"
    return "at the beginning"


def _before(element: Element) -> Iterator[Element]:
    here = element
    while here is not None:
        yield from here.itersiblings(preceding=True)
        here = here.getparent()


def _encoding(data: bytes) -> str | None:
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if re.search(rb"<meta[^>]+charset", data[:4096], re.IGNORECASE):
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"


def _drop(element: Element) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _unwrap(element: Element) -> None:
    if element.getparent() is not None:
        element.drop_tag()


def _as_lists(root: Element) -> Iterator[Note]:
    """Word's paragraphs of a list, whose marks are text, as points of a list."""
    open_lists: list[Element] = []
    last: Element | None = None
    for paragraph in [each for each in root.iter() if _MSO_LIST.search(each.get("style") or "")]:
        match = _MSO_LIST.search(paragraph.get("style") or "")
        level = int(match[2]) if match else 1
        mark = ""
        for span in list(paragraph.iter()):
            if _MSO_IGNORED.search(span.get("style") or ""):
                mark += text_of(span)
                _drop(span)
        if last is None or paragraph.getprevious() is not last:
            open_lists = []
        del open_lists[level:]
        number = _NUMBER.match(mark)
        ordered = bool(number or _LETTER.match(mark))
        if ordered and not number:
            yield Note(
                Kind.LIST_NUMBERS, place_of(paragraph), f"“{mark.strip()}” is a number now: {words(text_of(paragraph))}"
            )
        while len(open_lists) < level:
            made = etree.Element("ol" if ordered else "ul")
            if number:
                made.set("start", number[1])
            if open_lists:
                _last_point(open_lists[-1]).append(made)
            else:
                paragraph.addprevious(made)
                last = made
            open_lists.append(made)
        point = etree.SubElement(open_lists[level - 1], "li")
        paragraph.attrib.pop("style")
        point.append(paragraph)
        paragraph.tail = None
        last = open_lists[0]


def _last_point(holder: Element) -> Element:
    return holder[-1] if len(holder) else etree.SubElement(holder, "li")

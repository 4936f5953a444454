"""The styles of a Word file: which of them are headings, whatever they are called in which language."""

import re
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from pmlapp.authoring.importing.word_names import W
from pmlapp.authoring.importing.word_package import is_on, value

_HEADING: Final = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|titlu|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|címsor|başlık"
    r"|заголовок|επικεφαλίδα|عنوان|כותרת|标题|標題|見出し|제목|đề mục)\s*([1-9])",
    re.IGNORECASE,
)
_TITLES: Final = frozenset(
    [
        "title",
        "titel",
        "titre",
        "título",
        "titolo",
        "otsikko",
        "tytuł",
        "название",
        "العنوان",
        "标题",
        "標題",
        "表題",
        "제목",
    ]
)
_CAPTIONS: Final = frozenset(
    [
        "caption",
        "beschriftung",
        "légende",
        "epígrafe",
        "legenda",
        "didascalia",
        "bijschrift",
        "bildtext",
        "billedtekst",
        "kuvaotsikko",
    ]
)
_DEEPEST: Final = 20

OUTLINE: Final = "PmlOutline"
"""The style, with its level, of a paragraph that is a heading by its place in the outline alone."""


class WordStyle(NamedTuple):
    """What a paragraph style means, with all that it takes from the styles that it is based on."""

    name: str
    level: int
    """Of a heading, 1 to 9; 0 for none."""
    is_title: bool
    is_caption: bool
    is_hidden: bool
    numbering: tuple[str, int] | None
    """The list and the level that its paragraphs belong to."""


class WordStyles:
    """The styles of a file by their ids."""

    def __init__(self, part: Element | None) -> None:
        self._styles = {} if part is None else {each.get(f"{W}styleId", ""): each for each in part.iter(f"{W}style")}
        self._read: dict[str, WordStyle] = {}
        defaults = None if part is None else part.find(f".//{W}rPrDefault//{W}lang")
        self.language = "" if defaults is None else value(defaults).partition("-")[0].lower()

    def style(self, style_id: str) -> WordStyle:
        """The style of an id; one without meaning if there is none."""
        if style_id not in self._read:
            self._read[style_id] = self._resolved(style_id)
        return self._read[style_id]

    def style_map(self) -> str:
        """How mammoth turns paragraphs of each style into HTML."""
        lines = [f"p.{OUTLINE}{level} => h{level}:fresh" for level in range(1, 7)]
        for style_id in self._styles:
            style = self.style(style_id)
            target = ""
            if style.is_title:
                target = "h1.title:fresh"
            elif style.level:
                target = f"h{min(style.level, 6)}:fresh"
            elif style.is_caption:
                target = "p.caption:fresh"
            if target and style.name:
                name = style.name.replace("\\", "\\\\").replace("'", "\\'")
                lines.append(f"p[style-name='{name}'] => {target}")
        return "\n".join(lines)

    def _chain(self, style_id: str) -> list[Element]:
        """A style and those that it is based on, the nearest first."""
        found: list[Element] = []
        while style_id in self._styles and len(found) < _DEEPEST:
            found.append(self._styles[style_id])
            style_id = value(found[-1].find(f"{W}basedOn"))
        return found

    def _resolved(self, style_id: str) -> WordStyle:
        chain = self._chain(style_id)
        names = [value(each.find(f"{W}name")) for each in chain]
        level = next((number for each, name in zip(chain, names, strict=True) if (number := _level(each, name))), 0)
        numbering = next((found for each in chain if (found := numbering_of(each.find(f"{W}pPr")))), None)
        first = names[0] if names else ""
        return WordStyle(
            name=first,
            level=level,
            is_title=any(name.casefold() in _TITLES for name in names),
            is_caption=any(name.casefold() in _CAPTIONS for name in names),
            is_hidden=any(is_on(each.find(f"{W}rPr"), "vanish") for each in chain[:1]),
            numbering=numbering,
        )


def numbering_of(properties: Element | None) -> tuple[str, int] | None:
    """The list and the level that properties of a paragraph name; None if they name none."""
    numbering = None if properties is None else properties.find(f"{W}numPr")
    if numbering is None or numbering.find(f"{W}numId") is None:
        return None
    level = value(numbering.find(f"{W}ilvl"), "0")
    return value(numbering.find(f"{W}numId")), int(level) if level.isdecimal() else 0


def outline_level(properties: Element | None) -> int:
    """The level, from 1, at which a paragraph is in the outline; 0 for ordinary text."""
    level = value(None if properties is None else properties.find(f"{W}outlineLvl"))
    return int(level) + 1 if level.isdecimal() and int(level) < 9 else 0


def _level(style: Element, name: str) -> int:
    match = _HEADING.fullmatch(name.strip())
    return int(match[1]) if match else outline_level(style.find(f"{W}pPr"))

"""A manuscript cut into parts for translators: put together again, the parts are the file to the byte."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

import yaml

from pmlapp.content.markdown.markdown_limits import LineIndex


class Form(StrEnum):
    """How the words of a part are written in its file."""

    KEPT = "kept"
    """Nobody translates it: blank lines, marks, addresses."""
    TEXT = "text"
    HEADING = "heading"
    CELL = "cell"
    TITLE = "title"
    """In double quotes that nothing can escape: of a box or a fold."""
    STRING = "string"
    """A string of YAML or TOML."""


class Part(NamedTuple):
    """A stretch of a manuscript."""

    raw: str
    """As it is in the file."""
    form: Form = Form.KEPT
    place: str = ""
    """Where it is, in words that stay the same while other parts change: ``key_points 2``; "" of what is kept."""
    words: str = ""
    """What a translator reads."""
    line: int = 0
    """From 1."""
    anchor: str = ""
    """Of a heading that names none: what it is called after its words, by which links know it."""

    def written(self, translated: str) -> str:
        """The stretch in another language."""
        match self.form:
            case Form.STRING:
                return json.dumps(translated, ensure_ascii=False) + self.raw[len(self.raw.rstrip()) :]
            case Form.HEADING:
                # Links go on leading to it, whatever it is called now.
                return f"{translated} {{#{self.anchor}}}" if self.anchor else translated
            case Form.TEXT:
                last = self.raw.rpartition("\n")[2]
                return translated.replace("\n", "\n" + last[: len(last) - len(last.lstrip())])
            case _:
                return translated


_FRONT: Final = re.compile(r"(---[ ]*\r?\n)(.*?)(^---[ ]*(?:\r?\n|\Z))", re.DOTALL | re.MULTILINE)
_FRONT_TEXTS: Final = frozenset({"title", "short_answer", "also_asked", "names", "key_points", "questions_to_ask"})
_FRONT_RECORDS: Final = frozenset({("related", "why"), ("teach_back", "question"), ("teach_back", "answer")})
_TOML_KEYS: Final = {
    "library.toml": frozenset({"title", "subject", "search_hint", "emergency_signs", "feedback"}),
    "topics.toml": frozenset({"title", "description"}),
    "glossary.toml": frozenset({"word", "meaning"}),
    "claims.toml": frozenset({"words"}),
    "action_cards.toml": frozenset({"situation", "steps"}),
}
"""What a reader sees of the files beside the pages; each language has lists of its own for the search."""
_TOML_HEAD: Final = re.compile(r"\[+([^\]]+)\]+\s*(?:#.*)?$")
_TOML_KEY: Final = re.compile(r"([A-Za-z_]+)[ \t]*=[ \t]*")
_TOML_STRING: Final = re.compile(r'"(?:[^"\\\n]|\\.)*"')

_BOX: Final = re.compile(r'([ ]*(?:!!!|\?\?\?) [a-z]+ ")([^"\n]+)(" *)')
_HEADING: Final = re.compile(r"([ ]{0,3}#{1,6}[ ]+)(.*?)([ ]+\{#[^{}\s]*\})?([ ]*)")
_CELL: Final = re.compile(r"((?:\\.|[^|\\])*)(\||$)")
_RULE: Final = re.compile(r"[ ]*\|?[ :|-]*-[ :|-]*")
_PICTURE: Final = re.compile(r"([ ]*!\[)([^\]\n]*)(\]\([^()\s]*\)\s*)")
_PLACED: Final = re.compile(r"[ ]*\{block:[^{}\s]+\}[ ]*")
_LEAD: Final = re.compile(r"([ ]*)((?:[-*+]|\d+[.)])[ ]+)?((?:Table|Figure|Note):[ ]+)?")
_LINK_OR_CITATION: Final = re.compile(r"\[\^[^\]]+\]|\]\([^()]*\)|[*\[\]]")


def parts_of(name: str, text: str) -> tuple[Part, ...]:
    """Every part of the file ``name``, in order; ``"".join(part.raw ...)`` is ``text``.

    Raises:
        yaml.YAMLError: the front matter is not YAML.
    """
    if name.endswith(".toml"):
        found = list(_toml_parts(text, _TOML_KEYS.get(name.rpartition("/")[2], frozenset())))
    else:
        found = list(_page_parts(text))
    lines = LineIndex(text)
    placed: Counter[str] = Counter()
    parts: list[Part] = []
    at = 0
    for part in found:
        if part.place:
            placed[part.place] += 1
            place = f"{part.place} {placed[part.place]}" if part.form is not Form.STRING else part.place
            parts.append(part._replace(place=place, line=lines.line_of(at)))
        else:
            parts.append(part)
        at += len(part.raw)
    return tuple(parts)


def _page_parts(text: str) -> Iterator[Part]:
    front = _FRONT.match(text)
    body = text
    if front is not None:
        yield Part(front[1])
        yield from _front_parts(front[2])
        yield Part(front[3])
        body = text[front.end() :]
    yield from _BodyParts().parts(body)


def _front_parts(front: str) -> Iterator[Part]:
    at = 0
    for place, node in _front_texts(yaml.compose(front, Loader=yaml.SafeLoader)):
        start, end = node.start_mark.index, node.end_mark.index
        if not node.value.strip():
            continue
        yield Part(front[at:start])
        yield Part(front[start:end], Form.STRING, place, node.value)
        at = end
    yield Part(front[at:])


def _front_texts(root: yaml.Node | None) -> Iterator[tuple[str, yaml.ScalarNode]]:
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value in _FRONT_TEXTS and isinstance(value, yaml.ScalarNode):
            yield key.value, value
        for number, each in enumerate(value.value if isinstance(value, yaml.SequenceNode) else (), start=1):
            if key.value in _FRONT_TEXTS and isinstance(each, yaml.ScalarNode):
                yield f"{key.value} {number}", each
            for inner, said in each.value if isinstance(each, yaml.MappingNode) else ():
                if (key.value, inner.value) in _FRONT_RECORDS and isinstance(said, yaml.ScalarNode):
                    yield f"{key.value} {number} {inner.value}", said


def _toml_parts(text: str, keys: frozenset[str]) -> Iterator[Part]:
    """The strings of ``keys``, also those in lists; whatever else there is, is kept."""
    tables: Counter[str] = Counter()
    table, key, inside, count = "", "", False, 0
    for line in text.splitlines(keepends=True):
        if not inside and (head := _TOML_HEAD.match(line.strip())):
            tables[head[1]] += 1
            table = head[1] if not line.lstrip().startswith("[[") else f"{head[1]} {tables[head[1]]}"
        rest = line
        if not inside and (named := _TOML_KEY.match(line)):
            key, count = named[1], 0
            yield Part(named[0])
            rest = line[named.end() :]
            inside = rest.lstrip().startswith("[")
        elif not inside:
            key = ""
        if key not in keys or rest.lstrip().startswith(("#", '"""', "'")):
            yield Part(rest)
        else:
            at = 0
            for match in _TOML_STRING.finditer(rest):
                count += 1
                words = tomllib.loads(f"it = {match[0]}")["it"]
                yield Part(rest[at : match.start()])
                yield Part(match[0], Form.STRING, f"{table} {key} {count}".strip(), words)
                at = match.end()
            yield Part(rest[at:])
        if inside and _TOML_STRING.sub("", rest).partition("#")[0].rstrip().endswith("]"):
            inside = False


class _BodyParts:
    """Cuts a text of the dialect; places are counted under the heading they are below."""

    def __init__(self) -> None:
        self._under = "text"
        self._anchors: set[str] = set()
        self._namesakes: Counter[str] = Counter()

    def parts(self, body: str) -> Iterator[Part]:
        paragraph: list[str] = []
        for line in body.splitlines(keepends=True):
            bare = line.rstrip("\r\n")
            lead = _LEAD.match(bare)
            begins = lead is not None and bool(lead[2] or lead[3])
            special = not bare.strip() or bare.lstrip().startswith(("#", "!!!", "???", "|", "![", "{block:"))
            if paragraph and (begins or special):
                yield from self._paragraph("".join(paragraph))
                paragraph = []
            if special:
                yield from self._line(line, bare)
            else:
                paragraph.append(line)
        if paragraph:
            yield from self._paragraph("".join(paragraph))

    def _line(self, line: str, bare: str) -> Iterator[Part]:
        end = line[len(bare) :]
        if not bare.strip() or _PLACED.fullmatch(bare):
            yield Part(line)
        elif box := _BOX.fullmatch(bare):
            yield from (Part(box[1]), Part(box[2], Form.TITLE, f"{self._under}: box", box[2]), Part(box[3] + end))
        elif heading := _HEADING.fullmatch(bare):
            anchor = heading[3].strip()[2:-1] if heading[3] else self._anchor(heading[2])
            self._anchors.add(anchor)
            self._under = anchor
            own = "" if heading[3] or not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", anchor) else anchor
            yield Part(heading[1])
            yield Part(heading[2], Form.HEADING, f"{anchor}: heading", heading[2], anchor=own)
            yield Part((heading[3] or "") + heading[4] + end)
        elif picture := _PICTURE.fullmatch(bare):
            yield Part(picture[1])
            yield Part(picture[2], Form.TEXT if picture[2] else Form.KEPT, f"{self._under}: picture", picture[2])
            yield Part(picture[3] + end)
        elif bare.lstrip().startswith("|") and not _RULE.fullmatch(bare):
            yield from self._cells(bare)
            yield Part(end)
        elif bare.lstrip().startswith("|"):
            yield Part(line)
        else:
            yield from self._paragraph(line)

    def _cells(self, row: str) -> Iterator[Part]:
        for match in _CELL.finditer(row):
            cell = match[1]
            if words := cell.strip():
                left, _, right = cell.partition(words)
                yield from (Part(left), Part(words, Form.CELL, f"{self._under}: cell", words), Part(right + match[2]))
            else:
                yield Part(match[0])

    def _paragraph(self, text: str) -> Iterator[Part]:
        lead = _LEAD.match(text)
        start = lead.end() if lead is not None else 0
        inside = text[start:].rstrip()
        if not inside:
            yield Part(text)
            return
        kind = (
            "point"
            if lead is not None and lead[2]
            else (lead[3].strip(": ").casefold() if lead and lead[3] else "text")
        )
        yield Part(text[:start])
        yield Part(inside, Form.TEXT, f"{self._under}: {kind}", _joined(inside))
        yield Part(text[start + len(inside) :])

    def _anchor(self, words: str) -> str:
        stem = re.sub(r"[\W_]+", "-", _LINK_OR_CITATION.sub("", words).casefold()).strip("-") or "part"
        anchor = stem
        while anchor in self._anchors:
            self._namesakes[stem] += 1
            anchor = f"{stem}-{self._namesakes[stem]}"
        return anchor


def _joined(text: str) -> str:
    """A paragraph on one line, but for the breaks that are meant: after two blanks."""
    joined = ""
    for line in text.splitlines():
        if joined:
            joined += "\n" if joined.endswith("  ") else " "
        joined += line.lstrip() if line.endswith("  ") else line.strip()
    return joined

"""A Word file: the parts of its zip as trees, opened within limits."""

import io
import zipfile
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from pmlapp.authoring.importing.limits import USUAL, Limits, check_package, read_bytes, read_part
from pmlapp.authoring.importing.word_names import M, W
from pmlapp.errors import CannotImportError

MAIN: Final = "word/document.xml"


class WordPackage:
    """The parts of a Word file.

    Raises:
        CannotImportError: it is not a Word file, is damaged, or unpacks to more than ``limits`` allow.
    """

    def __init__(self, path: Path, limits: Limits = USUAL) -> None:
        self.path = path
        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(read_bytes(path, limits)))
        except (zipfile.BadZipFile, NotImplementedError) as error:
            raise CannotImportError(path=path, reason="it is not a Word file, or it is damaged") from error
        check_package(path, self._zip, limits)
        if MAIN not in self._zip.namelist():
            raise CannotImportError(path=path, reason="it holds no text as Word writes it; save it as .docx again")

    def part(self, name: str) -> Element | None:
        """The tree of a part; None if the file has none of that name.

        Raises:
            CannotImportError: the part is damaged, or larger than the limits.
        """
        if name not in self._zip.namelist():
            return None
        try:
            root: Element = fromstring(read_part(self.path, self._zip, name, self._limits), forbid_dtd=True)
        except (ParseError, DefusedXmlException, zipfile.BadZipFile, EOFError, RuntimeError, ValueError) as error:
            raise CannotImportError(path=self.path, reason=f"its part {name} is damaged: {error}") from error
        return root

    def names(self) -> list[str]:
        """The names of all parts."""
        return self._zip.namelist()

    def with_parts(self, changed: dict[str, Element]) -> io.BytesIO:
        """The file with some parts replaced, in memory."""
        out = io.BytesIO()
        try:
            with zipfile.ZipFile(out, "w") as package:
                for info in self._zip.infolist():
                    data = (
                        tostring(changed[info.filename], encoding="utf-8", xml_declaration=True)
                        if info.filename in changed
                        else read_part(self.path, self._zip, info.filename, self._limits)
                    )
                    package.writestr(info.filename, data)
        except (zipfile.BadZipFile, EOFError, RuntimeError) as error:
            raise CannotImportError(path=self.path, reason=f"it is damaged: {error}") from error
        out.seek(0)
        return out


def value(element: Element | None, default: str = "") -> str:
    """The ``w:val`` of an element."""
    return default if element is None else element.get(f"{W}val", default)


def is_on(holder: Element | None, name: str) -> bool:
    """Whether a switch such as ``w:b`` is there and not turned off."""
    switch = None if holder is None else holder.find(f"{W}{name}")
    return switch is not None and value(switch, "true") not in {"0", "false", "off", "none"}


def text_of(element: Element) -> str:
    """The text inside an element, tabs and breaks as blanks, without deleted words."""
    pieces = []
    for each in element.iter():
        match each.tag:
            case t if t in (f"{W}t", f"{M}t"):
                pieces.append(each.text or "")
            case t if t in (f"{W}tab", f"{W}br", f"{W}cr", f"{W}p"):
                pieces.append(" ")
            case t if t == f"{W}noBreakHyphen":
                pieces.append("\u2011")
            case _:
                pass
    return "".join(pieces)

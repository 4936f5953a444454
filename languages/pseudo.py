"""Two languages that nobody speaks, which show what a translation would do to the window.

Both have other letters, are about 40 % longer and marked at both ends, so that a phrase that is cut off, or was never
translated, is seen at once.  The second is written from right to left.
"""

import re
import xml.etree.ElementTree as ET
from math import ceil
from pathlib import Path
from typing import Final

from languages.template import compiled

LONG: Final = "qps-ploc"
MIRRORED: Final = "qps-plocm"
BEGIN: Final = "«"
END: Final = "»"

_FIELD: Final = re.compile(r"(\{[^}]*\}|%L?n|<[^>]*>|&\w+;)")
_LONGER: Final = 0.4
_FILLING: Final = "one two three four five six seven eight nine ten "
_ACCENTS: Final = str.maketrans("aceinouyACEINOUY", "áçéíñóúýÁÇÉÍÑÓÚÝ")
_RIGHT_TO_LEFT_LETTERS: Final = str.maketrans("abcdefghijklmnopqrstuvwxyz", "אבגדהוזחטיכלמנסעפצקרשתאבגד")
_FORMS: Final = {"en": 2, "ar": 6}


def pseudo(phrase: str, *, mirrored: bool = False) -> str:
    """The phrase with other letters, longer and marked; its fields stay as they are."""
    filling = (_FILLING * (len(phrase) // len(_FILLING) + 1))[: ceil(len(phrase) * _LONGER)].strip()
    letters = _RIGHT_TO_LEFT_LETTERS if mirrored else _ACCENTS
    said = "".join(
        part if _FIELD.fullmatch(part) else (part.lower() if mirrored else part).translate(letters)
        for part in _FIELD.split(f"{phrase} {filling}")
    )
    return f"{BEGIN}{said}{END}"


def write_pseudo_languages(template: Path, folder: Path) -> tuple[Path, ...]:
    """Make both from the template, as Qt loads them; ``folder`` is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(
        _written(template, folder / f"{name}.ts", language, mirrored=mirrored)
        for name, language, mirrored in ((LONG, "en", False), (MIRRORED, "ar", True))
    )


def _written(template: Path, target: Path, language: str, *, mirrored: bool) -> Path:
    tree = ET.parse(template)
    root = tree.getroot()
    root.set("language", language)
    for message in root.iter("message"):
        said = pseudo(message.findtext("source", ""), mirrored=mirrored)
        translation = message.find("translation")
        if translation is None:
            translation = ET.SubElement(message, "translation")
        translation.attrib.pop("type", None)
        if message.get("numerus") == "yes":
            translation.text = None
            translation[:] = []
            for _ in range(_FORMS[language]):
                ET.SubElement(translation, "numerusform").text = said
        else:
            translation.text = said
    tree.write(target, encoding="utf-8", xml_declaration=True)
    return compiled(target, target.parent)

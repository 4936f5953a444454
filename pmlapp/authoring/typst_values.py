"""Pages as data that a template of Typst reads: no text can be taken for a command."""

import re
from collections.abc import Mapping
from typing import Any, Final

from pmlapp.content.model import Media

# Words of these lengths may be broken: a third of a line, as a cell is wide, and most of one for an address.
_LONG: Final = re.compile(r"\S{32}(?=\S)")
_LONG_ADDRESS: Final = re.compile(r"\S{72}(?=\S)")
_ROLE: Final = re.compile(r"var\(--[^,()]*,\s*([^()]*)\)")
_NAMES: Final = frozenset({"media", "places", "pictures", "address", "target", "key", "anchor", "id"})
"""What a template looks things up by, and nobody reads."""


def plain_values(value: Any) -> Any:
    """Named values as tables that say under ``is`` what they are; everything else as JSON has it."""
    if hasattr(value, "_asdict"):
        fields: Mapping[str, Any] = value._asdict()
        return {"is": type(value).__name__, **{key: plain_values(field) for key, field in fields.items()}}
    return [plain_values(each) for each in value] if isinstance(value, tuple) else value


def breakable(value: Any, key: str = "") -> Any:
    """The text with a place to break in every word that is too long for a line."""
    match value:
        case str():
            long = _LONG_ADDRESS if key == "url" else _LONG
            return value if key in _NAMES else long.sub("\\g<0>\u200b", value)
        case dict():
            return {name: breakable(each, name) for name, each in value.items()}
        case list() | tuple():
            return [breakable(each, key) for each in value]
        case _:
            return value


def drawable(picture: Media) -> bytes:
    """A picture as Typst can draw it: it knows no colour roles, only the colours given beside them."""
    if picture.media_type != "image/svg+xml":
        return picture.data
    return _ROLE.sub(r"\1", picture.data.decode("utf-8-sig")).encode()

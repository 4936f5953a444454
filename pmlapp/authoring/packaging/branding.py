"""What makes a package a clinic's own: its name, its icon, who answers for it, and the site file."""

import re
import struct
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple
from xml.etree import ElementTree as ET

from pmlapp.authoring.packaging.errors import BrandingError
from pmlapp.content.model import Library
from pmlapp.errors import plain_reason

FILE: Final = "branding.toml"
SITE_FILE: Final = "site.toml"

_LARGEST_PICTURE: Final = 2_000_000
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_ICON_SIDES: Final = (64, 128, 256, 512)
"""Sides in px of a PNG that desktops look for."""


class Icon(NamedTuple):
    """A picture for menus and docks, checked: ``place`` is its folder below ``hicolor``."""

    data: bytes
    suffix: str
    place: str


class Branding(NamedTuple):
    """How a package is named and by whom."""

    name: str
    """What menus show."""
    package: str
    """The name of the package, of its program and of its folders, such as ``pml-answers``."""
    component: str
    """The reversed address by which software centres know it, such as ``org.example.pml_answers``."""
    summary: str
    maintainer: str
    """As Debian writes it: ``Name <address>``."""
    icon: Icon
    site: bytes | None
    """The site file, or None."""
    pictures: Mapping[str, bytes]
    """Other files of the folder by name, such as the logo that the site file names."""


def read_branding(folder: Path | None, library: Library, logo: Path, check_site: Callable[[Path], None]) -> Branding:
    """The branding in ``folder``, with what it leaves out, or all of it without a folder, from the library.

    Args:
        folder: holds ``branding.toml`` and what that and the site file name.
        library: what the package will show.
        logo: the picture for menus where no other is named.
        check_site: handed the site file, if there is one; raises for a mistake in it.

    Raises:
        BrandingError: a key or a value is not allowed, or a picture is none.
    """
    values = _values(folder) if folder is not None else {}
    where = folder or logo.parent
    slug = re.sub(r"[^a-z0-9]+", "-", library.title.lower()).strip("-") or "health-library"
    package = str(values.get("package") or slug)
    if not re.fullmatch(r"[a-z0-9][a-z0-9.+-]{1,60}", package):
        raise BrandingError(path=where, reason=f"package “{package}” must be small letters, digits and hyphens")
    icon = where / str(values["icon"]) if "icon" in values else logo
    site = folder / SITE_FILE if folder is not None else None
    has_site = site is not None and site.is_file()
    if site is not None and has_site:
        check_site(site)
    try:
        pictures = {
            path.name: path.read_bytes()
            for path in sorted(where.glob("*") if folder is not None else ())
            if path.is_file() and path.suffix.lower() in (".svg", ".png", ".jpg") and path != icon
        }
        said = site.read_bytes() if site is not None and has_site else None
    except OSError as error:
        raise BrandingError(path=where, reason=plain_reason(error)) from error
    for name, data in pictures.items():
        if name.endswith((".svg", ".png")):
            _picture(where, name, data)
    return Branding(
        name=str(values.get("name") or library.title),
        package=package,
        component=str(values.get("component") or library.id or f"local.{package.replace('-', '_')}"),
        summary=str(values.get("summary") or f"Read answers about {library.subject}, without a network"),
        maintainer=str(values.get("maintainer") or f"{library.publisher} <root@localhost>"),
        icon=read_icon(icon, where),
        site=said,
        pictures=MappingProxyType(pictures),
    )


def read_icon(path: Path, where: Path) -> Icon:
    """A picture for menus.

    Raises:
        BrandingError: it is not there, or no picture that desktops show.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BrandingError(path=where, reason=f"{path.name}: {plain_reason(error)}") from error
    side = _picture(where, path.name, data)
    if side is None:
        return Icon(data, ".svg", "scalable/apps")
    if side not in _ICON_SIDES:
        allowed = ", ".join(map(str, _ICON_SIDES))
        raise BrandingError(path=where, reason=f"{path.name} is {side} px wide; an icon is one of {allowed}, or an SVG")
    return Icon(data, ".png", f"{side}x{side}/apps")


def _picture(where: Path, name: str, data: bytes) -> int | None:
    """The width of a PNG in px, None for an SVG."""
    if len(data) > _LARGEST_PICTURE:
        raise BrandingError(path=where, reason=f"{name} is larger than 2 MB")
    if data.startswith(_PNG) and data[12:16] == b"IHDR":
        width, height = struct.unpack(">II", data[16:24])
        if width == height or not name.startswith("icon"):
            return int(width)
        raise BrandingError(path=where, reason=f"{name} is {width} by {height} px; an icon is square")
    # A document type could make Python's parser grow without end.
    if b"<!DOCTYPE" not in data and b"<!ENTITY" not in data:
        try:
            if ET.fromstring(data).tag.endswith("svg"):
                return None
        except ET.ParseError:
            pass
    raise BrandingError(path=where, reason=f"{name} is not a picture: an SVG or a PNG is needed")


_KEYS: Final = ("name", "package", "component", "summary", "maintainer", "icon")


def _values(folder: Path) -> dict[str, Any]:
    path = folder / FILE
    if not folder.is_dir():
        raise BrandingError(path=folder, reason="there is no such folder")
    if not path.is_file():
        return {}
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BrandingError(path=folder, reason=f"{FILE}: {plain_reason(error)}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BrandingError(path=folder, reason=f"{FILE} is not TOML: {error}") from error
    for key, value in values.items():
        if key not in _KEYS:
            raise BrandingError(path=folder, reason=f"{FILE}: “{key}” is not known; there are {', '.join(_KEYS)}")
        if not (isinstance(value, str) and value.isprintable() and 0 < len(value) <= 120):
            raise BrandingError(path=folder, reason=f"{FILE}: {key} must be one line of at most 120 letters in quotes")
    if "component" in values and not re.fullmatch(r"[a-z][\w-]*(\.[A-Za-z_][\w-]*)+", values["component"]):
        raise BrandingError(path=folder, reason=f"{FILE}: component must be like org.example.clinic")
    if "maintainer" in values and not re.fullmatch(r"[^<>]+ <[^<>@ ]+@[^<>@ ]+>", values["maintainer"]):
        raise BrandingError(path=folder, reason=f"{FILE}: maintainer must be like “Front desk <desk@example.org>”")
    if "icon" in values and Path(values["icon"]).name != values["icon"]:
        raise BrandingError(path=folder, reason=f"{FILE}: icon must be the name of a file in the folder")
    return values

"""Pictures of a library, looked into before they are let in."""

import re
import xml.etree.ElementTree as ET
from typing import Final

MAX_BYTES: Final = 2 * 1024 * 1024
MAX_PIXELS_A_SIDE: Final = 4_000
"""A picture that small on disk can still unpack to gigabytes."""

MEDIA_TYPES: Final = {"svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg"}

# What runs, reaches out, or holds foreign content.
_ACTIVE_ELEMENTS: Final = frozenset(
    {"script", "foreignobject", "image", "iframe", "object", "embed", "a", "audio", "video", "set", "handler"}
)


def picture_problem(data: bytes, suffix: str) -> str:
    """Why a picture with the file name's ``suffix`` (without dot) cannot be taken; empty if it can."""
    if len(data) > MAX_BYTES:
        return f"the picture has {len(data):,} bytes, more than {MAX_BYTES:,}; make it smaller"
    found = _media_type(data)
    if found != MEDIA_TYPES[suffix]:
        return f"the name ends in .{suffix} but this is {found or 'no PNG, JPEG or SVG picture'}"
    if found == "image/svg+xml":
        return _svg_problem(data)
    width, height = _size(data)
    if not (0 < width <= MAX_PIXELS_A_SIDE and 0 < height <= MAX_PIXELS_A_SIDE):
        return f"the picture is {width} x {height} pixels; it may have 1 to {MAX_PIXELS_A_SIDE} a side"
    return ""


def _media_type(data: bytes) -> str:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if re.match(rb"(?:\xef\xbb\xbf)?\s*<", data) and b"<svg" in data[:4096]:
        return "image/svg+xml"
    return ""


def _size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG or JPEG; zeros if the file does not say."""
    if data.startswith(b"\x89PNG"):
        return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    position = 2
    while position + 9 < len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        # The frame headers SOF0-SOF15, but for DHT, JPG and DAC in between, hold the size.
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            return int.from_bytes(data[position + 7 : position + 9]), int.from_bytes(data[position + 5 : position + 7])
        position += 2 + int.from_bytes(data[position + 2 : position + 4])
    return 0, 0


def _svg_problem(data: bytes) -> str:
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", data, re.IGNORECASE) or b"<?xml-" in data:
        return "an SVG picture may not hold a DOCTYPE, entities or a style sheet of its own; save it as plain SVG"
    try:
        root = ET.fromstring(data)
    except (ET.ParseError, ValueError, RecursionError) as error:
        return f"this SVG cannot be read: {error}"
    if _local(root.tag) != "svg":
        return f"this is not an SVG: its outermost element is {_local(root.tag)}"
    for element in root.iter():
        name = _local(str(element.tag))
        if name in _ACTIVE_ELEMENTS or name.startswith("animate"):
            return f"an SVG picture may not hold <{name}>; save it as plain SVG, with text and shapes only"
        if name == "style" and _reaches_out(element.text or ""):
            return "a style in an SVG picture may not load anything; take out url() and @import"
        for key, value in element.attrib.items():
            attribute = _local(key)
            if attribute.startswith("on"):
                return f"an SVG picture may not hold the script attribute {attribute}; save it as plain SVG"
            if attribute in {"href", "src"} and not value.startswith("#"):
                return f"an SVG picture may not point outside itself: {attribute}=“{value[:40]}”"
            if _reaches_out(value):
                return f"an SVG picture may not point outside itself: {attribute}=“{value[:40]}”"
    return ""


def _reaches_out(style: str) -> bool:
    style = style.lower()
    addresses = re.findall(r"url\(([^)]*)", style)
    # A backslash can spell url in a way that this does not see.
    return "@import" in style or "\\" in style or any(not at.strip(" \t\n'\"").startswith("#") for at in addresses)


def _local(name: str) -> str:
    return name.rpartition("}")[2].lower()

"""How the text of a page is packed into few bytes, readable with plain zlib."""

import zlib
from typing import Final

LONGEST_TEXT_BYTES: Final = 4 * 1024 * 1024
"""Forty times the longest page that may be written: a damaged file cannot fill the memory."""

_WINDOW_BITS: Final = -15
"""Below 0: without the head of a zlib stream, which names the sum of the dictionary.

zlib would compare that for each page, which takes as long as to unpack it.
"""

_MEMORY_LEVEL: Final = 9
_SUM_BYTES: Final = 4


def packed(text: str, dictionary: bytes) -> bytes:
    """The text as a deflate stream and its Adler-32; ``dictionary`` holds what pages have in common, or is empty."""
    packer = zlib.compressobj(9, zlib.DEFLATED, _WINDOW_BITS, _MEMORY_LEVEL, zlib.Z_DEFAULT_STRATEGY, dictionary)
    plain = text.encode()
    return packer.compress(plain) + packer.flush() + _sum(plain)


def unpacked(stored: str | bytes, dictionary: bytes) -> str:
    """The text again; a small library keeps its pages as they are, which is a ``str``.

    Raises:
        zlib.error: the bytes are damaged, cut off, or too many.
        UnicodeDecodeError: they are not UTF-8.
    """
    if isinstance(stored, str):
        return stored
    unpacker = zlib.decompressobj(_WINDOW_BITS, dictionary)
    text = unpacker.decompress(stored, LONGEST_TEXT_BYTES)
    if not unpacker.eof:
        raise zlib.error("the text of a page is cut off, or longer than any page may be")
    return _sound(text, unpacker.unused_data).decode()


def _sound(text: bytes, found: bytes) -> bytes:
    if found != _sum(text):
        raise zlib.error("the text of a page is not what was packed")
    return text


def _sum(text: bytes) -> bytes:
    return zlib.adler32(text).to_bytes(_SUM_BYTES, "big")

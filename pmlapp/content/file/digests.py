"""The sha256 of each part of a library: a page, a picture, a word, a list.

They are taken over values, not over rows: the same on every machine for the
same sources, however a file numbers, orders or packs them.  A field that is
empty is left out, so that a field added later changes no digest without it.
"""

import sys
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from pmlapp.content.model import Article, SignOff, Withdrawal

if TYPE_CHECKING:
    from mmap import mmap

SHORT: Final = 16
"""Bytes kept of digests that a large library holds thousands of: still more than anybody could search through."""


def _maker() -> Callable[[], Any]:
    """What makes a new hash.

    Python's own one where nothing has asked for OpenSSL's yet: importing that takes longer than
    the pages that a reader opens in an hour take to hash.
    """
    hashlib = sys.modules.get("hashlib")
    if hashlib is not None:
        return hashlib.sha256  # type: ignore[no-any-return]
    for name in ("_sha2", "_sha256"):  # from Python 3.12, and before
        try:
            return __import__(name).sha256  # type: ignore[no-any-return]
        except ImportError:
            pass
    import hashlib as standard  # noqa: PLC0415

    return standard.sha256


# Chosen once: Python looks for a module that is not there in every folder, every time.
sha256: Final = _maker()
"""A new hash."""


def of_values(*values: object) -> bytes:
    """The sha256 of some values: texts, bytes, whole numbers, days, None, and tuples of them."""
    out: list[bytes] = []
    for value in values:
        _add(value, out)
    made = sha256()
    made.update(b"".join(out))
    return bytes(made.digest())


def of_page(article: Article, blocks: str) -> bytes:
    """Of a page as it is shown: its text, names, sources, related pages, reviews, and its text as ``blocks``."""
    return of_values("page", article, blocks)


def of_summary(id_: str, topic: str, title: str, question_type: str, language: str) -> bytes:
    """Of what a list of pages shows of one."""
    return of_values("summary", id_, topic, title, question_type, language)[:SHORT]


def of_words(title: str, short_answer: str, names: tuple[str, ...], also_asked: tuple[str, ...], body: str) -> bytes:
    """Of what a search shows of a page."""
    return of_values("words", title, short_answer, names, also_asked, body)[:SHORT]


def of_reviews(sign_offs: tuple[SignOff, ...], withdrawal: Withdrawal | None, text_sha256: str) -> bytes:
    """Of what was recorded about a page; nothing if nothing was."""
    if not (sign_offs or withdrawal or text_sha256):
        return b""
    return of_values("reviews", sign_offs, withdrawal, text_sha256)[:SHORT]


def of_file(data: "bytes | mmap", digest: bytes) -> bytes:
    """Of a whole content file, in which its own ``digest`` is taken as zeros.

    Raises:
        ValueError: it does not hold its digest, or holds it twice.
    """
    place = data.find(digest)
    if place < 0 or data.find(digest, place + 1) >= 0:
        raise ValueError("the file does not hold its digest once")
    made = sha256()
    with memoryview(data) as whole:
        made.update(whole[:place])
        made.update(bytes(len(digest)))
        made.update(whole[place + len(digest) :])
    return bytes(made.digest())


def _add(value: Any, out: list[bytes]) -> None:
    # Kind and length before each value: no two different ones look the same.
    if isinstance(value, str):
        text = value.encode()
        out.append(b"t%d:%s" % (len(text), text))
    elif isinstance(value, bytes):
        out.append(b"b%d:%s" % (len(value), value))
    elif isinstance(value, tuple):
        names = getattr(value, "_fields", None)
        if names is None:
            out.append(b"l%d:" % len(value))
            for each in value:
                _add(each, out)
        else:
            out.append(b"(")
            for name, each in zip(names, value, strict=True):
                if each not in _EMPTY:
                    out.append(b"%s=" % name.encode())
                    _add(each, out)
            out.append(b")")
    elif isinstance(value, date):
        _add(value.isoformat(), out)
    elif isinstance(value, int):
        out.append(b"i%d;" % value)
    elif value is None:
        out.append(b"n")
    else:
        raise TypeError(f"no digest of {type(value).__name__}")


_EMPTY: Final[tuple[object, ...]] = ("", (), None)


def in_order(parts: Iterable[tuple[object, ...]]) -> bytes:
    """Of a list of parts, each with what it is known by and its digest."""
    return of_values(tuple(parts))

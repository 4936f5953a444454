"""The numbers on paper: which page, and which text of it, a sheet or a card is from, in digits that people read out.

A sheet's number is page, mark and check digits; a card's is page and check digits.  The page is the number that it
keeps through all editions (docs/content-file.md), counted so that the first digit is never 0; the mark is computed
from the library and the text, so it differs once the text does.  The check digits are those of ISO 7064 MOD 97-10:
of the usual schemes the only one that also finds "thirteen" heard as "thirty".
"""

import unicodedata
from typing import Final, NamedTuple

from pmlapp.content.file.digests import of_values

_CHECK_DIGITS: Final = 2
_MARK_DIGITS: Final = 3
_SHORT: Final = 3
"""Digits of a page's number in a library of up to 900 pages."""
_MOST_SHORT: Final = 900
_LONG: Final = 5
"""Digits of a page's number in one of up to 90,000."""

_BETWEEN: Final = " \u00a0\u202f\u2009-\u2010\u2011"
"""What people write between the groups of a long number."""

_GROUP: Final = 4


class LeafletCode(NamedTuple):
    """What a number on paper says."""

    page: int
    """The number of the page, as the content file keeps it."""
    mark: int | None
    """The mark of the text, 0 to 999; None on a card, which names a page whatever its text."""


class WrongCode(NamedTuple):
    """As many digits as a sheet's number has, but no number that was ever printed: one of them is not right."""


def sheet_code(page: int, mark: int, *, last_page: int) -> str:
    """The number of a sheet, 8 digits, or 10 in a library of more than 900 pages.

    Args:
        page: the number of the page, 1 or more.
        mark: of its text: `mark_of`.
        last_page: the highest number that the library ever gave to a page.

    Returns:
        The digits without spaces; "" for a page whose number is above 90,000, which no code has room for.
    """
    counted = _counted(page, last_page)
    return f"{counted}{mark:0{_MARK_DIGITS}}{_check(f'{counted}{mark:0{_MARK_DIGITS}}')}" if counted else ""


def card_code(page: int, *, last_page: int) -> str:
    """The number of a card that leads to a page, 5 digits, or 7 in a library of more than 900 pages.

    Args:
        page: as for `sheet_code`.
        last_page: as for `sheet_code`.

    Returns:
        As `sheet_code`.
    """
    counted = _counted(page, last_page)
    return f"{counted}{_check(counted)}" if counted else ""


def read_code(typed: str, *, last_page: int) -> LeafletCode | WrongCode | None:
    """What a typed number says; None if it is not, or not yet, the number of a sheet or a card.

    Of a number that is too short or has a wrong digit only those as long as a sheet's are called wrong:
    shorter ones may go on, or be no number of ours.

    Args:
        typed: any text; digits of every script, in groups or not.
        last_page: as for `sheet_code`.
    """
    digits = _digits(typed)
    if not digits:
        return None
    for length in (_SHORT, _LONG):
        for mark_digits in (_MARK_DIGITS, 0):
            if len(digits) == length + mark_digits + _CHECK_DIGITS and digits[0] != "0" and int(digits) % 97 == 1:
                page = int(digits[:length]) - 10 ** (length - 1) + 1
                mark = int(digits[length : length + mark_digits]) if mark_digits else None
                return LeafletCode(page, mark)
    shortest = (_LONG if _is_large(last_page) else _SHORT) + _MARK_DIGITS + _CHECK_DIGITS
    return WrongCode() if shortest <= len(digits) <= _LONG + _MARK_DIGITS + _CHECK_DIGITS else None


def in_groups(code: str) -> str:
    """A number as it is printed: ``4127 0397``, and that of a card ``412 70``."""
    # A card of seven digits as 4 + 3, and one of five as 3 + 2: halves are easier to keep in mind.
    first = _GROUP if len(code) > 5 else 3
    groups = [code[:first], *(code[at : at + _GROUP] for at in range(first, len(code), _GROUP))]
    return " ".join(filter(None, groups))


def mark_of(library: str, title: str, short_answer: str, body: str) -> int:
    """The mark of one text of a page, 0 to 999.

    Args:
        library: the id of the library, or its title if it has none: it stays through all editions.
        title: of the page.
        short_answer: of the page.
        body: its Markdown.
    """
    return int.from_bytes(of_values("sheet", library, title, short_answer, body)[:8]) % 10**_MARK_DIGITS


def _counted(page: int, last_page: int) -> str:
    """The number of a page with as many digits as the library needs, the first of them not 0."""
    if page < 1:
        raise ValueError(f"no page has the number {page}")
    length = _LONG if _is_large(max(page, last_page)) else _SHORT
    counted = str(page + 10 ** (length - 1) - 1)
    return counted if len(counted) == length else ""


def _is_large(last_page: int) -> bool:
    """Whether the numbers of a library need the longer codes."""
    return last_page > _MOST_SHORT


def _check(digits: str) -> str:
    """The two check digits: with them behind it, the number leaves 1 when it is divided by 97."""
    return f"{98 - int(digits) * 100 % 97:0{_CHECK_DIGITS}}"


def _digits(typed: str) -> str:
    """The digits of a number, "" if anything else was typed."""
    bare = "".join(sign for sign in typed.strip() if sign not in _BETWEEN)
    found = [unicodedata.decimal(sign, None) for sign in bare]
    return "".join(map(str, found)) if found and None not in found else ""

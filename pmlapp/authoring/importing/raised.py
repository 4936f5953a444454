"""Raised and lowered characters as the signs that Unicode has for them."""

from typing import Final

_RAISED: Final = dict(zip("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
_LOWERED: Final = dict(zip("0123456789+-−=()aeox", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓ", strict=True))


def raised(text: str) -> str:
    """The text in raised signs; as it is if one of its characters has none, as in 4th, which says the same plainly."""
    return _written(text, _RAISED)


def lowered(text: str) -> str:
    """The text in lowered signs; as it is if one of its characters has none."""
    return _written(text, _LOWERED)


def _written(text: str, signs: dict[str, str]) -> str:
    return "".join(signs[each] for each in text) if text and all(each in signs for each in text) else text

"""Pages packed into few bytes, and unpacked as far as they are wanted."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlapp.content.file.compression import beginning, packed, unpacked

DICTIONARY = b"The virus rests in the kidneys."


@given(st.text(), st.integers(1, 400), st.integers(1, 50))
def test_the_beginning_of_a_packed_text_is_that_of_the_text(text: str, times: int, characters: int) -> None:
    long = text * times
    for stored in (long, packed(long, DICTIONARY)):
        assert beginning(stored, DICTIONARY, characters) == unpacked(stored, DICTIONARY)[:characters]


def test_bytes_that_end_too_soon_are_damage() -> None:
    stored = packed("Kidneys and brains, 1 to 100. " * 9, b"")
    with pytest.raises(zlib.error):
        beginning(stored[:-6], b"", 10_000)


@pytest.mark.parametrize("place", [-1, -4])
def test_a_text_whose_sum_is_another_is_damage(place: int) -> None:
    stored = bytearray(packed("Kidneys and brains.", DICTIONARY))
    stored[place] ^= 1
    with pytest.raises(zlib.error, match="not what was packed"):
        unpacked(bytes(stored), DICTIONARY)
    with pytest.raises(zlib.error, match="not what was packed"):
        beginning(bytes(stored), DICTIONARY, 10_000)

"""Pages packed into few bytes, and unpacked."""

import zlib

import pytest

from pmlapp.content.file.compression import packed, unpacked

DICTIONARY = b"The virus rests in the kidneys."


def test_bytes_that_end_too_soon_are_damage() -> None:
    stored = packed("Kidneys and brains, 1 to 100. " * 9, b"")
    with pytest.raises(zlib.error):
        unpacked(stored[:-6], b"")


@pytest.mark.parametrize("place", [-1, -4])
def test_a_text_whose_sum_is_another_is_damage(place: int) -> None:
    stored = bytearray(packed("Kidneys and brains.", DICTIONARY))
    stored[place] ^= 1
    with pytest.raises(zlib.error, match="not what was packed"):
        unpacked(bytes(stored), DICTIONARY)

"""In which language a text is spoken, as far as its script tells."""

import pytest

from pmlapp.content.script_language import language_of


@pytest.mark.parametrize(
    ("text", "page", "language"),
    [
        ("The virus rests.", "en", "en"),
        ("Natalizumab binds α4β1.", "en-GB", "en-GB"),
        ("هل هو معد؟", "en", "ar"),
        ("هل هو معد؟", "fa", "fa"),
        ("Это заразно?", "de", "ru"),
        ("Це заразно?", "uk", "uk"),
        ("它会传染吗？", "en", "zh"),
        ("うつりますか。", "ja", "ja"),
        ("它会传染吗？", "ja", "ja"),
        ("Is it catching?", "ar", "en"),
        ("PML مرض نادر في الدماغ", "ar", "ar"),
        ("112", "ar", "ar"),
        ("¿Es contagioso?", "es", "es"),
    ],
)
def test_a_text_in_a_foreign_script_is_spoken_in_its_language(text: str, page: str, language: str) -> None:
    assert language_of(text, page) == language

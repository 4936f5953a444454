"""Which voice reads a page."""

import pytest

from pmlapp.speech.voices import Voice, languages_of, voice_for, voices_of

VOICES = (
    Voice("English (Caribbean)", "en-029"),
    Voice("English (Great Britain)", "en-GB"),
    Voice("English (Scotland)", "en-GB-SCOTLAND"),
    Voice("English (America)", "en-US"),
    Voice("English (America, New York City)", "en-US-NYC"),
    Voice("Spanish (Spain)", "es"),
    Voice("Spanish (Latin America)", "es-419"),
    Voice("Portuguese (Portugal)", "pt"),
    Voice("Portuguese (Brazil)", "pt-BR"),
    Voice("Chinese (Mandarin)", "cmn"),
    Voice("Norwegian Bokmål", "nb"),
    Voice("Finnish", "fi"),
)


@pytest.mark.parametrize(
    ("language", "home", "voice"),
    [
        ("en", "", "English (Great Britain)"),
        ("en", "en_US", "English (America)"),
        ("en-US", "en_GB", "English (America)"),
        ("en", "de_DE", "English (Great Britain)"),
        ("es", "es_MX", "Spanish (Latin America)"),
        ("es", "", "Spanish (Spain)"),
        ("es-419", "", "Spanish (Latin America)"),
        ("es-MX", "", "Spanish (Latin America)"),
        ("pt-BR", "pt_PT", "Portuguese (Brazil)"),
        ("pt-PT", "", "Portuguese (Portugal)"),
        ("zh-CN", "", "Chinese (Mandarin)"),
        ("zh-TW", "", "Chinese (Mandarin)"),
        ("no", "", "Norwegian Bokmål"),
        ("fi", "", "Finnish"),
        ("ar", "", None),
    ],
)
def test_the_voice_is_of_the_language_and_of_a_region_that_is_understood(
    language: str, home: str, voice: str | None
) -> None:
    found = voice_for(language, VOICES, home=home)
    assert (found and found.name) == voice


def test_the_readers_own_choice_comes_first_while_there_is_such_a_voice() -> None:
    chosen = {"en": "English (Scotland)"}
    assert voice_for("en-US", VOICES, chosen=chosen) == Voice("English (Scotland)", "en-GB-SCOTLAND")
    assert voice_for("en", VOICES[3:], chosen=chosen) == Voice("English (America)", "en-US")


def test_all_voices_of_a_language_can_be_chosen_and_the_languages_are_named_once() -> None:
    assert {voice.name for voice in voices_of("en", VOICES)} == {voice.name for voice in VOICES[:5]}
    assert languages_of(VOICES) == ("cmn", "en", "es", "fi", "nb", "pt")

"""Where sentences end."""

import pytest

from pmlapp.authoring.lint.sentences import sentences_in, words_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Of 4.14 per 1,000 people. No more.", ["Of 4.14 per 1,000 people.", "No more."]),
        ("Ask Dr. Lee, e.g. Today is fine.", ["Ask Dr. Lee, e.g. Today is fine."]),
        ("She has MS. It is not PML.", ["She has MS.", "It is not PML."]),
        ("Ask Ms. Lee or J.C. Smith.", ["Ask Ms. Lee or J.C. Smith."]),
        ("The answer is no. Hepatitis B. Then rest.", ["The answer is no.", "Hepatitis B.", "Then rest."]),
        ("“Go now.” She went.", ["“Go now.”", "She went."]),
        ("Wait … then go.", ["Wait … then go."]),
        ("no stop at all", ["no stop at all"]),
        ("¿Qué es? Es un virus.", ["¿Qué es?", "Es un virus."]),
        ("これは病気です。まれです。", ["これは病気です。", "まれです。"]),
        ("यह एक रोग है। यह दुर्लभ है।", ["यह एक रोग है।", "यह दुर्लभ है।"]),
        ("", []),
        ("   ", []),
        ("...", ["..."]),
    ],
)
def test_a_text_is_divided_where_its_sentences_end(text: str, sentences: list[str]) -> None:
    assert sentences_in(text) == sentences


def test_a_number_or_a_hyphened_word_is_one_word() -> None:
    assert words_of("About 4.14 per 1,000 (61%) don't need an X-ray.") == [
        *("About", "4.14", "per", "1,000", "61%", "don't", "need", "an", "X-ray")
    ]

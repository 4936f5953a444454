"""What is a word of a sentence."""

from pmlapp.authoring.lint.sentences import words_of


def test_a_number_or_a_hyphened_word_is_one_word() -> None:
    assert words_of("About 4.14 per 1,000 (61%) don't need an X-ray.") == [
        *("About", "4.14", "per", "1,000", "61%", "don't", "need", "an", "X-ray")
    ]

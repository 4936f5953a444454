"""Where sentences end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis.strategies import text

from pmlapp.content.sentences import sentence_spans, sentences_in


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
        ("Take 0.5 mg/kg i.v. twice. Then rest.", ["Take 0.5 mg/kg i.v. twice.", "Then rest."]),
        ("Take 1.5 mg. 2 tablets are 3 mg.", ["Take 1.5 mg.", "2 tablets are 3 mg."]),
        ("See fig. 2 and No. 5. No. It is not.", ["See fig. 2 and No. 5.", "No.", "It is not."]),
        ("Call at 5 p.m. The line is open.", ["Call at 5 p.m.", "The line is open."]),
        ("Fruit, nuts etc. They are safe.", ["Fruit, nuts etc.", "They are safe."]),
        ("Tan et al. Lancet 2020. It was small.", ["Tan et al. Lancet 2020.", "It was small."]),
        ("One line\nanother line", ["One line", "another line"]),
        ("هل هو معد؟ لا. اسأل الفريق.", ["هل هو معد؟", "لا.", "اسأل الفريق."]),
        ("", []),
        ("   ", []),
        ("...", ["..."]),
    ],
)
def test_a_text_is_divided_where_its_sentences_end(text: str, sentences: list[str]) -> None:
    assert sentences_in(text) == sentences


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        ("de", "Am 3. Mai z. B. Kopfschmerzen. Danach nichts.", ["Am 3. Mai z. B. Kopfschmerzen.", "Danach nichts."]),
        ("de-AT", "Die Dosis beträgt ca. 5 mg. Fragen Sie.", ["Die Dosis beträgt ca. 5 mg.", "Fragen Sie."]),
        (
            "es",
            "Un virus, p. ej. VIH. Pregunte a Ud. Todo va bien.",
            ["Un virus, p. ej. VIH.", "Pregunte a Ud. Todo va bien."],
        ),
        ("en", "He is 12. He is well.", ["He is 12.", "He is well."]),
    ],
)
def test_short_forms_are_those_of_the_language(language: str, text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text, language)] == sentences


@given(text())
def test_no_character_but_spaces_is_lost_or_said_twice(anything: str) -> None:
    spans = list(sentence_spans(anything))
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert "".join("".join(anything[start:end].split()) for start, end in spans) == "".join(anything.split())

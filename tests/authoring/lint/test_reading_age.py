"""The figures of known texts, and where they come from."""

import socket

import pytest

from pmlapp.authoring.lint.reading_age import ReadingMeter

ENGLISH = ["The cat sat on the mat.", "The doctor examined the patient carefully yesterday."]
"""13 words, 21 syllables, 2 sentences; 3 words of three syllables."""
SPANISH = ["El gato come pescado fresco.", "La niña bebe leche caliente todas las noches."]
"""13 words, 25 syllables, 2 sentences."""


def test_english_is_measured_in_school_years() -> None:
    age = ReadingMeter("en").measure(ENGLISH, ())
    assert age.words == 13
    assert age.grade_with_terms == pytest.approx(0.39 * 13 / 2 + 11.8 * 21 / 13 - 15.59)
    assert age.smog == pytest.approx(1.043 * (30 * 3 / 2) ** 0.5 + 3.1291)
    assert age.inflesz is None


def test_spanish_is_measured_by_its_own_formulas() -> None:
    age = ReadingMeter("es-mx").measure(SPANISH, ())
    assert age.inflesz == pytest.approx(206.835 - 62.3 * 25 / 13 - 13 / 2, abs=0.01)
    assert age.fernandez_huerta == pytest.approx(206.84 - 60 * 25 / 13 - 1.02 * 13 / 2, abs=0.01)
    assert age.grade is None


def test_words_that_the_page_explains_do_not_count() -> None:
    sentences = ["The myelin sheath breaks down.", "Then the patient cannot walk."]
    meter = ReadingMeter("en")
    plain, explained = meter.measure(sentences, ()), meter.measure(sentences, ("myelin", "Myelin sheath"))
    assert explained.grade_with_terms == plain.grade_with_terms == plain.grade
    assert explained.grade == meter.measure(["The breaks down.", "Then the patient cannot walk."], ()).grade


def test_a_decimal_point_ends_no_sentence() -> None:
    meter = ReadingMeter("en")
    assert meter.measure(["Some 4.14 of them were ill."], ()) == meter.measure(["Some 4 14 of them were ill."], ())


def test_in_other_languages_words_are_counted_and_nothing_is_judged() -> None:
    age = ReadingMeter("fr").measure(["Le virus dort dans les reins."], ())
    assert (age.words, age.grade, age.inflesz) == (6, None, None)
    assert ReadingMeter("en").measure([], ()).grade is None


def test_the_network_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert ReadingMeter("en").measure(["An unheard-of wyrdling appears."], ()).words == 4

"""One spelling for all spellings of a word."""

from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlapp.content.file.schema import Stemmer
from pmlapp.library.search.folding import Folding
from pmlapp.library.search.language import Language

ENGLISH = Folding(Language.of("en"))

BRITISH_AND_AMERICAN = """
leucoencephalopathy leukoencephalopathy, leukaemia leukemia, haemorrhage hemorrhage, oedema edema, oesophagus esophagus,
diarrhoea diarrhea, apnoea apnea, tumour tumor, colour color, behaviour behavior, odour odor, paralysed paralyzed,
immunisation immunization, centre center, fibre fiber, litre liter, foetus fetus, coeliac celiac, caesarean cesarean,
anaesthetic anesthetic, paediatric pediatric, orthopaedic orthopedic, programme program, aetiology etiology,
homoeopathy homeopathy, faeces feces, sulphate sulfate, aluminium aluminum, grey gray, recognise recognize
"""


@pytest.mark.parametrize("pair", [pair.split() for pair in BRITISH_AND_AMERICAN.split(",")])
def test_british_and_american_spelling_are_one_word(pair: list[str]) -> None:
    assert ENGLISH.reduced(pair[0]) == ENGLISH.reduced(pair[1])


@pytest.mark.parametrize("pair", [pair.split() for pair in BRITISH_AND_AMERICAN.split(",") if "gray" not in pair])
def test_what_words_of_one_stem_begin_with_is_the_same_in_both_spellings(pair: list[str]) -> None:
    with closing(Stemmer()) as stemmer:
        (stem,) = stemmer.stems([ENGLISH.reduced(pair[0])]).values()
    starts = ENGLISH.beginnings(ENGLISH.reduced(pair[0]), stem, 3)
    assert all(any(word.startswith(start) for start in starts) for word in pair)


def test_of_a_word_that_is_spelt_in_one_way_all_of_its_stem_but_the_last_letter_is_certain() -> None:
    assert ENGLISH.beginnings("treatment", "treatment", 3) == {"treatmen"}
    assert ENGLISH.beginnings("edema", "edema", 3) == {
        "ede",
        "aede",
        "oede",
        "edae",
        "edoe",
        "aedae",
        "aedoe",
        "oedae",
        "oedoe",
    }


@pytest.mark.parametrize("word", ["hour", "four", "tour", "toes", "shoe", "more", "are", "this", "his", "lens"])
def test_words_that_only_look_british_stay_as_they_are(word: str) -> None:
    assert ENGLISH.reduced(word) == word


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("œdème", ["edeme"]),
        ("ﬁbre", ["fiber"]),
        ("JC-virus", ["jc", "virus"]),
        ("Crohn’s", ["crohn", "s"]),
        ("ＰＭＬ", ["pml"]),
        ("Straße", ["strasse"]),
        ("मस्तिष्क", ["मस्तिष्क"]),
        ("JC病毒", ["jc", "病毒"]),
        ("脑", ["脑"]),
    ],
)
def test_a_text_is_cut_into_words_of_one_spelling(written: str, found: list[str]) -> None:
    assert [piece.word for piece in ENGLISH.pieces(ENGLISH.fold(written))] == found


def test_every_letter_begins_a_piece_of_the_index() -> None:
    assert [piece.word for piece in ENGLISH.pieces(ENGLISH.fold("白质脑"), last_letters=True)] == ["白质", "质脑", "脑"]


@given(st.text())
def test_every_piece_stands_where_it_says(text: str) -> None:
    flat = ENGLISH.fold(text)
    for piece in ENGLISH.pieces(flat):
        assert 0 <= piece.start < piece.end <= len(flat.text)
        start, end = flat.span(piece.start, piece.end)
        assert 0 <= start < end <= len(text)
        assert '"' not in piece.word


@given(st.text())
def test_the_places_of_a_folded_text_are_in_order_and_end_with_the_text(text: str) -> None:
    flat = ENGLISH.fold(text)
    places = [flat.place(at) for at in range(len(flat.text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(text)

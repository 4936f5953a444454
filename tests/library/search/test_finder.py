"""Words of a query are found in texts in whatever form they have there."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlapp.content.file.schema import Stemmer
from pmlapp.library.search.finder import Finder, Wanted
from pmlapp.library.search.folding import Folding
from pmlapp.library.search.language import Language

ENGLISH = Folding(Language.of("en"))

FORMS = """
treat treats treated treatment treatments entreat color colour colours edema oedema edematous dye dying die dies
leukaemia leukemia leucoencephalopathy organ organs organise organization jc natalizumab's hope hoping hopped
"""


@pytest.fixture(scope="module")
def stemmer() -> Iterator[Stemmer]:
    stemmer = Stemmer()
    yield stemmer
    stemmer.close()


def finder(stemmer: Stemmer, *words: str, unfinished: bool = False) -> Finder:
    return Finder([Wanted(ENGLISH.reduced(word), unfinished) for word in words], ENGLISH, stemmer.stems)


@pytest.mark.parametrize(
    ("wanted", "text", "found"),
    [
        ("treating", "treat; Treated, entreat", ["treat", "Treated"]),
        ("edema", "Oedema, edema and EDEMAS", ["Oedema", "edema", "EDEMAS"]),
        ("colour", "color of colours", ["color", "colours"]),
        ("leukemia", "leukaemia, leucoencephalopathy", ["leukaemia"]),
        ("organization", "They organise organs.", ["organise", "organs"]),
        ("sulfate", "sulphates", ["sulphates"]),
        ("脑病", "多发性脑病变", ["脑病"]),
    ],
)
def test_a_word_is_found_in_every_form_and_spelling(stemmer: Stemmer, wanted: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end, _ in finder(stemmer, wanted).places(text)] == found


def test_a_word_that_is_not_finished_is_found_where_one_begins_so(stemmer: Stemmer) -> None:
    assert finder(stemmer, "natal", unfinished=True).words("natalizumab, prenatal") == {"natal"}


@given(
    st.lists(st.sampled_from(FORMS.split()), max_size=9),
    st.lists(st.sampled_from(FORMS.split()), min_size=1, max_size=4),
)
def test_letters_of_another_alphabet_in_a_text_hide_no_word_of_it(
    stemmer: Stemmer, text: list[str], wanted: list[str]
) -> None:
    plain, mixed = " ".join(text), " ".join([*text, "ß", "दिमाग"])
    assert ENGLISH.fold(plain).is_plain
    assert not ENGLISH.fold(mixed).is_plain
    assert finder(stemmer, *wanted).places(plain) == finder(stemmer, *wanted).places(mixed)


@given(st.lists(st.lists(st.sampled_from(FORMS.split()), max_size=5).map(" ".join), max_size=4))
def test_many_texts_at_once_give_what_they_give_one_by_one(stemmer: Stemmer, texts: list[str]) -> None:
    wanted = finder(stemmer, "treat", "hope", "oedema")
    assert wanted.places_in([ENGLISH.fold(text) for text in texts]) == [wanted.places(text) for text in texts]

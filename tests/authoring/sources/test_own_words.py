"""What a library says in its own words, and the program's usual words where it says nothing."""

from pathlib import Path

import pytest

from pmlapp.authoring.sources.own_words import usual_question_types
from pmlapp.authoring.sources.sources import LibrarySources, read_sources
from pmlapp.content.model import QuestionType
from pmlapp.errors import SourcesRefusedError
from tests.authoring.rules.case import FILES, write_library

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0" fill="var(--primary, #123456)"/></svg>'
OWN = """
search_hint = "Search, for example: wheeze"
examples = ["causes/virus", "causes/what"]
disclaimer = "This page cannot hear you breathe."
short_disclaimer = "Ask your nurse."
[[question_type]]
id = "wheeze"
heading = "Wheezing"
[[question_type]]
id = "causes"
heading = "Where it comes from"
"""
LIBRARY = FILES["library.toml"].replace("[[authors]]", f"{OWN}[[authors]]")


def read(folder: Path, library: str = LIBRARY, **files: str) -> LibrarySources:
    front = {"question_type": "wheeze"}
    return read_sources(
        write_library(folder, "Text.[^S1]\n[^S2]\n", front=front, files={"library.toml": library, **files})
    )


def refused(folder: Path, library: str, **files: str) -> tuple[str, ...]:
    with pytest.raises(SourcesRefusedError) as refusal:
        read(folder, library, **files)
    return refusal.value.mistakes


def test_a_library_says_it_in_its_own_words_and_lists_its_own_question_types(tmp_path: Path) -> None:
    library = read(tmp_path)
    assert dict(library.words) == {
        "search_hint": "Search, for example: wheeze",
        "examples": "causes/virus\ncauses/what",
        "disclaimer": "This page cannot hear you breathe.",
        "short_disclaimer": "Ask your nurse.",
    }
    assert library.question_types == (("wheeze", "Wheezing"), ("causes", "Where it comes from"))
    assert library.articles[0].id == "causes/what", "its type is listed first"


def test_a_library_that_says_nothing_has_the_usual_question_types_and_no_words(tmp_path: Path) -> None:
    library = read_sources(write_library(tmp_path, "Text.[^S1]\n[^S2]\n", front={}, files={}))
    assert library.words == ()
    assert [key for key, _ in library.question_types] == list(QuestionType)
    assert all(heading for _, heading in library.question_types)
    assert [page.question_type for page in library.articles] == ["causes"] * 4


def test_no_heading_of_the_usual_types_is_english_in_another_language() -> None:
    assert {heading for _, heading in usual_question_types("es")} == {""}
    assert "Signs" in {heading for _, heading in usual_question_types("en-gb")}


def test_a_question_type_that_is_not_listed_is_refused_with_those_that_are(tmp_path: Path) -> None:
    other = LIBRARY.replace('id = "wheeze"', 'id = "cough"')
    assert any("“question_type” is “wheeze”; allowed are: cough, causes" in each for each in refused(tmp_path, other))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "wheeze"', 'id = "causes"', "the question type “causes” is listed twice"),
        ('id = "wheeze"', 'id = "No good"', "the id “No good” may hold a-z"),
        ('heading = "Wheezing"', "", "a [[question_type]] lacks the key “heading”"),
        ("causes/virus", "causes/nothing", "there is no article “causes/nothing”"),
        ('"causes/virus", ', '"causes/virus", ' * 5, "“examples” names 6 pages; at most 5 fit"),
        ('wheeze"\nex', f'{"wheeze " * 9}"\nex', "“search_hint” has 83 characters; at most 50 fit"),
        ('"Ask your nurse."', '" "', "“short_disclaimer” must be text, not empty"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in LIBRARY
    wrong = LIBRARY.replace(old, new, 1)
    named = [each for each in refused(tmp_path, wrong) if said in each]
    assert named
    assert "library.toml:" in named[0]


def test_logo_and_ornament_are_pictures_of_their_own(tmp_path: Path) -> None:
    library = read(tmp_path, **{"brand/logo.svg": SVG, "brand/ornament.svg": SVG})
    assert [(picture.name, picture.role) for picture in library.media] == [
        ("brand/logo.svg", "logo"),
        ("brand/ornament.svg", "picture"),
    ]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("brand/banner.svg", SVG, "the folder brand holds logo.svg and ornament.svg, and nothing else"),
        ("brand/logo.svg", SVG.replace("<path", "<script/><path"), "an SVG picture may not hold <script>"),
        ("brand/logo.svg", "A logo.", "the name ends in .svg but this is no PNG, JPEG or SVG picture"),
    ],
)
def test_a_brand_that_cannot_be_taken_is_named(tmp_path: Path, name: str, text: str, said: str) -> None:
    assert any(said in each for each in refused(tmp_path, LIBRARY, **{name: text}))


def test_a_topic_cannot_be_called_brand(tmp_path: Path) -> None:
    brand = FILES["topics.toml"].replace('id = "causes"', 'id = "brand"')
    assert any(
        "the folder “brand” holds no articles" in each for each in refused(tmp_path, LIBRARY, **{"topics.toml": brand})
    )

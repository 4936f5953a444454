"""What a reader may take home from a page, and why a story may be told."""

from datetime import date
from pathlib import Path

import pytest

from pmlapp.authoring.reviews.signed_texts import text_to_sign
from pmlapp.authoring.sources.sources import read_sources
from pmlapp.content.model import Article, Consent, ConsentKind, KeyPoint, QuestionToAsk, TeachBack, TermPlace
from tests.authoring.sources.test_claims import CLAIMS_FILE
from tests.authoring.sources.test_sources import change, folder, mistakes

__all__ = ["folder"]

HEAD = """key_points:
  - The virus rests in the kidneys.[^S1]
  - "About 6 in 10 carry it, and most never fall ill.[^S3][^S1]"
  - Nobody is to blame.[^S2b]
questions_to_ask:
  - How often should my blood be tested?[^S2b]
teach_back:
  - {question: Where does the virus rest?, answer: In the kidneys., heading: "#why"}
"""


def add(folder: Path, head: str, name: str = "causes/what.md") -> None:
    change(folder, name, "provenance: adapted", f"{head}provenance: adapted")


def page(folder: Path, name: str = "causes/what") -> Article:
    return next(page for page in read_sources(folder).articles if page.id == name)


def test_a_page_has_what_its_front_matter_says(folder: Path) -> None:
    add(folder, HEAD)
    read = page(folder)
    assert read.key_points == (
        KeyPoint("The virus rests in the kidneys.", ("S1",)),
        KeyPoint("About 6 in 10 carry it, and most never fall ill.", ("S3", "S1")),
        KeyPoint("Nobody is to blame.", ("S2b",)),
    )
    assert read.questions_to_ask == (QuestionToAsk("How often should my blood be tested?", ("S2b",)),)
    assert read.teach_back == (TeachBack("Where does the virus rest?", "In the kidneys.", "why"),)


def test_a_source_that_only_a_key_point_cites_stands_behind_those_of_the_text(folder: Path) -> None:
    add(folder, HEAD)
    assert [source.key for source in page(folder).sources] == ["S2b", "S1", "S3"]


def test_a_key_point_may_be_a_claim(folder: Path) -> None:
    (folder / "claims.toml").write_text(CLAIMS_FILE, encoding="utf-8")
    add(folder, HEAD.replace("Nobody is to blame.[^S2b]", '"{Claim:carriers}."'))
    assert page(folder).key_points[2] == KeyPoint("About 6 in 10 healthy people.", ("S1", "S3"))


def test_a_word_of_the_short_answer_may_be_explained(folder: Path) -> None:
    change(folder, "causes/what.md", "In a few\n  words.", "It is the [coat](glossary:myelin) of a nerve.")
    read = page(folder)
    assert (read.short_answer, read.short_answer_terms) == (
        "It is the coat of a nerve.",
        (TermPlace(10, 14, "myelin"),),
    )


def test_what_is_taken_home_is_part_of_what_is_signed_and_changes_nothing_where_there_is_none(folder: Path) -> None:
    plain = text_to_sign(page(folder), read_sources(folder))
    assert "key_points" not in plain
    add(folder, HEAD)
    assert "Nobody is to blame." in text_to_sign(page(folder), read_sources(folder))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("  - Nobody is to blame.[^S2b]\n", "", "there are 2 key points; a page has 3 to 5 or none"),
        ("blame.[^S2b]", "blame.", "“Nobody is to blame.” under “key_points” has no source"),
        ("blame.[^S2b]", "blame.[^S9]", "sources.toml has no source “S9”"),
        ("Nobody is", "Nobody **is**", "a text under “key_points” is plain"),
        ("Nobody", "Nobody " * 30, "a text under “key_points” has"),
        ('"#why"', '"#how"', "no heading of this page has the anchor #how"),
        (", heading:", ", head:", "unknown key “head” in a question of teach_back"),
    ],
)
def test_what_is_wrong_in_it_is_named(folder: Path, old: str, new: str, problem: str) -> None:
    add(folder, HEAD.replace(old, new))
    assert any(problem in each for each in mistakes(folder)), mistakes(folder)


def test_a_word_of_the_short_answer_that_nobody_explains_is_refused(folder: Path) -> None:
    change(folder, "causes/what.md", "In a few\n  words.", "It is the [coat](glossary:myelim) of a nerve.")
    (found,) = mistakes(folder)
    assert found.endswith("glossary.toml has no word “myelim”; the nearest is “myelin”")


WRITTEN = "consent: {kind: written, given_on: 2026-01-02, held_by: the clinic}\n"


def test_a_story_says_why_it_may_be_told(folder: Path) -> None:
    change(folder, "causes/what.md", "kind: question", "kind: story")
    add(folder, WRITTEN)
    assert page(folder).consent == Consent(ConsentKind.WRITTEN, date(2026, 1, 2), "the clinic", "")


def test_a_published_case_names_its_source(folder: Path) -> None:
    change(folder, "causes/what.md", "kind: question", "kind: story")
    add(folder, "consent: {kind: published, source: S3}\n")
    read = page(folder)
    assert read.consent == Consent(ConsentKind.PUBLISHED, None, "", "S3")
    assert read.sources[-1].key == "S3"


@pytest.mark.parametrize(
    ("kind", "head", "problem"),
    [
        ("story", "", "a story needs “consent”"),
        ("question", WRITTEN, "only a story has “consent”"),
        ("story", "consent: {kind: written, held_by: the clinic}\n", "a story that is written lacks “given_on”"),
        (
            "story",
            "consent: {kind: published, held_by: us, source: S3}\n",
            "that is published has no use for “held_by”",
        ),
        ("story", "consent: {kind: told, held_by: us}\n", "“kind” is “told”; allowed are: written, published"),
        ("story", "consent: {kind: published, source: S9}\n", "sources.toml has no source “S9”"),
    ],
)
def test_a_story_is_not_told_without_reason(folder: Path, kind: str, head: str, problem: str) -> None:
    change(folder, "causes/what.md", "kind: question", f"kind: {kind}")
    add(folder, head)
    assert any(problem in each for each in mistakes(folder)), mistakes(folder)

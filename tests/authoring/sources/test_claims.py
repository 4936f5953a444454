"""A fact that is written once and placed in pages by name."""

from pathlib import Path

import pytest

from pmlapp.authoring.sources.claims import Claim, Mark, Placed, place_claims
from pmlapp.authoring.sources.sources import read_sources
from tests.authoring.sources.test_sources import change, folder, mistakes

__all__ = ["folder"]

CLAIM = Claim(
    key="carriers",
    words="about 6 in 10 healthy people",
    values=("61%",),
    sources=("S1", "S3"),
    who="healthy people worldwide",
    year="2026",
    mark=Mark.ESTABLISHED,
    evidence="61% of 18,331 people",
    about=("carry virus",),
    line=1,
)

CLAIMS_FILE = """[carriers]
words = "about 6 in 10 healthy people"
values = ["61%"]
sources = ["S1", "S3"]
who = "healthy people worldwide"
year = "2026"
mark = "E"
evidence = "61% of 18,331 people"
about = ["carry virus"]
"""


def placed(text: str, *, citable: bool = True) -> Placed:
    return place_claims(text, {"carriers": CLAIM}, citable=citable)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("So {claim:carriers} carry it.", "So about 6 in 10 healthy people[^S1][^S3] carry it."),
        ("That is {claim:carriers}. Next.", "That is about 6 in 10 healthy people.[^S1][^S3] Next."),
        ("{Claim:carriers}, they say.", "About 6 in 10 healthy people,[^S1][^S3] they say."),
        ("It is {claim:carriers}.[^S3][^S9]", "It is about 6 in 10 healthy people.[^S1][^S3][^S9]"),
        ("So {words:carriers} do.", "So about 6 in 10 healthy people do."),
        ("- {Words:carriers}", "- About 6 in 10 healthy people"),
    ],
)
def test_a_claim_brings_its_words_and_its_citations_to_where_they_belong(written: str, read: str) -> None:
    assert placed(written) == Placed(read, frozenset({"carriers"}), ())


def test_placing_claims_keeps_every_line_where_it_was() -> None:
    text = "One.\n\nTwo {claim:carriers}\nthree {words:carriers}.\n"
    assert placed(text).text.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("a\n\nb {claim:nobody} c", "claims.toml has no claim “nobody”"),
        ("a\n\nb {claims:carriers} c", "{claims:…} is not known"),
        ("a\n\nb {Fact:} c", "{Fact:…} is not known"),
    ],
)
def test_a_place_that_no_claim_fills_is_named_with_its_line(written: str, problem: str) -> None:
    result = placed(written)
    assert result.text == written
    assert [(line, message[: len(problem)]) for line, message in result.mistakes] == [(3, problem)]


def test_text_without_citations_takes_the_words_alone() -> None:
    assert placed("{Words:carriers}.", citable=False).mistakes == ()
    assert placed("{claim:carriers}.", citable=False).mistakes == (
        (1, "this text cannot hold citations; write {words:carriers}"),
    )


def test_pages_are_not_blamed_for_a_claims_file_that_cannot_be_read() -> None:
    assert place_claims("{claim:carriers}", None).mistakes == ()


def test_an_article_holds_the_words_of_its_claims_and_cites_their_sources(folder: Path) -> None:
    (folder / "claims.toml").write_text(CLAIMS_FILE, encoding="utf-8")
    change(folder, "about/short.md", "Text.", "Know that {claim:carriers} carry it.")
    change(folder, "about/short.md", "In a few\n  words.", "Look: {words:carriers}.")
    library = read_sources(folder)
    page = next(page for page in library.articles if page.id == "about/short")
    assert page.body == "Know that about 6 in 10 healthy people[^S1][^S3] carry it.\n"
    assert page.short_answer == "Look: about 6 in 10 healthy people."
    assert [source.key for source in page.sources] == ["S1", "S3"]
    assert [claim.key for claim in library.claims] == ["carriers"]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("title: About about/short?", "title: '{words:carriers}?'", "title"),
        ("also_asked: [why,", "also_asked: ['{Words:carriers}',", "also_asked"),
        ("{to: causes/what, why: the reason}", "{to: causes/what, why: 'for {claim:carriers}'}", "related"),
    ],
)
def test_a_claim_stands_where_its_words_can_be_put_in(folder: Path, old: str, new: str, key: str) -> None:
    (folder / "claims.toml").write_text(CLAIMS_FILE, encoding="utf-8")
    change(folder, "about/short.md", "Text.", "Know that {claim:carriers} carry it.")
    change(folder, "about/short.md", old, new)
    (found,) = mistakes(folder)
    assert found.endswith(f"a claim is placed in the text or the short answer, not in “{key}”")


def test_a_claim_that_no_page_uses_is_refused(folder: Path) -> None:
    (folder / "claims.toml").write_text(CLAIMS_FILE, encoding="utf-8")
    assert mistakes(folder) == ["claims.toml:1: no article uses the claim “carriers”; place it or take it out"]


def test_a_name_that_no_claim_has_is_refused_with_file_and_line(folder: Path) -> None:
    change(folder, "about/short.md", "Text.", "Text.\n\nSo {claim:carriers} do.")
    found = mistakes(folder)
    line = (folder / "about/short.md").read_text(encoding="utf-8").split("\n").index("So {claim:carriers} do.") + 1
    assert found == [f"about/short.md:{line}: claims.toml has no claim “carriers”"]


def test_a_claim_is_plain_words_with_known_sources_and_a_known_mark(folder: Path) -> None:
    text = CLAIMS_FILE.replace('healthy people"', '[people](glossary:x)"', 1).replace('"S3"', '"S99"')
    (folder / "claims.toml").write_text(text.replace('"E"', '"K"').replace("carriers", "Carriers"), encoding="utf-8")
    assert mistakes(folder) == [
        "claims.toml:1: no article uses the claim “Carriers”; place it or take it out",
        "claims.toml:1: the key “Carriers” may hold a-z, 0-9 and single hyphens only",
        "claims.toml:2: “words” are plain: no links, stars, braces or straight quotes",
        "claims.toml:4: sources.toml has no source “S99”",
        "claims.toml:7: “mark” is “K”; allowed are: E, L, D",
    ]

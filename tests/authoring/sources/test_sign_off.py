"""A sign-off holds for exactly what a reader sees, however it was written down."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlapp.authoring.sources.sign_off import canonical_text, text_sha256
from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.content.model import (
    Article,
    ArticleId,
    ArticleKind,
    Code,
    Media,
    Provenance,
    QuestionType,
    RelatedQuestion,
    TopicId,
)
from tests.builders import EDITORIAL, FIRST, GLOSSARY, MEDIA, SECOND, SIGN_OFF, rich_article

TERMS = {str(term.key): term for term in GLOSSARY}
PICTURES = {picture.name: picture for picture in MEDIA}
PAGE = rich_article()._replace(
    body="## How\n\nThe [coat](glossary:myelin) of a nerve.[^S1]  \nIt is thin.\n\n![A nerve](media:nerve.svg)\n"
)

LETTERS = st.characters(blacklist_categories=("Cs", "Cc"))
WORDS = st.text(LETTERS, min_size=1).map(lambda text: unicodedata.normalize("NFC", text)).filter(str.strip)
BODIES = st.lists(st.text(LETTERS), min_size=1).map(lambda lines: "\n".join((*lines, "End.", "")))


def sha256(page: Article, terms: dict = TERMS, pictures: dict[str, Media] = PICTURES) -> str:
    return text_sha256(page, terms, pictures)


# What is seen.

SEEN: dict[str, Callable[[str], Article]] = {
    "title": lambda text: PAGE._replace(title=text),
    "short answer": lambda text: PAGE._replace(short_answer=text),
    "body": lambda text: PAGE._replace(body=f"{text}\n"),
    "licence": lambda text: PAGE._replace(licence=text),
    "reason": lambda text: PAGE._replace(related=(PAGE.related[0]._replace(reason=text),)),
    "source": lambda text: PAGE._replace(sources=(FIRST._replace(title=text), SECOND)),
    "DOI": lambda text: PAGE._replace(sources=(FIRST._replace(doi=text), SECOND)),
}


def test_a_source_without_numbers_is_signed_as_it_was_before_sources_had_numbers() -> None:
    first_line = next(line for line in canonical_text(PAGE, TERMS, PICTURES).splitlines() if "sources" in line)
    assert first_line == (
        'sources: [["S2", "A leaflet", "A journal", "2021", "https://example.org/2", "facts only"], '
        '["S1", "A study of the virus", "A journal", "2021", "https://example.org/1", "facts only"]]'
    )


@pytest.mark.parametrize("part", SEEN)
@given(one=WORDS, other=WORDS)
def test_two_texts_that_read_differently_have_two_hashes(part: str, one: str, other: str) -> None:
    differ = one.rstrip() != other.rstrip() if part == "body" else one != other
    differ = differ and one.rstrip(" \t") != other.rstrip(" \t")
    assert not differ or sha256(SEEN[part](one)) != sha256(SEEN[part](other))


@given(body=BODIES, at=st.integers(0), letter=LETTERS.filter(lambda letter: letter.isalnum()))
def test_a_letter_more_in_the_body_is_another_text(body: str, at: int, letter: str) -> None:
    at %= len(body)
    changed = body[:at] + letter + body[at:]
    before, after = (unicodedata.normalize("NFC", text) for text in (body, changed))
    assert before == after or sha256(PAGE._replace(body=body)) != sha256(PAGE._replace(body=changed))


@pytest.mark.parametrize(
    "changed",
    [
        PAGE._replace(language="es"),
        PAGE._replace(provenance=Provenance.MACHINE_DRAFTED),
        PAGE._replace(sources=tuple(reversed(PAGE.sources))),
        PAGE._replace(sources=(SECOND, FIRST._replace(published="2022"))),
        PAGE._replace(related=()),
        PAGE._replace(related=(RelatedQuestion(to=ArticleId("a/b"), title="", reason=PAGE.related[0].reason),)),
        PAGE._replace(body=PAGE.body.replace("  \n", "\n")),
        PAGE._replace(body=PAGE.body.replace("\n\n", "\n")),
        PAGE._replace(title=PAGE.short_answer, short_answer=PAGE.title),
    ],
)
def test_what_a_reader_would_notice_is_another_text(changed: Article) -> None:
    assert sha256(changed) != sha256(PAGE)


def test_a_picture_or_a_meaning_that_changes_is_another_text() -> None:
    picture = MEDIA[0]._replace(data=b"<svg><path/></svg>")
    assert sha256(PAGE, pictures={picture.name: picture}) != sha256(PAGE)
    myelin = TERMS["myelin"]._replace(meaning="The coat of a wire.")
    assert sha256(PAGE, {**TERMS, "myelin": myelin}) != sha256(PAGE)


def test_pictures_and_words_of_other_pages_do_not_count() -> None:
    other = Media(name="map.svg", media_type="image/svg+xml", data=b"<svg/>")
    antibody = TERMS["antibody"]._replace(meaning="Something else.")
    myelin = TERMS["myelin"]._replace(also=("coats",))
    assert sha256(PAGE, {"antibody": antibody, "myelin": myelin}, {**PICTURES, "map.svg": other}) == sha256(PAGE)


# What is not.


@pytest.mark.parametrize(
    "changes",
    [
        {"id": ArticleId("risk/moved"), "topic": TopicId("risk")},
        {"kind": ArticleKind.STORY, "question_type": QuestionType.HISTORY},
        {"names": ("LMP",), "also_asked": ()},
        {"codes": (Code(system="MeSH", value="D007968"),)},
        {"evidence_checked": None},
        {"sign_offs": (SIGN_OFF, EDITORIAL)},
        {"text_sha256": "f" * 64},
        {"related": (PAGE.related[0]._replace(title="Another title of that page"),)},
    ],
)
def test_what_only_finds_or_files_a_page_is_not_signed(changes: dict) -> None:
    assert sha256(PAGE._replace(**changes)) == sha256(PAGE)


@given(body=BODIES, ending=st.sampled_from(["\r\n", "\r", "\n"]), form=st.sampled_from(["NFC", "NFD"]))
def test_line_endings_and_the_way_letters_are_composed_do_not_matter(body: str, ending: str, form: str) -> None:
    written = unicodedata.normalize(form, body).replace("\n", ending)
    assert sha256(PAGE._replace(body=written)) == sha256(PAGE._replace(body=body))


@given(body=BODIES)
def test_blanks_that_nobody_sees_do_not_matter(body: str) -> None:
    plain = [line.rstrip() for line in body.split("\n")]
    blanked = [f"{line} " if line else " \t " for line in plain]
    assert sha256(PAGE._replace(body="\n".join(blanked))) == sha256(PAGE._replace(body="\n".join(plain)))


@pytest.mark.parametrize("blanks", ["   ", "\t\t", " \t  "])
def test_blanks_that_begin_a_new_line_on_the_page_do(blanks: str) -> None:
    broken = PAGE._replace(body=f"One{blanks}\nand two.\n")
    parsed = ArticleParser().parse(broken.body).blocks
    assert parsed != ArticleParser().parse("One\nand two.\n").blocks
    assert sha256(broken) != sha256(PAGE._replace(body="One\nand two.\n"))
    assert sha256(broken) == sha256(PAGE._replace(body="One  \nand two.\n"))


@given(body=BODIES)
def test_a_canonical_body_is_its_own_canonical_form(body: str) -> None:
    once = canonical_text(PAGE._replace(body=body), TERMS, PICTURES).partition("\n---\n")[2]
    assert canonical_text(PAGE._replace(body=once), TERMS, PICTURES).partition("\n---\n")[2] == once

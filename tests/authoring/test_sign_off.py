"""A sign-off holds for exactly what a reader sees, however it was written down."""

import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlapp.authoring.review_files import Reinstatement, append_record, read_review_files
from pmlapp.authoring.sign_off import canonical_text, sign, text_sha256
from pmlapp.authoring.source_folder import SourceFolder
from pmlapp.content.markdown import ArticleParser
from pmlapp.content.model import (
    Article,
    ArticleId,
    ArticleKind,
    Code,
    Media,
    Provenance,
    QuestionType,
    RelatedQuestion,
    SignOff,
    SignOffKind,
    TopicId,
    Withdrawal,
)
from pmlapp.errors import CannotWriteError, SourcesRefusedError
from tests.builders import EDITORIAL, FIRST, GLOSSARY, MEDIA, SECOND, SIGN_OFF, rich_article
from tests.hardship import not_allowed_to_write

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
}


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


# Signing.


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "resources" / "content" / "en"
    made.mkdir(parents=True)
    return made


def signed(folder: Path, page: Article = PAGE, **changes: object) -> SignOff:
    said = {
        "kind": SignOffKind.EDITORIAL,
        "reviewer": "the editors: of this library",
        "role": "editors",
        "credentials": "not clinicians",
        "interests": "none",
        "evidence": "a list of facts, “not” the papers #1",
        "signed_on": date(2026, 11, 21),
        "next_due": date(2028, 11, 21),
    }
    return sign(folder, page._replace(text_sha256=sha256(page)), **(said | changes))


def records(folder: Path) -> tuple[object, ...]:
    sources = SourceFolder(folder)
    files = read_review_files(sources, [PAGE.id])
    assert sources.mistakes == []
    return files[PAGE.id].records


def test_what_was_signed_is_read_again_as_it_was_said(folder: Path) -> None:
    first = signed(folder, note="yes: all # of it")
    second = signed(folder, kind=SignOffKind.CLINICAL, reviewer="12345", note="")
    assert records(folder) == (first, second)
    assert first.text_sha256 == sha256(PAGE)


def test_a_page_is_withdrawn_and_reinstated_in_the_same_file(folder: Path) -> None:
    signed(folder)
    gone = Withdrawal(reason="A study was\ntaken back.".replace("\n", " "), by="the editors", on=date(2026, 12, 1))
    again = Reinstatement(reason="It was another study.", by="the editors", on=date(2026, 12, 2))
    append_record(folder, PAGE.id, gone)
    file = read_review_files(SourceFolder(folder), [PAGE.id])[PAGE.id]
    assert file.withdrawal == gone
    append_record(folder, PAGE.id, again)
    file = read_review_files(SourceFolder(folder), [PAGE.id])[PAGE.id]
    assert (file.withdrawal, file.records[1:]) == (None, (gone, again))


@pytest.mark.parametrize("before", ["# Ours\n\n", "# No line end", "﻿# A mark\r\n# Two lines\r\n"])
def test_not_a_byte_of_what_was_written_before_is_touched(folder: Path, before: str) -> None:
    path = signed_file(folder)
    whole = before.encode() + (b"" if before.endswith("\n") else b"\n") + path.read_bytes().rstrip(b"\n")
    path.write_bytes(whole)
    signed(folder, reviewer="Another")
    assert path.read_bytes().startswith(whole)
    assert [record.reviewer for record in records(folder)] == ["the editors: of this library", "Another"]
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def signed_file(folder: Path) -> Path:
    signed(folder)
    return folder.parents[1] / "reviews" / "en" / f"{PAGE.id}.yaml"


@pytest.mark.parametrize("end", ["...\n", "- kind: praise\n", "reviewer: x\n"])
def test_a_file_with_a_mistake_is_not_written_on(folder: Path, end: str) -> None:
    path = signed_file(folder)
    path.write_text(path.read_text(encoding="utf-8") + end, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(SourcesRefusedError):
        signed(folder)
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_disk_that_says_no_leaves_the_file_as_it_was(folder: Path) -> None:
    path = signed_file(folder)
    before = path.read_bytes()
    with not_allowed_to_write(path.parent), pytest.raises(CannotWriteError):
        signed(folder)
    assert path.read_bytes() == before


def test_what_was_never_withdrawn_cannot_be_reinstated(folder: Path) -> None:
    notice = Reinstatement(reason="x", by="y", on=date(2026, 12, 2))
    with pytest.raises(SourcesRefusedError, match="mistakes"):
        append_record(folder, PAGE.id, notice)
    assert not (folder.parents[1] / "reviews" / "en" / f"{PAGE.id}.yaml").exists()


@pytest.mark.parametrize("left_out", ["reviewer", "role", "credentials", "interests", "evidence"])
def test_nothing_about_a_reviewer_may_be_left_out(folder: Path, left_out: str) -> None:
    with pytest.raises(SourcesRefusedError) as refusal:
        signed(folder, **{left_out: " "})
    assert f"“{left_out}” must be text, not empty" in refusal.value.mistakes[0]
    assert list((folder.parents[1] / "reviews").rglob("*.y*ml")) == []


def test_reviews_need_a_folder_of_content_beside_which_they_can_stand(tmp_path: Path) -> None:
    folder = tmp_path / "en"
    folder.mkdir()
    with pytest.raises(SourcesRefusedError) as refusal:
        signed(folder)
    assert "content/en" in refusal.value.mistakes[0]


@pytest.mark.parametrize(("signed_on", "last"), [("2026-11-21", "2029-11-21"), ("2028-02-29", "2031-02-28")])
def test_a_review_is_due_again_within_36_months(folder: Path, signed_on: str, last: str) -> None:
    on, due = date.fromisoformat(signed_on), date.fromisoformat(last)
    assert signed(folder, signed_on=on, next_due=due).next_due == due
    with pytest.raises(ValueError, match="36 months"):
        signed(folder, signed_on=on, next_due=date.fromordinal(due.toordinal() + 1))
    with pytest.raises(ValueError, match="before it was signed"):
        signed(folder, signed_on=on, next_due=on)

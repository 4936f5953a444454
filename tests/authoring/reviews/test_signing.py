"""Who signs a page leaves its words and a record that names them, whole or not at all."""

from datetime import date
from pathlib import Path

import pytest

from pmlapp.authoring.reviews.signed_texts import signed_text
from pmlapp.authoring.reviews.signing import sign
from pmlapp.authoring.sources.review_files import Reinstatement, append_record, read_review_files
from pmlapp.authoring.sources.sign_off import canonical_text, text_sha256
from pmlapp.authoring.sources.source_folder import SourceFolder
from pmlapp.content.model import SignOff, SignOffKind, Withdrawal
from pmlapp.errors import CannotWriteError, SourcesRefusedError
from tests.builders import GLOSSARY, MEDIA, rich_article
from tests.hardship import not_allowed_to_write

TERMS = {str(term.key): term for term in GLOSSARY}
PICTURES = {picture.name: picture for picture in MEDIA}
PAGE = rich_article()
TEXT = canonical_text(PAGE, TERMS, PICTURES)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "resources" / "content" / "en"
    made.mkdir(parents=True)
    return made


def signed(folder: Path, **changes: object) -> SignOff:
    sign_off = SignOff(
        kind=SignOffKind.EDITORIAL,
        reviewer="the editors: of this library",
        role="editors",
        credentials="not clinicians",
        interests="none",
        evidence="a list of facts, “not” the papers #1",
        signed_on=date(2026, 11, 21),
        next_due=date(2028, 11, 21),
        text_sha256=text_sha256(PAGE, TERMS, PICTURES),
    )._replace(**changes)
    sign(folder, PAGE.id, TEXT, sign_off)
    return sign_off


def test_a_word_on_another_text_signs_nothing(folder: Path) -> None:
    with pytest.raises(ValueError, match="names another text"):
        signed(folder, text_sha256="0" * 64)
    assert list(folder.parents[1].rglob("*.yaml")) == []


def records(folder: Path) -> tuple[object, ...]:
    sources = SourceFolder(folder)
    files = read_review_files(sources, [PAGE.id])
    assert sources.mistakes == []
    return files[PAGE.id].records


def test_what_was_signed_is_read_again_as_it_was_said(folder: Path) -> None:
    first = signed(folder, note="yes: all # of it")
    second = signed(folder, kind=SignOffKind.CLINICAL, reviewer="12345", note="")
    assert records(folder) == (first, second)
    assert first.text_sha256 == text_sha256(PAGE, TERMS, PICTURES)
    assert signed_text(folder, first.text_sha256) == TEXT


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

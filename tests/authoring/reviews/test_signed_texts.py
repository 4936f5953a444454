"""The texts that were signed are kept word for word, for as long as there are records of them."""

from pathlib import Path

import pytest

from pmlapp.authoring.reviews.signed_texts import keep_text, signed_text, text_to_sign
from pmlapp.authoring.sources.sources import read_sources
from pmlapp.errors import CannotWriteError, SourcesRefusedError
from tests.builders import library
from tests.hardship import not_allowed_to_write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "resources" / "content" / "en"
    made.mkdir(parents=True)
    return made


def test_a_kept_text_is_found_by_the_hash_that_records_name(folder: Path) -> None:
    shelf = library()
    for article in shelf.articles:
        text = text_to_sign(article, shelf)
        assert keep_text(folder, text) == folder.parents[1] / "reviews" / "signed" / f"{article.text_sha256}.txt"
        assert signed_text(folder, article.text_sha256) == text


def test_a_text_that_was_never_kept_is_none(folder: Path) -> None:
    assert signed_text(folder, "0" * 64) is None


def test_a_kept_text_is_not_written_again(folder: Path) -> None:
    path = keep_text(folder, "signed\r\n")
    with not_allowed_to_write(path.parent):
        assert keep_text(folder, "signed\r\n") == path
        with pytest.raises(CannotWriteError):
            keep_text(folder, "another")
    assert path.read_bytes() == b"signed\r\n"
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("damage", [b"", b"signed\n\n", b"\xff"])
def test_a_kept_text_that_was_changed_is_refused_by_name(folder: Path, damage: bytes) -> None:
    path = keep_text(folder, "signed\n")
    path.write_bytes(damage)
    with pytest.raises(SourcesRefusedError) as refusal:
        signed_text(folder, path.stem)
    assert refusal.value.mistakes[0].startswith(f"{path}:1: this is not the text that was signed")


def test_a_folder_in_place_of_a_text_is_refused(folder: Path) -> None:
    (folder.parents[1] / "reviews" / "signed" / ("0" * 64 + ".txt")).mkdir(parents=True)
    with pytest.raises(SourcesRefusedError):
        signed_text(folder, "0" * 64)


def test_texts_are_kept_only_beside_a_folder_of_content(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    with pytest.raises(SourcesRefusedError) as refusal:
        keep_text(tmp_path / "en", "x")
    assert "content/en" in refusal.value.mistakes[0]


def test_every_signature_of_the_bundled_library_has_its_text(resources: Path) -> None:
    folder = resources / "content" / "en"
    named = {sign_off.text_sha256 for page in read_sources(folder).articles for sign_off in page.sign_offs}
    assert {text for text in named if signed_text(folder, text) is None} == set()
    kept = {path.stem for path in (resources / "reviews" / "signed").glob("*")}
    assert kept <= named

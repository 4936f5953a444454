"""A clinic takes the bundled library over, changes a page, and later sees what a newer edition has changed."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pmlapp.authoring.starting.later_edition import parts_of
from pmlapp.cli.main import pml
from pmlapp.content.file.store import ContentStore
from pmlapp.content.page import plain
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages

ROOT = Path(__file__).parents[2]
PAGE = "causes/jc-virus"
OTHER = "about/history"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(pml, list(map(str, words)))


def taken_over(original: Path, folder: Path) -> Path:
    made = run(
        "new", "library", folder, "--from", original,
        "--title", "PML in our clinic", "--publisher", "Elm Street Clinic", "--funding", "none",
    )  # fmt: skip
    assert made.exit_code == 0, made.output
    assert "32 pages of PML Answers" in made.stdout
    assert "32 of them keep the signatures" in made.stdout
    return folder


def signed_pages(library: Path, tmp_path: Path) -> set[str]:
    """The pages that a reader is told are signed as they are."""
    file = tmp_path / "built.db"
    assert run("build", library, "-o", file).exit_code == 0
    with ContentStore.open(file) as store:
        pages = [store.article(each.id) for each in store.summaries()]
    return {str(page.id) for page in pages if any(signed.text_sha256 == page.text_sha256 for signed in page.sign_offs)}


def change(library: Path, page: str, old: str, new: str) -> None:
    file = library / "content" / "en" / f"{page}.md"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_of_32_pages_taken_over_31_keep_their_signatures_when_one_is_changed(tmp_path: Path) -> None:
    library = taken_over(ROOT / "content.db", tmp_path / "ours")
    change(library, PAGE, "title: ", "title: Our ")
    left = signed_pages(library, tmp_path)
    assert (len(left), PAGE in left) == (31, False)


def test_each_page_says_what_it_is_adapted_from_and_a_new_one_does_not(tmp_path: Path) -> None:
    library = taken_over(ROOT / "resources", tmp_path / "ours")
    own = library / "content" / "en" / "about" / "our-own.md"
    text = (library / "content" / "en" / f"{OTHER}.md").read_text(encoding="utf-8")
    own.write_text(text.replace(OTHER, "about/our-own").replace("title: ", "title: Our "), encoding="utf-8")
    assert run("build", library, "-o", tmp_path / "built.db").exit_code == 0
    with ContentStore.open(tmp_path / "built.db") as store:
        pages = Pages(store, PageWords(), emergency_number=None, keys=(), today=lambda newest: newest)

        def foot(page: str) -> list[str]:
            return [plain(each.spans) for each in pages.page(page)[0].blocks if each.id == "adapted-from"]

        credit = "Adapted from PML Answers, by the pmlapp editors, CC-BY-4.0."
        assert foot(PAGE) == foot("about") == [credit]
        assert foot("about/our-own") == []


def test_nobody_is_made_to_say_what_they_do_not_know(tmp_path: Path) -> None:
    library = taken_over(ROOT / "content.db", tmp_path / "ours")
    said = (library / "content" / "en" / "library.toml").read_text(encoding="utf-8")
    assert 'adapted_from = "PML Answers, edition 2026-11-30, by the pmlapp editors, CC-BY-4.0"' in said
    assert 'publisher = "Elm Street Clinic"' in said
    assert 'ai_assistance = "FILL IN"' in said
    # A build prints ’ where authors type '; the text that was signed has the typed one.
    assert "'" in (library / "content" / "en" / f"{OTHER}.md").read_text(encoding="utf-8")


def later(tmp_path: Path) -> Path:
    """A later edition of the original, with a changed sentence, a new paragraph and a new page."""
    sources = tmp_path / "later"
    for part in ("content", "reviews"):
        shutil.copytree(ROOT / "resources" / part, sources / part)
    change(sources, OTHER, "## ", "It has a new start.[^S1]\n\n## ")
    change(sources, PAGE, "title: ", "title: So ")
    text = (sources / "content" / "en" / f"{OTHER}.md").read_text(encoding="utf-8")
    (sources / "content" / "en" / "about" / "new-page.md").write_text(
        text.replace(OTHER, "about/new-page").replace("title: ", "title: New "), encoding="utf-8"
    )
    return sources


def test_a_later_edition_is_offered_part_by_part_and_never_over_ones_own_words(tmp_path: Path) -> None:
    library = taken_over(ROOT / "resources", tmp_path / "ours")
    change(library, PAGE, "title: ", "title: Our ")
    newer = later(tmp_path)
    told = run("adopt", newer, "-s", library)
    assert told.exit_code == 0, told.output
    assert f"{OTHER}: changed" in told.stdout
    assert "about/new-page: new page" in told.stdout
    assert f"{PAGE}: changed by both" in told.stdout
    assert "yours:  title: Our" in told.stdout

    assert run("adopt", newer, "-s", library, "--take", "all").exit_code == 0
    ours = library / "content" / "en"
    assert "It has a new start.[^S1]" in (ours / f"{OTHER}.md").read_text(encoding="utf-8")
    assert (ours / "about" / "new-page.md").is_file()
    assert "title: Our" in (ours / f"{PAGE}.md").read_text(encoding="utf-8")

    rest = run("adopt", newer, "-s", library)
    assert rest.stdout.count("changed") == 1
    assert run("adopt", newer, "-s", library, "--take", "1").exit_code == 0
    assert "title: So" in (ours / f"{PAGE}.md").read_text(encoding="utf-8")
    assert run("adopt", newer, "-s", library).stderr == "nothing new\n"


def test_what_is_left_is_not_offered_again(tmp_path: Path) -> None:
    library = taken_over(ROOT / "resources", tmp_path / "ours")
    newer = later(tmp_path)
    count = run("adopt", newer, "-s", library).stdout.count("\n   now:")
    assert run("adopt", newer, "-s", library, "--leave", f"1-{count + 1}").exit_code == 0
    assert run("adopt", newer, "-s", library).stderr == "nothing new\n"
    assert "new start" not in (library / "content" / "en" / f"{OTHER}.md").read_text(encoding="utf-8")


def test_a_library_of_ones_own_has_no_later_edition(tmp_path: Path) -> None:
    made = run(
        "new", "library", tmp_path / "own", "--title", "T", "--language", "en", "--subject", "s",
        "--publisher", "p", "--funding", "none",
    )  # fmt: skip
    assert made.exit_code == 0
    wrong = run("adopt", ROOT / "content.db", "-s", tmp_path / "own")
    assert (wrong.exit_code, "was not taken over" in wrong.output) == (2, True)


@pytest.mark.parametrize("numbers", ["0", "99", "x", "1-"])
def test_a_number_that_is_not_offered_is_refused(tmp_path: Path, numbers: str) -> None:
    library = taken_over(ROOT / "resources", tmp_path / "ours")
    assert run("adopt", ROOT / "resources", "-s", library, "--take", numbers).exit_code == 2


def test_what_is_no_library_cannot_be_taken_over(tmp_path: Path) -> None:
    (tmp_path / "no.db").write_bytes(b"nothing")
    answers = ("--title", "T", "--publisher", "p", "--funding", "none")
    refused = run("new", "library", tmp_path / "ours", "--from", tmp_path / "no.db", *answers)
    assert refused.exit_code == 65
    assert not (tmp_path / "ours").exists()


def test_the_parts_of_a_page_are_the_page() -> None:
    for path in sorted((ROOT / "resources" / "content" / "en").glob("*/*.md")):
        text = path.read_text(encoding="utf-8")
        assert "".join(parts_of(text)) == text


def test_a_page_that_cannot_be_read_is_named_and_nothing_is_taken(tmp_path: Path) -> None:
    library = taken_over(ROOT / "resources", tmp_path / "ours")
    page = library / "content" / "en" / f"{PAGE}.md"
    page.write_bytes(b"\xff\xfe")
    refused = run("adopt", ROOT / "resources", "-s", library, "--take", "all")
    assert refused.exit_code == 65
    assert f"{page}:1: the file cannot be read" in refused.stderr
    assert page.read_bytes() == b"\xff\xfe"

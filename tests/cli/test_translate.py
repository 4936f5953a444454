"""`pml export po` and `pml translate take`: a library goes to a translator and comes back."""

from pathlib import Path

import polib
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from pmlapp.authoring.exporting.manuscript_parts import parts_of
from pmlapp.cli.main import pml
from pmlapp.content.file.store import ContentStore
from pmlapp.paths import resources_dir
from tests.cli.conftest import write

PML = resources_dir() / "content" / "en"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(pml, [str(argument) for argument in arguments])


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


@pytest.fixture
def english(shelf: Path) -> Path:
    return shelf / "content" / "en"


@pytest.fixture
def po(english: Path, tmp_path: Path) -> Path:
    path = tmp_path / "es.po"
    assert run("export", "po", english, "--to", "es", "-o", path).exit_code == 0
    return path


def fill(path: Path, **changes: str) -> None:
    """Translates every part: in front of its words goes “Es: ”."""
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        entry.msgstr = changes.get(entry.msgctxt, f"Es: {entry.msgid}")
    catalogue.save()


def test_an_empty_file_gives_every_page_of_the_library_back_to_the_byte(tmp_path: Path) -> None:
    assert run("export", "po", PML, "--to", "es", "-o", tmp_path / "es.po").exit_code == 0
    taken = run("translate", "take", tmp_path / "es.po", PML, "-o", tmp_path / "es")
    assert taken.exit_code == 1
    assert "causes/jc-virus.md:3: title: not translated" in taken.stderr
    assert files(tmp_path / "es") == files(PML)


def test_a_changed_sentence_makes_one_part_fuzzy_in_each_language_and_shows_the_words_before(
    english: Path, tmp_path: Path
) -> None:
    languages = [tmp_path / f"{name}.po" for name in ("es", "ar")]
    for path in languages:
        run("export", "po", english, "--to", path.stem, "-o", path)
        fill(path)
    page = english / "causes" / "one.md"
    before, after = "rest for 5 days", "rest for 7 days"
    text = page.read_text(encoding="utf-8")
    assert before in text
    write(page, text.replace(before, after))
    for path in languages:
        assert (
            "1 to look at again, 0 to translate" in run("export", "po", english, "--to", path.stem, "-o", path).stdout
        )
        (fuzzy,) = polib.pofile(str(path)).fuzzy_entries()
        assert (fuzzy.msgid, fuzzy.previous_msgid, fuzzy.msgstr) == (after, before, f"Es: {before}")
        again = path.read_bytes()
        run("export", "po", english, "--to", path.stem, "-o", path)
        assert path.read_bytes() == again


def test_a_sentence_put_in_or_moved_leaves_the_others_finished(english: Path, po: Path) -> None:
    fill(po)
    page = english / "causes" / "one.md"
    text = page.read_text(encoding="utf-8")
    moved = text.replace(
        "- rest for 5 days\n- [myelin](glossary:myelin) in **food**",
        "- [myelin](glossary:myelin) in **food**\n- rest for 5 days",
    )
    assert moved != text
    write(page, moved.replace("## What to do\n", "Wholly other words come first here.\n\n## What to do\n"))
    assert "0 to look at again, 1 to translate" in run("export", "po", english, "--to", "es", "-o", po).stdout


def test_a_translated_library_builds_with_its_boxes_tables_folds_and_links(
    english: Path, po: Path, tmp_path: Path
) -> None:
    fill(po)
    out = english.parent / "es"
    for _ in range(2):
        # The second time the library holds both languages, and the file knows which one was translated.
        taken = run("translate", "take", po, english.parents[1], "-o", out)
    assert (taken.exit_code, taken.stderr) == (0, "")
    page = (out / "causes" / "one.md").read_text(encoding="utf-8")
    assert 'title: "Es: What is page one?"' in page
    assert '!!! emergency "Es: Call for help now if:"\n    - Es: a seizure lasts' in page
    assert '??? outlook "Es: numbers about outlook"\n    Table: Es: Who lived' in page
    assert "    | Es: 40 people | Es: 75%[^S2] |\n" in page
    assert "## Es: What to do {#what-to-do}" in page
    assert "![Es: Two dots.](media:dots.svg)" in page
    (english.parents[1] / "library.toml").write_text('[policy]\nrelease = "none"\n', encoding="utf-8")
    built = run("build", out, "-o", tmp_path / "es.db")
    assert built.exit_code == 0, built.stderr
    with ContentStore.open(tmp_path / "es.db") as store:
        assert {summary.title[:4] for summary in store.summaries()} == {"Es: "}


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ("La comida", "lacks “](glossary:myelin)”"),
        ("[mielina](glossary:myelin) y [^S9]", "has “[^S9]”, which the original has not"),
    ],
)
def test_a_translation_that_lost_a_link_or_a_source_is_refused_with_its_place(
    english: Path, po: Path, tmp_path: Path, said: str, complaint: str
) -> None:
    fill(po, **{"causes/one.md#what-to-do: point 2": said})
    refused = run("translate", "take", po, english, "-o", tmp_path / "es")
    assert refused.exit_code == 65
    assert "causes/one.md:" in refused.stderr
    assert complaint in refused.stderr
    assert not (tmp_path / "es").exists()


def test_a_number_that_differs_is_named(english: Path, po: Path, tmp_path: Path) -> None:
    fill(po, **{"causes/one.md#what-to-do: point 1": "descansa 50 días"})
    taken = run("translate", "take", po, english, "-o", tmp_path / "es")
    assert taken.exit_code == 1
    assert "what-to-do: point 1: its numbers are not those of the original" in taken.stderr


def test_a_file_that_is_none_and_a_folder_of_another_language_are_refused(
    english: Path, po: Path, tmp_path: Path
) -> None:
    write(tmp_path / "bad.po", "Hello\n")
    assert run("translate", "take", tmp_path / "bad.po", english, "-o", tmp_path / "es").exit_code in (65, 66)
    wrong = run("translate", "take", po, english, "-o", tmp_path / "fr")
    assert wrong.exit_code == 2
    assert "es, not fr" in wrong.stderr


LINES = st.sampled_from(
    [
        *(
            "",
            "  ",
            "Words here.[^S1]",
            "more words  ",
            "- point",
            "  1. step",
            "| a | b\\|c |",
            "|--|:-:|",
            "## A head",
        ),
        *(
            '!!! info "Title"',
            "    - in a box",
            "Figure: below",
            "![alt](media:a.svg)",
            "{block:b}",
            "#",
            "|",
            "é 漢字\r",
        ),
    ]
)


@given(st.lists(LINES, max_size=12), st.booleans())
@settings(max_examples=150, deadline=None)
def test_the_parts_of_any_text_put_together_are_the_text(lines: list[str], ended: bool) -> None:
    text = "\n".join(lines) + ("\n" if ended else "")
    assert "".join(part.raw for part in parts_of("page.md", text)) == text

"""From an educator's Markdown file to the page on a reader's screen."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.person import Key, OpenWindow, Person, RunProgram
from tests.processes import ROOT, start

FLYING = """\
---
id: living/flying
title: May I fly with PML?
kind: question
question_type: living
short_answer: Many people can. Ask your care team before you book.
also_asked: [is it safe to go by aeroplane]
related:
  - {to: living/living-with-pml, why: Everyday life}
  - {to: signs/urgent-help, why: When to call}
  - {to: signs/symptoms, why: What to look for}
provenance: adapted
licence: CC-BY-4.0
---
## Before you book

Cabin air is dry.[^S5] Ask about the [immune system](glossary:immune-system).

!!! urgent "Ask first if:"
    - you have had a seizure

![A nerve fibre with and without its coating](media:nerve-fibre.svg)

| Flight | Rest |
|---|--:|
| short | 1 hour |
| long | 1 day |
"""


class Educator:
    """Keeps a folder of articles, and builds it as the command line does."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(ROOT / "resources" / "content", folder / "resources" / "content")
        shutil.copytree(ROOT / "resources" / "icons", folder / "resources" / "icons")
        self.sources = folder / "resources" / "content" / "en"
        self.library = folder / "content.db"

    def writes(self, text: str, to: str = "living/flying.md") -> None:
        (self.sources / to).write_text(text, encoding="utf-8")

    def builds(self) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [
                sys.executable,
                "-c",
                "from pmlapp.cli.start import main; main()",
                "build",
                str(self.sources),
                "-o",
                str(self.library),
            ],
            capture_output=True,
            encoding="utf-8",
            check=False,
            cwd=ROOT,
        )


@pytest.fixture
def educator(tmp_path: Path) -> Educator:
    return Educator(tmp_path)


def test_a_new_article_is_built_found_and_read(educator: Educator, open_window: OpenWindow) -> None:
    educator.writes(FLYING)
    built = educator.builds()
    assert built.returncode == 0, built.stderr
    person = open_window(library=educator.library)
    person.asks("is it safe to go by aeropl")
    assert person.chosen_hit == "May I fly with PML?"
    person.presses(Key.Key_Return)
    assert person.page == "living/flying"
    for words in ("Many people can.", "Cabin air is dry.", "Ask first if:", "1 day", "Not reviewed by a clinician."):
        assert words in person.text
    assert "Before you book" in person.outline
    person.follows("glossary:immune-system")
    assert person.sees("popover")
    person.presses(Key.Key_Escape)
    person.follows("article:living/living-with-pml")
    assert person.page == "living/living-with-pml"


def test_the_same_article_is_printed_and_drawn(educator: Educator, tmp_path: Path) -> None:
    educator.writes(FLYING)
    educator.builds()
    asked = ("--article", "living/flying", "--library", str(educator.library))
    printed = start("--text", *asked, home=tmp_path / "own")
    assert printed.returncode == 0
    assert "May I fly with PML?" in printed.stdout
    picture = tmp_path / "flying.png"
    assert start("--snapshot", str(picture), *asked, home=tmp_path / "own").returncode == 0
    assert picture.stat().st_size > 10_000


def test_a_mistake_is_told_with_its_line_and_readers_keep_the_library_they_had(
    educator: Educator, run_program: RunProgram
) -> None:
    educator.writes(FLYING)
    educator.builds()
    before = educator.library.read_bytes()
    educator.writes(FLYING.replace("glossary:immune-system", "glossary:imune-sistem").replace("short_answer", "answer"))
    refused = educator.builds()
    assert refused.returncode == 65
    assert "flying.md:" in refused.stderr + refused.stdout
    assert "imune-sistem" in refused.stderr + refused.stdout
    assert educator.library.read_bytes() == before
    seen: list[str] = []

    def reads(person: Person) -> None:
        seen.append(person.page)
        assert "May I fly with PML?" in person.text

    run_program("--article", "living/flying", library=educator.library, meanwhile=reads)
    assert seen == ["living/flying"]


def test_a_library_that_is_rebuilt_while_it_is_read_is_read_from_the_next_page_on(
    educator: Educator, open_window: OpenWindow
) -> None:
    educator.writes(FLYING)
    educator.builds()
    person = open_window(page="living/flying", library=educator.library)
    educator.writes(FLYING.replace("Cabin air is dry.", "Cabin air is thin."))
    assert educator.builds().returncode == 0
    person.goes_to("living/living-with-pml")
    assert (person.page, person.banner) == ("living/living-with-pml", "")
    person.goes_to("living/flying")
    assert "Cabin air is thin." in person.text

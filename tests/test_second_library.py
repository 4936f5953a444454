"""A library on another illness goes through all that the bundled one does, and nothing tells whose program it was."""

import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from pmlapp.authoring.lint.checking import check_library
from pmlapp.authoring.rules import ALL_RULES
from pmlapp.cli.main import pml
from pmlapp.content.file.store import ContentStore
from pmlapp.content.page_text import page_text
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from tests.builders import on_that_day
from tests.person import OpenWindow, open_window
from tests.processes import start

__all__ = ["open_window"]

ROOT = Path(__file__).parent.parent
FIRST_SUBJECT = re.compile(r"\b(?:PML|PML Answers|JC ?virus|JCV|myelin|brain|leukoencephalopathy)\b", re.IGNORECASE)
TODAY = date(2026, 11, 30)
SIGNED = {
    "--kind": "editorial",
    "--name": "E. Example",
    "--role": "editor",
    "--credentials": "an example of a degree",
    "--interests": "none",
    "--evidence": "the sources it cites",
    "--due": str(date.today() + timedelta(days=300)),
}


@pytest.fixture
def pages(second_library: Path) -> Iterator[Pages]:
    with closing(ContentStore.open(second_library)) as store:
        yield Pages(store, PageWords(), emergency_number=None, keys=(("F1", "Help"),), today=on_that_day)


@pytest.fixture
def copy(second_sources: Path, tmp_path: Path) -> Path:
    """Its sources where a test may sign them."""
    shutil.copytree(second_sources.parents[1], tmp_path / "diabetes")
    return tmp_path / "diabetes" / "content"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(pml, [str(argument) for argument in arguments])


def test_no_word_of_the_first_subject_is_in_the_program() -> None:
    kinds = {".py", ".toml", ".json", ".typ"}
    files = [path for path in (ROOT / "pmlapp").rglob("*") if path.suffix in kinds]
    assert len(files) > 200
    subject = re.compile(r"\bPML\b|\bJCV?\b|(?i:JC.?virus|myelin)")
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if subject.search(line)
    ]
    assert found == []


def test_it_has_a_picture_a_table_a_glossary_and_a_question_type_of_its_own(second_library: Path) -> None:
    with closing(ContentStore.open(second_library)) as store:
        store.verify()
        assert tuple(store.counts())[:2] == (3, 6)
        assert store.media("sugar-and-cell.svg") is not None
        assert len(store.glossary()) >= 5
        assert "| diabetes | 6.5 or above" in store.article("care/a1c").body
        assert store.question_types()["blood-sugar"] == "Blood sugar in numbers"


def test_lint_asks_for_nothing_but_somebody_who_signs(second_sources: Path) -> None:
    found = check_library(second_sources, ALL_RULES, today=TODAY).findings
    assert {finding.code for finding in found} == {"M09"}


def test_once_it_is_signed_lint_is_content_and_its_pages_say_who_checked_them(copy: Path, tmp_path: Path) -> None:
    answers = [part for answer in SIGNED.items() for part in answer]
    signed = run("review", "sign", "--all", "-s", copy, *answers, "--yes")
    assert signed.exit_code == 0, signed.output
    assert run("lint", copy).exit_code == 0
    built = run("build", copy, "-o", tmp_path / "content.db")
    assert built.exit_code == 0, built.output
    page = start("--library", str(tmp_path / "content.db"), "--text", "--article", "care/a1c", home=tmp_path / "own")
    assert "Put together from 1 cited source, checked on" in page.stdout
    assert "Not reviewed by a clinician." in page.stdout, "an editor is none"
    assert "E. Example, editor" in page.stdout


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("why am i so thirsty", "signs/symptoms"),
        ("what is T2D", "about/what-is-it"),
        ("metfromin", "care/treatment"),
        ("HbA1c", "care/a1c"),
        ("is a hypo an emergency", "signs/urgent-help"),
        ("E11", "about/what-is-it"),
        ("does sugar cause it", "about/what-causes-it"),
    ],
)
def test_what_people_type_finds_its_page(pages: Pages, typed: str, page: str) -> None:
    found = pages.find(typed)
    offered = [hit.article.id for offer in found.offers for hit in pages.find(offer).hits[:3]]
    assert page in [*(hit.article.id for hit in found.hits[:3]), *offered]


def test_what_it_does_not_hold_is_not_found(pages: Pages) -> None:
    assert pages.search("natalizumab") == ()
    assert "This library only holds answers about type 2 diabetes." in page_text(
        pages.page("search:natalizumab")[0], closed=""
    )


def test_no_page_speaks_of_the_first_subject(pages: Pages) -> None:
    shelves = pages.catalog.outline
    articles = [article.id for shelf in shelves for article in shelf.articles]
    topics = [f"topics/{shelf.topic.id}" for shelf in shelves]
    texts = [page_text(pages.home(), closed="")]
    texts += [page_text(pages.page(name)[0], closed="") for name in (*articles, *topics, "words", "about", "keys")]
    assert [found[0] for text in texts for found in FIRST_SUBJECT.finditer(text)] == []
    assert all("It cannot see your results." in " ".join(text.split()) for text in texts[1 : 1 + len(articles)])
    assert "It does not replace your diabetes team." in " ".join(texts[-2].split())


def test_its_window_has_its_title_its_words_and_its_examples(open_window: OpenWindow, second_library: Path) -> None:
    person = open_window(library=second_library)
    assert person.window.windowTitle() == "Living with Type 2"
    assert QApplication.applicationDisplayName() == "Living with Type 2"
    home = person.parts.home
    assert [button.text() for button in home.panel.examples] == [
        "What are the signs of type 2 diabetes?",
        "How is type 2 diabetes treated?",
        "What does the A1C test show?",
    ]
    words = said_by(person.window)
    assert "Plain answers about type 2 diabetes." in words
    assert FIRST_SUBJECT.findall(words) == []
    person.clicks(home.strip.link)
    assert person.page == "signs/urgent-help"
    assert person.parts.top_bar.search.placeholderText() == "Search, for example: low blood sugar"
    assert FIRST_SUBJECT.findall(said_by(person.window)) == []


def said_by(window: QWidget) -> str:
    """Every word that a part of the window shows or tells a listener."""
    said = [window.windowTitle()]
    for part in window.findChildren(QWidget):
        said += [part.accessibleName(), part.accessibleDescription(), part.toolTip()]
        if isinstance(part, QLabel | QAbstractButton):
            said.append(part.text())
        if isinstance(part, QLineEdit):
            said.append(part.placeholderText())
    return "\n".join(said)

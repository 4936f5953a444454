"""A second run with what the first one kept: it finds the same to the letter, whatever changed in between."""

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from benchmarks import made_up, markdown_folder
from pmlapp.authoring.cache import Cache
from pmlapp.authoring.lint import checking
from pmlapp.authoring.lint.checking import check_library
from pmlapp.authoring.lint.manuscript import LibraryContext
from pmlapp.authoring.rules import ALL_RULES
from pmlapp.authoring.sources.sources import SourceReading

TODAY = date(2026, 11, 30)
PAGES = 14


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return markdown_folder.write(made_up.library(PAGES), tmp_path_factory.mktemp("made-up"))


@pytest.fixture
def library(unchanged: Path, tmp_path: Path) -> Path:
    root = tmp_path / "library" / "content" / "en"
    shutil.copytree(unchanged, root)
    return root


def page(library: Path, number: int = 0) -> Path:
    return sorted(library.glob("*/*.md"))[number]


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def _sign(library: Path) -> None:
    reviews = library.parent.parent / "reviews" / "en" / "t00"
    reviews.mkdir(parents=True)
    (reviews / "page-00000.yaml").write_text("- no: record\n", encoding="utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "nothing": lambda library: None,
    "a page": lambda library: append(page(library), "\nPrior to this, sufferers *fall*.\n"),
    "a page that others lead to is gone": lambda library: page(library, 3).unlink(),
    "a page is there under another name": lambda library: page(library, 3).rename(page(library).with_name("zzz.md")),
    "a page has no front matter any more": lambda library: page(library).write_text("So.\n", encoding="utf-8"),
    "a page cannot be read": lambda library: page(library).write_bytes(b"\xff\xfe"),
    "a word of the glossary is gone": lambda library: (library / "glossary.toml").write_text("", encoding="utf-8"),
    "the library says more of itself": lambda library: append(library / "library.toml", 'funding = "none"\n'),
    "a source is one more": lambda library: append(library / "sources.toml", "[S999]\n"),
    "a warning is waived": lambda library: (library / "waivers.toml").write_text(
        f'[[waiver]]\narticle = "t00/page-00000"\ncode = "P01"\nwho = "A. Editor"\nreason = "because"\nuntil = '
        f"{TODAY + timedelta(days=9)}\n",
        encoding="utf-8",
    ),
    "a page is signed": _sign,
    "the page on urgent help is another": lambda library: page(library).write_text(
        page(library).read_text(encoding="utf-8").replace('type: "overview"', 'type: "urgent-help"'), encoding="utf-8"
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_same_is_found_with_and_without_what_was_kept(
    change: Callable[[Path], object], library: Path, tmp_path: Path
) -> None:
    cache = Cache(tmp_path / "kept")
    check_library(library, ALL_RULES, today=TODAY, cache=cache)
    change(library)
    assert check_library(library, ALL_RULES, today=TODAY, cache=cache)[:3] == _fresh(library)
    # And once more with what the second run kept.
    assert check_library(library, ALL_RULES, today=TODAY, cache=cache)[:3] == _fresh(library)


def test_on_another_day_every_page_is_judged_again(library: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "kept")
    check_library(library, ALL_RULES, today=TODAY, cache=cache)
    later = TODAY + timedelta(days=3000)
    fresh = check_library(library, ALL_RULES, today=later)[:3]
    assert check_library(library, ALL_RULES, today=later, cache=cache)[:3] == fresh
    assert fresh != _fresh(library)


def test_only_the_page_that_changed_is_read(library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path / "kept")
    check_library(library, ALL_RULES, today=TODAY, cache=cache)
    read: list[Path] = []
    whole = checking.read_manuscript

    def read_manuscript(reading: SourceReading, context: LibraryContext, path: Path) -> object:
        read.append(path)
        return whole(reading, context, path)

    monkeypatch.setattr(checking, "read_manuscript", read_manuscript)
    changed = page(library, 7)
    append(changed, "\nMore.\n")
    check_library(library, ALL_RULES, today=TODAY, cache=cache)
    assert read == [changed]


def test_two_processes_find_what_one_does(tmp_path: Path) -> None:
    library = markdown_folder.write(made_up.library(48), tmp_path)
    assert check_library(library, ALL_RULES, today=TODAY, processes=2)[:3] == _fresh(library)


def _fresh(library: Path) -> tuple[object, ...]:
    return check_library(library, ALL_RULES, today=TODAY)[:3]

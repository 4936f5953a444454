"""The names of the icons are those of the files, and the docs show every one."""

from pathlib import Path

from pmlapp.content.icon_names import ICON_NAMES

ROOT = Path(__file__).parents[2]


def test_the_names_are_those_of_the_files() -> None:
    assert {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")} == ICON_NAMES


def test_the_docs_show_every_icon() -> None:
    docs = (ROOT / "docs" / "article-format.md").read_text(encoding="utf-8")
    assert [name for name in ICON_NAMES if f"![{name}](../resources/icons/{name}.svg) `{name}`" not in docs] == []

"""The library of the least reader, beside which ours is measured."""

from pathlib import Path

from benchmarks import floor_library
from pmlapp.authoring.sources.sources import read_sources


def test_it_holds_the_articles_of_the_bundled_library_and_no_shared_block(resources: Path, tmp_path: Path) -> None:
    ours = [article.id for article in read_sources(resources / "content" / "en").articles]
    assert sorted(floor_library.make(tmp_path / "floor.db")) == sorted(ours)

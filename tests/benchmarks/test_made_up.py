"""The library that a seed makes, for questions of scale."""

from pathlib import Path

import pytest

from benchmarks import made_up
from pmlapp.authoring.building.build import build
from pmlapp.content.markdown.markdown import ArticleParser


def test_a_number_and_a_seed_make_one_library_and_another_seed_another(tmp_path: Path) -> None:
    digests = [
        build(made_up.library(50, seed=seed), tmp_path / f"{number}.db").digest for number, seed in enumerate((1, 1, 2))
    ]
    assert digests[0] == digests[1] != digests[2]


def test_it_has_as_many_pages_as_asked_for_with_names_of_their_own_and_text_in_our_dialect() -> None:
    library = made_up.library(200)
    assert len({page.id for page in library.articles}) == 200
    assert len({page.title for page in library.articles}) == 200
    parser = ArticleParser()
    assert [page.id for page in library.articles if parser.mistakes(page.body)] == []


def test_one_topic_holds_half_of_the_pages_and_the_words_come_as_in_a_language() -> None:
    library = made_up.library(2_000)
    largest = sum(page.topic == "t00" for page in library.articles)
    assert 900 < largest < 1_100
    holding = [sum(f" {word} " in page.body for page in library.articles) for word in ("the", "with")]
    assert holding[0] > 1_900
    assert 0 < holding[1] < holding[0]


@pytest.mark.parametrize("pages", [0, made_up.MOST_PAGES + 1])
def test_a_number_that_it_is_not_made_for_is_refused_in_words(
    pages: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        made_up.main([str(pages), str(tmp_path / "content.db")])
    assert ended.value.code == 2
    assert "has from 1 to 50,000 pages" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []

"""A withdrawn article keeps its title, its names and what says when to get help; the rest is nowhere in the file."""

from datetime import date
from pathlib import Path

import pytest

from pmlapp.authoring.reviews.withdrawn import remains, urgent_help
from pmlapp.content.file.store import ContentStore
from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.content.model import Media, Withdrawal
from pmlapp.content.page import Block, Callout, walk
from pmlapp.library.pages.composer import urgent_help as boxes_of
from pmlapp.library.search.search import Search
from tests.builders import FIRST, SECOND, article, content_file, library, many_pages

WITHDRAWAL = Withdrawal(reason="A study was taken back.", by="the editors", on=date(2026, 12, 1))
OLD = "Zanzibar"
BODY = f"""## {OLD} heads

{OLD} text.[^S2] See [below](#more).

!!! info "Not {OLD} urgent"
    - {OLD}

![{OLD} picture](media:old.svg)

## More

!!! emergency "Call for help now if:"
    - a seizure lasts 5 minutes[^S1]

    ??? more "what to do"
        Look [above](#more), then wait.

{OLD} again.

- {OLD} point

    !!! urgent "Call today if:"
        1. it comes
        2. it goes

??? more "the {OLD} rest"
    {OLD}.

    !!! emergency "Call too if:"
        - you see double
    {OLD} follows at once.
"""
PAGE = article(
    body=BODY,
    short_answer=f"{OLD} is the answer.",
    names=("PML", "leucoencephalopathy"),
    sources=(SECOND, FIRST),
    related=(),
    withdrawal=WITHDRAWAL,
)
OTHER = article("diet/food", title="What should I eat?", body="![A nerve](media:nerve.svg)\n\nFood.\n")
PICTURES = (
    Media(name="nerve.svg", media_type="image/svg+xml", data=b"<svg/>"),
    Media(name="old.svg", media_type="image/svg+xml", data=f"<svg>{OLD}</svg>".encode()),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return content_file(tmp_path, library([PAGE, OTHER], media=PICTURES))


def test_of_the_old_text_not_one_word_is_in_the_file(path: Path) -> None:
    data = path.read_bytes()
    assert b"seizure lasts" in data
    assert OLD.encode() not in data
    assert OLD.lower().encode() not in data


def test_nor_is_it_in_a_file_whose_pages_are_packed(tmp_path: Path) -> None:
    pages = (PAGE, *many_pages().articles)
    store = ContentStore.open(content_file(tmp_path, library(pages, media=PICTURES)))
    assert OLD not in store.article(PAGE.id).body
    assert store.count_matching("search_body", f'"{OLD}"') == 0
    store.close()


def test_a_withdrawn_page_says_why_and_is_found_by_its_title_and_its_names(path: Path) -> None:
    store = ContentStore.open(path)
    page = store.article(PAGE.id)
    assert (page.title, page.withdrawal, page.short_answer) == (PAGE.title, WITHDRAWAL, "")
    assert page.sources == (FIRST,)
    assert store.media("old.svg") is None
    assert store.media("nerve.svg") is not None
    search = Search(store)
    for typed in (PAGE.title, "leucoencephalopathy", "causes of PML"):
        assert PAGE.id in [hit.article.id for hit in search.search(typed)]
    assert search.search(OLD) == ()
    store.verify()
    store.close()


def bare(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.care, str(block.title)) for block in walk(blocks) if isinstance(block, Callout)]


def test_every_box_about_urgent_help_is_kept_wherever_it_stood() -> None:
    whole, left = (ArticleParser().parse(body) for body in (BODY, urgent_help(BODY)))
    assert bare(left.blocks) == [each for each in bare(whole.blocks) if each[0] != "info"]
    assert bare(boxes_of(whole.blocks)) == bare(left.blocks)
    assert all(isinstance(block, Callout) for block in left.blocks)


def test_what_is_left_is_an_article_without_mistakes() -> None:
    body = remains(PAGE).body
    examined, mistakes = ArticleParser().examine(body)[:2]
    assert mistakes == ()
    assert examined.cited == ("S1",)
    assert OLD not in body


@pytest.mark.parametrize("body", ["", "Text.\n", '!!! info "Note"\n    Text.\n'])
def test_a_page_without_urgent_help_keeps_nothing(body: str, tmp_path: Path) -> None:
    assert urgent_help(body) == ""
    store = ContentStore.open(content_file(tmp_path, library([PAGE._replace(body=body)])))
    assert store.article(PAGE.id).body.strip() == ""
    store.close()


def test_pages_that_are_not_withdrawn_stay_as_they_are(path: Path) -> None:
    store = ContentStore.open(path)
    assert store.article(OTHER.id).body == OTHER.body
    store.close()

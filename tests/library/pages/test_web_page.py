"""A page as a file for a web browser: whole, valid as far as a parser can tell, and alone."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pmlapp.content.page import (
    Block,
    BlockId,
    Callout,
    Care,
    Figure,
    Fold,
    Link,
    Page,
    Paragraph,
    Table,
    Text,
    Title,
)
from pmlapp.content.page_html import Addresses, direction_of, outside_only, page_html
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from pmlapp.library.pages.web_page import html_words, web_page
from tests.builders import on_that_day
from tests.conftest import OpenStore

_VOID = {"meta", "br", "img"}
NAME = BlockId("b1")


class Seen(HTMLParser):
    """The elements of a file in order, each with what it says; it fails where one is not closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def text(self) -> str:
        return "".join(self.words)


@pytest.fixture
def pages(either_library: Path, open_store: OpenStore) -> Pages:
    return Pages(open_store(either_library), PageWords(), emergency_number="112", keys=(), today=on_that_day)


def every_page(pages: Pages) -> Iterator[Page]:
    for shelf in pages.catalog.outline:
        yield pages.page(f"topics/{shelf.topic.id}")[0]
        yield from (pages.page(article.id)[0] for article in shelf.articles)
    yield from (pages.page(name)[0] for name in ("words", "about", "keys"))


def test_every_page_is_one_file_whose_links_lead_somewhere(pages: Pages) -> None:
    for page in every_page(pages):
        seen = Seen(web_page(page, pages))
        names = Counter(attributes["id"] for _, attributes in seen.elements if "id" in attributes)
        assert [name for name, times in names.items() if times > 1] == [], page.id
        for link in seen.all("a"):
            address = link["href"]
            assert address.startswith(("https://", "#")), (page.id, address)
            assert address.startswith("https://") or address[1:] in names, (page.id, address)
        for _, attributes in seen.elements:
            assert attributes.get("aria-labelledby", next(iter(names), "")) in {*names, ""}, page.id
        # Nothing is loaded: pictures are inside, and there is nothing else that could load.
        assert all(picture["src"].startswith("data:image/") and picture["alt"] for picture in seen.all("img"))
        assert not {"script", "link", "iframe", "object", "embed", "form", "video", "audio"} & {
            tag for tag, _ in seen.elements
        }


def test_every_page_has_its_language_one_title_and_levels_in_order(pages: Pages) -> None:
    for page in every_page(pages):
        seen = Seen(web_page(page, pages))
        assert seen.all("html") == [{"lang": page.language, "dir": "ltr"}]
        levels = [int(tag[1]) for tag, _ in seen.elements if re.fullmatch("h[1-6]", tag)]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(now <= before + 1 for before, now in itertools.pairwise(levels)), page.id
        assert len(seen.all("main")) == len(seen.all("nav")) == 1
        scopes = Counter(cell.get("scope") for cell in seen.all("th"))
        tables = [block for block in page.blocks if isinstance(block, Table)]
        assert scopes["col"] >= sum(len(table.header) for table in tables)
        assert None not in scopes


def alone(*blocks: Block, language: str = "en") -> str:
    nothing = Addresses(href=outside_only, picture=lambda _: "", term=lambda _: None)
    page = Page("a/b", language, "A", (Title(BlockId("title"), "A"), *blocks))
    return page_html(page, html_words(PageWords()), nothing, library="Soups")


def test_what_looks_like_html_is_shown_as_it_was_written() -> None:
    hostile = '<script>alert("x")</script> & </p>'
    html = alone(
        Paragraph(NAME, (Text(hostile), Link('https://x.org/"><script>', (Text(hostile),)))),
        Callout(BlockId("b2"), Care.INFO, (Text(hostile),), (), hostile),
        Fold(BlockId("b3"), hostile, False, ()),
        Figure(BlockId("b4"), "x", hostile, ()),
    )
    seen = Seen(html)
    assert seen.all("script") == []
    assert seen.text.count(hostile) == 6


def test_a_fold_is_closed_and_its_kind_is_said_before_a_box() -> None:
    seen = Seen(
        alone(
            Callout(NAME, Care.EMERGENCY, (Text("Call if"),), (), "Call 112"),
            Fold(BlockId("b2"), "the numbers", True, (Paragraph(BlockId("b3"), (Text("Half."),)),)),
        )
    )
    assert seen.all("details") == [{"id": "fold-b2"}]
    assert "Emergency: Call if" in seen.text
    assert "Show the numbers" in seen.text
    assert seen.text.index("Call 112") > seen.text.index("Call if")


@pytest.mark.parametrize(
    ("language", "direction"), [("ar", "rtl"), ("he-IL", "rtl"), ("en", "ltr"), ("zh-Hans", "ltr")]
)
def test_a_page_goes_the_way_of_its_language(language: str, direction: str) -> None:
    assert direction_of(language) == direction
    assert Seen(alone(language=language)).all("html") == [{"lang": language, "dir": direction}]


def test_where_a_picture_is_missing_its_words_are_there() -> None:
    assert "A full pot" in Seen(alone(Figure(NAME, "pot.svg", "A full pot", ()))).text

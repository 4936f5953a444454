"""One page, many outputs: the same words in the same order, and beside them only signs, numbers and labels."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument, QTextFormat

from pmlapp.content.page import (
    Block,
    Breadcrumb,
    Callout,
    Fold,
    Heading,
    Notice,
    Page,
    ReviewLine,
    SourceList,
    Table,
    plain,
    walk,
)
from pmlapp.content.page_text import page_text
from pmlapp.library.pages.clean_view import clean_blocks
from pmlapp.library.pages.fold_words import fold_head
from pmlapp.library.pages.heard import Heard, Role, heard
from pmlapp.library.pages.leaflet import LeafletWriter
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from pmlapp.library.pages.spoken import spoken
from pmlapp.library.pages.web_page import web_page
from pmlapp.reading.look.icons import IconSet
from pmlapp.reading.look.images import PageImages
from pmlapp.reading.look.scale import Reading, Scale
from pmlapp.reading.look.theme import Theme
from pmlapp.reading.paper.print_look import PaperSize
from pmlapp.reading.paper.printout import PaperMaker
from pmlapp.reading.typesetting.typesetter import Typesetter
from tests.builders import on_that_day
from tests.conftest import OpenStore

COLUMN_PX = 664.0
SIGNS = re.compile(r"[-*!+=›\u203a\u2022]+|\[?\d+\]?")
CITATION = re.compile(r"(?:\u2060|\u00a0)?\[\d+\]")
SetInType = Callable[..., str]


@pytest.fixture
def set_in_type(fonts: object, resources: Path) -> SetInType:
    theme = Theme.load(resources / "themes" / "light.json")

    def words_of(page: Page, words: PageWords, folds: frozenset[str], *, clean: bool = False) -> str:
        scale = Scale(100, Reading(clean=clean))
        setting = Typesetter(theme, scale, words, lambda _: (400, 300)).begin(page, COLUMN_PX, folds)
        setting.set_rest()
        return seen(setting.document)

    return words_of


def seen(document: QTextDocument) -> str:
    """The words of a document, and the words that stand for each picture where it is."""
    lines: list[str] = []
    block = document.begin()
    while block.isValid():
        line = block.text()
        for fragment in (each.fragment() for each in block):
            alt = fragment.charFormat().property(QTextFormat.Property.ImageAltText.value)
            if fragment.charFormat().isImageFormat() and alt:
                line = line.replace("\ufffc", str(alt))
        lines.append(line)
        block = block.next()
    return "\n".join(lines)


class Words(HTMLParser):
    """The words of a file: what is read of it, with the words of its pictures."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.said.append(f" {dict(attrs)['alt']} ")
        elif tag not in ("meta", "br"):
            self._open.append(tag)
        if tag in ("br", "li", "p", "td", "th", "h1", "h2", "h3", "h4", "summary", "figcaption", "caption"):
            self.said.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if not {"head", "style"} & set(self._open):
            self.said.append(data)


def tokens(text: str) -> list[str]:
    bare = CITATION.sub("", text.replace("\u2028", " ").replace("\ufffc", " "))
    # A title may end in a stop where the next line does not begin, and an address in a stroke.
    split = (token.rstrip("./:") for token in bare.replace("\u2060", "").replace("\u00a0", " ").split())
    return [token for token in split if token]


def segments(parts: tuple[Heard, ...], *, pictures: bool = True) -> Iterator[str]:
    """The words of the page, thing by thing; heads of folds and of columns are looked for apart."""
    for part in parts:
        if part.role is Role.PICTURE and not pictures:
            continue
        if part.role in (Role.COLUMN_HEADER, Role.BUTTON) or part.target.startswith("source:"):
            continue
        if part.words:
            yield part.words
        inside = tuple(each for each in part.parts if not (part.words and each.role is Role.LINK))
        yield from segments(inside, pictures=pictures)


def allowed(page: Page, words: PageWords) -> set[str]:
    """What an output may say beside the words of the page: labels, and what it says of folds and boxes."""
    said = [words.way_here, words.closed_on_purpose, words.picture_said, words.explained_words, words.show_fold]
    said += [words.hide_fold]
    for block in walk(page.blocks):
        match block:
            case Table(header=header):
                said += [f"{plain(head)}: {plain(head)}" for head in header]
            case Fold():
                for is_open in (True, False):
                    head = fold_head(block, words, is_open=is_open)
                    said += [head.button, head.detail(words), block.title]
            case Callout(care=care):
                said.append(f"{words.care(care)}:")
            case Breadcrumb(crumbs=crumbs):
                said += [crumb.title for crumb in crumbs]
            case SourceList(entries=entries):
                said += [f"({entry.url})" for entry in entries]
            case _:
                pass
    return {token for each in said for token in tokens(each)}


def compare(expected: list[str], output: str, beside: set[str], *, title: str) -> None:
    """Each segment is there whole and in order; what is left over is allowed to be."""
    found = tokens(output)
    place, left = 0, []
    for segment in expected:
        wanted = tokens(segment)
        if not wanted:
            continue
        at = next((n for n in range(place, len(found)) if found[n : n + len(wanted)] == wanted), None)
        assert at is not None, f"{title}: “{segment}” is missing after “{' '.join(found[max(0, place - 8) : place])}”"
        left += found[place:at]
        place = at + len(wanted)
    left += found[place:]
    strange = [token for token in left if token not in beside and not SIGNS.fullmatch(token)]
    assert strange == [], f"{title}: {strange[:12]}"


def folds_of(page: Page, *, closed_too: bool = True) -> frozenset[str]:
    folds = (block for block in walk(page.blocks) if isinstance(block, Fold))
    return frozenset(fold.id for fold in folds if closed_too or not fold.closed_on_each_visit)


def without_way(page: Page) -> Page:
    return page._replace(blocks=tuple(block for block in page.blocks if not isinstance(block, Breadcrumb)))


@pytest.fixture
def pages(either_library: Path, open_store: OpenStore) -> Pages:
    return Pages(
        open_store(either_library), PageWords(), emergency_number="112", keys=(("F1", "keys"),), today=on_that_day
    )


def every_page(pages: Pages) -> Iterator[Page]:
    for shelf in pages.catalog.outline:
        yield from (pages.page(article.id)[0] for article in shelf.articles)
        yield pages.page(f"topics/{shelf.topic.id}")[0]
    yield from (pages.page(name)[0] for name in ("words", "about", "keys"))


def test_the_page_on_the_screen_says_what_a_screen_reader_is_given(pages: Pages, set_in_type: SetInType) -> None:
    for page in map(without_way, every_page(pages)):
        folds = folds_of(page)
        expected = list(segments(heard(page, pages.words, folds)))
        compare(expected, set_in_type(page, pages.words, folds), allowed(page, pages.words), title=page.id)


def test_the_clean_view_says_the_same_words(pages: Pages, set_in_type: SetInType) -> None:
    for page in map(without_way, every_page(pages)):
        folds = folds_of(page)
        expected = list(segments(heard(page, pages.words, folds)))
        clean = page._replace(blocks=clean_blocks(page.blocks, pages.words))
        beside = allowed(page, pages.words) | allowed(clean, pages.words)
        compare(expected, set_in_type(page, pages.words, folds, clean=True), beside, title=page.id)


def test_the_page_as_text_says_the_same_words(pages: Pages) -> None:
    for page in map(without_way, every_page(pages)):
        folds = folds_of(page, closed_too=False)
        expected = list(segments(heard(page, pages.words, folds)))
        text = page_text(page, closed=pages.words.closed_on_purpose)
        # An address inside a sentence follows its words.
        text = re.sub(r"\s\(https:[^)]*\)", "", text)
        # The words of a picture are in brackets.
        text = re.sub(r"(?<!\S)\[|\](?!\S)", "", CITATION.sub("", text))
        # The reason beside a related question is in brackets, too.
        bare = [re.sub("[()]", "", each) for each in (re.sub("https?://", "", text), *expected)]
        beside = {re.sub("[()]", "", each) for each in allowed(page, pages.words)}
        compare(bare[1:], bare[0], beside, title=page.id)


def test_the_page_in_a_browser_says_the_same_words(pages: Pages) -> None:
    for page in map(without_way, every_page(pages)):
        expected = list(segments(heard(page, pages.words, folds_of(page))))
        html = web_page(page, pages)
        body = re.sub(r'<section class="explained".*?</section>', "", html, flags=re.DOTALL)
        body = re.sub(r"<footer>.*?</footer>", "", body, flags=re.DOTALL)
        compare(expected, "".join(Words(body).said), allowed(page, pages.words), title=page.id)


def test_what_is_read_aloud_is_the_same_words_without_addresses(pages: Pages) -> None:
    for page in map(without_way, every_page(pages)):
        # Sources have numbers, addresses and signs that are not said; their own tests say which.
        said = page._replace(blocks=tuple(without_sources(page.blocks)))
        folds = folds_of(said)
        aloud = " ".join(sentence.said for sentence in spoken(said, pages.words, folds))
        expected = [
            re.sub(r"(?:https?://|www\.)\S*[^\s.,;:!?)]", "", each)
            for each in segments(heard(said, pages.words, folds))
        ]
        compare(expected, aloud, allowed(page, pages.words), title=page.id)


def without_sources(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Fold):
            inner = tuple(without_sources(block.blocks))
            if inner:
                yield block._replace(blocks=inner)
        elif not isinstance(block, SourceList):
            yield block


def test_the_page_on_paper_says_the_same_words(pages: Pages, fonts: object, resources: Path) -> None:
    """Paper adds the titles that links lead to, draws pictures, and has sources and other questions at its end."""
    images = PageImages(pages.picture)
    light = Theme.load(resources / "themes" / "light.json")
    maker = PaperMaker(pages.words, icons=IconSet(resources / "icons"), images=images, pictures=light, logo=None)
    writer = LeafletWriter(pages)
    for page in every_page(pages):
        if page.id not in pages.catalog:
            continue
        body = page._replace(blocks=tuple(body_of(page.blocks)))
        folds = folds_of(page)
        printout = maker.printout(writer.leaflet((page.id,), opened=folds), PaperSize.A4, large=False)
        lines = (line for sheet in range(printout.count) for line in printout.lines(sheet))
        # What a link leads to is between a word and its comma.
        paper = iter(re.findall(r"\w+", " ".join(tokens("\n".join(lines)))))
        said = segments(heard(body, pages.words, folds), pictures=False)
        wanted = [word for each in said for word in re.findall(r"\w+", " ".join(tokens(each)))]
        missing = next((n for n, token in enumerate(wanted) if token not in paper), None)
        assert missing is None, f"{page.id}: {wanted[missing - 5 : missing + 5]}"


def body_of(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """What its author wrote, without the review line: up to the sources."""
    for block in blocks:
        if isinstance(block, Heading) and block.anchor in ("sources", "related-questions", "how-checked"):
            return
        if not isinstance(block, Breadcrumb | ReviewLine | Notice):
            yield block

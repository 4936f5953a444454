"""What a person asks of the library is answered, on a screen of ten lines."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import ArticleId, Findings, QuestionType, RelatedQuestion
from pmlapp.content.page import Page
from pmlapp.content.page_text import page_text
from pmlapp.errors import ArticleNotFoundError, DamagedPartError, MarkdownRefusedError, PmlError, UnreadableContentError
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from pmlapp.library.search.occurrences import Seek
from pmlapp.library.search.passage import Passage
from pmlapp.library.visit import Place
from pmlapp.reading.beside.note import Note
from pmlapp.shell.keys import window_keys
from pmlapp.shell.reader import Reader
from tests.builders import FIRST, article, content_file, library, on_that_day

CAUSES = "causes/what-causes-pml"
FOOD = "diet/food"
SIGNS = "signs/first-signs"

LIBRARY = library(
    [
        article(
            CAUSES,
            body="## How\n\nThe virus rests in the kidneys.[^S1] It eats [myelin](glossary:myelin).\n",
            sources=(FIRST,),
            related=(RelatedQuestion(to=ArticleId(FOOD), title="What should I eat?", reason="food"),),
        ),
        article(FOOD, title="What should I eat?", body="## At home\n\nWhatever you like: breadfruit, soup.\n"),
        article(SIGNS, title="What are the first signs?", body="## Signs\n\nClumsiness.\n"),
    ]
)


class Screen:
    """The smallest view: it remembers what it was last told to show, and where the reader is on it."""

    def __init__(self) -> None:
        self.page = "nothing"
        self.shown = ""
        self.topics_shown = 0
        self.at = Place("nothing")
        self.hits: tuple[str, ...] | None = None
        self.note: Note | None = None
        self.failures: list[PmlError] = []
        self.ways = (False, False)
        self.anchor = self.clipboard = self.browser = ""
        self.times_shown = 0
        self.row = 0
        self.asked = ""
        self.seek: Seek | None = None
        self.passage: Passage | None = None

    def show_home(self) -> None:
        self.page, self.at = "home", Place("home")

    def show_page(self, page: Page, place: Place) -> None:
        self.page, self.at, self.note = page.id, place, None
        self.shown = page_text(page, closed="")
        self.times_shown += 1

    def show_findings(self, found: Findings, row: int) -> None:
        self.hits, self.row = tuple(hit.article.id for hit in found.hits), row

    def put_query(self, query: str) -> None:
        self.asked = query

    def show_passage(self, seek: Seek, passage: Passage | None) -> None:
        self.seek, self.passage = seek, passage

    def hide_hits(self) -> None:
        self.hits = None

    def show_popover(self, note: Note, link: int) -> None:
        self.note = note

    def show_failure(self, failure: PmlError) -> None:
        self.failures.append(failure)

    def show_topics(self) -> None:
        self.topics_shown += 1

    def place(self) -> Place:
        return self.at

    def show_ways(self, *, back: bool, forward: bool) -> None:
        self.ways = (back, forward)

    def scroll_to(self, anchor: str) -> None:
        self.anchor = anchor

    def copy(self, text: str) -> None:
        self.clipboard = text

    def open_outside(self, address: str) -> None:
        self.browser = address


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return content_file(tmp_path_factory.mktemp("library"), LIBRARY)


@pytest.fixture
def screen() -> Screen:
    return Screen()


PagesAt = Callable[[Path], Pages]
Sit = Callable[..., Reader]


@pytest.fixture
def pages_at() -> Iterator[PagesAt]:
    stores: list[ContentStore] = []

    def opened(path: Path) -> Pages:
        stores.append(ContentStore.open(path))
        return Pages(stores[-1], PageWords(), emergency_number=None, keys=window_keys(), today=on_that_day)

    yield opened
    for store in stores:
        store.close()


@pytest.fixture
def sit(pages_at: PagesAt, screen: Screen, qapp: object) -> Sit:
    """Sit down in front of the screen with the library at a path."""

    def down(library: Path | Pages, *, page: str = "home", may_open_outside: bool = True) -> Reader:
        pages = library if isinstance(library, Pages) else pages_at(library)
        reader = Reader(pages, screen, may_open_outside=may_open_outside)
        reader.start(page)
        return reader

    return down


@pytest.fixture
def reader(sit: Sit, sound: Path) -> Reader:
    return sit(sound)


def damaged(sound: Path, folder: Path, words: bytes) -> Path:
    """A copy of the library whose text is no text any more from ``words`` on."""
    whole = sound.read_bytes()
    assert words in whole
    path = folder / "damaged.db"
    path.write_bytes(whole.replace(words, b"\xff" * len(words)))
    return path


# Going


def test_it_starts_at_home(reader: Reader, screen: Screen) -> None:
    assert (screen.page, reader.here, screen.ways) == ("home", "home", (False, False))


def test_it_starts_on_the_page_and_line_it_is_told(sit: Sit, sound: Path, screen: Screen) -> None:
    reader = sit(sound)
    reader.start(CAUSES, 12.5)
    assert screen.at == Place(CAUSES, 12.5)
    assert screen.ways == (False, False)


@pytest.mark.parametrize("gone", ["causes/taken-out", "topics/nothing", "no-such-page"])
def test_it_starts_at_home_when_the_page_is_not_there_any_more(
    sit: Sit, sound: Path, screen: Screen, gone: str
) -> None:
    reader = sit(sound, page=gone)
    assert (screen.page, reader.here) == ("home", "home")
    assert [type(failure) for failure in screen.failures] == [ArticleNotFoundError]


@pytest.mark.parametrize("page", [CAUSES, "topics/causes", "words", "about", "keys", "search:kidneys"])
def test_every_kind_of_page_opens_and_leaves_a_way_back(reader: Reader, screen: Screen, page: str) -> None:
    reader.open(page)
    assert (screen.page, reader.here, screen.ways) == (page, page, (True, False))
    reader.go_back()
    assert (screen.page, reader.here, screen.ways) == ("home", "home", (False, True))


def test_each_named_way_leads_where_it_says(reader: Reader, screen: Screen) -> None:
    ways = {
        "words": reader.open_words,
        "about": reader.open_about,
        "keys": reader.open_keys,
        "home": reader.go_home,
    }
    for page, go in ways.items():
        go()
        assert screen.page == page
    reader.open_topic("diet")
    assert screen.page == "topics/diet"


def test_back_and_forward_return_to_the_same_line_and_link(reader: Reader, screen: Screen) -> None:
    reader.open(CAUSES)
    screen.at = left_causes = Place(CAUSES, 30.25, 4)
    reader.open(FOOD)
    screen.at = left_food = Place(FOOD, 2.0, 1)
    reader.go_back()
    assert screen.at == left_causes
    assert screen.ways == (True, True)
    reader.go_forward()
    assert screen.at == left_food
    assert screen.ways == (True, False)


def test_going_on_from_a_page_one_went_back_to_forgets_what_lay_ahead(reader: Reader, screen: Screen) -> None:
    reader.open(CAUSES)
    reader.open(FOOD)
    reader.go_back()
    reader.open(SIGNS)
    assert screen.ways == (True, False)
    reader.go_forward()
    assert screen.page == SIGNS
    reader.go_back()
    assert screen.page == CAUSES


def test_back_and_forward_with_nowhere_to_go_leave_the_page_alone(reader: Reader, screen: Screen) -> None:
    reader.start(CAUSES)
    shown = screen.times_shown
    reader.go_back()
    reader.go_forward()
    assert (screen.page, screen.times_shown) == (CAUSES, shown)


def test_the_page_one_is_on_is_no_step(reader: Reader, screen: Screen) -> None:
    reader.open(CAUSES)
    shown = screen.times_shown
    screen.at = Place(CAUSES, 9.0)
    reader.open(CAUSES)
    assert screen.times_shown == shown
    reader.go_back()
    assert screen.page == "home"
    assert screen.ways == (False, True)


def test_whoever_watches_is_told_each_page_that_is_shown(reader: Reader) -> None:
    shown: list[str] = []
    reader.page_shown.connect(shown.append)
    reader.open(CAUSES)
    reader.open("causes/nothing")
    reader.go_back()
    assert shown == [CAUSES, "home"]


def test_urgent_help_without_a_page_about_it_is_searched_for(reader: Reader, screen: Screen) -> None:
    reader.open(CAUSES)
    reader.open_urgent_help()
    assert screen.page == "search:emergency"


# Links


@pytest.mark.parametrize(
    ("target", "page"),
    [(f"article:{FOOD}", FOOD), ("page:words", "words"), ("page:home", "home"), ("topic:diet", "topics/diet")],
)
def test_links_to_pages_lead_there(reader: Reader, screen: Screen, target: str, page: str) -> None:
    reader.open(CAUSES)
    reader.follow(target, 3)
    assert screen.page == page


def test_a_hard_word_is_explained_beside_it(reader: Reader, screen: Screen) -> None:
    reader.open(CAUSES)
    reader.follow("glossary:myelin", 1)
    assert screen.note is not None
    assert (screen.note.title, screen.note.text) == ("myelin", "The coat of a nerve fibre.")
    ((said, target),) = screen.note.actions
    assert said == "See all words"
    reader.act(target)
    assert screen.page == "words"


def test_a_number_names_its_source_and_leads_to_the_list(reader: Reader, screen: Screen) -> None:
    reader.open(CAUSES)
    reader.follow("source:S1", 0)
    assert screen.note is not None
    assert screen.note.title == "1. A study of the virus"
    assert screen.note.text == "A journal, 2021. facts only."
    ((_, target),) = screen.note.actions
    reader.act(target)
    assert (screen.anchor, screen.page) == ("source-S1", CAUSES)


def test_an_address_outside_is_shown_and_copied_and_opened_only_on_request(reader: Reader, screen: Screen) -> None:
    reader.open(CAUSES)
    reader.follow("https://example.org/1?a=b:c", 2)
    assert screen.note is not None
    assert screen.note.text == "https://example.org/1?a=b:c"
    assert (screen.clipboard, screen.browser) == ("", "")
    for _, target in screen.note.actions:
        reader.act(target)
    assert screen.clipboard == screen.browser == "https://example.org/1?a=b:c"


def test_where_nothing_may_be_opened_outside_it_is_not_offered_and_refused(
    sit: Sit, sound: Path, screen: Screen
) -> None:
    reader = sit(sound, page=CAUSES, may_open_outside=False)
    reader.follow("https://example.org/1", 2)
    assert screen.note is not None
    assert [target.partition(":")[0] for _, target in screen.note.actions] == ["copy"]
    reader.act("open:https://example.org/1")
    assert screen.browser == ""


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "http://example.org",
        "javascript:alert(1)",
        "mailto:a@example.org",
        "HTTPS://example.org",
        "glossary:nothing",
        "source:S999",
        "#how",
        "",
        ":",
        "open:https://example.org",
    ],
)
def test_a_link_of_another_kind_or_to_nothing_does_nothing(reader: Reader, screen: Screen, target: str) -> None:
    reader.open(CAUSES)
    reader.follow(target, 0)
    assert (screen.page, screen.note, screen.failures, screen.browser) == (CAUSES, None, [], "")


def test_a_number_on_a_page_that_is_no_article_does_nothing(reader: Reader, screen: Screen) -> None:
    reader.open("about")
    reader.follow("source:S1", 0)
    assert screen.note is None


@pytest.mark.parametrize("target", ["", "file:///etc/passwd", "../secret", "Causes", "search:x"])
def test_a_card_cannot_ask_for_anything_else(reader: Reader, screen: Screen, target: str) -> None:
    reader.open(CAUSES)
    reader.act(target)
    assert (screen.page, screen.failures, screen.clipboard, screen.browser) == (CAUSES, [], "", "")


def test_a_link_to_a_page_that_is_not_there_is_told_and_one_stays(reader: Reader, screen: Screen) -> None:
    reader.open(CAUSES)
    reader.follow("article:causes/nothing", 0)
    assert str(screen.failures[-1]) == "This library has no page called “causes/nothing”."
    assert (screen.page, reader.here) == (CAUSES, CAUSES)
    reader.go_back()
    assert screen.page == "home"


# Searching


def test_what_is_typed_is_answered_and_a_hit_opens(reader: Reader, screen: Screen) -> None:
    reader.search("  eat ")
    assert screen.hits is not None
    assert screen.hits[0] == FOOD
    reader.choose_hit(FOOD, 0)
    assert screen.page == FOOD


def test_a_hit_opens_where_its_page_says_what_was_asked(reader: Reader, screen: Screen) -> None:
    reader.search("breadfruit")
    reader.choose_hit(FOOD, 0)
    assert screen.seek is not None
    text = "a Breadfruit a day"
    assert [text[start:end] for start, end in screen.seek(text)] == ["Breadfruit"]


def test_back_from_a_hit_asks_the_same_again_with_the_same_row_chosen(reader: Reader, screen: Screen) -> None:
    reader.open(SIGNS)
    reader.search("eat")
    reader.choose_hit(FOOD, 3)
    reader.search("")
    reader.go_back()
    assert (screen.page, screen.asked) == (SIGNS, "eat")
    assert screen.row == 3
    reader.search("eating")
    assert screen.row == 0


def test_a_hit_that_is_the_page_one_is_on_is_no_step(reader: Reader, screen: Screen) -> None:
    reader.open(FOOD)
    reader.search("eat")
    shown = screen.times_shown
    reader.choose_hit(FOOD, 0)
    assert (screen.page, screen.hits, screen.times_shown) == (FOOD, None, shown)
    assert screen.seek is not None
    reader.go_back()
    assert screen.page == "home"


def test_an_empty_box_shows_no_list(reader: Reader, screen: Screen) -> None:
    reader.search("eat")
    reader.search("   ")
    assert screen.hits is None
    reader.show_all_hits()
    assert screen.page == "home"


def test_nothing_found_is_said_and_enter_shows_what_there_is(reader: Reader, screen: Screen) -> None:
    reader.search("volcano")
    assert screen.hits == ()
    reader.choose_hit("", 0)
    assert screen.page == "search:volcano"


def test_all_results_stand_on_a_page_of_their_own(reader: Reader, screen: Screen) -> None:
    reader.search("kidneys")
    reader.show_all_hits()
    assert screen.page == "search:kidneys"
    reader.follow(f"article:{CAUSES}", 0)
    reader.go_back()
    assert screen.page == "search:kidneys"


# A second start


def test_a_second_start_opens_the_page_it_was_asked_for(reader: Reader, screen: Screen) -> None:
    reader.opened_again(FOOD)
    assert screen.page == FOOD
    reader.opened_again("")
    assert screen.page == FOOD


def test_a_page_asked_for_has_to_be_there(reader: Reader) -> None:
    for page in ("home", "words", "about", "keys", CAUSES, "topics/diet"):
        reader.require_page(page)
    with pytest.raises(ArticleNotFoundError, match="causes/nothing"):
        reader.require_page("causes/nothing")


# A library that is damaged


def test_in_place_of_a_damaged_page_stands_one_that_says_so_and_the_rest_goes_on(
    sit: Sit, sound: Path, screen: Screen, tmp_path: Path
) -> None:
    reader = sit(damaged(sound, tmp_path, b"breadfruit"))
    met: list[PmlError] = []
    reader.damage_met.connect(met.append)
    reader.open(CAUSES)
    reader.open(FOOD)
    assert ([type(failure) for failure in met], screen.failures) == ([DamagedPartError], [])
    assert (screen.page, reader.here, screen.ways) == (FOOD, FOOD, (True, False))
    assert "This page is damaged and is not shown." in screen.shown
    reader.open(SIGNS)
    assert screen.page == SIGNS
    reader.go_back()
    reader.go_back()
    assert screen.page == CAUSES


def test_one_changed_word_is_enough_for_a_page_not_to_be_shown(
    sit: Sit, sound: Path, screen: Screen, tmp_path: Path
) -> None:
    path = tmp_path / "changed.db"
    path.write_bytes(sound.read_bytes().replace(b"breadfruit", b"jackfruits"))
    reader = sit(path)
    reader.open(FOOD)
    assert "jackfruits" not in screen.shown
    assert "This page is damaged and is not shown." in screen.shown


def test_in_place_of_a_damaged_page_whom_to_call_is_still_said(sit: Sit, screen: Screen, tmp_path: Path) -> None:
    urgent = article(
        "signs/urgent-help",
        title="When do I need help at once?",
        question_type=QuestionType.URGENT_HELP,
        body='## Now\n\n!!! emergency "Call at once if:"\n    - the face droops\n',
    )
    path = content_file(tmp_path, library([urgent, article()]))
    path.write_bytes(path.read_bytes().replace(b"the face droops", b"the cake droops"))
    reader = sit(path)
    reader.open("signs/urgent-help")
    assert "cake" not in screen.shown
    assert "This page is damaged and is not shown." in screen.shown
    assert "! Is someone suddenly very unwell?" in screen.shown
    assert "Call your local emergency number now" in screen.shown


def test_a_damaged_word_is_told_and_the_page_stays(sit: Sit, sound: Path, screen: Screen, tmp_path: Path) -> None:
    reader = sit(damaged(sound, tmp_path, b"The coat of a nerve"), page=SIGNS)
    reader.follow("glossary:myelin", 0)
    assert [type(failure) for failure in screen.failures] == [UnreadableContentError]
    assert (screen.page, screen.note) == (SIGNS, None)


def test_a_search_that_meets_damage_is_told_and_the_page_stays(
    sit: Sit, sound: Path, screen: Screen, tmp_path: Path
) -> None:
    reader = sit(damaged(sound, tmp_path, b"you like: "), page=SIGNS)
    reader.search("breadfruit")
    assert [type(failure) for failure in screen.failures] == [UnreadableContentError]
    reader.show_all_hits()
    assert (screen.page, reader.here) == (SIGNS, SIGNS)


def test_going_back_to_a_page_that_went_bad_meanwhile_never_shows_other_words(
    pages_at: PagesAt, sit: Sit, screen: Screen, tmp_path: Path
) -> None:
    """The file goes bad while somebody reads it, as on a failing stick."""
    stick = content_file(tmp_path, LIBRARY)
    reader = sit(pages_at(stick))
    reader.open(FOOD)
    reader.open(SIGNS)
    place = stick.read_bytes().index(b"breadfruit, soup")
    with stick.open("r+b") as file:
        file.seek(place)
        file.write(b"jackfruits")
    reader.go_back()
    assert (screen.page, reader.here, screen.failures) == (FOOD, FOOD, [])
    assert "jackfruits" not in screen.shown
    assert "This page is damaged and is not shown." in screen.shown


def test_another_library_at_its_place_is_read_from_the_next_page_on(
    pages_at: PagesAt, sit: Sit, screen: Screen, tmp_path: Path
) -> None:
    path = content_file(tmp_path, LIBRARY)
    reader = sit(pages_at(path))
    reader.open(FOOD)
    other = tmp_path / "other"
    other.mkdir()
    pages = [page._replace(title="A new title") if page.id == SIGNS else page for page in LIBRARY.articles]
    content_file(other, replace(LIBRARY, articles=tuple(pages))).replace(path)
    reader.open(SIGNS)
    assert "A new title" in screen.shown
    reader.show_replaced()
    assert (screen.page, screen.topics_shown, screen.ways) == (SIGNS, 1, (True, False))


def test_a_page_that_the_other_library_does_not_have_goes(
    pages_at: PagesAt, sit: Sit, screen: Screen, tmp_path: Path
) -> None:
    path = content_file(tmp_path, LIBRARY)
    pages = pages_at(path)
    reader = sit(pages)
    reader.open(FOOD)
    other = tmp_path / "other"
    other.mkdir()
    content_file(other, library([article("causes/other", title="Another page?")])).replace(path)
    assert pages.follow_file()
    reader.show_replaced()
    assert (screen.page, reader.here) == ("home", "home")


def test_where_rubbish_is_at_its_place_the_old_library_goes_on(
    pages_at: PagesAt, sit: Sit, screen: Screen, tmp_path: Path
) -> None:
    path = content_file(tmp_path, LIBRARY)
    reader = sit(pages_at(path))
    (tmp_path / "rubbish").write_bytes(b"rubbish" * 100)
    (tmp_path / "rubbish").replace(path)
    reader.open(FOOD)
    assert "breadfruit" in screen.shown


def test_text_that_breaks_a_limit_is_told_with_its_line(sit: Sit, screen: Screen, tmp_path: Path) -> None:
    pages = [page._replace(body="<b>Bold</b>\n") if page.id == SIGNS else page for page in LIBRARY.articles]
    reader = sit(content_file(tmp_path, replace(LIBRARY, articles=tuple(pages))))
    reader.open(SIGNS)
    assert [type(failure) for failure in screen.failures] == [MarkdownRefusedError]
    assert (screen.page, reader.here) == ("home", "home")


def test_where_nothing_can_be_shown_one_stays_where_one_was(reader: Reader, screen: Screen, qtbot: QtBot) -> None:
    reader.open(CAUSES)

    def broken(page: Page, place: Place) -> None:
        raise RuntimeError

    screen.show_page = broken  # type: ignore[method-assign]
    with qtbot.captureExceptions() as thrown:
        reader.open(FOOD)
    assert [kind for kind, *_ in thrown] == [RuntimeError, RuntimeError]
    assert (reader.here, screen.page) == (CAUSES, CAUSES)

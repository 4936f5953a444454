"""Reading a page aloud: what a person presses, sees marked, and is told."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.spoken import spoken
from pmlapp.settings import SiteSettings
from pmlapp.shell.read_aloud import ReadAloud
from pmlapp.speech.player import State
from pmlapp.speech.speaking_process import SpeakingProcess
from tests.builders import PATIENCE_MS, article, content_file, library
from tests.person import CTRL, SHIFT, Key, OpenWindow, Person

CAUSES = "causes/what-causes-pml"
ROOT = Path(__file__).parents[2]
Listen = Callable[..., Person]


@pytest.fixture
def listens(open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Listen]:
    """``listens(times=50)``: somebody who has a page open on a computer whose voice makes no sound."""
    monkeypatch.chdir(ROOT)
    people: list[Person] = []

    def opened(
        *arguments: str, times: float = 1, way: str = "", begin: bool = True, page: str = CAUSES, **where: object
    ) -> Person:
        person = open_window(*arguments, page=page, **where)
        module = ["tests.speech.faulty", way] if way else ["pmlapp.speech", "--engine", "silent", "--times", str(times)]
        aloud = person.window.read_aloud
        aloud._start_process = lambda parent: SpeakingProcess((sys.executable, "-m", *module), parent)
        aloud._times = times
        people.append(person)
        if begin:
            person.presses(Key.Key_L, CTRL | SHIFT)
        return person

    yield opened
    for person in people:
        person.window.read_aloud.close()


def aloud(person: Person) -> ReadAloud:
    return person.window.read_aloud


def until(qtbot: QtBot, person: Person, state: State) -> None:
    qtbot.waitUntil(lambda: aloud(person).player.state is state, timeout=PATIENCE_MS)


def until_heard(qtbot: QtBot, person: Person, number: int) -> None:
    """Until sentence ``number`` (0-based) is marked."""
    mark = person.parts.spoken_mark
    player = aloud(person).player
    qtbot.waitUntil(lambda: player.current == number and mark.sentence == player.sentences[number], timeout=PATIENCE_MS)


def marked(person: Person) -> str:
    document = person.parts.pane.document().toPlainText()
    return "…".join(document[start:end] for start, end in person.parts.spoken_mark.ranges)


def strip_words(person: Person) -> str:
    return person.words_in_sight(person.parts.strip)


def test_listen_reads_from_the_top_and_marks_what_is_heard(listens: Listen, qtbot: QtBot) -> None:
    person = listens()
    until_heard(qtbot, person, 0)
    assert marked(person) == "What causes PML?"
    assert "Reading aloud" in strip_words(person)
    assert "Sentence 1 of " in strip_words(person)
    assert person.keyboard == "listen_toggle"
    assert person.parts.top_bar.button("listen")._chosen


def test_of_a_sentence_its_words_are_marked_and_not_its_sources(listens: Listen, qtbot: QtBot) -> None:
    person = listens()
    until_heard(qtbot, person, 0)
    sentences = aloud(person).player.sentences
    number = next(n for n, each in enumerate(sentences) if each.said.startswith("Most people meet"))
    aloud(person).player.play(sentences, number)
    until_heard(qtbot, person, number)
    assert (
        marked(person).replace("\u00a0", " ")
        == "Most people meet the JC virus as children or young adults and notice nothing."
    )


def test_the_keys_of_the_strip_pause_go_on_step_and_stop(listens: Listen, qtbot: QtBot) -> None:
    person = listens()
    until_heard(qtbot, person, 0)
    person.presses(Key.Key_Right)
    until_heard(qtbot, person, 1)
    person.presses(Key.Key_Space)
    assert aloud(person).player.state is State.PAUSED
    assert "Paused" in strip_words(person)
    person.presses(Key.Key_Left)
    until_heard(qtbot, person, 0)
    person.presses(Key.Key_Space)
    until(qtbot, person, State.PLAYING)
    person.presses(Key.Key_Escape)
    assert aloud(person).player.state is State.STOPPED
    assert not person.sees("strip")
    assert marked(person) == ""
    assert person.keyboard == "article_pane"


def test_the_sentence_is_kept_in_the_middle_third_of_the_page(listens: Listen, qtbot: QtBot) -> None:
    person = listens()
    until_heard(qtbot, person, 0)
    pane = person.parts.pane
    height = pane.viewport().height()
    for number in (35, 36, 37, 60):
        aloud(person).player.play(aloud(person).player.sentences, number)
        until_heard(qtbot, person, number)
        start, end = person.parts.spoken_mark.ranges[0]
        boxes = pane.line_boxes(start, end)
        top = boxes[0][2] - pane.verticalScrollBar().value()
        bottom = boxes[-1][2] + boxes[-1][3] - pane.verticalScrollBar().value()
        assert height / 3 - 2 <= top
        assert bottom <= 2 * height / 3 + 2


def test_who_scrolls_away_stays_there_and_is_offered_the_way_back(listens: Listen, qtbot: QtBot) -> None:
    person = listens()
    until_heard(qtbot, person, 0)
    person.scrolls_to(40)
    strip = person.parts.listen_strip
    qtbot.waitUntil(strip.sentence.isVisible, timeout=PATIENCE_MS)
    there = person.line
    aloud(person).next()
    until_heard(qtbot, person, 1)
    assert person.line == there
    person.clicks(strip.sentence)
    qtbot.waitUntil(lambda: not strip.sentence.isVisible(), timeout=PATIENCE_MS)
    assert person.line < 5


def test_another_text_size_is_not_taken_for_scrolling_away(listens: Listen, qtbot: QtBot) -> None:
    person = listens()
    until_heard(qtbot, person, 0)
    aloud(person).player.play(aloud(person).player.sentences, 25)
    until_heard(qtbot, person, 25)
    aloud(person).play_or_pause()
    before = marked(person)
    person.presses(Key.Key_Plus, CTRL, times=4)
    qtbot.wait(50)
    assert marked(person) == before
    assert not person.parts.listen_strip.sentence.isVisible()


def test_another_page_ends_the_reading(listens: Listen, qtbot: QtBot) -> None:
    person = listens()
    until_heard(qtbot, person, 0)
    person.goes_to("causes/jc-virus")
    assert aloud(person).player.state is State.STOPPED
    assert not person.sees("strip")
    assert not person.parts.top_bar.button("listen")._chosen


def test_a_page_that_is_scrolled_is_read_from_what_is_in_sight(listens: Listen, qtbot: QtBot) -> None:
    person = listens(begin=False)
    person.reads("PML is seen most often")
    person.presses(Key.Key_L, CTRL | SHIFT)
    qtbot.waitUntil(lambda: aloud(person).player.state is State.PLAYING, timeout=PATIENCE_MS)
    said = aloud(person).player.sentences[aloud(person).player.current].said
    assert said.startswith(("This can come from", "HIV", "PML is seen"))


def test_a_fold_that_is_opened_is_read_too(listens: Listen, qtbot: QtBot) -> None:
    person = listens(page="outlook/life-expectancy")
    until_heard(qtbot, person, 0)
    before = len(aloud(person).player.sentences)
    fold = next(link for link in person.links if link.startswith("fold:"))
    person.parts.pane.toggle_fold(fold.removeprefix("fold:"))
    assert len(aloud(person).player.sentences) > before
    assert aloud(person).player.current == 0


def test_the_end_of_the_page_is_said_and_it_can_be_read_again(listens: Listen, qtbot: QtBot, tmp_path: Path) -> None:
    small = content_file(tmp_path, library([article(CAUSES, body="## How\n\nThe virus rests.[^S1]\n")]))
    person = listens(times=50, library=small)
    until(qtbot, person, State.FINISHED)
    assert "That was the whole page." in strip_words(person)
    person.clicks(person.parts.strip.content.action)
    until(qtbot, person, State.PLAYING)


def test_every_sentence_of_a_page_is_marked_once_and_in_order(listens: Listen, qtbot: QtBot) -> None:
    person = listens(times=50, begin=False)
    heard: list[int] = []
    aloud(person).player.sentence_begun.connect(heard.append)
    person.presses(Key.Key_L, CTRL | SHIFT)
    until(qtbot, person, State.FINISHED)
    page = person.parts.pane.page
    assert page is not None
    assert heard == list(range(len(spoken(page, PageWords()))))


def test_a_voice_that_goes_silent_is_named_and_can_be_tried_again(listens: Listen, qtbot: QtBot) -> None:
    person = listens(way="dies", times=50)
    until(qtbot, person, State.IN_TROUBLE)
    number = aloud(person).player.current
    assert f"The voice stopped answering at sentence {number + 1}. Your place is kept." in (
        person.parts.strip.content.accessibleName()
    )
    person.clicks(person.parts.strip.content.action)
    assert aloud(person).player.current == number
    assert aloud(person).player.state is State.PREPARING


def test_without_a_voice_it_is_said_how_to_add_one(listens: Listen, qtbot: QtBot) -> None:
    person = listens(way="not there")
    until(qtbot, person, State.IN_TROUBLE)
    assert "This computer has no English voice, so nothing can be read aloud." in (
        person.parts.strip.content.accessibleName()
    )
    person.clicks(person.parts.strip.content.action)
    assert person.page == "voices"
    assert "speech-dispatcher" in person.text


def test_where_staff_is_nearby_they_are_to_be_asked(listens: Listen, qtbot: QtBot) -> None:
    person = listens(way="not there", site=SiteSettings(staff_nearby=True))
    until(qtbot, person, State.IN_TROUBLE)
    assert person.keyboard == "strip_close"
    assert "Ask the staff." in person.parts.strip.content.accessibleName()
    assert person.parts.strip.content.action is None


def test_on_the_home_page_it_is_said_what_can_be_read(listens: Listen) -> None:
    person = listens(page="home")
    assert "Open a page, and it can be read aloud." in person.parts.strip.content.accessibleName()


@pytest.mark.parametrize(
    ("size", "zoom"), [((1280, 800), 100), ((800, 600), 100), ((1280, 800), 200), ((800, 600), 400)]
)
def test_the_buttons_have_room_at_every_size(listens: Listen, qtbot: QtBot, size: tuple[int, int], zoom: int) -> None:
    person = listens("--zoom", str(zoom), size=size)
    until_heard(qtbot, person, 0)
    strip = person.parts.listen_strip
    shown = [button for button in strip.buttons() if button.isVisible()]
    assert strip.toggle in shown
    for button in shown:
        assert strip.rect().contains(button.geometry()), button.objectName()
        assert button.width() >= button.sizeHint().width(), button.objectName()
        assert button.accessibleName()
    for one in shown:
        assert not any(one.geometry().intersects(other.geometry()) for other in shown if other is not one)


def test_speed_and_voice_are_kept_for_the_next_time(listens: Listen, qtbot: QtBot) -> None:
    person = listens()
    until_heard(qtbot, person, 0)
    _, voice = aloud(person).player.voices_to_choose
    person.parts.listen_strip.speed_chosen.emit(5)
    person.parts.listen_strip.voice_chosen.emit(voice.title)
    person.window.close()
    later = listens()
    until_heard(qtbot, later, 0)
    assert aloud(later).player.speed == 5
    assert aloud(later).player.chosen_voices == (("en", voice.name),)


def test_speech_is_not_loaded_before_somebody_listens(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    assert isinstance(person.window.read_aloud, QObject)
    assert person.window.read_aloud._player is None
    assert person.window.windowState() is not Qt.WindowState.WindowMinimized

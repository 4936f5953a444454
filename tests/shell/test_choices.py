"""What a reader chooses holds at once, is shown once, and is kept if it may and can be."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from pmlapp.errors import PreferencesError
from pmlapp.library.visit import Place
from pmlapp.reading.look.icons import IconSet
from pmlapp.reading.look.look import Look
from pmlapp.reading.preferences import Preferences, PreferencesFile
from pmlapp.shell.choices import Choices
from pmlapp.shell.system_look import SystemLook, theme_for
from tests.hardship import fill_disk_at, not_allowed_to_write

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the hardship is made with Linux's own means")

CAUSES = Place("causes/what-causes-pml", 12.5, 3)


class Reader:
    """Chooses, and sees what becomes of it."""

    def __init__(self, path: Path | None, resources: Path, *, site_theme: str | None = None) -> None:
        self.scheme = Qt.ColorScheme.Unknown
        self.contrast = False
        self.looks: list[Look] = []
        self.told: list[PreferencesError] = []
        self.file = PreferencesFile(path)
        self.choices = Choices(
            self.file.load()[0],
            self.file,
            icons=IconSet(resources / "icons"),
            theme_dir=resources / "themes",
            site_theme=site_theme,
            system_theme=lambda: theme_for(self.scheme, more_contrast=self.contrast),
        )
        self.choices.look_changed.connect(self.looks.append)
        self.choices.not_kept.connect(self.told.append)

    @property
    def kept(self) -> Preferences:
        """What the next start will find."""
        return self.file.load()[0]

    @property
    def theme(self) -> str:
        return self.choices.look.theme.name

    @property
    def percent(self) -> int:
        return self.choices.look.scale.percent

    def leaves(self, place: Place = CAUSES) -> None:
        self.choices.keep(place, width=900, height=700, maximised=False)


SitDown = Callable[..., Reader]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "preferences.json"


@pytest.fixture
def sit_down(path: Path, resources: Path, qapp: object) -> SitDown:
    def sit(**settings: str | None) -> Reader:
        return Reader(path, resources, **settings)

    return sit


@pytest.fixture
def reader(sit_down: SitDown) -> Reader:
    return sit_down()


# Text size


def test_text_grows_and_shrinks_by_steps_and_stops_at_the_ends(reader: Reader) -> None:
    sizes = []
    for _ in range(10):
        sizes.append(reader.percent)
        reader.choices.larger()
    assert sizes == [100, 125, 150, 175, 200, 250, 300, 350, 400, 400]
    for _ in range(10):
        reader.choices.smaller()
    assert reader.percent == 100


def test_a_size_between_two_steps_goes_to_the_next_one_on_either_side(path: Path, sit_down: SitDown) -> None:
    path.write_text('{"text_percent": 130}', encoding="utf-8")
    larger, smaller = sit_down(), sit_down()
    larger.choices.step_text_size(1)
    smaller.choices.step_text_size(-1)
    assert (larger.percent, smaller.percent) == (150, 125)


def test_the_usual_size_is_one_key_away(reader: Reader) -> None:
    for _ in range(4):
        reader.choices.larger()
    reader.choices.usual_text_size()
    assert reader.percent == reader.kept.text_percent == 100


def test_each_change_is_shown_once_and_no_change_not_at_all(reader: Reader) -> None:
    reader.choices.larger()
    reader.choices.choose("theme", "dark")
    reader.choices.choose("theme", "dark")
    reader.choices.remember_place(False)
    assert [(look.theme.name, look.scale.percent) for look in reader.looks] == [("light", 125), ("dark", 125)]


# Colours


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast", "warm_paper"])
def test_a_theme_holds_at_once_and_at_the_next_start(reader: Reader, sit_down: SitDown, theme: str) -> None:
    reader.choices.choose("theme", theme)
    assert reader.theme == sit_down().theme == theme


def test_who_has_not_chosen_gets_what_the_system_has_and_follows_it_live(reader: Reader) -> None:
    assert reader.theme == "light"
    reader.scheme = Qt.ColorScheme.Dark
    reader.choices.follow_system()
    assert reader.theme == "dark"
    reader.scheme = Qt.ColorScheme.Light
    reader.choices.follow_system()
    assert [look.theme.name for look in reader.looks] == ["dark", "light"]


def test_a_system_that_says_twice_what_it_is_changes_nothing(reader: Reader) -> None:
    reader.choices.follow_system()
    assert reader.looks == []


def test_who_has_chosen_keeps_the_colours_when_the_system_changes(reader: Reader) -> None:
    reader.choices.choose("theme", "warm_paper")
    reader.scheme = Qt.ColorScheme.Dark
    reader.choices.follow_system()
    assert reader.theme == "warm_paper"
    reader.choices.choose("theme", "system")
    assert reader.theme == "dark"


def test_what_the_site_has_chosen_holds_until_the_reader_chooses(sit_down: SitDown) -> None:
    reader = sit_down(site_theme="high_contrast")
    assert reader.theme == "high_contrast"
    reader.scheme = Qt.ColorScheme.Dark
    reader.choices.follow_system()
    assert reader.theme == "high_contrast"
    reader.choices.choose("theme", "light")
    assert reader.theme == sit_down(site_theme="high_contrast").theme == "light"


def test_a_system_that_asks_for_contrast_gets_it_by_day_and_by_night(reader: Reader) -> None:
    reader.contrast = True
    reader.choices.follow_system()
    assert reader.theme == "high_contrast"
    reader.scheme = Qt.ColorScheme.Dark
    reader.choices.follow_system()
    assert reader.theme == "high_contrast"
    reader.contrast = False
    reader.choices.follow_system()
    assert reader.theme == "dark"
    reader.choices.choose("theme", "light")
    reader.contrast = True
    reader.choices.follow_system()
    assert reader.theme == "light"


def test_a_system_that_does_not_say_is_taken_as_light() -> None:
    assert {scheme: theme_for(scheme, more_contrast=False) for scheme in Qt.ColorScheme} == {
        Qt.ColorScheme.Unknown: "light",
        Qt.ColorScheme.Light: "light",
        Qt.ColorScheme.Dark: "dark",
    }


def test_what_qt_cannot_say_yet_is_taken_as_not_asked_for(qapp: object) -> None:
    system = SystemLook()
    assert (system.theme(), system.less_motion()) == ("light", False)
    assert len(system.changes()) == (2 if hasattr(QGuiApplication.styleHints(), "accessibility") else 1)


@pytest.mark.parametrize(("said", "less"), [(0, False), (1, True)])
def test_from_qt_6_12_on_a_system_can_ask_for_less_motion(
    said: int, less: bool, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt's own numbers of `QAccessibilityHints.motionPreference`, where its release has it and where it has not."""

    class Hints:
        def accessibility(self) -> object:
            return SimpleNamespace(motionPreference=lambda: SimpleNamespace(value=said))

        def colorScheme(self) -> Qt.ColorScheme:
            return Qt.ColorScheme.Light

    monkeypatch.setattr(QGuiApplication, "styleHints", Hints)
    assert SystemLook().less_motion() is less


# Keeping


def test_place_and_window_are_kept_at_the_end(reader: Reader) -> None:
    reader.leaves()
    kept = reader.kept
    assert (kept.last_page, kept.last_position) == ("causes/what-causes-pml", 12.5)
    assert (kept.window_width, kept.window_height, kept.window_maximised) == (900, 700, False)


@pytest.mark.parametrize("page", ["home", "search:am i dying", "search:", "topics/Bad Name"])
def test_home_and_what_was_searched_for_are_never_kept(reader: Reader, path: Path, page: str) -> None:
    reader.leaves(Place("outlook/life-expectancy", 3.0))
    reader.leaves(Place(page, 5.0))
    assert (reader.kept.last_page, reader.kept.last_position) == (None, 0.0)
    written = path.read_text(encoding="utf-8")
    assert "dying" not in written
    assert "life-expectancy" not in written


def test_remembering_switched_off_wipes_the_place_at_once_and_keeps_the_rest(reader: Reader, path: Path) -> None:
    reader.choices.larger()
    reader.leaves()
    reader.choices.remember_place(False)
    assert "what-causes-pml" not in path.read_text(encoding="utf-8")
    assert (reader.kept.last_page, reader.kept.last_position, reader.kept.text_percent) == (None, 0.0, 125)


def test_with_remembering_switched_off_the_end_keeps_no_place_but_the_window(reader: Reader, path: Path) -> None:
    reader.choices.remember_place(False)
    reader.leaves()
    assert "what-causes-pml" not in path.read_text(encoding="utf-8")
    assert reader.kept.window_width == 900
    reader.choices.remember_place(True)
    assert reader.kept.last_page is None


def test_a_place_that_was_wiped_does_not_come_back_with_the_switch(reader: Reader) -> None:
    reader.leaves()
    reader.choices.remember_place(False)
    reader.choices.remember_place(True)
    assert (reader.kept.last_page, reader.kept.remember_place) == (None, True)


def test_a_kiosk_keeps_nothing_and_complains_of_nothing(resources: Path, tmp_path: Path, qapp: object) -> None:
    reader = Reader(None, resources)
    reader.choices.larger()
    reader.leaves()
    assert (reader.percent, reader.told) == (125, [])
    assert list(tmp_path.iterdir()) == []


@linux
def test_choices_that_may_not_be_written_hold_and_are_told_once(reader: Reader, path: Path) -> None:
    reader.choices.larger()
    with not_allowed_to_write(path.parent):
        reader.choices.larger()
        reader.choices.choose("theme", "dark")
        reader.leaves()
    assert [str(failure) for failure in reader.told] == [
        "Your text size, colours and place could not be kept: this user is not allowed to."
    ]
    assert (reader.percent, reader.theme) == (150, "dark")
    assert (reader.kept.text_percent, reader.kept.theme) == (125, "system")


@linux
def test_a_full_disk_is_told_once_and_leaves_what_was_kept_before(reader: Reader, path: Path) -> None:
    reader.choices.choose("theme", "dark")
    fill_disk_at(path.with_name("preferences.json.new"))
    reader.choices.larger()
    assert [failure.details["reason"] for failure in reader.told] == ["the disk is full"]
    assert (reader.kept.text_percent, reader.kept.theme) == (100, "dark")

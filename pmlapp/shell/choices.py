"""What the reader chooses: text size and colours, kept in the preferences and shown everywhere at once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Signal, Slot

from pmlapp.content.model import names_a_page
from pmlapp.errors import PreferencesError
from pmlapp.library.pages.page_names import HOME
from pmlapp.library.visit import Place
from pmlapp.reading.look.fonts import system_letters
from pmlapp.reading.look.icons import IconSet
from pmlapp.reading.look.look import Look
from pmlapp.reading.look.scale import Reading, Scale
from pmlapp.reading.look.theme import Theme
from pmlapp.reading.preferences import Preferences, PreferencesFile

SYSTEM = "system"

_LOOKS: Final = ("theme", "wide_spacing", "clean_view", "letters", "line_length", "line_guide", "guide_lines")
_MEASURES: Final = {"short": 464, "usual": 664, "long": 800}
"""The widest text column in px at 100 %: about 46, 66 and 80 characters."""


class Choices(QObject):
    """Turns choices into a look, and keeps them.

    ``site_theme`` is what the site has chosen for readers who have not, ``system_theme`` what suits the computer.

    Signals:
        look_changed: the look to draw with from now on.
        chosen: the preferences that hold from now on.
        not_kept: a `PreferencesError`, reported once: the choice holds, but only until the window closes.
    """

    look_changed = Signal(object)
    chosen = Signal(object)
    not_kept = Signal(object)

    def __init__(
        self,
        preferences: Preferences,
        file: PreferencesFile,
        *,
        icons: IconSet,
        theme_dir: Path,
        site_theme: str | None,
        system_theme: Callable[[], str],
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self._file = file
        self._icons = icons
        self._theme_dir = theme_dir
        self._site_theme = site_theme
        self._system_theme = system_theme
        self._told = False
        self._marked = preferences
        self.look = self._made()

    @property
    def preferences(self) -> Preferences:
        """What is chosen now."""
        return self._preferences

    @Slot()
    def larger(self) -> None:
        """One step larger."""
        self.step_text_size(1)

    @Slot()
    def smaller(self) -> None:
        """One step smaller."""
        self.step_text_size(-1)

    @Slot(int)
    def step_text_size(self, direction: int) -> None:
        """One step larger (+1) or smaller (-1)."""
        self._choose(self._preferences._replace(text_percent=self.look.scale.step(direction)))

    @Slot()
    def usual_text_size(self) -> None:
        """Back to 100 %."""
        self._choose(self._preferences._replace(text_percent=100))

    @Slot(str, object)
    def choose(self, name: str, value: object) -> None:
        """Another value for one of the preferences that say how pages look, by its name."""
        chosen: dict[str, Any] = {name: value}
        self._choose(self._preferences._replace(**chosen))

    @Slot()
    def toggle_line_guide(self) -> None:
        """Switch the line guide on, or off."""
        self.choose("line_guide", not self._preferences.line_guide)

    @Slot()
    def end_line_guide(self) -> None:
        """Switch the line guide off."""
        self.choose("line_guide", False)

    @Slot(int)
    def choose_guide_lines(self, count: int) -> None:
        """How many lines the guide lights, 1 to 3."""
        self.choose("guide_lines", count)

    @Slot()
    def mark(self) -> None:
        """Note how pages look now: `as_it_was` leads back to it."""
        self._marked = self._preferences

    @Slot()
    def as_it_was(self) -> None:
        """Undo every choice of how pages look since `mark`; text size and place stay."""
        kept = self._marked._asdict()
        self._choose(self._preferences._replace(**{name: kept[name] for name in _LOOKS}))

    @Slot(bool)
    def remember_place(self, remember: bool) -> None:
        """Whether page and line may be kept; switched off, what was kept is wiped at once."""
        kept = self._preferences if remember else self._preferences.without_place()
        self._choose(kept._replace(remember_place=remember))

    @Slot()
    def follow_system(self) -> None:
        """The system has changed between light and dark, or wants more contrast."""
        if self._preferences.theme == SYSTEM:
            self._show()

    def keep(self, place: Place, *, width: int, height: int, maximised: bool) -> None:
        """Keep place and window at the end."""
        may_keep = self._preferences.remember_place and names_a_page(place.page) and place.page != HOME
        self._preferences = self._preferences._replace(
            last_page=place.page if may_keep else None,
            last_position=place.position if may_keep else 0.0,
            window_width=width,
            window_height=height,
            window_maximised=maximised,
        )
        self._save()

    def _choose(self, preferences: Preferences) -> None:
        if preferences == self._preferences:
            return
        self._preferences = preferences
        self._show()
        self.chosen.emit(preferences)
        self._save()

    def _show(self) -> None:
        look = self._made()
        before = (self.look.theme.name, self.look.scale.percent, self.look.scale.reading)
        if (look.theme.name, look.scale.percent, look.scale.reading) != before:
            self.look = look
            self.look_changed.emit(look)

    def _save(self) -> None:
        try:
            self._file.save(self._preferences)
        except PreferencesError as failure:
            if not self._told:
                self._told = True
                self.not_kept.emit(failure)

    def _made(self) -> Look:
        name = self._preferences.theme
        if name == SYSTEM:
            name = self._site_theme or self._system_theme()
        theme = Theme.load(self._theme_dir / f"{name}.json")
        return Look(theme, Scale(self._preferences.text_percent, self._reading()), self._icons)

    def _reading(self) -> Reading:
        chosen = self._preferences
        reading = Reading(wide=chosen.wide_spacing, clean=chosen.clean_view, measure=_MEASURES[chosen.line_length])
        if chosen.letters == "system":
            family, natural_line = system_letters()
            reading = reading._replace(family=family, natural_line=natural_line)
        return reading

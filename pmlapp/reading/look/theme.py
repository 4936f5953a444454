"""A theme: every colour of the window and the page, by role, from one file each."""

import json
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtGui import QColor, QPalette


class Theme:
    """The colours of one theme; never changed once made.  What each role is for is in docs/look.md.

    Not a dataclass: the constructor of one with fifty fields takes 5 ms of each start to make.
    """

    name: str
    title: str
    dark: bool
    high_contrast: bool
    guide_dim: float
    """By how much what the line guide does not light is darkened: its colours times this."""
    ground: QColor
    pane: QColor
    surface: QColor
    sunken: QColor
    line: QColor
    line_strong: QColor
    text: QColor
    text_soft: QColor
    heading: QColor
    disabled: QColor
    primary: QColor
    primary_hover: QColor
    primary_pressed: QColor
    on_primary: QColor
    on_primary_soft: QColor
    tint: QColor
    tint_strong: QColor
    link: QColor
    link_hover: QColor
    answer: QColor
    answer_line: QColor
    personal: QColor
    personal_tint: QColor
    on_personal: QColor
    emergency_line: QColor
    emergency: QColor
    on_emergency: QColor
    emergency_tint: QColor
    emergency_text: QColor
    urgent: QColor
    on_urgent: QColor
    urgent_tint: QColor
    urgent_line: QColor
    urgent_text: QColor
    info: QColor
    info_tint: QColor
    info_line: QColor
    ok: QColor
    ok_tint: QColor
    mark: QColor
    mark_current: QColor
    speaking: QColor
    speaking_line: QColor
    focus_inner: QColor
    focus_outer: QColor
    scroll_thumb: QColor
    chart_on: QColor
    chart_off: QColor
    scrim: QColor

    def __init__(
        self,
        *,
        name: str,
        title: str,
        dark: bool,
        high_contrast: bool,
        guide_dim: float = 1.0,
        colours: Mapping[str, QColor],
    ) -> None:
        self.name = name
        self.title = title
        self.dark = dark
        self.high_contrast = high_contrast
        self.guide_dim = guide_dim
        self.__dict__.update(colours)

    @classmethod
    def load(cls, path: Path) -> "Theme":
        """Read a theme file; its stem is the theme's name.

        In JSON, while what people write is in TOML: Python's reader of that takes 6 ms of each start.

        Raises:
            ValueError: a role is missing, unknown, or no colour.  The files
                ship with the program, so that is a mistake of ours.
        """
        values = json.loads(path.read_text(encoding="utf-8"))
        colours = {role: QColor(text) for role, text in values["colours"].items()}
        wanted = set(colour_roles())
        if colours.keys() != wanted or not all(colour.isValid() for colour in colours.values()):
            raise ValueError(f"{path.name}: colours differ from the roles by {sorted(colours.keys() ^ wanted)}")
        return cls(
            name=path.stem,
            title=values["title"],
            dark=values["dark"],
            high_contrast=values["high_contrast"],
            guide_dim=values["guide_dim"],
            colours=colours,
        )

    @property
    def panel(self) -> QColor:
        """The ground of the home panel."""
        return self.ground if self.high_contrast else self.primary

    @property
    def on_panel(self) -> QColor:
        """Words on the home panel."""
        return self.text if self.high_contrast else self.on_primary

    @property
    def on_panel_soft(self) -> QColor:
        """Quieter words on the home panel, and the library's ornament."""
        return self.text_soft if self.high_contrast else self.on_primary_soft

    def colour(self, role: str) -> QColor:
        """The colour of a role that is known only by its name, as in a picture."""
        colour = getattr(self, role)
        if not isinstance(colour, QColor):
            raise ValueError(f"{role} is not a colour role")
        return colour

    def palette(self) -> QPalette:
        """The same colours where Qt itself draws: fields, menus, tool tips, selected text."""
        palette = QPalette()
        group, role = QPalette.ColorGroup, QPalette.ColorRole
        for painted, colour in (
            (role.Window, self.pane),
            (role.WindowText, self.text),
            (role.Base, self.ground),
            (role.AlternateBase, self.surface),
            (role.Text, self.text),
            (role.Button, self.surface),
            (role.ButtonText, self.text),
            (role.PlaceholderText, self.text_soft),
            (role.Highlight, self.primary),
            (role.HighlightedText, self.on_primary),
            (role.Link, self.link),
            (role.LinkVisited, self.link),
            (role.ToolTipBase, self.surface),
            (role.ToolTipText, self.text),
            (role.Mid, self.line_strong),
            (role.Dark, self.line_strong),
        ):
            palette.setColor(painted, colour)
        for painted in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(group.Disabled, painted, self.disabled)
        return palette


def colour_roles() -> tuple[str, ...]:
    """The names of all colour roles, in the order of the theme files."""
    return tuple(name for name, kind in Theme.__annotations__.items() if kind is QColor)

"""Themes: every pair of colours that meet can be told apart, and a theme file is whole or refused."""

import json
import tomllib
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QPalette

from pmlapp.reading.look.theme import Theme, colour_roles

_HERE = Path(__file__).parent
_THEME_FILES = sorted((_HERE.parents[2] / "resources" / "themes").glob("*.json"))
_PAIRS = [tuple(pair) for pair in tomllib.loads((_HERE / "contrast.toml").read_text())["pairs"]]
_NO_MEANING_HANGS_ON = {"line", "answer_line", "info_line", "scrim"}
"""Quiet dividers and edges, and the cover under a countdown: understood without being seen."""


def luminance(colour: QColor) -> float:
    """Relative luminance, 0 to 1; https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def written(folder: Path, theme: dict[str, Any]) -> Path:
    path = folder / "mine.json"
    path.write_text(json.dumps(theme), encoding="utf-8")
    return path


@pytest.fixture
def whole(resources: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((resources / "themes" / "light.json").read_text(encoding="utf-8"))
    return read


def test_the_contrast_of_black_on_white_is_21() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("#FFFFFF")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    ("path", "pair"),
    list(product(_THEME_FILES, _PAIRS)),
    ids=lambda each: each.stem if isinstance(each, Path) else f"{each[0]}-on-{each[1]}",
)
def test_colours_that_meet_can_be_told_apart(path: Path, pair: tuple[str, str, float]) -> None:
    theme = Theme.load(path)
    ink, ground, least = pair
    if theme.high_contrast and least == 4.5:
        least = 7.0
    assert contrast(theme.colour(ink), theme.colour(ground)) >= least


@pytest.mark.parametrize("path", _THEME_FILES, ids=lambda path: path.stem)
def test_what_the_line_guide_dims_can_still_be_read(path: Path) -> None:
    theme = Theme.load(path)

    def dimmed(role: str) -> QColor:
        # As the painter multiplies: each part of a colour with the same grey, in whole numbers.
        grey = round(255 * theme.guide_dim)
        parts = theme.colour(role).getRgb()[:3]
        return QColor(*(round(part * grey / 255) for part in parts))

    least = 7.0 if theme.high_contrast else 4.5
    read = [
        (ink, ground)
        for ink, ground, needed in _PAIRS
        # Pressed grounds last as long as a finger is down.
        if needed == 4.5 and "pressed" not in ground and not (ground == "tint_strong" or "hover" in ink + ground)
    ]
    assert len(read) > 40
    low = {pair: round(contrast(*map(dimmed, pair)), 2) for pair in read if contrast(*map(dimmed, pair)) < least}
    assert low == {}
    assert 0.7 < theme.guide_dim < 0.95


def test_there_are_four_themes_and_one_of_them_is_of_high_contrast() -> None:
    themes = [Theme.load(path) for path in _THEME_FILES]
    assert [theme.name for theme in themes] == ["dark", "high_contrast", "light", "warm_paper"]
    assert [theme.name for theme in themes if theme.high_contrast] == ["high_contrast"]
    assert [theme.name for theme in themes if theme.dark] == ["dark", "high_contrast"]
    assert len({theme.title for theme in themes}) == 4


def test_every_colour_that_carries_meaning_is_measured_against_another() -> None:
    measured = {role for ink, ground, _ in _PAIRS for role in (ink, ground)}
    assert measured | _NO_MEANING_HANGS_ON == set(colour_roles())
    assert not measured & _NO_MEANING_HANGS_ON


def test_a_dark_theme_writes_light_on_dark_and_a_light_one_dark_on_light() -> None:
    for path in _THEME_FILES:
        theme = Theme.load(path)
        assert theme.dark == (luminance(theme.text) > luminance(theme.ground))


@pytest.mark.parametrize("role", colour_roles())
def test_a_theme_without_one_of_its_colours_is_refused_and_the_colour_is_named(
    whole: dict[str, Any], tmp_path: Path, role: str
) -> None:
    del whole["colours"][role]
    with pytest.raises(ValueError, match=rf"mine\.json.*'{role}'"):
        Theme.load(written(tmp_path, whole))


def test_a_theme_with_a_colour_nobody_knows_is_refused(whole: dict[str, Any], tmp_path: Path) -> None:
    whole["colours"]["gruond"] = "#FFFFFF"
    with pytest.raises(ValueError, match="'gruond'"):
        Theme.load(written(tmp_path, whole))


@pytest.mark.parametrize("text", ["", "nonsense", "#12345", "#GGGGGG"])
def test_a_theme_with_something_that_is_no_colour_is_refused(whole: dict[str, Any], tmp_path: Path, text: str) -> None:
    whole["colours"]["ground"] = text
    with pytest.raises(ValueError, match=r"mine\.json"):
        Theme.load(written(tmp_path, whole))


def test_what_is_no_colour_cannot_be_asked_for_as_one(resources: Path) -> None:
    theme = Theme.load(resources / "themes" / "light.json")
    assert theme.colour("ground") == theme.ground
    with pytest.raises(ValueError, match="name"):
        theme.colour("name")


@pytest.mark.parametrize("path", _THEME_FILES, ids=lambda path: path.stem)
def test_what_qt_draws_itself_can_be_read_too(path: Path) -> None:
    theme = Theme.load(path)
    palette = theme.palette()
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    least = 7.0 if theme.high_contrast else 4.5
    for ink, ground in (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.ButtonText, role.Button),
        (role.PlaceholderText, role.Base),
        (role.HighlightedText, role.Highlight),
        (role.Link, role.Base),
        (role.LinkVisited, role.Base),
        (role.ToolTipText, role.ToolTipBase),
    ):
        # A window that is not in front is read as well.
        for state in (group.Active, group.Inactive):
            assert contrast(palette.color(state, ink), palette.color(state, ground)) >= least, (ink, state)
    assert contrast(palette.color(group.Disabled, role.ButtonText), palette.color(role.Button)) >= 3


@pytest.mark.parametrize("path", _THEME_FILES, ids=lambda path: path.stem)
def test_one_line_of_the_focus_ring_shows_on_every_ground(path: Path) -> None:
    theme = Theme.load(path)
    grounds = ("ground", "pane", "surface", "sunken", "primary", "emergency", "emergency_tint", "urgent", "answer")
    for ground in map(theme.colour, grounds):
        assert max(contrast(theme.focus_inner, ground), contrast(theme.focus_outer, ground)) >= 3

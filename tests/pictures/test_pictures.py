"""The main views look as they did when somebody last looked at them.

A failure names a picture to look at: what is kept, what is seen now, what
changed.  If the change is meant, ``make pictures`` keeps the new look.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.pictures.compare import SMALLER, difference, side_by_side, small
from tests.pictures.make import DOCS, REFERENCE
from tests.pictures.review_states import review_states, states
from tests.pictures.views import VIEWS, View, draw

every_view = pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)


def reference(view: View) -> QImage:
    picture = QImage(str(REFERENCE / f"{view.name}.png"))
    assert not picture.isNull(), f"there is no picture of {view.name} yet; run make pictures"
    return picture


@every_view
def test_a_view_looks_as_it_did(
    view: View, qapp: QApplication, bundled_library: Path, second_library: Path, tmp_path: Path
) -> None:
    kept, seen = reference(view), small(draw(view, second_library if view.second else bundled_library))
    found = difference(kept, seen)
    if found.is_seen:
        sheet = tmp_path / f"{view.name}-kept-seen-changed.png"
        side_by_side(kept, seen, found.where).save(str(sheet))
        at = f"{found.where.x()}, {found.where.y()}"
        pytest.fail(
            f"{view.name} looks different, most of all near {at} px: "
            f"{found.worst:.1f} there, {found.mean:.2f} in the mean. Look at {sheet}"
        )


@every_view
def test_the_picture_in_the_docs_shows_the_same_and_is_small(view: View) -> None:
    path = DOCS / f"{view.name}.png"
    picture = QImage(str(path))
    assert (picture.width(), picture.height()) == view.size
    assert not difference(reference(view), small(picture)).is_seen, f"{path.name} is old; run make pictures"
    assert path.stat().st_size < 150_000
    assert (REFERENCE / path.name).stat().st_size < 70_000


def test_no_picture_is_left_over_from_a_view_that_is_gone() -> None:
    views = {view.name for view in VIEWS}
    assert {path.stem for path in REFERENCE.glob("*.png")} == views
    assert {path.stem for path in DOCS.glob("*.png")} == views | {f"review-{state}" for state in states()}


def test_every_state_of_a_review_can_be_drawn(qapp: QApplication, tmp_path: Path) -> None:
    drawn = dict(review_states(tmp_path))
    assert drawn.keys() == states().keys()
    unlike = {bytes(picture.constBits()) for picture in drawn.values()}
    assert len(unlike) == len(drawn)


# What the comparison sees, and what it looks past.


@pytest.fixture
def page(qapp: QApplication, bundled_library: Path) -> QImage:
    return draw(next(view for view in VIEWS if view.name == "page"), bundled_library)


def moved(picture: QImage, part: QRect, right: int, down: int) -> QImage:
    """The picture with what is in ``part`` a little further, as far as ``part`` goes."""
    changed = picture.copy()
    painter = QPainter(changed)
    painter.setClipRect(part)
    painter.drawImage(part.topLeft() + QPoint(right, down), picture, part)
    painter.end()
    return changed


def blanked(picture: QImage, part: QRect) -> QImage:
    changed = picture.copy()
    painter = QPainter(changed)
    painter.fillRect(part, picture.pixelColor(part.topLeft()))
    painter.end()
    return changed


def tinted(picture: QImage, part: QRect) -> QImage:
    changed = picture.copy()
    painter = QPainter(changed)
    painter.fillRect(part, QColor(255, 0, 0, 24))
    painter.end()
    return changed


WHOLE = QRect(0, 0, 1280, 800)
HEAD = QRect(0, 0, 1280, 79)
FOOT = QRect(0, 760, 1280, 40)
ICON = QRect(20, 768, 24, 24)


@pytest.mark.parametrize(
    "change",
    [
        lambda picture: moved(picture, WHOLE, 6, 0),
        lambda picture: moved(picture, WHOLE, 0, 6),
        lambda picture: moved(picture, HEAD, 6, 0),
        lambda picture: moved(picture, FOOT, 0, 6),
        lambda picture: moved(picture, FOOT, 0, 2),
        lambda picture: blanked(picture, FOOT),
        lambda picture: blanked(picture, ICON),
        lambda picture: tinted(picture, WHOLE),
    ],
    ids=["all right", "all down", "head right", "foot down", "foot a bit down", "foot gone", "icon gone", "red"],
)
def test_what_moved_went_or_changed_its_colour_is_seen(page: QImage, change: Callable[[QImage], QImage]) -> None:
    assert difference(small(page), small(change(page))).is_seen


def test_the_place_that_changed_is_named(page: QImage) -> None:
    found = difference(small(page), small(blanked(page, ICON)))
    assert found.where.intersects(ICON)


def test_edges_that_another_machine_smooths_otherwise_are_looked_past(page: QImage) -> None:
    thrice = page.scaled(page.size() * 3)
    smooth = moved(thrice, thrice.rect(), 1, 0).scaled(page.size(), mode=Qt.TransformationMode.SmoothTransformation)
    assert smooth != page
    assert not difference(small(page), small(smooth)).is_seen


@pytest.mark.parametrize("pointer", [QPoint(40, 40), QPoint(200, 480), QPoint(600, 140)], ids=["bar", "tree", "page"])
def test_a_view_is_the_same_picture_wherever_the_pointer_was_left(
    page: QImage, bundled_library: Path, pointer: QPoint
) -> None:
    QCursor.setPos(pointer)
    again = draw(next(view for view in VIEWS if view.name == "page"), bundled_library)
    found = difference(small(page), small(again))
    assert (found.worst, found.mean) == (0, 0)


def test_pictures_of_two_sizes_are_no_match_but_a_mistake() -> None:
    one, other = QImage(40, 40, QImage.Format.Format_RGB888), QImage(40, 44, QImage.Format.Format_RGB888)
    with pytest.raises(ValueError, match="one picture is 40 x 40, the other 40 x 44"):
        difference(one, other)


def test_the_sheet_shows_both_pictures_and_marks_where_they_differ() -> None:
    kept, seen = (QImage(40, 30, QImage.Format.Format_RGB888) for _ in range(2))
    kept.fill(QColor("white"))
    seen.fill(QColor("black"))
    sheet = side_by_side(kept, seen, QRect(40, 40, 6 * SMALLER, 6 * SMALLER))
    assert sheet.size() == QSize(3 * 40 + 2 * 8, 30)
    assert sheet.pixelColor(2, 2) == QColor("white")
    assert sheet.pixelColor(48 + 2, 2) == QColor("black")
    assert sheet.pixelColor(96 + 2, 2) == QColor("white")
    assert sheet.pixelColor(10, 10) == QColor("magenta")

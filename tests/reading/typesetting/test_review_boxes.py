"""What is wrong with a page is in a box above its title: with words, an icon and an edge in every look."""

import pytest
from PySide6.QtGui import QImage

from pmlapp.content.page import BlockId, Care, Notice, ReviewLine, Title
from tests.reading.conftest import LookOf, OpenPage
from tests.reading.pages_of import page_of, paragraph

CLAIM, ADVICE = "The check of this page is overdue.", "Check with your care team before you rely on it. " * 3
THEMES = ("light", "dark", "high_contrast", "warm_paper")


def notice(care: Care) -> Notice:
    return Notice(BlockId("problem"), care, "clock", CLAIM, ADVICE.strip())


def colours(picture: QImage) -> set[int]:
    # Held by a name: the bits go with their picture.
    converted = picture.convertToFormat(QImage.Format.Format_RGB32)
    data = bytes(converted.constBits())
    return set(memoryview(data).cast("I"))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("care", "name"), [(Care.URGENT, "urgent"), (Care.EMERGENCY, "emergency")])
def test_the_box_has_an_edge_and_an_icon_of_its_own_and_says_it_in_words(
    open_page: OpenPage, look_of: LookOf, theme: str, care: Care, name: str
) -> None:
    with_box = open_page(page_of(notice(care), paragraph("Text.")), theme=theme, size=(500, 400))
    seen = colours(with_box.picture)
    look = look_of(theme).theme
    roles = [look.colour(f"{name}_{part}").rgb() for part in ("line", "text", "tint")]
    assert seen.issuperset(roles)
    assert f"{CLAIM} {ADVICE.strip()}" in with_box.text
    without = open_page(page_of(paragraph("Text.")), theme=theme, size=(500, 400))
    assert look.colour(f"{name}_line").rgb() not in colours(without.picture)


@pytest.mark.parametrize("percent", [100, 300])
def test_the_box_stands_above_the_title_and_inside_the_column(open_page: OpenPage, percent: int) -> None:
    title = Title(BlockId("title"), "What causes PML?")
    reader = open_page(page_of(notice(Care.URGENT), title), percent=percent, size=(480, 600))
    assert reader.text.index(CLAIM) < reader.text.index(title.text)
    assert reader.pane.horizontalScrollBar().maximum() == 0


def test_only_the_line_of_a_clinicians_review_has_the_colour_of_a_tick(open_page: OpenPage, look_of: LookOf) -> None:
    ok = look_of().theme.colour("ok").rgb()
    for icon, is_tick in (("check-circle", True), ("review-none", False), ("clock", False)):
        line = ReviewLine(BlockId("review"), icon, "Put together from 2 cited sources.", "Said by somebody.")
        assert (ok in colours(open_page(page_of(line), size=(500, 300)).picture)) is is_tick

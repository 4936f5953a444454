"""A mistake of ours in a paint method of the kiosk: no part is blank, and the calm page comes up."""

import sys

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from pmlapp.content.model import ArticleId
from pmlapp.reading.touch.update_page import Fact, Group, GroupRow, UpdatePage, UpdateWords
from tests.journeys.test_faults_while_painting import PlantedError, fault_in, is_blank, lines_of, paint_methods
from tests.shell.kiosk.conftest import OpenKiosk, Visitor

METHODS = paint_methods(touch=True)
CAUSES = ArticleId("causes/what-causes-pml")


def every_screen(visitor: Visitor) -> None:
    """Draw each screen of the kiosk once."""
    window, kiosk = visitor.window, visitor.kiosk
    window.grab()
    visitor.comes()
    window.grab()
    kiosk.show_number()
    assert visitor.run.pages is not None
    kiosk.look_up(visitor.run.pages.sheets.of_card(CAUSES))
    window.grab()
    visitor.run.reader.open(CAUSES)
    window.grab()
    visitor.touches(visitor.parts.bar.listen)
    window.grab()
    visitor.touches(visitor.parts.listen_row.stop)
    window.show_comfort()
    window.grab()
    kiosk.show_help()
    window.grab()
    kiosk.leave_help()
    kiosk.show_search()
    visitor.types_on_screen("virus")
    kiosk.search("virus")
    window.grab()
    kiosk.count_down(30)
    window.grab()
    kiosk.keep_on()
    window.show_over("calm")
    window.grab()
    window.parts.hide("calm")
    visitor.run.staff.open()
    window.grab()
    visitor.run.staff._show_staff()
    if visitor.run.staff.staff_page is not None:
        visitor.run.staff.staff_page.say("Something to read.")
    window.grab()
    group = Group("info", "Changed: 1", (GroupRow("What causes PML?", before="Before.", after="After."),))
    words = UpdateWords(
        "An update", "It is signed.", (), (Fact("check", "Signed"),), "What changes", (group,), "Yes", "No"
    )
    kiosk.show_staff(UpdatePage(words, window.parts.look, width=window.width(), parent=window))
    window.grab()
    visitor.run.staff.close()
    QApplication.processEvents()


@pytest.mark.parametrize("method", sorted(METHODS))
def test_a_fault_in_a_paint_method_leaves_no_part_blank(
    method: str, open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: reported.append(kind))
    visitor = open_kiosk(size=(1280, 800))
    code = METHODS[method]
    painted: list[QWidget] = []
    with fault_in(code, lines_of(code)[0]) as hit:
        every_screen(visitor)
        painted = [widget for widget in hit if isinstance(widget, QWidget)]
    assert painted, "each paint method is seen on some screen"
    assert set(reported) == {PlantedError}


def test_the_calm_page_is_not_blank(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(size=(800, 600))
    visitor.window.show_over("calm")
    assert not is_blank(visitor.parts.calm)

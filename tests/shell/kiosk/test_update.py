"""Staff update the kiosk from a stick: what changes is shown first, and accepted or not."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pmlapp.content.page_text import page_text
from pmlapp.reading.touch.update_page import UpdatePage
from pmlapp.shell.kiosk.update_desk import UpdateDesk
from tests.packs.publisher import Publisher, build_editions
from tests.shell.kiosk.conftest import CLINIC, OpenKiosk, Visitor


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return build_editions(tmp_path_factory.mktemp("editions"))


@pytest.fixture
def kiosk(open_kiosk: OpenKiosk, editions: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Visitor:
    """With the first edition, and a share on which the second has arrived."""
    monkeypatch.setenv("PMLAPP_HOME", str(tmp_path / "home"))
    publisher = Publisher(tmp_path / "release")
    publisher.publish(editions[1], tmp_path / "share")
    root = tmp_path / "root.json"
    root.write_bytes(publisher.root)
    site = CLINIC._replace(library=editions[0], update_root=root, update_from=tmp_path / "share", languages=("en",))
    return open_kiosk(site=site, library=editions[0])


def desk_of(kiosk: Visitor) -> UpdateDesk:
    updates = kiosk.run.desk._updates
    assert updates is not None
    return updates()


def look(kiosk: Visitor, qtbot: QtBot) -> UpdatePage:
    kiosk.run.staff._show_staff()
    with qtbot.waitSignal(desk_of(kiosk).page_shown, timeout=60_000) as shown:
        kiosk.run.staff.staff_page.asked.emit("update")  # type: ignore[union-attr]
    page = shown.args[0]
    assert isinstance(page, UpdatePage)
    return page


def says(kiosk: Visitor) -> str:
    assert kiosk.run.pages is not None
    return page_text(kiosk.run.pages.page("diet/food")[0], closed="closed")


def test_staff_see_what_changes_and_take_it(kiosk: Visitor, qtbot: QtBot) -> None:
    assert "kidneys" in says(kiosk)
    page = look(kiosk, qtbot)
    assert page.isVisible()
    (changed,) = page.words.groups
    assert changed.title == "Changed: 1"
    assert (changed.rows[0].before, changed.rows[0].after) == ("The virus rests in the kidneys.", "Eat what you like.")
    with qtbot.waitSignal(desk_of(kiosk).replaced, timeout=60_000):
        page.buttons[0].click()
    assert "Eat what you like." in says(kiosk)


def test_staff_do_not_take_it(kiosk: Visitor, qtbot: QtBot) -> None:
    page = look(kiosk, qtbot)
    with qtbot.waitSignal(desk_of(kiosk).left, timeout=60_000):
        page.buttons[1].click()
    qtbot.waitUntil(lambda: not desk_of(kiosk).is_busy, timeout=60_000)
    assert "kidneys" in says(kiosk)


def test_a_damaged_stick_is_refused_with_what_to_do(kiosk: Visitor, qtbot: QtBot, tmp_path: Path) -> None:
    (target,) = (tmp_path / "share").rglob("*.db")
    target.write_bytes(target.read_bytes()[:-1])
    page = look(kiosk, qtbot)
    assert page.words.title == "This stick cannot be used"
    assert page.words.groups[0].title.startswith("A part of the stick is damaged")
    assert page.words.groups[1].title == "What to do"
    (only,) = page.buttons
    assert only.text() == "Back to the staff page"
    assert "kidneys" in says(kiosk)

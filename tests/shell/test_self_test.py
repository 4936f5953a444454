"""The self-test says that all is well only if it is."""

import json
import os
from io import StringIO
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.self_test import self_test
from pmlapp.shell.session import Session
from tests.builders import article, content_file, library
from tests.damage import edit, missing, spoil


def report(path: Path) -> tuple[int, dict[str, Any]]:
    out = StringIO()
    with Session(Arguments(self_test=True), SiteSettings(), path) as session:
        code = self_test(session, out)
    return code, json.loads(out.getvalue())


def test_a_sound_program_passes_and_says_what_it_is_made_of(qtbot: QtBot, either_library: Path) -> None:
    code, said = report(either_library)
    assert code == 0
    assert {name for name, result in said.items() if result == "ok"} == {
        "library", "every page", "search", "looks", "fonts", "binding", "codes", "clock",
        "modules", "speech", "paper", "screen reader", "staff PIN", "kiosk",
    }  # fmt: skip
    assert said["ok"] is True
    assert all(said[part] for part in ("pmlapp", "python", "qt", "sqlite", "pages"))


def test_a_page_that_is_damaged_is_named_and_the_others_are_still_tried(
    qtbot: QtBot, bundled_library: Path, tmp_path: Path
) -> None:
    spoil(bundled_library, tmp_path / "content.db", b"The virus settles quietly")
    code, said = report(tmp_path / "content.db")
    assert (code, said["ok"]) == (70, False)
    assert any(each.startswith("causes/what-causes-pml is damaged") for each in said["every page"])
    assert not any("who-is-at-risk" in each for each in said["every page"])
    assert said["looks"] == said["binding"] == "ok"


def test_a_library_that_somebody_edited_is_told_apart_from_a_damaged_one(
    qtbot: QtBot, bundled_library: Path, tmp_path: Path
) -> None:
    path = tmp_path / "content.db"
    edit(bundled_library, path, "update sign_offs set reviewer = 'Dr B. Example' where article = 1")
    code, said = report(path)
    assert (code, said["ok"]) == (70, False)
    assert "was changed by another program after it was made" in said["library"][0]
    assert any(" was changed: " in each for each in said["every page"])
    assert not any("damaged" in each for each in (*said["library"], *said["every page"]))


def test_a_link_that_leads_nowhere_is_named_with_its_page(qtbot: QtBot, tmp_path: Path) -> None:
    body = (
        "## Links\n\n[there](article:no/page), [word](glossary:nothing), [fine](article:diet/food), [fine](#links).\n"
    )
    code, said = report(content_file(tmp_path, library([article("diet/food", body=body)])))
    assert code == 70
    assert said["every page"] == [
        "diet/food: the link article:no/page leads nowhere",
        "diet/food: the link glossary:nothing leads nowhere",
    ]


def test_text_that_cannot_be_shown_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    code, said = report(content_file(tmp_path, library([article("diet/food", body="<b>x</b>\n")])))
    assert (code, said["every page"]) == (70, ["diet/food cannot be shown"])


def test_no_library_is_a_report_too(qtbot: QtBot, bundled_library: Path, tmp_path: Path) -> None:
    missing(bundled_library, tmp_path / "content.db")
    code, said = report(tmp_path / "content.db")
    assert (code, said["ok"]) == (70, False)
    assert "is not there" in said["failure"]


def test_nothing_of_the_test_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    report(content_file(tmp_path))
    assert list(Path(os.environ["PMLAPP_HOME"]).iterdir()) == []


def test_a_script_that_this_computer_has_no_font_for_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    written = "".join(map(chr, range(0x119AE, 0x119D0)))
    page = article("diet/food", short_answer=written, body=f"{written}\n")
    code, said = report(content_file(tmp_path, library([page])))
    assert code == 70
    assert said["fonts"] == ["This computer has no font for Nandinagari: words are shown as empty boxes."]

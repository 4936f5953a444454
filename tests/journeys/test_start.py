"""From the start to the first page, as a process of its own: what opens, what is loaded, what is touched."""

import json
from pathlib import Path

import pytest

from tests.person import Key, Person, RunProgram
from tests.processes import log_of, start

CAUSES = "causes/what-causes-pml"

WATCHED_RUN = """
import json, os, sys

seen = {"network": [], "started": [], "dialogs": [], "written": []}

def watch(event, arguments):
    if event.startswith("socket.") or event.startswith("urllib."):
        seen["network"].append(event)
    elif event in ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.startfile", "os.fork"):
        seen["started"].append(event)
    elif event == "open" and isinstance(arguments[0], str) and arguments[2] & (os.O_WRONLY | os.O_RDWR):
        seen["written"].append(str(arguments[0]))

sys.addaudithook(watch)
from pmlapp.shell.app import main
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from tests.person import ALT, AtFirstPaint, CTRL, Key, Person

class Choices:
    look = None

def walk(window):
    person = Person(window, Choices)
    seen["first"] = [person.page]
    person.asks("is it catching")
    person.presses(Key.Key_Return)
    person.follows("glossary:immune-system")
    person.presses(Key.Key_Escape)
    person.presses(Key.Key_Plus, CTRL)
    for page in sorted(person.every_page()):
        person.goes_to(page)
        window.grab()
    person.follows_first("https:")
    seen["card"] = person.sees("popover")
    person.presses(Key.Key_Escape)
    person.presses(Key.Key_F1)
    person.presses(Key.Key_Home, ALT)
    seen["last"] = [person.page]
    seen["dialogs"] = [str(each) for each in QApplication.allWidgets() if isinstance(each, QDialog)]
    if os.path.isdir("/proc/self/fd"):
        links = [os.readlink(f"/proc/self/fd/{each}") for each in os.listdir("/proc/self/fd")
                 if os.path.islink(f"/proc/self/fd/{each}")]
        seen["sockets"] = [link for link in links if link.startswith("socket:")]
    seen["modules"] = sorted(sys.modules)

QApplication([])
first = AtFirstPaint(walk)
code = main()
if first.thrown:
    raise first.thrown
print(json.dumps(seen))
sys.exit(code)
"""


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """A whole visit in a process of its own, watched from below Python."""
    home = tmp_path_factory.mktemp("own")
    ended = start(home=home, script=WATCHED_RUN)
    assert (ended.returncode, ended.stderr) == (0, "")
    seen: dict[str, list[str]] = json.loads(ended.stdout.splitlines()[-1])
    seen["home"] = [str(home)]
    seen["log"] = [log_of(home)]
    return seen


def test_somebody_new_meets_the_home_page_and_no_question(walk: dict[str, list[str]]) -> None:
    assert walk["first"] == walk["last"] == ["home"]
    assert walk["dialogs"] == []


def test_a_whole_visit_never_touches_the_network(walk: dict[str, list[str]]) -> None:
    assert walk["card"]
    assert walk["network"] == []
    assert walk.get("sockets", []) == []
    assert "PySide6.QtNetwork" not in walk["modules"]


def test_a_whole_visit_starts_no_other_program(walk: dict[str, list[str]]) -> None:
    assert walk["started"] == []


def test_a_whole_visit_writes_only_into_its_own_folder_and_nothing_of_what_was_read(
    walk: dict[str, list[str]],
) -> None:
    (home,) = walk["home"]
    written = {path for path in walk["written"] if path != "/dev/null"}
    assert written
    assert {path for path in written if not path.startswith(home)} == set()
    for file in Path(home).rglob("*"):
        if file.is_file():
            text = file.read_bytes().decode("utf-8", "replace")
            assert "catching" not in text
            assert "life-expectancy" not in text
    assert walk["log"] == [""]


def test_a_reader_loads_nothing_that_only_educators_need(walk: dict[str, list[str]]) -> None:
    rooms = {".".join(module.split(".")[:2]) for module in walk["modules"]}
    assert not rooms & {"pmlapp.authoring", "pmlapp.cli", "sqlite_utils", "click", "yaml"}


def test_from_the_first_start_to_the_next(run_program: RunProgram) -> None:
    """Somebody new: home, a topic, a question; the day after, back at the same line."""
    left: list[str] = []

    def first_day(person: Person) -> None:
        assert person.page == "home"
        person.clicks(person.parts.home.cards[1])
        assert person.page == "topics/causes"
        person.follows(f"article:{CAUSES}")
        assert person.page == CAUSES
        person.reads("PML is seen most often")
        left.append(person.paragraph_at_top)

    def next_day(person: Person) -> None:
        assert (person.page, person.paragraph_at_top) == (CAUSES, left[0])
        person.clicks(person.parts.top_bar.button("home"))
        assert person.page == "home"

    def the_day_after(person: Person) -> None:
        assert person.page == "home"
        person.presses(Key.Key_Tab)

    assert run_program(meanwhile=first_day).told == []
    assert run_program(meanwhile=next_day).told == []
    assert run_program(meanwhile=the_day_after).told == []


SEARCH_RUN = """
import json, sys
from pmlapp.shell.app import main
from PySide6.QtWidgets import QApplication
from tests.person import AtFirstPaint, CTRL, Key, Person

loaded = []

def look(window):
    person = Person(window, None)
    for press in (None, Key.Key_K):
        if press is not None:
            person.presses(press, CTRL)
        for _ in range(30):
            QApplication.processEvents()
        loaded.append("pmlapp.library.search.search" in sys.modules)

QApplication([])
first = AtFirstPaint(look)
code = main()
if first.thrown:
    raise first.thrown
print(json.dumps(loaded))
sys.exit(code)
"""


def test_the_search_is_loaded_when_the_keyboard_comes_to_its_box_and_not_before(tmp_path: Path) -> None:
    ended = start(home=tmp_path, script=SEARCH_RUN, QT_QPA_PLATFORM="offscreen")
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout) == [False, True]


FIRST_PAINT_RUN = """
import sys
from PySide6.QtWidgets import QApplication
from pmlapp.shell.app import main
from pmlapp.shell.prefetch import Prefetch
from tests.person import AtFirstPaint

QApplication([])
first = AtFirstPaint(lambda window: print("at rest:", window.findChild(Prefetch).is_resting))
code = main()
if first.thrown:
    raise first.thrown
sys.exit(code)
"""


def test_the_next_pages_are_got_ready_only_once_the_home_page_has_been_painted(tmp_path: Path) -> None:
    ended = start(home=tmp_path, script=FIRST_PAINT_RUN, QT_QPA_PLATFORM="offscreen")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout == "at rest: True\n"

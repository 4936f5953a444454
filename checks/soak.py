"""Hours of visits to a kiosk on an accelerated clock: memory, open files and errors, ``checks/soak.py --hours 8``."""

import argparse
import os
import random
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pmlapp.reading.paper.print_look import PaperSize
    from pmlapp.reading.paper.printout import Printout

ROOT: Final = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

_SEED: Final = 7
_MOST_GROWTH_MB: Final = 10.0
_MOST_FILES: Final = 2
_WARM: Final = 0.2
"""The share of the time after which memory has to be flat."""

_WORDS: Final = (
    "virus",
    "treatment",
    "can i catch it",
    "how long",
    "mri",
    "natalizumab",
    "xyzzy",
    "seizure",
    "child",
    "eat",
)


class Soak:
    """One kiosk, and one visitor after the other."""

    def __init__(self, folder: Path) -> None:
        os.environ["PMLAPP_HOME"] = str(folder)
        from tests.no_display import draw_without_a_display  # noqa: PLC0415 the environment comes before Qt

        draw_without_a_display()
        from PySide6.QtCore import QSize, Qt, QtMsgType, qInstallMessageHandler  # noqa: PLC0415
        from PySide6.QtTest import QTest  # noqa: PLC0415
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415

        from pmlapp.reading.paper.pdf import pdf_of  # noqa: PLC0415
        from pmlapp.settings import SiteSettings  # noqa: PLC0415
        from pmlapp.shell.arguments import Arguments  # noqa: PLC0415
        from pmlapp.shell.kiosk.run_kiosk import KioskRun, kiosk_application  # noqa: PLC0415
        from pmlapp.speech.speaking_process import SpeakingProcess  # noqa: PLC0415

        self._pdf_of = pdf_of

        self.chance = random.Random(_SEED)
        self.now = 0.0
        self.errors: list[str] = []
        sys.excepthook = self._uncaught
        self._application = kiosk_application()
        self._events = QApplication.processEvents
        self._click = lambda widget: QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

        def hear(kind: QtMsgType, _context: object, text: str) -> None:
            if kind is not QtMsgType.QtDebugMsg and "This plugin does not support" not in text:
                self.errors.append(text)

        qInstallMessageHandler(hear)
        site = SiteSettings(clinic="Example Clinic", emergency_number="112", languages=("en", "es"), usage_counts=True)
        site = site._replace(printer="Desk", pages_per_visit=4)
        self.run = KioskRun(Arguments(kiosk=True, size=(1080, 1920)), site, self._tell)
        self.run.start_speech = lambda parent: SpeakingProcess(
            (sys.executable, "-m", "pmlapp.speech", "--engine", "silent"), parent
        )
        self.sheets = 0
        self.run.send = self._print
        window = self.run.build(QSize(1080, 1920))
        self.run.record.begin()
        self.run.idle._clock = lambda: self.now
        window.show()
        window.resize(1080, 1920)
        self.run.kiosk.begin()
        self._events()
        self.run.kiosk.prepare_slides()
        self.run.kiosk.prepare()
        self.visits = 0

    def _print(self, printout: "Printout", size: "PaperSize") -> bool:
        """To a file, which is what a printer's queue would get."""
        self.sheets += len(self._pdf_of(printout, size, title="Leaflet")) > 0
        return True

    def _tell(self, failure: Exception) -> int:
        self.errors.append(repr(failure))
        return 1

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.errors.append(f"{kind.__name__}: {error}")
        sys.__excepthook__(kind, error, trace)

    def visit(self) -> None:
        """One visitor comes, walks about at random, and goes in one of two ways."""
        run, parts = self.run, self.run.window.parts
        self.visits += 1
        self._click(parts.attract)
        self._pass(2)
        for _ in range(self.chance.randrange(3, 25)):
            self.chance.choice(
                (
                    self._topic,
                    self._link,
                    self._link,
                    self._search,
                    self._move,
                    self._back,
                    self._comfort,
                    self._help,
                    self._listen,
                    self._paper,
                )
            )()
            self._pass(self.chance.uniform(2, 40))
        if self.chance.random() < 0.5:
            run.kiosk.finish()
        else:
            self._pass(61)
            self._pass(31)
        self._events()
        self._pass(self.chance.uniform(5, 300))

    def _pass(self, seconds: float) -> None:
        self.now += seconds
        self._events()
        if not self.run.kiosk.is_at_rest:
            self.run.idle.look()
            self._events()

    def _topic(self) -> None:
        self.run.kiosk.go_home()
        self._events()
        self._click(self.chance.choice(self.run.window.parts.home.topics))

    def _link(self) -> None:
        pane = self.run.window.parts.pane
        links = [number for number, link in enumerate(pane.links()) if not link.startswith("https")]
        if links and self.run.window.shows_place and not self.run.window.at_home:
            number = self.chance.choice(links)
            pane.link_followed.emit(pane.links()[number], number)

    def _search(self) -> None:
        self.run.kiosk.show_search()
        self._events()
        search = self.run.window.parts.search
        for letter in self.chance.choice(_WORDS):
            search.keyboard.typed.emit(letter)
            self._events()
        if search.rows and self.chance.random() < 0.7:
            self._click(search.rows[0])

    def _move(self) -> None:
        if not self.run.window.at_home and self.run.window.shows_place:
            self.run.window.move_page(self.chance.choice((-1, 1, 1)))

    def _back(self) -> None:
        self.run.kiosk.go_back()

    def _comfort(self) -> None:
        self.run.kiosk.choose_theme(self.chance.choice(("light", "dark", "high_contrast", "warm_paper")))
        self.run.kiosk.choose_size(self.chance.choice((100, 125, 150, 200)))

    def _listen(self) -> None:
        self.run.services.listen()

    def _paper(self) -> None:
        self.run.services.print_page()

    def _help(self) -> None:
        self.run.kiosk.show_help()
        self._events()
        self.run.kiosk.leave_help()


def main() -> int:
    """Run the visits; 0 if memory and files stayed flat and nothing went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hours", type=float, default=8.0, help="of the accelerated clock")
    parser.add_argument("--minutes", type=float, default=0.0, help="end after so many real minutes, if not before")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        soak = Soak(Path(folder))
        from pmlapp.shell.kiosk.run_record import memory_kb, open_files  # noqa: PLC0415

        began = time.monotonic()
        samples: list[tuple[float, int, int]] = []
        while soak.now < asked.hours * 3600:
            if asked.minutes and time.monotonic() - began > asked.minutes * 60:
                break
            soak.visit()
            samples.append((soak.now, memory_kb(), open_files()))
            if soak.visits % 25 == 0:
                hours, memory = soak.now / 3600, samples[-1][1] / 1024
                print(f"  {hours:.1f} h, {soak.visits} visits, {memory:.1f} MB", file=sys.stderr, flush=True)
        real = time.monotonic() - began
        soak.run.services.forget()
    warm = [sample for sample in samples if sample[0] >= _WARM * soak.now]
    tenth = max(1, len(warm) // 10)
    first = statistics.median(sample[1] for sample in warm[:tenth])
    last = statistics.median(sample[1] for sample in warm[-tenth:])
    files = warm[-1][2] - warm[0][2]
    growth = (last - first) / 1024
    print(f"{soak.now / 3600:.1f} simulated hours, {soak.visits} visits, {soak.sheets} prints in {real:.0f} s")
    print(f"memory {first / 1024:.1f} MB after warm-up, {last / 1024:.1f} MB at the end: {growth:+.1f} MB")
    print(f"open files {warm[0][2]}, at the end {warm[-1][2]}; errors {len(soak.errors)}")
    for error in dict.fromkeys(soak.errors):
        print(f"  {error}")
    return 0 if growth < _MOST_GROWTH_MB and files <= _MOST_FILES and not soak.errors else 1


if __name__ == "__main__":
    sys.exit(main())

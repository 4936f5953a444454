"""How long a page of a thousand takes from its save to the window of `pml preview`.

python -m benchmarks.preview
"""

import os
import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from PySide6.QtCore import QCoreApplication

from benchmarks.figures import Aim, Row
from benchmarks.lint import BUNDLED, multiply
from pmlapp.preview.draft_desk import DraftDesk
from pmlapp.preview.draft_store import Drafts
from pmlapp.preview.editor import Editor
from pmlapp.preview.preview_window import PreviewSession, PreviewWindow
from pmlapp.preview.watching import Watching
from pmlapp.preview.wiring import wire_preview

MOST_SECONDS = 0.5
TODAY = date(2026, 11, 21)
ROUNDS = 5


def measure(folder: Path) -> list[Row]:
    """Preview a library made in ``folder``; rows for the report, in seconds of one core."""
    library = folder / "resources" / "content" / "en"
    shutil.copytree(BUNDLED.parent.parent, folder / "resources")
    multiply(library)
    started = process_time()
    desk = DraftDesk(library, folder, TODAY)
    built = desk.read_library(lambda done, of: None)
    whole = process_time() - started
    started = process_time()
    while desk.is_judging:
        desk.judge_next()
    judged = process_time() - started
    drafts = Drafts(built.content_file)
    with PreviewSession(drafts) as session:
        shown = PreviewWindow(session, drafts, built, Editor("", lambda file: False))
        wire_preview(shown, session.choices)
        shown.begin()
        watching = Watching((library,), shown.window)
        shown.window.show()
        page = next(iter(built.pages))
        shown.reader.open(page)
        file = built.pages[page].file
        taken = []
        for _ in range(ROUNDS):
            file.write_text(f"{file.read_text(encoding='utf-8')}\nOne more.\n", encoding="utf-8")
            started = process_time()
            watching.look()
            news = desk.read_page(file)
            assert news is not None
            shown.previewing.hear(news)
            QCoreApplication.processEvents()
            taken.append(process_time() - started)
        shown.window.close()
    slowest = max(taken)
    return [
        Row(f"first reading and building of {len(built.pages):,} pages, s", f"{whole:.1f}"),
        Row("judging them all after that, s", f"{judged:.1f}"),
        Row("a saved page, from the look at the files to the paint, s", f"{slowest:.2f}",
            aim=Aim.at_most(MOST_SECONDS, slowest, "s")),
    ]  # fmt: skip


def main() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with TemporaryDirectory(prefix="bench-") as folder:
        for row in measure(Path(folder)):
            print(*filter(None, row.cells), sep=" | ")


if __name__ == "__main__":
    main()

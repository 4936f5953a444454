"""Draws the pictures of the docs and of the tests, all or those named: ``python -m tests.pictures.make``."""

import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.no_display import draw_without_a_display

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs" / "pictures"
SECOND = ROOT / "tests" / "libraries" / "diabetes" / "content" / "en"
REFERENCE = Path(__file__).parent / "reference"


def main() -> None:
    """Draw every view and say where it is."""
    draw_without_a_display()
    from PySide6.QtGui import QImage  # noqa: PLC0415 the environment has to be set before Qt is imported
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from pmlapp.authoring.building.build import build  # noqa: PLC0415
    from pmlapp.authoring.sources.sources import read_sources  # noqa: PLC0415
    from tests.pictures.compare import small  # noqa: PLC0415
    from tests.pictures.review_states import review_states  # noqa: PLC0415
    from tests.pictures.views import VIEWS, draw  # noqa: PLC0415

    def in_few_colours(picture: QImage) -> QImage:
        # A window has few, and with 256 the file is a third of the size.  Of colours that nobody could tell
        # apart only the most frequent counts, so that a thin red line is not crowded out by shades of grey.
        chosen: dict[int, int] = {}
        together: Counter[int] = Counter()
        for colour, pixels in Counter(memoryview(picture.constBits()).cast("I")).most_common():
            alike = colour & 0xF8F8F8
            chosen.setdefault(alike, colour)
            together[alike] += pixels
        often = [chosen[alike] for alike, _ in together.most_common(256)]
        return picture.convertToFormat(QImage.Format.Format_Indexed8, often)

    def keep(picture: QImage, path: Path) -> None:
        # As PNG, by its name; 0 stands for the smallest file, not for a loss.
        if not picture.save(str(path), quality=0):
            raise OSError(f"{path} cannot be written")
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.0f} kB")

    application = QApplication(sys.argv[:1])
    some = sys.argv[1:]
    for folder in (DOCS, REFERENCE):
        folder.mkdir(exist_ok=True)
        for old in folder.glob("*.png") if not some else ():
            old.unlink()
    with TemporaryDirectory() as folder:
        second = Path(folder) / "second.db"
        build(read_sources(SECOND), second)
        for view in VIEWS:
            if some and view.name not in some:
                continue
            picture = draw(view, second if view.second else ROOT / "content.db")
            keep(in_few_colours(picture), DOCS / f"{view.name}.png")
            keep(small(picture), REFERENCE / f"{view.name}.png")
        for state, picture in review_states(Path(folder)) if not some else ():
            keep(in_few_colours(picture), DOCS / f"review-{state}.png")
    application.quit()


if __name__ == "__main__":
    main()

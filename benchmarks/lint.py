"""`pml lint` over a thousand articles: the bundled pages again and again, each under a new name.

python -m benchmarks.lint
"""

import shutil
from datetime import date
from itertools import count, cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from benchmarks.figures import Aim, Row
from pmlapp.authoring.lint.checking import check_library
from pmlapp.authoring.lint.lint import library_on_desk, lint
from pmlapp.authoring.rules import ALL_RULES

BUNDLED = Path(__file__).parent.parent / "resources" / "content" / "en"
ARTICLES = 1_000
MOST_SECONDS = 2.0
TODAY = date(2026, 11, 21)


def measure(folder: Path) -> list[Row]:
    """Check a library made in ``folder``; rows for the report, in seconds of one core."""
    library = folder / "resources" / "content" / "en"
    shutil.copytree(BUNDLED.parent.parent, folder / "resources")
    multiply(library)
    started = process_time()
    desk = library_on_desk(library, today=TODAY)
    read = process_time()
    lint(desk, ALL_RULES)
    judged = process_time()
    check_library(BUNDLED, ALL_RULES, today=TODAY)
    bundled = process_time() - judged
    pages = len(desk.manuscripts)
    whole = judged - started
    return [
        Row(f"reading {pages:,} articles, s", f"{read - started:.1f}"),
        Row(f"judging them by {len(ALL_RULES)} rules, s", f"{judged - read:.1f}"),
        Row(f"`pml lint` of {pages:,} articles, s", f"{whole:.1f}", aim=Aim.at_most(MOST_SECONDS, whole, "s")),
        Row("`pml lint` of the bundled library, s", f"{bundled:.1f}"),
    ]


def multiply(library: Path) -> None:
    """Copy articles, each under a new name in its topic, until there are `ARTICLES` of them."""
    originals = sorted(library.glob("*/*.md"))
    numbers = count(1)
    for original, _ in zip(cycle(originals), range(ARTICLES - len(originals)), strict=False):
        place = f"{original.parent.name}/{original.stem}"
        copy = f"{place}-{next(numbers)}"
        text = original.read_text(encoding="utf-8").replace(f"id: {place}\n", f"id: {copy}\n", 1)
        (library / f"{copy}.md").write_text(text, encoding="utf-8")


def main() -> None:
    with TemporaryDirectory(prefix="bench-") as folder:
        for row in measure(Path(folder)):
            print(*filter(None, row.cells), sep=" | ")


if __name__ == "__main__":
    main()

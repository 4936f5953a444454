"""`pml lint` over a thousand articles: the bundled pages again and again, each under a new name.

python -m benchmarks.lint
"""

import shutil
from collections.abc import Callable
from datetime import date
from itertools import count, cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from benchmarks.figures import Aim, Row
from pmlapp.authoring.cache import Cache
from pmlapp.authoring.lint.checking import check_library
from pmlapp.authoring.processes import cores
from pmlapp.authoring.rules import ALL_RULES

BUNDLED = Path(__file__).parent.parent / "resources" / "content" / "en"
ARTICLES = 1_000
MOST_SECONDS = 3.0
MOST_WARM_SECONDS = 0.4
TODAY = date(2026, 11, 21)


def measure(folder: Path) -> list[Row]:
    """Check a library made in ``folder``; rows for the report, in seconds of one core."""
    library = folder / "resources" / "content" / "en"
    shutil.copytree(BUNDLED.parent.parent, folder / "resources")
    multiply(library)
    pages = len(list(library.glob("*/*.md")))
    one = _seconds(lambda: check_library(library, ALL_RULES, today=TODAY), of_one_core=True)
    both = _seconds(lambda: check_library(library, ALL_RULES, today=TODAY, processes=cores()))
    cache = Cache(folder / "kept")
    check_library(library, ALL_RULES, today=TODAY, cache=cache, processes=cores())
    changed = next(library.glob("*/*.md"))
    changed.write_text(changed.read_text(encoding="utf-8") + "\nOne sentence more.\n", encoding="utf-8")
    warm = _seconds(lambda: check_library(library, ALL_RULES, today=TODAY, cache=cache, processes=cores()))
    bundled = _seconds(lambda: check_library(BUNDLED, ALL_RULES, today=TODAY), of_one_core=True)
    return [
        Row(f"`pml lint` of {pages:,} articles, s of one core", f"{one:.1f}"),
        Row(f"the same on {cores()} cores, s", f"{both:.1f}", aim=Aim.at_most(MOST_SECONDS, both, "s")),
        Row("the same after one article changed, s", f"{warm:.2f}", aim=Aim.at_most(MOST_WARM_SECONDS, warm, "s")),
        Row("`pml lint` of the bundled library, s", f"{bundled:.1f}"),
    ]


def _seconds(action: Callable[[], object], *, of_one_core: bool = False) -> float:
    clock = process_time if of_one_core else perf_counter
    started = clock()
    action()
    return clock() - started


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

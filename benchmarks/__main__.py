"""`make bench`: every figure of docs/benchmarks.md, measured now on this machine.

    python -m benchmarks [start] [growth] [stages] [reading] [content] [lint] [frozen] [--keep]
    python -m benchmarks search [medquad.jsonl.gz]

`search` measures the order of what is found (`judged.py`), and is no part of the rest.
Without names all are measured, which takes some five minutes.  ``--keep``
writes what was found into docs/benchmarks.md.  Ends with 1 if an aim was missed.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import content_size, floor_library, judged, lint, machine, made_up, reading, stages, start
from benchmarks.figures import Row, table
from pmlapp.authoring.building.build import build

PAPER = Path(__file__).parent.parent / "docs" / "benchmarks.md"
FROZEN = Path(__file__).parent.parent / "dist" / "pmlapp" / "pmlapp"
BEGIN, END = "<!-- figures: made by make bench -->\n", "<!-- end of figures -->\n"
SHOWN = "causes/what-causes-pml"
MOST_GROWTH = 1.10
"""What a start may cost with thousands of pages, by what it costs with the bundled ones."""
COLUMNS = ("figure", "ours", "floor", "ratio", "aim")


def main(argv: Sequence[str]) -> int:
    if argv[:1] == ["search"]:
        return judged.main(argv[1:])
    sections: dict[str, Callable[[Path], tuple[str, list[Row]]]] = {
        "start": start_and_rest,
        "growth": large_and_small,
        "stages": where_the_start_goes,
        "reading": reading_and_searching,
        "content": content,
        "lint": checking_articles,
        "frozen": frozen_and_source,
    }
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("sections", nargs="*", choices=[*sections, []], metavar="section", help=", ".join(sections))
    parser.add_argument("--keep", action="store_true", help="write the figures into docs/benchmarks.md")
    asked = parser.parse_args(argv)

    busy = f"Other work kept {os.getloadavg()[0]:.1f} cores busy when it began."
    told = [f"Measured on {date.today():%-d %B %Y}: {machine.in_words()}. {busy}\n"]
    missed: list[str] = []
    print(told[0], flush=True)
    for name in asked.sections or sections:
        with TemporaryDirectory(prefix="bench-") as folder:
            text, rows = sections[name](Path(folder))
        missed += [f"{row.figure}: {row.ours} ({row.aim})" for row in rows if row.aim and not row.aim.met]
        told.append(text)
        print(f"{text}", flush=True)
    if asked.keep:
        keep("\n".join(told))
    for line in missed:
        print(f"Aim missed. {line}", file=sys.stderr)
    return 1 if missed else 0


def keep(figures: str) -> None:
    before, _, rest = PAPER.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    PAPER.write_text(f"{before}{BEGIN}\n{figures}\n{END}{after}", encoding="utf-8")


def start_and_rest(folder: Path) -> tuple[str, list[Row]]:
    ours, floor = programs(folder)
    first = start.Program("ours", [sys.executable, "-m", "pmlapp"])
    start.measure((first, ours, floor), home_of_nobody(folder))
    at_home, on_a_page = start.report(first, floor), start.report(ours, floor)
    text = titled("The first start: on the home page", at_home)
    return text + "\n" + titled("A start on the page where one stopped reading", on_a_page), at_home + on_a_page


def large_and_small(folder: Path) -> tuple[str, list[Row]]:
    """The start with a library of thousands of pages beside the start with the bundled one."""
    library = made_up.library()
    path = folder / "large.db"
    build(library, path)
    reader = [sys.executable, "-m", "pmlapp"]
    of_large = [*reader, "--library", str(path)]
    page = library.articles[len(library.articles) // 2].id
    small_home, small_page = start.Program("32 pages", reader), start.Program("32 pages", reader, left_at=SHOWN)
    large_home, large_page = start.Program("large", of_large), start.Program("large", of_large, left_at=page)
    start.measure((small_home, large_home, small_page, large_page), home_of_nobody(folder), idle=False)
    columns = ("figure", f"{len(library.articles):,} pages", "bundled library", "ratio", "aim")
    at_home = start.report(large_home, small_home, most=MOST_GROWTH, most_memory=MOST_GROWTH)
    on_a_page = start.report(large_page, small_page, most=MOST_GROWTH, most_memory=MOST_GROWTH)
    text = titled("The start with a large library: on the home page", at_home, columns)
    return text + "\n" + titled("The same on a page where one stopped reading", on_a_page, columns), at_home + on_a_page


def where_the_start_goes(folder: Path) -> tuple[str, list[Row]]:
    found = stages.table_rows(programs(folder), home_of_nobody(folder))
    return f"### Where the start goes, ms\n\n{table(('stage', 'ours', 'floor'), found)}\n", []


def reading_and_searching(folder: Path) -> tuple[str, list[Row]]:
    rows = reading.measure(floor_file(folder), home_of_nobody(folder))
    return titled("Reading and searching, in the program", rows), rows


def content(folder: Path) -> tuple[str, list[Row]]:
    rows = content_size.measure(folder)
    return titled("The content file", rows), rows


def checking_articles(folder: Path) -> tuple[str, list[Row]]:
    rows = lint.measure(folder)
    return titled("Checking articles", rows), rows


def frozen_and_source(folder: Path) -> tuple[str, list[Row]]:
    title = "The frozen reader, beside the same from source"
    if not FROZEN.exists():
        return f"### {title}\n\nNot measured: `make frozen` has not been run.\n", []
    frozen = start.Program("frozen", [str(FROZEN)], left_at=SHOWN)
    source = start.Program("source", [sys.executable, "-m", "pmlapp"], left_at=SHOWN)
    start.measure((frozen, source), home_of_nobody(folder), idle=False)
    rows = start.report(frozen, source, most=1.05)
    return (
        f"### {title}\n\n{table(('figure', 'frozen', 'source', 'ratio', 'aim'), [row.cells for row in rows])}\n",
        rows,
    )


def titled(title: str, rows: list[Row], columns: tuple[str, ...] = COLUMNS) -> str:
    return f"### {title}\n\n{table(columns, [row.cells for row in rows])}\n"


def programs(folder: Path) -> tuple[start.Program, start.Program]:
    ours = start.Program("ours", [sys.executable, "-m", "pmlapp"], left_at=SHOWN)
    floor = start.Program("floor", [sys.executable, "-m", "benchmarks.floor_reader", str(floor_file(folder)), SHOWN])
    return ours, floor


def floor_file(folder: Path) -> Path:
    path = folder / "floor.sqlite"
    floor_library.make(path)
    return path


def home_of_nobody(folder: Path) -> Path:
    home = folder / "home"
    home.mkdir(mode=0o700)
    return home


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

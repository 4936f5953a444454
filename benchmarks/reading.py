"""Inside the running programs: a click to its page, a letter to its hits, memory over a thousand pages.

Letters are also typed into our reader with a large library: a made-up one or, if the
variable MEDQUAD names the corpus, with a page for each of its documents.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks import made_up, medquad
from benchmarks.figures import Aim, Row, Samples
from benchmarks.screen import Screen
from benchmarks.start import environment
from pmlapp.authoring.building.build import build

FRAME_MS = 16.7


def measure(library: Path, home: Path) -> list[Row]:
    """Both programs, one after the other, each driven from inside over all pages of the library."""
    with Screen() as screen:
        ours, floor = (_driven(program, library, screen, home) for program in ("ours", "floor"))
        large = list(_typed_into_a_large_library(library.parent, screen, home))
    return [
        _percentiles("click to painted page, ms: half / 19 of 20", "click_ms", ours, floor, (10, 17)),
        _percentiles("letter typed to painted hits, ms: half / 19 of 20", "key_ms", ours, floor, (6, 10)),
        *large,
        _growth(ours, floor),
    ]


def _typed_into_a_large_library(folder: Path, screen: Screen, home: Path) -> Iterator[Row]:
    corpus = os.environ.get("MEDQUAD")
    path = folder / "large.db"
    large = medquad.as_topics(medquad.read_records(Path(corpus))) if corpus else made_up.library()
    pages = build(large, path).articles
    keys = _driven("typing", path, screen, home)["key_ms"]
    aim = Aim(f"19 of 20 ≤ {FRAME_MS}", keys.p95 <= FRAME_MS)
    figure = f"letter typed to painted hits, {pages:,}{'' if corpus else ' made-up'} pages, ms: half / 19 of 20"
    yield Row(figure, keys.percentiles(1), aim=aim)


Found = dict[str, Samples]


def _driven(program: str, library: Path, screen: Screen, home: Path) -> Found:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.in_process", program, str(library)],
        env=environment(screen, home),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return {name: Samples(tuple(values)) for name, values in json.loads(done.stdout.splitlines()[-1]).items()}


def _percentiles(figure: str, name: str, ours: Found, floor: Found, most: tuple[float, float]) -> Row:
    found = ours[name]
    aim = Aim(f"≤ {most[0]} / {most[1]}", found.median <= most[0] and found.p95 <= most[1])
    ratio = f"{found.median / floor[name].median:.2f} ×"
    return Row(figure, found.percentiles(1), floor[name].percentiles(1), ratio, aim)


def _growth(ours: Found, floor: Found) -> Row:
    """Memory is looked at after each hundred pages; the first hundred fill the caches."""

    def grown(found: Found) -> float:
        return found["memory_mib"].values[-1] - found["memory_mib"].values[0]

    aim = Aim.at_most(2, grown(ours), "MiB")
    return Row("memory grown from page 100 to page 1,000, MiB", f"{grown(ours):+.1f}", f"{grown(floor):+.1f}", aim=aim)

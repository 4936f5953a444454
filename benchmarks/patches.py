"""How large an update is: patches between editions of a large library, and what applying one costs.

    python -m benchmarks.patches [--pages 5486]

Four next editions are built, each with one kind of change.  It takes some 25 s
of processor time for each, and is run by hand when the content file changed.
"""

import argparse
import resource
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.made_up import USUAL_PAGES, library
from pmlapp.authoring.building.build import build
from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.content.model import Article
from pmlapp.packs.patches import make_patch

AIMS: Final = {"1 page edited": 15, "1 % of pages edited": 120, "1 page added": 80, "1 page withdrawn": 80}
"""Kilobytes at most."""
_ADDED: Final = "\n\nOne sentence more is here since the last edition.\n"

_APPLY: Final = """
import sys
from pathlib import Path
from pmlapp.packs.patches import apply_patch
apply_patch(*map(Path, sys.argv[1:]))
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
"""Linux: what getrusage says would include the process that started it."""


def changes(before: LibrarySources) -> Iterator[tuple[str, LibrarySources]]:
    """Each kind of change, with the library that has it."""
    pages = before.articles
    yield "1 page edited", _with(before, _edited(pages, [len(pages) // 3]))
    some = Random(1).sample(range(len(pages)), max(1, len(pages) // 100))
    yield "1 % of pages edited", _with(before, _edited(pages, some))
    middle = len(pages) // 2
    new = pages[middle]._replace(id=type(pages[middle].id)(f"{pages[middle].id}-new"), title="Is this page new?")
    yield "1 page added", _with(before, (*pages[:middle], new, *pages[middle:]))
    gone = pages[middle + 1].id
    left = tuple(
        each._replace(related=tuple(link for link in each.related if link.to != gone))
        for each in pages
        if each.id != gone
    )
    yield "1 page withdrawn", _with(before, left)


def applied(old: Path, patch: Path, new: Path) -> tuple[float, float]:
    """Seconds of processor time, and the most MiB in memory, of a process that applies a patch."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", _APPLY, str(old), str(patch), str(new)]
    done = subprocess.run(command, capture_output=True, encoding="ascii", check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, int(done.stdout) / 1024


def main() -> int:
    """Build, make patches, apply them, and print the table; 1 if an aim was missed."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--pages", type=int, default=USUAL_PAGES)
    pages = options.parse_args().pages
    first = replace(library(pages), id="made-up", edition="2026-01-01")
    missed = False
    with TemporaryDirectory() as name:
        folder = Path(name)
        old = folder / "old.db"
        build(first, old)
        size = old.stat().st_size
        print(f"{pages} pages, {size / 1e6:.1f} MB")
        print("| change | the next file | patch, kB | aim, kB | applied, s of processor | MiB at most |")
        print("|---|--:|--:|--:|--:|--:|")
        for change, sources in changes(first):
            new, patch, made = folder / "new.db", folder / "patch", folder / "made.db"
            build(sources, new, previous=old)
            make_patch(old, new, patch)
            seconds, memory = applied(old, patch, made)
            if made.read_bytes() != new.read_bytes():
                raise AssertionError(f"{change}: the patch made another file")
            kilobytes = patch.stat().st_size / 1000
            missed = missed or kilobytes > AIMS[change]
            ratio = new.stat().st_size / size
            print(
                f"| {change} | {ratio:.3f} x | {kilobytes:.1f} | {AIMS[change]} | {seconds:.2f} | {memory:.0f} |",
                flush=True,
            )
    return int(missed)


def _edited(pages: tuple[Article, ...], numbers: list[int]) -> tuple[Article, ...]:
    chosen = set(numbers)
    return tuple(
        page._replace(body=page.body + _ADDED) if number in chosen else page for number, page in enumerate(pages)
    )


def _with(before: LibrarySources, pages: tuple[Article, ...]) -> LibrarySources:
    return replace(before, articles=pages, edition="2026-02-01")


if __name__ == "__main__":
    sys.exit(main())

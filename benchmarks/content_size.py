"""The content file: its size against its Markdown, the time to build, open and search it.

    python -m benchmarks.content_size [path/to/medquad.jsonl.gz]

In `make bench` the path comes from the variable MEDQUAD of the environment;
without it the large library is a made-up one.
"""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks import made_up, medquad
from benchmarks.figures import Aim, Row, Samples
from pmlapp.authoring.building.build import build
from pmlapp.authoring.sources.sources import LibrarySources, read_sources
from pmlapp.content.file.store import ContentStore
from pmlapp.library.search.search import Search

BUNDLED = Path(__file__).parent.parent / "resources" / "content" / "en"
QUERIES = 200
SHOWN_HITS = 10
MOST_RATIO = 1.0
MOST_OPEN_MS = 3.0
MOST_SEARCH_MS = 8.0

LAY_QUESTIONS = (
    "how long will i live with cystic fibrosis",
    "can children get asthma",
    "what causes a heart attack",
    "is parkinson's disease inherited",
    "breast cancer treatment side effects",
    "headache and dizziness after concussion",
    "numb fingers diabetes",
    "why am i always tired and cold",
)


def measure(folder: Path) -> list[Row]:
    """Build and measure in ``folder``; rows for the report."""
    bundled = read_sources(BUNDLED)
    rows = list(_library(f"our {len(bundled.articles)} pages", bundled, folder, large=False))
    if corpus := os.environ.get("MEDQUAD"):
        records = medquad.read_records(Path(corpus))
        for name, library in (
            ("MedQuAD, a page for each question", medquad.as_questions(records)),
            ("MedQuAD, a page for each document", medquad.as_topics(records)),
        ):
            rows += _library(f"{name} ({len(library.articles):,})", library, folder, large=True)
    else:
        large = made_up.library()
        rows += _library(f"{len(large.articles):,} made-up pages", large, folder, large=True)
    return rows


def _library(name: str, sources: LibrarySources, folder: Path, *, large: bool) -> Iterator[Row]:
    path = folder / "content.db"
    started = perf_counter()
    report = build(sources, path)
    seconds = perf_counter() - started
    ratio = report.bytes / medquad.markdown_bytes(sources)
    size = f"{report.bytes / 1e6:.2f} MB"
    yield Row(f"{name}: size", size, "", f"{ratio:.2f} of the text", _aim(MOST_RATIO, ratio, "of the text", large))
    yield Row(f"{name}: build, s", f"{seconds:.1f}")
    opened = Samples(tuple(_ms(lambda: ContentStore.open(path).close()) for _ in range(QUERIES)))
    yield Row(f"{name}: open, ms", opened.percentiles(1), aim=Aim.at_most(MOST_OPEN_MS, opened.p95, "ms"))
    with ContentStore.open(path) as store:
        summaries = store.summaries()
        chosen = Random(1).sample(summaries, min(QUERIES, len(summaries)))
        read = Samples(tuple(_ms(lambda article=summary.id: store.article(article)) for summary in chosen))
        yield Row(f"{name}: read a page, ms", read.percentiles(2))
        typed = [summary.title for summary in chosen]
        typed += [question[:end] for question in LAY_QUESTIONS for end in range(1, len(question) + 1)]
        search = Search(store)
        found = Samples(tuple(_ms(lambda query=query: search.search(query, limit=SHOWN_HITS)) for query in typed))
        yield Row(f"{name}: key to hits, ms", found.percentiles(1), aim=_aim(MOST_SEARCH_MS, found.p95, "ms", large))


def _aim(limit: float, found: float, unit: str, wanted: bool) -> Aim | None:
    return Aim.at_most(limit, found, unit) if wanted else None


def _ms(action: Callable[[], object]) -> float:
    started = perf_counter()
    action()
    return (perf_counter() - started) * 1000


def main() -> None:
    if len(sys.argv) > 1:
        os.environ["MEDQUAD"] = sys.argv[1]
    with TemporaryDirectory(prefix="bench-") as folder:
        for row in measure(Path(folder)):
            print(*filter(None, row.cells), sep=" | ")


if __name__ == "__main__":
    main()

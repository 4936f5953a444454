"""The search on a large corpus: does it find what is known to be there, how soon, and how large is its index.

    python -m benchmarks.search [path/to/medquad.jsonl.gz] [--times 10] [--file content.db]

Without a corpus a made-up library is searched, by its names alone.

A page is found if it is among the first five; a page about the same illness is as
good, since people type the illness.  ``--times 10`` adds nine copies of each page
with made-up names, for the speed at that size.  ``--file`` keeps the library there.
Ends with 1 if an aim was missed.
"""

import argparse
import gc
import os
import re
import sqlite3
import string
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import NamedTuple

from benchmarks import made_up, medquad
from benchmarks.figures import Aim, Row, Samples, table
from pmlapp.authoring.building.build import build
from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.content.model import Article, ArticleId, SearchHit
from pmlapp.library.search.folding import Folding
from pmlapp.library.search.language import Language
from pmlapp.library.search.search import Search, open_search

FOLDING = Folding(Language.of("en"))
LAY_QUESTIONS = Path(__file__).parent / "lay_questions.toml"
FOUND_WITHIN = 5
SHOWN_HITS = 10
EACH_KIND = 200
TYPED_TITLES = 60
MOST_MS, MOST_MS_A_KEY, MOST_MS_LARGE, MOST_COLD_MS, MOST_INDEX_MB = 8.0, 6.0, 35.0, 15.0, 15.0
MOST_LETTERS = 7.0


class Wanted(NamedTuple):
    """What is typed, and which pages answer it."""

    typed: str
    about: frozenset[str]
    """Names, folded: a page that goes by one of them is the right one."""
    kinds: frozenset[str] = frozenset()


class Took(NamedTuple):
    """How long queries took, in milliseconds."""

    waited: Samples
    busy: Samples
    """Of that, how long the processor was at it: the rest went to other work on the machine."""

    @classmethod
    def to(cls, actions: Iterable[Callable[[], object]]) -> "Took":
        waited, busy = [], []
        for action in actions:
            started, worked = perf_counter(), process_time()
            action()
            waited.append((perf_counter() - started) * 1000)
            busy.append((process_time() - worked) * 1000)
        return cls(Samples(tuple(waited)), Samples(tuple(busy)))

    def __str__(self) -> str:
        return f"{ranges(self.waited)} (processor {ranges(self.busy)})"


@dataclass(frozen=True)
class Quality:
    """How often the right page came, and where."""

    places: tuple[int | None, ...]
    """From 0; None if it was not among the hits."""

    def within(self, hits: int) -> float:
        return sum(place is not None and place < hits for place in self.places) / len(self.places)

    @property
    def mrr(self) -> float:
        return sum(1 / (place + 1) for place in self.places if place is not None) / len(self.places)

    def __str__(self) -> str:
        return f"{self.within(1):.3f} / {self.within(3):.3f} / {self.within(5):.3f}, MRR {self.mrr:.3f}"


class Bench:
    """One library with its search, and what is known to be in it."""

    def __init__(self, library: LibrarySources, search: Search) -> None:
        self.search = search
        self.took: dict[str, Took] = {}
        self.names = {page.id: frozenset(map(folded, (page.title, *page.names))) for page in library.articles}
        self.kinds = {page.id: page.question_type for page in library.articles}

    def right(self, wanted: Wanted, hit: SearchHit) -> bool:
        page = hit.article.id
        return not wanted.about.isdisjoint(self.names[page]) and (not wanted.kinds or self.kinds[page] in wanted.kinds)

    def place(self, wanted: Wanted, hits: Iterable[SearchHit]) -> int | None:
        return next((place for place, hit in enumerate(hits) if self.right(wanted, hit)), None)

    def quality(self, kind: str, queries: Sequence[Wanted], misses: list[str]) -> Quality:
        """Where the right pages came; how long it took is kept under ``kind``."""
        places: list[int | None] = []

        def search(wanted: Wanted) -> None:
            found.append(self.search.search(wanted.typed, SHOWN_HITS))

        found: list[tuple[SearchHit, ...]] = []
        self.took[kind] = Took.to(partial(search, wanted) for wanted in queries)
        for wanted, hits in zip(queries, found, strict=True):
            place = self.place(wanted, hits)
            places.append(place)
            if place is None or place >= FOUND_WITHIN:
                misses.append(f"{kind}: {wanted.typed}")
        return Quality(tuple(places))

    def milliseconds(self, queries: Iterable[str]) -> Took:
        return Took.to(partial(self.search.search, query, SHOWN_HITS) for query in queries)

    def letters_until_found(self, wanted: Wanted) -> int:
        for letters in range(1, len(wanted.typed) + 1):
            place = self.place(wanted, self.search.search(wanted.typed[:letters], FOUND_WITHIN))
            if place is not None:
                return letters
        return len(wanted.typed) + 1


def queries(library: LibrarySources, random: Random) -> dict[str, list[Wanted]]:
    """What people type who know the name of what they look for, by the kind of name and of mistake."""
    pages = random.sample(library.articles, len(library.articles))
    illnesses = [Wanted(page.names[0], frozenset({folded(page.names[0])})) for page in pages]
    names = [Wanted(name, frozenset({folded(name)})) for page in pages for name in page.names[1:]]
    acronyms = [name for name in names if is_acronym(name.typed)]
    some = illnesses[:EACH_KIND]
    kinds = {
        "title": [Wanted(page.title, frozenset({folded(page.title)})) for page in pages[:EACH_KIND]],
        "illness": some,
        "acronym": acronyms[:EACH_KIND],
        "synonym": [name for name in names if not is_acronym(name.typed)][:EACH_KIND],
    }
    for slip in (left_out, turned_round, another_letter):
        kinds[f"one slip: {slip.__name__.replace('_', ' ')}"] = mistyped(illnesses, random, slip)
    kinds["two slips"] = mistyped(illnesses, random, left_out, turned_round, another_letter, slips=2)
    kinds["synonym with one slip"] = mistyped(
        [name for name in names if not is_acronym(name.typed)], random, left_out, turned_round, another_letter
    )
    kinds["question with one slip"] = mistyped(
        [Wanted(page.title, frozenset(map(folded, page.names[:1]))) for page in pages], random, left_out, another_letter
    )
    return kinds


def lay_questions() -> list[Wanted]:
    questions = tomllib.loads(LAY_QUESTIONS.read_text(encoding="utf-8"))["question"]
    return [
        Wanted(each["asked"], frozenset(map(folded, each["about"])), frozenset(each.get("kinds", ())))
        for each in questions
    ]


def is_acronym(name: str) -> bool:
    return re.fullmatch(r"[A-Z][A-Z0-9]{1,6}", name) is not None


def folded(name: str) -> str:
    return FOLDING.key(name)


Slip = Callable[[str, int, Random], str]


def left_out(word: str, place: int, _: Random) -> str:
    return word[:place] + word[place + 1 :]


def turned_round(word: str, place: int, _: Random) -> str:
    return word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]


def another_letter(word: str, place: int, random: Random) -> str:
    return word[:place] + random.choice(string.ascii_lowercase) + word[place + 1 :]


def mistyped(right: Sequence[Wanted], random: Random, *kinds: Slip, slips: int = 1) -> list[Wanted]:
    """The same names with slips in words of five letters or more, never in the first letter of one."""
    found = []
    for wanted in right:
        words = wanted.typed.split()
        long = [place for place, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
        if not long:
            continue
        for _ in range(slips):
            place = random.choice(long)
            word = words[place]
            words[place] = random.choice(kinds)(word, random.randrange(2, len(word)), random)
        if (typed := " ".join(words)) != wanted.typed:
            found.append(wanted._replace(typed=typed))
        if len(found) == EACH_KIND:
            break
    return found


def larger(library: LibrarySources, times: int) -> LibrarySources:
    """The library with copies of every page under names in which two words are made up."""
    random = Random(times)
    pages = list(library.articles)
    for copy in range(1, times):
        for page in library.articles:
            made_up = " ".join("".join(random.choices(string.ascii_lowercase, k=7)) for _ in range(2))
            pages.append(renamed(page, made_up, copy))
    return replace(library, articles=tuple(pages))


def renamed(page: Article, made_up: str, copy: int) -> Article:
    return page._replace(
        id=ArticleId(f"{page.id}-{copy}"), title=f"{page.title} {made_up}", names=(f"{page.names[0]} {made_up}",)
    )


def index_megabytes(path: Path) -> float:
    """What only the search reads."""
    with closing(sqlite3.connect(path)) as connection:
        (size,) = connection.execute(
            "select sum(pgsize) from dbstat where name like 'search%' or name like 'sqlite_autoindex_search%'"
            " or name in ('articles_by_title', 'names_by_name', 'article_names_by_name')"
        ).fetchone()
    return float(size) / 1e6


def first_queries(path: Path, wanted: Iterable[Wanted]) -> Iterator[Callable[[], object]]:
    """Each from a file not yet open to its hits."""
    for each in wanted:
        gc.collect()
        yield partial(first_hits, path, each.typed)


def first_hits(path: Path, typed: str) -> None:
    with open_search(path) as search:
        search.search(typed, SHOWN_HITS)


def speed(bench: Bench, most: float) -> Iterator[Row]:
    for kind, took in bench.took.items():
        yield Row(f"{kind}, ms", str(took), aim=Aim.at_most(most, took.waited.p95, "ms"))


def ranges(samples: Samples) -> str:
    ordered = sorted(samples.values)
    return f"{samples.percentiles(1)} / {ordered[int(len(ordered) * 0.99)]:.1f}"


def typed_letter_by_letter(wanted: Iterable[Wanted]) -> list[str]:
    return [each.typed[:end] for each in wanted for end in range(1, min(len(each.typed), 40) + 1)]


def measure(
    library: LibrarySources, path: Path, search: Search, lay: list[Wanted], *, show_misses: bool = False
) -> Iterator[Row]:
    kinds = queries(library, Random(1))
    gc.collect()
    gc.freeze()  # no program that searches has the corpus in memory as well, and looks through it for garbage
    bench = Bench(library, search)
    least = {"title": 1.0, "acronym": 1.0, "synonym": 0.99, "two slips": 0.97} | {
        kind: 0.99 for kind in kinds if kind.startswith("one slip")
    }
    misses: list[str] = []
    for kind, wanted in kinds.items():
        found = bench.quality(kind, wanted, misses)
        aim = Aim(f"≥ {least[kind]:g} in 5", found.within(FOUND_WITHIN) >= least[kind]) if kind in least else None
        yield Row(f"{kind}: first / in 3 / in 5", str(found), aim=aim)
    if lay:
        yield Row("lay questions", str(bench.quality("lay questions", lay, misses)))
        illness_only = [each._replace(kinds=frozenset()) for each in lay]
        yield Row("lay questions, illness alone", str(bench.quality("lay questions, again", illness_only, misses)))
    letters = [bench.letters_until_found(wanted) for wanted in kinds["illness"][:TYPED_TITLES]]
    mean = sum(letters) / len(letters)
    yield Row("letters until found", f"{mean:.1f}", aim=Aim.at_most(MOST_LETTERS, mean, "letters"))
    yield from speed(bench, MOST_MS)
    keys = typed_letter_by_letter([*kinds["illness"][:20], *lay[:10]])
    took = bench.milliseconds(keys)
    yield Row("each key, ms", str(took), aim=Aim.at_most(MOST_MS_A_KEY, took.waited.p95, "ms"))
    cold = Took.to(first_queries(path, [*lay[:20], *kinds["two slips"][:20]]))
    yield Row("opening and first query, ms", str(cold), aim=Aim.at_most(MOST_COLD_MS, cold.waited.p95, "ms"))
    if show_misses:
        print(*misses, sep="\n")


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path, nargs="?", help="medquad.jsonl.gz; without it a made-up library")
    parser.add_argument("--times", type=int, default=1, help="how many times the corpus, for speed alone")
    parser.add_argument("--file", type=Path, help="use or make the library here")
    parser.add_argument("--misses", action="store_true", help="print what was not found")
    asked = parser.parse_args(argv)
    library = medquad.as_questions(medquad.read_records(asked.corpus)) if asked.corpus else made_up.library()
    # People ask in their own words about illnesses that there are, and a made-up library has none of those.
    lay = lay_questions() if asked.corpus else []
    rows: list[Row] = []
    with TemporaryDirectory(prefix="bench-") as folder:
        path = asked.file or Path(folder) / "content.db"
        if asked.times > 1:
            library = larger(library, asked.times)
        if not path.exists():
            started = perf_counter()
            build(library, path)
            rows.append(Row("build, s", f"{perf_counter() - started:.1f}"))
        with open_search(path) as search:
            if asked.times > 1:
                kinds = queries(library, Random(1)) | ({"lay questions": lay} if lay else {})
                bench = Bench(library, search)
                bench.took = {kind: bench.milliseconds(each.typed for each in wanted) for kind, wanted in kinds.items()}
                rows += speed(bench, MOST_MS_LARGE)
            else:
                rows += measure(library, path, search, lay, show_misses=asked.misses)
        size = index_megabytes(path)
        share = path.stat().st_size / medquad.markdown_bytes(library)
        rows.append(Row("index, MB", f"{size:.1f}", aim=Aim.at_most(MOST_INDEX_MB * asked.times, size, "MB")))
        rows.append(Row("content file, share of its Markdown", f"{share:.3f}", aim=Aim.at_most(1.0, share, "")))
    print(f"Processors kept busy by this and other work: {os.getloadavg()[0]:.1f} of {os.cpu_count()}.\n")
    print(table(("figure", "found", "aim"), [(row.figure, row.ours, str(row.aim or "")) for row in rows]))
    return 1 if any(row.aim and not row.aim.met for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

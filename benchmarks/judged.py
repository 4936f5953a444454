"""The order of what is found, on questions whose answers are known: `python -m benchmarks search`.

    python -m benchmarks search [path/to/medquad.jsonl.gz] [--file content.db] [--half choose|report|both]

Questions on MedQuAD are made from the names in the corpus and the ways to ask in
``judged_ways.toml``: a letter to a help line, its summary, and keywords.  Their
grades are weak: 2 for a page on that illness and of the kind asked for, 1 for a page that
says what that illness is, or of the kind asked for on a form of it ("type 2 diabetes" for "diabetes").
They are split in two halves by a fixed seed: weights are chosen on one, figures
are reported on the other.  Without a corpus only the questions of
``lay_questions_pml.toml`` are put to the bundled library.
"""

import argparse
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from benchmarks import medquad
from benchmarks.figures import table
from pmlapp.authoring.building.build import build
from pmlapp.library.search.folding import Folding
from pmlapp.library.search.language import Language
from pmlapp.library.search.search import Search, open_search
from pmlapp.paths import bundled_library

FORMS: Final = ("letters", "summaries", "keywords")
EACH_FORM: Final = 400
"""Questions of each form in both halves together."""

AT: Final = 10
RESAMPLED: Final = 1_000
WAYS: Final = Path(__file__).with_name("judged_ways.toml")
LAY: Final = Path(__file__).with_name("lay_questions_pml.toml")
COMMON_SOURCES: Final = frozenset(
    {"NIDDK", "NINDS", "MPlusHealthTopics", "NIHSeniorHealth", "CancerGov", "NHLBI", "CDC"}
)
FOLDING: Final = Folding(Language.of("en"))


class Judged(NamedTuple):
    """A question and its answers."""

    asked: str
    grades: Mapping[str, int]
    """Of each page that answers it, by id: 2 or 1."""


class Placed(NamedTuple):
    """A question about the bundled library and where its page came: from 0, None if it is not among the first ten."""

    asked: str
    place: int | None


def judged(records: Sequence[medquad.Record], form: str, half: str) -> list[Judged]:
    """The questions of one form: the half to ``choose`` weights by, or the one to ``report``."""
    ways = tomllib.loads(WAYS.read_text(encoding="utf-8"))
    random = Random(f"{form}, made in December 2026")
    pages = _Pages(records)
    found: list[Judged] = []
    while len(found) < EACH_FORM:
        record = random.choice(pages.common if random.random() < 0.65 else records)
        if record["qtype"] not in ways:
            continue
        name = random.choice([record["focus"], record["focus"], *record["synonyms"]])
        if not FOLDING.key(name):
            continue  # one of signs alone
        asked = random.choice(ways[record["qtype"]][form])
        if form == "letters":
            asked = " ".join(filter(None, (random.choice(ways["before"]), asked, random.choice(ways["after"]))))
        asked = asked.replace("{it}", name if random.random() < 0.3 else name.lower())
        found.append(Judged(asked, pages.grades(name, record["qtype"])))
    both = {"choose": found[0::2], "report": found[1::2]}
    return both[half]


class _Pages:
    """The pages of the corpus by what they are about."""

    def __init__(self, records: Sequence[medquad.Record]) -> None:
        self.common = [record for record in records if record["source"] in COMMON_SOURCES]
        self._records = [(medquad.page_id(number, record), record) for number, record in enumerate(records, start=1)]
        self._named: dict[str, list[int]] = {}
        self._with_word: dict[str, set[int]] = {}
        for place, (_, record) in enumerate(self._records):
            for key in {FOLDING.key(name) for name in (record["focus"], *record["synonyms"])}:
                self._named.setdefault(key, []).append(place)
            for word in FOLDING.key(record["focus"]).split():
                self._with_word.setdefault(word, set()).add(place)

    def grades(self, name: str, kind: str) -> dict[str, int]:
        key = FOLDING.key(name)
        grades: dict[str, int] = {}
        for place in set.intersection(*(self._with_word.get(word, set()) for word in key.split())):
            page, record = self._records[place]
            if _kind(record["qtype"]) == _kind(kind) and f" {key} " in f" {FOLDING.key(record['focus'])} ":
                grades[page] = 1
        for place in self._named[key]:
            page, record = self._records[place]
            if _kind(record["qtype"]) == _kind(kind):
                grades[page] = 2
            elif record["qtype"] == "information":
                grades[page] = 1
        return grades


def _kind(kind: str) -> str:
    """Kinds that answer the same question are one."""
    return {"genetic changes": "causes", "complications": "symptoms"}.get(kind, kind)


def average_precision(found: Sequence[str], question: Judged) -> float:
    """Of the first ten pages found, whatever is an answer counting; 1 if all that could be there are first."""
    right, total = 0, 0.0
    for place, page in enumerate(found[:AT], start=1):
        if page in question.grades:
            right += 1
            total += right / place
    return total / min(len(question.grades), AT)


def lay_questions(half: str = "both") -> tuple[list[tuple[str, frozenset[str]]], list[str]]:
    """What is asked of the bundled library with the pages that answer it, and what it has nothing about."""
    sheet = tomllib.loads(LAY.read_text(encoding="utf-8"))
    asked = [(typed, frozenset(each["pages"])) for each in sheet["asked"] for typed in each["typed"]]
    nothing = [typed for each in sheet["nothing"] for typed in each["typed"]]
    if half == "both":
        return asked, nothing
    Random("the order of the lay questions").shuffle(asked)
    return asked[0::2] if half == "choose" else asked[1::2], nothing


def placed(search: Search, asked: Iterable[tuple[str, frozenset[str]]]) -> list[Placed]:
    found = []
    for typed, pages in asked:
        hits = [hit.article.id for hit in search.search(typed, AT)]
        found.append(Placed(typed, next((place for place, page in enumerate(hits) if page in pages), None)))
    return found


def interval(values: Sequence[float]) -> str:
    """The mean with the interval in which it is in 19 of 20 samples drawn from the same questions."""
    random = Random(len(values))
    means = sorted(sum(random.choices(values, k=len(values))) / len(values) for _ in range(RESAMPLED))
    mean = sum(values) / len(values)
    return f"{mean:.3f} ({means[RESAMPLED // 40]:.3f} to {means[-RESAMPLED // 40]:.3f})"


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks search", description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path, nargs="?", help="medquad.jsonl.gz; without it only the bundled library")
    parser.add_argument("--file", type=Path, help="use or make the library of the corpus here")
    parser.add_argument("--half", choices=("choose", "report", "both"), default="report")
    parser.add_argument("--misses", action="store_true", help="print what was not among the first three")
    asked = parser.parse_args(argv)
    rows = []
    if asked.corpus:
        records = medquad.read_records(asked.corpus)
        with TemporaryDirectory(prefix="bench-") as folder:
            path = asked.file or Path(folder) / "content.db"
            if not path.exists():
                build(medquad.as_questions(records), path)
            with open_search(path) as search:
                rows += [_judged_row(records, form, asked.half, search) for form in FORMS]
    questions, nothing = lay_questions(asked.half)
    with open_search(bundled_library()) as search:
        places = placed(search, questions)
        for title, within in (("first", 1), ("in three", 3)):
            right = [float(each.place is not None and each.place < within) for each in places]
            rows.append((f"bundled library, {title}", str(len(right)), interval(right)))
        found = [typed for typed in nothing if search.search(typed, 1)]
        rows.append(("bundled library, off its subject: a page all the same", str(len(nothing)), str(len(found))))
    print(table(("questions", "how many", "MAP@10, or share"), rows))
    if asked.misses:
        print(*(each for each in places if each.place is None or each.place > 2), *found, sep="\n")
    return 0


def _judged_row(records: Sequence[medquad.Record], form: str, half: str, search: Search) -> tuple[str, str, str]:
    halves = ("choose", "report") if half == "both" else (half,)
    questions = [question for each in halves for question in judged(records, form, each)]
    found = [[hit.article.id for hit in search.search(question.asked, AT)] for question in questions]
    precisions = list(map(average_precision, found, questions))
    return f"{len(records):,} pages, {form}", str(len(questions)), interval(precisions)

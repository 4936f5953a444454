"""Reading pages that are long and within every limit of the dialect: twice the text, twice the time?

python -m benchmarks.limits
"""

from collections.abc import Callable, Iterator
from time import process_time
from typing import Final

from benchmarks.figures import Aim, Row
from pmlapp.content.markdown.markdown import ArticleParser

MOST_RATIO: Final = 2.6
"""Of the time for a page to that for half of it; 2 would be in proportion."""

CHARACTERS: Final = 20_000
ROUNDS: Final = 3

UNITS: Final = {
    "words": "a word and more words with a citation[^S1]\n\n",
    "links": "[a](#b) [c](article:d/e)\n\n",
    "stress": "*a* and **b** and ***c***\n\n",
    "escapes": "\\* and \\[ and \\!\n\n",
    "lists": "- a\n    - b\n        - c\n\nbetween\n\n",
    "tables": "| a | b |\n|---|---|\n| c | d |\n\n",
    "callouts": '!!! info "x"\n    a\n\n',
    "one paragraph": "some words of one paragraph\n",
}
"""What pages are made of."""


def measure() -> Iterator[Row]:
    """A row for each kind of page, in ms of one core; the aim is on the ratio."""
    parser = ArticleParser()
    for name, unit in UNITS.items():
        half, whole = (unit * (length // len(unit)) for length in (CHARACTERS // 2, CHARACTERS))
        shorter, longer = (_least(lambda text=text: parser.examine(text)) for text in (half, whole))
        told = f"{shorter:.0f} / {longer:.0f}"
        ratio = longer / shorter
        yield Row(f"{name}, half a page / a page, ms", told, "", f"{ratio:.1f} x", Aim.at_most(MOST_RATIO, ratio, "x"))


def _least(action: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        started = process_time()
        action()
        times.append((process_time() - started) * 1000)
    return min(times)


def main() -> None:
    for row in measure():
        print(*filter(None, row.cells), sep=" | ")


if __name__ == "__main__":
    main()

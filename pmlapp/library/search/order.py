"""What each part of a page's score is worth: a linear model over a dozen measures, small enough to read.

`python -m benchmarks search medquad.jsonl.gz` says how good an order the weights make; they are chosen on one half of
the judged questions and reported on the other. docs/search.md says what helped and what did not.
"""

from operator import mul
from typing import Final, NamedTuple


class Parts(NamedTuple):
    """One number for each measure of a page: either what it measured, or what that is worth."""

    named: float = 0.0
    """A title or name is what was typed (`NAME_BONUS`), or begins with it (`NAME_START_BONUS`)."""
    code: float = 0.0
    """1 where the page is filed under the classification code that was typed."""
    titles: float = 0.0
    """bm25 in titles, names and ways of asking; about 1 where they hold every word that decides."""
    answers: float = 0.0
    """The same in answers."""
    title: float = 0.0
    """The share of the title that was asked for, 0 to 1, rare words counting more."""
    name: float = 0.0
    """The share of the name that was asked for, 0 to 1, of the name that most of is asked for."""
    whole: float = 0.0
    """That share times the share of the query that the name covers, of the name with the largest product."""
    neighbours: float = 0.0
    """The share of neighbouring words of the query that are neighbours in that name, 0 to 1."""
    wording: float = 0.0
    """How far a title or way of asking is worded as the query is, little words counting as well, 0 to 1."""
    kind: float = 0.0
    """1 where the page gives the kind of answer asked for; of a long question, which may say much else, less."""
    overview: float = 0.0
    """1 where no kind of answer was asked for and the page tells what something is."""
    second: float = 0.0
    """1 where another kind was asked for: the page that tells what something is is the next best."""

    def worth(self, weights: "Parts") -> "Parts":
        """Each part times its weight."""
        return Parts(*map(mul, self, weights))

    def score(self, weights: "Parts") -> float:
        """What all parts are worth together."""
        return float(sum(map(mul, self, weights)))


NAME_BONUS: Final = 2.0
NAME_START_BONUS: Final = 0.5

WEIGHTS: Final = Parts(
    named=1.0,
    code=3.0,
    titles=1.0,
    answers=0.7,
    title=0.4,
    name=0.7,
    whole=0.8,
    neighbours=0.3,
    wording=0.8,
    kind=0.7,
    overview=0.05,
    second=0.15,
)

LONG_QUESTION: Final = 6
"""Words that say something: a question with more of them may use a word for a kind of answer in passing."""

KIND_IN_LONG: Final = 0.65
"""What the kind of answer is then measured as, instead of 1."""

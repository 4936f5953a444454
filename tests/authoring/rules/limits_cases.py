"""Rules X, badly and well written."""

from tests.authoring.rules.case import Case

CASES = (Case(code="X06", bad="Good.\n\n> A quote.\n", at="> A quote", good="“A quote.”\n"),)

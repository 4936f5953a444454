"""Rules M, badly and well written."""

from tests.authoring.rules.case import Case

CASES = (Case(code="M01", bad="Text.\n", bad_front={"colour": "red"}, at="colour: red", good="Text.\n"),)

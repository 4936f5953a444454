"""Rules T, badly and well written."""

from tests.authoring.rules.case import Case

CASES = (
    Case(
        code="T01",
        bad="The people at most risk include:\n\nThe virus is common.\n",
        at="most risk include",
        good="The people at most risk include:\n\n- people with HIV\n- people after a transplant\n",
    ),
)

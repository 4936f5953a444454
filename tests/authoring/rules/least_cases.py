"""Rules T10 and T11, badly and well written."""

from tests.authoring.rules.case import Case

FULL = "The virus sleeps in most of us and does no harm there.[^S1]\n\n" + "\n\n".join(
    f"In {place} it was found in many people, and most of them never knew of it at all.[^S1]"
    for place in ("one study", "another study", "a third one", "the largest one", "the last one")
)
STORY = "\n\n".join(
    f"On day {day} I walked to the window, sat there for a while, and wrote this down." for day in range(1, 13)
)

CASES = (
    Case(code="T10", bad="The virus sleeps.[^S1]\n", at="The virus sleeps", good=FULL),
    Case(code="T10", bad="It sleeps. It wakes. It moves. It rests. It goes.[^S1]\n", at="It sleeps", good=FULL),
    Case(
        code="T10",
        bad="\n\n".join([FULL.replace("[^S1]", ""), "It sleeps.[^S1]"]),
        at="The virus sleeps",
        good=FULL.replace("all.[^S1]", "all.", 3),
    ),
    Case(
        code="T10",
        bad=FULL,
        bad_front={"kind": "article"},
        at="The virus sleeps",
        good=STORY,
        good_front={"kind": "story"},
    ),
    Case(
        code="T11", bad="FILL IN: what it does.[^S1]\n", at="FILL IN", good="The virus sleeps; fill in the form.[^S1]\n"
    ),
    Case(
        code="T11",
        bad=FULL,
        bad_front={"short_answer": "'FILL IN: the answer.'"},
        at="FILL IN",
        good=FULL,
    ),
)

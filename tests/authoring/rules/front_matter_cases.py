"""Rules M, badly and well written."""

from tests.authoring.rules.case import FILES, Case

CASES = (
    Case(
        code="M01",
        bad="The virus sleeps.[^S1]\n",
        at="id: causes/what",
        good="The virus sleeps.[^S1]\n",
        bad_front={"related": ""},
    ),
    Case(code="M01", bad="Text.\n", bad_front={"colour": "red"}, at="colour: red", good="Text.\n"),
    Case(
        code="M11",
        bad="Text.[^S1]\n",
        bad_front={"provenance": "lived-experience"},
        at="provenance:",
        good="Text.[^S1]\n",
        good_front={
            "provenance": "lived-experience",
            "kind": "story",
            "consent": "{kind: published, source: S1}",
        },
    ),
    Case(
        code="M11",
        bad="Text.[^S1]\n",
        bad_front={
            "kind": "story",
            "consent": "{kind: published, source: S1}",
            "key_points": '["It rests.[^S1]", "It wakes.[^S1]", "It is rare.[^S1]"]',
        },
        at="key_points:",
        good="Text.[^S1]\n",
        good_front={"key_points": '["It rests.[^S1]", "It wakes.[^S1]", "It is rare.[^S1]"]'},
    ),
    Case(code="M12", bad="Text.[^S1]\n", bad_front={"example": '"yes"'}, at="example:", good="Text.[^S1]\n"),
    Case(
        code="M02",
        bad="Text.\n",
        bad_front={"authors": "[{name: A. Writer}]"},
        at="authors:",
        good="Text.\n",
        good_front={"authors": "[{name: A. Writer, lay: yes}, {name: B. Writer, credentials: a nurse}]"},
    ),
    Case(
        code="M02",
        bad="Text.\n",
        at="title",
        good="Text.\n",
        files={"library.toml": FILES["library.toml"].split("[[authors]]")[0]},
    ),
    Case(
        code="M03",
        bad="Text.\n",
        bad_front={"funding": "not declared"},
        at="funding:",
        good="Text.\n",
        good_front={"funding": "none known to the editors"},
    ),
    Case(
        code="M03",
        bad="Text.\n",
        at="title",
        good="Text.\n",
        files={"library.toml": FILES["library.toml"].replace('interests = "none"\n', "")},
    ),
    Case(
        code="M06",
        bad="First.\n\nThis page was medically reviewed.\n",
        at="medically reviewed",
        good="No doctor has read this. It was not reviewed by a clinician.\n",
    ),
    Case(
        code="M07",
        bad="First.\n\nLast updated: 7 April 2026.\n",
        at="Last updated",
        good="The study is of 7 April 2026.\n",
    ),
    Case(
        code="M08",
        bad="Text.\n",
        at="title",
        good="Text.\n",
        files={"library.toml": FILES["library.toml"].replace('feedback = "Tell us."\n', "")},
    ),
)

"""Rules S, badly and well written."""

from tests.authoring.rules.case import Case

EMERGENCY = (
    '!!! emergency "Call for help now if someone suddenly has:"\n    - a drooping face\n    - trouble speaking\n'
)
URGENT_PAGE = (
    """---
id: causes/virus
title: When should I get help?
kind: question
question_type: urgent-help
short_answer: Call if signs come on suddenly.
related: [{to: causes/what, why: more}, {to: causes/risk, why: more}, {to: causes/more, why: more}]
provenance: adapted
licence: CC-BY-4.0
---
"""
    + EMERGENCY
)
ALL_SIDES = (
    "Treatment helps the immune system. It has risks. Without treatment, it gets worse. "
    "Other treatments are being studied. Questions to ask your team are below.\n"
)

CASES = (
    Case(code="S01", bad="Text.\n", at="Text.", good=EMERGENCY),
    Case(
        code="S01",
        bad="Text.\n",
        bad_front={"urgent_help": '"not-applicable: no"'},
        at="Text.",
        good="Text.\n",
        good_front={"urgent_help": '"not-applicable: it tells of history only"'},
    ),
    Case(
        code="S01",
        bad="[Other signs](article:causes/risk)\n",
        at="[Other signs]",
        good="[When to get help](article:causes/virus)\n",
        files={"causes/virus.md": URGENT_PAGE},
    ),
    Case(
        code="S10",
        bad="{block:signs}\n\n" + EMERGENCY,
        at="!!! emergency",
        good='{block:signs}\n\n!!! urgent "Phone your team today"\n    Say what you saw.\n',
        files={"blocks/signs.md": EMERGENCY + "\nIf you are not sure, call.[^S1]\n"},
    ),
    Case(
        code="S10",
        bad='{block:today}\n\n!!! urgent "Phone today if you notice:"\n    - weakness\n',
        at='!!! urgent "Phone today',
        good="{block:today}\n\n" + EMERGENCY,
        files={"blocks/today.md": '!!! urgent "Phone today if you notice:"\n    - trouble speaking.[^S1]\n'},
    ),
    Case(code="S02", bad=EMERGENCY.replace(" if someone suddenly has:", ""), at="!!! emergency", good=EMERGENCY),
    Case(code="S02", bad='!!! emergency "Call now if:"\n    You feel faint.\n', at="!!! emergency", good=EMERGENCY),
    Case(
        code="S02",
        bad="First.\n\nCall 999 at once.\n",
        at="999",
        good="Call for help at once. In 2019, 195,071 people took part, 2 of 38 in 2010.\n",
    ),
    Case(
        code="S02",
        bad="First.\n\nOur number is 020 7946 0958.\n",
        at="020 7946",
        good="There were 12 to 15 cases in 2010 to 2012, or 3 of 20, up to 2013-04-05.\n",
    ),
    Case(
        code="S02",
        bad="First.\n\nTel: 555-123\n",
        at="555-123",
        good="Take 10-20 mg, aged 65-74, in 2019-2021; 1000-2000 people of 1 000 000, or 12 345 678.\n",
    ),
    Case(code="S02", bad="First.\n\nCall us on 555-1234.\n", at="555-1234", good="Call if you took 10-20 of them.\n"),
    Case(code="S02", bad="First.\n\n☎ 30-40-50\n", at="30-40", good="Phone your team if 30-40 spots come.\n"),
    Case(code="S02", bad="First.\n\nOurs is 612 345 678.\n", at="612", good="Of 612 people 345 came, 678 did not.\n"),
    Case(
        code="S03",
        bad="First.\n\nThis page is for informational purposes only.\n",
        at="informational",
        good="Ask your team what this means for you.\n",
    ),
    Case(
        code="S04",
        bad="First.[^S1]\n\nThe usual dose is 300 mg.\n",
        at="300 mg",
        good="The scan takes 20 minutes. The virus has 5,000 letters.\n",
    ),
    Case(code="S04", bad="First.\n\nTake 5 mcg.[^S1]\n", at="5 mcg", good="Ask the team how much to take.\n"),
    Case(
        code="S05",
        bad="First.\n\nIf you feel weak, stop taking it.\n",
        at="stop taking",
        good="Do not stop taking it by yourself.\n\nThe team may say: stop taking it.\n",
    ),
    Case(
        code="S05",
        bad="Text.[^S1]\n",
        bad_front={"key_points": '["It rests.[^S1]", "If you feel weak, stop taking it.[^S1]", "It wakes.[^S1]"]'},
        at="stop taking",
        good="Text.[^S1]\n",
        good_front={"key_points": '["It rests.[^S1]", "Do not stop taking it by yourself.[^S1]", "It wakes.[^S1]"]'},
    ),
    Case(
        code="S06",
        bad=EMERGENCY + "    - [any of these signs](article:causes/virus)\n",
        at="article:causes/virus",
        good=EMERGENCY + "\n[Other signs](article:causes/virus)\n",
    ),
    Case(
        code="S07",
        bad="Treatment helps the immune system.\n",
        bad_front={"question_type": "treatment"},
        at="Treatment helps",
        good=ALL_SIDES,
        good_front={"question_type": "treatment"},
    ),
    Case(code="S08", bad="All is known.\n", at="All is", good="Why this is so is not known.\n"),
    Case(
        code="S09",
        bad="First.\n\nAfter 1 year, 6 in 10 people were alive.[^S1]\n",
        at="alive",
        good='??? outlook "information about outlook: figures"\n    After 1 year, 6 in 10 people were alive.[^S1]\n',
    ),
    Case(
        code="S09",
        bad="## How\n\nText.[^S1]\n",
        bad_front={"teach_back": '[{question: "How many lived?", answer: "6 in 10 were alive.", heading: how}]'},
        at="6 in 10 were alive",
        good="## How\n\nText.[^S1]\n",
        good_front={"teach_back": '[{question: "How does it begin?", answer: "Bit by bit.", heading: how}]'},
    ),
    Case(
        code="S09",
        bad="| Who | What |\n|---|---|\n| 57 people | half died within 2 months[^S1] |\n",
        at="half died",
        good="| Who | What |\n|---|---|\n| 57 people | some died[^S1] |\n",
    ),
)

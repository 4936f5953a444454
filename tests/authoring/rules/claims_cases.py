"""Rules K, badly and well written."""

from tests.authoring.rules.case import Case

CLAIM = """[carriers]
words = "about 6 in 10 adults"
values = ["61%"]
sources = ["S1"]
who = "healthy people worldwide"
year = "2026"
mark = "E"
evidence = "61% of 18,331 healthy people"
about = ["adults carry virus"]
"""
FACTS = """- Healthy adults: 61% of 18,331 people. (E) [S1]
- In 5 of 8 people it helped, 2019. (L) [S2]
"""

CASES = (
    Case(
        code="K01",
        bad="So {claim:carriers} carry it.\n\nNearly 9 in 10 adults carry the virus.[^S2]\n",
        at="9 in 10",
        good="So {claim:carriers} carry the virus.\n\nOf 8 in 10 adults nobody knows.[^S2]\n",
        files={"claims.toml": CLAIM},
    ),
    Case(
        code="K02",
        bad="So {claim:carriers} carry it.\n",
        at="[carriers]",
        good="Text.\n",
        files={"claims.toml": CLAIM.replace("6 in 10", "8 in 10")},
    ),
    Case(
        code="K02",
        bad="So {claim:carriers} carry it.\n",
        at="[carriers]",
        good="Text.\n",
        files={"claims.toml": CLAIM.replace('values = ["61%"]', 'values = ["61%", "30 studies"]')},
    ),
    Case(code="K03", bad="First.[^S1]\n\nText.[^S2]\n", at="[^S2]", good="Text.[^S1]\n", facts="- A fact. [S1]"),
    Case(
        code="K03",
        bad="So {claim:carriers} carry it.\n",
        at="[carriers]",
        good="Text.[^S2]\n",
        files={"claims.toml": CLAIM},
        facts="- A fact. [S2]",
    ),
    Case(
        code="K04",
        bad="It helped 5 of 8 people.[^S2]\n\nIt helped 6 of 8 people.[^S2]\n",
        at="6 of 8",
        good="About 6 in 10 (61%) carry it.[^S1]\n\nIt helped 5 of 8 people in 2019.[^S2]\n",
        facts=FACTS,
    ),
    Case(
        code="K04",
        bad="| Who | In 100 |\n|---|--:|\n| adults | 16[^S1] |\n",
        at="16[^S1]",
        good="| Who | In 1,000 |\n|---|--:|\n| adults | 610[^S1] |\n",
        facts=FACTS,
    ),
    Case(
        code="K04",
        bad="So {claim:carriers} carry it.\n",
        at="[carriers]",
        good="Text.\n",
        files={"claims.toml": CLAIM},
        facts="- Adults: 16%. [S1]",
    ),
)

"""Rules N, badly and well written."""

from tests.authoring.rules.case import Case

TABLE = "| Illness | Share |{}\n|---|--:|{}\n| HIV | 43.7% |{}\n"

CASES = (
    Case(
        code="N01",
        bad="The virus is common.\n\nAbout 61% of grown-ups carry it.\n",
        at="About 61%",
        good="About 61% of grown-ups carry it: 6 in 10.\n\nSome 61%, or 11,000 of 18,000 people, carry it.\n",
    ),
    Case(
        code="N01",
        bad=TABLE.format("", "", ""),
        at="| Illness",
        good=TABLE.format(" In 100 people |", "--:|", " about 44 |"),
    ),
    Case(
        code="N01",
        bad="Se halla en el 61 % de los adultos.\n",
        at="61 %",
        good="Se halla en el 61 % de los adultos: 6 de cada 10.\n",
        language="es",
    ),
    Case(
        code="N05",
        bad="It was studied.[^S1]\n\nOf 39 people, 20% (1 in 5) had died.[^S1]\n",
        at="20%",
        good="Of 39 people, 20% (1 in 5) had died by the time of the report.[^S1]\n\n"
        "Of 39 people, 80% (4 in 5) were alive at 12 months.[^S1]\n\nAbout 61% (6 in 10) had met the virus.[^S1]\n",
    ),
    Case(
        code="N05",
        bad="| Group | Share, in 100 people |\n|---|---|\n| HIV | 56% alive[^S1] |\n",
        at="56% alive",
        good="| Group | Alive after 1 year, in 100 people |\n|---|---|\n| HIV | 56% alive[^S1] |\n",
    ),
    Case(
        code="N03",
        bad="Multiply your weight by two.\n",
        at="Multiply",
        good="A person of 70 kg needs 140 of them.\n",
    ),
    Case(
        code="N04",
        bad="First.\n\nTake 10-20 mg.\n",
        at="10-20",
        good="Take 10 to 20 mg, on 2026-11-21, or code 20-10 of JC-1-2; COVID-19 and 3–4 too.\n",
    ),
)

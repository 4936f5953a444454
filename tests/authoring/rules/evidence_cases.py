"""Rules C, badly and well written."""

from tests.authoring.rules.case import FILES, Case

SENTENCE = "The virus rests quietly in the kidneys of most people for all of their lives. "

CASES = (
    Case(code="C01", bad="Text without any source.\n", at="Text without", good="Text.[^S1]\n"),
    Case(
        code="C01",
        bad=f"## One\n\nText.[^S1]\n\n## Two\n\n{SENTENCE * 5}\n",
        at="## Two",
        good=f"## One\n\nText.[^S1]\n\n## Two\n\n- {SENTENCE * 5}\n\n## Three\n\nA short comfort.\n",
    ),
    Case(
        code="C01",
        bad="It tells of this library.\n",
        bad_front={"sources": '"not-applicable: why"'},
        at="It tells",
        good="It tells of this library.\n",
        good_front={"sources": '"not-applicable: it tells of this library only"'},
    ),
    Case(code="C02", bad="First.[^S1]\n\nText.[^S9]\n", at="[^S9]", good="Text.[^S1]\n"),
    Case(
        code="C03",
        bad="Text.[^S1]\n\nAbout 6 in 10 people carry it.\n",
        at="6 in 10",
        good="About 6 in 10 people carry it.[^S1]\n\nOf 33 people:[^S2]\n\n- 18 of 33 were weak\n- 5 of 33 saw badly\n",
    ),
    Case(
        code="C03",
        bad="Text.[^S1]\n\n| Sign | Share |\n|---|--:|\n| weak | 55% |\n",
        at="55%",
        good="| Sign | Share |\n|---|--:|\n| weak | 55%[^S1] |\n\n"
        "Table: Signs[^S1]\n\n| Sign | Share |\n|---|--:|\n| weak | 5% |\n",
    ),
    Case(
        code="C03",
        bad="Text.[^S1]\n\nThe incidence is 12 a year.\n",
        at="12 a year",
        good="The incidence is 12 a year.[^S1] Phone within 12 hours.\n",
    ),
    Case(
        code="C04",
        bad="Text.[^S1]\n",
        at="id:",
        good="Text.[^S1][^S2]\n",
        files={"sources.toml": FILES["sources.toml"].replace("2021", "2012", 1)},
    ),
    Case(
        code="C05",
        bad="First.[^S2]\n\nText.[^S1]\n",
        at="Text.[^S1]",
        good="Text.[^S2]\n",
        files={"sources.toml": FILES["sources.toml"].replace("https://example.org", "https://en.wikipedia.org/x", 1)},
    ),
    Case(
        code="C06",
        bad="First.\n\nThis diet is a cure.\n",
        at="a cure",
        good="No diet is a cure. PML nearly always starts slowly. Some pages speak of a “miracle cure”.\n",
    ),
    Case(
        code="C07",
        bad="First.\n\nSo far 16 people have joined to share their stories.\n",
        at="16 people",
        good="In the study 16 people took part.[^S1]\n",
    ),
    Case(code="C08", bad="Text.[^S1]\n", at="[S2]", good="Text.[^S1][^S2]\n"),
    Case(
        code="C09",
        bad="Text.[^S1][^S2]\n",
        at='url = "https://example.org"',
        good="Text.[^S1][^S2]\n",
        files={"sources.toml": FILES["sources.toml"].replace("https://example.org/S2", "https://example.org")},
    ),
    Case(
        code="C09",
        bad="Text.[^S1][^S2]\n",
        at="?term=Hall",
        good="Text.[^S1][^S2]\n",
        files={"sources.toml": FILES["sources.toml"].replace("example.org/S2", "pubmed.ncbi.nlm.nih.gov/?term=Hall")},
    ),
    Case(
        code="C09",
        bad="Text.[^S1][^S2]\n",
        at='doi = "S2"',
        good="Text.[^S1][^S2]\n",
        files={"sources.toml": FILES["sources.toml"].replace('url = "https://example.org/S2"', 'doi = "S2"')},
    ),
    Case(
        code="C10",
        bad=f"Ten.{'[^S1]' * 8}[^S2][^S2]\n",
        at="Ten.",
        good=f"Ten.{'[^S1]' * 9}[^S2]\n",
        files={
            "sources.toml": FILES["sources.toml"].replace('url = "https://example.org/S2"', 'address = "not known"')
        },
    ),
)

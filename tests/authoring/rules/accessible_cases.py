"""Rules A, badly and well written."""

from tests.authoring.rules.case import Case

SVG = {"media/nerve.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>'}
GOOD_PICTURE = "![A nerve with its coat.](media:nerve.svg)\n"

CASES = (
    Case(code="A01", bad="![nerve.svg](media:nerve.svg)\n", at="![", good=GOOD_PICTURE, files=SVG),
    Case(code="A01", bad=f"![{'a nerve ' * 19}](media:nerve.svg)\n", at="![", good=GOOD_PICTURE, files=SVG),
    Case(code="A01", bad=f"See {GOOD_PICTURE}", at="See", good=GOOD_PICTURE, files=SVG),
    Case(
        code="A03",
        bad="Of the virus, read [here](article:causes/virus).\n",
        at="[here]",
        good="Read [about the virus](article:causes/virus).\n",
    ),
    Case(
        code="A03",
        bad="See [https://a.org](https://a.org).\n",
        at="https://a.org",
        good="See [the society](https://a.org).\n",
    ),
    Case(
        code="A03",
        bad="[The risk](article:causes/virus).\n\n[The risk](article:causes/risk).\n",
        at="(article:causes/risk)",
        good="[The risk](article:causes/risk). Again: [the risk](article:causes/risk).\n",
    ),
    Case(
        code="A08",
        bad="The count of CD4\u2084 cells \u2192 fewer.\n",
        at="The count",
        good="The count of CD4 cells falls, by 5 \u00b5l of B\u201112 and na\u00efve cells.\n",
    ),
    Case(code="A04", bad="Text.\n\n**The signs**\n\nText.\n", at="**The signs**", good="**Call for help now.**\n"),
    Case(code="A04", bad="It is *very* rare.\n", at="*very*", good="It is **very** rare.\n"),
    Case(code="A04", bad="DO NOT STOP IT.\n", at="DO NOT", good="Do not stop it. HIV and JCV are viruses.\n"),
    Case(
        code="A05",
        bad="| | Share |\n|---|---|\n| HIV | some |\n",
        at="| | Share",
        good="| Illness | Share |\n|---|---|\n| HIV | some |\n",
    ),
    Case(
        code="A05",
        bad="|a|b|c|d|e|f|g|\n|-|-|-|-|-|-|-|\n|1|2|3|4|5|6|7|\n",
        at="|a|b|",
        good="|a|b|c|d|e|f|\n|-|-|-|-|-|-|\n|1|2|3|4|5|6|\n",
    ),
    Case(
        code="A07",
        bad="The damage is shown in red.\n",
        at="in red",
        good="The damage, at the top, is shown with stripes. The red cells of the blood are well.\n",
    ),
)

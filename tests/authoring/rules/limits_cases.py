"""Rules X, badly and well written."""

from tests.authoring.rules.case import Case

CASES = (
    Case(code="X01", bad="Good.\n\nA <b>bold</b> word.\n", at="<b>", good="A **bold** word.\n"),
    Case(code="X02", bad="Good.\n\n[Here](http://a.org)\n", at="http:", good="[Here](https://a.org)\n"),
    Case(code="X02", bad="Good.\n\n[It](article:causes/no)\n", at="causes/no", good="[It](article:causes/virus)\n"),
    Case(code="X03", bad="Good.\n\n![A nerve](media:nerve.svg)\n", at="nerve.svg", good="Good.\n"),
    Case(code="X04", bad=f"Good.\n\n{'a' * 201}\n", at="aaa", good=f"{'a' * 200}\n"),
    Case(code="X05", bad="Good.\n\nTurned \u202e round.\n", at="Turned", good="Not turned round.\n"),
    Case(code="X06", bad="Good.\n\n> A quote.\n", at="> A quote", good="“A quote.”\n"),
)

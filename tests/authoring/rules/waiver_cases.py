"""Waivers that give no leave, and one that does."""

from tests.authoring.rules.case import UNDER_TEST, Case


def waiver(code: str, until: str, article: str = UNDER_TEST) -> dict[str, str]:
    return {
        "waivers.toml": f'[[waiver]]\narticle = "{article}"\ncode = "{code}"\nwho = "An Editor"\n'
        f'reason = "a quotation"\nuntil = "{until}"\n'
    }


EMPHASIS = "It is *very* rare.\n"

CASES = (
    Case(code="W01", bad=EMPHASIS, at="[[waiver]]", good=EMPHASIS, files=waiver("A04", "2026-11-20")),
    Case(code="W01", bad="It is rare.\n", at="[[waiver]]", good=EMPHASIS, files=waiver("A04", "2027-01-01")),
    Case(code="W01", bad="> Quote.\n", at="[[waiver]]", good=EMPHASIS, files=waiver("X06", "2027-01-01")),
    Case(code="W01", bad="It is rare.\n", at="[[waiver]]", good=EMPHASIS, files=waiver("T99", "2027-01-01")),
    Case(code="W01", bad=EMPHASIS, at="[[waiver]]", good=EMPHASIS, files={"waivers.toml": "[[waiver]]\nwho = 'x'\n"}),
)

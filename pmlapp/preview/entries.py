"""What the panel beside a draft lists: findings of lint and of the six checks, one form for both."""

from collections.abc import Sequence
from typing import NamedTuple

from pmlapp.authoring.lint.lint import Finding, Severity
from pmlapp.authoring.rules import ALL_RULES
from pmlapp.authoring.wording.offers import Offer
from pmlapp.authoring.wording.six_checks import Check, Wording, in_words

_WEIGHTS = {
    Severity.ERROR: "Must be corrected",
    Severity.WARNING: "Should be corrected",
    Severity.ADVICE: "Worth a thought",
}
_TITLES = {rule.code: rule.title for rule in ALL_RULES}
_OTHERS = (Check.PASSIVE, Check.DENSITY)


class Entry(NamedTuple):
    """One thing to look at, on one line of the file."""

    severity: Severity
    title: str
    line: int
    message: str
    offer: Offer | None = None
    """What the tool can put in its place itself."""


def entries_of(findings: Sequence[Finding], wording: Wording | None) -> tuple[Entry, ...]:
    """Errors first, then by line; what two name is listed once."""
    listed = [
        Entry(
            each.severity,
            f"{_WEIGHTS[each.severity]}: {_TITLES.get(each.code, each.code)}",
            each.line,
            f"{each.message} ({each.code})",
        )
        for each in findings
        if not (wording and each.code == "P06")
    ]
    if wording is not None:
        listed += [
            Entry(Severity.WARNING, offer.way.value.capitalize(), offer.line, in_words(offer), offer)
            for offer in wording.offers
        ]
        offered = {(offer.line, in_words(offer)) for offer in wording.offers}
        for each in wording.checks:
            if each.check in _OTHERS and each.is_good is False:
                listed += [Entry(Severity.ADVICE, each.check.value, line, message) for line, message in each.problems]
            if each.check is Check.HARDER_WORDS:
                listed += [
                    Entry(Severity.ADVICE, "Harder word", line, message)
                    for line, message in each.problems
                    if (line, message) not in offered
                ]
    weights = list(Severity)
    return tuple(sorted(listed, key=lambda entry: (weights.index(entry.severity), entry.line, entry.title)))

"""The rules of `pml lint`, one function each, in groups; `ALL_RULES` is the whole list."""

from typing import Final

from pmlapp.authoring.lint.lint import Rule
from pmlapp.authoring.lint.waivers import WAIVER_RULE
from pmlapp.authoring.rules import (
    accessible,
    balance,
    claims,
    evidence,
    front_matter,
    headings,
    language,
    least,
    limits,
    numbers,
    reviews,
    safety,
    statements,
    structure,
    unfinished,
)

ALL_RULES: Final[tuple[Rule, ...]] = (
    *front_matter.RULES,
    *statements.RULES,
    *reviews.RULES,
    *evidence.RULES,
    *safety.RULES,
    *balance.RULES,
    *claims.RULES,
    *structure.RULES,
    *least.RULES,
    *unfinished.RULES,
    *headings.RULES,
    *language.RULES,
    *numbers.RULES,
    *accessible.RULES,
    WAIVER_RULE,
    *limits.RULES,
)
"""In the order of docs/lint.md."""

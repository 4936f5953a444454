"""Rules X: what the dialect and its limits keep out of every text."""

from typing import Final

from pmlapp.authoring.lint import Rule, Severity

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="X06",
        title="dialect",
        severity=Severity.ERROR,
        why="What is not in the dialect would be shown wrongly or not at all.",
        mend="Write it as docs/article-format.md says.",
        source="docs/article-format.md",
        # Every refusal that no other rule claims is a matter of the dialect.
        refusals=("",),
    ),
)

"""Rules M: the head of an article, which says what it is and who answers for it."""

from typing import Final

from pmlapp.authoring.lint import Rule, Severity

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="M01",
        title="front matter",
        severity=Severity.ERROR,
        why="What a page says of itself must be there and be readable before anything else can be trusted.",
        mend="Add or mend the keys as docs/article-format.md says.",
        source="NHS standard for creating health content",
        refusals=(
            "front matter",
            "^unknown key",
            "^“[a-z_]+” (?:must be|is|names)",
            "^the title has",
            "^the short answer",
            "^the id is",
            "^a (?:code|related page) ",
            "under “related”",
            "cannot be related to itself",
            "^anchors \\(|^tags \\(|stands twice",
        ),
    ),
)

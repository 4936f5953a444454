"""Rules X: what the dialect and its limits keep out of every text.

The reader of sources refuses all of it already; here each refusal gets its code.
"""

from typing import Final

from pmlapp.authoring.lint.lint import Rule, Severity
from pmlapp.authoring.sources.diagnostics import SourceFault
from pmlapp.content.markdown.markdown_limits import TextFault

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="X01",
        title="no HTML",
        severity=Severity.ERROR,
        why="HTML can hide, load or run what no reviewer saw.",
        mend="Write Markdown.",
        source="docs/article-format.md",
        refusals=(TextFault.HTML,),
    ),
    Rule(
        code="X02",
        title="where links lead",
        severity=Severity.ERROR,
        why="A page must not open files, load anything or pretend to be a place it is not.",
        mend="Link to article:, glossary:, # or https:// only, and to what is there.",
        source="docs/article-format.md",
        refusals=(TextFault.LINK,),
    ),
    Rule(
        code="X03",
        title="pictures",
        severity=Severity.ERROR,
        why="A picture can be a program, or unpack to more than a computer has.",
        mend="Put a plain SVG, PNG or JPEG into media/, and use it.",
        source="docs/article-format.md",
        refusals=(SourceFault.PICTURE_FILE,),
    ),
    Rule(
        code="X04",
        title="limits",
        severity=Severity.ERROR,
        why="Some texts take minutes to lay out, and some computers never finish.",
        mend="Divide it.",
        source="docs/article-format.md",
        refusals=(TextFault.LIMIT,),
    ),
    Rule(
        code="X05",
        title="characters",
        severity=Severity.ERROR,
        why="A character that cannot be seen can change what a sentence says.",
        mend="Take the character out.",
        source="docs/article-format.md",
        refusals=(TextFault.CHARACTER,),
    ),
    Rule(
        code="X06",
        title="dialect",
        severity=Severity.ERROR,
        why="What is not in the dialect would be shown wrongly or not at all.",
        mend="Write it as docs/article-format.md says.",
        source="docs/article-format.md",
        refusals=(
            TextFault.DIALECT,
            SourceFault.FILE,
            SourceFault.CLAIM,
            SourceFault.SHARED_BLOCK,
            SourceFault.REVIEW_RECORD,
            SourceFault.QUERY,
        ),
    ),
)

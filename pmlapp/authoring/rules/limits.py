"""Rules X: what the dialect and its limits keep out of every text.

The reader of sources refuses all of it already; here each refusal gets its code.
"""

from typing import Final

from pmlapp.authoring.lint.lint import Rule, Severity

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="X01",
        title="no HTML",
        severity=Severity.ERROR,
        why="HTML can hide, load or run what no reviewer saw.",
        mend="Write Markdown.",
        source="docs/article-format.md",
        refusals=("^HTML is not used", "^codes for characters are not used"),
    ),
    Rule(
        code="X02",
        title="where links lead",
        severity=Severity.ERROR,
        why="A page must not open files, load anything or pretend to be a place it is not.",
        mend="Link to article:, glossary:, # or https:// only, and to what is there.",
        source="docs/article-format.md",
        refusals=(
            "^a link leads to",
            "^a link of this kind",
            "^a link on the page",
            "^a link has no words",
            "^this is not a link",
            "^no heading of this page has the anchor",
            "^there is no article",
            "^glossary.toml has no word",
        ),
    ),
    Rule(
        code="X03",
        title="pictures",
        severity=Severity.ERROR,
        why="A picture can be a program, or unpack to more than a computer has.",
        mend="Put a plain SVG, PNG or JPEG into media/, and use it.",
        source="docs/article-format.md",
        refusals=(
            "^the folder media has no picture",
            "^no article shows this picture",
            "^a picture's name",
            "^the picture (?:has|is)",
            "^the name ends in",
            "SVG",
        ),
    ),
    Rule(
        code="X04",
        title="limits",
        severity=Severity.ERROR,
        why="Some texts take minutes to lay out, and some computers never finish.",
        mend="Divide it.",
        source="docs/article-format.md",
        refusals=(
            "divide (?:it|the text)",
            "is longer than",
            "^more than .* (?:stand|square brackets)",
            "nested (?:more than|too deeply)",
            "indented by more than",
            "^the file has more than",
        ),
    ),
    Rule(
        code="X05",
        title="characters",
        severity=Severity.ERROR,
        why="What cannot be seen can turn a sentence round.",
        mend="Take the character out.",
        source="docs/article-format.md",
        refusals=("cannot be seen or can hide text", "accents stand on one letter", "is not UTF-8"),
    ),
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

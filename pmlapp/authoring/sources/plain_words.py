"""What the parsers of YAML and TOML say of a mistake, as a sentence that says what to write."""

import re
from typing import Final

_YAML: Final = (
    (r"mapping values are not allowed", "a text with a colon and a space in it needs quotes"),
    (r"cannot start any token.*\\t|'\\t'|tab", "a tab; indent by spaces"),
    (r"cannot start any token", "a text that starts with a sign such as @, %, ` or a tab needs quotes"),
    (r"expected alphabetic or numeric character", "a text that starts with * or & needs quotes"),
    (r"undefined tag handle|tag", "a text that starts with ! needs quotes"),
    (r"expected ',' or ('\]'|']'|'}')|expected ',' or", "a list in [ ] or { } is not closed, or a comma is missing"),
    (r"could not find expected ':'|simple key", "a key must be followed by a colon, a space and its value"),
    (r"unexpected end of stream|end of the stream", "a quotation mark is not closed"),
    (r"unknown escape character|escape sequence", "a backslash in double quotes; use single quotes around that text"),
    (
        r"block sequence entries are not allowed",
        "a list begins on the line below its key, each point with - and a space",
    ),
    (r"expected '-' indicator", "each line of this list must begin with - and a space, as far in as the first"),
    (r"expected key|block end|block mapping", "this line is not indented like the lines above it, or has no key"),
    (r"control characters|not allowed|unacceptable", "it holds a character that no text may have"),
    (r"document start", "only one block of keys and values may be there"),
)
_TOML: Final = (
    (r"Invalid value", "a value is neither a number nor in quotes; put texts in quotes"),
    (r"Unclosed array", "a list is not closed; end it with ]"),
    (r"Expected '=' after a key", "a key must be followed by = and its value"),
    (r"Illegal character '\\n'|Unterminated string|Expected .* at the end", "a quotation mark is not closed"),
    (r"Unescaped '\\\\' in a string", "a backslash in double quotes; use single quotes around that text"),
    (r"Cannot overwrite a value|Cannot declare|Cannot mutate", "this key or table is there already"),
    (r"Expected newline or end of document", "more follows the value on its line; put a text in one pair of quotes"),
    (r"Invalid initial character for a key part", "a line must be a key, = and its value, or a [table]"),
    (r"Expected .*\] at the end of (?:a|an) (?:array|table)", "the name of a table must end with ] or ]]"),
)
_WORDS: Final = {"yaml": _YAML, "toml": _TOML}


def in_plain_words(problem: str, language: str) -> str:
    """A parser's ``problem`` as a clause that can follow a colon.

    Args:
        problem: what the parser says.
        language: ``yaml`` or ``toml``.
    """
    said = (sentence for pattern, sentence in _WORDS[language] if re.search(pattern, problem))
    return next(said, "it is not written as keys and values")

"""What pandoc, MkDocs extensions, Hugo, Jekyll and wikis write and articles do not have, with what to write instead.

Read as plain text such a construct would become one run-on paragraph or a row of
signs, so it is refused with its line.  docs/article-format.md lists all of it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final, NamedTuple

from pmlapp.content.markdown.markdown_limits import MAX_CHARACTERS, LineIndex, Mistake, TextFault


class Foreign(NamedTuple):
    """One construct that is not in the dialect."""

    name: str
    origin: str
    """Who writes it."""
    example: str
    instead: str
    """What to write, as a clause that can follow a semicolon."""
    sign: str
    """Characters without which it cannot be there: most texts are looked through for nothing else."""
    pattern: re.Pattern[str]
    """Of a text without its escaped characters, with two line ends before it."""

    @property
    def reason(self) -> str:
        """What is wrong and what to write, as a clause that can follow a colon."""
        return f"{self.name} of {self.origin} cannot be read; {self.instead}"


_pattern = partial(re.compile, flags=re.MULTILINE)

_PIPE_TABLE: Final = "write a table with | between the cells and a line |---|---| under its head"
_LIST: Final = "start each step with 1. and each point with -, after an empty line"
_BOX: Final = 'write !!! info "title" or ??? more "title", then the text indented by four spaces'
_NOTE: Final = "cite a source as [^KEY]; put a remark in the sentence, or in a paragraph Note: after a table"
_DROP: Final = "take it out"
_PLAIN: Final = "write the words plainly"

FOREIGN: Final[tuple[Foreign, ...]] = (
    Foreign("a grid table", "pandoc", "+---+---+", _PIPE_TABLE, "+-", _pattern(r"\n *\+(?:[-=:]{2,}\+)+ *$")),
    Foreign("a table of dashes", "pandoc", "----- -----", _PIPE_TABLE, "--", _pattern(r"\n *-{2,}(?: +-{2,})+ *$")),
    Foreign(
        "a line block",
        "pandoc",
        "| The first line",
        "end a line with two spaces to break it",
        "| ",
        _pattern(r"\n\| [^|\n]*$(?!\n *\|? *:?-{2,})"),
    ),
    Foreign(
        "a definition list",
        "pandoc and MkDocs",
        "Term\n:   What it means",
        "write a list, - **Term**: what it means; or a word of glossary.toml",
        " ",
        _pattern(r"\n[:~](?<=[^\n]\n[:~]) {1,3}\S"),
    ),
    Foreign(
        "a caption",
        "pandoc",
        ": What the table shows",
        "write a paragraph Table: … before the table, or Figure: … after the picture",
        ": ",
        _pattern(r"\n\n: +\S"),
    ),
    Foreign(
        "a list with parentheses",
        "pandoc",
        "1) step",
        _LIST,
        ")",
        _pattern(r"\n\n *(?:\d{1,3}|\((?:\d{1,3}|[a-z]))\) +\S"),
    ),
    Foreign(
        "a list with letters",
        "pandoc",
        "a. step\nb. step",
        _LIST,
        ". ",
        _pattern(r"\n *(?:[aA]\. .*\n(?: *\n)? *[bB]|i\. .*\n(?: *\n)? *ii|I\. .*\n(?: *\n)? *II)\. +\S"),
    ),
    Foreign("a numbered list", "pandoc", "#. step", _LIST, "#.", _pattern(r"\n *#\. +\S")),
    Foreign("an example list", "pandoc", "(@good) step", _LIST, "(@", _pattern(r"\n *\(@\w*\)")),
    Foreign(
        "a title block", "pandoc", "% The title", "put the title into the front matter", "%", _pattern(r"\A\n\n% +\S")
    ),
    Foreign("a fenced div", "pandoc and mkdocstrings", "::: warning", _BOX, ":::", _pattern(r"\n *:{3,}")),
    Foreign(
        "an attribute list",
        "pandoc and kramdown",
        "[words]{.underline}",
        f"{_PLAIN}; only a heading may be followed by {{#anchor}}",
        "{",
        _pattern(r"\{(?:(?<=[\])*]\{)|:|=[a-z]|[.-][^{}\n]{0,200}\} *$)"),
    ),
    Foreign("an inline note", "pandoc", "word^[a note]", _NOTE, "^[", _pattern(r"\^\[(?<!\[\^\[)")),
    Foreign(
        "a raised text",
        "pandoc and MkDocs",
        "10^3^",
        "write the raised sign itself, such as ³ or ⁻¹, or write it in words",
        "^",
        _pattern(r"\^(?<![\[^]\^)[^\s^\[\]]{1,30}\^"),
    ),
    Foreign(
        "a lowered text",
        "pandoc and MkDocs",
        "H~2~O",
        "write the lowered sign itself, such as ₂, or write it in words",
        "~",
        _pattern(r"~(?<!~~)[^\s~]{1,30}~(?!~)"),
    ),
    Foreign("struck text", "pandoc and GitHub", "~~old~~", _DROP, "~~", _pattern(r"~~(?<!~~~)(?!~)\S")),
    Foreign(
        "a citation",
        "pandoc",
        "[@smith2004, p. 3]",
        "cite a source as [^KEY]",
        "@",
        _pattern(r"\[[^\[\]\n]{0,100}?@\w"),
    ),
    Foreign(
        "a formula",
        "LaTeX",
        "$x^2$",
        "write it in words or plain characters; \\$ for a dollar",
        "$",
        _pattern(r"\$\$|\$(?=[^\s$])(?:[^$\n]*[^\s$\n])?\$(?!\d)"),
    ),
    Foreign(
        "a command",
        "LaTeX",
        "\\emph{words}",
        _PLAIN,
        "\\",
        _pattern(r"\\[a-zA-Z]+\{"),
    ),
    Foreign(
        "a backslash for a line break", "pandoc", "one\\\ntwo", "end the line with two spaces", "\\\n", _pattern(r"\\$")
    ),
    Foreign("a hard space", "pandoc", "5\\ mg", "write a plain space", "\\ ", _pattern(r"\\ ")),
    Foreign(
        "a dash of hyphens",
        "pandoc and Word",
        "one---two",
        "write the dash itself, – or —",
        "--",
        _pattern(r"--(?<=\w--)-?(?=\w)"),
    ),
    Foreign(
        "a content tab", "MkDocs", '=== "Adults"', "write a heading ## Adults", "===", _pattern(r'\n *={3}[!+]* *"')
    ),
    Foreign(
        "an opened fold",
        "MkDocs",
        '???+ note "Title"',
        '??? more "title" is a fold, closed at first',
        "???+",
        _pattern(r"\n *\?\?\?\+"),
    ),
    Foreign(
        "marked text",
        "MkDocs",
        "==words==",
        "use ** for bold text",
        "==",
        _pattern(r"==(?<!===)(?=[^\s=])[^=\n]{0,300}[^\s=]==(?!=)"),
    ),
    Foreign(
        "a mark of editing",
        "CriticMarkup",
        "{++new++}",
        "decide, and write the text as it is to be",
        "{",
        _pattern(r"\{(?:\+\+|--|~~|==|>>)"),
    ),
    Foreign("a key", "MkDocs", "++ctrl+c++", _PLAIN, "++", _pattern(r"\+\+[a-z\"][^\s+]*(?:\+[^\s+]+)*\+\+")),
    Foreign(
        "an included file", "MkDocs", '--8<-- "notes.md"', "place a shared block: {block:name}", "8<", _pattern(r"-8<-")
    ),
    Foreign(
        "an abbreviation",
        "MkDocs",
        "*[MRI]: magnetic …",
        "put the word into glossary.toml and link it: [MRI](glossary:mri)",
        "*[",
        _pattern(r"\n\*\[[^\]\n]+\]:"),
    ),
    Foreign(
        "a table of contents",
        "MkDocs and MediaWiki",
        "[TOC]",
        "take it out: the reader lists the headings beside the page",
        "",
        _pattern(r"\n *(?:\[\[?_?(?:TOC|toc)_?\]?\]|__(?:TOC|NOTOC)__) *$"),
    ),
    Foreign("a task list", "GitHub", "- [ ] step", _LIST, "] ", _pattern(r"\n *[-*+] +\[[ xX]\] ")),
    Foreign(
        "an icon in words",
        "MkDocs and GitHub",
        ":warning:",
        _DROP,
        ":",
        _pattern(r":(?<![\w:/]:)[a-z][a-z0-9_+-]{0,40}[a-z0-9]:(?![\w:/])"),
    ),
    Foreign(
        "a shortcode",
        "Hugo",
        '{{< figure src="a.png" >}}',
        f"{_DROP}, or write it in Markdown",
        "{{",
        _pattern(r"\{\{[<%]"),
    ),
    Foreign("a variable", "MkDocs, Jekyll and wikis", "{{ name }}", "write the value", "{{", _pattern(r"\{\{(?![<%])")),
    Foreign("a tag", "Jekyll", "{% include a.md %}", "place a shared block: {block:name}", "{%", _pattern(r"\{%")),
    Foreign("a heading", "wikis", "== Causes ==", "write ## Causes", "==", _pattern(r"\n *(={2,6}) +[^=\n]+ +\1 *$")),
    Foreign("a heading", "Textile and Jira", "h2. Causes", "write ## Causes", "h", _pattern(r"\n *h[1-6]\. +\S")),
    Foreign(
        "bold or italic text",
        "wikis",
        "'''words'''",
        "use ** for bold text, * for emphasis",
        "''",
        _pattern(r"''(?<![\w']'')'{0,3}(?=\w)"),
    ),
    Foreign(
        "a link",
        "wikis and Obsidian",
        "[[Page|words]]",
        "write [words](article:topic/slug)",
        "[[",
        _pattern(r"\[\[(?!_?(?:TOC|toc)_?\])[^\[\]\n]{1,300}\]\]"),
    ),
    Foreign(
        "a link",
        "MediaWiki",
        "[https://who.int the WHO]",
        "write [the WHO](https://who.int)",
        "[http",
        _pattern(r"\[https?://[^\]\s]{1,300} [^\]\n]{1,200}\]"),
    ),
    Foreign("a table", "MediaWiki", '{| class="wikitable"', _PIPE_TABLE, "{|", _pattern(r"\n *\{\|")),
    Foreign("a table", "Jira", "||head||head||", _PIPE_TABLE, "||", _pattern(r"\n *\|\|")),
    Foreign("a table", "AsciiDoc", "|===", _PIPE_TABLE, "|===", _pattern(r"\n *\|={3,}")),
    Foreign(
        "a macro",
        "Jira and Confluence",
        "{info}",
        _BOX,
        "{",
        _pattern(r"\n *\{(?:code|noformat|quote|panel|info|note|warning|tip)\b[^{}\n]*\}"),
    ),
    Foreign("a directive", "reStructuredText", ".. note::", _BOX, ".. ", _pattern(r"\n *\.\. +\S")),
    Foreign(
        "an admonition", "AsciiDoc", "[NOTE]", _BOX, "[", _pattern(r"\n *\[(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\] *$")
    ),
    Foreign(
        "a picture",
        "AsciiDoc",
        "image::a.png[]",
        "write ![what it shows](media:name.svg)",
        "image:",
        _pattern(r"\n *image::?\S+\["),
    ),
    Foreign("a comment", "Obsidian", "%% to do %%", _DROP, "%%", _pattern(r"%%")),
    Foreign(
        "a keyword", "Org mode", "#+TITLE: Causes", "put the title into the front matter", "#+", _pattern(r"\n *#\+\w+")
    ),
)
"""In the order of docs/article-format.md."""

_BACKSLASHED: Final = re.compile(r"\\[^\w\s]")


def with_foreign(text: str, mistakes: Iterable[Mistake]) -> tuple[Mistake, ...]:
    """``mistakes`` of a text and what is foreign in it, by line.

    What else a foreign construct makes wrong on its line is left out.
    """
    found = list(foreign(text)) if len(text) <= MAX_CHARACTERS else []
    lines = {mistake.line for mistake in found}
    return tuple(sorted([*found, *(mistake for mistake in mistakes if mistake.line not in lines)]))


def foreign(text: str) -> Iterator[Mistake]:
    """Every place in ``text`` (line ends ``\\n``) that is written in another dialect, the first one of a line only."""
    # A pattern that begins with a letter is found ten times as fast as one with ^, so two line ends are put before.
    bare = "\n\n" + _BACKSLASHED.sub("\0\0", text)
    lines = LineIndex(text)
    found: dict[int, Foreign] = {}
    for construct in FOREIGN:
        if construct.sign in bare:
            for match in construct.pattern.finditer(bare):
                found.setdefault(lines.line_of(_first_letter(match)), construct)
    for line, construct in sorted(found.items(), key=lambda each: each[0]):
        yield Mistake(line, construct.reason, TextFault.DIALECT)


def _first_letter(match: re.Match[str]) -> int:
    """Where the match begins in the text as written, without the empty lines it may begin with."""
    return match.start() + len(match[0]) - len(match[0].lstrip("\n ")) - 2

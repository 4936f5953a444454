"""What an article may not hold: each is refused, in words, with its line, and soon."""

import time

import pytest

from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.errors import MarkdownRefusedError

SECONDS: float = 2.0
"""The longest a person may wait for a refusal or a page; usually it is a tenth of it."""


@pytest.fixture(scope="module")
def parser() -> ArticleParser:
    return ArticleParser()


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("a <b>x</b>", "HTML is not used"),
        ("a <!-- x -->", "HTML is not used"),
        ("a &nbsp;b", "codes for characters are not used; write a space instead of &nbsp;"),
        ("&#60;script>", "codes for characters are not used; write < instead of &#60;"),
        ("some `code`", "backticks are not used"),
        ("~~~\ncode\n~~~", "fenced blocks are not used"),
        ("    code", "this line is indented by four spaces but belongs to no point"),
        ("> quoted", "quotes with > are not used"),
        ("---", "lines across the page are not used"),
        ("Title\n=====", "lines across the page are not used"),
        ("# Title", "headings have two to four #"),
        ("##### Deep", "headings have two to four #"),
        ("- ## Heading", "a heading is inside a list; use bold text there"),
        ("## {#a}", "a heading has no words"),
        ("## A {#Ä}", "the anchor #Ä may hold"),
        ("## A {#x}\n\n## B {#x}", "another heading has the anchor #x"),
        ("a {: .red}", "only a heading may be followed by {#anchor}"),
        ("see ![x](media:a.svg) here", "put a picture in a paragraph of its own"),
        ("![x](https://a.org/b.png)", "put a picture in a paragraph of its own"),
        ("![](media:a.svg)", "put a picture in a paragraph of its own"),
        ("[a][b]", "a link is written [words](target)"),
        ("[a]: https://b.org", "articles have no list of links or notes"),
        ("[^S1]: A note", "articles have no list of links or notes"),
        ("[^not a key]", "this is not a citation"),
        ("[a](b c)", "this is not a link that can be read"),
        ('[a](https://b.org "title")', "this is not a link that can be read"),
        ("[a [b] c](#d)", "this is not a link that can be read"),
        ("a **b", "unmatched **; put bold text between"),
        ("Text:\n- a\n- b", "an empty line is missing before this list"),
        ("Text:\n1. a", "an empty line is missing before this list"),
        ("- a\n  - b", "a point inside a list is indented by four spaces"),
        ("- - a", "a point begins with the mark of another point"),
        ("1995. was the year", "a line that starts with 1995. is read as a numbered step"),
        ("| a | b |\n|---|---|\n| c |", "this row has 1 cells, the head of the table has 2"),
        ("| a | b |\n|---|---|\n| c | d | e |", "this row has 3 cells, the head of the table has 2"),
        ("| a | b |\n|---|\n| c | d |", "this table cannot be read"),
        ("Text\n| a | b |\n|---|---|\n| c | d |", "this table cannot be read"),
        ("Table: alone", "put a paragraph that starts with Table: just before a table"),
        ("Figure: alone", "put a paragraph that starts with Figure: just after a figure"),
        ('!!! warning "x"\n    y', "!!! warning is not known; after !!! write one of: emergency, info, urgent"),
        ('??? info "x"\n    y', "??? info is not known; after ??? write one of: more, outlook"),
        ("!!! info\n    y", "a callout or fold starts with !!! or ???"),
        ('!!! info ""\n    y', "a callout or fold starts with !!! or ???"),
        ('!!! info "x"\n\ny', "this callout or fold is empty"),
        ("[a](#nowhere)", "no heading of this page has the anchor #nowhere"),
        ("[a](#)", "a link on the page names a heading"),
        ("[a](article:Risk/x)", "a link of this kind is written article:topic/slug"),
        ("[a](glossary:My elin)", "this is not a link that can be read"),
        ("x\u202ey", "the character U+202E cannot be seen or can hide text"),
        ("x\u2066y", "the character U+2066 cannot be seen or can hide text"),
        ("x\u200by", "the character U+200B cannot be seen or can hide text"),
        ("x\u200dy", "the character U+200D cannot be seen or can hide text"),
        ("x\x00y", "the character U+0000 cannot be seen or can hide text"),
        ("x\x02klzzwxh:0001\x03y", "the character U+0002 cannot be seen or can hide text"),
        ("x\ry", "the character U+000D cannot be seen or can hide text"),
        ("x\ud800y", "the character U+D800 cannot be seen or can hide text"),
        ("Z" + "\u0335" * 9, "more than 3 accents on one letter"),
    ],
)
def test_what_the_dialect_does_not_have_is_refused_in_words(parser: ArticleParser, written: str, reason: str) -> None:
    with pytest.raises(MarkdownRefusedError) as refusal:
        parser.parse(written)
    assert reason in refusal.value.reason
    assert refusal.value.reason in str(refusal.value)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JavaScript:x",
        "file:///etc/passwd",
        "data:text/html,x",
        "//evil.org",
        "http://a.org",
        "mailto:a@b.org",
        "tel:999",
        "source:S1",
        "media:a.svg",
        "article:../../x",
        "https://nhs.uk@evil.org",
        "https:///x",
        "https://аррӏе.com",
        "https:",
        "risk/medicines",
        "/etc",
        "java\\script:x",
    ],
)
def test_a_link_leads_only_where_a_reader_may_go(parser: ArticleParser, target: str) -> None:
    with pytest.raises(MarkdownRefusedError) as refusal:
        parser.parse(f"Line one.\n\nLine three\nand [words]({target})")
    assert refusal.value.line == 4
    assert refusal.value.reason.startswith(("a link leads to article:", "a link of this kind is written"))


MANY_MISTAKES = """## Good

Line three is good
and line four has <b>HTML</b>
and line five [a link](http://x.org).

- a point
- a second, with [another](http://x.org)
    - [^no key]

| a | b |
|---|---|
| c | [d](file:///x) |
| e |

!!! info "Title with `code`"
    [x](#nowhere)

!!! alarm "What"
    - text

# Last
"""


def test_every_mistake_is_found_with_its_line(parser: ArticleParser) -> None:
    # A row with a missing cell breaks the frame of the text, so it is said alone at first.
    assert [mistake.line for mistake in parser.mistakes(MANY_MISTAKES)] == [14]
    mended = MANY_MISTAKES.replace("| e |", "| e | f |")
    assert [mistake.line for mistake in parser.mistakes(mended)] == [4, 5, 8, 9, 13, 16, 17, 19, 22]


def test_the_first_mistake_is_the_one_raised(parser: ArticleParser) -> None:
    with pytest.raises(MarkdownRefusedError) as refusal:
        parser.parse("\n\n<b>\n\n`x`")
    assert refusal.value.line == 3


def test_the_same_words_earlier_on_the_page_do_not_mislead_the_line(parser: ArticleParser) -> None:
    text = "a\n\n- a\n- a\n\n1. 1\n\n| a | a |\n|---|---|\n| a | 1 |\n\na [a](x)\n"
    assert [mistake.line for mistake in parser.mistakes(text)] == [12]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("a\n" * 50_001, 50_001, "the text is longer than 100,000 characters"),
        ("x\n\n" + "a" * 201, 3, "a word is longer than 200 characters"),
        ("x\n\n" + "[" * 51, 3, "more than 50 square brackets in a row"),
        ("x\n\na" + "*" * 4, 3, "more than 3 stars or underscores in a row"),
        ("## a\n" * 101, 101, "there are more than 100 headings"),
        ("- a\n" * 301, 301, "a list has more than 300 points"),
        ("| a | b |\n|---|---|\n" + "| c | d |\n" * 500, 502, "a table has more than 1,000 cells"),
        ("\n".join("    " * deep + "- a" for deep in range(7)), 7, "lists are nested more than 6 deep"),
        (
            "\n\n".join("    " * deep + '!!! info "a"' for deep in range(4)) + "\n\n" + " " * 16 + "b",
            7,
            "more than 3 deep",
        ),
        ("x\n" + " " * 37 + "a", 2, "the line is indented by more than 36 spaces"),
        ("a b\n" * 5_001, 1, "more than 20,000 characters without an empty line"),
        ("a\n\n" + "*a* " * 101, 3, "a paragraph holds more than 200 stars and underscores"),
        ("a\n\n" + "\\! " * 2_001, 3, "a paragraph holds more than 2,000 marks"),
        ("a\n\n" * 3_001, 6_001, "there are more than 3,000 paragraphs"),
    ],
)
def test_a_text_beyond_a_limit_is_refused_with_its_line(
    parser: ArticleParser, text: str, line: int, reason: str
) -> None:
    with pytest.raises(MarkdownRefusedError) as refusal:
        parser.parse(text)
    assert (refusal.value.line, reason in refusal.value.reason) == (line, True), refusal.value.reason


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200 + " " + "[" * 50,
        "## a\n" * 100,
        "- a\n" * 300,
        ("- a\n" * 300 + "\nbetween\n\n") * 3,
        "| a | b |\n|---|---|\n" + "| c | d |\n" * 499,
        "\n".join("    " * deep + "- a" for deep in range(6)),
    ],
)
def test_a_text_just_within_the_limits_is_read(parser: ArticleParser, text: str) -> None:
    assert parser.parse(text).blocks


def filled(unit: str, between: str = "") -> str:
    """As much of ``unit`` as the limit of characters allows."""
    return between.join([unit] * (99_000 // len(unit + between)))


HOSTILE = {
    "brackets": "[" * 16_000,
    "brackets apart": filled("[ "),
    "fifty brackets": filled("[" * 50, " "),
    "open links": filled("[a", " "),
    "half links": filled("[a](", " "),
    "links": filled("[a](#b) " * 300, "\n\n"),
    "citations": filled("[^S1]" * 30, "\n\n"),
    "nested lists": "\n".join("    " * deep + "- x" for deep in range(1_600)),
    "dashes": "- " * 1_000 + "x",
    "stars with spaces": "* " * 1_000 + "x",
    "numbers": "1. " * 1_000 + "x",
    "nested quotes": "> " * 1_000 + "x",
    "stars": filled("*a", " "),
    "strong stars": filled("***a **b* " * 33, "\n\n"),
    "mixed stars": filled("***a** *b* _c_ __d__ " * 14, "\n\n"),
    "nested stars": filled("*a **b " * 33 + " c** d*" * 33, "\n\n"),
    "stars at line starts": filled("* a " * 90, "\n\n"),
    "backticks": " ".join("`" * count for count in range(1, 400)),
    "escapes": filled("\\* " * 1_900, "\n\n"),
    "one word": "a" * 500_000,
    "words": filled("a" * 200, " "),
    "word without spaces in its script": "血" * 99_000,
    "long table": "| a | b |\n|---|---|\n" + filled("| c | d |", "\n"),
    "wide table": "|" + "a|" * 20_000 + "\n|" + "-|" * 20_000,
    "tables": filled("| a | b |\n|---|---|\n| c | d |", "\n\n"),
    "table rules": filled("|-|", "\n"),
    "half a table rule": "a|b\n" + ("-" * 199 + " ") * 450 + "x",
    "table rule far to the right": "a|b\n" + " " * 90_000 + "|" + " " * 8_000 + "x",
    "nested callouts": "\n".join("    " * deep + '!!! info "x"' for deep in range(300)),
    "callouts": filled('!!! info "x"\n    a', "\n\n"),
    "callouts with lists": filled('!!! info "x"\n    - a\n        - b\n', "\n\n"),
    "callout quotes": filled('!!! info "' + '"' * 150, "\n"),
    "long list": filled("- a", "\n"),
    "lists": filled("- a\n" * 299, "\n\nx\n\n"),
    "loose list": filled("- a", "\n\n"),
    "lists in lists": filled("- a\n    - b\n        - c\n    - d", "\n\n"),
    "headings": filled("## a", "\n"),
    "headings in points": filled("- ## a", "\n\n"),
    "headings in points in folds": filled('??? more "y"\n- ## a\n    1. ## a\n' * 9, "\n"),
    "hashes": "## " + "# " * 20_000,
    "rules": filled("---", "\n"),
    "spaced rule": filled("-" + " " * 100),
    "setext": filled("a\n===", "\n\n"),
    "code": filled("    a", "\n\n"),
    "references": filled("[a]: http://b", "\n"),
    "tags": filled("<a", " "),
    "comments": filled("<!--", " "),
    "entities": filled("&#x" + "a" * 150, " "),
    "breaks": filled("a  \n"),
    "spaces": " " * 99_000,
    "empty lines": "\n" * 99_000,
    "tabs": filled("\ta", "\n"),
    "old line ends": "\r" * 99_000,
    "paragraphs": filled("a", "\n\n"),
    "direction marks": filled("\u202e", "\n"),
    "accents": "a" + "\u0301" * 99_000,
    "braces": "## a" + " " * 90_000 + "{#x",
    "addresses": filled("[a](https://a.b/{})".format("(x)" * 50), " "),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_can_stall_a_reader(parser: ArticleParser, text: str) -> None:
    started = time.process_time()
    body, mistakes, _ = parser.examine(text)
    assert time.process_time() - started < SECONDS
    assert mistakes or body.blocks or not text.strip()

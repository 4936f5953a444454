"""What an article may not hold: each is refused, in words, with its line, and no long page stalls a reader."""

from functools import partial

import pytest

from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.content.markdown.markdown_limits import breaches
from pmlapp.errors import MarkdownRefusedError
from tests.work_done import calls_by_package, calls_made


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
        ("ខ\u200bx", "the character U+200B cannot be seen or can hide text"),
        ("\u200bខ", "the character U+200B cannot be seen or can hide text"),
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
    assert calls_by_package(lambda: parser.examine(text))["markdown"] == 0


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("\n".join("    " * deep + "- a" for deep in range(7)), "lists are nested more than 6 deep"),
        (
            "\n\n".join("    " * deep + '!!! info "a"' for deep in range(4)) + "\n\n" + " " * 16 + "b",
            "more than 3 deep",
        ),
    ],
    ids=["lists", "callouts"],
)
def test_what_is_nested_too_deep_is_refused_with_its_line(parser: ArticleParser, text: str, reason: str) -> None:
    # Counted once the text is read; what is nested much deeper breaks the limit of the indent before that.
    with pytest.raises(MarkdownRefusedError) as refusal:
        parser.parse(text)
    assert (refusal.value.line, reason in refusal.value.reason) == (7, True), refusal.value.reason


def test_the_parser_sees_what_is_within_the_limits(parser: ArticleParser) -> None:
    assert calls_by_package(lambda: parser.examine("a"))["markdown"] > 0


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


GROWING = {
    "words": "a word and more words\n\n",
    "long words": "a" * 190 + "\n\n",
    "links": "[a](#b) [c](article:d/e)\n\n",
    "citations": "Said.[^S1] Said again.[^S2]\n\n",
    "open brackets": "[a and [b\n\n",
    "stars": "*a* and **b** and ***c***\n\n",
    "stars without a partner": "*a and **b\n\n",
    "escapes": "\\* and \\[ and \\!\n\n",
    "codes": "&amp; and &#60;\n\n",
    "tags": "<a and <b>c</b>\n\n",
    "line breaks": "a  \nb  \n\n",
    "points": "- a\n- b\n\nbetween\n\n",
    "points in points": "- a\n    - b\n        - c\n\nbetween\n\n",
    "steps": "1. a\n2. b\n\nbetween\n\n",
    "tables": "| a | b |\n|---|---|\n| c | d |\n\n",
    "callouts": '!!! info "x"\n    a\n\n',
    "folds with lists": '??? more "x"\n    - a\n    - b\n\n',
    "code": "    a\n\n",
    "quotes": "> a\n\n",
    "references": "[a]: https://b.org\n\n",
    "one long paragraph": "some words of one paragraph\n",
    "Chinese": "血液里的病毒\n\n",
}
"""What texts are made of, for pages that are long and within every limit."""

CHARACTERS = 3_000


@pytest.mark.parametrize("unit", GROWING.values(), ids=GROWING)
def test_a_page_twice_as_long_is_twice_the_work(parser: ArticleParser, unit: str) -> None:
    shorter, longer = ("x\n\n" + unit * (length // len(unit)) for length in (CHARACTERS, 2 * CHARACTERS))
    assert breaches(longer) == []
    parser.examine(unit)  # what is set up once is no work of a page
    work = [calls_made(partial(parser.examine, text)) for text in (shorter, longer)]
    assert work[1] < 2.3 * work[0]

"""The front matter of an article, read into its values."""

import re
from collections.abc import Callable, Iterator
from typing import Final, Protocol

from pmlapp.authoring.sources.diagnostics import Diagnostics
from pmlapp.authoring.sources.library_files import STATEMENT_KEYS
from pmlapp.authoring.sources.records import Form, Key, Keys, Record
from pmlapp.authoring.sources.references import References
from pmlapp.authoring.sources.take_home import TAKE_HOME_KEYS, consent, key_points, questions_to_ask, teach_back
from pmlapp.content.markdown.markdown import ParsedBody
from pmlapp.content.model import (
    Article,
    ArticleId,
    ArticleKind,
    Code,
    Provenance,
    TermKey,
    TermPlace,
    TopicId,
)
from pmlapp.content.page import Heading, walk

MAX_TITLE: Final = 65
MAX_SHORT_ANSWER_WORDS: Final = 60

ARTICLE_KEYS: Final[Keys] = {
    "id": Key(Form.TEXT),
    "title": Key(Form.TEXT),
    "kind": Key(Form.TEXT),
    "question_type": Key(Form.TEXT),
    "short_answer": Key(Form.TEXT),
    "also_asked": Key(Form.TEXTS, needed=False),
    "names": Key(Form.TEXTS, needed=False),
    "codes": Key(Form.RECORDS, needed=False),
    "related": Key(Form.RECORDS, needed=False),
    "provenance": Key(Form.TEXT),
    "evidence_checked": Key(Form.DATE, needed=False),
    "licence": Key(Form.TEXT),
    "sources": Key(Form.TEXT, needed=False),
    "urgent_help": Key(Form.TEXT, needed=False),
    "example": Key(Form.TEXT, needed=False),
    **TAKE_HOME_KEYS,
    **STATEMENT_KEYS,
}
CLAIM_HOLDERS: Final = frozenset({"short_answer", "key_points", "questions_to_ask", "teach_back"})
"""Keys whose texts may place claims."""

CODE_KEYS: Final[Keys] = {"system": Key(Form.TEXT), "value": Key(Form.TEXT)}

_TERM: Final = re.compile(r"\[([^\[\]]+)\]\(glossary:([^()\s]+)\)")
_MARKS: Final = re.compile(r"\]\(|\[\^|\*\*|<[A-Za-z/!]|`")


class PlaceClaims(Protocol):
    """Puts the claims of a text in place and notes what is wrong with them."""

    def __call__(self, text: str, notes: Diagnostics, in_file: Callable[[int], int], *, citable: bool = True) -> str:
        """The text with its claims; ``in_file`` makes a line of the file out of a line of the text."""


def read_head(
    front: Record,
    place: str,
    language: str,
    types: tuple[tuple[str, str], ...],
    notes: Diagnostics,
    place_claims: PlaceClaims,
) -> Article:
    """The article as far as its front matter says it: without its text, and what that leads to."""
    if front.text("id") and front.text("id") != place:
        notes.add(front.line_of("id"), f"the id is “{front.text('id')}” but the file's place says “{place}”")
    title = front.text("title")
    if len(title) > MAX_TITLE:
        notes.add(front.line_of("title"), f"the title has {len(title)} characters; at most {MAX_TITLE} fit")
    line = front.line_of("short_answer")
    answer, terms = _without_links(place_claims(front.text("short_answer"), notes, lambda _: line, citable=False))
    if (words := len(answer.split())) > MAX_SHORT_ANSWER_WORDS:
        notes.add(line, f"the short answer has {words} words; at most {MAX_SHORT_ANSWER_WORDS} are allowed")
    if _MARKS.search(answer):
        notes.add(line, "the short answer is plain text: no citations, stars or HTML, and links to the glossary only")
    codes = [Record.check(item, CODE_KEYS, notes, of="a code") for item in front.items("codes")]
    kind = front.choice("kind", ArticleKind, notes) or ArticleKind.ARTICLE

    def placed(text: str, line: int) -> str:
        return place_claims(text, notes, lambda _: line)

    # A member that was refused stands for nothing: the run ends in SourcesRefusedError.
    return Article(
        id=ArticleId(place),
        language=language,
        topic=TopicId(place.partition("/")[0]),
        title=title,
        kind=kind,
        question_type=front.one_of("question_type", [key for key, _ in types], notes) or types[0][0],
        short_answer=answer,
        body="",
        provenance=front.choice("provenance", Provenance, notes) or Provenance.MACHINE_DRAFTED,
        evidence_checked=front.day("evidence_checked"),
        licence=front.text("licence"),
        also_asked=front.texts("also_asked"),
        names=front.texts("names"),
        codes=tuple(Code(system=code.text("system"), value=code.text("value")) for code in codes),
        short_answer_terms=terms,
        key_points=key_points(front, notes, placed),
        questions_to_ask=questions_to_ask(front, notes, placed),
        teach_back=teach_back(front, notes, placed),
        consent=consent(front, notes, is_story=kind is ArticleKind.STORY),
    )


def note_lost_anchors(front: Record, article: Article, body: ParsedBody, notes: Diagnostics) -> None:
    """Note each question of the self-check that leads to no heading of the page."""
    anchors = {block.anchor for block in walk(body.blocks) if isinstance(block, Heading)}
    for item, each in zip(front.items("teach_back"), article.teach_back, strict=False):
        if each.anchor and each.anchor not in anchors:
            line = (item.table or {}).get("heading", item).line
            notes.add(line, f"no heading of this page has the anchor #{each.anchor}")


def _without_links(text: str) -> tuple[str, tuple[TermPlace, ...]]:
    """A text with the words of its links to the glossary, and where these are in it."""
    plain = ""
    places = []
    end = 0
    for match in _TERM.finditer(text):
        plain += text[end : match.start()]
        places.append(TermPlace(len(plain), len(plain) + len(match[1]), TermKey(match[2])))
        plain += match[1]
        end = match.end()
    return plain + text[end:], tuple(places)


def head_references(front: Record, article: Article) -> Iterator[tuple[References, int]]:
    """What the front matter refers to, with its line."""
    for term in article.short_answer_terms:
        yield References((), (term.term,), (), ()), front.line_of("short_answer")
    key_points = [point.sources for point in article.key_points]
    questions = [question.sources for question in article.questions_to_ask]
    for key, lists in (("key_points", key_points), ("questions_to_ask", questions)):
        for item, cited in zip(front.items(key), lists, strict=True):
            yield References(cited, (), (), ()), item.line
    if article.consent and article.consent.source:
        yield References((article.consent.source,), (), (), ()), front.line_of("consent")

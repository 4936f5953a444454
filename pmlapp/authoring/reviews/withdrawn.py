"""What is left of a withdrawn article: title, names, the reason, and what says when to get help."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.content.model import Article

_HELP: Final = re.compile(r'( *)!!! (?:emergency|urgent) "')
_JUMP: Final = re.compile(r"\[([^\[\]]*)\]\(#[^()]*\)")
_INDENT: Final = 4


def without_withdrawn_text(sources: LibrarySources) -> LibrarySources:
    """The library with the old text of withdrawn articles, and pictures that only they show, left out."""
    if not any(article.withdrawal for article in sources.articles):
        return sources
    articles = tuple(remains(article) if article.withdrawal else article for article in sources.articles)
    shown = "\n".join(article.body for article in articles)
    media = tuple(picture for picture in sources.media if f"(media:{picture.name})" in shown)
    return replace(sources, articles=articles, media=media)


def remains(article: Article) -> Article:
    """What a reader may still see of a withdrawn article; its sources are those that this cites."""
    body = urgent_help(article.body)
    cited = dict.fromkeys(re.findall(r"\[\^([^\]\s]+)\]", body))
    by_key = {str(source.key): source for source in article.sources}
    sources = tuple(by_key[key] for key in cited if key in by_key)
    return article._replace(
        short_answer="",
        body=body,
        sources=sources,
        evidence_checked=None,
        short_answer_terms=(),
        key_points=(),
        questions_to_ask=(),
        teach_back=(),
        consent=None,
    )


def urgent_help(body: str) -> str:
    """The emergency and urgent boxes of an article's Markdown, wherever they are in it.

    What they say that leads to another place of the page stays as words: the place is gone.
    """
    text = body.replace("\r\n", "\n").expandtabs(_INDENT)
    return "\n".join(_JUMP.sub(r"\1", box) for box in _boxes(text.split("\n")))


def _boxes(lines: list[str]) -> Iterator[str]:
    at = 0
    while at < len(lines):
        head = _HELP.match(lines[at])
        start = at
        at += 1
        if head is None:
            continue
        outer = len(head[1])
        while at < len(lines) and (not lines[at].strip() or _indent(lines[at]) >= outer + _INDENT):
            at += 1
        box = "\n".join(line[outer:].rstrip() for line in lines[start:at])
        yield box.rstrip() + "\n"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))

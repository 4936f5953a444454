"""What exactly a reviewer signs: the canonical text of an article, and its hash."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from pmlapp.content.model import Article, GlossaryTerm, Media, Source
from pmlapp.content.source_address import numbers_of

_HARD_BREAK: Final = "  "
"""Two blanks at the end of a line begin a new line on the page: they are seen."""

_TAB: Final = 4


def canonical_text(article: Article, glossary: Mapping[str, GlossaryTerm], media: Mapping[str, Media]) -> str:
    """Everything a reader sees of an article, in one form however it was written down.

    In it are title, short answer, body with its claims and shared blocks filled
    in, language, provenance, licence, the pages it leads to with the reasons, the sources it
    cites in their order, the meanings of the words it explains, and the sha256
    of its pictures.  Out of it are id, topic, kind, type, names, ways of
    asking, codes and dates: they find and order the page but are not read on it.

    Text is composed (NFC), lines end in ``\\n`` without blanks, keys are in order.
    """
    values: dict[str, object] = {
        "language": article.language,
        "licence": article.licence,
        "pictures": {name: hashlib.sha256(media[name].data).hexdigest() for name in _named("media", article, media)},
        "provenance": article.provenance,
        "related": [(related.to, related.reason) for related in article.related],
        "short_answer": article.short_answer,
        "sources": [_shown(source) for source in article.sources],
        "title": article.title,
        "words": {key: (glossary[key].word, glossary[key].meaning) for key in _named("glossary", article, glossary)},
    }
    values |= {key: value for key, value in _newer(article).items() if value}
    front = [f"{key}: {json.dumps(value, ensure_ascii=False, sort_keys=True)}" for key, value in sorted(values.items())]
    return unicodedata.normalize("NFC", "\n".join((*front, "---", *_lines(article.body), "")))


def text_sha256(article: Article, glossary: Mapping[str, GlossaryTerm], media: Mapping[str, Media]) -> str:
    """The sha256 of the canonical text, in hex: what a sign-off names."""
    return hashlib.sha256(canonical_text(article, glossary, media).encode()).hexdigest()


def with_hashes(
    articles: Iterable[Article], glossary: Iterable[GlossaryTerm], media: Iterable[Media]
) -> tuple[Article, ...]:
    """The articles, each with the hash of its text as it is now."""
    terms: dict[str, GlossaryTerm] = {term.key: term for term in glossary}
    pictures = {picture.name: picture for picture in media}
    return tuple(article._replace(text_sha256=text_sha256(article, terms, pictures)) for article in articles)


def _shown(source: Source) -> tuple[str, ...]:
    # A number that it does not have is left out, so that texts signed before there were numbers stay as signed.
    return (*source[: source._fields.index("doi")], *numbers_of(source), *((source.note,) if source.note else ()))


def _newer(article: Article) -> dict[str, object]:
    """What articles may have since format 4 of the content file; without it their text is what it was before."""
    return {
        "consent": article.consent and [str(value or "") for value in article.consent],
        "key_points": article.key_points,
        "questions_to_ask": article.questions_to_ask,
        "short_answer_words": article.short_answer_terms,
        "teach_back": article.teach_back,
    }


def _named(kind: str, article: Article, known: Mapping[str, object]) -> list[str]:
    # Read off the Markdown: parsing sixteen thousand pages again would take a minute.  A name
    # inside a picture's words or behind a backslash counts too, which does no harm.
    named = re.findall(rf"\({kind}:([^()\s]+)\)", article.body)
    if kind == "glossary":
        named += [place.term for place in article.short_answer_terms]
    return sorted({name for name in named if name in known})


def _lines(body: str) -> list[str]:
    # Tabs become blanks first, as they do when the page is parsed: two of them may end a line.
    text = unicodedata.normalize("NFC", body.replace("\r\n", "\n").replace("\r", "\n")).expandtabs(_TAB)
    lines = [line if line.strip(" ") else "" for line in text.split("\n")]
    followed = [*lines[1:], ""]
    kept = (
        line.rstrip(" ") + (_HARD_BREAK if after and line.endswith(_HARD_BREAK) else "")
        for line, after in zip(lines, followed, strict=True)
    )
    return "\n".join(kept).strip("\n").split("\n")

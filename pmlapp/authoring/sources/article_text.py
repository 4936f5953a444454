"""An article's file as text: front matter in the order of docs/article-format.md, then its Markdown."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, NamedTuple

import yaml

from pmlapp.content.model import ArticleKind, Code, Provenance

FILL_IN: Final = "FILL IN"
"""What is written where a person has to write something; a page that still holds it is not finished."""

_Dumper: Final[Any] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_LINE: Final = 100


class ArticleText(NamedTuple):
    """What an article's file says; keys that are empty are left out of it."""

    id: str
    title: str
    kind: ArticleKind
    question_type: str
    short_answer: str
    provenance: Provenance
    licence: str
    body: str
    also_asked: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()
    related: tuple[tuple[str, str], ...] = ()
    """The id of each related page, and the reason."""
    sources: str = ""
    urgent_help: str = ""
    consent: Mapping[str, object] | None = None
    evidence_checked: date | None = None
    key_points: tuple[str, ...] = ()
    """Each with its citations behind it."""
    questions_to_ask: tuple[str, ...] = ()
    teach_back: tuple[tuple[str, str, str], ...] = ()
    """Question, answer, and the anchor of the heading that explains it."""


def article_text(article: ArticleText) -> str:
    """The whole file, ending in a line break."""
    values: dict[str, Any] = {
        "id": article.id,
        "title": article.title,
        "kind": str(article.kind),
        "question_type": article.question_type,
        "short_answer": article.short_answer,
        "also_asked": list(article.also_asked),
        "names": list(article.names),
        "codes": [{"system": code.system, "value": code.value} for code in article.codes],
        "related": [{"to": to, "why": why} for to, why in article.related],
        "provenance": str(article.provenance),
        "evidence_checked": article.evidence_checked,
        "licence": article.licence,
        "sources": article.sources,
        "urgent_help": article.urgent_help,
        "key_points": list(article.key_points),
        "questions_to_ask": list(article.questions_to_ask),
        "teach_back": [
            {"question": question, "answer": answer, "heading": f"#{anchor}"}
            for question, answer, anchor in article.teach_back
        ],
        "consent": dict(article.consent or {}),
    }
    said = {key: value for key, value in values.items() if value}
    front = yaml.dump(said, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_LINE)
    return f"---\n{front}---\n{article.body.strip()}\n"

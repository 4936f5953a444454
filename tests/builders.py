"""Small libraries made by hand, for tests that need one of a certain shape."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from pmlapp.authoring.building.build import build
from pmlapp.authoring.sources.sign_off import with_hashes
from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.content.model import (
    Article,
    ArticleId,
    ArticleKind,
    Code,
    GlossaryTerm,
    Media,
    Provenance,
    QuestionType,
    RelatedQuestion,
    SignOff,
    SignOffKind,
    Source,
    SourceKey,
    Synonym,
    TermKey,
    Topic,
    TopicId,
)

FIRST = Source(
    key=SourceKey("S1"),
    title="A study of the virus",
    publisher="A journal",
    published="2021",
    url="https://example.org/1",
    licence="facts only",
)
SECOND = FIRST._replace(key=SourceKey("S2"), title="A leaflet", url="https://example.org/2")
GLOSSARY = (
    GlossaryTerm(key=TermKey("myelin"), word="myelin", meaning="The coat of a nerve fibre."),
    GlossaryTerm(key=TermKey("antibody"), word="Antibody", meaning="A defence.", also=("antibodies", "Ab")),
)
MEDIA = (Media(name="nerve.svg", media_type="image/svg+xml", data=b"<svg/>"),)

TODAY = date(2026, 11, 22)

PATIENCE_MS = 60_000
"""For work that ends by itself: a busy machine is no mistake of ours."""


def on_that_day(newest: date) -> date:
    """The day to trust, in tests that are about something else."""
    return max(TODAY, newest)


SIGN_OFF = SignOff(
    reviewer="Dr A. Example",
    role="neurologist",
    credentials="an example of a degree",
    interests="none",
    evidence="the sources it cites",
    kind=SignOffKind.CLINICAL,
    signed_on=date(2026, 1, 2),
    next_due=date(2028, 1, 2),
    text_sha256="0" * 64,
)

EDITORIAL = SIGN_OFF._replace(kind=SignOffKind.EDITORIAL, reviewer="E. Example", role="editor")


def article(key: str = "causes/what-causes-pml", **changes: Any) -> Article:
    """An ordinary page, with whatever a test wants to be different."""
    plain = Article(
        id=ArticleId(key),
        language="en",
        topic=TopicId(key.partition("/")[0]),
        title="What causes PML?",
        kind=ArticleKind.QUESTION,
        question_type=QuestionType.CAUSES,
        short_answer="The JC virus wakes up.",
        body="## How\n\nThe virus rests in the kidneys.[^S1]\n",
        provenance=Provenance.ADAPTED,
        evidence_checked=date(2026, 11, 21),
        licence="CC-BY-4.0",
    )
    return plain._replace(**changes)


def rich_article() -> Article:
    """A page with a value in every field."""
    return article(
        also_asked=("why do people get PML", "what brings on PML"),
        names=("PML", "progressive multifocal leukoencephalopathy"),
        codes=(Code(system="ICD-10", value="A81.2"), Code(system="ICD-9", value="046.3")),
        related=(RelatedQuestion(to=ArticleId("diet/food"), title="What should I eat?", reason="food at home"),),
        sources=(SECOND, FIRST),
        sign_offs=(SIGN_OFF,),
    )


def signed(page: Article, *sign_offs: SignOff) -> Article:
    """The page with these sign-offs, each for its text as it is now, among the words and pictures of `library`."""
    (hashed,) = with_hashes([page], GLOSSARY, MEDIA)
    return hashed._replace(sign_offs=tuple(each._replace(text_sha256=hashed.text_sha256) for each in sign_offs))


def as_read(page: Article) -> Article:
    """The page as it comes out of a content file: the hash of its text is kept only where somebody signed."""
    return page if page.sign_offs else page._replace(text_sha256="")


def pages_checked_on(*days: date | None, next_due: date = SIGN_OFF.next_due) -> list[Article]:
    """A page for each day on which an editor signed for its sources; None for a page without a sign-off."""
    return [
        signed(
            article(f"causes/page-{number}", evidence_checked=day),
            *([EDITORIAL._replace(signed_on=day, next_due=next_due)] if day else []),
        )
        for number, day in enumerate(days)
    ]


def library(articles: Iterable[Article] = (), **changes: Any) -> LibrarySources:
    """A library of these pages, with the topics they need."""
    pages = tuple(articles) or (
        rich_article(),
        article("diet/food", title="What should I eat?", question_type=QuestionType.DIET, evidence_checked=None),
    )
    topics = dict.fromkeys(page.topic for page in pages)
    plain = LibrarySources(
        title="PML Answers",
        subject="PML, a rare infection of the brain",
        language="en",
        publisher="the editors",
        licence="CC-BY-4.0",
        topics=tuple(Topic(id=key, title=key.title(), description=f"All on {key}", icon="info") for key in topics),
        articles=pages,
        sources=(FIRST, SECOND),
        glossary=GLOSSARY,
        synonyms=(Synonym(words=("tysabri", "natalizumb"), means="natalizumab"),),
        media=MEDIA,
    )
    made = replace(plain, **changes)
    return replace(made, articles=with_hashes(made.articles, made.glossary, made.media))


def many_pages(count: int = 400) -> LibrarySources:
    """A library large enough for its pages to be packed."""
    paragraph = "The virus rests in the kidneys of most people and does no harm there for all of their lives. "
    return library(
        article(f"causes/page-{number}", title=f"Question {number}?", body=f"## Part {number}\n\n{paragraph * 30}\n")
        for number in range(count)
    )


def content_file(folder: Path, sources: LibrarySources | None = None) -> Path:
    """A content file built from ``sources`` or an ordinary library."""
    path = folder / "content.db"
    build(sources or library(), path)
    return path

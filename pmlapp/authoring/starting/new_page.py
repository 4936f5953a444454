"""A page that has everything but what its author has to write."""

from pathlib import Path
from typing import Final

from pmlapp.authoring.sources.article_text import FILL_IN, ArticleText, article_text
from pmlapp.authoring.sources.source_folder import NAME
from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.authoring.sources.whole_file import write_whole
from pmlapp.content.model import ArticleKind, Provenance, QuestionType
from pmlapp.errors import PageRefusedError

_RELATED: Final = 3
_QUESTION: Final = f"""\
{FILL_IN}: the answer in full, one thought a paragraph. End what a source says with its key, such as [^E1].

## {FILL_IN}: a heading that says what follows

{FILL_IN}: the next part of the answer.
"""
_ARTICLE: Final = f"""\
{FILL_IN}: what the page is about, in two or three sentences, each with its source, such as [^E1].

## {FILL_IN}: the first part

{FILL_IN}: what there is to say.

## {FILL_IN}: the second part

{FILL_IN}: what there is to say.
"""
_STORY: Final = f"""\
{FILL_IN}: how it began, as the person tells it, without the person's name.

## {FILL_IN}: what happened then

{FILL_IN}: how it went on.
"""
_BODIES: Final = {
    ArticleKind.QUESTION: _QUESTION,
    ArticleKind.ARTICLE: _ARTICLE,
    ArticleKind.STORY: _STORY,
}
_CONSENT: Final = {
    "kind": "written",
    "given_on": f"{FILL_IN}: the day, such as 2026-01-31",
    "held_by": f"{FILL_IN}: who keeps the signed paper",
}


def new_page(
    folder: Path,
    library: LibrarySources,
    page: str,
    *,
    kind: ArticleKind,
    title: str,
    question_type: str,
    provenance: Provenance,
) -> Path:
    """Write the file of a new page, to be filled in.

    Args:
        folder: of one language.
        library: what is in it.
        page: ``topic/slug``, the id of the page.
        kind: decides what there is to fill in.
        title: the question as a person would ask it.
        question_type: one of those that the library lists.
        provenance: where its words will come from.

    Returns:
        The file.

    Raises:
        PageRefusedError: the library has no such topic, the name cannot be one, or it is that of another page.
        CannotWriteError: no space or no permission.
    """
    topic, _, slug = page.partition("/")
    topics = [str(each.id) for each in library.topics]
    if topic not in topics or not NAME.fullmatch(slug):
        listed = ", ".join(topics) or "none yet"
        form = "it is topic/name in a-z, 0-9 and single hyphens"
        raise PageRefusedError(page=page, reason=f"{form}, and the topics of the library are: {listed}")
    path = folder / topic / f"{slug}.md"
    if path.exists():
        raise PageRefusedError(page=page, reason=f"there is one already, {path}")
    near = [each for each in library.articles if each.topic == topic] + [
        each for each in library.articles if each.topic != topic
    ]
    related = tuple((str(each.id), f"{FILL_IN}: why it is worth reading next") for each in near[:_RELATED])
    draft = ArticleText(
        id=page,
        title=title,
        kind=kind,
        question_type=question_type,
        short_answer=f"{FILL_IN}: the answer in one to three sentences, at most 60 words.",
        provenance=provenance,
        licence=library.licence,
        body=_BODIES[kind],
        related=related if len(related) == _RELATED else (),
        urgent_help="" if question_type == QuestionType.URGENT_HELP else _no_box(library),
        consent=_CONSENT if kind is ArticleKind.STORY else None,
    )
    write_whole(path, article_text(draft).encode())
    return path


def _no_box(library: LibrarySources) -> str:
    urgent = next((each.id for each in library.articles if each.question_type == QuestionType.URGENT_HELP), "")
    lead = f", or link to [the page on urgent help](article:{urgent}) in the text" if urgent else ""
    return f"not-applicable: {FILL_IN}: why the page needs no box that says when to get help{lead}"

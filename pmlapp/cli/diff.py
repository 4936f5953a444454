"""`pml diff`: the command that says what a new edition of a library changes for its readers."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path

import click

from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import SignOff
from pmlapp.library.differences import PageChange, PageFate, SentenceChange, differences


class Form(StrEnum):
    """How the changes are printed."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


@click.command("diff")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Form]),
    default=Form.TEXT.value,
    show_default=True,
    help="How it is printed; Markdown is for a letter to those who use the library.",
)
def diff_command(old: Path, new: Path, form: str) -> None:
    """Print what NEW changes for the readers of OLD, both content files.

    Pages that are new, changed (each sentence before and after), withdrawn,
    reinstated, reviewed again or removed.  Ends with 0 if nothing is
    different, with 1 if something is, with 65 or 66 if a file cannot be read.

    \b
    Example:
      pml diff last-year.db content.db --format markdown
    """
    with ExitStack() as opened:
        stores = [opened.enter_context(ContentStore.open(path)) for path in (old, new)]
        found = differences(*stores)
    match Form(form):
        case Form.JSON:
            click.echo(json.dumps([_record(change) for change in found], ensure_ascii=False, indent=2))
        case Form.MARKDOWN:
            click.echo("\n".join(_markdown(found)), nl=bool(found))
        case Form.TEXT:
            click.echo("\n".join(_text(found)), nl=bool(found))
    counts = Counter(change.fate for change in found)
    said = ", ".join(f"{counts[fate]} {fate}" for fate in PageFate if counts[fate])
    click.echo(said or "Nothing is different for a reader.", err=True)
    if found:
        raise SystemExit(1)


def _text(found: Sequence[PageChange]) -> Iterator[str]:
    for change in found:
        yield f"{change.fate}: {change.page}: {change.title}"
        if change.reason:
            yield f"  because: {change.reason}"
        for sentence in change.sentences:
            yield f"  {sentence.part}"
            yield from (f"    - {sentence.before}" for _ in sentence.before[:1])
            yield from (f"    + {sentence.after}" for _ in sentence.after[:1])
        for review in change.reviews:
            yield f"  {_signed(review)}"


def _markdown(found: Sequence[PageChange]) -> Iterator[str]:
    for fate in PageFate:
        of_this = [change for change in found if change.fate is fate]
        if not of_this:
            continue
        yield f"## {fate.capitalize()}\n"
        for change in of_this:
            yield f"- **{change.title}** ({change.page})"
            if change.reason:
                yield f"    - Because: {change.reason}"
            yield from (f"    - {_in_words(sentence)}" for sentence in change.sentences)
            yield from (f"    - {_signed(review)}" for review in change.reviews)
        yield ""


def _in_words(sentence: SentenceChange) -> str:
    match sentence.before, sentence.after:
        case "", after:
            return f"New in the {sentence.part}: “{after}”"
        case before, "":
            return f"Gone from the {sentence.part}: “{before}”"
        case before, after:
            return f"In the {sentence.part}: “{before}” is now “{after}”"


def _signed(review: SignOff) -> str:
    return f"{review.kind} review by {review.reviewer}, {review.role}, on {review.signed_on}"


def _record(change: PageChange) -> dict[str, object]:
    return {
        "page": change.page,
        "title": change.title,
        "fate": change.fate,
        "reason": change.reason,
        "sentences": [sentence._asdict() for sentence in change.sentences],
        "reviews": [
            {
                "kind": review.kind,
                "reviewer": review.reviewer,
                "role": review.role,
                "signed_on": review.signed_on.isoformat(),
            }
            for review in change.reviews
        ],
    }

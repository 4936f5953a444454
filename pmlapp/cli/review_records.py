"""`pml review sign|withdraw|reinstate`: the commands that write a record."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

import click

from pmlapp.authoring.lint.sentences import words_of
from pmlapp.authoring.reviews.signed_texts import text_to_sign
from pmlapp.authoring.reviews.signing import sign
from pmlapp.authoring.sources.faultless import faultless
from pmlapp.authoring.sources.review_files import Reinstatement, append_record
from pmlapp.authoring.sources.sources import LibrarySources, examine_sources
from pmlapp.cli.review_choices import (
    as_id,
    asked,
    asked_choice,
    asked_day,
    chosen,
    confirmed,
    day_option,
    in_language,
    in_source,
    own_words,
    source_folder,
    without_asking,
)
from pmlapp.content.markdown.markdown_text import plain_lines
from pmlapp.content.model import Article, SignOff, SignOffKind, Withdrawal, latest_due
from pmlapp.errors import SourcesRefusedError, UnfinishedPagesError
from pmlapp.library.pages.trusted_day import newest_record

_MEANS: Final = {
    SignOffKind.EDITORIAL: "that the evidence named says what the text cites it for",
    SignOffKind.CLINICAL: "that a patient may rely on what the text says",
    SignOffKind.LAY: "that I understood the text and found nothing missing or hurtful",
    SignOffKind.TRANSLATION: "that the text says what the original says, no more and no less",
}
"""What a reviewer vouches for with each kind, as the end of a sentence."""


@click.command("sign")
@click.argument("articles", nargs=-1)
@click.option("--all", "every", is_flag=True, help="All articles of the library.")
@click.option("--kind", type=click.Choice([kind.value for kind in SignOffKind]), help="What you vouch for.")
@own_words("--name", "Your own name, as readers will see it.")
@own_words("--role", "What you are, such as: neurologist; editor; carer.")
@own_words("--credentials", "What qualifies you: degree, registration, experience.")
@own_words("--interests", "What may sway you, such as payments; “none” if there is nothing.")
@own_words("--evidence", "What you checked the text against.")
@day_option("--due", "When it has to be reviewed again; at most 36 months from now.")
@own_words("--sha256", "The hash on the sheet that was read, or its first 12 signs or more; any other text is refused.")
@own_words("--note", "Anything else that belongs to your word; may be left out.")
@in_source
@in_language
@without_asking
def sign_command(
    articles: tuple[str, ...],
    every: bool,
    kind: str | None,
    name: str | None,
    role: str | None,
    credentials: str | None,
    interests: str | None,
    evidence: str | None,
    due: date | None,
    sha256: str | None,
    note: str | None,
    source: Path | None,
    language: str | None,
    yes: bool,
) -> None:
    """Sign ARTICLES as they are now, in your own name.

    ARTICLES are ids, such as causes/what-is-it.  Whatever is not given is
    asked for; nothing is guessed and nothing has a default.  The record holds
    for exactly the text that is shown by its sha256: any visible change ends it.

    \b
    Example:
      pml review sign care/a1c -s diabetes
    """
    folder = source_folder(source, language)
    library, texts = _without_mistakes(folder, articles, every=every)
    today = date.today()
    _refuse_wrong_clock(texts, today)
    _refuse_unfinished(library, texts)
    if sha256 is not None:
        _refuse_other_text(texts, sha256.lower())
    click.echo("You are about to sign, as it is now:\n")
    click.echo("\n".join(_described(article) for article in texts) + "\n")
    vouched = SignOffKind(asked_choice("Kind of review", kind, [each.value for each in SignOffKind]))
    reviewer = asked("Your name, as readers will see it", name)
    your_role = asked("Your role", role)
    your_credentials = asked("Your credentials", credentials)
    your_interests = asked("Your interests, or “none”", interests)
    against = asked("What you checked the text against", evidence)
    next_due = asked_day("Next review due", due, lambda day: _within_36_months(day, today))
    click.echo(
        f"\n{reviewer}, {your_role} ({your_credentials}), signs on {today}:\n"
        f"I vouch {_MEANS[vouched]}.\n"
        f"Checked against: {against}\nInterests: {your_interests}\nNext review due: {next_due}\n"
        + (f"Note: {note}\n" if note else "")
    )
    confirmed(f"Sign {_articles(texts)} as {vouched} review?", yes=yes)
    for article in texts:
        sign_off = SignOff(
            kind=vouched,
            reviewer=reviewer,
            role=your_role,
            credentials=your_credentials,
            interests=your_interests,
            evidence=against,
            signed_on=today,
            next_due=next_due,
            text_sha256=article.text_sha256,
            note=note or "",
        )
        sign(folder, article.id, text_to_sign(article, library), sign_off)
        click.echo(f"signed: {article.id}")
    click.echo("Run pml build, so that readers see it.")


@click.command("withdraw")
@click.argument("articles", nargs=-1)
@own_words("--reason", "Why nobody should rely on it now, in plain words; readers see this in its place.")
@own_words("--by", "Who withdraws it, as readers will see it.")
@in_source
@in_language
@without_asking
def withdraw_command(
    articles: tuple[str, ...], reason: str | None, by: str | None, source: Path | None, language: str | None, yes: bool
) -> None:
    """Withdraw ARTICLES: readers then see the reason and when to get help, and no more of the text.

    \b
    Example:
      pml review withdraw care/a1c -s diabetes
    """
    folder = source_folder(source, language)
    _, texts = _without_mistakes(folder, articles)
    today = date.today()
    _refuse_wrong_clock(texts, today)
    for article in texts:
        if article.withdrawal is not None:
            raise click.UsageError(f"{article.id} is withdrawn already, since {article.withdrawal.on}.")
    why = asked("Why, in plain words for readers", reason)
    who = asked("Who withdraws it, as readers will see it", by)
    click.echo(f"Readers will see: {why}")
    confirmed(f"Withdraw {_articles(texts)}?", yes=yes)
    for article in texts:
        append_record(folder, article.id, Withdrawal(reason=why, by=who, on=today))
        click.echo(f"withdrawn: {article.id}")
    click.echo("Run pml build and give the library out, so that readers no longer see the text.")


@click.command("reinstate")
@click.argument("articles", nargs=-1)
@own_words("--reason", "Why it may be read again; kept in the records.")
@own_words("--by", "Who decides so.")
@in_source
@in_language
@without_asking
def reinstate_command(
    articles: tuple[str, ...], reason: str | None, by: str | None, source: Path | None, language: str | None, yes: bool
) -> None:
    """Let withdrawn ARTICLES be read again.

    Their earlier reviews count again only where the text has not changed since.

    \b
    Example:
      pml review reinstate care/a1c -s diabetes
    """
    folder = source_folder(source, language)
    _, texts = _without_mistakes(folder, articles)
    today = date.today()
    _refuse_wrong_clock(texts, today)
    for article in texts:
        if article.withdrawal is None:
            raise click.UsageError(f"{article.id} is not withdrawn.")
        reason_then, by_then, since = article.withdrawal
        click.echo(f"{article.id} was withdrawn on {since} by {by_then}: {reason_then}")
    why = asked("Why it may be read again", reason)
    who = asked("Who decides so", by)
    confirmed(f"Reinstate {_articles(texts)}?", yes=yes)
    for article in texts:
        append_record(folder, article.id, Reinstatement(reason=why, by=who, on=today))
        click.echo(f"reinstated: {article.id}")
    click.echo("Run pml build, so that readers see it.")


def _without_mistakes(
    folder: Path, articles: Sequence[str], *, every: bool = False
) -> tuple[LibrarySources, tuple[Article, ...]]:
    """The library and the articles meant, which have no mistakes, whatever is wrong with others."""
    library, faulty = faultless(examine_sources(folder, today=date.today()), folder)
    if every and faulty:
        raise SourcesRefusedError(tuple(str(note) for notes in faulty.values() for note in notes))
    refused = [as_id(name) for name in articles if as_id(name) in faulty]
    if refused:
        raise SourcesRefusedError(tuple(str(note) for page in refused for note in faulty[page]))
    return library, chosen(library, articles, every=every)


def _refuse_unfinished(library: LibrarySources, articles: Sequence[Article]) -> None:
    """Nobody can vouch for words that are still to be written."""
    meant = {article.id for article in articles}
    if left := tuple(line for page, line in library.unfinished if page in meant):
        raise UnfinishedPagesError(left)


def _described(article: Article) -> str:
    text = "\n".join((article.title, article.short_answer, *plain_lines(article.body)))
    state = "; withdrawn now" if article.withdrawal else ""
    return f"  {article.id}: {article.title}\n    sha256 {article.text_sha256}, {len(words_of(text)):,} words{state}"


def _articles(articles: Sequence[Article]) -> str:
    return "1 article" if len(articles) == 1 else f"{len(articles)} articles"


def _within_36_months(day: date, today: date) -> date:
    if not today < day <= latest_due(today):
        raise click.BadParameter(f"{day} must be after today and at most 36 months away: by {latest_due(today)}.")
    return day


def _refuse_other_text(articles: Sequence[Article], sha256: str) -> None:
    """Between the reading of a sheet and the signing somebody may have changed the article."""
    if len(articles) > 1:
        raise click.UsageError("--sha256 is the hash of one text: sign the articles one by one.")
    if not re.fullmatch("[0-9a-f]{12,64}", sha256):
        raise click.BadParameter("--sha256 takes 12 to 64 hexadecimal digits, as printed on the sheet.")
    if not articles[0].text_sha256.startswith(sha256):
        raise click.UsageError(
            f"{articles[0].id} is another text now than the one read: its sha256 is {articles[0].text_sha256}. "
            "Make a new sheet; it shows what has changed."
        )


def _refuse_wrong_clock(articles: Sequence[Article], today: date) -> None:
    """A record with a day before the last one would be worth nothing."""
    newest = newest_record(article._replace(evidence_checked=None) for article in articles)
    if newest is not None and today < newest:
        raise click.UsageError(
            f"The clock of this computer says {today}, but a record is from {newest}. Set the clock first."
        )

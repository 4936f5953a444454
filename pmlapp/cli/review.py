"""`pml review`: the commands around reviews, of which this module holds those that only look."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import click

from pmlapp.authoring.printed_tables import Format
from pmlapp.authoring.reviews.review_table import Row, due_rows, printed_due, printed_status, review_rows
from pmlapp.authoring.sources.faultless import faultless
from pmlapp.authoring.sources.sources import examine_sources
from pmlapp.cli.review_choices import day_option, in_language, in_source, source_folder
from pmlapp.cli.review_records import reinstate_command, sign_command, withdraw_command
from pmlapp.cli.review_sheet import sheet_command
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.trusted_day import newest_record, trusted_day

in_form: Final = click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    default=Format.TEXT.value,
    show_default=True,
    help="How it is printed; CSV opens in a spreadsheet.",
)
on_day: Final = day_option("--on", "Judge as if it were that day; without it, today.")


@click.group("review")
def review_group() -> None:
    """Sign articles, and see which of them need a review.

    docs/reviewing.md tells how an article is reviewed and what a signature means.

    \b
    Example:
      pml review sheet care/a1c -s diabetes -o sheet.pdf
      pml review sign care/a1c -s diabetes
    """


@review_group.command("status")
@in_source
@in_language
@in_form
@on_day
def status_command(source: Path | None, language: str | None, form: str, on: date | None) -> None:
    """Print the review status of every article.

    \b
    Example:
      pml review status -s diabetes --format csv
    """
    rows, _ = _rows(source, language, on)
    click.echo(printed_status(rows, Format(form)))
    counts = ", ".join(f"{count} {status}" for status, count in Counter(row.status for row in rows).items())
    missing = sum(bool(row.lacks) for row in rows)
    click.echo(f"{len(rows)} articles: {counts}; {missing} lack what the library's policy asks for", err=True)


@review_group.command("due")
@in_source
@in_language
@in_form
@on_day
@click.option(
    "--within",
    type=click.IntRange(0, 10_000),
    default=90,
    show_default=True,
    metavar="DAYS",
    help="How far ahead to look.",
)
def due_command(source: Path | None, language: str | None, form: str, on: date | None, within: int) -> None:
    """Print the articles that need a review: never reviewed, changed since, overdue, or due soon.

    Ends with 1 if there is any, with 0 if there is none.

    \b
    Example:
      pml review due -s diabetes --within 30
    """
    rows, today = _rows(source, language, on)
    dues = due_rows(rows, today=today, within=timedelta(days=within))
    if dues or Format(form) is not Format.TEXT:
        click.echo(printed_due(dues, Format(form)))
    click.echo(f"{len(dues)} of {len(rows)} articles need a review within {within} days", err=True)
    if dues:
        raise SystemExit(1)


for command in (sheet_command, sign_command, withdraw_command, reinstate_command):
    review_group.add_command(command)


def _rows(source: Path | None, language: str | None, on: date | None) -> tuple[tuple[Row, ...], date]:
    """The review status of every article, and the day it is of."""
    folder = source_folder(source, language)
    library, faulty = faultless(examine_sources(folder), folder)
    if faulty:
        click.echo(f"Left out, since they have mistakes (pml lint names them): {', '.join(sorted(faulty))}", err=True)
    clock = date.today()
    today = on or trusted_day(clock, newest_record(library.articles) or clock).day
    return review_rows(library.articles, library.policy, today=today, words=PageWords()), today

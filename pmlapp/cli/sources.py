"""`pml sources`: the command that prints where the sources of a library can be opened."""

from pathlib import Path

import click

from pmlapp.authoring.lint.source_table import OPENABLE, printed_sources, source_rows, summary
from pmlapp.authoring.printed_tables import Format
from pmlapp.authoring.sources.sources import read_sources
from pmlapp.cli.review_choices import in_language, in_source, source_folder


@click.command("sources")
@in_source
@in_language
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    default=Format.TEXT.value,
    show_default=True,
    help="How it is printed; CSV opens in a spreadsheet.",
)
@click.option("--unopenable", is_flag=True, help="Only those whose exact address is not known, most cited first.")
def sources_command(source: Path | None, language: str | None, form: str, unopenable: bool) -> None:
    """Print every source: whether it can be opened, how often it is cited, and where it is.

    \b
    Example:
      pml sources -s diabetes --unopenable
    """
    rows = source_rows(read_sources(source_folder(source, language)))
    shown = rows
    if unopenable:
        lost = [row for row in rows if row.state not in OPENABLE]
        shown = tuple(sorted(lost, key=lambda row: -row.citations))
    click.echo(printed_sources(shown, Format(form)))
    click.echo(summary(rows), err=True)

"""`pml build`: the command that makes a content file."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Final

import click

from pmlapp.authoring.building.build import build
from pmlapp.authoring.sources.sources import read_sources
from pmlapp.cli.folders import language_folder
from pmlapp.content.edition import is_undated
from pmlapp.paths import resources_dir

_SECONDS_BETWEEN_REPORTS: Final = 1.0
_NO_DATE: Final = " (no date: no page says yet when its sources were checked)"


@click.command("build")
@click.argument("source", type=click.Path(path_type=Path), required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("content.db"),
    show_default=True,
    help="The content file to write; an older one is replaced only by a whole new one.",
)
@click.option(
    "--previous",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The library given out last: its numbers and its dictionary are kept, so that an update is small.",
)
@click.option("-l", "--language", help="The language to build, where SOURCE holds several.")
@click.option("--draft", is_flag=True, help="Build what the policy of the library forbids; every page says DRAFT.")
def build_command(source: Path | None, output: Path, previous: Path | None, language: str | None, draft: bool) -> None:
    """Build a content file from the articles in SOURCE.

    SOURCE is the folder of one language, or a folder of such folders; without
    it, the articles that came with the program are built.  Nothing is written
    if there is any mistake; each is printed with its file and line.  Nor is
    it if an article lacks a review that the library's policy asks for.

    \b
    Example:
      pml build diabetes -o content.db
    """
    folder = language_folder(source or resources_dir() / "content", language)
    sources = read_sources(folder, today=date.today(), progress=_progress("Reading"))
    report = build(sources, output, previous=previous, draft=draft, progress=_progress("Building"))
    click.echo(
        f"{output}: {report.articles} articles, {report.words:,} words, {report.bytes:,} bytes\n"
        f"edition {report.edition}{_NO_DATE if is_undated(report.edition) else ''}, digest {report.digest}"
    )
    if not sources.states_policy:
        click.echo(
            "It is a draft, and every page says so: nobody has said yet what the library may be given out with."
            " Write [policy] into library.toml beside the folder “content”; docs/reviews.md describes it.",
            err=True,
        )


def _progress(doing: str) -> Callable[[int, int], None]:
    """Says on stderr how far a long build is, once a second; of a short one it says nothing."""
    said = monotonic()

    def report(done: int, total: int) -> None:
        nonlocal said
        if monotonic() - said >= _SECONDS_BETWEEN_REPORTS:
            said = monotonic()
            click.echo(f"{doing}: {done:,} of {total:,}", err=True)

    return report

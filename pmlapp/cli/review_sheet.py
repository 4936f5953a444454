"""`pml review sheet`: the command that prints articles for their reviewers."""

from datetime import date
from enum import StrEnum
from pathlib import Path

import click

from pmlapp.authoring.reviews.sheet.cover import cover_page
from pmlapp.authoring.reviews.sheet.review_sheet import ReviewSheet, review_sheet
from pmlapp.authoring.reviews.sheet.sheet_html import sheet_html
from pmlapp.authoring.reviews.sheet.sheet_pdf import Paper, sheet_pdf
from pmlapp.authoring.reviews.sheet.sheet_words import SheetWords
from pmlapp.authoring.sources.sources import read_sources
from pmlapp.authoring.sources.whole_file import write_whole
from pmlapp.cli.review_choices import chosen, in_language, in_source, source_folder
from pmlapp.content.model import Article
from pmlapp.paths import font_dir


class SheetForm(StrEnum):
    """What a sheet may be written as; the value is how its file's name ends."""

    HTML = "html"
    PDF = "pdf"


@click.command("sheet")
@click.argument("articles", nargs=-1)
@click.option("--all", "every", is_flag=True, help="All articles of the library.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The file to write, ending in .html or .pdf; or a folder, for one file each. Without it, this folder.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in SheetForm]),
    help="HTML or PDF, where --output does not say; without both, HTML.",
)
@click.option(
    "--paper",
    type=click.Choice([paper.value for paper in Paper]),
    default=Paper.A4.value,
    show_default=True,
    help="The paper that a PDF is for.",
)
@in_source
@in_language
def sheet_command(
    articles: tuple[str, ...],
    every: bool,
    output: Path | None,
    form: str | None,
    paper: str,
    source: Path | None,
    language: str | None,
) -> None:
    """Write a review sheet of each of ARTICLES, to be read, ticked and signed.

    On it are the whole page as readers see it with every fold open, each number with its
    sources, explained words, what changed since the last review, and a place to sign. With --all,
    a covering page, how-to-begin.html, says how to begin and lists the sheets.

    \b
    Example:
      pml review sheet care/a1c -s diabetes -o sheet.pdf
    """
    folder = source_folder(source, language)
    library = read_sources(folder, today=date.today())
    texts = chosen(library, articles, every=every)
    places = _places(texts, output, form)
    today = date.today()
    for article, path in zip(texts, places, strict=True):
        sheet = review_sheet(folder, library, article, today=today)
        _write(sheet, path, Paper(paper))
        click.echo(path)
    if every and len(texts) > 1:
        cover = places[0].parent / "how-to-begin.html"
        named = [(article, path.name) for article, path in zip(texts, places, strict=True)]
        write_whole(cover, cover_page(named, library=library.title).encode())
        click.echo(cover)


def _places(articles: tuple[Article, ...], output: Path | None, form: str | None) -> list[Path]:
    """Where the sheet of each article goes."""
    ending = output.suffix.lower().removeprefix(".") if output and not output.is_dir() else ""
    if output and ending in list(SheetForm):
        if form not in (None, ending):
            raise click.UsageError(f"{output} ends in .{ending}, but --format says {form}: leave one of them out.")
        if len(articles) > 1:
            raise click.UsageError(f"{output} is one file, but there are {len(articles)} articles: name a folder.")
        return [output]
    if ending:
        raise click.UsageError(f"{output} ends neither in .html nor in .pdf; a folder's name has no such ending.")
    names = (article.id.replace("/", "-") for article in articles)
    return [(output or Path()) / f"{name}.{form or SheetForm.HTML}" for name in names]


def _write(sheet: ReviewSheet, path: Path, paper: Paper) -> None:
    words = SheetWords()
    if path.suffix.lower() == ".html":
        write_whole(path, sheet_html(sheet, words, fonts=font_dir()).encode())
        return
    printed = sheet_pdf(sheet, words, fonts=font_dir(), paper=paper)
    write_whole(path, printed.pdf)
    if not printed.complete:
        click.echo(f"{path}: {words.unprintable}", err=True)

"""`pml export`: the commands that hand a library out in other forms."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click

from pmlapp.authoring.exporting.epub import MIMETYPE, EpubBook
from pmlapp.authoring.exporting.markdown_site import markdown_files
from pmlapp.authoring.exporting.put_in_place import Files, write_file, write_folder, write_zip
from pmlapp.authoring.exporting.shelf import ExportShelf
from pmlapp.authoring.exporting.tables import pages_table, reviews_table
from pmlapp.authoring.exporting.web_site import WebSite
from pmlapp.authoring.sources.whole_file import write_whole
from pmlapp.cli.review_choices import day_option
from pmlapp.cli.translate import po_command, pot_command
from pmlapp.content.file.store import ContentStore
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.trusted_day import trusted_day
from pmlapp.paths import bundled_library, font_dir


@click.group("export")
def export_group() -> None:
    """Hand a library out as web pages, as a book, as Markdown or as tables.

    All forms say the same: the review line, the sources and the disclaimer are
    in each, and withdrawn pages are in none.  LIBRARY is a content file, such
    as pml build makes; without it, the library that came with the program.

    \b
    Example:
      pml export web content.db -o site
    """


def _command(name: str, output: str) -> Callable[[Callable[..., Any]], click.Command]:
    """A command that reads LIBRARY and writes what ``--output`` names."""

    def made(function: Callable[..., Any]) -> click.Command:
        for option in (
            day_option("--on", "The day for which the review lines are true; without it, today."),
            click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help=output),
            click.argument("library", type=click.Path(path_type=Path), required=False),
        ):
            function = option(function)
        command: click.Command = export_group.command(name)(function)
        return command

    return made


@_command("web", "The folder to write; or a zip of it, if its name ends in .zip.")
def web_command(library: Path | None, output: Path, on: date | None) -> None:
    """Write web pages that work from a folder, with a search, without a server or a network.

    Ends with 0, with 65 or 66 if the library cannot be read, with 73 if
    something cannot be written; then what was there is as it was.

    \b
    Example:
      pml export web content.db -o site
      pml export web content.db -o site.zip
    """
    with _shelf(library, on) as shelf:
        _written(output, WebSite(shelf).files())


@_command("markdown", "The folder to write; or a zip of it, if its name ends in .zip.")
def markdown_command(library: Path | None, output: Path, on: date | None) -> None:
    """Write a folder of Markdown that MkDocs builds.

    Ends with 0, with 65 or 66 if the library cannot be read, with 73 if
    something cannot be written; then what was there is as it was.

    \b
    Example:
      pml export markdown content.db -o for-mkdocs
    """
    with _shelf(library, on) as shelf:
        _written(output, markdown_files(shelf))


@_command("epub", "The book to write, such as library.epub.")
def epub_command(library: Path | None, output: Path, on: date | None) -> None:
    """Write an EPUB book for telephones and readers; the same library gives the same bytes.

    Ends with 0, with 65 or 66 if the library cannot be read, with 73 if the
    book cannot be written; then what was there is as it was.

    \b
    Example:
      pml export epub content.db -o library.epub
    """
    with _shelf(library, on) as shelf:
        write_zip(output, EpubBook(shelf).files(), first=MIMETYPE)
        _say(output, len(shelf.reviews))


@_command("pdf", "The booklet to write, such as library.pdf; or a folder or .zip of leaflets, with --leaflets.")
@click.option("--leaflets", is_flag=True, help="A file for each page in place of one booklet.")
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="What it is for.")
def pdf_command(library: Path | None, output: Path, on: date | None, leaflets: bool, paper: str) -> None:
    """Write a booklet with contents, or leaflets, as PDF that screen readers can follow (PDF/UA-1).

    The same library and fonts give the same bytes.  Ends with 0; with 65 if a
    page has letters that no font here has, or the library is damaged; with 66
    if it is not there, with 73 if something cannot be written.

    \b
    Example:
      pml export pdf content.db -o library.pdf
      pml export pdf content.db --leaflets -o leaflets
    """
    # Thirty megabytes that no other form needs.
    from pmlapp.authoring.exporting.paper_pages import PaperPages  # noqa: PLC0415

    with _shelf(library, on) as shelf:
        pages = PaperPages(shelf, fonts=font_dir(), paper={"a4": "a4", "letter": "us-letter"}[paper])
        if leaflets:
            _written(output, ((f"{each.article.id}.pdf", pages.leaflet(each)) for each in shelf.pages()))
        else:
            write_whole(output, pages.booklet())
            _say(output, len(shelf.reviews))


@_command("csv", "The table of pages to write; the reviews go beside it, as NAME-reviews.csv.")
def csv_command(library: Path | None, output: Path, on: date | None) -> None:
    """Write the pages and their reviews as two tables for a spreadsheet.

    Ends with 0, with 65 or 66 if the library cannot be read, with 73 if a
    table cannot be written.

    \b
    Example:
      pml export csv content.db -o pages.csv
    """
    with _shelf(library, on) as shelf:
        reviews = output.with_name(f"{output.stem}-reviews{output.suffix or '.csv'}")
        write_file(output, pages_table(shelf))
        write_file(reviews, reviews_table(shelf))
        _say(output, len(shelf.reviews))


@contextmanager
def _shelf(library: Path | None, on: date | None) -> Iterator[ExportShelf]:
    with ContentStore.open(library or bundled_library()) as store:
        day = on or trusted_day(date.today(), store.library().newest).day
        yield ExportShelf(store, PageWords(), day=day)


def _written(output: Path, files: Files) -> None:
    count = write_zip(output, files) if output.suffix.lower() == ".zip" else write_folder(output, files)
    click.echo(f"{output}: {count} files")


def _say(output: Path, pages: int) -> None:
    click.echo(f"{output}: {pages} pages, {output.stat().st_size:,} bytes")


export_group.add_command(po_command)
export_group.add_command(pot_command)

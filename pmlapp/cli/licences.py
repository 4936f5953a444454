"""`pml licences`: the command that prints under which licences a library is handed on, and what must travel with it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from pmlapp.authoring.printed_tables import Format, csv_table, json_table, text_table
from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import SourceKey
from pmlapp.paths import bundled_library

COLUMNS: Final = ("licence", "what", "name", "credit")


@click.command("licences")
@click.argument("library", type=click.Path(path_type=Path), required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    default=Format.TEXT.value,
    show_default=True,
    help="How it is printed; CSV opens in a spreadsheet.",
)
def licences_command(library: Path | None, form: str) -> None:
    """Print the licence of the library, of each page and of each source cited, with whom to credit.

    LIBRARY is a content file; without it, the library that came with the
    program.  What has to be credited must travel along wherever the pages go;
    every form of pml export holds it.  Pictures are under the licence of the
    page that shows them.  Ends with 0, with 65 or 66 if the library cannot be
    read.

    \b
    Example:
      pml licences content.db --format csv
    """
    with ContentStore.open(library or bundled_library()) as store:
        rows = sorted(_rows(store), key=lambda row: (row["licence"], row["what"], row["name"]))
    match Format(form):
        case Format.JSON:
            click.echo(json_table(rows))
        case Format.CSV:
            click.echo(csv_table(COLUMNS, rows))
        case Format.TEXT:
            click.echo(text_table([COLUMNS, *(tuple(row[key] for key in COLUMNS) for row in rows)]))
    click.echo(f"{len({row['licence'] for row in rows})} licences", err=True)


def _rows(store: ContentStore) -> Iterator[dict[str, str]]:
    library = store.library()
    yield {"licence": library.licence, "what": "library", "name": library.title, "credit": library.publisher}
    told: set[SourceKey] = set()
    for summary in store.summaries():
        article = store.article(summary.id)
        yield {"licence": article.licence, "what": "page", "name": article.id, "credit": library.publisher}
        for source in article.sources:
            if source.key not in told:
                told.add(source.key)
                credit = ", ".join(part for part in (source.title, source.publisher, source.published) if part)
                yield {"licence": source.licence, "what": "source", "name": source.key, "credit": credit}

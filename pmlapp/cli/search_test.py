"""`pml search-test`: the command that tries the search with what people type."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import click

from pmlapp.authoring.building.build import build
from pmlapp.authoring.building.search_quality import LOOKED_AT, Figures, Miss, SearchQuality, measure
from pmlapp.authoring.sources.query_sheet import FILE, QuerySheet
from pmlapp.authoring.sources.sources import LibrarySources, read_sources
from pmlapp.cli.folders import language_folder
from pmlapp.content.file.store import ContentStore
from pmlapp.library.search.order import Parts
from pmlapp.library.search.search import Search, open_search
from pmlapp.paths import resources_dir

_PERCENT: Final = click.IntRange(0, 100)
_SHOWN_HITS: Final = 3


@click.command("search-test")
@click.argument("source", type=click.Path(path_type=Path), required=False)
@click.option("-l", "--language", help="The language to try, where SOURCE holds several.")
@click.option(
    "--library",
    type=click.Path(path_type=Path),
    help="Search this content file, instead of one built from SOURCE for the test.",
)
@click.option("--least-at-1", type=_PERCENT, help="Instead of what the sheet asks for: page expected comes first.")
@click.option("--least-at-3", type=_PERCENT, help="The same: page expected is among the first three.")
@click.option("--least-nothing", type=_PERCENT, help="The same: nothing found where nothing is.")
@click.option("--explain", metavar="WORDS", help="Only search for WORDS, and print what each part of a score gave.")
def search_test_command(
    source: Path | None,
    language: str | None,
    library: Path | None,
    least_at_1: int | None,
    least_at_3: int | None,
    least_nothing: int | None,
    explain: str | None,
) -> None:
    """Try the search with the queries in queries.toml.

    SOURCE is the folder of one language, or a folder of such folders; without
    it, the library that came with the program is tried.  Prints how often the
    expected page came first, how often among the first three, the mean of
    1 / its place (MRR), and each miss.  Ends with 1 if that is less than the
    sheet asks for.  Numbers of the options are of 100 queries.

    \b
    Example:
      pml search-test diabetes
      pml search-test diabetes --explain "how much insulin"
    """
    folder = language_folder(source or resources_dir() / "content", language)
    sources = read_sources(folder, today=date.today())
    if explain is not None:
        with TemporaryDirectory() as made:
            click.echo(_explained(_searched_file(sources, library, Path(made)), explain))
        return
    if sources.queries is None:
        # The file is optional: a library without it has nothing to try, which is not a failure.
        click.echo(
            f"{folder} has no {FILE}, so there is nothing to try; docs/article-format.md describes it.", err=True
        )
        return
    least = {"at_1": least_at_1, "at_3": least_at_3, "nothing": least_nothing}
    asked_for = sources.queries.least._replace(**{key: share for key, share in least.items() if share is not None})
    sheet = sources.queries._replace(least=asked_for)
    with TemporaryDirectory() as made:
        quality = _tried(sheet, _searched_file(sources, library, Path(made)))
    click.echo(_table(sheet, quality))
    for miss in quality.misses:
        click.echo(_told(miss))
    for shortfall in quality.shortfalls:
        click.echo(f"Too low: {shortfall}", err=True)
    if quality.shortfalls:
        raise SystemExit(1)


def _searched_file(sources: LibrarySources, library: Path | None, folder: Path) -> Path:
    if library is not None:
        return library
    path = folder / "content.db"
    # A draft: whether pages may be given out is not what is tried here.
    build(sources, path, draft=True)
    return path


def _explained(library: Path, words: str) -> str:
    with open_search(library) as search:
        found = search.find(words, LOOKED_AT)
        explained = search.explain(words, LOOKED_AT)
    lines = [f"Searched: “{found.searched}”"] if found.searched != words else []
    lines += [f"Offered: “{offer}”" for offer in found.offers]
    if not explained:
        return "\n".join([*lines, "Nothing was found."])
    # A part that gave nothing to any of the pages would only make the table wider.
    parts = [part for part in Parts._fields if any(getattr(each.worth, part) >= 0.005 for each in explained)]
    rows = [("page", "score", *parts)]
    rows += [
        (each.page, f"{each.score:.2f}", *(f"{getattr(each.worth, part):.2f}" for part in parts)) for each in explained
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines += [
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
        for row in rows
    ]
    return "\n".join(lines)


def _tried(sheet: QuerySheet, library: Path) -> SearchQuality:
    with ContentStore.open(library) as store:
        return measure(sheet, Search(store), [summary.id for summary in store.summaries()])


def _table(sheet: QuerySheet, quality: SearchQuality) -> str:
    rows = [f"{'kind':<12}{'queries':>8}{'first':>8}{'in 3':>8}{'MRR':>8}"]
    rows += [_row(kind, figures) for kind, figures in quality.by_kind.items()]
    rows += [
        _row("in all", quality.in_all),
        f"{'offered':<12}{len(sheet.offered):>8}{quality.offered:>8.3f}",
        f"{'nothing':<12}{len(sheet.absent):>8}{quality.nothing:>8.3f}",
    ]
    return "\n".join(rows)


def _row(name: str, figures: Figures) -> str:
    first, in_three = figures.within(1), figures.within(_SHOWN_HITS)
    return f"{name:<12}{len(figures.places):>8}{first:>8.3f}{in_three:>8.3f}{figures.mrr:>8.3f}"


def _told(miss: Miss) -> str:
    answer = miss.answer
    lines = [f"\n“{answer.typed}”", f"  expected {miss.expected}"]
    lines.append(f"  found    {', '.join(answer.found[:_SHOWN_HITS]) or 'nothing'}")
    if answer.searched != answer.typed:
        lines.append(f"  searched “{answer.searched}”")
    if answer.offers:
        lines.append(f"  offered  {', '.join(f'“{offer}”' for offer in answer.offers)}")
    return "\n".join(lines)

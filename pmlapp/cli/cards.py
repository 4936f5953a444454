"""`pml cards`: the number by which each page is opened at a kiosk, as a list, or as cards to print and cut out."""

from contextlib import suppress
from html import escape
from pathlib import Path
from typing import Final, NamedTuple

import click

from pmlapp.content.file.store import ContentStore
from pmlapp.errors import CannotWriteError, plain_reason
from pmlapp.library.catalog import Catalog
from pmlapp.library.leaflet_code import card_code, in_groups
from pmlapp.paths import bundled_library

_PAGE: Final = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title><style>
@page {{ size: A4; margin: 10mm }}
body {{ font: 12pt sans-serif; margin: 0; color: #000; background: #fff }}
main {{ display: grid; grid-template-columns: 92mm 92mm; justify-content: center }}
section {{ height: 52mm; padding: 5mm; box-sizing: border-box; border: 1px dashed #888; break-inside: avoid;
  display: flex; flex-direction: column; justify-content: space-between }}
h1 {{ font-size: 14pt; margin: 0 }}
.number {{ font-size: 30pt; font-weight: bold; letter-spacing: 2pt; font-variant-numeric: tabular-nums }}
small {{ font-size: 10pt }}
</style></head><body><main>
{cards}
</main></body></html>
"""
_CARD: Final = """<section><small>{library}, {topic}</small><h1>{title}</h1>
<div class="number" aria-label="{said}">{number}</div>
<small>Type this number at the kiosk, or in the search box of the program.</small></section>"""


class Card(NamedTuple):
    """The number that opens one page."""

    number: str
    """Without spaces; read out digit by digit."""
    page: str
    title: str
    topic: str


@click.command("cards")
@click.option(
    "--library",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="The content file whose pages get cards.  [default: the one that comes with the program]",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="Write cards to cut out into this HTML file, ten on a sheet of A4, instead of printing the list.",
)
def cards_command(library: Path | None, output: Path | None) -> None:
    """Print the number of every page: typed at a kiosk it opens that page.

    \b
    Example:
      pml cards --library content.db -o cards.html
    """
    with ContentStore.open(library or bundled_library()) as store:
        catalog = Catalog(store)
        cards = cards_of(store, catalog)
        if output is None:
            click.echo("".join(f"{in_groups(card.number)}\t{card.title}\t{card.page}\n" for card in cards), nl=False)
            return
        _write(output, card_sheet(cards, catalog.library.title, catalog.library.language))
    click.echo(f"{output}: {len(cards)} cards")


def cards_of(store: ContentStore, catalog: Catalog) -> tuple[Card, ...]:
    """A card for each page, in the order of the library; none where the library does not number its pages."""
    last_page = store.last_page()
    if not last_page:
        return ()
    return tuple(
        Card(code, page.id, page.title, shelf.topic.title)
        for shelf in catalog.outline
        for page in shelf.articles
        if (code := card_code(store.number_of(page.id), last_page=last_page))
    )


def card_sheet(cards: tuple[Card, ...], library: str, language: str) -> str:
    """The cards as a file that any web browser prints."""
    said = "\n".join(
        _CARD.format(
            library=escape(library),
            topic=escape(card.topic),
            title=escape(card.title),
            number=in_groups(card.number),
            said=" ".join(card.number),
        )
        for card in cards
    )
    return _PAGE.format(language=escape(language), title=escape(library), cards=said)


def _write(path: Path, text: str) -> None:
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise CannotWriteError(path=path, reason=plain_reason(error)) from error

"""`pml export po`, `pml export pot` and `pml translate`: a library goes out to translators and comes back."""

from pathlib import Path
from typing import Final

import click
import polib

from pmlapp.authoring.exporting.put_in_place import write_file, write_folder
from pmlapp.authoring.exporting.translation import (
    brought_up_to_date,
    manuscripts,
    read_catalogue,
    template,
    translated,
)
from pmlapp.authoring.sources.source_folder import LANGUAGE
from pmlapp.cli.folders import language_folder
from pmlapp.paths import resources_dir

_NOT_ALL: Final = 1


@click.command("pot")
@click.argument("source", type=click.Path(path_type=Path), required=False)
@click.option("-l", "--language", help="The language to write out, where SOURCE holds several.")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="The file to write.")
def pot_command(source: Path | None, language: str | None, output: Path) -> None:
    """Write every sentence of the manuscripts in SOURCE into a template for translators.

    Each has its place: the file, the key or the heading it is under.  Ends
    with 0, with 65 or 66 if SOURCE cannot be read, with 73 if the file cannot
    be written.

    \b
    Example:
      pml export pot diabetes -o diabetes.pot
    """
    catalogue = template(manuscripts(language_folder(source or resources_dir() / "content", language)))
    write_file(output, str(catalogue))
    click.echo(f"{output}: {len(catalogue)} parts to translate")


@click.command("po")
@click.argument("source", type=click.Path(path_type=Path), required=False)
@click.option("-l", "--language", help="The language to translate from, where SOURCE holds several.")
@click.option("--to", "to", required=True, help="The language to translate into, such as es.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="The file; brought up to date if it is there.",
)
def po_command(source: Path | None, language: str | None, to: str, output: Path) -> None:
    """Write the sentences of the manuscripts in SOURCE into a PO file, as Poedit, Weblate and others edit it.

    If the file is there, its translations are kept.  A sentence that was
    changed since is marked as fuzzy, with the words before beside it; one that
    is gone is kept at the end.  Ends with 0, with 65 or 66 if SOURCE or the
    file cannot be read, with 73 if the file cannot be written.

    \b
    Example:
      pml export po diabetes --to es -o es.po
    """
    old = read_catalogue(output) if output.exists() else None
    folder = language_folder(source or resources_dir() / "content", language or _translated_from(old))
    source_texts = manuscripts(folder)
    catalogue = brought_up_to_date(source_texts, to, template(source_texts) if old is None else old)
    write_file(output, str(catalogue))
    parts = sum(not entry.obsolete for entry in catalogue)
    click.echo(
        f"{output}: {parts} parts, {len(catalogue.translated_entries())} translated,"
        f" {len(catalogue.fuzzy_entries())} to look at again, {len(catalogue.untranslated_entries())} to translate"
    )


@click.group("translate")
def translate_group() -> None:
    """Take translations back into manuscripts.

    \b
    Example:
      pml translate take es.po diabetes -o diabetes/content/es
    """


@translate_group.command("take")
@click.argument("po", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("source", type=click.Path(path_type=Path), required=False)
@click.option("-l", "--language", help="The language that was translated, where SOURCE holds several.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="The folder to write, named as its language."
)
def take_command(po: Path, source: Path | None, language: str | None, output: Path) -> None:
    """Write the manuscripts of SOURCE in the language of PO.

    Sentences without a finished translation stay as they are in SOURCE, and are
    listed.  Links, sources and claims must be in a translation as they are in
    the sentence; if one is lost, nothing is written.  Signatures of reviewers do not
    come along, since nobody has signed these words.

    Ends with 0; with 1 if something is not translated or a number differs;
    with 65 or 66 if PO or SOURCE cannot be used, with 73 if the folder cannot
    be written.  An earlier folder of this command is replaced, no other.

    \b
    Example:
      pml translate take es.po diabetes -o diabetes/content/es
    """
    catalogue = read_catalogue(po)
    known, name = catalogue.metadata.get("Language", ""), output.resolve().name
    if not LANGUAGE.fullmatch(name) or (known and known.replace("_", "-").lower() != name):
        raise click.UsageError(
            f"The folder must be named as the language of {po}: {known or 'such as es'}, not {name}."
        )
    folder = language_folder(source or resources_dir() / "content", language or _translated_from(catalogue))
    if folder.resolve() == output.resolve():
        raise click.UsageError("The folder to write is the one that is translated; name another.")
    taken = translated(manuscripts(folder), catalogue)
    write_folder(output, taken.files)
    for where in taken.missing:
        click.echo(f"{where}: not translated", err=True)
    for where in taken.numbers:
        click.echo(f"{where}: its numbers are not those of the original; compare them", err=True)
    click.echo(
        f"{output}: {len(taken.files)} files, {taken.parts - len(taken.missing)} of {taken.parts} parts translated"
    )
    if taken.missing or taken.numbers:
        raise click.exceptions.Exit(_NOT_ALL)


def _translated_from(catalogue: polib.POFile | None) -> str | None:
    """The language that a PO file says its sentences are in."""
    said = catalogue.metadata.get("X-Source-Language") if catalogue is not None else None
    return str(said) if said else None

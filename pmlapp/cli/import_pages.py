"""`pml import`: the command that brings in texts from Word, web pages, spreadsheets and other collections."""

import sys
from collections.abc import Callable
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from shutil import rmtree
from typing import Any, Final

import click

from pmlapp.authoring.sources.faultless import faultless
from pmlapp.authoring.sources.sources import examine_sources
from pmlapp.authoring.starting.new_library import new_library
from pmlapp.cli.folders import language_folder
from pmlapp.cli.new import beginning
from pmlapp.cli.review_choices import asked, asked_choice, in_language, own_words
from pmlapp.content.model import Provenance
from pmlapp.errors import CannotWriteError, MissingToolError, plain_reason

_NEEDED: Final = ("mammoth", "lxml", "defusedxml")
_NOTHING_READ: Final = 65


@click.command("import")
@click.argument("paths", type=click.Path(exists=True, path_type=Path), nargs=-1, required=True)
@click.option("-s", "--source", type=click.Path(path_type=Path), required=True, help="The library; made if not there.")
@in_language
@own_words("--topic", "The topic for texts that name none; made if not there.")
@click.option("--provenance", type=click.Choice([each.value for each in Provenance]), help="Where the words come from.")
@own_words("--licence", "How the texts may be copied, such as CC-BY-4.0; you must be allowed to use them.")
@click.option("--take-hidden", is_flag=True, help="Take text that is hidden in the file as ordinary text.")
@click.option("--overwrite", is_flag=True, help="Overwrite pages that were changed here since the last import.")
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the report to this file; .json for a script.",
)
@own_words("--title", "Of a library that is made: its name.")
@own_words("--subject", "Of a library that is made: what it is about.")
@own_words("--publisher", "Of a library that is made: who stands behind it.")
@own_words("--funding", "Of a library that is made: who pays for it, or “none”.")
def import_command(
    paths: tuple[Path, ...],
    source: Path,
    language: str | None,
    topic: str | None,
    provenance: str | None,
    licence: str | None,
    take_hidden: bool,
    overwrite: bool,
    report: Path | None,
    title: str | None,
    subject: str | None,
    publisher: str | None,
    funding: str | None,
) -> None:
    """Bring PATHS into a library as pages that nobody has reviewed yet.

    PATHS are files or folders of them: Word (.docx), saved web pages (.html),
    Markdown (.md), questions and answers (.csv), MedQuAD and MedlinePlus
    (.xml).  Prints what could not be carried over, each with its place.  A
    second import updates pages, but none that was changed here.  Ends with 0,
    with 1 if there is something to look at, with 65 if no text could be read,
    with 73 if something cannot be written; then the library is as it was.

    \b
    Example:
      pml import leaflets -s diabetes --topic Leaflets --provenance adapted --licence CC-BY-4.0
    """
    for package in _NEEDED:
        if find_spec(package) is None:
            raise MissingToolError(tool=package, extra="import")
    from pmlapp.authoring.importing import printed_report  # noqa: PLC0415  `pml` starts without what only this needs
    from pmlapp.authoring.importing.imported import ImportedPage, Unread  # noqa: PLC0415
    from pmlapp.authoring.importing.into_library import Choices, Written, write_pages  # noqa: PLC0415
    from pmlapp.authoring.importing.reading import Reading, files_in, read_pages  # noqa: PLC0415

    is_new = not source.exists() or (source.is_dir() and not any(source.iterdir()))
    starting = beginning(title, language, subject, publisher, funding, licence or "CC-BY-4.0") if is_new else None
    choices = Choices(
        provenance=Provenance(
            asked_choice("Where the words come from", provenance, [each.value for each in Provenance])
        ),
        licence=asked("How the texts may be copied, such as CC-BY-4.0", licence),
        topic=asked("The topic for these pages", topic),
        overwrite=overwrite,
    )
    files = files_in(paths)
    folder_of = None if is_new else language_folder(source, language)
    spoken = starting.language if starting else folder_of.name if folder_of else ""
    with _bar(len(files), "Reading") as bar:
        read = list(read_pages(files, Reading(spoken, take_hidden), _steps(bar)))
    pages = [each for each in read if isinstance(each, ImportedPage)]
    unread = [each for each in read if isinstance(each, Unread)]
    written: tuple[Written, ...] = ()
    if pages:
        if starting:
            new_library(source, starting, examples=False)
        folder = folder_of or language_folder(source, starting.language if starting else language)
        examined = examine_sources(folder, today=date.today())
        # A library that was just made has no topic yet, which is a mistake in any other.
        library = examined.library if starting else faultless(examined, folder).library
        try:
            with _bar(len(pages), "Writing") as bar:
                written = write_pages(folder, library, pages, choices, _steps(bar))
        except BaseException:
            if starting:
                rmtree(source)
            raise
    lines = "\n".join(printed_report.report_lines(pages, unread, written))
    if report is None:
        click.echo(lines)
    else:
        _write(report, printed_report.report_json(pages, unread, written) if report.suffix == ".json" else f"{lines}\n")
    click.echo(printed_report.counts(pages, unread, written), err=True)
    if not pages:
        raise SystemExit(_NOTHING_READ)
    click.echo(f"Nobody has reviewed these pages yet. To see them: pml build {source} -o draft.db --draft", err=True)
    if unread or any(page.notes for page in pages):
        raise SystemExit(1)


def _bar(length: int, label: str) -> Any:
    # Without a terminal it prints nothing but its label, once.
    return click.progressbar(length=length, label=label, file=sys.stderr)


def _steps(bar: Any) -> Callable[[int], None]:
    return lambda done: bar.update(1)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise CannotWriteError(path=path, reason=plain_reason(error)) from error

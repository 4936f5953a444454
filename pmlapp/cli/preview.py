"""`pml preview`: the command that shows drafts in the reader's window, as they are written."""

import os
import subprocess
import sys
from pathlib import Path

import click

from pmlapp.cli.folders import language_folder
from pmlapp.settings import THEMES


@click.command("preview")
@click.argument("source", metavar="[DIR]", type=click.Path(path_type=Path), required=False)
@click.option("-l", "--language", help="The language to show, where DIR holds several.")
@click.option("--page", default="", help="The page to begin with, such as help/urgent-help.")
@click.option(
    "--editor",
    default="",
    help="The command that opens a file, such as “code --goto {file}:{line}”; without it, an editor is looked for.",
)
@click.option("--theme", type=click.Choice(THEMES), help="The colours.")
@click.option("--zoom", type=click.IntRange(100, 400), help="The text size in percent.")
def preview_command(
    source: Path | None, language: str | None, page: str, editor: str, theme: str | None, zoom: int | None
) -> None:
    """Show the library in DIR as its readers will see it, while you write.

    DIR is the library's folder; without it, the one you are in.  A page is
    built again whenever its file is saved; beside it are the findings of pml
    lint and the six checks of pml check-words.  A mistake in a draft is shown,
    and the last good page with it.  Nothing is written but what you take with
    a button.  Ends with 0, with 65 if there is no library in DIR.

    \b
    Example:
      pml preview diabetes --page help/urgent-help
    """
    folder = language_folder(source or Path(), language)
    command = [sys.executable, "-m", "pmlapp.preview", str(folder)]
    for option, value in (("--page", page), ("--editor", editor), ("--theme", theme), ("--zoom", zoom)):
        if value:
            command += [option, str(value)]
    # A program of its own: `pml` has no windows, and the reader can neither read drafts nor build.
    if os.name == "posix":
        # In the place of this one, so that what ends it ends the preview.
        os.execv(sys.executable, command)
    raise SystemExit(subprocess.run(command, check=False).returncode)

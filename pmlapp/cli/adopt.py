"""`pml adopt`: the command that offers what a later edition of a library that was taken over has changed."""

from collections.abc import Sequence
from pathlib import Path

import click

from pmlapp.authoring.sources.library_files import ORIGIN
from pmlapp.authoring.starting.later_edition import Change, Kind, changes_in, leave, take
from pmlapp.authoring.starting.taken_over import FORM_FILE, Original, original_in_file, original_in_folder
from pmlapp.cli.folders import language_folder
from pmlapp.cli.review_choices import in_language, source_folder

_LONGEST = 300


@click.command("adopt")
@click.argument("edition", metavar="NEWER", type=click.Path(exists=True, path_type=Path))
@click.option(
    "-s", "--source", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Your library's folder."
)
@in_language
@click.option("--take", "taken", default="", help="The numbers to take over, such as 1,3-5, or “all” but the clashes.")
@click.option("--leave", "left", default="", help="The numbers that are not to be offered again.")
def adopt_command(edition: Path, source: Path | None, language: str | None, taken: str, left: str) -> None:
    """Compare a library that you took over with NEWER, a later edition of the original.

    Lists each part that the original has changed, with a number; takes over
    those that you name.  A part that you changed too is a clash: it is taken
    only by its number, and yours is replaced.  A page that is then as the
    original has it gets the original's signatures; one that you changed does
    not.  Ends with 0, with 2 if a number is wrong, with 65 or 66 if NEWER
    cannot be read.

    \b
    Example:
      pml adopt pml-2027.db -s our-clinic --take all
    """
    folder = source_folder(source, language)
    root = folder.parent.parent
    form = root / ORIGIN / FORM_FILE
    if not form.is_file():
        raise click.UsageError(f"{root} was not taken over from another library, so nothing is a later edition of it.")
    original = original_at(edition, folder.name)
    kind = form.read_text(encoding="utf-8").strip()
    if kind != original.form:
        raise click.UsageError(f"{root} was taken over from a {kind}; compare it with a {kind} of the later edition.")
    changes = changes_in(root, original)
    if not taken and not left:
        for number, change in enumerate(changes, start=1):
            click.echo(_told(number, change))
        click.echo(f"{len(changes)} changes in {original.title}" if changes else "nothing new", err=True)
        return
    wanted = [change for change in changes if change.kind in (Kind.CHANGED, Kind.ADDED)]
    if taken and taken != "all":
        wanted = _chosen(taken, changes)
    if left:
        leave(root, original, _chosen(left, changes))
    if taken:
        for path in take(root, original, wanted):
            click.echo(path)
    rest = len(changes_in(root, original))
    click.echo(f"{len(wanted) if taken else 0} taken, {rest} still offered", err=True)


def original_at(path: Path, language: str | None) -> Original:
    """The library in a content file or in a folder."""
    return original_in_folder(language_folder(path, language)) if path.is_dir() else original_in_file(path)


def _told(number: int, change: Change) -> str:
    lines = [f"{number}. {change.page}: {change.kind}"]
    if change.kind in (Kind.CHANGED, Kind.CLASH):
        lines += [f"   before: {_short(change.before)}", f"   now:    {_short(change.after)}"]
    if change.kind is Kind.CLASH:
        lines.append(f"   yours:  {_short(change.here)}")
    return "\n".join(lines)


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return f"{one_line[:_LONGEST]}…" if len(one_line) > _LONGEST else one_line or "nothing"


def _chosen(numbers: str, changes: Sequence[Change]) -> list[Change]:
    chosen: dict[int, Change] = {}
    for part in numbers.split(","):
        first, sign, last = part.strip().partition("-")
        if not first.isdecimal() or (sign and not last.strip().isdecimal()):
            raise click.BadParameter(f"“{part.strip()}” is no number; write such as 1,3-5")
        for number in range(int(first), int(last if sign else first) + 1):
            if not 1 <= number <= len(changes):
                raise click.BadParameter(f"there is no change {number}; there are {len(changes)}")
            chosen[number] = changes[number - 1]
    return list(chosen.values())

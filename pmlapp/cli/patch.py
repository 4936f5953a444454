"""`pml patch`: what makes one edition of a library into the next, made and applied from a command line."""

from pathlib import Path

import click

_file = click.Path(exists=True, dir_okay=False, path_type=Path)
_output = click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write."
)


@click.group("patch")
def patch_group() -> None:
    """Make patches between editions of a library, and apply them.

    \b
    Example:
      pml patch make last.db next.db -o next.patch
    """


@patch_group.command("make")
@click.argument("old", type=_file)
@click.argument("new", type=_file)
@_output
def make_command(old: Path, new: Path, output: Path) -> None:
    """Write the patch that makes the library OLD into NEW, which was built with --previous OLD.

    \b
    Example:
      pml patch make last.db next.db -o next.patch
    """
    from pmlapp.content.file.store import ContentStore
    from pmlapp.packs.patches import make_patch

    for path in (old, new):
        with ContentStore.open(path) as store:
            store.verify()
    _is_another(output, old, new)
    make_patch(old, new, output)
    size, whole = output.stat().st_size, new.stat().st_size
    click.echo(f"{output}: {size / 1000:,.1f} kB, where the whole library has {whole / 1000:,.1f} kB")
    if size >= whole:
        click.echo("It is no smaller than the library: give out the whole.")


@patch_group.command("apply")
@click.argument("old", type=_file)
@click.argument("patches", metavar="PATCH...", type=_file, nargs=-1, required=True)
@_output
def apply_command(old: Path, patches: tuple[Path, ...], output: Path) -> None:
    """Make the next edition from the library OLD and one PATCH, or several in their order.

    \b
    Example:
      pml patch apply last.db next.patch -o next.db
    """
    from pmlapp.content.file.store import ContentStore
    from pmlapp.packs.patches import apply_chain

    _is_another(output, old, *patches)
    apply_chain(old, patches, output)
    with ContentStore.open(output) as store:
        store.verify()
        edition = store.library().edition
    click.echo(f"{output}: edition {edition}")


def _is_another(output: Path, *read: Path) -> None:
    for path in read:
        if output.exists() and output.samefile(path):
            raise click.UsageError(f"{output} is read as well: name another file to write.")

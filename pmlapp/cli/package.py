"""`pml package`: the command that turns a library into what a clinic installs."""

import tempfile
from datetime import date
from pathlib import Path
from typing import Final

import click

from pmlapp.authoring.building.build import build
from pmlapp.authoring.cache import Cache
from pmlapp.authoring.lint.checking import check_library
from pmlapp.authoring.lint.lint import Severity
from pmlapp.authoring.packaging.branding import read_branding
from pmlapp.authoring.packaging.errors import LintErrorsError
from pmlapp.authoring.packaging.package import TARGETS, package
from pmlapp.authoring.packaging.reader_folder import System, reader_folder
from pmlapp.authoring.processes import cores
from pmlapp.authoring.rules import ALL_RULES
from pmlapp.authoring.sources.sources import read_sources
from pmlapp.cli.folders import language_folder
from pmlapp.content.file.store import ContentStore
from pmlapp.errors import SiteFileError
from pmlapp.paths import cache_dir, resources_dir
from pmlapp.site_file import check_site_file

_NEEDS: Final = {
    "deb": "a reader for Linux, and dpkg-deb",
    "tar": "a reader for Linux",
    "zip": "a reader for Windows",
}
_ELSEWHERE: Final = "Installers for Windows and macOS have to be made there, from a reader folder of that system."


@click.command("package")
@click.option("--library", type=click.Path(path_type=Path), help="The library's folder; without it, the program's own.")
@click.option("-l", "--language", help="The language, where the library has several.")
@click.option(
    "--branding", type=click.Path(path_type=Path), help="The clinic's folder: branding.toml, site.toml, icon."
)
@click.option(
    "--reader",
    type=click.Path(path_type=Path),
    default=Path("dist/pmlapp"),
    show_default=True,
    help="The folder of a released reader, or what make frozen made.",
)
@click.option(
    "--target",
    "targets",
    multiple=True,
    type=click.Choice(list(TARGETS)),
    help="What to make; without it, all that this reader serves.",
)
@click.option("--draft", is_flag=True, help="Package what lint and the policy forbid; every page says DRAFT.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("packages"), show_default=True, help="Where to."
)
def package_command(
    library: Path | None,
    language: str | None,
    branding: Path | None,
    reader: Path,
    targets: tuple[str, ...],
    draft: bool,
    output: Path,
) -> None:
    """Check and build a library, and wrap it with the reader into what a clinic installs.

    Nothing is compiled: the reader is taken ready made.  The library must be
    without errors of pml lint and meet its policy.  Beside the packages a
    manifest.json names each with its sha256.  deb and tar take a reader for
    Linux (deb also dpkg-deb), zip one for Windows.  Ends with 0, with 65 for
    a mistake in the library or the branding, 66 if something named is not
    there, 69 if a program is missing, 73 if nothing can be written; then
    nothing was made.

    \b
    Example:
      pml package --library diabetes --branding clinic --reader pmlapp-linux
    """
    ready = reader_folder(reader)
    folder = language_folder(library or resources_dir() / "content", language)
    today = date.today()
    _say("Checking the library")
    checked = check_library(folder, ALL_RULES, today=today, cache=Cache(cache_dir()), processes=cores())
    errors = [finding for finding in checked.findings if finding.severity is Severity.ERROR]
    if errors and not draft:
        click.echo("\n".join(map(str, errors)), err=True)
        raise LintErrorsError(path=folder, count=len(errors))
    with tempfile.TemporaryDirectory(prefix="pml-package-") as work:
        content = Path(work) / "content.db"
        build(read_sources(folder, today=today), content, draft=draft)
        with ContentStore.open(content) as store:
            about = store.library()
        own_look = folder / "brand" / "logo.svg"
        logo = own_look if own_look.is_file() else resources_dir() / "icons" / "glossary.svg"
        brand = read_branding(branding, about, logo, _check_site)
        chosen = targets or tuple(name for name, system in TARGETS.items() if system is ready.system)
        made = package(ready, content, about, brand, chosen, output, _say)
    for each in made:
        click.echo(f"{each.path}: {each.bytes / 1e6:.1f} MB, sha256 {each.sha256}")
    for name in TARGETS.keys() - set(chosen):
        click.echo(f"Not made: {name}. It needs {_NEEDS[name]}.", err=True)
    if ready.system is System.LINUX:
        click.echo(_ELSEWHERE, err=True)


def _check_site(path: Path) -> None:
    _, mistakes = check_site_file(path)
    for mistake in mistakes:
        raise SiteFileError(path=path, reason=str(mistake))


def _say(doing: str) -> None:
    click.echo(doing, err=True)

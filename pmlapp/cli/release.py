"""`pml release`: the commands with which editions of a library are signed and given out."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pmlapp.content.file.store import ContentStore

if TYPE_CHECKING:
    from securesystemslib.signer import CryptoSigner

    from pmlapp.authoring.releasing.release_folder import ReleaseFolder

_PASSPHRASE = "PML_PASSPHRASE"

_release = click.argument("release", type=click.Path(path_type=Path))
_keys = click.option(
    "-k",
    "--key",
    "keys",
    multiple=True,
    metavar="FILE.key",
    help="A key that signs; once for each. env:NAME takes it from a variable of the environment.",
)
_pub = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group("release")
def release_group() -> None:
    """Sign editions of a library, and put them onto a stick or a web server.

    A passphrase is asked for, or taken from the variable PML_PASSPHRASE.
    docs/packs.md describes who holds which key.

    \b
    Example:
      pml release publish release /media/stick -p keys/publisher.key
    """


@release_group.command("keys")
@click.argument("holder", metavar="HOLDER")
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), default=Path(), help="The folder.")
def keys_command(holder: str, output: Path) -> None:
    """Make a pair of keys for one HOLDER, by role: such as editor, clinician, publisher.

    HOLDER.key is secret, can be read by you alone and only with its passphrase; HOLDER.pub is for everybody.

    \b
    Example:
      pml release keys editor -o keys
    """
    from pmlapp.authoring.releasing.keys import LEAST_PASSPHRASE, make_key
    from pmlapp.packs.layout import is_safe_name

    if not is_safe_name(holder):
        raise click.UsageError("HOLDER is part of a file’s name: use letters, digits and hyphens.")
    passphrase = os.environ.get(_PASSPHRASE) or click.prompt(
        f"Passphrase for the key of {holder}", hide_input=True, confirmation_prompt=True, err=True
    )
    if len(passphrase) < LEAST_PASSPHRASE:
        raise click.UsageError(f"A passphrase has at least {LEAST_PASSPHRASE} letters.")
    private, public = make_key(holder, output, passphrase)
    click.echo(f"{private}: secret; keep a copy in another building\n{public}: for `pml release init`")


@release_group.command("init")
@_release
@click.option("--root", "roots", multiple=True, required=True, type=_pub, help="A .pub that may change keys.")
@click.option("--targets", multiple=True, required=True, type=_pub, help="A .pub that may sign what is given out.")
@click.option("--publisher", required=True, type=_pub, help="The .pub that publishes, and confirms once a year.")
@click.option(
    "--root-threshold", type=click.IntRange(1, 16), help="How many must sign a change of keys. [2, or 1 of 1]"
)
@click.option("--targets-threshold", type=click.IntRange(1, 16), help="How many must sign an edition. [1]")
@_keys
def init_command(
    release: Path,
    roots: Sequence[Path],
    targets: Sequence[Path],
    publisher: Path,
    root_threshold: int | None,
    targets_threshold: int | None,
    keys: Sequence[str],
) -> None:
    """Begin a release in the folder RELEASE; RELEASE/metadata/1.root.json goes into your installer.

    \b
    Example:
      pml release init release --root a.pub --root b.pub --root c.pub --targets a.pub --targets b.pub
        --targets c.pub --targets-threshold 2 --publisher publisher.pub -k a.key -k b.key
    """
    from pmlapp.authoring.releasing.beginning import begin_release
    from pmlapp.authoring.releasing.keys import read_public

    thresholds = root_threshold or min(2, len(roots)), targets_threshold or 1
    if thresholds[0] > len(roots) or thresholds[1] > len(targets):
        raise click.UsageError("More must sign than there are keys.")
    begin_release(
        release,
        root=[read_public(path) for path in roots],
        targets=[read_public(path) for path in targets],
        online=read_public(publisher),
        thresholds=thresholds,
        signers=_signers(keys),
    )
    click.echo(f"{release}: begun. Give out {release / 'metadata' / '1.root.json'} with your program.")


@release_group.command("add")
@_release
@click.argument("content", type=click.Path(path_type=Path))
@click.option("--keep", type=click.IntRange(1, 24), default=3, show_default=True, help="How many editions stay listed.")
@_keys
def add_command(release: Path, content: Path, keep: int, keys: Sequence[str]) -> None:
    """List the library in the file CONTENT as the newest edition.

    \b
    Example:
      pml release add release next.db -k keys/editor.key
    """
    found = _open(release)
    name = found.add_library(content, _signers(keys), keep=keep)
    click.echo(f"{name}: listed")
    _say_waiting(found)


@release_group.command("recall")
@_release
@click.argument("page")
@click.option("--library", "content", type=_pub, required=True, help="The content file that has the page.")
@click.option("--reason", required=True, help="Why, in one sentence that readers see.")
@click.option("--by", required=True, help="Who says so, by role.")
@click.option("--banner", is_flag=True, help="Show the page with a warning above it, in place of hiding it.")
@click.option("--every-text", is_flag=True, help="Also every later text of the page, not only this one.")
@_keys
def recall_command(
    release: Path, page: str, content: Path, reason: str, by: str, banner: bool, every_text: bool, keys: Sequence[str]
) -> None:
    """Hide PAGE, such as treatment/options, on every computer that the release reaches, whatever edition it has.

    \b
    Example:
      pml release recall release treatment/options --library next.db --reason "The dose is wrong." --by editors
    """
    from pmlapp.content.model import ArticleId
    from pmlapp.content.recalls import Recall

    with ContentStore.open(content) as store:
        library = store.library()
        store.article(ArticleId(page))
        digest = "" if every_text else store.page_digests().get(ArticleId(page), b"").hex()
    found = _open(release)
    found.recall(library.id, Recall(page, digest, not banner, reason, by, date.today()), _signers(keys))
    click.echo(f"{page}: {'gets a warning' if banner else 'hidden'} once this is published")
    _say_waiting(found)


@release_group.command("sign")
@_release
@_keys
def sign_command(release: Path, keys: Sequence[str]) -> None:
    """Sign what waits for signatures.

    \b
    Example:
      pml release sign release -k keys/clinician.key
    """
    found = _open(release)
    found.sign(_signers(keys))
    _say_waiting(found)


@release_group.command("revoke")
@_release
@click.argument("holder")
@click.option("--with", "new", type=_pub, help="The .pub that takes its place.")
@_keys
def revoke_command(release: Path, holder: str, new: Path | None, keys: Sequence[str]) -> None:
    """Take away what the key of HOLDER may do, since it was stolen, lost, or HOLDER has left.

    \b
    Example:
      pml release revoke release editor --with keys/editor2.pub -k keys/director.key
    """
    from pmlapp.authoring.releasing.keys import read_public

    found = _open(release)
    found.revoke(holder, read_public(new) if new else None, _signers(keys))
    click.echo(f"The key of {holder} holds no more once this is published.")
    _say_waiting(found)


@release_group.command("publish")
@_release
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("-p", "--publisher", required=True, metavar="FILE.key", help="The key that publishes.")
@_keys
def publish_command(release: Path, folder: Path, publisher: str, keys: Sequence[str]) -> None:
    """Publish what is signed, confirm it for 13 months, and copy it to FOLDER, such as a stick.

    Run it once a year even if nothing is new.

    \b
    Example:
      pml release publish release /media/stick -p keys/publisher.key
    """
    found = _open(release)
    (online,) = _signers([publisher])
    timestamp = found.publish(online, signers=_signers(keys))
    where = found.copy_to(folder)
    click.echo(f"{where}: valid until {timestamp.signed.expires.date()}")


def _open(folder: Path) -> "ReleaseFolder":
    from pmlapp.authoring.releasing.beginning import open_release

    return open_release(folder)


def _signers(named: Sequence[str]) -> "list[CryptoSigner]":
    from pmlapp.authoring.releasing.keys import open_key

    def passphrase(key: str) -> str:
        asked: str = os.environ.get(_PASSPHRASE) or click.prompt(f"Passphrase for {key}", hide_input=True, err=True)
        return asked

    return [open_key(name, passphrase) for name in named]


def _say_waiting(release: "ReleaseFolder") -> None:
    for role, (found, needed) in release.waiting().items():
        what = "the change of keys" if role == "root" else "the list of files"
        if found < needed:
            click.echo(f"{what}: {found} of {needed} signatures; the others sign with `pml release sign`")
        else:
            click.echo(f"{what}: signed; give it out with `pml release publish`")

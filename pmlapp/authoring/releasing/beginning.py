"""Begins a release, and opens one that is there."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from securesystemslib.signer import CryptoSigner, Key
from tuf.api.exceptions import RepositoryError, StorageError
from tuf.api.metadata import Metadata, Root

from pmlapp.authoring.releasing.errors import NoReleaseFolderError, ReleaseThereError
from pmlapp.authoring.releasing.release_folder import ROOT_DAYS, STAGED, ReleaseFolder
from pmlapp.authoring.releasing.signed_files import too_few, until, write
from pmlapp.packs.layout import METADATA, TARGETS


def begin_release(
    folder: Path,
    *,
    root: Sequence[Key],
    targets: Sequence[Key],
    online: Key,
    thresholds: tuple[int, int],
    signers: Sequence[CryptoSigner],
    today: Callable[[], date] = date.today,
) -> ReleaseFolder:
    """Begin a release; ``thresholds`` say how many must sign the root, and the list of files.

    Raises:
        ReleaseThereError: there is something in the folder.
        TooFewSignaturesError: ``signers`` are too few to sign the root.
    """
    if folder.exists() and any(folder.iterdir()):
        raise ReleaseThereError(path=folder)
    signed = Root(version=1, expires=until(today(), ROOT_DAYS), consistent_snapshot=True)
    for role, keys in (("root", root), ("targets", targets), ("snapshot", [online]), ("timestamp", [online])):
        for key in keys:
            signed.add_key(key, role)
    signed.roles["root"].threshold, signed.roles["targets"].threshold = thresholds
    made = Metadata(signed)
    for signer in signers:
        if signer.public_key.keyid in signed.roles["root"].keyids:
            made.sign(signer, append=True)
    if len(made.signatures) < thresholds[0]:
        raise too_few("root", made, signed)
    for name in (METADATA, TARGETS, STAGED):
        (folder / name).mkdir(parents=True, exist_ok=True)
    write(folder / METADATA / "1.root.json", made)
    return ReleaseFolder(folder, today=today)


def open_release(folder: Path) -> ReleaseFolder:
    """The release in ``folder``.

    Raises:
        NoReleaseFolderError: there is none, or it is damaged.
    """
    try:
        release = ReleaseFolder(folder)
        release.root()
        return release
    except (RepositoryError, StorageError, ValueError) as error:
        raise NoReleaseFolderError(path=folder) from error

"""Copies what this computer has, with its signatures, onto a stick that others accept."""

import hashlib
import os
from pathlib import Path

from pmlapp.content.edition import edition_order
from pmlapp.errors import CannotWriteError, plain_reason
from pmlapp.packs.errors import NothingToShareError
from pmlapp.packs.layout import METADATA, RELEASE, TARGETS, TIMESTAMP
from pmlapp.packs.listing import ListedFile, Listing, OlderReleaseError, listing_in
from pmlapp.packs.shelf import Shelf


def share(shelf: Shelf, in_use: Path, folder: Path) -> tuple[Path, str]:
    """Make ``folder`` a stick: all that was signed, the library in use, and every recall.

    A stick that knows of something newer is left as it is, and gives that to us at the next update.

    Returns:
        The folder of the release, and the edition in it.

    Raises:
        NothingToShareError: no release was read here, or it does not list the library in use.
        CannotWriteError: there is no room, or it cannot be written.
    """
    listing = listing_in(shelf.metadata)
    if listing is None:
        raise NothingToShareError
    listed = _listed(listing, in_use)
    if listed is None:
        raise NothingToShareError
    release = folder / RELEASE
    try:
        _copy(in_use, release / TARGETS / listed.name)
        if not refresh(shelf, release) and not (release / METADATA / TIMESTAMP).exists():
            raise NothingToShareError
    except OSError as error:
        raise CannotWriteError(path=release, reason=plain_reason(error)) from error
    return release, listed.edition


def refresh(shelf: Shelf, release: Path) -> bool:
    """Give a stick the newest signatures and recalls that are known here, whatever library it carries; whether it did.

    So a recall overtakes: it travels on with a stick that brought an older library.

    Raises:
        OSError: the stick cannot be written.
        OlderReleaseError: what is known here cannot be read.
    """
    ours = listing_in(shelf.metadata)
    if ours is None:
        raise OlderReleaseError
    theirs = _version_on(release)
    if theirs is not None and theirs >= ours.timestamp_version:
        return False
    data = shelf.recalls_bytes()
    if ours.recalls is not None and data is not None and hashlib.sha256(data).hexdigest() == ours.recalls.sha256:
        _put(data, release / TARGETS / ours.recalls.name)
    elif ours.recalls is not None:
        return False
    metadata = release / METADATA
    for path in sorted((shelf.metadata / "root_history").glob("*.root.json")):
        _put(path.read_bytes(), metadata / path.name)
    for role in ("targets", "snapshot"):
        data = (shelf.metadata / f"{role}.json").read_bytes()
        _put(data, metadata / f"{_version(data)}.{role}.json")
    # What it lists is there before the file that leads to it.
    _put((shelf.metadata / TIMESTAMP).read_bytes(), metadata / TIMESTAMP)
    return True


def _listed(listing: Listing, library: Path) -> ListedFile | None:
    try:
        size = library.stat().st_size
        with library.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
    found = (each for each in listing.libraries() if (each.target.length, each.sha256) == (size, sha256))
    return max(found, key=lambda each: edition_order(each.edition), default=None)


def _version_on(release: Path) -> int | None:
    try:
        return _version((release / METADATA / TIMESTAMP).read_bytes())
    except (OSError, ValueError):
        return None


def _version(data: bytes) -> int:
    import json  # noqa: PLC0415

    try:
        return int(json.loads(data)["signed"]["version"])
    except (KeyError, TypeError) as error:
        raise ValueError("no version") from error


def _copy(source: Path, target: Path) -> None:
    if target.is_file() and target.stat().st_size == source.stat().st_size:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(f"{target.name}.new")
    with source.open("rb") as file, half.open("wb") as copy:
        while chunk := file.read(1 << 20):
            copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())
    half.replace(target)


def _put(data: bytes, target: Path) -> None:
    if target.is_file() and target.read_bytes() == data:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(f"{target.name}.new")
    with half.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    half.replace(target)

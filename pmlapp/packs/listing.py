"""What a release lists, once its signatures are verified: libraries, patches, recalls, and how long that holds."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from tuf.api import exceptions
from tuf.api.metadata import Metadata, Root, TargetFile, Targets, Timestamp
from tuf.ngclient import Updater, UpdaterConfig

from pmlapp.content.edition import edition_order
from pmlapp.packs.errors import DamagedPackError, NotTrustedError, RunOutError, TakenOutError
from pmlapp.packs.folder_fetcher import ADDRESS, FolderFetcher
from pmlapp.packs.layout import RECALLS, is_safe_name

PUBLISHED: Final = "x-pmlapp-published"
"""The field of a timestamp that holds the day it was signed on."""
HOLDER: Final = "x-pmlapp-holder"
"""The field of a key that says who holds it, by role."""

_MOST_ROTATIONS: Final = 64


class ListedFile(NamedTuple):
    """One file of a release, as it was signed."""

    kind: str
    """``library``, ``patch`` or ``recalls``."""
    library: str
    edition: str
    """Of a patch: the one that it leads to."""
    digest: str
    """Of the rows of a library, as the library itself names it."""
    before: str
    """Of a patch: the sha256 of the file that it is for; "" of other files."""
    sha256: str
    target: TargetFile

    @property
    def name(self) -> str:
        """Its name in the folder of targets."""
        return f"{self.sha256}.{self.target.path}"


class Listing(NamedTuple):
    """What was signed, and by whom."""

    files: tuple[ListedFile, ...]
    root_version: int
    version: int
    """Of the list of files."""
    timestamp_version: int
    keys: tuple[str, ...]
    """The ids of all keys that may sign, but for those of the root: another set begins another count."""
    published: date
    """The day on which somebody last confirmed that nothing is newer."""
    valid_until: date
    signers: tuple[str, ...]
    """Who signed the list, by role."""

    def libraries(self, library: str = "") -> tuple[ListedFile, ...]:
        """The editions of a library, or of every one, the newest first."""
        found = (each for each in self.files if each.kind == "library" and library in ("", each.library))
        return tuple(sorted(found, key=lambda each: edition_order(each.edition), reverse=True))

    @property
    def recalls(self) -> ListedFile | None:
        """The file with all recalls; None if there never was one."""
        return next((each for each in self.files if each.kind == "recalls"), None)


class OlderReleaseError(Exception):
    """The release is older than one that was read before."""


def read_listing(release: Path, cache: Path, *, root: bytes, at: datetime) -> Listing:
    """Verify the metadata of the release in a folder.

    Args:
        release: the folder, see `layout`.
        cache: where TUF keeps what it verified; on a file system with links.
        root: the root of trust that came with the program.
        at: the moment to judge expiry by, with a time zone.

    Raises:
        OlderReleaseError: it is older than what is in ``cache``.
        NotTrustedError: signatures are missing.
        RunOutError: it has expired.
        DamagedPackError, TakenOutError: a file is missing, damaged or cannot be read.
        OSError: the cache cannot be written.
    """
    fetcher = FolderFetcher(release)
    cache.mkdir(mode=0o700, parents=True, exist_ok=True)
    config = UpdaterConfig(max_root_rotations=_MOST_ROTATIONS)
    try:
        updater = Updater(str(cache), ADDRESS, fetcher=fetcher, config=config, bootstrap=root)
        # The day that this product trusts, in place of the clock; the tests of expiry fail without this name.
        updater._trusted_set.reference_time = at
        updater.refresh()
    except exceptions.ExpiredMetadataError as error:
        raise RunOutError(day=_valid_until(release) or "?") from error
    except exceptions.BadVersionNumberError as error:
        raise OlderReleaseError from error
    except exceptions.UnsignedMetadataError as error:
        raise NotTrustedError(cause=str(error)) from error
    except (exceptions.RepositoryError, exceptions.DownloadError) as error:
        if fetcher.failure is not None or not release.is_dir():
            raise TakenOutError(cause=str(fetcher.failure or error)) from error
        raise DamagedPackError(part=_part(error), cause=str(error)) from error
    listing = listing_in(cache)
    if listing is None:
        raise DamagedPackError(part="targets.json", cause="its description of a file cannot be read")
    return listing


def listing_in(cache: Path) -> Listing | None:
    """What was verified last; None if nothing was, or the cache is damaged."""
    try:
        targets = Metadata[Targets].from_file(str(cache / "targets.json"))
        timestamp = Metadata[Timestamp].from_file(str(cache / "timestamp.json"))
        root = Metadata[Root].from_file(str(cache / "root.json")).signed
        names = {key: str(found.unrecognized_fields.get(HOLDER, "")) for key, found in root.keys.items()}
        may_sign = {key for role in ("targets", "snapshot", "timestamp") for key in root.roles[role].keyids}
        return Listing(
            files=tuple(_files(targets.signed)),
            root_version=root.version,
            version=targets.signed.version,
            timestamp_version=timestamp.signed.version,
            keys=tuple(sorted(may_sign)),
            published=_published(timestamp),
            valid_until=timestamp.signed.expires.date(),
            signers=tuple(filter(None, (names.get(key, "") for key in targets.signatures))),
        )
    except (exceptions.RepositoryError, exceptions.StorageError, KeyError, TypeError, ValueError, OSError):
        return None


def _files(targets: Targets) -> Iterator[ListedFile]:
    for path, target in targets.targets.items():
        said: Any = target.custom or {}
        if not is_safe_name(path):
            raise ValueError(f"the name of a file is not allowed: {path[:60]}")
        kind = said.get("kind")
        if kind not in ("library", "patch", "recalls") or (kind == "recalls") != (path == RECALLS):
            continue  # a kind that a later version of this program knows
        fields = {name: said.get(name, "") for name in ("library", "edition", "digest", "before")}
        if not all(isinstance(value, str) for value in fields.values()):
            raise ValueError(f"the description of {path} is not made of texts")
        if kind != "recalls":
            edition_order(fields["edition"])
        yield ListedFile(kind=kind, sha256=target.hashes["sha256"], target=target, **fields)


def _published(timestamp: Metadata[Timestamp]) -> date:
    return date.fromisoformat(timestamp.signed.unrecognized_fields[PUBLISHED])


def _valid_until(release: Path) -> date | None:
    """What an expired timestamp says of itself; it is only shown."""
    with suppress(exceptions.RepositoryError, exceptions.StorageError, OSError, ValueError):
        path = release / "metadata" / "timestamp.json"
        return Metadata[Timestamp].from_file(str(path)).signed.expires.date()
    return None


def _part(error: Exception) -> str:
    for name in ("timestamp", "snapshot", "targets", "root"):
        if name in str(error).casefold():
            return f"{name}.json"
    return "metadata"

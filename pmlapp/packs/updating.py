"""One update of the library on this computer, from what a folder holds to the edition in use.

The numbers in the comments are the steps between which a computer may lose its power.
"""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Final, NamedTuple

from tuf.api.exceptions import LengthOrHashMismatchError

from pmlapp.content.edition import edition_order
from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import Library
from pmlapp.content.recalls import LARGEST, Recall, from_json
from pmlapp.errors import ContentError
from pmlapp.packs import changes as what_changes
from pmlapp.packs.changes import Changes, changes_between
from pmlapp.packs.checking import check_library
from pmlapp.packs.errors import (
    DamagedPackError,
    NoRoomError,
    NoTrustError,
    NotTrustedError,
    TakenOutError,
)
from pmlapp.packs.in_use import in_use
from pmlapp.packs.layout import TARGETS, find_release
from pmlapp.packs.listing import ListedFile, Listing, OlderReleaseError, listing_in, read_listing
from pmlapp.packs.shelf import Shelf, State, day_or_none

_MEGABYTE: Final = 1_000_000
_SPARE: Final = 8 * _MEGABYTE
"""Room that is left on the disk beside what arrives."""
_CHUNK: Final = 1 << 20

Check = Callable[[Path, ListedFile], None]
"""What `check_library` does."""


class Nothing(NamedTuple):
    """Nothing that is newer can be taken."""

    edition: str
    """The one in use."""
    known: str = ""
    """A newer one that the publisher has made, and that is not on this stick; "" if there is none."""
    recalls: tuple[Recall, ...] = ()
    """Those that came with the stick."""


class Offer(NamedTuple):
    """An edition that has been copied and checked, and waits to be accepted; nothing has been changed yet."""

    now: Library | None
    """What is in use; None if no library is."""
    new: Library
    listed: ListedFile
    changes: Changes
    signers: tuple[str, ...]
    published: date
    recalls: tuple[Recall, ...] = ()


class Updates:
    """Updates one computer.

    Args:
        shelf: where updates are kept.
        installed: the library that came with the program, or that the site file names; it is only read.
        root: the root of trust that came with the program; None if it was given none.
        today: the day to trust, from the newest day that a library names.
        check: how a library that has arrived is checked.
    """

    def __init__(
        self,
        shelf: Shelf,
        installed: Path,
        *,
        root: bytes | None,
        today: Callable[[date], date],
        check: Check = check_library,
    ) -> None:
        self._shelf, self._installed, self._root = shelf, installed, root
        self._today, self._check = today, check

    def look(self, source: Path, *, again: bool = False) -> Offer | Nothing:
        """Read a folder: keep its recalls, and copy and check the newest edition that it holds and we lack.

        Args:
            source: a folder, or a stick's.
            again: offer also an edition that somebody went back from.

        Raises:
            PackError: why nothing of it can be used; the library in use is as it was.
        """
        if self._root is None:
            raise NoTrustError
        with self._shelf.locked(), self._shelf.writing():
            self._shelf.tidy()  # 1
            release = find_release(source)
            read, now = in_use(self._shelf, self._installed)
            listing = self._verified(release, now)  # 2
            recalls = self._take_recalls(release, listing, now)  # 3
            newer = [each for each in listing.libraries(now.id if now else "") if self._is_newer(each, now, again)]
            there = [each for each in newer if _is_there(release, each)]
            if not there:
                known = newer[0].edition if newer else ""
                if newer and not _holds_any(release, listing):
                    raise DamagedPackError(part=newer[0].target.path)
                return Nothing(now.edition if now else "", known, recalls)
            listed = there[0]
            self._fetch(release, listed)  # 4 to 6
            self._check(self._shelf.arriving, listed)  # 7
            found = changes_between(read if now else None, self._shelf.arriving)  # 8
            with ContentStore.open(self._shelf.arriving) as store:
                new = store.library()
            return Offer(now, new, listed, found, listing.signers, listing.published, recalls)

    def accept(self, offer: Offer) -> None:
        """Take the edition that was offered into use, in one step.

        Raises:
            PackError: it cannot be; the library in use is as it was.
        """
        with self._shelf.locked(), self._shelf.writing():
            self._compare(self._shelf.arriving, offer.listed)  # 9: it has waited for somebody, on a disk
            self._shelf.first_is(self._installed)
            self._shelf.switch(what_changes.to_json(offer.changes))  # 10 to 12
            state = self._shelf.state()
            day = self._today(offer.new.newest).isoformat()
            refused = tuple(each for each in state.refused if each != offer.new.digest)
            self._shelf.keep_state(state._replace(edition=offer.new.edition, installed=day, refused=refused))  # 13
            self._shelf.tidy()

    def decline(self) -> None:
        """Throw away what was offered."""
        with self._shelf.locked(), self._shelf.writing():
            self._shelf.tidy()

    def go_back(self) -> Library | None:
        """Use the edition before again, and remember not to take this one by itself; the library then in use.

        Raises:
            NothingBeforeError: no update is in use.
        """
        with self._shelf.locked(), self._shelf.writing():
            left = _library_at(self._shelf.content)
            if left is not None:
                self._shelf.refuse(left.digest)
            self._shelf.go_back()
            return in_use(self._shelf, self._installed).library

    def _verified(self, release: Path, now: Library | None) -> Listing:
        assert self._root is not None
        state = self._shelf.state()
        newest = max(filter(None, (now and now.newest, day_or_none(state.confirmed))), default=date(1970, 1, 1))
        at = datetime.combine(self._today(newest), time(), UTC)
        try:
            listing = read_listing(release, self._shelf.metadata_to_try(), root=self._root, at=at)
        except OlderReleaseError:
            # What we know is newer, and the stick may still bring a file that it names.
            kept = listing_in(self._shelf.metadata)
            if kept is None:
                raise NotTrustedError(cause="older, and what was known before cannot be read") from None
            return kept
        return self._remembered(listing, state, now)

    def _remembered(self, listing: Listing, state: State, now: Library | None) -> Listing:
        """Hold against what is remembered, since whoever throws TUF's folder away must not bring back an old edition.

        As in TUF, another set of keys begins a new count: so a library recovers from a stolen key.
        """
        same_keys = state.keys in ((), listing.keys)
        if listing.root_version < state.root or (same_keys and listing.version < state.version):
            return listing._replace(files=())
        self._shelf.keep_metadata()
        edition = state.edition
        if now is not None and not state.keys:
            edition = now.edition
        elif not same_keys:
            known = now is not None and any(each.digest == now.digest for each in listing.libraries())
            edition = now.edition if known and now is not None else ""
        self._shelf.keep_state(
            state._replace(
                root=listing.root_version,
                version=listing.version,
                keys=listing.keys,
                edition=edition,
                confirmed=listing.published.isoformat(),
                valid_until=listing.valid_until.isoformat(),
            )
        )
        return listing

    def _take_recalls(self, release: Path, listing: Listing, now: Library | None) -> tuple[Recall, ...]:
        listed = listing.recalls
        if listed is None:
            return ()
        path = release / TARGETS / listed.name
        try:
            data = path.read_bytes() if path.is_file() and path.stat().st_size <= LARGEST else None
            if data is None:
                kept = self._shelf.recalls_bytes()
                if kept is None:
                    raise DamagedPackError(part=listed.target.path)
                data = kept
            listed.target.verify_length_and_hashes(data)
            library, recalls = from_json(data)
        except OSError as error:
            raise TakenOutError(cause=str(error)) from error
        except (ValueError, LengthOrHashMismatchError) as error:
            raise DamagedPackError(part=listed.target.path, cause=str(error)) from error
        if now is not None and now.id not in ("", library):
            return ()
        self._shelf.keep_recalls(data)
        return recalls

    def _is_newer(self, listed: ListedFile, now: Library | None, again: bool) -> bool:
        state = self._shelf.state()
        if (now is not None and listed.digest == now.digest) or (listed.digest in state.refused and not again):
            return False
        order = edition_order(listed.edition)
        if not state.edition:
            # What is in use was signed by keys that hold no more, and the new ones do not know it.
            installed = _library_at(self._installed)
            return installed is None or order > edition_order(installed.edition)
        floor = now.edition if now is not None else state.edition
        return order > edition_order(floor) and (again or order >= edition_order(state.edition))

    def _fetch(self, release: Path, listed: ListedFile) -> None:
        needed = listed.target.length + _SPARE
        if shutil.disk_usage(self._shelf.folder).free < needed:  # 4
            raise NoRoomError(needed=-(-needed // _MEGABYTE))
        copied = 0
        with self._shelf.arriving.open("wb") as copy:
            try:
                source = (release / TARGETS / listed.name).open("rb")
            except OSError as error:
                raise TakenOutError(cause=str(error)) from error
            with source:
                while chunk := _read(source.read):
                    copied += len(chunk)
                    if copied > listed.target.length:
                        raise DamagedPackError(part=listed.target.path, cause="it is longer than it was signed")
                    copy.write(chunk)
            copy.flush()
            os.fsync(copy.fileno())  # 5
        if copied < listed.target.length and not release.is_dir():
            raise TakenOutError(cause=f"after {copied} bytes")
        self._compare(self._shelf.arriving, listed)  # 6

    def _compare(self, path: Path, listed: ListedFile) -> None:
        try:
            with path.open("rb") as file:
                listed.target.verify_length_and_hashes(file)
        except (LengthOrHashMismatchError, FileNotFoundError) as error:
            raise DamagedPackError(part=listed.target.path, cause=str(error)) from error


def _read(read: Callable[[int], bytes]) -> bytes:
    try:
        return read(_CHUNK)
    except OSError as error:
        raise TakenOutError(cause=str(error)) from error


def _is_there(release: Path, listed: ListedFile) -> bool:
    path = release / TARGETS / listed.name
    try:
        return path.is_file() and not path.is_symlink()
    except OSError:
        return False


def _holds_any(release: Path, listing: Listing) -> bool:
    return any(_is_there(release, each) for each in listing.libraries())


def _library_at(path: Path) -> Library | None:
    try:
        with ContentStore.open(path) as store:
            return store.library()
    except ContentError:
        return None

"""A patch turns the file of one edition into that of the next: a few kilobytes, where the whole has many megabytes.

A patch is a line of JSON, which says from which file it leads to which, and a
zstd frame compressed with the older file as its dictionary.  What the frame
gives is compared with that line before it is kept, and trusted only as far as
the release is that lists it.
"""

import errno
import heapq
import json
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

import zstandard

from pmlapp.errors import plain_reason
from pmlapp.packs.errors import DamagedPackError, NoRoomError, PackError, UpdatesBrokenError

MAGIC: Final = "pmlapp patch 1"
LARGEST_FILE: Final = 2**31
"""Bytes of a library that can be patched: zstd refers back no further."""
_LONGEST_HEAD: Final = 1_000
_PIECE: Final = 1 << 20
_LEVEL: Final = 19
_SMALLEST_WINDOW, _LARGEST_WINDOW = 20, 31


class Patch(NamedTuple):
    """What the first line of a patch says."""

    before: str
    """The sha256 of the file that it is for, in hex."""
    after: str
    """The sha256 of the file that it makes."""
    size: int
    """Bytes of that file."""


class Step(NamedTuple):
    """A patch that could be applied, as a release lists it."""

    name: str
    before: str
    """The sha256 of the file that it is for, in hex."""
    after: str
    """The sha256 of the file that it makes."""
    size: int
    """Bytes of the patch."""


def cheapest_chain(steps: Iterable[Step], have: str, wanted: str, whole: int) -> tuple[Step, ...] | None:
    """The patches that lead from one file to another with the fewest bytes.

    None where they do not lead there, or take as much as the whole file: then that is to be taken.

    Args:
        steps: every patch that is there, in any order.
        have: the sha256 of the file that is here.
        wanted: that of the file to end with.
        whole: the bytes of that file.
    """
    leaving: dict[str, list[Step]] = {}
    for step in steps:
        leaving.setdefault(step.before, []).append(step)
    waiting: list[tuple[int, int, str, tuple[Step, ...]]] = [(0, 0, have, ())]
    done: set[str] = set()
    while waiting:
        size, length, at, taken = heapq.heappop(waiting)
        if size >= whole:
            return None
        if at == wanted:
            return taken
        if at not in done:
            done.add(at)
            for step in leaving.get(at, ()):
                heapq.heappush(waiting, (size + step.size, length + 1, step.after, (*taken, step)))
    return None


def make_patch(old: Path, new: Path, patch: Path) -> Patch:
    """Write the patch that turns ``old`` into ``new``; the same two files give the same bytes.

    For a library of 16 MB it takes some 600 MiB in memory.

    Raises:
        OSError: one of the files cannot be read or written.
    """
    before, after = old.read_bytes(), new.read_bytes()
    head = Patch(sha256(before).hexdigest(), sha256(after).hexdigest(), len(after))
    window = min(max((len(before) + len(after)).bit_length(), _SMALLEST_WINDOW), _LARGEST_WINDOW)
    # The most that zstd looks for: a changed library is the older one shifted by some bytes in thousands of places.
    settings = zstandard.ZstdCompressionParameters.from_level(
        _LEVEL,
        window_log=window,
        chain_log=min(window, 26),
        hash_log=min(window, 25),
        search_log=9,
        enable_ldm=True,
        ldm_hash_log=min(window, 24),
        ldm_min_match=16,
        ldm_bucket_size_log=4,
        ldm_hash_rate_log=1,
    )
    dictionary = zstandard.ZstdCompressionDict(before, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    frame = zstandard.ZstdCompressor(dict_data=dictionary, compression_params=settings).compress(after)
    line = json.dumps({"format": MAGIC, **head._asdict()}, sort_keys=True).encode()
    patch.write_bytes(line + b"\n" + frame)
    return head


def read_head(patch: Path) -> Patch:
    """What a patch is for.

    Raises:
        DamagedPackError: it is not a patch.
        UpdatesBrokenError: it cannot be read.
    """
    try:
        with patch.open("rb") as file:
            line = file.readline(_LONGEST_HEAD)
    except OSError as error:
        raise UpdatesBrokenError(path=patch, reason=plain_reason(error)) from error
    try:
        said = json.loads(line)
        head = Patch(str(said["before"]), str(said["after"]), int(said["size"]))
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedPackError(part=patch.name, cause=f"not a patch: {error}") from error
    if said.get("format") != MAGIC or not 0 < head.size < LARGEST_FILE:
        raise DamagedPackError(part=patch.name, cause="not a patch of this kind")
    return head


def apply_patch(old: Path, patch: Path, new: Path) -> None:
    """Write to ``new`` what ``patch`` makes of ``old``; ``new`` is there only if it is what the patch promised.

    Raises:
        DamagedPackError: the patch is for another file, or damaged.
        NoRoomError: the disk is full.
        UpdatesBrokenError: a file cannot be read or written.
    """
    head = read_head(patch)
    try:
        before = old.read_bytes()
        if sha256(before).hexdigest() != head.before:
            raise DamagedPackError(part=patch.name, cause="it is for another edition")
        _unpack(before, patch, new, head)
    except BaseException as error:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _not_written(error, new, head.size) from error
        raise


def apply_chain(old: Path, patches: Sequence[Path], new: Path) -> None:
    """Apply several patches in turn, each to what the one before made; nothing but ``new`` stays.

    Raises:
        DamagedPackError, NoRoomError, UpdatesBrokenError: as `apply_patch`.
    """
    between = [new.with_name(f"{new.name}.{number % 2}") for number in range(len(patches))]
    source = old
    try:
        for patch, made in zip(patches, between, strict=True):
            apply_patch(source, patch, made)
            source = made
        source.replace(new)
    finally:
        for each in between:
            with suppress(OSError):
                each.unlink(missing_ok=True)


def _not_written(error: OSError, path: Path, size: int) -> PackError:
    if error.errno == errno.ENOSPC:
        return NoRoomError(needed=-(-size // 1_000_000))
    return UpdatesBrokenError(path=path, reason=plain_reason(error))


def _unpack(before: bytes, patch: Path, new: Path, head: Patch) -> None:
    dictionary = zstandard.ZstdCompressionDict(before, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    limit = 1 << max((len(before) + head.size).bit_length(), _SMALLEST_WINDOW)
    unpacker = zstandard.ZstdDecompressor(dict_data=dictionary, max_window_size=limit)
    found, written = sha256(), 0
    with patch.open("rb") as packed, new.open("wb") as made:
        packed.readline(_LONGEST_HEAD)
        try:
            for piece in unpacker.read_to_iter(packed, write_size=_PIECE):
                written += len(piece)
                if written > head.size:
                    break
                found.update(piece)
                made.write(piece)
        except zstandard.ZstdError as error:
            raise DamagedPackError(part=patch.name, cause=str(error)) from error
        made.flush()
        os.fsync(made.fileno())
    if written != head.size or found.hexdigest() != head.after:
        raise DamagedPackError(part=patch.name, cause="it does not make the file that it names")

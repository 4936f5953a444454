"""What reading and writing the signed files of a release needs."""

import filecmp
import os
import shutil
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from tuf.api.metadata import Metadata, Root

from pmlapp.authoring.releasing.errors import TooFewSignaturesError
from pmlapp.errors import CannotWriteError, plain_reason
from pmlapp.packs.listing import HOLDER


def names(root: Root, role: str) -> str:
    """Who may sign, by role."""
    keys = (root.keys[keyid] for keyid in root.roles[role].keyids)
    return ", ".join(sorted(str(key.unrecognized_fields.get(HOLDER, "?")) for key in keys))


def too_few(role: str, made: Metadata[Any], rule: Root) -> TooFewSignaturesError:
    """What to say when signatures are missing by this root."""
    found = len(set(rule.roles[role].keyids) & set(made.signatures))
    return TooFewSignaturesError(role=role, found=found, needed=rule.roles[role].threshold, holders=names(rule, role))


def until(day: date, days: int) -> datetime:
    """The moment so many days later."""
    return datetime.combine(day + timedelta(days=days), time(), UTC)


def write(path: Path, made: Metadata[Any]) -> None:
    """Write signed metadata whole, or not at all; raises `CannotWriteError`."""
    half = path.with_name(f"{path.name}.new")
    try:
        half.write_bytes(made.to_bytes())
        half.replace(path)
    except OSError as error:
        raise CannotWriteError(path=path, reason=plain_reason(error)) from error


def copy(source: Path, target: Path) -> None:
    """Copy unless it is there; a half copy never has the name of a whole one."""
    if target.is_file() and filecmp.cmp(source, target, shallow=False):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(f"{target.name}.new")
    shutil.copyfile(source, half)
    with half.open("rb+") as file:
        os.fsync(file.fileno())
    half.replace(target)

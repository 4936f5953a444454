"""Where the files of a release are: the same names on a stick, on a share, and at a web address.

pmlapp-release/metadata/timestamp.json, 7.snapshot.json, 5.targets.json, 1.root.json, 2.root.json
pmlapp-release/targets/SHA256.NAME
"""

import re
from pathlib import Path
from typing import Final

from pmlapp.packs.errors import NoReleaseError, TakenOutError

RELEASE: Final = "pmlapp-release"
METADATA: Final = "metadata"
TARGETS: Final = "targets"
TIMESTAMP: Final = "timestamp.json"
RECALLS: Final = "recalls.json"
"""The target with all notices that hide or mark pages."""

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,150}")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


def find_release(source: Path) -> Path:
    """The folder of a release in ``source``: itself, or ``pmlapp-release`` in it.

    Raises:
        NoReleaseError: there is none.
        TakenOutError: the system cannot read it.
    """
    try:
        for folder in (source / RELEASE, source):
            if (folder / METADATA / TIMESTAMP).is_file():
                return folder
    except OSError as error:
        raise TakenOutError(cause=str(error)) from error
    raise NoReleaseError(source=source)


def is_safe_name(name: str) -> bool:
    """Whether a target may have this name: one that each system takes, and that stays in its folder."""
    return _SAFE.fullmatch(name) is not None and not _RESERVED.fullmatch(name) and not name.endswith(".")

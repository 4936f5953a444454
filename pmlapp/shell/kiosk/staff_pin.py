"""The staff's PIN: kept as a salted hash, with tries counted on disk before each is checked."""

import json
import os
import time
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Final, NamedTuple

from pmlapp.errors import CannotWriteError, plain_reason

LEAST_DIGITS: Final = 6
MOST_DIGITS: Final = 8

FREE_TRIES: Final = 5
_WAITS_S: Final = (60, 300, 900, 3600)
"""After the fifth wrong try, the sixth, the seventh, and each one later."""

# OWASP's least for scrypt: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
_N, _R, _P = 2**17, 8, 1
_MOST_MEMORY: Final = 256 * 1024 * 1024
_LARGEST_FILE: Final = 1024


class PinState(Enum):
    """What became of a try."""

    RIGHT = "right"
    WRONG = "wrong"
    WAITING = "waiting"
    NOT_SET = "not set"


class Verdict(NamedTuple):
    """``tries_left`` before the next wait, and ``wait_s`` until the next try may be made."""

    state: PinState
    tries_left: int = 0
    wait_s: int = 0


class StaffPin:
    """The PIN kept in ``folder``; without one nobody gets in, and there is no other code.

    Waits go by the monotonic clock.  After a restart a pending wait begins again in full,
    so that neither a restart nor another date shortens it.
    """

    def __init__(self, folder: Path, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._folder = folder
        self._clock = clock
        self._failed = self._counted()
        self._may_try_at = self._clock() + _wait_after(self._failed)

    @property
    def is_set(self) -> bool:
        """Whether there is a PIN."""
        return self._hash_file.exists()

    @property
    def wait_s(self) -> int:
        """Seconds until the next try may be made; 0 if it may be made now."""
        return max(0, round(self._may_try_at - self._clock() + 0.499))

    def set(self, digits: str) -> None:
        """Keep a new PIN, and forget wrong tries.

        Raises:
            ValueError: it has not 6 to 8 digits.
            CannotWriteError: it cannot be kept; the one before holds.
        """
        if not (digits.isascii() and digits.isdecimal() and LEAST_DIGITS <= len(digits) <= MOST_DIGITS):
            raise ValueError(f"a PIN has {LEAST_DIGITS} to {MOST_DIGITS} digits")
        import secrets

        salt = secrets.token_bytes(16)
        kept = {"salt": salt.hex(), "hash": _hash(digits, salt, _N, _R, _P).hex(), "n": _N, "r": _R, "p": _P}
        try:
            _write(self._hash_file, json.dumps(kept))
        except OSError as error:
            raise CannotWriteError(path=self._hash_file, reason=plain_reason(error)) from error
        self._forget_tries()

    def attempt(self, digits: str) -> Verdict:
        """Try a PIN: counted first, then checked; takes about half a second."""
        if not self.is_set:
            return Verdict(PinState.NOT_SET)
        if self.wait_s:
            return Verdict(PinState.WAITING, wait_s=self.wait_s)
        was_counted = self._count()
        if self._is_right(digits):
            self._forget_tries()
            return Verdict(PinState.RIGHT)
        wait = _wait_after(self._failed)
        if not was_counted:
            # What cannot be counted on disk would be forgotten at a restart: then each try costs a wait.
            wait = max(wait, _WAITS_S[0])
        self._may_try_at = self._clock() + wait
        return Verdict(PinState.WRONG, tries_left=max(0, FREE_TRIES - self._failed), wait_s=wait)

    @property
    def _hash_file(self) -> Path:
        return self._folder / "staff-pin"

    @property
    def _tries_file(self) -> Path:
        return self._folder / "staff-tries"

    def _is_right(self, digits: str) -> bool:
        try:
            if self._hash_file.stat().st_size > _LARGEST_FILE:
                return False
            kept = json.loads(self._hash_file.read_text(encoding="ascii"))
            salt, wanted = bytes.fromhex(kept["salt"]), bytes.fromhex(kept["hash"])
            made = _hash(digits, salt, int(kept["n"]), int(kept["r"]), int(kept["p"]))
        except (OSError, ValueError, KeyError, TypeError):
            return False
        import hmac

        return hmac.compare_digest(made, wanted)

    def _counted(self) -> int:
        try:
            return min(1000, max(0, int(self._tries_file.read_text(encoding="ascii")[:8])))
        except FileNotFoundError:
            return 0
        except (OSError, ValueError):
            # Left half written, or tampered with: as many as make somebody wait.
            return FREE_TRIES

    def _count(self) -> bool:
        """Count one more try; whether that is on the disk."""
        self._failed += 1
        try:
            _write(self._tries_file, str(self._failed))
        except OSError:
            return False
        return True

    def _forget_tries(self) -> None:
        self._failed = 0
        self._may_try_at = self._clock()
        try:
            self._tries_file.unlink(missing_ok=True)
        except OSError:
            self._failed = 0


def _wait_after(failed: int) -> int:
    return 0 if failed < FREE_TRIES else _WAITS_S[min(failed - FREE_TRIES, len(_WAITS_S) - 1)]


def _hash(digits: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    import hashlib

    return hashlib.scrypt(digits.encode(), salt=salt, n=n, r=r, p=p, maxmem=_MOST_MEMORY, dklen=32)


def _write(path: Path, text: str) -> None:
    """Write a file for this user alone, whole or not at all, and wait until it is on the disk."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.new")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)

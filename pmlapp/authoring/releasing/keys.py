"""Keys of those who sign: ed25519, each in a file of its own with a passphrase, or in the environment."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner, SSlibKey

from pmlapp.authoring.releasing.errors import KeyFileError, ReleaseThereError
from pmlapp.errors import CannotWriteError, plain_reason
from pmlapp.packs.listing import HOLDER

FROM_ENVIRONMENT: Final = "env:"
LEAST_PASSPHRASE: Final = 12
_LARGEST: Final = 16 * 1024

Passphrase = Callable[[str], str]
"""Asks for the passphrase of the key that is named."""


def make_key(holder: str, folder: Path, passphrase: str) -> tuple[Path, Path]:
    """A new pair of keys for ``holder``, as ``HOLDER.key``, for nobody else to read, and ``HOLDER.pub``.

    Raises:
        ReleaseThereError: there is a key of that name already.
        CannotWriteError: they cannot be written.
    """
    private, public = folder / f"{holder}.key", folder / f"{holder}.pub"
    if private.exists() or public.exists():
        raise ReleaseThereError(path=private)
    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase.encode()))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(private, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(pem)
            file.flush()
            os.fsync(file.fileno())
        made = CryptoSigner(key).public_key
        record = {"keyid": made.keyid, HOLDER: holder, **made.to_dict()}
        public.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise CannotWriteError(path=private, reason=plain_reason(error)) from error
    return private, public


def read_public(path: Path) -> SSlibKey:
    """The public key in a ``.pub`` file.

    Raises:
        KeyFileError: it is not one.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise KeyFileError(path=path, reason="it is too large")
        read = json.loads(path.read_text(encoding="utf-8"))
        keyid = read.pop("keyid")
        if (read["keytype"], read["scheme"]) != ("ed25519", "ed25519"):
            # Without another library a kiosk would take any other kind for forged.
            raise KeyFileError(path=path, reason="only ed25519 keys are used")
        return SSlibKey.from_dict(keyid, read)
    except OSError as error:
        raise KeyFileError(path=path, reason=plain_reason(error)) from error
    except (ValueError, KeyError, TypeError) as error:
        raise KeyFileError(path=path, reason="it is not a public key") from error


def open_key(named: str, passphrase: Passphrase) -> CryptoSigner:
    """The key in a file, or, as ``env:NAME``, in a variable of the environment that holds what the file would.

    Raises:
        KeyFileError: it is not there, or the passphrase is wrong.
    """
    try:
        if named.startswith(FROM_ENVIRONMENT):
            pem = os.environ[named.removeprefix(FROM_ENVIRONMENT)].encode()
        else:
            pem = Path(named).read_bytes()
        key = load_pem_private_key(pem, passphrase(named).encode())
    except KeyError as error:
        raise KeyFileError(path=named, reason="there is no such variable") from error
    except OSError as error:
        raise KeyFileError(path=named, reason=plain_reason(error)) from error
    except (ValueError, TypeError) as error:
        raise KeyFileError(path=named, reason="it is damaged, or the passphrase is wrong") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyFileError(path=named, reason="only ed25519 keys are used")
    return CryptoSigner(key)

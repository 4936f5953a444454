"""A release in a folder: what is signed already, what waits for signatures, and how it is put onto a stick.

metadata/   what is published: 1.root.json, 3.targets.json, 5.snapshot.json, timestamp.json
targets/    the files, each with its sha256 before its name
staged/     root.json and targets.json as they will be, with the signatures so far
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from securesystemslib.signer import CryptoSigner, Key
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

from pmlapp.authoring.releasing.errors import (
    KeyNotInRoleError,
    NoReleaseFolderError,
    NotReleasableError,
)
from pmlapp.authoring.releasing.signed_files import copy, names, too_few, until, write
from pmlapp.content.edition import edition_order
from pmlapp.content.file.store import ContentStore
from pmlapp.content.recalls import LARGEST, Recall, from_json, to_json
from pmlapp.errors import CannotWriteError, plain_reason
from pmlapp.packs.layout import METADATA, RECALLS, RELEASE, TARGETS, is_safe_name
from pmlapp.packs.listing import HOLDER, PUBLISHED

ROOT_DAYS: Final = 5 * 365
"""Keys are changed by a new root, so this only bounds how long a forgotten library is trusted."""
LIST_DAYS: Final = 5 * 365
TIMESTAMP_DAYS: Final = 396
"""13 months: a stick is made once a year, and may be a month late."""
KEPT_EDITIONS: Final = 3

STAGED: Final = "staged"
_ROLES: Final = ("root", "targets", "snapshot", "timestamp")


class ReleaseFolder:
    """The release in ``folder``; ``today`` is the day on which something is signed."""

    def __init__(self, folder: Path, *, today: Callable[[], date] = date.today) -> None:
        self.folder = folder
        self._today = today
        self._metadata, self._targets, self._staged = folder / METADATA, folder / TARGETS, folder / STAGED
        if not (self._metadata / "1.root.json").is_file():
            raise NoReleaseFolderError(path=folder)

    def root(self) -> Metadata[Root]:
        """The newest root that has enough signatures."""
        newest = max(int(path.name.split(".")[0]) for path in self._metadata.glob("*.root.json"))
        return Metadata[Root].from_file(str(self._metadata / f"{newest}.root.json"))

    def listed(self) -> Targets:
        """The list of files as it is staged, or else as it was published."""
        return self._list().signed

    def editions(self, library: str = "") -> list[tuple[str, str]]:
        """The name and edition of each library listed, the newest first."""
        found = [
            (name, target.custom["edition"])
            for name, target in self.listed().targets.items()
            if target.custom and target.custom["kind"] == "library" and library in ("", target.custom["library"])
        ]
        return sorted(found, key=lambda each: edition_order(each[1]), reverse=True)

    def waiting(self) -> dict[str, tuple[int, int]]:
        """What is staged, each with the signatures that are there and that are needed."""
        found = {}
        for role in ("root", "targets"):
            path = self._staged / f"{role}.json"
            if path.exists():
                staged: Metadata[Any] = Metadata.from_file(str(path))
                rule = self._rule(role)
                found[role] = (len(set(rule.keyids) & set(staged.signatures)), rule.threshold)
        return found

    # What is put into it

    def add_library(self, content: Path, signers: Sequence[CryptoSigner], *, keep: int = KEPT_EDITIONS) -> str:
        """List an edition of a library, and no more than the last ``keep`` of it; the name it is listed under.

        Raises:
            NotReleasableError: it has no id, is a draft, or is not newer than what is listed.
            ContentError: it cannot be read, or is damaged.
        """
        with ContentStore.open(content) as store:
            store.verify()
            library = store.library()
        if not library.id:
            raise NotReleasableError(reason="the library has no id", advice="Write an id into its library.toml.")
        if library.draft:
            raise NotReleasableError(reason="it is a draft", advice="Build it without --draft.")
        name = f"{library.id}-{library.edition}.db"
        if not is_safe_name(name):
            raise NotReleasableError(reason=f"its id “{library.id}” cannot be part of a file’s name", advice="")
        listed = self.editions(library.id)
        if listed and edition_order(library.edition) <= edition_order(listed[0][1]):
            raise NotReleasableError(
                reason=f"edition {listed[0][1]} is listed already, and {library.edition} is not newer",
                advice="Build a new edition.",
            )
        said = {"kind": "library", "library": library.id, "edition": library.edition, "digest": library.digest}
        keep_names = {name, *(each for each, _ in listed[: keep - 1])}

        def change(files: dict[str, TargetFile]) -> None:
            for each, _ in listed:
                if each not in keep_names:
                    del files[each]
            files[name] = self._put(content.read_bytes(), name, said)

        self._change(change, signers)
        return name

    def add_file(self, data: bytes, name: str, said: dict[str, str], signers: Sequence[CryptoSigner]) -> None:
        """List another file, such as a patch; ``said`` is what `listing.ListedFile` reads of it."""

        def change(files: dict[str, TargetFile]) -> None:
            files[name] = self._put(data, name, said)

        self._change(change, signers)

    def recalls(self) -> tuple[str, tuple[Recall, ...]]:
        """The library and its recalls, as listed."""
        target = self.listed().targets.get(RECALLS)
        if target is None:
            return "", ()
        return from_json((self._targets / f"{target.hashes['sha256']}.{RECALLS}").read_bytes())

    def recall(self, library: str, recall: Recall, signers: Sequence[CryptoSigner]) -> None:
        """List one recall more.

        Raises:
            NotReleasableError: there are too many.
        """
        _, before = self.recalls()
        kept = [each for each in before if (each.page, each.sha256) != (recall.page, recall.sha256)]
        data = to_json(library, (*kept, recall))
        if len(data) > LARGEST:
            raise NotReleasableError(
                reason="there are too many recalls", advice="Publish an edition without the pages."
            )
        self.add_file(data, RECALLS, {"kind": "recalls", "library": library}, signers)

    # Signatures

    def sign(self, signers: Iterable[CryptoSigner]) -> None:
        """Sign all that waits and that these keys may sign.

        Raises:
            KeyNotInRoleError: a key may sign none of it.
        """
        for signer in signers:
            used = False
            for role in ("root", "targets"):
                path = self._staged / f"{role}.json"
                if path.exists() and signer.public_key.keyid in self._may_sign(role):
                    staged: Metadata[Any] = Metadata.from_file(str(path))
                    staged.sign(signer, append=True)
                    write(path, staged)
                    used = True
            if not used:
                role = next(iter(self.waiting()), "targets")
                raise KeyNotInRoleError(holder=self._holder(signer), role=role, holders=self._holders(role))

    def revoke(self, stolen: str, new: Key | None, signers: Sequence[CryptoSigner]) -> None:
        """Take the key of a holder out of every role, and put another in its place: the next root.

        It takes effect once enough holders of root keys have signed it, by the old root and by the new.

        Raises:
            NotReleasableError: there is no such holder, or too few keys would be left.
        """
        root = self._next_root()
        keyids = [key for key, found in root.signed.keys.items() if found.unrecognized_fields.get(HOLDER) == stolen]
        if not keyids:
            raise NotReleasableError(reason=f"no key belongs to “{stolen}”", advice=f"There are {self._all_holders()}.")
        if new is not None and new.keyid in keyids:
            raise NotReleasableError(reason="the new key is the old one", advice="Make one with: pml release keys")
        for keyid in keyids:
            for role in _ROLES:
                if keyid in root.signed.roles[role].keyids:
                    root.signed.revoke_key(keyid, role)
                    if new is not None:
                        root.signed.add_key(new, role)
        for role, rule in root.signed.roles.items():
            if len(rule.keyids) < rule.threshold:
                raise NotReleasableError(
                    reason=f"too few keys for {role} would be left", advice="Put a new key in its place: --with KEY.pub"
                )
        if self.listed().targets:
            self._change(lambda _: None, ())  # the list is signed again, by the keys that hold from now on
        self._stage_root(root, signers)

    def renew_root(self, signers: Sequence[CryptoSigner]) -> None:
        """The same root for another five years."""
        self._stage_root(self._next_root(), signers)

    def publish(self, online: CryptoSigner, *, signers: Sequence[CryptoSigner] = ()) -> Metadata[Timestamp]:
        """Publish all that waits, and confirm that nothing is newer for 13 months more.

        Raises:
            TooFewSignaturesError: somebody else has to sign first.
            KeyNotInRoleError: ``online`` is not the key that publishes.
            NotReleasableError: nothing was ever added.
        """
        if signers:
            self.sign(signers)
        self._check_signatures()
        self._publish_root()
        root = self.root().signed
        if online.public_key.keyid not in root.roles["timestamp"].keyids:
            raise KeyNotInRoleError(holder=self._holder(online), role="timestamp", holders=self._holders("timestamp"))
        listed = self._publish_list()
        snapshot = self._sealed(
            "snapshot",
            online,
            Snapshot(
                self._next("snapshot"),
                None,
                until(self._today(), LIST_DAYS),
                {"targets.json": MetaFile(listed.signed.version)},
            ),
        )
        return self._sealed_timestamp(online, snapshot)

    def copy_to(self, folder: Path) -> Path:
        """Put what is published into ``folder``, as ``pmlapp-release`` in it; the timestamp last.

        Raises:
            CannotWriteError: there is no room, or it cannot be written.
        """
        release = folder / RELEASE
        timestamp = Metadata[Timestamp].from_file(str(self._metadata / "timestamp.json"))
        listed = self._published_list().signed
        metadata = (
            *(f"{number}.root.json" for number in range(1, self.root().signed.version + 1)),
            f"{listed.version}.targets.json",
            f"{timestamp.signed.snapshot_meta.version}.snapshot.json",
            "timestamp.json",
        )
        files = sorted(f"{target.hashes['sha256']}.{name}" for name, target in listed.targets.items())
        try:
            for name in files:
                copy(self._targets / name, release / TARGETS / name)
            for name in metadata:
                copy(self._metadata / name, release / METADATA / name)
            for path in (release / TARGETS).iterdir():
                if path.name not in files:
                    path.unlink()
        except OSError as error:
            raise CannotWriteError(path=release, reason=plain_reason(error)) from error
        return release

    # How it is done

    def _list(self) -> Metadata[Targets]:
        staged = self._staged / "targets.json"
        return Metadata[Targets].from_file(str(staged)) if staged.exists() else self._published_list()

    def _published_list(self) -> Metadata[Targets]:
        versions = [int(path.name.split(".")[0]) for path in self._metadata.glob("*.targets.json")]
        if not versions:
            return Metadata(Targets(version=1, expires=until(self._today(), LIST_DAYS)))
        return Metadata[Targets].from_file(str(self._metadata / f"{max(versions)}.targets.json"))

    def _put(self, data: bytes, name: str, said: dict[str, str]) -> TargetFile:
        sha256 = hashlib.sha256(data).hexdigest()
        path = self._targets / f"{sha256}.{name}"
        half = path.with_name(f"{path.name}.new")
        try:
            half.write_bytes(data)
            half.replace(path)
        except OSError as error:
            raise CannotWriteError(path=path, reason=plain_reason(error)) from error
        return TargetFile(len(data), {"sha256": sha256}, name, {"custom": dict(said)})

    def _change(self, change: Callable[[dict[str, TargetFile]], None], signers: Sequence[CryptoSigner]) -> None:
        listed = self._list()
        published = [int(path.name.split(".")[0]) for path in self._metadata.glob("*.targets.json")]
        files = dict(listed.signed.targets)
        change(files)
        made = Metadata(Targets(max(published, default=0) + 1, None, until(self._today(), LIST_DAYS), files))
        write(self._staged / "targets.json", made)
        if signers:
            self.sign(signers)

    def _next_root(self) -> Metadata[Root]:
        staged = self._staged / "root.json"
        root = Metadata[Root].from_file(str(staged)) if staged.exists() else self.root()
        root.signatures.clear()
        root.signed.version = self.root().signed.version + 1
        root.signed.expires = until(self._today(), ROOT_DAYS)
        return root

    def _stage_root(self, root: Metadata[Root], signers: Sequence[CryptoSigner]) -> None:
        write(self._staged / "root.json", root)
        if signers:
            self.sign(signers)

    def _check_signatures(self) -> None:
        """Before anything is published, so that a root is never there without the list that it asks for."""
        root = self.root().signed
        path = self._staged / "root.json"
        if path.exists():
            staged = Metadata[Root].from_file(str(path))
            for rule in (root, staged.signed):
                if len(set(rule.roles["root"].keyids) & set(staged.signatures)) < rule.roles["root"].threshold:
                    raise too_few("root", staged, rule)
            root = staged.signed
        listed = self._list()
        if not listed.signed.targets:
            raise NotReleasableError(reason="it is empty", advice="Add a library with: pml release add")
        if len(set(root.roles["targets"].keyids) & set(listed.signatures)) < root.roles["targets"].threshold:
            raise too_few("targets", listed, root)

    def _publish_root(self) -> None:
        path = self._staged / "root.json"
        if path.exists():
            staged = Metadata[Root].from_file(str(path))
            write(self._metadata / f"{staged.signed.version}.root.json", staged)
            path.unlink()

    def _publish_list(self) -> Metadata[Targets]:
        path = self._staged / "targets.json"
        staged = self._list()
        if path.exists():
            write(self._metadata / f"{staged.signed.version}.targets.json", staged)
            path.unlink()
        return staged

    def _sealed(self, role: str, online: CryptoSigner, signed: Snapshot) -> Metadata[Snapshot]:
        made = Metadata(signed)
        made.sign(online)
        write(self._metadata / f"{signed.version}.{role}.json", made)
        return made

    def _sealed_timestamp(self, online: CryptoSigner, snapshot: Metadata[Snapshot]) -> Metadata[Timestamp]:
        path = self._metadata / "timestamp.json"
        version = Metadata[Timestamp].from_file(str(path)).signed.version + 1 if path.exists() else 1
        signed = Timestamp(
            version,
            None,
            until(self._today(), TIMESTAMP_DAYS),
            MetaFile(snapshot.signed.version),
            {PUBLISHED: self._today().isoformat()},
        )
        made = Metadata(signed)
        made.sign(online)
        write(path, made)
        return made

    def _next(self, role: str) -> int:
        return max((int(path.name.split(".")[0]) for path in self._metadata.glob(f"*.{role}.json")), default=0) + 1

    def _rule(self, role: str) -> Any:
        return self.root().signed.roles[role]

    def _may_sign(self, role: str) -> set[str]:
        allowed = set(self._rule(role).keyids)
        path = self._staged / "root.json"
        if path.exists():
            allowed |= set(Metadata[Root].from_file(str(path)).signed.roles[role].keyids)
        return allowed

    def _holder(self, signer: CryptoSigner) -> str:
        key = self.root().signed.keys.get(signer.public_key.keyid)
        return str(key.unrecognized_fields.get(HOLDER, "")) if key else "somebody unknown"

    def _holders(self, role: str) -> str:
        return names(self.root().signed, role)

    def _all_holders(self) -> str:
        root = self.root().signed
        return ", ".join(sorted({str(key.unrecognized_fields.get(HOLDER, "?")) for key in root.keys.values()}))

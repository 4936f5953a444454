"""A publisher with keys, editions and sticks, for tests of updates."""

import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from securesystemslib.signer import CryptoSigner

from pmlapp.authoring.building.build import build
from pmlapp.authoring.releasing.beginning import begin_release
from pmlapp.content.model import QuestionType
from pmlapp.packs.layout import RELEASE, TARGETS
from pmlapp.packs.listing import HOLDER
from pmlapp.packs.shelf import Shelf
from pmlapp.packs.updating import Nothing, Offer, Updates
from tests.builders import article, library, rich_article

LIBRARY = "org.example.pml"
DAY = date(2026, 12, 1)
EDITIONS = ("2026-11-21", "2026-11-25", "2026-11-28")


def signer(holder: str) -> CryptoSigner:
    """A new key."""
    made = CryptoSigner(Ed25519PrivateKey.generate())
    made.public_key.unrecognized_fields[HOLDER] = holder
    return made


def build_editions(folder: Path) -> list[Path]:
    """Three editions: the second changes a page, the third adds one."""
    food = article("diet/food", title="What should I eat?", question_type=QuestionType.DIET, evidence_checked=None)
    changed = food._replace(body="## How\n\nEat what you like.\n")
    more = article("diet/drink", title="What should I drink?", evidence_checked=None)
    found: list[Path] = []
    shelves = ((food,), (changed,), (changed, more))
    for edition, pages in zip(EDITIONS, shelves, strict=True):
        path = folder / f"{edition}.db"
        sources = library((rich_article(), *pages), id=LIBRARY, edition=edition)
        build(sources, path, previous=found[-1] if found else None)
        found.append(path)
    return found


class Publisher:
    """Three holders of root keys, of whom two must agree, and of list keys; one key that publishes."""

    def __init__(self, folder: Path, *, threshold: int = 2) -> None:
        self.day = DAY
        self.holders = [signer(name) for name in ("editor", "clinician", "director")]
        self.online = signer("publisher")
        keys = [holder.public_key for holder in self.holders]
        self.release = begin_release(
            folder,
            root=keys,
            targets=keys,
            online=self.online.public_key,
            thresholds=(2, threshold),
            signers=self.holders,
            today=lambda: self.day,
        )
        self.root = (folder / "metadata" / "1.root.json").read_bytes()

    def publish(self, edition: Path | None, stick: Path, *, keep: int = 3) -> Path:
        """Sign an edition, and put everything onto a stick."""
        if edition is not None:
            self.release.add_library(edition, self.holders[:2], keep=keep)
        self.release.publish(self.online, signers=self.holders[:2] if self.release.waiting() else ())
        self.release.copy_to(stick)
        return stick


class Computer:
    """One computer with an installed library, and what staff do at it."""

    def __init__(self, folder: Path, installed: Path, root: bytes | None) -> None:
        self.shelf = Shelf(folder / "updates")
        self.installed = installed
        self.clock = DAY
        self.root = root

    @property
    def updates(self) -> Updates:
        """A new one each time, as each start makes one."""
        today: Callable[[date], date] = lambda newest: max(self.clock, newest)  # noqa: E731
        return Updates(self.shelf, self.installed, root=self.root, today=today)

    def update(self, stick: Path) -> Offer | Nothing:
        """Take whatever is offered."""
        found = self.updates.look(stick)
        if isinstance(found, Offer):
            self.updates.accept(found)
        return found


def copied(stick: Path, to: Path) -> Path:
    """A copy of a stick, as people make them."""
    shutil.copytree(stick, to)
    return to


def target(stick: Path, ending: str = ".db") -> Path:
    """The newest file of a stick whose name ends so."""
    files: Sequence[Path] = sorted((stick / RELEASE / TARGETS).glob(f"*{ending}"), key=lambda path: path.name[64:])
    return files[-1]

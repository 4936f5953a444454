"""Five thousand computers, sticks copied from sticks, one in ten bad: none shows what is unsigned, older or torn.

The seed, the number of computers and where it works can be set: FLEET_SEED, FLEET_SIZE, FLEET_DIR.
"""

import errno
import hashlib
import io
import os
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import IO, Any

import pytest
from tuf.api.metadata import MetaFile, Snapshot

from pmlapp.authoring.building.build import build
from pmlapp.authoring.releasing.release_folder import ReleaseFolder
from pmlapp.content.recalls import Recall
from pmlapp.library.pages.trusted_day import trusted_day
from pmlapp.packs.checking import check_library
from pmlapp.packs.errors import NothingToShareError, PackError
from pmlapp.packs.in_use import library_in_use
from pmlapp.packs.layout import RELEASE
from pmlapp.packs.listing import ListedFile
from pmlapp.packs.sharing import refresh, share
from pmlapp.packs.shelf import Shelf
from pmlapp.packs.updating import Nothing, Offer, Updates
from tests.builders import article, library
from tests.packs.publisher import DAY, LIBRARY, Publisher, signer

SEED = int(os.environ.get("FLEET_SEED", "16"))
COMPUTERS = int(os.environ.get("FLEET_SIZE", "5000"))
EDITIONS = 5
MOST_HOPS = 6
BAD = 0.10
FROM_PUBLISHER = 0.3
"""Of all sticks; the others are made by a computer that was visited before."""
VISITED_PER_EDITION = 0.1
LAST_VISITS = 3
FAULTS = (
    "half copied",
    "bit flipped",
    "older",
    "expired",
    "full",
    "pulled out",
    "forged edition",
    "forged confirmation",
)


class Site:
    """One computer, and what became of it."""

    def __init__(self, folder: Path, installed: Path, root: bytes, clock: date | None) -> None:
        self.shelf = Shelf(folder)
        self.installed, self.root, self.clock = installed, root, clock
        self.edition = 0
        self.hops = 0
        """How many sticks copied from sticks what it knows has come over."""
        self.recall_hops: int | None = None
        self.content_hops: int | None = None
        self.said = "nobody came with a stick"


class Fleet:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.chance = random.Random(SEED)
        self.publisher = Publisher(folder / "release")
        self.day = DAY
        self.paths = self._editions()
        self.by_sha256 = {_sha256(path): number for number, path in enumerate(self.paths)}
        self.checked: set[str] = set()
        self.sticks = 0
        self.old_sticks: list[Path] = []
        self.outcomes: Counter[str] = Counter()
        self.expired = self._expired_stick()
        clocks: list[date | None] = [date(1970, 1, 1), date(2099, 1, 1), *[None] * 18]
        self.sites = [
            Site(folder / f"c{number}", self.paths[0], self.publisher.root, self.chance.choice(clocks))
            for number in range(COMPUTERS)
        ]
        self.visited: list[Site] = []

    def _editions(self) -> list[Path]:
        found: list[Path] = []
        for number in range(EDITIONS + 2):  # the last one is the thief's
            pages = [
                article(
                    f"diet/page-{page}", title=f"Question {page}?", body=f"## How\n\nAnswer {page * (number + 1)}.\n"
                )
                for page in range(4)
            ]
            path = self.folder / f"e{number}.db"
            edition = (DAY - timedelta(days=10 - number)).isoformat()
            build(library(pages, id=LIBRARY, edition=edition), path, previous=found[-1] if found else None)
            found.append(path)
        return found

    def _expired_stick(self) -> Path:
        """The publisher's own, made 14 months ago."""
        self.publisher.day = DAY - timedelta(days=430)
        stick = self.publisher.publish(self.paths[1], self.folder / "expired", keep=9)
        self.publisher.day = DAY
        return stick

    # Sticks

    def new_folder(self) -> Path:
        self.sticks += 1
        return self.folder / f"s{self.sticks}"

    def stick(self) -> tuple[Path, int]:
        """The stick that somebody brings next, and how many hops it has behind it."""
        if self.visited and self.chance.random() > FROM_PUBLISHER:
            source = self.chance.choice(self.visited)
            if source.hops < MOST_HOPS:
                folder = self.new_folder()
                try:
                    share(source.shelf, library_in_use(source.shelf, source.installed), folder)
                except NothingToShareError:
                    return self.latest, 0
                return folder, source.hops + 1
        return self.latest, 0

    def bad_stick(self, fault: str) -> Path:
        if fault == "older":
            return self.chance.choice(self.old_sticks or [self.latest])
        if fault == "expired":
            return self.expired
        if fault.startswith("forged"):
            return self.forged[fault == "forged confirmation"]
        folder = self.new_folder()
        shutil.copytree(self.latest, folder)
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        path = self.chance.choice(files)
        data = bytearray(path.read_bytes())
        if fault == "half copied":
            path.write_bytes(data[: self.chance.randrange(len(data))])
        elif fault == "bit flipped":
            data[self.chance.randrange(len(data))] ^= 1 << self.chance.randrange(8)
            path.write_bytes(data)
        return folder

    def forge(self) -> tuple[Path, Path]:
        """What a thief makes of one stolen key and all that is public: an edition, or a confirmation far ahead."""
        edition = self._thief("thief-1")
        edition.add_library(self.paths[-1], self.publisher.holders[:1])
        listed = edition._publish_list()
        meta = {"targets.json": MetaFile(listed.signed.version)}
        edition._sealed_timestamp(signer("thief"), edition._sealed("snapshot", signer("thief"), Snapshot(9, meta=meta)))
        ahead = self._thief("thief-2")
        for _ in range(20):
            ahead.publish(self.publisher.online)
        return edition.copy_to(self.folder / "forged-1").parent, ahead.copy_to(self.folder / "forged-2").parent

    def _thief(self, name: str) -> ReleaseFolder:
        shutil.copytree(self.publisher.release.folder, self.folder / name)
        return ReleaseFolder(self.folder / name, today=lambda: self.day)

    # Visits

    def visit(self, site: Site) -> None:
        fault = self.chance.choice(FAULTS) if self.chance.random() < BAD else ""
        stick, hops = (self.bad_stick(fault), 0) if fault else self.stick()
        before = site.edition
        clock = site.clock or self.day
        updates = Updates(
            site.shelf,
            site.installed,
            root=site.root,
            today=lambda newest: trusted_day(clock, newest).day,
            check=self.check,
        )
        with self.harm(fault, stick):
            try:
                found = updates.look(stick)
                if isinstance(found, Offer):
                    updates.accept(found)
                site.said = (
                    f"took {found.new.edition}" if isinstance(found, Offer) else "Nothing newer is on the stick."
                )
            except PackError as refused:
                found = None
                site.said = str(refused)
        self.outcomes[f"{fault or 'good'}: {site.said.split(' (')[0].split(' 20')[0]}"] += 1
        assert site.said
        self.judge(site, before)
        if found is not None:
            site.hops = hops
            if site.recall_hops is None and any(recall.page == "diet/page-1" for recall in site.shelf.recalls()):
                site.recall_hops = hops
            if site.content_hops is None and site.edition > before and site.edition >= 3:
                site.content_hops = hops
            if isinstance(found, Offer | Nothing) and not fault:
                self.visited.append(site)
                if stick != self.latest:
                    refresh(site.shelf, stick / RELEASE)
        if fault != "older" and stick.name.startswith("s") and self.chance.random() < 0.9:
            shutil.rmtree(stick)
        elif not fault and stick.name.startswith("s"):
            self.old_sticks.append(stick)

    def check(self, path: Path, listed: ListedFile) -> None:
        """Each edition is opened and searched once; after that its bytes were compared with the same hash already."""
        if listed.sha256 not in self.checked:
            check_library(path, listed)
            self.checked.add(listed.sha256)

    def judge(self, site: Site, before: int) -> None:
        content = site.shelf.content
        if content.exists():
            sha256 = _sha256(content)
            assert sha256 in self.by_sha256, "torn, or unsigned"
            number = self.by_sha256[sha256]
            assert number != len(self.paths) - 1, "the thief's"
            site.edition = number
            self._share_disk(site, self.paths[number])
        assert site.edition >= before, "older"
        if self.chance.random() < 0.1:
            assert library_in_use(site.shelf, site.installed) == (content if content.exists() else site.installed)

    def _share_disk(self, site: Site, same: Path) -> None:
        """The same bytes once for all computers; nothing ever writes into a file that is in use."""
        for path in (site.shelf.content, site.shelf.previous):
            if path.exists() and path.stat().st_nlink == 1:
                if path != site.shelf.content:
                    same = self.paths[self.by_sha256[_sha256(path)]]
                linked = path.with_name("linked")
                linked.hardlink_to(same)
                linked.replace(path)

    @contextmanager
    def harm(self, fault: str, stick: Path) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            if fault == "full":
                little = shutil.disk_usage(stick)._replace(free=1000)
                patch.setattr(shutil, "disk_usage", lambda _: little)
            if fault == "pulled out":
                size = sum(path.stat().st_size for path in stick.rglob("*") if path.is_file())
                _pull_out_after(self.chance.randrange(size), stick, patch)
            yield

    # The year

    def run(self) -> None:
        for number in range(1, EDITIONS + 1):
            self.day += timedelta(days=60)
            self.publisher.day = self.day
            if number == 3:
                recall = Recall("diet/page-1", "", True, "The dose is wrong.", "the editors", self.day)
                self.publisher.release.recall(LIBRARY, recall, self.publisher.holders[:2])
            if number == 4:
                self._rotate("editor")
            if number == 5:
                self._rotate("publisher")
            new = self.paths[number] if number > 1 else None
            self.latest = self.publisher.publish(new, self.new_latest(number), keep=9)
            if number == 1:
                self.forged = self.forge()
            for site in self.chance.sample(self.sites, int(COMPUTERS * VISITED_PER_EDITION)):
                self.visit(site)
            self.old_sticks.append(self.latest)

    def new_latest(self, number: int) -> Path:
        return self.folder / f"publisher-{number}"

    def _rotate(self, holder: str) -> None:
        new = signer(f"{holder} after")
        holders = self.publisher.holders
        if holder == "publisher":
            self.publisher.release.revoke(holder, new.public_key, holders[:2])
            self.publisher.online = new
        else:
            self.publisher.release.revoke(holder, new.public_key, holders[1:])
            self.publisher.holders = [*holders[1:], new]


def test_five_thousand_computers_never_show_what_they_should_not(capsys: pytest.CaptureFixture[str]) -> None:
    where = os.environ.get("FLEET_DIR") or ("/dev/shm" if Path("/dev/shm").is_dir() else None)
    with tempfile.TemporaryDirectory(dir=where) as folder:
        fleet = Fleet(Path(folder))
        fleet.run()
        shares = [_share_current(fleet)]
        for _ in range(LAST_VISITS):
            order = list(fleet.sites)
            fleet.chance.shuffle(order)
            for site in order:
                fleet.visit(site)
            shares.append(_share_current(fleet))
        behind = [site for site in fleet.sites if site.edition < EDITIONS]
        recall = [site.recall_hops for site in fleet.sites if site.recall_hops is not None]
        content = [site.content_hops for site in fleet.sites if site.content_hops is not None]
        hops = Counter(site.hops for site in fleet.sites)
    with capsys.disabled():
        print(
            f"\nseed {SEED}, {COMPUTERS} computers, {sum(fleet.outcomes.values())} visits, 0 unsigned, 0 older, 0 torn"
        )
        print("current after each more visit:", ", ".join(f"{share:.1%}" for share in shares))
        print(f"hops: recall median {median(recall)}, content median {median(content)}; {dict(sorted(hops.items()))}")
        print(f"recall arrived at {len(recall)} of {COMPUTERS}")
        for said, times in fleet.outcomes.most_common():
            print(f"{times:6} {said}")
        for said, times in Counter(site.said for site in behind).most_common():
            print(f"behind: {times} x {said}")
    assert shares[-1] >= 0.95
    assert all(site.said for site in behind)
    assert median(recall) <= median(content)


def _share_current(fleet: Fleet) -> float:
    return sum(site.edition == EDITIONS for site in fleet.sites) / len(fleet.sites)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


class _Pulled:
    """Reads a file of a stick until so many bytes have been read of all of them together."""

    def __init__(self, file: IO[bytes], left: list[int]) -> None:
        self._file, self._left = file, left

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self._left[0] -= len(data)
        if self._left[0] < 0:
            raise OSError(errno.EIO, "Input/output error")
        return data

    def __enter__(self) -> "_Pulled":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def _pull_out_after(size: int, stick: Path, patch: pytest.MonkeyPatch) -> None:
    left = [size]
    usual = io.open

    def opened(path: Any, mode: str = "r", *more: Any, **named: Any) -> Any:
        file = usual(path, mode, *more, **named)
        if mode == "rb" and isinstance(path, Path) and path.is_relative_to(stick):
            return _Pulled(file, left)
        return file

    patch.setattr(io, "open", opened)

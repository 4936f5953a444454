"""What a keeper sees of an update from a stick: taken, refused with a sentence, taken back."""

import json
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from tuf.api.metadata import Metadata, Targets

from pmlapp.content.file.store import ContentStore
from pmlapp.library.differences import PageFate
from pmlapp.packs.errors import (
    DamagedPackError,
    NoReleaseError,
    NoRoomError,
    NothingBeforeError,
    NoTrustError,
    NotTrustedError,
    PackError,
    RunOutError,
    UpdateRunningError,
)
from pmlapp.packs.in_use import library_in_use
from pmlapp.packs.layout import METADATA, RELEASE, TARGETS, is_safe_name
from pmlapp.packs.updating import Nothing, Offer
from tests.packs.publisher import DAY, EDITIONS, Computer, Publisher, copied, signer, target


def in_use(computer: Computer) -> str:
    """The edition that the computer reads."""
    with ContentStore.open(library_in_use(computer.shelf, computer.installed)) as store:
        return store.library().edition


def test_what_changes_is_known_before_anything_changes(computer: Computer, stick: Path) -> None:
    offer = computer.updates.look(stick)
    assert isinstance(offer, Offer)
    assert (offer.now and offer.now.edition, offer.new.edition) == EDITIONS[:2]
    (change,) = offer.changes.pages
    assert (change.fate, change.page) == (PageFate.CHANGED, "diet/food")
    assert (change.before, change.after) == ("The virus rests in the kidneys.", "Eat what you like.")
    assert set(offer.signers) == {"editor", "clinician"}
    assert in_use(computer) == EDITIONS[0]
    computer.updates.accept(offer)
    assert in_use(computer) == EDITIONS[1]


def test_any_number_of_copies_of_a_stick_will_do(computer: Computer, stick: Path, tmp_path: Path) -> None:
    for hop in range(6):
        stick = copied(stick, tmp_path / f"hop-{hop}")
    computer.update(stick)
    assert in_use(computer) == EDITIONS[1]


def test_the_same_stick_again_brings_nothing(computer: Computer, stick: Path) -> None:
    computer.update(stick)
    assert computer.update(stick) == Nothing(EDITIONS[1])


def test_an_older_stick_brings_nothing(
    computer: Computer, stick: Path, publisher: Publisher, editions: list[Path], tmp_path: Path
) -> None:
    newer = publisher.publish(editions[2], tmp_path / "newer")
    computer.update(newer)
    assert isinstance(computer.update(stick), Nothing)
    assert in_use(computer) == EDITIONS[2]


def test_an_older_stick_brings_nothing_even_when_what_tuf_remembers_is_gone(
    computer: Computer, stick: Path, publisher: Publisher, editions: list[Path], tmp_path: Path
) -> None:
    computer.update(publisher.publish(editions[2], tmp_path / "newer"))
    shutil.rmtree(computer.shelf.metadata)
    computer.shelf.content.unlink()
    assert isinstance(computer.update(stick), Nothing)
    assert in_use(computer) == EDITIONS[0]


def test_a_stick_that_knows_of_a_newer_edition_says_so_when_it_lacks_it(
    computer: Computer, publisher: Publisher, editions: list[Path], tmp_path: Path
) -> None:
    publisher.publish(editions[1], tmp_path / "first")
    stick = publisher.publish(editions[2], tmp_path / "stick")
    target(stick).unlink()
    offer = computer.update(stick)
    assert isinstance(offer, Offer)
    assert offer.new.edition == EDITIONS[1]
    assert computer.update(stick) == Nothing(EDITIONS[1], EDITIONS[2])


@pytest.mark.parametrize("days", [0, 396])
def test_a_stick_can_be_used_for_thirteen_months(computer: Computer, stick: Path, days: int) -> None:
    computer.clock = DAY + timedelta(days=days - 1)
    assert isinstance(computer.update(stick), Offer)


def test_a_stick_that_has_run_out_is_refused_and_says_since_when(computer: Computer, stick: Path) -> None:
    computer.clock = DAY + timedelta(days=397)
    with pytest.raises(RunOutError) as refused:
        computer.updates.look(stick)
    assert "2028-01-01" in refused.value.what_to_do
    assert in_use(computer) == EDITIONS[0]


def test_a_clock_that_forgot_the_year_does_not_bring_back_what_has_run_out(computer: Computer, stick: Path) -> None:
    computer.update(stick)
    state = computer.shelf.state()
    computer.shelf.keep_state(state._replace(confirmed="2028-06-01"))
    computer.clock = date(1970, 1, 1)
    with pytest.raises(RunOutError):
        computer.updates.look(stick)


def test_a_library_of_somebody_else_is_refused(computer: Computer, editions: list[Path], tmp_path: Path) -> None:
    stranger = Publisher(tmp_path / "stranger")
    with pytest.raises(NotTrustedError):
        computer.updates.look(stranger.publish(editions[1], tmp_path / "stick"))


def test_one_signature_twice_is_not_two(computer: Computer, stick: Path, publisher: Publisher) -> None:
    path = stick / RELEASE / METADATA / "1.targets.json"
    listed = Metadata[Targets].from_file(str(path))
    listed.signatures.clear()
    listed.sign(publisher.holders[0])
    read = json.loads(listed.to_bytes())
    read["signatures"].append(read["signatures"][0])
    path.write_text(json.dumps(read))
    with pytest.raises((NotTrustedError, DamagedPackError)):
        computer.updates.look(stick)


def test_without_keys_to_trust_nothing_is_taken(computer: Computer, stick: Path) -> None:
    computer.root = None
    with pytest.raises(NoTrustError):
        computer.updates.look(stick)


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def lengthen(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"more")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def remove(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("harm", [flip, cut, lengthen, empty, remove])
@pytest.mark.parametrize("part", ["1.targets.json", "1.snapshot.json", "timestamp.json", ""])
def test_a_damaged_stick_is_refused_and_nothing_changes(computer: Computer, stick: Path, harm, part: str) -> None:
    harm(stick / RELEASE / METADATA / part if part else target(stick))
    with pytest.raises((DamagedPackError, NotTrustedError, NoReleaseError)):
        computer.updates.look(stick)
    assert in_use(computer) == EDITIONS[0]


def test_a_stick_that_is_mended_is_taken(computer: Computer, stick: Path, tmp_path: Path) -> None:
    bad = copied(stick, tmp_path / "bad")
    flip(target(bad))
    with pytest.raises(DamagedPackError):
        computer.updates.look(bad)
    computer.update(stick)
    assert in_use(computer) == EDITIONS[1]


def test_a_folder_without_a_release_says_so(computer: Computer, tmp_path: Path) -> None:
    with pytest.raises(NoReleaseError):
        computer.updates.look(tmp_path)


def test_no_room_is_told_with_what_is_needed(computer: Computer, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    little = shutil.disk_usage(stick)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: little)
    with pytest.raises(NoRoomError, match=r"There is no room: 9 MB are needed\."):
        computer.updates.look(stick)


def test_two_updates_at_once_do_not_meet(computer: Computer, stick: Path) -> None:
    with computer.shelf.locked(), pytest.raises(UpdateRunningError):
        computer.updates.look(stick)


def test_staff_go_back_and_the_same_edition_does_not_come_again_by_itself(computer: Computer, stick: Path) -> None:
    computer.update(stick)
    back = computer.updates.go_back()
    assert back is not None
    assert back.edition == EDITIONS[0]
    assert in_use(computer) == EDITIONS[0]
    assert isinstance(computer.update(stick), Nothing)
    assert isinstance(computer.updates.look(stick, again=True), Offer)


def test_staff_go_back_once_more_than_there_are_updates(computer: Computer, stick: Path) -> None:
    computer.update(stick)
    computer.updates.go_back()
    with pytest.raises(NothingBeforeError):
        computer.updates.go_back()


def test_after_going_back_the_next_edition_is_taken(
    computer: Computer, stick: Path, publisher: Publisher, editions: list[Path], tmp_path: Path
) -> None:
    computer.update(stick)
    computer.updates.go_back()
    computer.update(publisher.publish(editions[2], tmp_path / "next"))
    assert in_use(computer) == EDITIONS[2]


def test_an_update_that_does_not_open_gives_way_to_the_one_before(
    computer: Computer, stick: Path, publisher: Publisher, editions: list[Path], tmp_path: Path
) -> None:
    computer.update(stick)
    newest = publisher.publish(editions[2], tmp_path / "next")
    computer.update(newest)
    empty(computer.shelf.content)
    assert in_use(computer) == EDITIONS[1]
    assert isinstance(computer.update(newest), Offer)
    assert in_use(computer) == EDITIONS[2]


def test_an_installer_with_a_newer_edition_wins(computer: Computer, stick: Path, editions: list[Path]) -> None:
    computer.update(stick)
    computer.installed = editions[2]
    assert in_use(computer) == EDITIONS[2]


@pytest.mark.parametrize("name", ["timestamp.json", "snapshot.json", "targets.json", "root.json", "../state.json"])
def test_an_emptied_file_of_ours_does_not_stop_the_next_update(
    computer: Computer, stick: Path, publisher: Publisher, editions: list[Path], tmp_path: Path, name: str
) -> None:
    computer.update(stick)
    (computer.shelf.metadata / name).write_bytes(b"")
    computer.update(publisher.publish(editions[2], tmp_path / "next"))
    assert in_use(computer) == EDITIONS[2]


def rotated(publisher: Publisher, stolen: str) -> None:
    new = signer(f"{stolen} after")
    holders = [each for each in publisher.holders if each.public_key.unrecognized_fields["x-pmlapp-holder"] != stolen]
    publisher.release.revoke(stolen, new.public_key, holders)
    if stolen == "publisher":
        publisher.online = new
    else:
        publisher.holders = [*holders, new]


def test_three_changes_of_keys_may_be_missed(
    computer: Computer, publisher: Publisher, stick: Path, editions: list[Path], tmp_path: Path
) -> None:
    computer.update(stick)
    for stolen in ("editor", "publisher", "clinician"):
        rotated(publisher, stolen)
        publisher.publish(None, tmp_path / "between")
    computer.update(publisher.publish(editions[2], tmp_path / "after"))
    assert in_use(computer) == EDITIONS[2]


def test_a_stick_without_a_root_in_between_is_refused(
    computer: Computer, publisher: Publisher, editions: list[Path], tmp_path: Path
) -> None:
    for stolen in ("editor", "clinician"):
        rotated(publisher, stolen)
        publisher.publish(editions[1] if stolen == "editor" else None, tmp_path / "between")
    stick = publisher.publish(editions[2], tmp_path / "after")
    (stick / RELEASE / METADATA / "2.root.json").unlink()
    with pytest.raises(NotTrustedError):
        computer.updates.look(stick)


@pytest.mark.usefixtures("stick")
def test_one_stolen_key_is_not_enough(
    computer: Computer, publisher: Publisher, editions: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    thief = type(publisher.release)(copied(publisher.release.folder, tmp_path / "thief"), today=lambda: DAY)
    thief.add_library(editions[2], publisher.holders[:1])
    monkeypatch.setattr(thief, "_check_signatures", lambda: None)  # a thief has other tools than ours
    thief.publish(publisher.online)
    with pytest.raises(NotTrustedError):
        computer.updates.look(thief.copy_to(tmp_path / "forged").parent)


def test_after_a_thief_counted_far_ahead_new_keys_bring_the_library_back(
    computer: Computer, publisher: Publisher, stick: Path, editions: list[Path], tmp_path: Path
) -> None:
    thief = type(publisher.release)(copied(publisher.release.folder, tmp_path / "thief"), today=lambda: DAY)
    (thief.folder / METADATA / "900.snapshot.json").write_bytes(
        (thief.folder / METADATA / "1.snapshot.json").read_bytes()
    )
    for _ in range(3):
        thief.publish(publisher.online)
    computer.update(thief.copy_to(tmp_path / "forged").parent)
    rotated(publisher, "publisher")
    computer.update(publisher.publish(editions[2], tmp_path / "after"))
    assert in_use(computer) == EDITIONS[2]


@pytest.mark.parametrize("name", ["../../x", "/etc/passwd", "con.db", "a\\b.db", "a:b", "", "x" * 200, ".hidden"])
def test_a_file_may_not_be_called_what_leads_elsewhere(name: str) -> None:
    assert not is_safe_name(name)


def test_a_link_on_a_stick_leads_nowhere(computer: Computer, stick: Path, tmp_path: Path) -> None:
    path = target(stick)
    secret = tmp_path / "elsewhere.db"
    path.rename(secret)
    path.symlink_to(secret)
    with pytest.raises(DamagedPackError):
        computer.updates.look(stick)


def test_a_full_disk_and_a_missing_folder_are_told(computer: Computer, stick: Path) -> None:
    computer.shelf.folder.parent.mkdir()
    computer.shelf.folder.write_text("a file where the folder should be")
    with pytest.raises(PackError, match="The folder for updates cannot be used"):
        computer.updates.look(stick)


def test_nothing_is_left_of_an_update_that_was_declined(computer: Computer, stick: Path) -> None:
    computer.updates.look(stick)
    computer.updates.decline()
    assert not computer.shelf.arriving.exists()
    assert not list((stick / RELEASE / TARGETS).glob("*.new"))

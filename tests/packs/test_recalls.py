"""A recalled page is hidden, or carries a warning, on every computer that meets the recall, whatever edition it has."""

from datetime import date
from pathlib import Path

import pytest

from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import ArticleId
from pmlapp.content.page_text import page_text
from pmlapp.content.recalls import LARGEST, Recall, from_json, to_json
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from pmlapp.packs.errors import DamagedPackError
from pmlapp.packs.layout import RELEASE
from pmlapp.packs.sharing import refresh, share
from pmlapp.packs.updating import Offer
from tests.builders import on_that_day
from tests.packs.publisher import LIBRARY, Computer, Publisher, copied, target

FOOD = ArticleId("diet/food")
HIDES = Recall(FOOD, "", True, "The dose is wrong.", "the editors", date(2026, 12, 1))
WARNS = HIDES._replace(hides=False)


def pages_of(store: ContentStore) -> Pages:
    return Pages(store, PageWords(), emergency_number=None, keys=(), today=on_that_day)


@pytest.fixture
def recalls_file(tmp_path: Path) -> Path:
    return tmp_path / "recalls.json"


def test_a_recalled_page_is_a_withdrawn_one(editions: list[Path], recalls_file: Path) -> None:
    recalls_file.write_bytes(to_json(LIBRARY, [HIDES]))
    with ContentStore.open(editions[0]).follow_recalls(recalls_file) as store:
        pages = pages_of(store)
        text = page_text(pages.page(FOOD)[0], closed="closed")
        (hit,) = (hit for hit in pages.search("What should I eat?") if hit.article.id == FOOD)
    assert "This page has been withdrawn." in text
    assert "The dose is wrong. Withdrawn by the editors on 1 December 2026." in " ".join(text.split())
    assert "kidneys" not in text
    assert hit.snippet == "This page has been withdrawn."


def test_a_warning_is_above_a_page_that_is_still_shown(editions: list[Path], recalls_file: Path) -> None:
    recalls_file.write_bytes(to_json(LIBRARY, [WARNS]))
    with ContentStore.open(editions[0]).follow_recalls(recalls_file) as store:
        text = page_text(pages_of(store).page(FOOD)[0], closed="closed")
    assert text.index("The dose is wrong. Said by the editors") < text.index("The virus rests in the kidneys.")


def test_a_recall_of_one_text_leaves_the_next_text_alone(editions: list[Path], recalls_file: Path) -> None:
    with ContentStore.open(editions[0]) as store:
        recalls_file.write_bytes(to_json(LIBRARY, [HIDES._replace(sha256=store.page_digests()[FOOD].hex())]))
    hidden = []
    for path in editions[:2]:
        with ContentStore.open(path).follow_recalls(recalls_file) as store:
            hidden.append(store.article(FOOD).withdrawal is not None)
    assert hidden == [True, False]


def test_a_recall_that_arrives_while_a_page_is_read_holds_from_the_next_page_on(
    editions: list[Path], recalls_file: Path
) -> None:
    with ContentStore.open(editions[0]).follow_recalls(recalls_file) as store:
        pages = pages_of(store)
        assert "kidneys" in page_text(pages.page(FOOD)[0], closed="closed")
        recalls_file.write_bytes(to_json(LIBRARY, [HIDES]))
        assert "kidneys" not in page_text(pages.page(FOOD)[0], closed="closed")


@pytest.mark.parametrize("data", [b"", b"{", b"[]", to_json("org.example.other", [HIDES]), b"x" * (LARGEST + 1)])
def test_recalls_of_another_library_and_what_cannot_be_read_hide_nothing(
    editions: list[Path], recalls_file: Path, data: bytes
) -> None:
    recalls_file.write_bytes(data)
    with ContentStore.open(editions[0]).follow_recalls(recalls_file) as store:
        assert store.article(FOOD).withdrawal is None


def test_recalls_are_read_as_they_were_written() -> None:
    assert from_json(to_json(LIBRARY, [HIDES, WARNS])) == (LIBRARY, (HIDES, WARNS))
    assert len(to_json(LIBRARY, [HIDES])) < 1024


def test_a_recall_is_taken_before_anybody_accepts_anything(
    computer: Computer, publisher: Publisher, editions: list[Path], tmp_path: Path
) -> None:
    publisher.release.recall(LIBRARY, HIDES, publisher.holders[:2])
    found = computer.updates.look(publisher.publish(editions[1], tmp_path / "stick"))
    assert isinstance(found, Offer)
    assert computer.shelf.recalls() == found.recalls == (HIDES,)


def test_a_recall_overtakes_on_a_stick_with_an_older_library(
    computer: Computer, publisher: Publisher, editions: list[Path], stick: Path, tmp_path: Path
) -> None:
    computer.update(stick)
    publisher.release.recall(LIBRARY, HIDES, publisher.holders[:2])
    newest = publisher.publish(editions[2], tmp_path / "newest")
    target(newest, f"{editions[2].stem}.db").unlink()
    computer.update(newest)
    old = copied(stick, tmp_path / "old")
    assert refresh(computer.shelf, old / RELEASE)
    other = Computer(tmp_path / "other", editions[0], publisher.root)
    offer = other.update(old)
    assert isinstance(offer, Offer)
    assert offer.new.edition == editions[1].stem
    assert other.shelf.recalls() == (HIDES,)


def test_a_recall_goes_on_with_a_stick_made_from_a_computer(
    computer: Computer, publisher: Publisher, editions: list[Path], tmp_path: Path
) -> None:
    publisher.release.recall(LIBRARY, HIDES, publisher.holders[:2])
    computer.update(publisher.publish(editions[1], tmp_path / "stick"))
    share(computer.shelf, computer.shelf.content, tmp_path / "shared")
    other = Computer(tmp_path / "other", editions[0], publisher.root)
    other.update(tmp_path / "shared")
    assert other.shelf.recalls() == (HIDES,)


def test_a_stick_whose_recalls_were_altered_is_refused(
    computer: Computer, publisher: Publisher, editions: list[Path], tmp_path: Path
) -> None:
    publisher.release.recall(LIBRARY, HIDES, publisher.holders[:2])
    stick = publisher.publish(editions[1], tmp_path / "stick")
    path = target(stick, "recalls.json")
    path.write_bytes(path.read_bytes().replace(b"true", b"0000"))
    with pytest.raises(DamagedPackError, match=r"recalls\.json"):
        computer.updates.look(stick)

"""What to do in a situation, the searches that try a library, and what a library is called."""

from pathlib import Path

import pytest

from pmlapp.authoring.sources.sources import read_sources
from pmlapp.content.cards import SelfCheck
from tests.authoring.sources.test_sources import change, folder, mistakes

__all__ = ["folder"]

CARDS = """[[card]]
id = "seizure"
situation = "Someone has a seizure"
steps = ["Look at the time.", "Put something soft under the head."]
sources = ["S1", "S3"]
page = "causes/what"
"""


def test_cards_come_in_their_order_with_their_sources(folder: Path) -> None:
    second = CARDS.replace("seizure", "fall").replace('page = "causes/what"\n', "")
    (folder / "action_cards.toml").write_text(CARDS + second, encoding="utf-8")
    first, other = read_sources(folder).action_cards
    assert (first.id, first.situation, first.page) == ("seizure", "Someone has a seizure", "causes/what")
    assert first.steps == ("Look at the time.", "Put something soft under the head.")
    assert [source.key for source in first.sources] == ["S1", "S3"]
    assert (other.id, other.page) == ("fall", "")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('seizure"\nsituation', 'A seizure"\nsituation', "2: the id “A seizure” may hold a-z, 0-9"),
        ('["Look', '["1", "2", "3", "4", "Look', "4: there are 6 steps; a card has 1 to 5"),
        ("Look at", "Look at" + " long" * 20, "4: “Look at long long long"),
        ("Look at", "Look **at**", "4: “Look **at** the time.”: a step is plain"),
        ('["S1", "S3"]', "[]", "5: the card “seizure” names no source"),
        ('"S3"', '"S4"', "5: sources.toml has no source “S4”"),
        ("causes/what", "causes/waht", "6: there is no article “causes/waht”"),
        ("page =", "pages =", "6: unknown key “pages” in a [[card]]"),
    ],
)
def test_what_is_wrong_with_a_card_is_named_with_its_line(folder: Path, old: str, new: str, problem: str) -> None:
    assert old in CARDS
    (folder / "action_cards.toml").write_text(CARDS.replace(old, new), encoding="utf-8")
    assert any(each.startswith(f"action_cards.toml:{problem}") for each in mistakes(folder)), mistakes(folder)


def test_two_cards_have_two_ids(folder: Path) -> None:
    (folder / "action_cards.toml").write_text(CARDS + CARDS, encoding="utf-8")
    assert mistakes(folder) == ["action_cards.toml:8: the card “seizure” is listed twice"]


def head(folder: Path, lines: str) -> None:
    change(folder, "library.toml", 'title = "PML Answers"\n', f'title = "PML Answers"\n{lines}')


def test_a_library_says_what_it_is_called_and_how_it_is_tried(folder: Path) -> None:
    head(folder, 'id = "org.example.pml"\nedition = "2026-11-30"\nmin_app_version = "0.1"\n')
    file = folder / "library.toml"
    check = '\n[[self_check]]\nquery = "what causes it"\npage = "causes/what"\n'
    file.write_text(file.read_text(encoding="utf-8") + check, encoding="utf-8")
    library = read_sources(folder)
    assert (library.id, library.edition, library.min_app_version) == ("org.example.pml", "2026-11-30", "0.1")
    assert library.self_checks == (SelfCheck("what causes it", "causes/what"),)


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ('id = "PML"\n', "library.toml:2: “id” is a name that stays"),
        ('edition = "spring"\n', "library.toml:2: “edition” is a day or a number"),
        ('min_app_version = "new"\n', "library.toml:2: “min_app_version” is a version"),
        ('[[self_check]]\nquery = "a"\npage = "causes/wat"\n', "there is no article “causes/wat”"),
    ],
)
def test_what_is_wrong_with_it_is_named(folder: Path, lines: str, problem: str) -> None:
    if lines.startswith("[["):
        file = folder / "library.toml"
        file.write_text(file.read_text(encoding="utf-8") + lines, encoding="utf-8")
    else:
        head(folder, lines)
    assert any(problem in each for each in mistakes(folder)), mistakes(folder)

"""Action cards and self-check searches: read with their sources and pages, and every mistake named with its line."""

from pathlib import Path

import pytest

from pmlapp.authoring.sources.sources import examine_sources, read_sources
from pmlapp.content.cards import SelfCheck
from pmlapp.content.model import ArticleId
from tests.authoring.rules.case import FILES, OTHERS, write_library

CARD = """\
[[card]]
id = "seizure"
situation = "Someone has a seizure"
steps = ["Keep them safe.", "Time it."]
sources = ["S1", "S2"]
page = "causes/virus"
"""
SEARCH = '[[self_check]]\nquery = "seizure"\npage = "causes/virus"\n'


def folder(tmp_path: Path, card: str = CARD, search: str = SEARCH) -> Path:
    files = {"action_cards.toml": card, "library.toml": FILES["library.toml"] + search}
    return write_library(tmp_path, "Text.[^S1][^S2]\n", front={}, files=files)


def test_a_card_has_its_steps_its_sources_and_its_page(tmp_path: Path) -> None:
    (card,) = read_sources(folder(tmp_path)).action_cards
    assert (card.id, card.situation, card.page) == ("seizure", "Someone has a seizure", OTHERS[0])
    assert card.steps == ("Keep them safe.", "Time it.")
    assert [source.key for source in card.sources] == ["S1", "S2"]


def test_a_self_check_names_a_search_and_the_page_that_it_must_find(tmp_path: Path) -> None:
    assert read_sources(folder(tmp_path)).self_checks == (SelfCheck("seizure", ArticleId("causes/virus")),)


def test_a_library_needs_neither(tmp_path: Path) -> None:
    root = folder(tmp_path, search="")
    (root / "action_cards.toml").unlink()
    library = read_sources(root)
    assert (library.action_cards, library.self_checks) == ((), ())


STEPS = 'steps = ["Keep them safe.", "Time it."]'


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (STEPS, "steps = []", "action_cards.toml:4: there are 0 steps; a card has 1 to 5"),
        (STEPS, f"steps = {['Time it.'] * 6}", "action_cards.toml:4: there are 6 steps; a card has 1 to 5"),
        (STEPS, 'steps = ["Time it.[^S1]"]', "action_cards.toml:4: “Time it.[^S1]”: a step is plain, without links"),
        (
            STEPS,
            f'steps = ["{"x" * 101}"]',
            f"action_cards.toml:4: “{'x' * 40}” is 67 letters too long; a step fits one line",
        ),
        ('["S1", "S2"]', "[]", "action_cards.toml:5: the card “seizure” names no source; whose steps are these?"),
        ('["S1", "S2"]', '["S9"]', "action_cards.toml:5: sources.toml has no source “S9”"),
        ("causes/virus", "causes/gone", "action_cards.toml:6: there is no article “causes/gone”"),
        ('id = "seizure"', 'id = "A fit"', "action_cards.toml:2: the id “A fit” may hold a-z, 0-9 and single hyphens"),
        (CARD, CARD * 2, "action_cards.toml:8: the card “seizure” is listed twice"),
        ("steps =", "step =", "action_cards.toml:4: unknown key “step” in a [[card]]"),
    ],
)
def test_every_mistake_in_a_card_is_named_with_its_line(tmp_path: Path, old: str, new: str, told: str) -> None:
    mistakes = examine_sources(folder(tmp_path, CARD.replace(old, new))).mistakes
    assert any(told in str(mistake) for mistake in mistakes), mistakes


def test_a_self_check_of_a_page_that_is_not_there_is_a_mistake(tmp_path: Path) -> None:
    mistakes = examine_sources(folder(tmp_path, search=SEARCH.replace("virus", "gone"))).mistakes
    assert any("there is no article “causes/gone”" in str(mistake) for mistake in mistakes), mistakes

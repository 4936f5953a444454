"""Topics with very many pages: read in parts, grouped by letter."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlapp.content.model import ArticleId, ArticleSummary, QuestionType, Topic, TopicId
from pmlapp.library.shelves import MAX_GROUP_PAGES, MAX_UNGROUPED_PAGES, LazyPages, Shelf, in_groups, plain_letters

TOPIC = Topic(id=TopicId("lungs"), title="Lungs", description="", icon="info")


def pages(titles: Sequence[str]) -> tuple[ArticleSummary, ...]:
    return tuple(
        ArticleSummary(ArticleId(f"lungs/{number}"), TOPIC.id, title, QuestionType.OVERVIEW)
        for number, title in enumerate(titles)
    )


def test_pages_are_read_in_parts_and_all_of_them_in_one_go() -> None:
    everything = pages([str(number) for number in range(1000)])
    asked: list[int] = []

    def read(start: int, most: int) -> tuple[ArticleSummary, ...]:
        asked.append(start)
        return everything[start : start + most]

    lazy = LazyPages(len(everything), read)
    assert (len(lazy), asked) == (1000, [])
    assert lazy[3] == everything[3]
    assert lazy[:12] == everything[:12]
    assert len(asked) == 1
    assert lazy[-1] == everything[-1]
    assert len(asked) == 2
    assert tuple(lazy) == tuple(lazy) == everything
    assert len(asked) == 3
    with pytest.raises(IndexError):
        lazy[1000]


def test_a_topic_that_can_be_scrolled_has_no_groups() -> None:
    assert Shelf(TOPIC, pages(["A"] * MAX_UNGROUPED_PAGES)).groups == ()
    assert Shelf(TOPIC, pages(["A"] * (MAX_UNGROUPED_PAGES + 1))).groups != ()


def test_groups_go_by_letter_whatever_the_accents_and_capitals() -> None:
    groups = in_groups(pages(["Zebra", "élan", "Ear", "“Eye”", "anaemia", "3 signs", "10 more"]))
    assert [(group.label, [page.title for page in group.pages]) for group in groups] == [
        ("0–9", ["10 more", "3 signs"]),
        ("A", ["anaemia"]),
        ("E", ["Ear", "élan", "“Eye”"]),
        ("Z", ["Zebra"]),
    ]


def test_a_letter_with_many_pages_is_parted_and_each_part_says_where_it_begins_and_ends() -> None:
    titles = [f"C{first}{second}" for first in "aeiou" for second in "abcdefghijklmnopqrst"]
    groups = in_groups(pages(titles))
    assert [group.label for group in groups] == ["Caa – Cij", "Cik – Cut"]


@given(st.lists(st.text(max_size=4), max_size=90))
def test_every_page_is_in_one_group_and_no_group_is_long(titles: list[str]) -> None:
    everything = pages(titles)
    groups = in_groups(everything)
    assert sorted(page.id for group in groups for page in group.pages) == sorted(page.id for page in everything)
    assert all(group.label and len(group.pages) <= MAX_GROUP_PAGES for group in groups)


@pytest.mark.parametrize(("text", "plain"), [("Élan", "elan"), ("“What?”", "what?”"), ("…", ""), ("ÆON", "æon")])
def test_the_alphabet_begins_with_a_letter_or_digit(text: str, plain: str) -> None:
    assert plain_letters(text) == plain

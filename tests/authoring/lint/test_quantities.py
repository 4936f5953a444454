"""Numbers as people write them, and which of them say the same."""

import pytest

from pmlapp.authoring.lint.quantities import COUNT, SHARE, agree, quantities


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("About 6 in 10 (61%) had it", [(0.6, SHARE), (0.61, SHARE)]),
        ("1 person in a million fell ill", [(1e-6, SHARE)]),
        ("4.14 per 1,000 of 195,071 people", [(0.00414, SHARE), (195_071, COUNT)]),
        ("3 to 7 in every 100 people", [(0.03, SHARE), (0.07, SHARE)]),
        ("from 15–20% to 50 per cent", [(0.15, SHARE), (0.2, SHARE), (0.5, SHARE)]),
        ("8 in 2012, and 2 of 40 cases", [(8, COUNT), (2012, COUNT), (0.05, SHARE)]),
        ("after 5 minutes or 1,992 days", [(5, "minute"), (1992, "day")]),
        ("a 2-week wait", [(2, "week")]),
        ("code A81.2 and S57[^S57] and [it](article:a/b-12)", []),
        ("from 1995–96 on", [(1995, COUNT), (1996, COUNT)]),
        ("about 3 in 10 million people", [(3e-7, SHARE)]),
        ("of 2 million people", [(2_000_000, COUNT)]),
        ("0 of 0 people", []),
    ],
)
def test_numbers_are_read_with_what_they_measure(text: str, found: list[tuple[float, str]]) -> None:
    assert [(pytest.approx(each.value), each.unit) for each in quantities(text)] == found


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("about 6 in 10", "61%"),
        ("about 4 in 1,000", "4.14 per 1,000"),
        ("1 in 39,000", "2.56 per 100,000"),
        ("about 1 in 3", "34.5%"),
        ("8%", "8.3%"),
        ("5 minutes", "5 minutes"),
        ("18,331", "18331"),
    ],
)
def test_a_share_may_be_told_in_whole_people(said: str, known: str) -> None:
    assert agree(next(quantities(said)), next(quantities(known)))


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("8 in 10", "61%"),
        ("1 in 10", "15%"),
        ("62%", "61%"),
        ("1 in 1,000", "4.14 per 1,000"),
        ("1 in a million", "1 in 200,000"),
        ("5 minutes", "5 hours"),
        ("5 minutes", "10 minutes"),
        ("61", "61%"),
    ],
)
def test_other_numbers_and_other_measures_do_not_agree(said: str, known: str) -> None:
    assert not agree(next(quantities(said)), next(quantities(known)))

"""A clock that forgets cannot make a review young again, and one that runs ahead does no lasting harm."""

from datetime import date

import pytest

from pmlapp.library.pages.trusted_day import trusted_day, worth_keeping

EPOCH, NEWEST, LATER, FAR = date(1970, 1, 1), date(2026, 11, 21), date(2027, 5, 1), date(2099, 1, 1)


@pytest.mark.parametrize(
    ("system", "last_seen", "trusted"),
    [
        (EPOCH, None, NEWEST),
        (EPOCH, EPOCH, NEWEST),
        (EPOCH, LATER, LATER),
        (NEWEST, None, NEWEST),
        (LATER, None, LATER),
        (LATER, NEWEST, LATER),
        (FAR, LATER, FAR),
        (date.min, None, NEWEST),
        (date.max, None, date.max),
    ],
)
def test_the_latest_of_clock_records_and_days_seen_is_trusted(
    system: date, last_seen: date | None, trusted: date
) -> None:
    assert trusted_day(system, NEWEST, last_seen) == trusted


@pytest.mark.parametrize(
    ("system", "worth"),
    [
        (EPOCH, False),
        (NEWEST, False),
        (LATER, True),
        (date(2036, 12, 31), True),
        (date(2037, 1, 1), False),
        (FAR, False),
    ],
)
def test_a_day_is_kept_if_it_is_later_than_the_records_but_not_by_decades(system: date, worth: bool) -> None:
    assert worth_keeping(system, NEWEST) is worth

"""A clock that forgets cannot make a review young again, and one that runs ahead does no lasting harm."""

from datetime import date, timedelta

import pytest

from pmlapp.library.pages.trusted_day import BEFORE_ALL_RECORDS, SeenDays, TrustedDay, trusted_day, worth_keeping

EPOCH, NEWEST, LATER, FAR = date(1970, 1, 1), date(2026, 11, 21), date(2027, 5, 1), date(2099, 1, 1)


def seen(*days: date) -> SeenDays:
    so_far = SeenDays()
    for day in days:
        so_far = so_far.and_then(day)
    return so_far


def running(first: date, days: int) -> list[date]:
    """A day after the other."""
    return [first + timedelta(days=number) for number in range(days)]


@pytest.mark.parametrize(
    ("system", "days", "trusted"),
    [
        (EPOCH, [], TrustedDay(NEWEST)),
        (EPOCH, running(LATER, 3), TrustedDay(LATER)),
        (EPOCH, running(LATER, 2), TrustedDay(NEWEST)),
        (NEWEST, [], TrustedDay(NEWEST)),
        (LATER, [], TrustedDay(LATER)),
        (LATER, running(NEWEST, 3), TrustedDay(LATER)),
        (FAR, running(LATER, 3), TrustedDay(LATER, doubted=FAR)),
        (FAR, [FAR, FAR, FAR], TrustedDay(NEWEST, doubted=FAR)),
        (date.min, [], TrustedDay(NEWEST)),
        (date.max, [], TrustedDay(NEWEST, doubted=date.max)),
    ],
)
def test_a_day_ahead_counts_once_three_distinct_days_were_seen(
    system: date, days: list[date], trusted: TrustedDay
) -> None:
    assert trusted_day(system, NEWEST, seen(*days)) == trusted


def test_a_library_without_any_record_has_no_say_in_what_day_it_is() -> None:
    assert trusted_day(FAR, BEFORE_ALL_RECORDS) == TrustedDay(FAR)


def test_a_computer_that_was_left_alone_for_years_is_believed_on_the_third_day() -> None:
    days = running(date(2029, 6, 1), 3)
    doubts = [trusted_day(day, NEWEST, seen(*days[: number + 1])).doubted for number, day in enumerate(days)]
    assert doubts == [days[0], days[1], None]


def test_a_clock_that_was_wrong_for_days_is_forgotten_a_week_after_it_was_put_right() -> None:
    wrong, right = running(date(2029, 6, 1), 5), running(date(2026, 12, 1), 8)
    assert trusted_day(right[2], NEWEST, seen(*wrong, *right[:3])).day == date(2029, 6, 3)
    assert trusted_day(right[7], NEWEST, seen(*wrong, *right)) == TrustedDay(right[7])


def test_a_battery_that_fails_each_night_never_earns_belief() -> None:
    days = [*running(LATER, 5), EPOCH, EPOCH + timedelta(days=1), LATER + timedelta(days=6), EPOCH]
    assert trusted_day(EPOCH, NEWEST, seen(*days)).day > LATER


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

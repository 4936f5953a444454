"""The day that the program goes by, whatever the clock of the computer believes."""

from datetime import date
from pathlib import Path

import pytest

from pmlapp.shell.calendar import Calendar
from tests.hardship import fill_disk_at, not_allowed_to_write

NEWEST, TODAY, EPOCH = date(2026, 11, 21), date(2027, 3, 1), date(1970, 1, 1)


class Clock:
    """The clock of a computer, with hands that a test turns."""

    def __init__(self, day: date) -> None:
        self.day = day

    def __call__(self) -> date:
        return self.day


def run_on(file: Path, *days: date) -> None:
    """The program is open on each of these days, in this order."""
    for day in days:
        calendar = Calendar(file, Clock(day))
        calendar.today(NEWEST)
        calendar.keep()


THREE_DAYS = (TODAY, date(2027, 3, 2), date(2027, 3, 3))


def test_days_that_were_seen_are_not_forgotten_with_the_battery(tmp_path: Path) -> None:
    file = tmp_path / "new" / "last-day"
    run_on(file, *THREE_DAYS)
    assert file.read_text(encoding="ascii") == "2027-03-01\n2027-03-02\n2027-03-03"
    assert Calendar(file, Clock(EPOCH)).today(NEWEST) == TODAY


def test_no_more_days_are_kept_than_a_week_needs(tmp_path: Path) -> None:
    run_on(tmp_path / "last-day", *(date(2027, 3, day) for day in range(1, 31)))
    assert len((tmp_path / "last-day").read_text(encoding="ascii").split()) == 8


def test_a_day_that_an_older_version_kept_convinces_nobody_alone(tmp_path: Path) -> None:
    (tmp_path / "last-day").write_text("2029-06-01", encoding="ascii")
    assert Calendar(tmp_path / "last-day", Clock(TODAY)).today(NEWEST) == TODAY


def test_without_a_day_seen_it_is_at_least_the_day_of_the_newest_record(tmp_path: Path) -> None:
    calendar = Calendar(tmp_path / "last-day", Clock(EPOCH))
    assert calendar.today(NEWEST) == NEWEST
    calendar.keep()
    assert list(tmp_path.iterdir()) == []


def test_in_a_program_that_runs_on_a_new_day_comes_by_itself(tmp_path: Path) -> None:
    clock = Clock(TODAY)
    calendar = Calendar(tmp_path / "last-day", clock)
    for day in THREE_DAYS:
        clock.day = day
        assert calendar.today(NEWEST) == day
        calendar.keep()
    clock.day = EPOCH
    assert calendar.today(NEWEST) == TODAY


def test_a_clock_that_runs_years_ahead_is_doubted_and_does_no_lasting_harm(tmp_path: Path) -> None:
    ahead = Calendar(tmp_path / "last-day", Clock(date(2029, 6, 1)))
    assert (ahead.today(NEWEST), ahead.doubted(NEWEST)) == (NEWEST, date(2029, 6, 1))
    ahead.keep()
    right = Calendar(tmp_path / "last-day", Clock(TODAY))
    assert (right.today(NEWEST), right.doubted(NEWEST)) == (TODAY, None)


@pytest.mark.parametrize(
    "data", [b"", b"soon", b"2027-13-01", b"\xff\xfe", b"2027-03-01" * 1000, b"2027-03-01T00:00", b"+12027-03-01"]
)
def test_a_file_that_holds_no_day_is_no_day_seen_and_is_written_anew(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "last-day"
    file.write_bytes(data)
    calendar = Calendar(file, Clock(TODAY))
    assert calendar.today(NEWEST) == TODAY
    run_on(file, *THREE_DAYS)
    assert Calendar(file, Clock(EPOCH)).today(NEWEST) == TODAY


def test_where_nothing_can_be_kept_the_day_is_known_all_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    with not_allowed_to_write(folder):
        calendar = Calendar(folder / "last-day", Clock(TODAY))
        assert calendar.today(NEWEST) == TODAY
        calendar.keep()
    assert list(folder.iterdir()) == []
    (folder / "last-day").mkdir()
    Calendar(folder / "last-day", Clock(TODAY)).keep()
    fill_disk_at(folder / "full")
    full = Calendar(folder / "full", Clock(TODAY))
    full.today(NEWEST)
    full.keep()
    assert full.today(NEWEST) == TODAY

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


def test_a_day_that_was_seen_is_not_forgotten_with_the_battery(tmp_path: Path) -> None:
    file = tmp_path / "new" / "last-day"
    before = Calendar(file, Clock(TODAY))
    assert before.today(NEWEST) == TODAY
    before.keep()
    assert file.read_text(encoding="ascii") == "2027-03-01"
    assert Calendar(file, Clock(EPOCH)).today(NEWEST) == TODAY


def test_without_a_day_seen_it_is_at_least_the_day_of_the_newest_record(tmp_path: Path) -> None:
    calendar = Calendar(tmp_path / "last-day", Clock(EPOCH))
    assert calendar.today(NEWEST) == NEWEST
    calendar.keep()
    assert list(tmp_path.iterdir()) == []


def test_in_a_program_that_runs_on_a_new_day_comes_by_itself(tmp_path: Path) -> None:
    clock = Clock(TODAY)
    calendar = Calendar(tmp_path / "last-day", clock)
    calendar.today(NEWEST)
    calendar.keep()
    clock.day = date(2027, 3, 2)
    assert calendar.today(NEWEST) == clock.day
    calendar.keep()
    assert (tmp_path / "last-day").read_text(encoding="ascii") == "2027-03-02"
    clock.day = EPOCH
    assert calendar.today(NEWEST) == date(2027, 3, 2)


def test_a_clock_that_runs_decades_ahead_does_harm_only_until_it_is_set_right(tmp_path: Path) -> None:
    ahead = Calendar(tmp_path / "last-day", Clock(date(2099, 1, 1)))
    assert ahead.today(NEWEST) == date(2099, 1, 1)
    ahead.keep()
    assert Calendar(tmp_path / "last-day", Clock(TODAY)).today(NEWEST) == TODAY


@pytest.mark.parametrize(
    "data", [b"", b"soon", b"2027-13-01", b"\xff\xfe", b"2027-03-01" * 1000, b"2027-03-01T00:00", b"+12027-03-01"]
)
def test_a_file_that_holds_no_day_is_no_day_seen_and_is_written_anew(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "last-day"
    file.write_bytes(data)
    calendar = Calendar(file, Clock(TODAY))
    assert calendar.today(NEWEST) == TODAY
    calendar.keep()
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

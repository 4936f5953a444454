"""What a kiosk writes about itself, and how often a page was opened; never what anybody read."""

import sys
from datetime import date
from pathlib import Path

import pytest

from pmlapp.shell.kiosk.run_record import RunRecord, is_running
from pmlapp.shell.kiosk.usage import UsageCounts
from tests.hardship import not_allowed_to_write

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the hardship is made with Linux's own means")


def test_a_run_that_ended_unasked_is_counted_at_the_next_start(tmp_path: Path) -> None:
    first = RunRecord(tmp_path)
    first.begin()
    first.end()
    second = RunRecord(tmp_path)
    second.begin()
    assert (second.starts, second.cut_short) == (2, 0)
    third = RunRecord(tmp_path)
    third.begin()
    assert (third.starts, third.cut_short) == (3, 1)
    assert is_running(tmp_path)
    third.end()
    assert not is_running(tmp_path)


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"starts": "many", "ended": 3}', b"\xff" * 70_000])
def test_a_damaged_record_costs_only_the_record(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "runs.json").write_bytes(content)
    record = RunRecord(tmp_path)
    record.begin()
    assert record.starts == 1


def test_samples_are_kept_for_a_month(tmp_path: Path) -> None:
    record = RunRecord(tmp_path)
    (tmp_path / "samples.csv").write_text("head\n" + "1,2,3,4\n" * 2000, encoding="ascii")
    sample = record.take_sample()
    assert sample.memory_kb > 0
    assert sample.files > 0
    lines = (tmp_path / "samples.csv").read_text(encoding="ascii").splitlines()
    assert len(lines) == 1 + 24 * 31
    assert lines[-1] == ",".join(map(str, sample))


@linux
def test_a_disk_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    with not_allowed_to_write(tmp_path):
        record = RunRecord(tmp_path)
        record.begin()
        record.count_view_restart()
        record.take_sample()
        record.end()
        UsageCounts(tmp_path, pages=True).opened("a/b")
    assert list(tmp_path.iterdir()) == []


def counts(tmp_path: Path, *, pages: bool = True, words: tuple[str, ...] = ()) -> UsageCounts:
    return UsageCounts(tmp_path, pages=pages, words=words, today=lambda: date(2026, 11, 30))


def test_usage_is_not_counted_unless_it_is_switched_on(tmp_path: Path) -> None:
    off = counts(tmp_path, pages=False)
    off.opened("causes/what-causes-pml")
    off.found_nothing("asthma")
    assert list(tmp_path.iterdir()) == []


def test_a_week_has_one_sum_for_each_page_and_small_ones_are_not_told(tmp_path: Path) -> None:
    usage = counts(tmp_path)
    for _ in range(13):
        usage.opened("causes/what-causes-pml")
    for _ in range(4):
        usage.opened("outlook/life-expectancy")
    assert usage.rows() == [
        ("2026-W49", "page", "causes/what-causes-pml", "10"),
        ("2026-W49", "page", "outlook/life-expectancy", "fewer than 5"),
    ]
    assert usage.as_csv().splitlines()[0] == "week,kind,what,count"


def test_of_what_found_nothing_only_words_of_the_list_are_kept_by_their_place(tmp_path: Path) -> None:
    usage = counts(tmp_path, words=("asthma", "gout"))
    for _ in range(5):
        usage.found_nothing("my neighbour Mr Smith has Gout")
    usage.found_nothing("asthma")
    kept = (tmp_path / "usage.json").read_text(encoding="utf-8")
    assert "smith" not in kept.casefold()
    assert "gout" not in kept
    assert usage.rows() == [("2026-W49", "word that found nothing", "gout", "5")]

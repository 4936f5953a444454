"""The staff's PIN: nobody guesses it by patience, by a restart or by setting the clock."""

import sys
from pathlib import Path

import pytest

from pmlapp.errors import CannotWriteError
from pmlapp.shell.kiosk.staff_pin import PinState, StaffPin
from tests.hardship import not_allowed_to_write
from tests.processes import start

PIN = "420691"


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pin(tmp_path: Path, clock: Clock) -> StaffPin:
    made = StaffPin(tmp_path, clock=clock)
    made.set(PIN)
    return made


def test_the_right_pin_lets_in_and_the_file_does_not_hold_it(pin: StaffPin, tmp_path: Path) -> None:
    assert pin.attempt(PIN).state is PinState.RIGHT
    kept = (tmp_path / "staff-pin").read_text(encoding="ascii")
    assert PIN not in kept
    if sys.platform != "win32":
        assert (tmp_path / "staff-pin").stat().st_mode & 0o777 == 0o600


def test_the_same_pin_is_kept_otherwise_each_time(pin: StaffPin, tmp_path: Path) -> None:
    before = (tmp_path / "staff-pin").read_bytes()
    pin.set(PIN)
    assert (tmp_path / "staff-pin").read_bytes() != before


def test_without_a_pin_nobody_gets_in(tmp_path: Path) -> None:
    assert StaffPin(tmp_path).attempt("000000").state is PinState.NOT_SET


@pytest.mark.parametrize("digits", ["12345", "123456789", "12345a", "", "١٢٣٤٥٦"])
def test_a_pin_has_6_to_8_digits(tmp_path: Path, digits: str) -> None:
    with pytest.raises(ValueError, match="6 to 8 digits"):
        StaffPin(tmp_path).set(digits)


def test_five_tries_are_free_then_waits_grow_and_no_pin_is_even_looked_at(pin: StaffPin, clock: Clock) -> None:
    left = [pin.attempt("000000").tries_left for _ in range(4)]
    assert left == [4, 3, 2, 1]
    waits = []
    for _ in range(5):
        waits.append(pin.attempt("000000").wait_s)
        refused = pin.attempt(PIN)
        assert refused.state is PinState.WAITING, "not even the right one, while it waits"
        clock.now += waits[-1]
    assert waits == [60, 300, 900, 3600, 3600]
    assert pin.attempt(PIN).state is PinState.RIGHT
    assert pin.attempt("000000").tries_left == 4, "the right one forgets the wrong ones"


def test_a_restart_begins_the_wait_again_in_full(pin: StaffPin, tmp_path: Path, clock: Clock) -> None:
    for _ in range(6):
        pin.attempt("000000")
        clock.now += pin.wait_s
    pin.attempt("000000")
    clock.now += 600
    assert pin.wait_s == 300
    again = StaffPin(tmp_path, clock=Clock())
    assert again.wait_s == 900
    assert again.attempt(PIN).state is PinState.WAITING


def test_the_try_is_on_the_disk_before_the_pin_is_looked_at(
    pin: StaffPin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def kill(*_: object) -> bool:
        raise Killed

    monkeypatch.setattr(pin, "_is_right", kill)
    for _ in range(5):
        with pytest.raises(Killed):
            pin.attempt(PIN)
    assert StaffPin(tmp_path).wait_s == 60


def test_a_tries_file_that_was_tampered_with_makes_one_wait(pin: StaffPin, tmp_path: Path) -> None:
    (tmp_path / "staff-tries").write_text("rubbish", encoding="ascii")
    assert StaffPin(tmp_path).wait_s == 60


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"salt": "zz"}', "\0" * 5000])
def test_a_damaged_pin_file_lets_nobody_in(pin: StaffPin, tmp_path: Path, content: str) -> None:
    (tmp_path / "staff-pin").write_text(content, encoding="utf-8")
    assert pin.attempt(PIN).state is PinState.WRONG


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the hardship is made with Linux's own means")
def test_where_tries_cannot_be_counted_each_of_them_costs_a_minute(pin: StaffPin, tmp_path: Path) -> None:
    with not_allowed_to_write(tmp_path):
        assert pin.attempt("000000").wait_s == 60
        with pytest.raises(CannotWriteError):
            pin.set("111111")


def test_the_pin_is_set_from_a_script(tmp_path: Path) -> None:
    import subprocess  # noqa: PLC0415 only this test talks to the program

    def told(digits: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pmlapp", "kiosk", "--set-pin"],
            input=f"{digits}\n",
            capture_output=True,
            text=True,
            check=False,
            env={"PMLAPP_HOME": str(tmp_path), "PATH": ""},
            cwd=Path(__file__).parents[3],
        )

    assert told("123").returncode == 65
    done = told(PIN)
    assert (done.returncode, done.stderr) == (0, "")
    assert StaffPin(tmp_path / "kiosk").attempt(PIN).state is PinState.RIGHT


def test_the_help_of_the_kiosk_names_the_guide(tmp_path: Path) -> None:
    assert "docs/kiosk.md" in start("kiosk", "--help", home=tmp_path).stdout

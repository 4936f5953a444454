"""What window and speaking process say to each other arrives as it was said, and nothing else is taken for it."""

import pytest
from hypothesis import given
from hypothesis.strategies import builds, floats, integers, lists, one_of, text

from pmlapp.speech.lines import (
    Begun,
    Command,
    Ended,
    Event,
    Failed,
    Ready,
    Say,
    Stop,
    Word,
    command_line,
    command_of,
    event_line,
    event_of,
)
from pmlapp.speech.voices import Voice

moments = floats(0, 1e9)
counts = integers(0, 10**9)
commands = one_of(builds(Say, counts, text(), text(), text(), floats(0.1, 9)), builds(Stop))
events = one_of(
    builds(Ready, text(), lists(builds(Voice, text(), text())).map(tuple)),
    builds(Begun, counts, moments),
    builds(Word, counts, counts, counts),
    builds(Ended, counts, moments),
    builds(Failed, text(), text()),
)


@given(commands)
def test_a_command_arrives_as_it_was_given(command: Command) -> None:
    line = command_line(command)
    assert command_of(line) == command
    assert line.isascii()
    assert line.count("\n") == 1


@given(events)
def test_an_event_arrives_as_it_was_reported(event: Event) -> None:
    line = event_line(event)
    assert event_of(line) == event
    assert line.count("\n") == 1


@pytest.mark.parametrize(
    "line", ["", "x", "[]", "{}", '["Say"]', '["Begun", "1", 2]', '["Ready", "e", [["one"]]]', "[" * 100_000, '"Stop"']
)
def test_anything_else_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="not"):
        command_of(line)
    with pytest.raises(ValueError, match="not"):
        event_of(line)

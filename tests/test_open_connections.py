"""A connection to SQLite that is left open fails the test that left it, whatever the version of Python."""

import gc
import sqlite3

import pytest


def leave_one_open() -> None:
    sqlite3.connect(":memory:")
    gc.collect()


def test_a_connection_that_nobody_closed_is_told_of() -> None:
    with pytest.warns(ResourceWarning, match="unclosed database"):
        leave_one_open()

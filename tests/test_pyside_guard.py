"""The PySide6 in use counts references to None rightly: see docs/decisions/0002."""

import sys

from PySide6.QtCore import QObject

CALLS = 40


def test_calls_into_qt_lose_no_reference_to_none() -> None:
    thing = QObject()
    thing.setObjectName("x")
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    # From Python 3.12 on None is immortal and its count stays as it is.
    assert abs(sys.getrefcount(None) - before) < CALLS // 2

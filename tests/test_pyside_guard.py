"""The PySide6 in use survives an afternoon of reading: see docs/decisions/0002."""

import subprocess
import sys
from textwrap import dedent

# In a process of its own, since the fault ends it by abort.  Short runs hide the fault:
# on Python 3.11 there are some 5,000 references to None to lose before the end.
CALLS_THAT_RETURN_NOTHING = """
    import sys
    from PySide6.QtCore import QObject

    thing = QObject()
    thing.setObjectName("x")
    before = sys.getrefcount(None)
    for _ in range(20_000):
        thing.setObjectName("x")
    print(sys.getrefcount(None) - before)
"""


def test_twenty_thousand_calls_that_return_nothing_lose_no_reference_to_none() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", dedent(CALLS_THAT_RETURN_NOTHING)], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    # From Python 3.12 on None is immortal and its count stands still.
    assert abs(int(ended.stdout)) <= 50

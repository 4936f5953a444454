"""Setting the staff's PIN from a terminal, or from a script that installs a kiosk; needs no screen."""

import getpass
import sys
from pathlib import Path

from pmlapp.shell.kiosk.staff_pin import StaffPin


def set_pin(folder: Path) -> int:
    """Ask on the terminal, or read from standard input, and keep a new PIN for the staff page."""
    if sys.stdin.isatty():
        digits = getpass.getpass("New PIN, 6 to 8 digits: ")
        if digits != getpass.getpass("The same again: "):
            print("pmlapp: The two were not the same. Nothing was changed.", file=sys.stderr)
            return 65
    else:
        digits = sys.stdin.readline().strip()
    try:
        StaffPin(folder).set(digits)
    except ValueError:
        print("pmlapp: A PIN has 6 to 8 digits. Nothing was changed.", file=sys.stderr)
        return 65
    print(f"The PIN is kept in {folder}, readable by this user alone.")
    return 0

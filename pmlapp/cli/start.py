"""Where `pml` starts: Ctrl+C ends it with a sentence, also while its parts are being loaded."""

import sys
from typing import Final

_STOPPED: Final = 130
"""What a shell reports of a program that Ctrl+C has ended."""


def main() -> None:
    """What the installed command ``pml`` calls."""
    try:
        from pmlapp.cli.main import pml  # noqa: PLC0415 - half a second in which somebody may press Ctrl+C

        pml()
    except KeyboardInterrupt:
        print("pml: It was stopped by Ctrl+C.", file=sys.stderr)
        sys.exit(_STOPPED)

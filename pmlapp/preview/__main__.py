"""``python -m pmlapp.preview FOLDER``: what `pml preview` starts, as a program of its own."""

import sys


def main() -> int:
    """Open the preview; the number that the process ends with."""
    # Imported here: the process that builds starts from this module too, and needs neither window nor Qt.
    from pmlapp.preview.run import preview  # noqa: PLC0415

    return preview(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

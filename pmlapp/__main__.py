"""The program, started as ``python -m pmlapp`` or frozen."""

import sys

from pmlapp.shell.app import main

if __name__ == "__main__":
    sys.exit(main())

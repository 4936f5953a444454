"""The speaking process, started as ``python -m pmlapp.speech``."""

import sys

from pmlapp.speech.helper import main

if __name__ == "__main__":
    sys.exit(main())

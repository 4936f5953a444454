"""The program, started as ``python -m pmlapp`` or frozen."""

import sys

if __name__ == "__main__":
    # The frozen program is its own speaking process: `pmlapp.speech.speaking_process`.
    if sys.argv[1:2] == ["--speech-helper"]:
        from pmlapp.speech.helper import main as speak

        sys.exit(speak(sys.argv[2:]))
    from pmlapp.shell.app import main

    sys.exit(main())

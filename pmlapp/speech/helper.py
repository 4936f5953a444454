"""The process that speaks; it ends when nobody listens any more."""

import argparse
import sys
from collections.abc import Sequence

from pmlapp.speech.engines.engine import Engine, Report
from pmlapp.speech.serving import reporter, serve


def main(argv: Sequence[str] | None = None) -> int:
    """Speak until the standard input ends; 1 if nothing on this computer can."""
    parser = argparse.ArgumentParser(prog="pmlapp-speech", description="Speaks what the reading window hands it.")
    parser.add_argument("--engine", choices=("usual", "qt", "silent"), default="usual")
    parser.add_argument("--times", type=float, default=1.0, help="how much faster than real time the silent one is")
    asked = parser.parse_args(sys.argv[1:] if argv is None else argv)
    if asked.engine == "qt" or (asked.engine == "usual" and sys.platform in ("win32", "darwin")):
        from pmlapp.speech.engines.qt_voices import serve_with_qt  # noqa: PLC0415 - Linux needs no Qt here

        return serve_with_qt(sys.stdin, reporter(sys.stdout))

    def made(report: Report) -> Engine:
        if asked.engine == "silent":
            from pmlapp.speech.engines.silent import SilentEngine  # noqa: PLC0415 - never for a reader

            return SilentEngine(report, times=asked.times)
        from pmlapp.speech.engines.ssip import SsipEngine  # noqa: PLC0415 - not with another engine

        return SsipEngine(report)

    return serve(made, sys.stdin, reporter(sys.stdout))

"""The program as a process of its own, as a person or a script starts it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent


def start(
    *arguments: str,
    home: Path,
    python: tuple[str, ...] = (),
    script: str = "",
    prepare: Callable[[], None] | None = None,
    stdout: int | None = None,
    **environ: str,
) -> subprocess.CompletedProcess[str]:
    """Run ``python -m pmlapp``, or ``script`` in its place, to its end.

    ``home`` is where it keeps its own files; an ``environ`` of "" takes a variable away.
    """
    variables = {**os.environ, "PMLAPP_HOME": str(home), **environ}
    return subprocess.run(
        [sys.executable, *python, *(("-c", script) if script else ("-m", "pmlapp")), *arguments],
        stdout=subprocess.PIPE if stdout is None else stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
        env={name: value for name, value in variables.items() if value},
        preexec_fn=prepare,
        timeout=120,
    )


def log_of(home: Path) -> str:
    """What the program wrote into its logs, one for each library; "" if it wrote none."""
    return "".join(path.read_text(encoding="utf-8") for path in sorted(home.glob("pmlapp*.log")))

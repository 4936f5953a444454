"""What Linux knows of a running program: memory, processor time, wake-ups."""

import os
from pathlib import Path


def tree(pid: int) -> list[int]:
    """The process and all that it started."""
    family = [pid]
    for member in family:
        for task in Path(f"/proc/{member}/task").iterdir():
            family.extend(int(child) for child in (task / "children").read_text().split())
    return family


def pss_mib(pid: int) -> float:
    """Memory in MiB, what is shared with others counted by its share."""
    return _rollup_mib(pid, "Pss:")


def own_mib(pid: int) -> float:
    """Memory in MiB that no file stands behind: unlike PSS it does not move when another program starts or ends."""
    return _rollup_mib(pid, "Anonymous:")


def _rollup_mib(pid: int, field: str) -> float:
    kib = 0
    for member in tree(pid):
        for line in Path(f"/proc/{member}/smaps_rollup").read_text().splitlines():
            if line.startswith(field):
                kib += int(line.split()[1])
    return kib / 1024


def cpu_s(pid: int) -> float:
    """Seconds of processor time so far."""
    ticks = 0
    for member in tree(pid):
        # The name in brackets may hold spaces; the fields after it are counted from 3.
        fields = Path(f"/proc/{member}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def wake_ups(pid: int) -> int:
    """How often any thread was given a processor so far."""
    count = 0
    for member in tree(pid):
        for task in Path(f"/proc/{member}/task").iterdir():
            for line in (task / "status").read_text().splitlines():
                if "ctxt_switches" in line:
                    count += int(line.split()[1])
    return count

"""A screen whose pixels are a file: sees when a program has painted, without a hook in any program."""

import mmap
import os
import shutil
import struct
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp
from types import TracebackType
from typing import Self

WIDTH, HEIGHT = 1280, 800
POLL_S = 0.004
CARET_PIXELS = 200
"""A change smaller than this is a blinking caret, not a page."""

ALIKE = 0.02
"""Share of the last frame's ink in which a frame may differ and still count as painted."""

Frame = tuple[float, bytes]
"""Seconds since the start, and the pixels as they stood then."""


class Screen:
    """An X server of its own, for as long as the ``with`` lasts."""

    def __enter__(self) -> Self:
        if shutil.which("Xvfb") is None:
            raise SystemExit("Starts are measured on Xvfb, which is not here. Debian: apt-get install xvfb")
        self._folder = Path(mkdtemp(prefix="bench-screen-"))
        read_end, write_end = os.pipe()
        # -displayfd lets the server choose a number that nobody uses.
        shape = f"{WIDTH}x{HEIGHT}x24"
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", shape, "-nolisten", "tcp", "-fbdir", self._folder],
            pass_fds=[write_end],
            stderr=subprocess.DEVNULL,
        )
        os.close(write_end)
        with os.fdopen(read_end) as chosen:
            self.display = f":{chosen.readline().strip()}"
        with (self._folder / "Xvfb_screen0").open("rb") as file:
            self._pixels = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        # An XWD file: its header's length comes first, its number of colours at byte 76; a colour takes 12 bytes.
        (header,) = struct.unpack_from(">I", self._pixels, 0)
        (colours,) = struct.unpack_from(">I", self._pixels, 76)
        self._offset = header + colours * 12
        self._blank = self.pixels()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pixels.close()
        self._server.terminate()
        self._server.wait()
        shutil.rmtree(self._folder)

    def pixels(self) -> bytes:
        return self._pixels[self._offset : self._offset + WIDTH * HEIGHT * 4]

    def wait_until_blank(self) -> None:
        """The window of a program that ended is taken away a moment later."""
        give_up = time.perf_counter() + 5
        while self.pixels() != self._blank and time.perf_counter() < give_up:
            time.sleep(POLL_S)

    def watch(self, act: Callable[[], None], *, quiet_s: float, give_up_s: float = 60) -> list[Frame]:
        """Do ``act`` and keep every changed frame until nothing but a caret moved for ``quiet_s``."""
        last = self.pixels()
        frames: list[Frame] = []
        start = moved = time.perf_counter()
        act()
        while (now := time.perf_counter()) - start < give_up_s:
            seen = self.pixels()
            if seen != last:
                if pixels_changed(seen, last) > CARET_PIXELS:
                    moved = now
                    frames.append((now - start, seen))
                last = seen
            if frames and now - moved > quiet_s:
                return frames
            time.sleep(POLL_S)
        what = "It never came to rest" if frames else "Nothing was painted"
        raise SystemExit(f"{what} within {give_up_s:.0f} s of a start; start the program by hand to see why.")


def painted_s(frames: list[Frame]) -> float:
    """When the last frame could first be seen, but for ``ALIKE`` of its ink; in seconds."""
    final = frames[-1][1]
    allowed = ALIKE * ink(final)
    return next(when for when, seen in frames if pixels_changed(seen, final) <= allowed)


def pixels_changed(one: bytes, other: bytes) -> int:
    """In how many pixels two frames differ."""
    # Exclusive or over the whole frame at once, then the bytes that differ: three of four of a pixel may.
    difference = int.from_bytes(one, "little") ^ int.from_bytes(other, "little")
    changed = difference.to_bytes(len(one), "little")
    return max(len(one) // 4 - changed[channel::4].count(0) for channel in range(3))


def ink(frame: bytes) -> int:
    """How many pixels are not of the frame's commonest colour."""
    commonest, _ = Counter(memoryview(frame).cast("I")).most_common(1)[0]
    return pixels_changed(frame, commonest.to_bytes(4, "little") * (len(frame) // 4))

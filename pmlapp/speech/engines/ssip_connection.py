"""A connection to speech-dispatcher in its own protocol: commands with limits on every answer, and events.

Source: https://htmlpreview.github.io/?https://github.com/brailcom/speechd/blob/master/doc/ssip.html
"""

import queue
import socket
import threading
from collections.abc import Callable
from typing import Final, NamedTuple

from pmlapp.speech.engines.engine import EngineError
from pmlapp.speech.lines import LOST, REFUSED, SLOW

_QUEUED: Final = 225
_RECEIVING: Final = 230
_EVENTS: Final = range(700, 800)
_REFUSALS: Final = range(300, 600)


class Reply(NamedTuple):
    """The code of an answer and what it holds, a line each."""

    code: int
    data: tuple[str, ...]


class SsipConnection:
    """Asks and is answered in one thread, hears of events in another.

    ``heard`` gets the code of each event and the number of the message, in the order in which they come; the answer to
    `speak` is known before the first event of that message.  ``lost`` is called once, when the server goes away.
    """

    def __init__(
        self,
        stream: socket.socket,
        *,
        limit_s: float,
        heard: Callable[[int, int], None],
        lost: Callable[[str], None],
    ) -> None:
        self._stream = stream
        self._limit_s = limit_s
        self._heard = heard
        self._lost = lost
        self._replies: queue.Queue[Reply | None] = queue.Queue()
        self._numbers: dict[str, int] = {}
        self._early: list[Reply] = []
        self._speaking = 0
        self._closed = False
        # What we write is read by a server that may hang.
        stream.settimeout(limit_s)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def ask(self, command: str, *, limit_s: float | None = None) -> Reply:
        """Send a command on one line, and wait for its answer.

        Raises:
            EngineError: the server is gone, does not answer in time, or refuses.
        """
        self._send(command)
        return self._answer(limit_s)

    def speak(self, ssml: str, number: int) -> None:
        """Say a text in SSML; events about it are reported under ``number``."""
        self._speaking = number
        if self.ask("SPEAK").code != _RECEIVING:
            raise EngineError(REFUSED, "SPEAK")
        # A line that begins with a stop gets another one, since a stop alone ends the text.
        lines = [f".{line}" if line.startswith(".") else line for line in ssml.splitlines()]
        self._send("\r\n".join([*lines, "."]))
        self._answer(None)

    def close(self) -> None:
        """Leave, and let the server know."""
        self._closed = True
        try:
            self._stream.sendall(b"QUIT\r\n")
            self._stream.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self._stream.close()

    def _send(self, text: str) -> None:
        try:
            self._stream.sendall(f"{text}\r\n".encode())
        except TimeoutError as error:
            raise EngineError(SLOW, text[:20]) from error
        except OSError as error:
            raise EngineError(LOST, str(error)) from error

    def _answer(self, limit_s: float | None) -> Reply:
        try:
            reply = self._replies.get(timeout=limit_s or self._limit_s)
        except queue.Empty as error:
            raise EngineError(SLOW) from error
        if reply is None:
            raise EngineError(LOST)
        if reply.code in _REFUSALS:
            raise EngineError(REFUSED, str(reply.code))
        return reply

    # The other thread

    def _read(self) -> None:
        data: list[str] = []
        with self._stream.dup() as stream:
            stream.settimeout(None)
            try:
                for raw in stream.makefile("rb"):
                    line = raw.decode("utf-8", "replace").rstrip("\r\n")
                    code = int(line[:3]) if line[:3].isdecimal() else 0
                    if line[3:4] == "-":
                        data.append(line[4:])
                        continue
                    self._take(Reply(code, tuple(data)))
                    data = []
            except (OSError, ValueError):
                pass
        self._replies.put(None)
        if not self._closed:
            self._lost("the server has gone away")

    def _take(self, reply: Reply) -> None:
        if reply.code in _EVENTS:
            number = self._numbers.get(reply.data[0] if reply.data else "")
            if number is not None:
                self._heard(reply.code, number)
            else:
                # The server's threads race: a message may begin before we learn its number.
                self._early.append(reply)
            return
        if reply.code == _QUEUED and reply.data:
            # Here and not where the answer is waited for: the first event may follow at once.
            self._numbers = {reply.data[0]: self._speaking}
            early, self._early = self._early, []
            for event in early:
                if event.data[:1] == reply.data[:1]:
                    self._heard(event.code, self._speaking)
        self._replies.put(reply)

"""What a kiosk says aloud: a page sentence by sentence, or a few words of its own."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from pmlapp.library.pages.spoken import Sentence
    from pmlapp.speech.player import Player
    from pmlapp.speech.speaking_process import SpeakingProcess

_BUSY = ("playing", "preparing")
_IN_TROUBLE = "in trouble"
"""States of `speech.player.State`, by their values: the player is loaded when somebody listens."""

_NORMAL = 3
"""The usual of `speech.player.SPEEDS`."""


class KioskVoice(QObject):
    """Speaks through one player at a time; a new visitor gets a new one, with the usual speed and voice.

    Signals:
        changed: what is said, or whether anything is.
    """

    changed = Signal()

    def __init__(
        self, start_process: Callable[[QObject], "SpeakingProcess"], *, language: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._start_process = start_process
        self._language = language
        self._player: Player | None = None
        self.languages: tuple[str, ...] | None = None
        """The languages that this computer speaks; None until somebody has listened since the start."""

    @property
    def is_speaking(self) -> bool:
        """Whether somebody listens now; a pause is not listening."""
        return self._player is not None and self._player.state in _BUSY

    @property
    def is_reading(self) -> bool:
        """Whether a page is being read aloud, or is paused in the middle."""
        return self._player is not None and bool(self._player.sentences)

    @property
    def is_silent(self) -> bool:
        """Whether this computer has no voice, as far as has been found out."""
        return self._player is not None and self._player.state == _IN_TROUBLE

    @property
    def place(self) -> tuple[int, int]:
        """Which sentence of how many, from 1; (0, 0) while nothing is read."""
        if not self.is_reading or self._player is None:
            return 0, 0
        return self._player.current + 1, len(self._player.sentences)

    def read(self, sentences: "Sequence[Sentence]") -> None:
        """Read sentences of a page aloud; nothing if there are none."""
        if sentences:
            self._ready().play(sentences)

    def say(self, words: str) -> None:
        """Say a few words of the program, in place of what was being said."""
        from pmlapp.content.page import BlockId
        from pmlapp.library.pages.spoken import Place, Sentence

        self._ready().play([Sentence(words, self._language, Place(BlockId("kiosk"), 0, 0, len(words)))])

    @Slot()
    def pause_or_go_on(self) -> None:
        """Be silent, or go on with the sentence."""
        if self._player is not None:
            if self._player.state in _BUSY:
                self._player.pause()
            else:
                self._player.resume()

    @Slot(int)
    def step(self, sentences: int) -> None:
        """Go so many sentences on (+1) or back (-1)."""
        if self._player is not None:
            if sentences > 0:
                self._player.next()
            else:
                self._player.previous()

    @Slot(int)
    def change_speed(self, steps: int) -> None:
        """Faster (+1) or slower (-1)."""
        if self._player is not None:
            self._player.set_speed(self._player.speed + steps)

    @property
    def speed(self) -> int:
        """Which of `speech.player.SPEEDS`."""
        return self._player.speed if self._player is not None else _NORMAL

    @Slot()
    def stop(self) -> None:
        """Be silent."""
        if self._player is not None:
            self._player.stop()

    def forget(self) -> None:
        """The visitor has gone: be silent, and keep neither words nor speed nor voice."""
        player, self._player = self._player, None
        if player is not None:
            player.close()
            player.setParent(None)
            player.deleteLater()
        self.changed.emit()

    @Slot()
    def _note_languages(self) -> None:
        player = self._player
        if player is not None and (player.languages or player.state == _IN_TROUBLE):
            self.languages = player.languages

    def _ready(self) -> "Player":
        if self._player is None:
            from pmlapp.speech.player import Player

            self._player = Player(self._start_process, home=self._language, parent=self)
            self._player.state_changed.connect(self.changed)
            self._player.sentence_begun.connect(self.changed)
            self._player.state_changed.connect(self._note_languages)
        return self._player

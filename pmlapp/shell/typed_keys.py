"""Which keys write something."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def is_typed(event: QKeyEvent) -> bool:
    """Whether a key writes something, and is not held with a key that makes a command of it."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    commands = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier)
    # AltGr, which many layouts need for letters, is Ctrl and Alt at once on some systems.
    is_command = any(held & each for each in commands) and not (held & commands[0] and held & commands[1])
    return not is_command and event.text().strip() != "" and event.text().isprintable()

"""A sentence for people who listen instead of looking."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader, if there is one, say ``sentence`` when it has finished its own.

    Source: https://doc.qt.io/qt-6/qaccessibleannouncementevent.html
    """
    if QAccessible.isActive() and sentence:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))

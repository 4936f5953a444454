"""A failure in the language of the window."""

from PySide6.QtCore import QCoreApplication

from pmlapp.shell.failures import Words, words


def shown_words(failure: BaseException) -> Words:
    """What a window says of a failure."""
    return words(failure, QCoreApplication.translate)

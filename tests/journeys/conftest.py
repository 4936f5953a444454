"""The window as a person meets it."""

from tests.person import open_window

__all__ = ["open_window"]

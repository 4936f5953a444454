"""The window, and the whole program, as a person meets them."""

from tests.person import open_window, run_program

__all__ = ["open_window", "run_program"]

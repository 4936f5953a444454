"""Failures of handing a library out; after each of them nothing was written."""

from pmlapp.errors import AuthoringError


class CannotSetPagesError(AuthoringError):
    """``pages`` cannot be set as PDF: a line for each, with what is wrong."""

    summary = "These pages cannot be made as PDF: {listed}."
    advice = "Install a font that has the letters, or correct what is named. Nothing was written."
    exit_code = 65

    def __init__(self, pages: tuple[str, ...]) -> None:
        super().__init__(listed="; ".join(pages))
        self.pages = pages

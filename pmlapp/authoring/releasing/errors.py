"""Failures of those who publish a library; after each of them the release is as it was."""

from pmlapp.errors import AuthoringError


class ReleaseError(AuthoringError):
    """A command about a release cannot do what it was asked."""

    summary = "The release was not changed."
    exit_code = 65


class NoReleaseFolderError(ReleaseError):
    """There is no release in the folder ``path``."""

    summary = "There is no release in {path}."
    advice = "Make one with: pml release init"
    exit_code = 66


class ReleaseThereError(ReleaseError):
    """There is something in the folder ``path`` already."""

    summary = "There is something in {path} already."
    advice = "Name another folder."
    exit_code = 73


class KeyFileError(ReleaseError):
    """The key at ``path`` cannot be used; ``reason`` says why."""

    summary = "The key {path} cannot be used: {reason}."
    advice = "Is it the right file, and the right passphrase?"


class KeyNotInRoleError(ReleaseError):
    """The key of ``holder`` may not sign ``role``."""

    summary = "The key of {holder} may not sign {role}."
    advice = "These may: {holders}."


class TooFewSignaturesError(ReleaseError):
    """``role`` has ``found`` of ``needed`` signatures."""

    summary = "Only {found} of {needed} signatures of {role} are there."
    advice = "Let another holder of a key sign with: pml release sign. These may: {holders}."


class NotReleasableError(ReleaseError):
    """The content file or the page cannot go into the release; ``reason`` says why."""

    summary = "It cannot go into the release: {reason}."
    advice = "{advice}"

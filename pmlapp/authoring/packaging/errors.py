"""What stops `pml package`; after each of them nothing half made is left."""

from pmlapp.errors import QT_TRANSLATE_NOOP, AuthoringError


class NoReaderFolderError(AuthoringError):
    """``path`` is not a reader folder; ``reason`` says what is missing."""

    summary = QT_TRANSLATE_NOOP("errors", "There is no ready reader in {path}: {reason}.")
    advice = QT_TRANSLATE_NOOP(
        "errors", "Name the folder of a released reader with --reader, or make one from the sources with make frozen."
    )
    exit_code = 66


class BrandingError(AuthoringError):
    """A branding folder, ``path``, has a mistake; ``reason`` names the file in it."""

    summary = QT_TRANSLATE_NOOP("errors", "The branding in {path} cannot be used: {reason}.")
    advice = QT_TRANSLATE_NOOP("errors", "docs/keepers.md says what may be in it.")
    exit_code = 65


class LintErrorsError(AuthoringError):
    """The library in ``path`` has ``count`` mistakes, printed before."""

    summary = QT_TRANSLATE_NOOP("errors", "The library in {path} has mistakes: {count}.")
    advice = QT_TRANSLATE_NOOP("errors", "Run pml lint, correct what it lists, then package it again.")
    exit_code = 65


class CannotPackageHereError(AuthoringError):
    """This computer, or this reader, cannot make the package ``target``; ``reason`` says why."""

    summary = QT_TRANSLATE_NOOP("errors", "A package for {target} cannot be made: {reason}.")
    advice = QT_TRANSLATE_NOOP("errors", "pml package --help lists what each target needs.")
    exit_code = 69

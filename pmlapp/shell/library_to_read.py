"""Which library a start reads: the installed one, or a newer edition of it that came as an update."""

from pathlib import Path

from pmlapp import paths


def library_to_read(installed: Path) -> Path:
    """The library to read; most computers never had an update, and load nothing for it."""
    updates = paths.updates_dir()
    if not (updates / "content.db").exists():
        return installed
    from pmlapp.packs.in_use import library_in_use  # noqa: PLC0415
    from pmlapp.packs.shelf import Shelf  # noqa: PLC0415

    return library_in_use(Shelf(updates), installed)

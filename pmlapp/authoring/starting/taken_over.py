"""A library that begins with the pages of another: taken over as sources, with where each comes from."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from pmlapp.authoring.sources.library_files import FILES, FOLDERS, ORIGIN
from pmlapp.authoring.starting.content_file_sources import ContentFileSources, lines
from pmlapp.authoring.starting.new_library import Beginning, library_files, write_library
from pmlapp.content.file.store import ContentStore
from pmlapp.errors import SourcesRefusedError, plain_reason

FORM_FILE: Final = "form.txt"
"""Beside them: whether they came from a content file or from a folder, which word the same page differently."""
_OWN: Final = frozenset(
    {"title", "subject", "publisher", "licence", "funding", "feedback", "interests", "id", "edition", "adapted_from"}
)
"""What the new library says for itself in ``library.toml``."""
_SKELETON: Final = ("README.md", "library.toml", "site.toml")


class TakenOver(NamedTuple):
    """What became of a library that was taken over."""

    pages: int
    signed: int
    """Pages that somebody had signed."""
    lost: tuple[str, ...]
    """Pages whose signed text cannot be told from the content file, so that their signatures do not hold."""


class Original(NamedTuple):
    """Another library, as the files of its sources."""

    form: str
    """``file`` or ``folder``."""
    adapted_from: str
    """How it is credited."""
    language: str
    title: str
    subject: str
    licence: str
    files: Mapping[str, bytes]
    """By path in the folder of the language, without ``library.toml``."""
    statements: str
    """What its ``library.toml`` says beside what a new library says for itself."""
    reviews: Mapping[str, bytes]
    """By path in the folder of reviews of the language."""
    signed: int
    lost: tuple[str, ...] = ()


def original_in_file(path: Path) -> Original:
    """The library in a content file.

    Raises:
        ContentError: it cannot be read.
    """
    with ContentStore.open(path) as store:
        sources = ContentFileSources(store)
        library = sources.library
        pages = list(sources.pages())
        files = {f"{page.id}.md": page.text.encode() for page in pages} | dict(sources.files())
        statements = lines(sources.words()) + "\n" + sources.lists()
    return Original(
        form="file",
        adapted_from=credit(library.title, library.edition, library.publisher, library.licence),
        language=library.language,
        title=library.title,
        subject=library.subject,
        licence=library.licence,
        files=files,
        statements=statements,
        reviews={f"{page.id}.yaml": page.reviews.encode() for page in pages if page.reviews},
        signed=sum(bool(page.reviews) for page in pages),
        lost=tuple(page.id for page in pages if not page.as_signed),
    )


def original_in_folder(folder: Path) -> Original:
    """The library in a folder of sources, that of one language.

    Raises:
        SourcesRefusedError: a file cannot be read, or ``library.toml`` cannot be understood.
    """
    try:
        said = (folder / "library.toml").read_text(encoding="utf-8")
        values = tomllib.loads(said)
        files = {place: path.read_bytes() for place, path in _files_in(folder)}
        reviews = folder.parent.parent / "reviews" / folder.name
        held = {path.relative_to(reviews).as_posix(): path.read_bytes() for path in sorted(reviews.glob("*/*.yaml"))}
    except (OSError, ValueError) as error:
        reason = plain_reason(error) if isinstance(error, OSError) else str(error)
        raise SourcesRefusedError((f"{folder}:1: the library cannot be taken over: {reason}",)) from error
    title, licence = str(values.get("title", "")), str(values.get("licence", ""))
    return Original(
        form="folder",
        adapted_from=credit(title, str(values.get("edition", "")), str(values.get("publisher", "")), licence),
        language=folder.name,
        title=title,
        subject=str(values.get("subject", "")),
        licence=licence,
        files=files,
        statements=_without_own(said),
        reviews=held,
        signed=len(held),
    )


def take_over(folder: Path, original: Original, beginning: Beginning) -> TakenOver:
    """Make a library in ``folder`` of the pages of another; it appears whole or not at all.

    Raises:
        FolderInUseError: there is something in the folder.
        CannotWriteError: no space or no permission; then nothing was made.
    """
    write_library(folder, _all_files(original, beginning))
    pages = sum(map(is_page, original.files))
    return TakenOver(pages, original.signed, original.lost)


def credit(title: str, edition: str, publisher: str, licence: str) -> str:
    """How the original is named on every page, as its licence asks."""
    parts = (title, f"edition {edition}" if edition else "", f"by {publisher}" if publisher else "", licence)
    return ", ".join(part for part in parts if part)


def is_page(name: str) -> bool:
    """Whether a file of the folder of the language is a page."""
    return name.endswith(".md") and name.partition("/")[0] not in FOLDERS


def _all_files(original: Original, beginning: Beginning) -> Iterator[tuple[Path, bytes]]:
    content = Path("content", beginning.language)
    for place, text in library_files(beginning, examples=False):
        if place.as_posix() in _SKELETON:
            yield place, text.encode()
    yield content / "library.toml", _library_toml(original, beginning).encode()
    for name, data in original.files.items():
        yield content / name, data
        if is_page(name):
            yield Path(ORIGIN, beginning.language, name), data
    yield Path(ORIGIN, FORM_FILE), original.form.encode()
    for name, data in original.reviews.items():
        yield Path("reviews", beginning.language, name), data


def _library_toml(original: Original, beginning: Beginning) -> str:
    own = {
        "title": beginning.title,
        "subject": beginning.subject,
        "publisher": beginning.publisher,
        "licence": beginning.licence,
        "adapted_from": original.adapted_from,
        "funding": beginning.funding,
        "interests": "not stated yet",
        "feedback": f"Tell {beginning.publisher}.",
    }
    head = "# What this library says of itself. Its pages were taken over: “adapted_from” is shown on each of them.\n"
    authors = (
        ""
        if "[[authors]]" in original.statements
        else (
            f"\n# Who wrote the pages that you add or change; for a professional, credentials = “…” in place of lay.\n"
            f'[[authors]]\nname = {json.dumps(beginning.publisher, ensure_ascii=False)}\nlay = "yes"\n'
        )
    )
    statements = original.statements
    if "ai_assistance" not in statements:
        statements = (
            "# Did an AI program help to write the pages? Ask those who made them, and write “yes” or “no”.\n"
            'ai_assistance = "FILL IN"\nreview_cycle_months = 24\n' + statements
        )
    return head + lines(own) + statements.strip("\n") + "\n" + authors


_KEY: Final = re.compile(r"^([A-Za-z_]+) *=")


def _without_own(said: str) -> str:
    """``library.toml`` without the lines that the new library writes for itself; none of them has more than one."""
    kept, in_table = [], False
    for line in said.split("\n"):
        in_table = in_table or line.startswith("[")
        key = _KEY.match(line)
        if in_table or key is None or key[1] not in _OWN:
            kept.append(line)
    return "\n".join(kept)


def _files_in(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of a library in the folder of its language, hidden ones and drafts of editors left out."""
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder)
        if not path.is_file() or any(part.startswith(".") for part in place.parts) or path.is_symlink():
            continue
        beside = len(place.parts) == 1 and place.name in FILES and place.name != "library.toml"
        if beside or (len(place.parts) == 2 and (place.suffix == ".md" or place.parts[0] in FOLDERS)):
            yield place.as_posix(), path

"""One run of `pml package`: the library is built, wrapped with the reader, and named in a manifest."""

import hashlib
import json
import lzma
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from pmlapp import __version__
from pmlapp.authoring.packaging.branding import Branding
from pmlapp.authoring.packaging.errors import CannotPackageHereError
from pmlapp.authoring.packaging.linux import LinuxFacts, write_deb, write_tar, write_tree
from pmlapp.authoring.packaging.reader_folder import ReaderFolder, System, copy_with_library
from pmlapp.content.model import Library
from pmlapp.errors import CannotWriteError, plain_reason

TARGETS: Final = {
    "deb": System.LINUX,
    "tar": System.LINUX,
    "zip": System.WINDOWS,
}
"""What can be made, and the system whose reader it takes."""

MANIFEST: Final = "manifest.json"


class Package(NamedTuple):
    """One file that was made."""

    target: str
    path: Path
    bytes: int
    sha256: str


def package(
    reader: ReaderFolder,
    library: Path,
    about: Library,
    branding: Branding,
    targets: Sequence[str],
    output: Path,
    say: Callable[[str], None],
) -> list[Package]:
    """Make the packages of ``targets`` in the folder ``output``, with a manifest beside them.

    Raises:
        CannotPackageHereError: a target needs another reader, or a program that is missing.
        CannotWriteError: no space or no permission.
    After either of them ``output`` is as it was.
    """
    for target in targets:
        if TARGETS[target] is not reader.system:
            raise CannotPackageHereError(
                target=target,
                reason=f"it takes a reader for {TARGETS[target].value}, and this is one for {reader.system.value}",
            )
    facts = LinuxFacts(
        version=f"{__version__}+{about.edition.replace('-', '.')}",
        moment=int((about.newest.toordinal() - 719163) * 86400),
        licence=about.licence,
    )
    try:
        output.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=output, prefix=".unfinished-") as work:
            made = [_made(target, reader, library, branding, facts, Path(work), say) for target in targets]
            manifest = Path(work) / MANIFEST
            manifest.write_text(_manifest(made, about, branding), encoding="utf-8")
            for each in made:
                each.path.replace(output / each.path.name)
            manifest.replace(output / MANIFEST)
    except (OSError, lzma.LZMAError) as error:
        reason = plain_reason(error) if isinstance(error, OSError) else str(error)
        raise CannotWriteError(path=output, reason=reason) from error
    return [each._replace(path=output / each.path.name) for each in made]


def _made(
    target: str,
    reader: ReaderFolder,
    library: Path,
    branding: Branding,
    facts: LinuxFacts,
    work: Path,
    say: Callable[[str], None],
) -> Package:
    say(f"{target}: copying the reader")
    root = work / f"tree-{target}"
    root.mkdir()
    copy_with_library(reader, library, branding, root / "program")
    match target:
        case "deb":
            path = work / f"{branding.package}_{facts.version}_amd64.deb"
            write_tree(root / "usr", root / "program", branding, facts)
            say(f"{target}: packing")
            write_deb(root, branding, facts, path)
        case "tar":
            path = work / f"{branding.package}-{facts.version}-linux-x86_64.tar.xz"
            write_tree(root / "usr", root / "program", branding, facts)
            say(f"{target}: packing")
            write_tar(root, branding, facts, path)
        case _:
            path = work / f"{branding.package}-{facts.version}-windows.zip"
            say(f"{target}: packing")
            _write_zip(root / "program", branding, path)
    shutil.rmtree(root)
    data = path.read_bytes()
    return Package(target, path, len(data), hashlib.sha256(data).hexdigest())


def _write_zip(program: Path, branding: Branding, output: Path) -> None:
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(program.rglob("*")):
            if path.is_file():
                place = f"{branding.package}/{path.relative_to(program).as_posix()}"
                info = zipfile.ZipInfo(place, (1980, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, path.read_bytes())


def _manifest(made: Sequence[Package], about: Library, branding: Branding) -> str:
    said = {
        "name": branding.name,
        "package": branding.package,
        "program": f"pmlapp {__version__}",
        "library": {"title": about.title, "edition": about.edition, "digest": about.digest, "licence": about.licence},
        "files": [
            {"target": each.target, "file": each.path.name, "bytes": each.bytes, "sha256": each.sha256} for each in made
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"

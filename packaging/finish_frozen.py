"""Finishes a folder that PyInstaller has made: licences, bill of materials, checksums, modes; then weighs it.

Run by `make frozen` as ``python packaging/finish_frozen.py dist/pmlapp build/pmlapp-collected.json``.
"""

import hashlib
import json
import re
import subprocess
import sys
from collections import Counter
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output.json import JsonV1Dot5
from packageurl import PackageURL

MIB: Final = 1024 * 1024
OLDEST_GLIBC: Final = (2, 36)
"""That of Debian 12, the oldest system that we serve."""

SIZES: Final = Path(__file__).with_name("sizes.json")
"""The budget, and the sizes of the last release; a release that grows says so here."""

_DOC: Final = Path("/usr/share/doc")
_COMMON: Final = Path("/usr/share/common-licenses")
_ELF: Final = b"\x7fELF"


def main(folder: Path, collected: Path) -> int:
    """Finish ``folder``; 0, or 1 with a sentence on stderr if it must not be handed out."""
    inside = folder / "_internal"
    entries = json.loads(collected.read_text(encoding="utf-8"))
    _settle_modes(folder)
    debian, unknown = _debian_packages(inside, entries)
    python = _python_packages(inside, entries)
    without = _write_licences(inside / "LICENSES", debian, python)
    _write_bill(inside / "sbom.cdx.json", debian, python)
    faults = [f"{name} comes from no package, so that its licence is not known" for name in unknown]
    faults += [f"{name} was collected without the text of its licence" for name in without]
    faults += _glibc_faults(folder)
    weighed = weigh(folder)
    faults += report(weighed, json.loads(SIZES.read_text(encoding="utf-8")))
    _write_sums(folder)
    for fault in faults:
        print(f"{folder}: {fault}", file=sys.stderr)
    return 1 if faults else 0


def weigh(folder: Path) -> dict[str, int]:
    """The bytes of each part of a frozen folder, and of all of it."""
    sizes: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            size = path.stat().st_size
            sizes[_part(path.relative_to(folder).as_posix())] += size
            sizes["all"] += size
    return dict(sorted(sizes.items()))


def report(weighed: dict[str, int], record: dict[str, Any]) -> list[str]:
    """Print the sizes beside those of the last release; a sentence for each budget that is exceeded."""
    last = record["last release"]
    print(f"{'part':20} {'MB':>7} {'last':>7}")
    for part, size in weighed.items():
        before = f"{last[part] / 1e6:7.1f}" if part in last else "    new"
        print(f"{part:20} {size / 1e6:7.1f} {before}")
    return [
        f"{part} is {weighed[part] / 1e6:.1f} MB, and may be {most / 1e6:.1f} MB (packaging/sizes.json)"
        for part, most in record["budget"].items()
        if weighed.get(part, 0) > most
    ]


def _part(place: str) -> str:
    name = place.rpartition("/")[2]
    if "libicudata" in name:
        return "Qt's Unicode data"
    if "PySide6" in place or "shiboken6" in place or name.startswith(("libQt6", "libicu", "libpyside", "libshiboken")):
        return "Qt"
    if name == "content.db":
        return "library"
    if "/resources/" in place:
        return "resources"
    if "/LICENSES/" in place or name in ("sbom.cdx.json", "LICENSE"):
        return "licences"
    if "python3" in place or name == "base_library.zip":
        return "Python"
    if ".so" in name:
        return "system libraries"
    return "program"


def _settle_modes(folder: Path) -> None:
    """Only the program may be run; a library is read (lintian: shared-library-is-executable)."""
    for path in folder.rglob("*"):
        if not path.is_symlink():
            is_program = path.parent == folder and path.suffix == "" and path.is_file()
            path.chmod(0o755 if path.is_dir() or is_program else 0o644)


def _debian_packages(inside: Path, entries: list[list[str]]) -> tuple[dict[str, str], list[str]]:
    """Each Debian package whose libraries were collected, with its version; and the libraries of no package."""
    found: dict[str, str] = {}
    unknown = []
    for _, source, kind in entries:
        path = Path(source)
        if kind != "BINARY" or not path.is_absolute() or "site-packages" in path.parts:
            continue
        if path.is_relative_to(sys.base_prefix) and sys.base_prefix != "/usr":
            continue
        owner = _owner(path) or _owner(path.resolve())
        if owner is None:
            unknown.append(path.name)
        else:
            found[owner] = _said("dpkg-query", "--show", "--showformat=${Version}", owner)
    return dict(sorted(found.items())), unknown


def _owner(path: Path) -> str | None:
    """The Debian package that a file came with; its list may hold the place from before /lib led to /usr/lib."""
    for place in {str(path), re.sub("^/usr/lib", "/lib", str(path)), re.sub("^/lib", "/usr/lib", str(path))}:
        said = _said("dpkg", "--search", place)
        if said:
            return said.partition(":")[0]
    return None


def _python_packages(inside: Path, entries: list[list[str]]) -> list[metadata.Distribution]:
    """The Python packages of which anything was collected, by name."""
    owners = metadata.packages_distributions()
    tops = {
        re.split(r"[/\\.]", place)[0]
        for place, _, kind in entries
        if kind.startswith("PYMODULE") or kind in ("EXTENSION", "BINARY", "DATA")
    }
    names = {name for top in tops for name in owners.get(top, ())} - {"pmlapp"}
    return [metadata.distribution(name) for name in sorted(names, key=str.lower)]


def _write_licences(folder: Path, debian: dict[str, str], python: list[metadata.Distribution]) -> list[str]:
    """Put the texts of all licences into ``folder``; returns the names of packages that have none."""
    without = []
    for package in debian:
        try:
            _copy(_DOC / package / "copyright", folder / "debian" / f"{package}.txt")
        except FileNotFoundError:
            without.append(package)
    for each in python:
        place = folder / "python" / each.name
        for file in each.files or ():
            if re.search(r"licen[cs]e|copying|notice", file.name, re.IGNORECASE):
                _copy(Path(str(each.locate_file(file))), place / file.name)
        # Qt's packages name the LGPL and do not hold it.
        if not place.exists() and "LGPL" in _licence(each):
            for name in ("LGPL-3", "GPL-3"):
                _copy(_COMMON / name, place / name)
        if not place.exists():
            without.append(each.name)
    for candidate in (
        Path(sys.base_prefix) / f"lib/python{sys.version_info[0]}.{sys.version_info[1]}/LICENSE.txt",
        _DOC / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "copyright",
    ):
        if candidate.is_file():
            _copy(candidate, folder / "python" / "Python.txt")
            return without
    return [*without, "Python"]


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(source.read_bytes())
    target.chmod(0o644)


def _write_bill(path: Path, debian: dict[str, str], python: list[metadata.Distribution]) -> None:
    """The bill of materials in CycloneDX, without a time or a random number: the same parts give the same bytes."""
    components = [
        Component(
            type=ComponentType.LIBRARY,
            name=name,
            version=version,
            purl=PackageURL("deb", "debian", name, version),
            bom_ref=f"deb:{name}",
        )
        for name, version in debian.items()
    ] + [
        Component(
            type=ComponentType.LIBRARY,
            name=each.name,
            version=each.version,
            purl=PackageURL("pypi", None, each.name.lower(), each.version),
            bom_ref=f"pypi:{each.name}",
            licenses=[DisjunctiveLicense(name=licence)] if (licence := _licence(each)) else [],
        )
        for each in python
    ]
    library = path.parent / "content.db"
    if library.is_file():
        digest = hashlib.sha256(library.read_bytes()).hexdigest()
        components.append(
            Component(
                type=ComponentType.DATA,
                name=library.name,
                bom_ref="library",
                hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)],
            )
        )
    bom = json.loads(JsonV1Dot5(Bom(components=components)).output_as_string())
    bom.pop("serialNumber", None)
    bom.get("metadata", {}).pop("timestamp", None)
    path.write_text(json.dumps(bom, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _licence(package: metadata.Distribution) -> str:
    said = package.metadata.get("License-Expression") or package.metadata.get("License") or ""
    return said if "\n" not in said and len(said) < 120 else ""


def _glibc_faults(folder: Path) -> list[str]:
    """What would not start on the oldest system: each file that asks for a newer C library."""
    newest = (0, 0)
    faults = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.is_symlink():
            continue
        with path.open("rb") as file:
            if file.read(4) != _ELF:
                continue
        asked = re.findall(r"GLIBC_(\d+)\.(\d+)", _said("objdump", "-T", str(path)))
        most = max(((int(major), int(minor)) for major, minor in asked), default=(0, 0))
        newest = max(newest, most)
        if most > OLDEST_GLIBC:
            faults.append(f"{path.name} asks for glibc {most[0]}.{most[1]}; make it on Debian 12")
    print(f"asks for glibc {newest[0]}.{newest[1]} at most")
    return faults


def _write_sums(folder: Path) -> None:
    sums = folder / "_internal" / "sha256sums.txt"
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n"
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and path != sums
    ]
    sums.write_text("".join(lines), encoding="utf-8")


def _said(*command: str) -> str:
    """What a program prints; "" if it fails."""
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))

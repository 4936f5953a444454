"""What Linux installs: a Debian package, and a .tar.xz with a script; both hold the same files."""

import gzip
import os
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from pmlapp import __version__
from pmlapp.authoring.packaging.branding import Branding
from pmlapp.authoring.packaging.errors import CannotPackageHereError
from pmlapp.authoring.packaging.reader_folder import INSIDE

DEPENDS: Final = (
    # The frozen folder asks for glibc 2.36; no tool finds the others, which are opened by Qt's plug-ins at run time.
    *("libc6 (>= 2.36)", "fontconfig", "libegl1", "libfontconfig1", "libgl1", "libthai0", "libxkbcommon0"),
    *("libx11-6", "libxcb1", "libxcb-cursor0", "libdbus-1-3"),
)
RECOMMENDS: Final = ("speech-dispatcher", "speech-dispatcher-espeak-ng", "libspeechd2", "cups-client")

_SCRIPT: Final = Path(__file__).with_name("install.sh")

_OVERRIDES: Final = (
    # Qt finds its own libraries beside itself, and the system's Qt must not be taken for it.
    *("custom-library-search-path", "embedded-library"),
    # libicudata holds data alone.
    "library-not-linked-against-libc",
    # Compiled elsewhere, by the Qt project and for Python's package index.
    *(
        "shared-library-lacks-prerequisites",
        "hardening-no-pie",
        "hardening-no-bindnow",
        "hardening-no-fortify-functions",
    ),
    *(
        "hardening-no-relro",
        "font-outside-font-dir",
        "extra-license-file",
        "package-contains-documentation-outside-usr-share-doc",
    ),
    *(
        "unstripped-binary-or-object",
        "unstripped-static-library",
        "spelling-error-in-binary",
        "initial-upload-closes-no-bugs",
    ),
)


class LinuxFacts(NamedTuple):
    """What the packages say of themselves."""

    version: str
    """Higher for a later edition of the library: ``0.1.0+2026.11.30``."""
    moment: int
    """Seconds since 1970 that every file gets, so that the same parts give the same bytes."""
    licence: str


def write_tree(root: Path, program: Path, branding: Branding, facts: LinuxFacts) -> None:
    """Lay out below ``root`` what is installed below ``/usr``; ``program`` is moved there."""
    name = branding.package
    home = root / "lib" / name
    home.parent.mkdir(parents=True)
    program.rename(home)
    bin_dir = root / "bin"
    bin_dir.mkdir()
    (bin_dir / name).symlink_to(f"../lib/{name}/pmlapp")
    icon = root / "share/icons/hicolor" / branding.icon.place / f"{name}{branding.icon.suffix}"
    for path, data in {
        icon: branding.icon.data,
        root / f"share/applications/{name}.desktop": _desktop(branding).encode(),
        root / f"share/metainfo/{branding.component}.metainfo.xml": _metainfo(branding, facts).encode(),
        root / f"share/man/man1/{name}.1.gz": gzip.compress(_man(branding).encode(), mtime=0),
    }.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    _require_icon(root, branding)


def write_deb(root: Path, branding: Branding, facts: LinuxFacts, output: Path) -> None:
    """Write a Debian package of what is in ``root/usr``.

    Raises:
        CannotPackageHereError: there is no dpkg-deb, or it failed; ``output`` is not there then.
    """
    if shutil.which("dpkg-deb") is None:
        raise CannotPackageHereError(target="deb", reason="the program dpkg-deb is not installed")
    name = branding.package
    documents = root / "usr/share/doc" / name
    documents.mkdir(parents=True)
    (documents / "copyright").write_text(_copyright(branding, facts), encoding="utf-8")
    (documents / "changelog.gz").write_bytes(gzip.compress(_changelog(branding, facts).encode(), 9, mtime=0))
    overrides = root / "usr/share/lintian/overrides" / name
    overrides.parent.mkdir(parents=True)
    overrides.write_text("".join(f"{name}: {tag}\n" for tag in _OVERRIDES), encoding="utf-8")
    control = root / "DEBIAN"
    control.mkdir()
    size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    (control / "control").write_text(_control(branding, facts, size), encoding="utf-8")
    for path in root.rglob("*"):
        if path.is_dir():
            path.chmod(0o755)
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(output)]
    ran = subprocess.run(
        command,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(facts.moment)},
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        output.unlink(missing_ok=True)
        raise CannotPackageHereError(target="deb", reason=f"dpkg-deb said: {ran.stderr.strip()[-300:]}")


def write_tar(root: Path, branding: Branding, facts: LinuxFacts, output: Path) -> None:
    """Write a .tar.xz of what is in ``root/usr``, with a script that installs it."""
    folder = f"{branding.package}-{facts.version}"
    script = (
        _SCRIPT.read_text(encoding="utf-8")
        .replace("@NAME@", branding.package)
        .replace("@COMPONENT@", branding.component)
    )
    installer = root / "usr/install.sh"
    installer.write_text(script, encoding="utf-8")
    installer.chmod(0o755)

    def settled(info: tarfile.TarInfo) -> tarfile.TarInfo:
        info.uid = info.gid = 0
        info.uname = info.gname = "root"
        info.mtime = facts.moment
        return info

    with tarfile.open(output, "w:xz", preset=6) as package:
        for path in sorted((root / "usr").rglob("*")):
            place = f"{folder}/{path.relative_to(root / 'usr').as_posix()}"
            package.add(path, place, recursive=False, filter=settled)
    installer.unlink()


def _require_icon(root: Path, branding: Branding) -> None:
    # Neither lintian nor appstreamcli notices an icon that is named and not packaged.
    if not list((root / "share/icons").rglob(f"{branding.package}.*")):
        raise CannotPackageHereError(target="Linux", reason="the icon that menus name is not in the package")


def _desktop(branding: Branding) -> str:
    return (
        "[Desktop Entry]\nType=Application\n"
        f"Name={branding.name}\nComment={branding.summary}\n"
        f"Exec={branding.package}\nTryExec={branding.package}\nIcon={branding.package}\nTerminal=false\n"
        f"StartupWMClass={branding.package}\nCategories=Education;MedicalSoftware;\n"
    )


def _metainfo(branding: Branding, facts: LinuxFacts) -> str:
    name, summary = escape(branding.name), escape(branding.summary)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>{branding.component}</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>{facts.licence}</project_license>
  <name>{name}</name>
  <summary>{summary}</summary>
  <description>
    <p>A library of health answers with their sources, read without a network.</p>
  </description>
  <launchable type="desktop-id">{branding.package}.desktop</launchable>
  <icon type="stock">{branding.package}</icon>
  <content_rating type="oars-1.1"/>
  <provides><binary>{branding.package}</binary></provides>
</component>
"""


def _man(branding: Branding) -> str:
    name = branding.package
    return (
        f'.TH "{name.upper()}" 1\n.SH NAME\n{name} \\- {branding.summary}\n'
        f".SH SYNOPSIS\n.B {name}\n[\\fIoptions\\fR]\n"
        f".SH DESCRIPTION\nOpens the library in a window, where you stopped reading. It needs no network.\n"
        ".SH OPTIONS\n.TP\n.B \\-\\-help\nList all options.\n.TP\n.B \\-\\-self\\-test\n"
        "Try everything, print a report, end with 0 if all is well.\n.TP\n.B \\-\\-portable\n"
        "Keep choices beside the program, and nothing elsewhere.\n.TP\n.B kiosk\nBe a kiosk for a waiting room.\n"
        f".SH FILES\n.TP\n.I /etc/{name}/site.toml\nWhat the keeper of this computer decides.\n"
        f".TP\n.I ~/.config/{name}, ~/.local/state/{name}\nWhat the reader chose and keeps; the log.\n"
    )


def _control(branding: Branding, facts: LinuxFacts, size: int) -> str:
    return (
        f"Package: {branding.package}\nVersion: {facts.version}\nArchitecture: amd64\n"
        f"Maintainer: {branding.maintainer}\nSection: doc\nPriority: optional\n"
        f"Installed-Size: {size // 1024 + 1}\nDepends: {', '.join(DEPENDS)}\nRecommends: {', '.join(RECOMMENDS)}\n"
        f"Description: {branding.summary[:70]}\n"
        " A library of health answers with their sources, read without a network. It\n"
        " brings its own Python and Qt, and connects to nothing.\n"
    )


def _copyright(branding: Branding, facts: LinuxFacts) -> str:
    return (
        f"{branding.name}, packaged by {branding.maintainer}\n\nThe library: {facts.licence}.\n"
        f"The program: MIT; its licence is in /usr/lib/{branding.package}/{INSIDE}/LICENSE.\n"
        f"Everything that came with it (Qt: LGPL-3, /usr/share/common-licenses/LGPL-3): the texts are in\n"
        f"/usr/lib/{branding.package}/{INSIDE}/LICENSES, the list in {INSIDE}/sbom.cdx.json there.\n"
    )


def _changelog(branding: Branding, facts: LinuxFacts) -> str:
    from email.utils import formatdate  # noqa: PLC0415 - of all packages only this one says when

    return (
        f"{branding.package} ({facts.version}) stable; urgency=low\n\n"
        f"  * pmlapp {__version__} with this edition of the library.\n\n"
        f" -- {branding.maintainer}  {formatdate(facts.moment)}\n"
    )

"""What pyproject.toml cannot say: a wheel carries the library and the resources inside the package."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent


class BuildWithLibrary(build_py):
    """Puts into ``pmlapp/bundled`` what is beside the package in the sources; see `pmlapp.paths`."""

    def run(self) -> None:
        """Build, then copy; an installation that leads back to the sources needs no copy."""
        super().run()
        if self.editable_mode:
            return
        bundled = Path(self.build_lib) / "pmlapp" / "bundled"
        shutil.rmtree(bundled, ignore_errors=True)
        shutil.copytree(ROOT / "resources", bundled / "resources")
        for name in ("content.db", "LICENSE"):
            shutil.copy2(ROOT / name, bundled / name)
        shutil.copytree(ROOT / "LICENSES", bundled / "LICENSES")


setup(cmdclass={"build_py": BuildWithLibrary})

"""Hands TUF the files of a folder as if a web server did."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from tuf.api.exceptions import DownloadHTTPError, DownloadLengthMismatchError
from tuf.ngclient import FetcherInterface

from pmlapp.packs.layout import METADATA, is_safe_name

ADDRESS: Final = f"folder:/{METADATA}/"
_NOT_FOUND: Final = 404
_CHUNK: Final = 1 << 16


class FolderFetcher(FetcherInterface):
    """Reads the metadata of the release in ``folder``.

    TUF asks for the root that follows the last one, and takes only the answer 404 for "there is none":
    any other failure would end the update of a whole, valid folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.failure: OSError | None = None
        """What the system said when a file that is there could not be read."""

    def _fetch(self, url: str) -> Iterator[bytes]:
        name = url.removeprefix(ADDRESS)
        path = self._folder / METADATA / name
        try:
            # A pipe would keep us waiting, and a link may lead anywhere.
            if not is_safe_name(name) or not self._folder.is_dir() or path.is_symlink() or not path.is_file():
                raise DownloadHTTPError(f"{name} is not there", _NOT_FOUND)
            with path.open("rb") as file:
                while chunk := file.read(_CHUNK):
                    yield chunk
        except OSError as error:
            self.failure = error
            raise DownloadHTTPError(f"{name} cannot be read: {error}", 500) from error

    @contextmanager
    def download_file(self, url: str, max_length: int) -> Iterator[IO[bytes]]:
        """The file in memory, since metadata is small: the system's own folder for such files may be full."""
        with tempfile.SpooledTemporaryFile(max_size=max_length + _CHUNK) as file:
            received = 0
            for chunk in self.fetch(url):
                received += len(chunk)
                if received > max_length:
                    raise DownloadLengthMismatchError(f"{url} is longer than {max_length} bytes")
                file.write(chunk)
            file.seek(0)
            yield file

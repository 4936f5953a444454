"""Draws all pictures: ``python -m drawings``."""

from drawings.pictures import MEDIA, all_pictures


def main() -> None:
    """Write each picture to the library's media, and say how large it is."""
    for picture in all_pictures():
        data = str(picture.draw()).encode()
        (MEDIA / picture.file_name).write_bytes(data)
        print(f"{picture.file_name:40} {len(data):>8,} bytes")


if __name__ == "__main__":
    main()

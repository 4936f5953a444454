"""``python -m languages`` extracts and compiles; with ``--pseudo FOLDER`` it makes the two pseudo-languages there."""

import argparse
from pathlib import Path

from languages.pseudo import write_pseudo_languages
from languages.template import TEMPLATE, compile_translation, translations, write_template


def main() -> None:
    """Do what was asked for and say which files were written."""
    parser = argparse.ArgumentParser(prog="python -m languages", description=__doc__)
    parser.add_argument("--pseudo", metavar="FOLDER", type=Path, help="make the pseudo-languages in this folder")
    folder = parser.parse_args().pseudo
    if folder is not None:
        written = write_pseudo_languages(TEMPLATE, folder)
    else:
        write_template(TEMPLATE)
        written = tuple(compile_translation(translation) for translation in translations())
    for path in written:
        print(path)


if __name__ == "__main__":
    main()

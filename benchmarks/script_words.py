"""What becomes of each word of many scripts that is typed into the search, now and in an earlier version.

    python -m benchmarks.script_words                 a row a word: language, on the page, typed, what is found
    python -m benchmarks.script_words --before FILE   the table of docs/search.md, with the rows of an earlier version

The words are those of tests/library/search/script_words.py.  Rows of an earlier version are printed by this module
and that list, copied into a check-out of it.
"""

import argparse
import sys
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from pmlapp.errors import PmlError
from pmlapp.library.search.search import Search, open_search
from tests.builders import article, content_file, library
from tests.library.search.script_words import AS_TYPED, AS_WRITTEN, REFUSED, Word

FIRST = "first"
NOT_MARKED = "first, not marked"
LATER = "not first"
NOTHING = "nothing"
NOT_BUILT = "the page is refused"

Key = tuple[str, str, str]


def main() -> None:
    """Type each word and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--before", type=Path, help="what this printed in an earlier version")
    asked = parser.parse_args()
    now = results()
    if asked.before is None:
        sys.stdout.writelines("\t".join((*key, found)) + "\n" for key, found in now.items())
        return
    before = {}
    for line in asked.before.read_text(encoding="utf-8").splitlines():
        *key, found = line.split("\t")
        before[tuple(key)] = found
    print("| language | on the page | typed | before | now |\n|---|---|---|---|---|")
    for key, found in now.items():
        print(f"| {' | '.join(shown(part) for part in key)} | {before.get(key, '')} | {found} |")
    firsts = [sum(found == FIRST for found in each.values()) for each in (before, now)]
    print(f"\nFound first and marked: {firsts[0]} of {len(before)} before, {firsts[1]} of {len(now)} now.")


def results() -> dict[Key, str]:
    """What each word finds, by language, word of the page and word typed."""
    words = [*AS_WRITTEN, *AS_TYPED, *REFUSED]
    found: dict[Key, str] = {}
    for language in dict.fromkeys(word.language for word in words):
        found.update(_of_one_language([word for word in words if word.language == language]))
    return found


def shown(word: str) -> str:
    """A word with what cannot be seen in it named."""
    for sign, name in (("\u200b", "[ZWSP]"), ("\u200c", "[ZWNJ]"), ("\u200d", "[ZWJ]"), ("|", "\\|")):
        word = word.replace(sign, name)
    return word


def _of_one_language(words: list[Word]) -> dict[Key, str]:
    found: dict[Key, str] = {}
    with TemporaryDirectory() as folder, ExitStack() as opened:
        try:
            search = opened.enter_context(open_search(_library(words, Path(folder))))
        except PmlError:
            return {_key(word): NOT_BUILT for word in words}
        for word in words:
            found[_key(word)] = _outcome(search, word)
    return found


def _library(words: list[Word], folder: Path) -> Path:
    language = words[0].language
    pages = [
        article(f"a/{place}", language=language, title=written, short_answer=written, body=written)
        for place, written in enumerate(dict.fromkeys(word.written for word in words))
    ]
    other = article("b/other", language=language, title="0000", short_answer="0000", body="0000")
    return content_file(folder, library([*pages, other], language=language, synonyms=()))


def _outcome(search: Search, word: Word) -> str:
    hits = search.search(word.typed)
    titles = [hit.article.title for hit in hits]
    if word.written not in titles:
        return NOTHING if not titles else "another page"
    if titles[0] != word.written:
        return LATER
    return FIRST if any(hits[0].snippet[start:end] for start, end in hits[0].marks) else NOT_MARKED


def _key(word: Word) -> Key:
    return word.language, word.written, word.typed


if __name__ == "__main__":
    main()

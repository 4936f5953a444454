"""How many of a thousand damaged copies of the library show altered words without a word about it.

python -m benchmarks.damage [CONTENT.db] [COPIES] [SEED]
"""

import random
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import ArticleId
from pmlapp.content.page_text import page_text
from pmlapp.errors import ContentError, PmlError
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages

BUNDLED = Path(__file__).parent.parent / "content.db"
COPIES = 1_000
SEED = 20_261_130
QUERIES = ("seizure", "what causes PML", "tysabri", "is it contagious", "how long do people live")

Shown = dict[str, str]
"""What a reader sees, by page, list or query."""


def main() -> None:
    """Damage copies and say what became of them."""
    library = Path(sys.argv[1]) if len(sys.argv) > 1 else BUNDLED
    copies = int(sys.argv[2]) if len(sys.argv) > 2 else COPIES
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else SEED
    chance = random.Random(seed)
    whole = library.read_bytes()
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "content.db"
        copy.write_bytes(whole)
        sound = shown(copy)
        counts: Counter[str] = Counter()
        for _ in range(copies):
            copy.write_bytes(whole)
            counts[outcome(copy, damaged(whole, chance), sound)] += 1
    for name, count in counts.most_common():
        print(f"{count:6,}  {name}")
    print(f"{counts['altered words shown, nothing said anywhere']:6,}  silent alterations of {copies:,}; seed {seed}")


def damaged(whole: bytes, chance: random.Random) -> bytes:
    """The file with one to eight bytes changed, or a stretch of it as another one, as failing disks do."""
    data = bytearray(whole)
    match chance.randrange(4):
        case 0:
            data[chance.randrange(100, len(data))] ^= 1 << chance.randrange(8)
        case 1:
            for _ in range(chance.randint(2, 8)):
                data[chance.randrange(100, len(data))] = chance.randrange(256)
        case 2:
            place = chance.randrange(100, len(data) - 512)
            data[place : place + 512] = bytes(512)
        case _:
            # A digit or a letter of a text: what a reader would not notice.
            place = chance.randrange(100, len(data))
            while not 0x30 <= data[place] <= 0x7A:
                place = (place + 1) % len(data)
            data[place] ^= 1
    return bytes(data)


def outcome(copy: Path, data: bytes, sound: Shown) -> str:
    """What became of one damaged copy."""
    if data == copy.read_bytes():
        return "left as it was by chance"
    copy.write_bytes(data)
    try:
        found = shown(copy)
    except ContentError:
        return "refused at the start"
    altered = [name for name, text in found.items() if text and not _is_sound(name, text, sound)]
    with closing(ContentStore.open(copy)) as store:
        try:
            store.verify()
            told = False
        except ContentError:
            told = True
    if altered:
        kind = "altered words shown, " + ("the check of the whole file says so" if told else "nothing said anywhere")
        return f"{kind}" if not told else f"{kind} (not on that page)"
    if any(not text for text in found.values()):
        return "a damaged part is not shown, the rest is"
    return "nothing shown differs; " + ("the check of the whole file says so" if told else "unnoticed")


def shown(path: Path) -> Shown:
    """Everything that a reader can see; "" for what is not shown.

    Raises:
        ContentError: the library cannot be opened.
    """
    with closing(ContentStore.open(path)) as store:
        words = PageWords()
        pages = Pages(store, words, emergency_number=None, keys=(), today=lambda newest: newest)
        listed = [each for shelf in pages.catalog.outline for each in shelf.articles]
        ids = [each.id for each in listed]
        found = {f"list {each.id}": "" if each.title == words.damaged else each.title for each in listed}
        for id_ in ids:
            found[id_] = _text(pages, id_)
        for page in ("words", "about"):
            found[page] = _text(pages, page)
        for query in QUERIES:
            try:
                for hit in pages.search(query):
                    text = f"{hit.article.title} {hit.snippet} {hit.question}"
                    found[f"{query}: {hit.article.id}"] = "" if hit.damaged else text
            except PmlError:
                pass
        return found


def _is_sound(name: str, text: str, sound: Shown) -> bool:
    """Whether it is as in the sound copy; of a page that a damaged index finds for other words, its title is."""
    if name in sound:
        return text == sound[name]
    return text.startswith(sound.get(f"list {name.partition(': ')[2]}", "\0"))


def _text(pages: Pages, page: str) -> str:
    try:
        return page_text(pages.page(ArticleId(page))[0], closed="closed")
    except PmlError:
        return ""


if __name__ == "__main__":
    main()

"""A library of format 3, as the program made it before, is read as any other."""

import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest

from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import ArticleId, SignOffKind, TermKey
from pmlapp.errors import UnreadableContentError
from pmlapp.library.search.search import Search
from tests.builders import GLOSSARY, article, content_file, rich_article

OLD = Path(__file__).parent / "fixtures" / "format-3.db"
"""Built by the program of commit 02f1578 from values like those of tests/builders.py."""


@pytest.fixture
def store():
    with closing(ContentStore.open(OLD)) as store:
        yield store


def test_its_pages_are_those_that_were_written(store: ContentStore) -> None:
    page = store.article(ArticleId("causes/what-causes-pml"))
    wanted = rich_article()
    for name in ("title", "short_answer", "body", "names", "also_asked", "codes", "related", "sources"):
        assert getattr(page, name) == getattr(wanted, name)
    assert [sign_off.kind for sign_off in page.sign_offs] == [SignOffKind.EDITORIAL, SignOffKind.CLINICAL]
    assert page.text_sha256 == page.sign_offs[0].text_sha256
    assert (page.key_points, page.teach_back, page.consent) == ((), (), None)


def test_its_blocks_and_its_withdrawals_are_there(store: ContentStore) -> None:
    _, blocks = store.page(ArticleId("causes/what-causes-pml"))
    assert '"Heading"' in blocks
    gone = store.article(ArticleId("causes/kidneys")).withdrawal
    assert gone is not None
    assert gone.reason == "The study was taken back."


def test_its_lists_words_and_pictures_are_there(store: ContentStore) -> None:
    assert [each.id for each in store.summaries()] == ["causes/what-causes-pml", "diet/food", "causes/kidneys"]
    assert store.term(TermKey("myelin")) == GLOSSARY[0]
    assert store.media("nerve.svg") is None
    assert store.counts().articles == 3
    library = store.library()
    assert (library.title, library.id, library.edition, library.folding) == ("PML Answers", "", "", 0)


def test_it_is_searched_and_misspelt_words_are_understood(store: ContentStore) -> None:
    search = Search(store)
    assert search.find("what causes PML").hits[0].article.id == "causes/what-causes-pml"
    assert search.find("multifocl").searched == "multifocal"


def test_it_is_verified_by_its_own_digest(store: ContentStore, tmp_path: Path) -> None:
    store.verify()
    changed = tmp_path / "changed.db"
    changed.write_bytes(OLD.read_bytes().replace(b"The coat of a nerve", b"The coat of a verve"))
    with closing(ContentStore.open(changed)) as other, pytest.raises(UnreadableContentError):
        other.verify()


def test_a_file_of_format_3_with_another_table_is_refused(tmp_path: Path) -> None:
    changed = tmp_path / "changed.db"
    changed.write_bytes(OLD.read_bytes())
    with closing(sqlite3.connect(changed)) as connection:
        connection.execute("create view page_texts as select 1 as article, 'no' as body, '' as blocks")
    with pytest.raises(UnreadableContentError):
        ContentStore.open(changed)


def test_a_reader_of_format_3_meets_a_number_that_it_refuses_as_newer(tmp_path: Path) -> None:
    # What such a reader looks at: https://sqlite.org/fileformat.html#user_version, and refuses above 3.
    header = content_file(tmp_path, None).read_bytes()[:100]
    assert struct.unpack_from(">I", header, 60) == (4,)
    assert article().title in "What causes PML?"

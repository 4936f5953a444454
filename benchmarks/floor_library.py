"""The library as the floor reads it: a plain SQLite file made from the Markdown sources."""

import sqlite3
from contextlib import closing
from pathlib import Path

SOURCES = Path(__file__).parent.parent / "resources" / "content" / "en"


def make(path: Path) -> list[str]:
    """Write the file and return the ids of its articles, in order."""
    # Shared blocks are parts of pages and have no front matter of their own.
    articles = sorted(_article(source) for source in SOURCES.glob("*/*.md") if source.parent.name != "blocks")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("create table article (id text primary key, title text collate nocase, body text)")
        database.execute("create virtual table article_fts using fts5(id unindexed, title, body)")
        database.execute("create index article_title on article (title collate nocase)")
        for table in ("article", "article_fts"):
            database.executemany(f"insert into {table} values (?, ?, ?)", articles)
    return [article for article, _, _ in articles]


def _article(source: Path) -> tuple[str, str, str]:
    _, front, body = source.read_text(encoding="utf-8").split("---\n", 2)
    title = next(line.removeprefix("title:") for line in front.splitlines() if line.startswith("title:"))
    return f"{source.parent.name}/{source.stem}", title.strip().strip("'\""), body

"""A made-up library written as the folder of Markdown and TOML that authors would have: to build and check at any size.

python -m benchmarks.markdown_folder 5486 FOLDER
"""

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks import made_up
from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.content.model import Article


def write(library: LibrarySources, folder: Path) -> Path:
    """Write ``library`` below ``folder``, as ``content/en`` in it, which is returned."""
    root = folder / "content" / library.language
    root.mkdir(parents=True)
    said = {"title": library.title, "subject": library.subject, "publisher": library.publisher}
    texts = {
        "library.toml": _table("", {**said, "licence": library.licence}),
        "topics.toml": _tables(
            "topic",
            (
                {"id": topic.id, "title": topic.title, "description": topic.description, "icon": topic.icon}
                for topic in library.topics
            ),
        ),
        "sources.toml": "".join(
            _table(
                source.key,
                {
                    "title": source.title,
                    "publisher": source.publisher,
                    "published": source.published,
                    "url": source.url,
                    "licence": source.licence,
                },
            )
            for source in library.sources
        ),
        "glossary.toml": "".join(
            _table(term.key, {"word": term.word, "meaning": term.meaning}) for term in library.glossary
        ),
        "synonyms.toml": _tables(
            "synonym", ({"words": [*each.words], "means": each.means} for each in library.synonyms)
        ),
    }
    for name, text in texts.items():
        (root / name).write_text(text, encoding="utf-8")
    for article in library.articles:
        path = root / f"{article.id}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(_page(article), encoding="utf-8")
    return root


def _page(article: Article) -> str:
    values = {
        "id": article.id,
        "title": article.title,
        "kind": article.kind,
        "question_type": article.question_type,
        "short_answer": article.short_answer,
        "names": list(article.names),
        "related": [{"to": each.to, "why": each.reason} for each in article.related],
        "provenance": article.provenance,
        "evidence_checked": article.evidence_checked and article.evidence_checked.isoformat(),
        "licence": article.licence,
    }
    # A JSON value is a YAML value.
    front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items() if value)
    return f"---\n{front}---\n{article.body.strip()}\n"


def _table(name: str, values: dict[str, object]) -> str:
    head = f"[{name}]\n" if name else ""
    lines = "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
    return f"{head}{lines}\n"


def _tables(name: str, rows: Iterable[dict[str, object]]) -> str:
    return "".join(f"[[{name}]]\n{_table('', row)}" for row in rows)


def main(argv: Sequence[str]) -> int:
    size, folder = argv
    print(write(made_up.library(int(size)), Path(folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

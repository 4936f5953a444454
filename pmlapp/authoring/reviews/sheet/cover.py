"""The page on top of a pile of review sheets: how to begin, and which sheets there are."""

from collections.abc import Sequence
from html import escape
from typing import Final

from pmlapp.content.model import Article, QuestionType

# No script runs and nothing is loaded.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE: Final = """
body { font: 1.1rem/1.5 sans-serif; color: #1e2a30; background: #fff;
  max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; } tr { break-inside: avoid; }
th, td { border: 1px solid #7b7466; padding: .3rem .5rem; text-align: start; vertical-align: top; }
"""
_FIRST: Final = (QuestionType.URGENT_HELP, QuestionType.SYMPTOMS, QuestionType.RISK, QuestionType.TREATMENT)
"""Kinds of question whose pages can do most harm if they are wrong, in this order."""
_STEPS: Final = (
    "No clinician has signed these pages unless a sheet names one. Until then, do not rely on them for care.",
    "Share the sheets out. Each page needs one person who works with its subject. The sheets below are in the order "
    "in which a mistake could do most harm.",
    "Read the page as a patient reads it. Tick right or needs change under each part.",
    "Look up the sources beside each number. Tick says so only if you have seen it there.",
    "If anything needs change, give the sheet back to the editor, who changes the page and prints a new sheet.",
    "If all is right, write your name, role, credentials and interests at the end, and when to look again. The editor "
    "enters it with the command that the sheet names.",
    "Give the editor anything that is missing, above all what a patient here should do at night and whom to phone.",
)


def cover_page(articles: Sequence[tuple[Article, str]], *, library: str) -> str:
    """One HTML page that needs nothing beside it.

    Args:
        articles: each with the name of the file of its sheet.
        library: its title.
    """
    order: dict[str, int] = {kind: place for place, kind in enumerate(_FIRST)}
    ranked = sorted(articles, key=lambda each: (order.get(each[0].question_type, len(order)), each[0].id))
    steps = "".join(f"<li>{escape(step)}</li>" for step in _STEPS)
    rows = "".join(
        f"<tr><td>{escape(article.title)}</td><td>{escape(article.id)}</td><td>{escape(name)}</td><td></td><td></td></tr>"
        for article, name in ranked
    )
    head = "".join(
        f'<th scope="col">{name}</th>' for name in ("Page", "Its name", "Sheet", "Who reads it", "Given back on")
    )
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">'
        f"<title>Review of {escape(library)}: how to begin</title><style>{_STYLE}</style></head><body>"
        f"<h1>Review of {escape(library)}: how to begin</h1><ol>{steps}</ol>"
        f"<h2>The {len(ranked)} sheets</h2><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        f"</body></html>\n"
    )

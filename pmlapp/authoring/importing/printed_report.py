"""What an import did and could not do, as text, Markdown or JSON."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pmlapp.authoring.importing.imported import ImportedPage, Unread
from pmlapp.authoring.importing.into_library import Written, summary
from pmlapp.authoring.importing.not_carried import HEADLINES, Kind, Note


def report_lines(pages: Sequence[ImportedPage], unread: Sequence[Unread], written: Sequence[Written]) -> Iterator[str]:
    """The report for people: by kind what could not be carried over, each case with its page and its place."""
    page_of = {each.origin: each.page for each in written}
    by_kind: defaultdict[Kind, list[tuple[str, Note]]] = defaultdict(list)
    for page in pages:
        for note in page.notes:
            by_kind[note.kind].append((page_of.get(page.origin, page.origin), note))
    for kind in Kind:
        if found := by_kind[kind]:
            yield f"## {HEADLINES[kind][0].upper()}{HEADLINES[kind][1:]} ({len(found)})\n"
            yield from (f"- {page}, {note.place}: {note.message}" for page, note in found)
            yield ""
    if unread:
        yield f"## Not brought in ({len(unread)})\n"
        yield from (f"- {each.origin}: {each.reason}" for each in unread)
        yield ""
    yield f"## Pages ({len(written)})\n"
    yield from (f"- {each.page}, from {each.origin}: {each.fate}" for each in written)


def report_json(pages: Sequence[ImportedPage], unread: Sequence[Unread], written: Sequence[Written]) -> str:
    """The same for a script."""
    page_of = {each.origin: each.page for each in written}
    return json.dumps(
        {
            "pages": [{"origin": each.origin, "page": each.page, "fate": each.fate.name.lower()} for each in written],
            "not_carried": [
                {
                    "page": page_of.get(page.origin, ""),
                    "origin": page.origin,
                    "kind": note.kind.name.lower(),
                    "place": note.place,
                    "message": note.message,
                }
                for page in pages
                for note in page.notes
            ],
            "not_brought_in": [each._asdict() for each in unread],
        },
        ensure_ascii=False,
        indent=2,
    )


def counts(pages: Sequence[ImportedPage], unread: Sequence[Unread], written: Sequence[Written]) -> str:
    """One line that says how it went."""
    noted = sum(len(page.notes) for page in pages)
    fates = ", ".join(summary(written)) or "no page"
    return f"{fates}; {noted} things to look at, {len(unread)} texts not brought in"

"""Stories in a search: behind what is known of many, and called what they are."""

from pathlib import Path

from pmlapp.authoring.building.build import build
from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import ArticleKind, Consent, ConsentKind, SourceKey
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from tests.builders import FIRST, article, library, on_that_day

PUBLISHED = Consent(kind=ConsentKind.PUBLISHED, given_on=None, held_by="", source=SourceKey("S1"))


def test_a_story_is_found_last_and_its_line_says_what_it_is(tmp_path: Path) -> None:
    told = article(
        "causes/a-story",
        title="Kidney kidney kidney",
        short_answer="A published case about a kidney.",
        kind=ArticleKind.STORY,
        consent=PUBLISHED,
        sources=(FIRST,),
    )
    known = article("causes/known", title="What does the virus do?", body="## How\n\nIt rests in the kidney.[^S1]\n")
    build(library((told, known)), tmp_path / "library.db")
    with ContentStore.open(tmp_path / "library.db") as store:
        pages = Pages(store, PageWords(), emergency_number=None, keys=(), today=on_that_day)
        hits = pages.search("kidney")
        assert [hit.article.id for hit in hits] == ["causes/known", "causes/a-story"]
        lines = [pages.hit_line(hit) for hit in hits]
        assert lines[0].words.startswith("not reviewed · ")
        assert lines[1].words.startswith("One person’s experience, not medical evidence · ")
        assert lines[1].icon == "people"

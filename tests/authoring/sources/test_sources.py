"""A folder of sources, and the library or the list of mistakes that comes of it."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from pmlapp.authoring.sources.sources import LibrarySources, examine_sources, read_sources
from pmlapp.content.model import ArticleKind, Code, Provenance, QuestionType
from pmlapp.errors import SourcesRefusedError
from tests.hardship import not_allowed_to_enter

ARTICLE = """---
id: {id}
title: {title}
kind: question
question_type: {question_type}
short_answer: >-
  In a few
  words.
also_asked: [why, "how: so"]
names:
  - PML
codes:
  - {{system: ICD-10, value: A81.2}}
related:
{related}
provenance: adapted
evidence_checked: 2026-11-21
licence: CC-BY-4.0
---

{body}
"""

PLACES = {
    "about/short": "overview",
    "causes/what": "causes",
    "causes/risk": "risk",
    "causes/virus": "overview",
    "about/codes": "codes",
}

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0" fill="var(--accent, #123456)"/></svg>'


def article(place: str, body: str = "Text.", **changes: str) -> str:
    related = "\n".join(f"  - {{to: {other}, why: the reason}}" for other in PLACES if other != place)
    values = {
        "id": place,
        "title": f"About {place}?",
        "question_type": PLACES.get(place, "people"),
        "related": related,
        "body": body,
    }
    return ARTICLE.format(**(values | changes))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small library without mistakes."""
    root = tmp_path / "resources" / "content" / "en"
    files = {
        "library.toml": 'title = "PML Answers"\nsubject = "PML"\npublisher = "us"\nlicence = "CC-BY-4.0"\n',
        "topics.toml": "".join(
            f'[[topic]]\nid = "{name}"\ntitle = "{name}"\ndescription = "It."\nicon = "topics"\n\n'
            for name in ("causes", "about")
        ),
        "sources.toml": "".join(
            f'# A source\n[{key}]\ntitle = "T {key}"\npublisher = "P"\npublished = "2021"\n'
            f'url = "https://a.org/{key}"\nlicence = "L"\n\n'
            for key in ("S1", "S2b", "S3")
        ),
        "glossary.toml": '[myelin]\nword = "myelin"\nmeaning = "A coat."\nalso = ["myelin sheath"]\n',
        "synonyms.toml": '[[synonym]]\nwords = ["JCV", "JC"]\nmeans = "JC virus"\n',
        "media/nerve.svg": SVG,
    }
    files |= {f"{place}.md": article(place) for place in PLACES}
    files["causes/what.md"] = article(
        "causes/what",
        "## Why\n\nText.[^S2b][^S1] The [coat](glossary:myelin), [more](article:causes/risk).[^S2b]\n\n"
        "![A nerve](media:nerve.svg)",
    )
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def mistakes(folder: Path) -> list[str]:
    with pytest.raises(SourcesRefusedError) as refusal:
        read_sources(folder)
    return [mistake.removeprefix("resources/content/en/") for mistake in refusal.value.mistakes]


def change(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def library(folder: Path) -> LibrarySources:
    return read_sources(folder)


def test_the_library_says_of_itself_what_its_file_says(library: LibrarySources) -> None:
    assert (library.title, library.subject, library.publisher, library.licence, library.language) == (
        "PML Answers",
        "PML",
        "us",
        "CC-BY-4.0",
        "en",
    )


def test_articles_stand_by_topic_then_question_type_then_id(library: LibrarySources) -> None:
    assert [topic.id for topic in library.topics] == ["causes", "about"]
    assert [page.id for page in library.articles] == [
        "causes/virus",
        "causes/what",
        "causes/risk",
        "about/short",
        "about/codes",
    ]


def test_an_article_carries_its_front_matter_and_its_text(library: LibrarySources) -> None:
    page = library.articles[1]
    assert (page.title, page.topic, page.language) == ("About causes/what?", "causes", "en")
    assert (page.kind, page.question_type, page.provenance) == (
        ArticleKind.QUESTION,
        QuestionType.CAUSES,
        Provenance.ADAPTED,
    )
    assert page.short_answer == "In a few words."
    assert (page.also_asked, page.names) == (("why", "how: so"), ("PML",))
    assert page.codes == (Code(system="ICD-10", value="A81.2"),)
    assert page.evidence_checked == date(2026, 11, 21)
    assert page.body.startswith("## Why")
    assert page.body.endswith("nerve.svg)\n")


def test_sources_stand_in_the_order_of_their_first_citation(library: LibrarySources) -> None:
    assert [source.key for source in library.articles[1].sources] == ["S2b", "S1"]
    assert [source.key for source in library.sources] == ["S1", "S2b", "S3"]


def test_related_pages_carry_their_titles(library: LibrarySources) -> None:
    related = library.articles[1].related
    assert (related[0].to, related[0].title, related[0].reason) == ("about/short", "About about/short?", "the reason")


def test_words_synonyms_and_pictures_come_along(library: LibrarySources) -> None:
    assert library.glossary[0].also == ("myelin sheath",)
    assert (library.synonyms[0].words, library.synonyms[0].means) == (("JCV", "JC"), "JC virus")
    (nerve,) = library.media
    assert (nerve.name, nerve.media_type, nerve.data) == ("nerve.svg", "image/svg+xml", SVG.encode())


def test_progress_counts_every_article(folder: Path) -> None:
    seen: list[tuple[int, int]] = []
    read_sources(folder, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]


def test_a_word_list_and_synonyms_may_be_missing_where_nothing_needs_them(folder: Path) -> None:
    change(folder, "causes/what.md", "(glossary:myelin)", "(article:causes/virus)")
    (folder / "glossary.toml").unlink()
    (folder / "synonyms.toml").unlink()
    library = read_sources(folder)
    assert (library.glossary, library.synonyms) == ((), ())


def test_text_from_windows_with_a_byte_order_mark_is_read(folder: Path) -> None:
    path = folder / "causes" / "risk.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_sources(folder).articles[2].body == "Text.\n"


def test_letters_are_composed(folder: Path) -> None:
    change(folder, "causes/risk.md", "\nText.", "\nCafe\u0301.")
    assert read_sources(folder).articles[2].body == "Caf\u00e9.\n"


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ("id: causes/what", "id: causes/that", "2: the id is “causes/that” but the file's place says “causes/what”"),
        ("kind: question", "kind: poem", "4: “kind” is “poem”; allowed are: question, article, story"),
        ("kind: question", "kinds: question", None),
        ("kind: question", "kind:", "4: “kind” must be text, not empty"),
        ("kind: question", "kind: [question]", "4: “kind” must be text, not a list"),
        ("title: About", "title: " + "x" * 60 + " ", "3: the title has 73 characters; at most 65 fit"),
        ("words.", "words." + " w" * 60, "6: the short answer has 64 words; at most 60 are allowed"),
        (
            "words.",
            "**words**",
            "6: the short answer is plain text: no citations, stars or HTML, and links to the glossary only",
        ),
        ("2026-11-21", "21.11.2026", "20: “evidence_checked” must be a date written as YYYY-MM-DD, not “21.11.2026”"),
        ("2026-11-21", "2026-02-30", "20: “evidence_checked” must be a date written as YYYY-MM-DD, not “2026-02-30”"),
        ("also_asked: [why,", "also_asked: why #", "9: “also_asked” must be a list of texts, not “why”"),
        (
            "also_asked: [why,",
            "also_asked: ['',",
            "9: “also_asked” must be a list of texts; one of them is empty or no text",
        ),
        (
            "also_asked: [why,",
            "also_asked: [HIV: the virus,",
            "9: “also_asked” must be a list of texts; put “HIV: the virus” on line 9 in quotes, "
            "since it has a colon and a space in it",
        ),
        (
            "provenance: adapted",
            "provenance: @adapted",
            "19: the front matter cannot be read: a text that starts with a sign such as @, %, ` or a tab needs quotes",
        ),
        ("value: A81.2", "values: A81.2", "13: unknown key “values” in a code; allowed are: system, value"),
        ("to: about/short", "to: about/long", "15: there is no article “about/long”"),
        ("to: about/short", "to: causes/what", "15: an article cannot be related to itself"),
        ("to: about/short", "to: causes/risk", "16: “causes/risk” is listed twice under “related”"),
        (
            "provenance: adapted",
            "provenance: copied",
            "19: “provenance” is “copied”; allowed are: adapted, clinician-written, lived-experience, machine-drafted",
        ),
        (
            "provenance: adapted",
            "provenance: &a adapted",
            "19: anchors (&name) and aliases (*name) are not used; write the value out, or put it in quotes",
        ),
        (
            "provenance: adapted",
            "provenance: !!python/name:os.system adapted",
            "19: tags (!name) are not used; put a text that starts with ! in quotes",
        ),
        (
            "provenance: adapted",
            "provenance: adapted\nkind: story",
            "20: the key “kind” is listed twice (first on line 4)",
        ),
        (
            "licence: CC-BY-4.0",
            "licence: a: b",
            "21: the front matter cannot be read: a text with a colon and a space in it needs quotes",
        ),
        ("[^S1]", "[^S9]", "26: sources.toml has no source “S9”"),
        ("glossary:myelin", "glossary:axon", "26: glossary.toml has no word “axon”"),
        ("article:causes/risk", "article:causes/none", "26: there is no article “causes/none”"),
        ("## Why", "# Why", "24: headings have two to four #; the title is in the front matter"),
        (
            "---\n",
            "--\n",
            "1: the file must begin with front matter: a line ---, keys and values, and a line --- again",
        ),
    ],
)
def test_a_mistake_in_an_article_is_named_with_its_line(folder: Path, old: str, new: str, mistake: str | None) -> None:
    change(folder, "causes/what.md", old, new)
    found = mistakes(folder)
    if mistake is None:
        allowed = (
            "id, title, kind, question_type, short_answer, also_asked, names, codes, related, provenance, "
            "evidence_checked, licence, "
            "sources, urgent_help, example, key_points, questions_to_ask, teach_back, consent, "
            "authors, funding, interests, feedback, ai_assistance, review_cycle_months"
        )
        assert found == [
            "causes/what.md:2: the front matter lacks the key “kind”",
            f"causes/what.md:4: unknown key “kinds” in the front matter; allowed are: {allowed}",
        ]
    else:
        assert f"causes/what.md:{mistake}" in found


@pytest.mark.parametrize("count", [0, 2, 7])
def test_an_article_is_related_to_three_to_six_others(folder: Path, count: int) -> None:
    lines = "\n".join(f"  - {{to: about/short, why: reason {number}}}" for number in range(count))
    related = f"related:\n{lines}" if count else "related: []"
    text = (
        article("causes/what", related="")
        .replace("related:\n", f"{related}\n")
        .replace("Text.", "![a](media:nerve.svg)")
    )
    (folder / "causes" / "what.md").write_text(text, encoding="utf-8")
    assert f"causes/what.md:14: “related” names {count} pages; it must name 3 to 6" in mistakes(folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "mistake"),
    [
        ("library.toml", "subject", "subjects", "library.toml:1: library.toml lacks the key “subject”"),
        (
            "library.toml",
            '"PML"',
            "2",
            "library.toml:2: “subject” must be text, not the bare value 2; put it in quotes",
        ),
        (
            "library.toml",
            '"PML"',
            "PML",
            "library.toml:2: the file cannot be read: a value is neither a number nor in quotes; put texts in quotes",
        ),
        ("topics.toml", 'icon = "topics"\n', "", "topics.toml:1: a [[topic]] lacks the key “icon”"),
        (
            "topics.toml",
            'id = "about"',
            'id = "causes"',
            "topics.toml:8: the topic “causes” is listed twice (first on line 2)",
        ),
        (
            "topics.toml",
            'id = "about"',
            'id = "About"',
            "topics.toml:8: the id “About” may hold a-z, 0-9 and single hyphens only",
        ),
        (
            "topics.toml",
            "[[topic]]",
            "[[shelf]]",
            "topics.toml:1: unknown key “shelf” in topics.toml; allowed are: topic",
        ),
        (
            "sources.toml",
            "[S2b]",
            '["S 2b"]',
            "sources.toml:10: the key “S 2b” may hold letters a-z, digits, - and _ only",
        ),
        (
            "sources.toml",
            'url = "https://a.org/S2b"',
            'url = "www.a.org"',
            "sources.toml:14: “url” must be an address that starts with https://, not “www.a.org”",
        ),
        (
            "sources.toml",
            'url = "https://a.org/S2b"',
            'link = "https://a.org"',
            "sources.toml:14: unknown key “link” in [S2b]; "
            "allowed are: title, publisher, published, url, doi, pmid, address, note, licence",
        ),
        (
            "sources.toml",
            'url = "https://a.org/S2b"',
            'doi = "https://doi.org/10.1093/brain/awac237"',
            "sources.toml:14: the “doi” must be a DOI such as 10.1093/brain/awac237, "
            "not “https://doi.org/10.1093/brain/awac237”",
        ),
        (
            "sources.toml",
            'url = "https://a.org/S2b"',
            'pmid = "PMC264066"',
            "sources.toml:14: the “pmid” must be a number of PubMed such as 35779271, not “PMC264066”",
        ),
        (
            "sources.toml",
            'url = "https://a.org/S2b"',
            'address = "unknown"',
            "sources.toml:14: the “address” can only be “not known”; an address belongs under “url”",
        ),
        (
            "sources.toml",
            'url = "https://a.org/S2b"',
            'url = "https://a.org/S2b"\naddress = "not known"',
            "sources.toml:15: the “address” says “not known”, but there is one; take one of them out",
        ),
        (
            "sources.toml",
            'url = "https://a.org/S2b"\n',
            "",
            "sources.toml:10: [S2b] lacks “url”, “doi” or “pmid”; if none is known, write address = “not known”",
        ),
        (
            "sources.toml",
            "[S3]",
            "[S1]",
            "sources.toml:18: the file cannot be read: this key or table is there already",
        ),
        (
            "glossary.toml",
            "[myelin]",
            "myelin = 3\n[axon]",
            "glossary.toml:1: [myelin] must be keys with values, not the bare value 3; put it in quotes",
        ),
        (
            "glossary.toml",
            "A coat",
            "A\u200b coat",
            "glossary.toml:3: the character U+200B cannot be seen or can hide text; take it out",
        ),
        ("synonyms.toml", '["JCV", "JC"]', '"JCV"', "synonyms.toml:2: “words” must be a list of texts, not “JCV”"),
    ],
)
def test_a_mistake_beside_the_articles_is_named_with_its_line(
    folder: Path, name: str, old: str, new: str, mistake: str
) -> None:
    change(folder, name, old, new)
    assert mistake in mistakes(folder)


def test_all_mistakes_of_all_files_are_told_in_order(folder: Path) -> None:
    change(folder, "causes/what.md", "kind: question", "kind: poem")
    change(folder, "causes/what.md", "## Why", "<b>\n\n# Why")
    change(folder, "about/codes.md", "licence: CC-BY-4.0\n", "")
    change(folder, "sources.toml", "[S1]", "[S7]")
    assert [mistake.split(": ")[0] for mistake in mistakes(folder)] == [
        "about/codes.md:2",
        "causes/what.md:4",
        "causes/what.md:24",
        "causes/what.md:26",
        "causes/what.md:28",
    ]


def test_a_broken_file_is_not_held_against_the_articles(folder: Path) -> None:
    change(folder, "sources.toml", "[S1]", "[S1")
    assert [mistake.split(": ")[0] for mistake in mistakes(folder)] == ["sources.toml:2"]


def test_a_file_that_is_not_utf8_is_named(folder: Path) -> None:
    path = folder / "causes" / "risk.md"
    path.write_bytes(path.read_bytes().replace(b"Text.", b"Caf\xe9"))
    assert mistakes(folder) == ["causes/risk.md:24: the file is not UTF-8; save it with the encoding UTF-8"]


def add_file(name: str) -> Callable[[Path], None]:
    def add(folder: Path) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")

    return add


@pytest.mark.parametrize(
    ("spoil", "mistake"),
    [
        (
            add_file("glosary.toml"),
            "glosary.toml:1: this file does not belong here; allowed: library.toml, topics.toml",
        ),
        (add_file("other/x.md"), "other:1: no topic of topics.toml has this folder's name"),
        (
            add_file("causes/What Now.md"),
            "causes/What Now.md:1: an article's file is named in a-z, 0-9 and single hyphens",
        ),
        (add_file("causes/notes.txt"), "causes/notes.txt:1: an article's file is named in a-z, 0-9 and single hyphens"),
        (add_file("media/Nerve.svg"), "media/Nerve.svg:1: a picture's name holds a-z, 0-9 and single hyphens"),
        (
            lambda folder: (folder / "library.toml").unlink(),
            "library.toml:1: the file is missing; it holds: title, subject",
        ),
        (lambda folder: (folder / "topics.toml").unlink(), "topics.toml:1: the file is missing"),
        (
            lambda folder: (folder / "media/nerve.svg").unlink(),
            "causes/what.md:28: the folder media has no picture “nerve.svg”",
        ),
        (
            lambda folder: (folder / "causes/risk.md").write_text("---\n---\n"),
            "causes/risk.md:2: the front matter is empty",
        ),
        (lambda folder: (folder / "causes/risk.md").write_text("---\n" + "[" * 9000 + "\n---\n"), "causes/risk.md:"),
        (
            lambda folder: (folder / "causes/risk.md").write_text("---\na: [[[[[1]]]]]\n---\n"),
            "causes/risk.md:2: the front matter is nested too deeply",
        ),
        (
            lambda folder: (folder / "causes/risk.md").write_text("---\n" + "a: b\n" * 5000 + "---\n"),
            "causes/risk.md:2: the front matter is longer than 20,000",
        ),
    ],
)
def test_what_has_no_place_or_is_missing_is_named(folder: Path, spoil: Callable[[Path], None], mistake: str) -> None:
    spoil(folder)
    assert any(found.startswith(mistake) for found in mistakes(folder)), mistakes(folder)


def test_hidden_files_are_passed_over(folder: Path) -> None:
    add_file(".notes")(folder)
    assert len(read_sources(folder).articles) == 5


def test_a_topic_whose_icon_is_not_there_is_named_with_the_nearest(folder: Path) -> None:
    """Wherever the library is: this one has no icons of the program beside it."""
    change(folder, "topics.toml", 'icon = "topics"', 'icon = "topic-cause"')
    (found,) = mistakes(folder)
    assert found.startswith("topics.toml:5: there is no icon “topic-cause”; the nearest are “topic-causes”, ")


ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="currentColor" d="M0 0h9v9z"/></svg>'


def test_a_library_may_bring_its_own_icon(folder: Path) -> None:
    change(folder, "topics.toml", 'icon = "topics"', 'icon = "brain"')
    (folder / "icons").mkdir()
    (folder / "icons" / "brain.svg").write_text(ICON)
    library = read_sources(folder)
    assert library.topics[0].icon == "brain"
    (icon,) = [media for media in library.media if media.name == "icons/brain.svg"]
    assert (icon.media_type, icon.data) == ("image/svg+xml", ICON.encode())


@pytest.mark.parametrize(
    ("name", "text", "mistake"),
    [
        ("heart.svg", ICON, "no topic shows this icon; name it in topics.toml or take it out"),
        ("info.svg", ICON, "the program has an icon “info” already; give this one another name"),
        ("brain.png", ICON, "an icon's name holds a-z, 0-9 and single hyphens, and ends in .svg"),
        ("Brain.svg", ICON, "an icon's name holds a-z, 0-9 and single hyphens, and ends in .svg"),
        ("brain.svg", ICON.replace("currentColor", "#123456"), "an icon is drawn in the colour of the theme"),
        ("brain.svg", ICON.replace("<path", "<script/><path"), "an SVG picture may not hold <script>"),
        ("brain.svg", "no picture", "the name ends in .svg but this is no PNG, JPEG or SVG picture"),
    ],
)
def test_an_own_icon_is_looked_into(folder: Path, name: str, text: str, mistake: str) -> None:
    change(folder, "topics.toml", 'icon = "topics"', 'icon = "brain"')
    (folder / "icons").mkdir()
    (folder / "icons" / name).write_text(text)
    assert any(each.startswith(f"icons/{name}:1: {mistake}") for each in mistakes(folder)), mistakes(folder)


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(SourcesRefusedError) as refusal:
        read_sources(tmp_path / "en")
    assert refusal.value.mistakes == ("en:1: there is no such folder; name the folder of one language",)


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.svg", SVG.replace("<path", "<script>x</script><path").encode(), "an SVG picture may not hold <script>"),
        (
            "a.svg",
            SVG.replace("<path", "<path onload='x'").encode(),
            "an SVG picture may not hold the script attribute onload",
        ),
        (
            "a.svg",
            SVG.replace("<path", "<use href='b.svg'/><path").encode(),
            "an SVG picture may not point outside itself: href=“b.svg”",
        ),
        (
            "a.svg",
            SVG.replace("var(--accent, #123456)", "url( 'http://x')").encode(),
            "an SVG picture may not point outside itself",
        ),
        (
            "a.svg",
            SVG.replace("<path", "<style>@import 'x';</style><path").encode(),
            "a style in an SVG picture may not load anything",
        ),
        ("a.svg", SVG.replace("<path", "<image/><path").encode(), "an SVG picture may not hold <image>"),
        ("a.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.encode(), "an SVG picture may not hold a DOCTYPE"),
        ("a.svg", SVG.encode()[:-3], "this SVG cannot be read"),
        ("a.svg", b"<html><svg/></html>", "this is not an SVG: its outermost element is html"),
        ("a.png", SVG.encode(), "the name ends in .png but this is image/svg+xml"),
        ("a.jpg", b"text", "the name ends in .jpg but this is no PNG, JPEG or SVG picture"),
        ("a.png", PNG + (30_000).to_bytes(4) * 2, "the picture is 30000 x 30000 pixels"),
        ("a.png", PNG, "the picture is 0 x 0 pixels"),
        (
            "a.jpg",
            b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x27\x10\x00\x10" + b"x" * 9,
            "the picture is 16 x 10000 pixels",
        ),
        ("a.png", PNG + b"x" * 2_100_000, "the picture has 2,100,016 bytes, more than 2,097,152"),
    ],
)
def test_a_picture_that_is_not_safe_or_not_what_it_says_is_named(
    folder: Path, name: str, data: bytes, problem: str
) -> None:
    (folder / "media" / name).write_bytes(data)
    change(folder, "about/short.md", "\nText.", f"\n![a](media:{name})")
    assert any(found.startswith(f"media/{name}:1: {problem}") for found in mistakes(folder)), mistakes(folder)


def test_a_sound_picture_of_each_kind_is_taken(folder: Path) -> None:
    pictures = {
        "a.png": PNG + (40).to_bytes(4) * 2,
        "b.jpg": b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc2\x00\x0b\x08\x00\x20\x00\x10" + b"x" * 9,
        "c.svg": SVG.replace("<path", "<use href='#a'/><path id='a' stroke='url(#a)'").encode(),
    }
    for name, data in pictures.items():
        (folder / "media" / name).write_bytes(data)
    body = "\n\n".join(f"![a](media:{name})" for name in pictures)
    change(folder, "about/short.md", "\nText.", f"\n{body}")
    assert [picture.name for picture in read_sources(folder).media] == ["a.png", "b.jpg", "c.svg", "nerve.svg"]


def test_a_picture_no_article_shows_is_named(folder: Path) -> None:
    (folder / "media" / "spare.svg").write_text(SVG)
    assert mistakes(folder) == ["media/spare.svg:1: no article shows this picture; use it or take it out"]


# Days that are still to come.

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(("later", "refused"), [(0, False), (1, False), (2, True), (3652, True)])
def test_a_day_later_than_tomorrow_is_refused_with_its_line(folder: Path, later: int, refused: bool) -> None:
    day = TODAY + timedelta(days=later)
    change(folder, "about/short.md", "evidence_checked: 2026-11-21", f"evidence_checked: {day}")
    told = [str(each) for each in examine_sources(folder, today=TODAY).mistakes if "evidence_checked" in each.message]
    line = (folder / "about" / "short.md").read_text(encoding="utf-8").split("\n").index(f"evidence_checked: {day}") + 1
    expected = [f"resources/content/en/about/short.md:{line}: “evidence_checked” is {day}, and today is 2026-11-21"]
    assert [each.partition(": write")[0] for each in told] == (expected if refused else [])


# Folders and files that are not what they seem.


def test_a_folder_that_nobody_may_enter_is_told(folder: Path) -> None:
    with not_allowed_to_enter(folder / "causes"):
        found = [str(mistake) for mistake in examine_sources(folder).mistakes]
    assert "resources/content/en/causes:1: the folder cannot be read: this user is not allowed to" in found


@pytest.mark.parametrize("name", ["about/short.md", "topics.toml", "causes"])
def test_a_link_that_leads_out_of_the_library_is_refused(folder: Path, tmp_path: Path, name: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    (folder / name).rename(elsewhere)
    (folder / name).symlink_to(elsewhere)
    found = [str(mistake) for mistake in examine_sources(folder).mistakes]
    said = "this is a link that leads out of the folder of the library; put a copy in its place"
    assert f"resources/content/en/{name}:1: {said}" in found


def test_a_link_within_the_library_is_followed(folder: Path) -> None:
    (folder / "about" / "short.md").rename(folder.parents[1] / "short.md")
    (folder / "about" / "short.md").symlink_to(folder.parents[1] / "short.md")
    assert read_sources(folder)


def test_a_number_that_no_computer_reads_is_told_with_its_line(folder: Path) -> None:
    text = (folder / "topics.toml").read_text(encoding="utf-8")
    (folder / "topics.toml").write_text(f"{text}\nposition = {'9' * 5_000}\n", encoding="utf-8")
    line = text.count("\n") + 2
    found = [str(mistake) for mistake in examine_sources(folder).mistakes]
    assert f"resources/content/en/topics.toml:{line}: a number is too long; shorten it, or put it in quotes" in found

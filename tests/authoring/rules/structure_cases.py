"""Rules T, badly and well written."""

from tests.authoring.rules.case import Case

SECTION = "\n\n".join(f"Sentence number {number} tells something that no other sentence told." for number in range(40))
LIST = "These help:\n\n"

CASES = (
    Case(
        code="T01",
        bad="The people at most risk include:\n\nThe virus is common.\n",
        at="most risk include",
        good="The people at most risk include:\n\n- people with HIV\n- people after a transplant\n",
    ),
    Case(
        code="T01",
        bad="Common signs are such as\n\n## How it is found\n\nBy a scan.\n",
        at="Common signs",
        good="Common signs are weakness and poor sight.\n\n## How it is found\n\nBy a scan.\n",
    ),
    Case(
        code="T01",
        bad="Text.\n",
        bad_front={"short_answer": '"People at risk include:"'},
        at="short_answer",
        good="Text.\n",
    ),
    Case(
        code="T02",
        bad="The virus rests in the kidneys for many years and does no harm.\n\nMore of it.\n\n"
        "As was said, the virus rests in the kidneys for many years and does no harm.\n",
        at="As was said",
        good="The virus rests in the kidneys for many years and does no harm.\n\n"
        "A weak immune system can let it wake up and reach the brain.\n",
    ),
    Case(
        code="T02",
        bad="The virus wakes up in people whose immune system is weak.\n",
        bad_front={"short_answer": "The virus wakes up in people whose immune system is weak."},
        at="The virus wakes up in people whose immune system is weak.",
        good="The virus wakes up in people whose immune system is weak.\n",
        good_front={"short_answer": "When the defences of the body are low, the virus can wake up."},
    ),
    Case(
        code="T03",
        bad="The virus damages the brain. What wakes it up? A weak immune system does.\n",
        at="What wakes it up?",
        good="The virus damages the brain.\n\n## What wakes it up?\n\nA weak immune system does.\n",
    ),
    Case(
        code="T03",
        bad="Text.\n",
        bad_front={"short_answer": '"A virus damages the brain. What wakes it up? A weak immune"'},
        at="short_answer",
        good="Ask your team: “What wakes it up?” They will know.\n",
    ),
    Case(code="T04", bad="These help:\n\n• rest\n\n• food\n", at="• rest", good="These help:\n\n- rest\n- food\n"),
    Case(
        code="T04", bad="Do this:\n\n1) Sit down.\n\n2) Call.\n", at="2)", good="Do this:\n\n1. Sit down.\n2. Call.\n"
    ),
    Case(
        code="T04",
        bad="These help:\n\n- • rest\n- food\n",
        at="• rest",
        good="These help – as far as anyone\n– even a doctor – can know.\n",
    ),
    Case(code="T05", bad="10\n\nThe virus is common in grown-ups.\n", at="10", good="Of 100 people, 60 have met it.\n"),
    Case(code="T05", bad="It is rare.\n\n2 answers\n", at="2 answers", good="There are two answers to this.\n"),
    Case(code="T05", bad="It is rare.\n\nShare this page\n", at="Share this page", good="It is rare.\n"),
    Case(code="T05", bad="It is rare.\n\n\n\nIt is grave.\n", at="", good="It is rare.\n\nIt is grave.\n"),
    Case(
        code="T06",
        bad="## One\n\nText.\n\n#### Two\n\nText.\n",
        at="#### Two",
        good="## One\n\nText.\n\n### Two\n\nText.\n\n## Three\n\nText.\n",
    ),
    Case(
        code="T06",
        bad="## Signs\n\nText.\n\n## Signs\n\nText.\n",
        at="## Signs",
        good="## Early signs\n\nText.\n\n## Late signs\n\nText.\n",
    ),
    Case(code="T06", bad="## What is it?\n\nText.\n", at="## What is it?", good="## What it does\n\nText.\n"),
    Case(code="T06", bad="# What is it\n\nText.\n", at="# What is it", good="## What it does\n\nText.\n"),
    Case(
        code="T07",
        bad=f"## Long\n\n{SECTION}\n",
        at="## Long",
        good=f"{SECTION[:800]}.\n\n## More\n\n{SECTION[800:1600]}.\n",
    ),
    Case(
        code="T07",
        bad="## Empty\n\n## Full\n\nText.\n",
        at="## Empty",
        good="## Above\n\n### Below\n\nText.\n",
    ),
    Case(
        code="T08",
        bad="Only this helps:\n\n- to rest\n",
        at="- to rest",
        good='!!! urgent "Phone your team if:"\n    - you feel weak\n',
    ),
    Case(
        code="T08",
        bad=LIST + "".join(f"- thing {letter}\n" for letter in "abcdefghijk"),
        at="- thing a",
        good=LIST + "".join(f"- thing {letter}\n" for letter in "abcdefghij"),
    ),
    Case(code="T08", bad=LIST + "- Rest.\n- food\n- Sleep.\n", at="- Rest.", good=LIST + "- rest\n- food\n- sleep.\n"),
    Case(
        code="T09",
        bad="The virus wakes up when the immune system is\n",
        at="immune system is",
        good="The virus wakes up when the immune system is weak.[^S1]\n",
    ),
    Case(
        code="T09",
        bad="Text.\n",
        bad_front={"title": "What is the life expectancy of someone with leukoenc..."},
        at="title:",
        good="Text.\n",
    ),
)

"""The ids of the pages that are no article."""

HOME = "home"
"""Where each walk begins."""

WORDS = "words"
ABOUT = "about"
KEYS = "keys"
SEARCH = "search:"
"""What the id of a results page begins with; the query follows.  Never kept: it tells what was asked."""
TOPIC = "topics/"
"""What the id of a topic's page begins with; the topic's id follows."""


def quoted(query: str) -> str:
    """A query in the marks that ask for it just as it is typed."""
    return f'"{query}"'


def unquoted(query: str) -> str:
    """A query without those marks; the same if it has none."""
    tidy = query.strip()
    return tidy[1:-1] if len(tidy) > 2 and tidy[0] == tidy[-1] == '"' else query

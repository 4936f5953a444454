"""The ids of pages that are not articles."""

HOME = "home"
"""Where each walk begins."""

WORDS = "words"
ABOUT = "about"
KEYS = "keys"
SEARCH = "search:"
"""What the id of a results page begins with; the query follows.  Never kept: it tells what was asked."""
TOPIC = "topics/"
"""What the id of a topic's page begins with; the topic's id follows."""

"""The ids of pages that are not articles."""

HOME = "home"
"""Where each walk begins."""

WORDS = "words"
HANDOUT = "handout"
"""The list of what is chosen for a handout; it lasts as long as the window."""
ABOUT = "about"
KEYS = "keys"
SEARCH = "search:"
"""What the id of a results page begins with; the query follows.  Never kept: it tells what was asked."""
TOPIC = "topics/"
"""What the id of a topic's page begins with; the topic's id follows."""

"""All that answers typed words: from letters to ranked hits and the place on the page."""
